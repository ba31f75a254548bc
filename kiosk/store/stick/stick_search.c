// SPDX-License-Identifier: MIT
// Looks into the folders of the stick level by level, down to a small depth and into few of them,
// so that a stick full of holidays takes no time. The first folder `kiosk` by its name is told.
#include "store/stick/stick_search.h"

#include "base/bidi_quote.h"
#include "content/limits.h"
#include "content/name.h"

#include <string.h>
#include <strings.h>

#define CONTENT "kiosk"

enum { DEPTH_MOST = 3, FOLDERS_MOST = 100 };

static void add(struct findings *findings, const char *what, const char *todo) {
    finding_add(findings, (struct finding){
                              .level = FINDING_ERROR, .path = CONTENT, .what = what, .todo = todo});
}

static bool is_content(const struct folder *folder) {
    for (int i = 0; i < folder->count; i++) {
        if (name_is(folder->entries[i].name, "kiosk.ini")) {
            return true;
        }
    }
    return folder_find(folder, "cards") != NULL;
}

// "kiosk - Copy", "kiosk (2)", "kiosk-old"
static bool is_copy(const struct folder_entry *entry) {
    size_t size = strlen(CONTENT);
    return entry->kind == ENTRY_FOLDER && strncasecmp(entry->name, CONTENT, size) == 0 &&
           entry->name[size] && strchr(" (-_.", entry->name[size]) &&
           strcasecmp(entry->name, STICK_SEARCH_UNFINISHED) != 0;
}

// What the kiosk itself puts beside the new folder, so as to lose nothing.
static bool is_kept(const struct folder_entry *entry) {
    const char old[] = CONTENT "-old";
    return strncasecmp(entry->name, old, sizeof old - 1) == 0;
}

struct search {
    struct arena *arena;
    int depth_most;
    int left; // folders that may still be opened
};

static const char *look_into(struct search *search, const struct folder *folder, const char *path,
                             int depth);

static const char *look_deeper(struct search *search, const struct folder *folder, const char *name,
                               const char *path, int depth) {
    struct folder inner;
    const struct folder_source source = {folder->descriptor, name, LIMIT_FOLDER_ENTRIES};
    if (folder_open(&inner, &source, search->arena) != FILE_OK) {
        return NULL;
    }
    const char *found = look_into(search, &inner, path, depth + 1);
    folder_close(&inner);
    return found;
}

// The path of the first folder `kiosk` below `path`, or NULL.
static const char *look_into(struct search *search, const struct folder *folder, const char *path,
                             int depth) {
    const struct folder_entry *entry = depth > 0 ? folder_find(folder, CONTENT) : NULL;
    if (entry && entry->kind == ENTRY_FOLDER) {
        return arena_format(search->arena, "%s%s", path, entry->name);
    }
    const char *found = NULL;
    for (int i = 0; i < folder->count && depth < search->depth_most && !found; i++) {
        entry = &folder->entries[i];
        if (entry->kind != ENTRY_FOLDER || name_is_junk(entry->name) || search->left == 0) {
            continue;
        }
        search->left--;
        const char *inner = arena_format(search->arena, "%s%s/", path, entry->name);
        found = look_deeper(search, folder, entry->name, inner, depth);
    }
    return found;
}

static const char *find_deeper(const struct folder *stick, struct findings *findings) {
    struct arena names = {0};
    const char *found = NULL;
    for (int depth = 1; depth <= DEPTH_MOST && !found; depth++) {
        struct search search = {&names, depth, FOLDERS_MOST};
        found = look_into(&search, stick, "", 0);
    }
    found = found ? arena_text(findings->arena, str_from(found)) : NULL;
    arena_finish(&names);
    return found;
}

static const char *find_copy(const struct folder *stick) {
    for (int i = 0; i < stick->count; i++) {
        if (is_copy(&stick->entries[i])) {
            return stick->entries[i].name;
        }
    }
    return NULL;
}

void stick_search_add_missing(const struct folder *stick, struct findings *findings) {
    struct arena *arena = findings->arena;
    const char *copy = find_copy(stick);
    const char *deeper = is_content(stick) || copy ? NULL : find_deeper(stick, findings);
    if (is_content(stick)) {
        add(findings, "The cards lie on the stick without their folder.",
            "Make a folder named kiosk on the stick, and move kiosk.ini, cards and images into "
            "it.");
    } else if (copy) {
        add(findings,
            arena_format(arena, "The folder on the stick is called “%s”, not kiosk.",
                         bidi_quote(copy, arena)),
            "If the right cards are in it, rename it to kiosk.");
    } else if (deeper) {
        add(findings,
            arena_format(arena, "The folder kiosk lies in another folder: “%s”.",
                         bidi_quote(deeper, arena)),
            "Move it to the top of the stick, out of every other folder.");
    } else {
        add(findings, "There is no folder named kiosk on the stick.",
            "Press “Staff menu”, then “Copy the cards to the stick”.");
    }
}

static void add_copies(const struct folder *stick, const char *name, struct findings *findings) {
    struct arena *arena = findings->arena;
    for (int i = 0; i < stick->count; i++) {
        const struct folder_entry *entry = &stick->entries[i];
        if (is_copy(entry) && !is_kept(entry)) {
            finding_add(
                findings,
                (struct finding){
                    .path = entry->name,
                    .what = arena_format(arena, "Only the folder %s is read, not this one.", name),
                    .todo = arena_format(arena,
                                         "If the new words are in this one, take the "
                                         "folder %s away and rename this one to kiosk.",
                                         name)});
        }
    }
}

bool stick_search_is_deeper(const struct folder *stick, const char *name,
                            struct findings *findings) {
    struct arena names = {0};
    struct folder folder;
    const struct folder_source source = {stick->descriptor, name, LIMIT_FOLDER_ENTRIES};
    bool is_deeper = false;
    add_copies(stick, name, findings);
    if (folder_open(&folder, &source, &names) == FILE_OK) {
        const struct folder_entry *inner = folder_find(&folder, CONTENT);
        is_deeper = !is_content(&folder) && inner && inner->kind == ENTRY_FOLDER;
        folder_close(&folder);
    }
    if (is_deeper) {
        add(findings, "The folder kiosk lies in another folder kiosk.",
            "Move the inner one to the top of the stick, in the place of the other.");
    }
    arena_finish(&names);
    return is_deeper;
}
