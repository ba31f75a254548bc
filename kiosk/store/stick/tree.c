// SPDX-License-Identifier: MIT
// Folder by folder, the outer ones first, each in the order of its names: two trees with the same
// files have the same list.
#include "store/stick/tree.h"

#include "base/encoding.h"
#include "content/deck/deck.h"
#include "content/limits.h"
#include "content/name.h"
#include "content/picture/picture.h"

#include <string.h>
#include <strings.h>

static void add(struct tree *tree, const char *path, const char *what, const char *todo) {
    finding_error(tree->findings, (struct finding_place){path, 0}, what, todo);
}

// Said once: what comes after the limit is over it as well.
static void add_excess(struct tree *tree, const char *path, const char *what, const char *todo) {
    if (!tree->is_over_limit) {
        add(tree, path, what, todo);
    }
    tree->is_over_limit = true;
}

// Only one of them would be shown, and which is nothing to guess. FAT knows no two such names.
static bool is_twice(const struct tree *tree, int parent, const char *name) {
    for (int i = 1; i < tree->folder_count; i++) {
        if (tree->folders[i].parent == parent && strcasecmp(tree->folders[i].name, name) == 0) {
            return true;
        }
    }
    return false;
}

static void add_folder(struct tree *tree, int parent, const char *name, const char *path) {
    if (is_twice(tree, parent, name)) {
        add(tree, path, "There are two folders of this name, in capital and in small letters.",
            "Keep the one that is meant, and take the other away.");
        return;
    }
    if (tree->folder_count == LIMIT_CONTENT_FOLDERS) {
        add_excess(tree, path, "There are far too many folders here.",
                   "Keep only what the kiosk shows.");
        return;
    }
    *ARENA_ADD(tree->findings->arena, tree->folders, tree->folder_count) =
        (struct tree_folder){{0}, name, path, parent};
}

static bool is_images(const struct tree_folder *folder) {
    return folder->parent == 0 && strcasecmp(folder->path, "images") == 0;
}

static void add_file(struct tree *tree, int parent, const char *name, const char *path) {
    bool is_picture = is_images(&tree->folders[parent]);
    uint64_t bytes = 0; // of a file that has gone, or is too big: reading it will say so
    const struct disk_place place = {tree->folders[parent].folder.descriptor, name};
    if (disk_file_bytes(&bytes, place) != FILE_OK || bytes > LIMIT_PICTURE_BYTES) {
        bytes = 0;
    }
    tree->total_bytes += bytes;
    tree->text_bytes += is_picture || bytes > LIMIT_TEXT_BYTES ? 0 : bytes;
    tree->text_count += !is_picture;
    if (tree->total_bytes > LIMIT_CONTENT_BYTES) {
        add_excess(tree, path, "All files together are more than the kiosk can hold.",
                   "Make pictures smaller, or take some away.");
        return;
    }
    if (tree->text_count > LIMIT_CONTENT_TEXTS || tree->text_bytes > LIMIT_CONTENT_TEXT_BYTES) {
        add_excess(tree, path, "All cards together are more than the kiosk can read.",
                   "Keep only the cards that are shown.");
        return;
    }
    *ARENA_ADD(tree->findings->arena, tree->files, tree->file_count) =
        (struct tree_file){parent, name, path, is_picture};
}

// Whether a folder of that name in this one has content in it.
static bool is_content_folder(const struct tree_folder *parent, const char *name) {
    if (parent->parent < 0) {
        return strcasecmp(name, "cards") == 0 || strcasecmp(name, "images") == 0;
    }
    return parent->parent == 0 && strcasecmp(parent->path, "cards") == 0;
}

static void take_folder(struct tree *tree, int parent, const char *name, const char *path) {
    if (is_content_folder(&tree->folders[parent], name)) {
        add_folder(tree, parent, name, path);
    } else if (parent > 0) {
        finding_warning(tree->findings, (struct finding_place){path, 0},
                        "This folder is not looked into.",
                        "Move the files in it one folder up, or take it away.");
    }
}

static void take_entry(struct tree *tree, int parent, const struct folder_entry *entry) {
    const struct tree_folder *folder = &tree->folders[parent];
    const char *path = folder->path[0]
                           ? arena_format(tree->findings->arena, "%s/%s", folder->path, entry->name)
                           : entry->name;
    bool is_content = parent > 0 || name_is(entry->name, "kiosk.ini");
    if (name_is_junk(entry->name)) {
        return;
    }
    if (strcmp(finding_harmless(tree->findings->arena, entry->name), entry->name) != 0) {
        add(tree, path, "There are signs in this name that cannot be shown.",
            "Rename it, or take it away.");
    } else if (entry->kind == ENTRY_FOLDER) {
        take_folder(tree, parent, entry->name, path);
    } else if (entry->kind != ENTRY_FILE) {
        file_add_finding(tree->findings, entry->kind == ENTRY_LINK ? FILE_IS_LINK : FILE_IS_SPECIAL,
                         path);
    } else if (is_content) {
        add_file(tree, parent, entry->name, path);
    }
}

// The content itself goes by the name that staff give it.
static void open_folder(struct tree *tree, struct tree_folder *folder) {
    struct folder_source source = {tree->root.folder, tree->root.name, LIMIT_FOLDER_ENTRIES};
    if (folder->parent >= 0) {
        source.folder = tree->folders[folder->parent].folder.descriptor;
        source.name = folder->name;
    }
    bool is_open = folder_open_content(&folder->folder, &source,
                                       folder->path[0] ? folder->path : "kiosk", tree->findings);
    (void)is_open; // else it is as good as empty
}

void tree_list(struct tree *tree, struct disk_place root, struct findings *findings) {
    *tree = (struct tree){.findings = findings, .root = root};
    add_folder(tree, -1, root.name, "");
    for (int at = 0; at < tree->folder_count; at++) {
        open_folder(tree, &tree->folders[at]);
        if (at == 0) {
            deck_check_strays(&tree->folders[0].folder, findings);
        }
        for (int i = 0; i < tree->folders[at].folder.count; i++) {
            take_entry(tree, at, &tree->folders[at].folder.entries[i]);
        }
    }
}

void tree_close(struct tree *tree) {
    for (int i = 0; i < tree->folder_count; i++) {
        folder_close(&tree->folders[i].folder);
    }
    *tree = (struct tree){0};
}

enum file_fault tree_load(struct str *bytes, const struct tree *tree, const struct tree_file *file,
                          struct arena *arena) {
    const struct file_source source = {tree->folders[file->folder].folder.descriptor, file->name,
                                       LIMIT_PICTURE_BYTES};
    return file_load(bytes, &source, arena);
}

struct str tree_plain(const struct tree_file *file, struct str bytes, struct arena *arena) {
    struct findings unsaid = {.arena = arena};
    const struct encoding_source source = {bytes, file->path, arena};
    struct str text;
    return !file->is_picture && encoding_load(&text, &source, &unsaid) ? text : bytes;
}

void tree_add_unread(const struct tree *tree, const struct tree_file *file, enum file_fault fault) {
    const struct disk_place place = {tree->folders[file->folder].folder.descriptor, file->name};
    if (file->is_picture) {
        picture_add_unread(tree->findings, fault, place, file->path);
    } else {
        file_add_finding(tree->findings, fault, file->path);
    }
}
