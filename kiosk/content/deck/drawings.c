// SPDX-License-Identifier: MIT
// Which card has which drawing. The folder of drawings is listed once, and only where there are
// lines to compare it with.
#include "content/deck/drawings.h"

#include "base/bidi_quote.h"
#include "base/edit_distance.h"
#include "base/folder.h"
#include "content/limits.h"

#include <string.h>

static void add(const struct drawing_choice *choice, struct finding finding,
                struct findings *findings) {
    finding.path = "kiosk.ini";
    finding.line = choice->line;
    finding_add(findings, finding);
}

static void add_no_drawing(const struct drawing_choice *choice, const struct folder *folder,
                           struct findings *findings) {
    struct arena *arena = findings->arena;
    const char *names[64];
    int count = 0;
    for (; count < folder->count && count < COUNT_OF(names); count++) {
        const char *name = folder->entries[count].name;
        names[count] = arena_text(arena, (struct str){name, strcspn(name, ".")});
    }
    const char *near = edit_distance_nearest(choice->name, names, count);
    add(choice,
        (struct finding){.level = FINDING_ERROR,
                         .what = arena_format(arena, "There is no drawing “%s”.",
                                              bidi_quote(choice->name, arena)),
                         .todo = near ? arena_format(arena, "Did you mean “%s”?", near)
                                      : "Choose one of the drawings that are named above these "
                                        "lines."},
        findings);
}

void drawings_open(struct drawings *drawings, const struct settings *settings,
                   const char *assets_dir, struct findings *findings) {
    struct arena *arena = findings->arena;
    int count = settings->drawing_count;
    *drawings = (struct drawings){settings, ARENA_ARRAY(arena, bool, count + 1),
                                  ARENA_ARRAY(arena, bool, count + 1)};
    struct folder folder;
    const char *path = arena_format(arena, "%s/drawings", assets_dir);
    const struct folder_source source = {FILE_FROM_HERE, path, LIMIT_FOLDER_ENTRIES};
    if (count == 0 || !folder_open_content(&folder, &source, "assets/drawings", findings)) {
        return;
    }
    for (int i = 0; i < count; i++) {
        const struct drawing_choice *choice = &settings->drawings[i];
        const char *file = arena_format(arena, "%s.svg", choice->name);
        const struct folder_entry *entry = folder_find(&folder, file);
        drawings->has_drawing[i] = entry && entry->kind == ENTRY_FILE;
        if (!drawings->has_drawing[i]) {
            add_no_drawing(choice, &folder, findings);
        }
    }
    folder_close(&folder);
}

const char *drawings_find(struct drawings *drawings, const char *card_id) {
    const struct settings *settings = drawings->settings;
    for (int i = 0; i < settings->drawing_count; i++) {
        if (strcmp(settings->drawings[i].owner, card_id) == 0) {
            drawings->is_asked_for[i] = true;
            return drawings->has_drawing[i] ? settings->drawings[i].name : NULL;
        }
    }
    return NULL;
}

// A card that was taken out leaves its line behind, which harms nobody.
void drawings_close(const struct drawings *drawings, struct findings *findings) {
    struct arena *arena = findings->arena;
    for (int i = 0; i < drawings->settings->drawing_count; i++) {
        const struct drawing_choice *choice = &drawings->settings->drawings[i];
        if (!drawings->is_asked_for[i]) {
            add(choice,
                (struct finding){.what =
                                     arena_format(arena, "There is no card “%s” for this drawing.",
                                                  bidi_quote(choice->owner, arena)),
                                 .todo = "If you took that card out, take this line out too; if "
                                         "not, write the name of its file, without the number "
                                         "and without .txt."},
                findings);
        }
    }
}
