// SPDX-License-Identifier: MIT
// Looks at the names on top of the stick, and for a folder kiosk one level below: that is where
// people who copy a folder too much or too little leave it. It opens folders, no files.
#include "store/stick/stick.h"

#include "content/limits.h"
#include "content/name.h"

#include <string.h>
#include <strings.h>

static void refuse(struct findings *findings, const char *what, const char *todo) {
    finding_error(findings, (struct finding_place){STICK_CONTENT, 0}, what, todo);
}

static bool has_settings(const struct folder *folder) {
    return folder_find(folder, "kiosk.ini") || folder_find(folder, "kiosk.ini.txt");
}

static bool has_cards(const struct folder *folder) {
    return has_settings(folder) || folder_find(folder, "cards");
}

// "kiosk - Copy", "kiosk (2)", "kiosk-old"
static bool is_copy(const struct folder_entry *entry) {
    size_t size = strlen(STICK_CONTENT);
    return entry->kind == ENTRY_FOLDER && strncasecmp(entry->name, STICK_CONTENT, size) == 0 &&
           entry->name[size] && strchr(" (-_.", entry->name[size]) &&
           strcasecmp(entry->name, STICK_UNFINISHED) != 0;
}

struct inside {
    const char *kiosk; // the folder kiosk, unless the cards lie beside it; or NULL
    bool has_settings;
};

static struct inside look_into(const struct folder *stick, const char *name, struct arena *names) {
    struct inside inside = {0};
    struct folder folder;
    const struct folder_source source = {stick->descriptor, name, LIMIT_FOLDER_ENTRIES};
    if (folder_open(&folder, &source, names) == FILE_OK) {
        const struct folder_entry *kiosk = folder_find(&folder, STICK_CONTENT);
        bool is_content = kiosk && kiosk->kind == ENTRY_FOLDER && !has_cards(&folder);
        inside = (struct inside){is_content ? kiosk->name : NULL, has_settings(&folder)};
        folder_close(&folder);
    }
    return inside;
}

// The first of each. Renamed is "kiosk (2)", or a folder of any name that holds the settings.
static void find_folders(const struct folder *stick, const char **deeper, const char **renamed,
                         struct arena *names) {
    for (int i = 0; i < stick->count; i++) {
        const struct folder_entry *entry = &stick->entries[i];
        struct inside inside = {0};
        if (entry->kind == ENTRY_FOLDER && !name_is_junk(entry->name)) {
            inside = look_into(stick, entry->name, names);
        }
        bool has_settings = inside.has_settings && strcasecmp(entry->name, STICK_UNFINISHED) != 0;
        if (!*deeper && inside.kiosk) {
            *deeper = arena_format(names, "%s/%s", entry->name, inside.kiosk);
        }
        if (!*renamed && (has_settings || is_copy(entry))) {
            *renamed = entry->name;
        }
    }
}

// Somebody's work, packed, in another format, or as a card that has no folder; NULL: none.
static const char *find_file(const struct folder *stick, struct arena *names, const char **todo) {
    static const struct {
        enum name_kind kind;
        const char *todo;
    } kinds[] = {
        {NAME_ARCHIVE, "On a computer, right-click it and choose “Extract all”. Then put the "
                       "folder kiosk on top of the stick."},
        {NAME_CARD, "Press “Staff menu”, then “Copy the cards to the stick”, and put this card "
                    "into kiosk, cards, en."},
        {NAME_DOCUMENT, "Press “Staff menu”, then “Copy the cards to the stick”, and copy its "
                        "words into a card with Notepad."},
    };
    for (int k = 0; k < COUNT_OF(kinds); k++) {
        for (int i = 0; i < stick->count; i++) {
            const struct folder_entry *entry = &stick->entries[i];
            if (entry->kind == ENTRY_FILE && name_read(entry->name, names).kind == kinds[k].kind) {
                *todo = kinds[k].todo;
                return entry->name;
            }
        }
    }
    return NULL;
}

// One error: where the cards are instead, or that there are none.
static void add_missing(const struct folder *stick, struct findings *findings) {
    struct arena *arena = findings->arena;
    struct finding said = {.level = FINDING_ERROR, .path = STICK_CONTENT};
    const char *deeper = NULL, *renamed = NULL;
    const char *file = find_file(stick, arena, &said.todo);
    find_folders(stick, &deeper, &renamed, arena);
    if (has_cards(stick)) {
        said.what = "The cards lie on the stick without their folder.";
        said.todo =
            "Make a folder named kiosk on the stick, and move kiosk.ini, cards and images into it.";
    } else if (renamed) {
        said.what = arena_format(arena, "The folder on the stick is called “%s”, not kiosk.",
                                 finding_quote(renamed, arena));
        said.todo = "If the right cards are in it, rename it to kiosk.";
    } else if (deeper) {
        said.what = arena_format(arena, "The folder kiosk lies in another folder: “%s”.",
                                 finding_quote(deeper, arena));
        said.todo = "Move it to the top of the stick, out of every other folder.";
    } else if (file) {
        said.what =
            arena_format(arena, "There is no folder named kiosk on the stick, but there is “%s”.",
                         finding_quote(file, arena));
    } else {
        said.what = "There is no folder named kiosk on the stick.";
        said.todo = "Press “Staff menu”, then “Copy the cards to the stick”.";
        said.code = FINDING_NO_CONTENT;
    }
    finding_add(findings, said);
}

// But for what the kiosk itself puts there, so as to lose nothing: kiosk-old, kiosk-old-2.
static void add_copies(const struct folder *stick, const char *name, struct findings *findings) {
    static const char kept[] = STICK_CONTENT "-old";
    struct finding finding = {
        .what = arena_format(findings->arena, "Only the folder %s is read, not this one.", name),
        .todo = arena_format(findings->arena,
                             "If the new words are in this one, take the folder %s away and "
                             "rename this one to kiosk.",
                             name),
        .code = FINDING_COPY_BESIDE};
    for (int i = 0; i < stick->count; i++) {
        finding.path = stick->entries[i].name;
        if (is_copy(&stick->entries[i]) && strncasecmp(finding.path, kept, strlen(kept)) != 0) {
            finding_add(findings, finding);
        }
    }
}

const char *stick_find_content(const struct folder *stick, struct findings *findings) {
    const struct folder_entry *found = folder_find(stick, STICK_CONTENT);
    int next = found ? (int)(found - stick->entries) + 1 : stick->count; // in the order of names
    bool is_twice =
        next < stick->count && strcasecmp(stick->entries[next].name, STICK_CONTENT) == 0;
    if (stick->is_over_limit) {
        refuse(findings, "There are far too many files on the stick.",
               "Copy the folder kiosk onto an empty stick.");
    } else if (!found) {
        add_missing(stick, findings);
    } else if (is_twice) {
        refuse(findings, "There are several folders named kiosk on the stick.",
               "Keep the one that is meant, and take the others away.");
    } else if (found->kind != ENTRY_FOLDER) {
        folder_add_finding(findings, found->kind == ENTRY_LINK ? FILE_IS_LINK : FILE_IS_SPECIAL,
                           STICK_CONTENT);
    } else {
        add_copies(stick, found->name, findings);
        if (!look_into(stick, found->name, findings->arena).kiosk) {
            return found->name;
        }
        refuse(findings, "The folder kiosk lies in another folder kiosk.",
               "Move the inner one to the top of the stick, in the place of the other.");
    }
    return NULL;
}
