// SPDX-License-Identifier: MIT
// `dit-kiosk export`: the content in force as a folder that staff can edit, without a screen. What
// is in force while the store is empty is what came with the program; a store has to be there.
#include <inttypes.h>
#include <libgen.h>
#include <string.h>
#include <sys/random.h>
#include <sys/stat.h>

#include "cli/command_line.h"
#include "content/limits.h"
#include "platform/system/clock.h"
#include "platform/system/installed.h"
#include "platform/system/log.h"
#include "store/stick/export.h"
#include "store/stick/page.h"
#include "store/store.h"

enum { SAME_BYTES = 100 }; // with which every page for staff begins

// Somebody's own file may be called like that.
static bool is_in_the_way(struct disk_place place, const char *page_path, struct arena *arena) {
    struct str page, old;
    const struct file_source sources[] = {{FILE_FROM_HERE, page_path, LIMIT_PICTURE_BYTES},
                                          {place.folder, place.name, LIMIT_CONTENT_BYTES}};
    enum file_fault fault = file_load(&old, &sources[1], arena);
    bool is_page = fault == FILE_OK && file_load(&page, &sources[0], arena) == FILE_OK &&
                   page.size >= SAME_BYTES && old.size >= SAME_BYTES &&
                   memcmp(page.at, old.at, SAME_BYTES) == 0;
    return fault != FILE_MISSING && !is_page;
}

// The page for staff, beside the new folder.
static bool write_page(const struct export_source *source, struct arena *arena) {
    const char *dir = installed_find_folder("desk", arena);
    const char *path = arena_format(arena, "%s/" PAGE_NAME, dir ? dir : "");
    struct disk_place place = {FILE_FROM_HERE,
                               dirname(arena_text(arena, str_from(source->dest_dir)))};
    int folder = -1;
    enum file_fault fault = dir ? disk_open_folder(&folder, place) : FILE_OK;
    place = (struct disk_place){folder, PAGE_NAME};
    if (folder >= 0 && is_in_the_way(place, path, arena)) {
        fault = FILE_EXISTS;
    } else if (folder >= 0) {
        fault = page_write(place, path, source->content_dir, arena);
    }
    disk_close(folder);
    if (fault != FILE_OK) {
        log_line(PAGE_NAME " is not put beside it: %s.", file_fault_text(fault));
    }
    return fault == FILE_OK || fault == FILE_EXISTS;
}

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
    return findings->error_count > 0             ? EXIT_CONTENT
           : write_page(source, findings->arena) ? EXIT_DONE
                                                 : EXIT_SYSTEM;
}

static int run(const struct arguments *arguments) {
    struct arena arena = {0};
    struct findings findings = {.arena = &arena};
    const char *shipped_dir = installed_find_folder("config", &arena);
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
