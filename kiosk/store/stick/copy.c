// SPDX-License-Identifier: MIT
// New folders are made through the descriptors of the folders around them, so nothing is ever
// written beside the copy.
#include "store/stick/copy.h"

#include "content/picture/picture.h"

enum file_fault copy_open(struct copy *copy, const struct tree *tree, int root) {
    *copy = (struct copy){.tree = tree, .folder_count = 1};
    copy->descriptors = ARENA_ARRAY(tree->findings->arena, int, tree->folder_count + 1);
    copy->descriptors[0] = root;
    for (int i = 1; i < tree->folder_count; i++) {
        const struct tree_folder *folder = &tree->folders[i];
        const struct disk_place place = {copy->descriptors[folder->parent], folder->name};
        enum file_fault fault = disk_make_open_folder(&copy->descriptors[i], place);
        if (fault != FILE_OK) {
            return fault;
        }
        copy->folder_count++;
    }
    return FILE_OK;
}

static void add_unread(const struct copy *copy, const struct tree_file *file,
                       enum file_fault fault) {
    struct findings *findings = copy->tree->findings;
    const struct disk_place place = {copy->tree->folders[file->folder].folder.descriptor,
                                     file->name};
    uint64_t size;
    if (file->is_picture && fault == FILE_TOO_BIG && disk_file_bytes(&size, place) == FILE_OK) {
        picture_add_heavy(findings, size, file->path);
    } else {
        file_add_finding(findings, fault, file->path);
    }
}

enum file_fault copy_file(struct copy *copy, const struct tree_file *file, struct str *bytes) {
    *bytes = (struct str){NULL, 0};
    arena_reset(&copy->bytes);
    enum file_fault fault = tree_load(bytes, copy->tree, file, &copy->bytes);
    if (fault != FILE_OK) {
        add_unread(copy, file, fault);
        return FILE_OK;
    }
    return disk_write_file((struct disk_place){copy->descriptors[file->folder], file->name},
                           *bytes);
}

// The inner folders first: a name may be on the disk only when what it names is.
enum file_fault copy_sync(const struct copy *copy) {
    for (int i = copy->folder_count - 1; i >= 0; i--) {
        enum file_fault fault = disk_sync_folder(copy->descriptors[i]);
        if (fault != FILE_OK) {
            return fault;
        }
    }
    return FILE_OK;
}

void copy_close(struct copy *copy) {
    for (int i = 0; i < copy->folder_count; i++) {
        disk_close(copy->descriptors[i]);
    }
    arena_finish(&copy->bytes);
    *copy = (struct copy){0};
}
