// SPDX-License-Identifier: MIT
// `dit-kiosk rollback`: the earlier content of the store again, without a screen.
#include <unistd.h>

#include "cli/command_line.h"
#include "platform/system/log.h"
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

static int run(const struct arguments *arguments) {
    const char *store_dir = arguments->values[OPTION_STORE];
    enum file_fault fault = store_roll_back(store_dir);
    if (fault == FILE_MISSING && access(store_dir, F_OK) == 0) {
        return refuse_rollback(store_dir);
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
    .synopsis = "rollback --store DIR",
    .about = "Shows the earlier content again. A second time it shows the later content again.",
    .needs = OPTION_BIT(STORE),
    .run = run,
};
