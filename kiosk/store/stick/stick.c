// SPDX-License-Identifier: MIT
// Looks at the names on top of the stick, and for a folder kiosk one level below: that is where
// people who copy a folder too much or too little leave it. It opens folders, no files.
#include "store/stick/stick.h"

#include "base/bidi_quote.h"
#include "content/limits.h"
#include "content/name.h"

#include <string.h>
#include <strings.h>

static void refuse(struct findings *findings, const char *what, const char *todo) {
    finding_error(findings, (struct finding_place){STICK_CONTENT, 0}, what, todo);
}

static bool has_cards(const struct folder *folder) {
    for (int i = 0; i < folder->count; i++) {
        if (name_is(folder->entries[i].name, "kiosk.ini")) {
            return true;
        }
    }
    return folder_find(folder, "cards") != NULL;
}

// "kiosk - Copy", "kiosk (2)", "kiosk-old"
static bool is_copy(const struct folder_entry *entry) {
    size_t size = strlen(STICK_CONTENT);
    return entry->kind == ENTRY_FOLDER && strncasecmp(entry->name, STICK_CONTENT, size) == 0 &&
           entry->name[size] && strchr(" (-_.", entry->name[size]) &&
           strcasecmp(entry->name, STICK_UNFINISHED) != 0;
}

// The folder kiosk in this folder of the stick, unless the cards lie in that one itself.
static const char *find_inside(const struct folder *stick, const char *name, struct arena *names) {
    struct folder folder;
    const char *found = NULL;
    const struct folder_source source = {stick->descriptor, name, LIMIT_FOLDER_ENTRIES};
    if (folder_open(&folder, &source, names) == FILE_OK) {
        const struct folder_entry *inner = folder_find(&folder, STICK_CONTENT);
        found = inner && inner->kind == ENTRY_FOLDER && !has_cards(&folder) ? inner->name : NULL;
        folder_close(&folder);
    }
    return found;
}

static const char *find_deeper(const struct folder *stick, struct arena *names) {
    for (int i = 0; i < stick->count; i++) {
        const struct folder_entry *entry = &stick->entries[i];
        if (entry->kind == ENTRY_FOLDER && !name_is_junk(entry->name)) {
            const char *found = find_inside(stick, entry->name, names);
            if (found) {
                return arena_format(names, "%s/%s", entry->name, found);
            }
        }
    }
    return NULL;
}

// One error: where the cards are instead, or that there are none.
static void add_missing(const struct folder *stick, struct findings *findings) {
    struct arena *arena = findings->arena;
    struct finding finding = {.level = FINDING_ERROR, .path = STICK_CONTENT};
    const char *copy = NULL, *deeper = find_deeper(stick, arena);
    for (int i = 0; i < stick->count && !copy; i++) {
        copy = is_copy(&stick->entries[i]) ? stick->entries[i].name : NULL;
    }
    if (has_cards(stick)) {
        finding.what = "The cards lie on the stick without their folder.";
        finding.todo = "Make a folder named kiosk on the stick, and move kiosk.ini, cards and "
                       "images into it.";
    } else if (copy) {
        finding.what = arena_format(arena, "The folder on the stick is called “%s”, not kiosk.",
                                    bidi_quote(copy, arena));
        finding.todo = "If the right cards are in it, rename it to kiosk.";
    } else if (deeper) {
        finding.what = arena_format(arena, "The folder kiosk lies in another folder: “%s”.",
                                    bidi_quote(deeper, arena));
        finding.todo = "Move it to the top of the stick, out of every other folder.";
    } else {
        finding.code = FINDING_NO_CONTENT;
        finding.what = "There is no folder named kiosk on the stick.";
        finding.todo = "Press “Staff menu”, then “Copy the cards to the stick”.";
    }
    finding_add(findings, finding);
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
        if (!find_inside(stick, found->name, findings->arena)) {
            return found->name;
        }
        refuse(findings, "The folder kiosk lies in another folder kiosk.",
               "Move the inner one to the top of the stick, in the place of the other.");
    }
    return NULL;
}
