// SPDX-License-Identifier: MIT
// `dit-kiosk rollback`: an earlier content of the store again, without a screen.
#include <string.h>
#include <unistd.h>

#include "base/buffer.h"
#include "cli/command_line.h"
#include "platform/system/log.h"
#include "store/kept.h"
#include "store/store.h"

static int refuse_rollback(const char *store_dir) {
    struct arena arena = {0};
    struct findings findings = {.arena = &arena};
    finding_error(&findings, (struct finding_place){store_dir, 0}, "There is no earlier content.",
                  "Import what should be shown.");
    bool is_said = command_line_print(&findings, FINDING_ERROR);
    arena_finish(&arena);
    return is_said ? EXIT_CONTENT : EXIT_SYSTEM;
}

static int refuse_number(const char *store_dir, const char *number) {
    struct arena arena = {0};
    struct buffer kept = {.arena = &arena};
    struct store_entry *list = NULL;
    int count = store_list(&list, store_dir, &arena);
    buffer_format(&kept, "There is no earlier content %s. Kept are:", number);
    for (int i = 0; i < count; i++) {
        const char *what = list[i].number > 0 ? list[i].when : "what came with the program";
        buffer_format(&kept, " %d%s%s%s", list[i].number, what[0] ? " (" : "", what,
                      what[0] ? ")" : "");
        buffer_text(&kept, i + 1 < count ? "," : ".");
    }
    log_line("%s", arena_text(&arena, buffer_str(&kept)));
    arena_finish(&arena);
    return EXIT_USAGE;
}

static int run(const struct arguments *arguments) {
    const char *store_dir = arguments->values[OPTION_STORE], *to = arguments->values[OPTION_TO];
    int number = !to ? store_earlier(store_dir) : strcmp(to, "0") == 0 ? 0 : kept_number(to, "");
    if (to && number == 0 && strcmp(to, "0") != 0) {
        return command_line_complain(&command_rollback, "--to takes a number, not \"%s\".", to);
    }
    enum file_fault fault = store_roll_back(store_dir, number);
    if (fault == FILE_MISSING && access(store_dir, F_OK) == 0) {
        return to ? refuse_number(store_dir, to) : refuse_rollback(store_dir);
    }
    if (fault != FILE_OK) {
        log_line("The earlier content cannot be put in place in %s: %s.", store_dir,
                 file_fault_text(fault));
        return EXIT_SYSTEM;
    }
    log_line("The earlier content is in place again.");
    return EXIT_DONE;
}

const struct command command_rollback = {
    .name = "rollback",
    .synopsis = "rollback --store DIR [--to N]",
    .about = "Shows the earlier content again. A second time it shows the later content again. "
             "The store\n"
             "keeps eight earlier ones, and what came with the program is number 0; a number that "
             "is not\n"
             "kept lists those that are.\n"
             "\n"
             "Example: dit-kiosk rollback --store /var/lib/dit-kiosk",
    .needs = OPTION_BIT(STORE),
    .takes = OPTION_BIT(TO),
    .run = run,
};
