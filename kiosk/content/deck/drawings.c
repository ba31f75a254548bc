// SPDX-License-Identifier: MIT
// Which card has which drawing. The folder of drawings is listed once, and only where there are
// lines to compare it with.
#include "content/deck/drawings.h"

#include "base/edit_distance.h"
#include "base/folder.h"
#include "content/limits.h"

#include <string.h>

static void add_no_drawing(const struct keyed_text *choice, const struct folder *folder,
                           struct findings *findings) {
    struct arena *arena = findings->arena;
    const char *names[64];
    int count = 0;
    for (; count < folder->count && count < COUNT_OF(names); count++) {
        const char *name = folder->entries[count].name;
        names[count] = arena_text(arena, (struct str){name, strcspn(name, ".")});
    }
    const char *near = edit_distance_nearest(choice->text, names, count);
    finding_error(
        findings, (struct finding_place){"kiosk.ini", choice->line},
        arena_format(arena, "There is no drawing “%s”.", finding_quote(choice->text, arena)),
        near ? arena_format(arena, "Did you mean “%s”?", near)
             : "Choose one of the drawings that are named above these lines.");
}

void drawings_check(const struct settings *settings, const char *assets_dir,
                    struct findings *findings) {
    struct arena *arena = findings->arena;
    struct folder folder;
    const char *path = arena_format(arena, "%s/drawings", assets_dir);
    const struct folder_source source = {FILE_FROM_HERE, path, LIMIT_FOLDER_ENTRIES};
    if (settings->drawings.count == 0 ||
        !folder_open_content(&folder, &source, "assets/drawings", findings)) {
        return;
    }
    for (int i = 0; i < settings->drawings.count; i++) {
        struct keyed_text *choice = &settings->drawings.list[i];
        const char *file = arena_format(arena, "%s.svg", choice->text);
        const struct folder_entry *entry = folder_find(&folder, file);
        choice->has_drawing = entry && entry->kind == ENTRY_FILE;
        if (!choice->has_drawing) {
            add_no_drawing(choice, &folder, findings);
        }
    }
    folder_close(&folder);
}

const char *drawings_find(const struct settings *settings, const char *owner) {
    struct keyed_text *choice = settings_find_text(&settings->drawings, owner);
    if (!choice) {
        return NULL;
    }
    choice->is_asked_for = true;
    return choice->has_drawing ? choice->text : NULL;
}

// A card that was taken out leaves its line behind, which harms nobody.
void drawings_check_owners(const struct settings *settings, struct findings *findings) {
    struct arena *arena = findings->arena;
    for (int i = 0; i < settings->drawings.count; i++) {
        const struct keyed_text *choice = &settings->drawings.list[i];
        if (!choice->is_asked_for) {
            finding_warning(findings, (struct finding_place){"kiosk.ini", choice->line},
                            arena_format(arena, "There is no card “%s” for this drawing.",
                                         finding_quote(choice->key, arena)),
                            "If you took that card out, take this line out too; if not, write the "
                            "name of its file, without the number and without .txt.");
        }
    }
}
