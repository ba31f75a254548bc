// SPDX-License-Identifier: MIT
// `dit-kiosk export`: the content in force as a folder that staff can edit, without a screen. What
// is in force while the store is empty is what came with the program; a store has to be there.
#include <inttypes.h>
#include <sys/random.h>
#include <sys/stat.h>

#include "cli/command_line.h"
#include "platform/system/clock.h"
#include "platform/system/data_dir.h"
#include "platform/system/log.h"
#include "store/stick/export.h"
#include "store/store.h"

static int export_all(const struct export_source *source, struct findings *findings) {
    enum file_fault fault = export_write(source, findings);
    if (fault == FILE_EXISTS) {
        finding_error(findings, (struct finding_place){source->dest_dir, 0},
                      "There is something of that name already.",
                      "Name a folder that is not there yet, such as kiosk on an empty stick.");
    } else if (fault != FILE_OK) {
        log_line("The cards cannot be written to %s: %s.", source->dest_dir,
                 file_fault_text(fault));
        return EXIT_SYSTEM;
    }
    log_line(findings->error_count == 0 ? "The content was written to %s."
                                        : "Nothing was written to %s.",
             source->dest_dir);
    return findings->error_count == 0 ? EXIT_DONE : EXIT_CONTENT;
}

static int run(const struct arguments *arguments) {
    struct arena arena = {0};
    struct findings findings = {.arena = &arena};
    const char *shipped_dir = data_dir_find("config", &arena);
    const char *current_dir = store_current_path(arguments->values[OPTION_STORE], &arena);
    char when[CLOCK_DATE_BYTES];
    uint64_t number = 0;
    bool is_drawn = getrandom(&number, sizeof number, 0) == (ssize_t)sizeof number;
    const struct export_source source = {
        .when = clock_date_and_time(when) ? when : NULL,
        .copy = is_drawn ? arena_format(&arena, "%016" PRIx64, number) : NULL,
        .content_dir = current_dir ? current_dir : shipped_dir,
        .dest_dir = arguments->values[OPTION_FOLDER],
        .guide_path = shipped_dir ? arena_format(&arena, "%s/README.md", shipped_dir) : NULL,
    };
    int code = EXIT_SYSTEM, store = -1;
    const struct disk_place place = {FILE_FROM_HERE, arguments->values[OPTION_STORE]};
    enum file_fault fault = disk_open_folder(&store, place);
    disk_close(store);
    umask(0022);                 // content is for everybody to read
    if (fault == FILE_MISSING) { // a slip in its name: the shipped cards would pass for its own
        log_line("There is no store %s.", place.name);
    } else if (fault != FILE_OK) {
        log_line("The store %s cannot be opened: %s.", place.name, file_fault_text(fault));
    } else if (source.content_dir) {
        code = export_all(&source, &findings);
    } else {
        log_line("There is no content to write: see the installation.");
    }
    bool is_said = command_line_print(&findings, FINDING_WARNING);
    arena_finish(&arena);
    return is_said ? code : EXIT_SYSTEM;
}

const struct command command_export = {
    .name = "export",
    .synopsis = "export --store DIR DEST",
    .about =
        "Writes the content in force as the new folder DEST, such as kiosk on a stick, ready to "
        "edit.\n"
        "A folder that is there already is not touched. The page for editing is put beside it, "
        "where it\n"
        "is installed.\n"
        "\n"
        "Example: dit-kiosk export --store /var/lib/dit-kiosk /media/stick/kiosk",
    .needs = OPTION_BIT(FOLDER) | OPTION_BIT(STORE),
    .run = run,
};
