// SPDX-License-Identifier: MIT
// `dit-kiosk rollback`: the earlier content of the store again, without a screen.
#include <unistd.h>

#include "cli/command_line.h"
#include "cli/print_findings.h"
#include "platform/system/log.h"
#include "store/store.h"

enum { OPTION_STORE };

static const struct option_row OPTIONS[] = {
    [OPTION_STORE] = {"store", "DIR", "the folder that keeps the content"},
};

static int rollback_say(const char *store_dir, enum file_fault fault) {
    if (fault == FILE_OK) {
        log_line("The earlier content is in place again.");
        return EXIT_DONE;
    }
    log_line("The earlier content cannot be put in place in %s: %s.", store_dir,
             file_fault_text(fault));
    return EXIT_SYSTEM;
}

static int refuse_rollback(const char *store_dir, struct arena *arena) {
    struct findings findings = {.arena = arena};
    finding_add(&findings, (struct finding){.level = FINDING_ERROR,
                                            .path = store_dir,
                                            .what = "There is no earlier content.",
                                            .todo = "Import what should be shown."});
    return print_findings(&findings, FINDING_WARNING) ? EXIT_CONTENT : EXIT_SYSTEM;
}

static int run(const struct arguments *arguments) {
    const char *store_dir = arguments->values[OPTION_STORE];
    struct arena arena = {0};
    enum file_fault fault = store_roll_back(store_dir);
    bool has_none = fault == FILE_MISSING && access(store_dir, F_OK) == 0;
    int code = has_none ? refuse_rollback(store_dir, &arena) : rollback_say(store_dir, fault);
    arena_finish(&arena);
    return code;
}

const struct command command_rollback = {
    .name = "rollback",
    .synopsis = "rollback --store DIR",
    .about = "Shows the earlier content again. A second time it shows the later content again.",
    .options = OPTIONS,
    .option_count = COUNT_OF(OPTIONS),
    .first_needed = "the folder of the store",
    .run = run,
};
