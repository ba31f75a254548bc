// SPDX-License-Identifier: MIT
// The files of the page for staff in place of a disk's: the functions of base/file.h, folder.h and
// disk.h that read, with the page as their disk. A browser gives neither links nor devices, so a
// file is there, is a folder, or is too big. The page's number of a folder is its descriptor.
#include "base/disk.h"
#include "base/folder.h"
#include "desk/page.h"

enum { NAME_ROOM = 1024 };

enum file_fault file_load(struct str *bytes, const struct file_source *source,
                          struct arena *arena) {
    (void)arena; // ten photos are not copied for each key that is typed
    int file = page_find(source->folder, source->name);
    if (file < 0) {
        return FILE_MISSING;
    }
    if (page_is_folder(file)) {
        return FILE_IS_FOLDER;
    }
    double size = page_size(file);
    if (size > (double)source->limit_bytes) {
        return FILE_TOO_BIG;
    }
    const char *at = page_bytes(file);
    if (!at) {
        return FILE_FAILED;
    }
    *bytes = (struct str){at, (size_t)size};
    return FILE_OK;
}

static void list_entries(struct folder *folder, struct arena *arena) {
    folder->entries = ARENA_ARRAY(arena, struct folder_entry, folder->count + 1);
    for (int i = 0; i < folder->count; i++) {
        char name[NAME_ROOM];
        int entry = page_entry(folder->descriptor, i, name, sizeof name);
        folder->entries[i] = (struct folder_entry){
            .name = arena_text(arena, str_from(name)),
            .kind = page_is_folder(entry) ? ENTRY_FOLDER : ENTRY_FILE,
        };
    }
    folder_sort(folder);
}

enum file_fault folder_open(struct folder *folder, const struct folder_source *source,
                            struct arena *arena) {
    struct folder opened = {.descriptor = page_find(source->folder, source->name)};
    if (opened.descriptor < 0) {
        return FILE_MISSING;
    }
    if (!page_is_folder(opened.descriptor)) {
        return FILE_IS_SPECIAL;
    }
    opened.count = page_count(opened.descriptor);
    opened.is_over_limit = opened.count > source->limit;
    if (opened.is_over_limit) {
        opened.count = 0;
    }
    list_entries(&opened, arena);
    *folder = opened;
    return FILE_OK;
}

void folder_close(struct folder *folder) {
    *folder = (struct folder){.descriptor = -1};
}

enum file_fault disk_file_bytes(uint64_t *bytes, struct disk_place place) {
    int file = page_find(place.folder, place.name);
    if (file < 0) {
        return FILE_MISSING;
    }
    *bytes = (uint64_t)page_size(file);
    return FILE_OK;
}

// Browsers know how letters are composed, and the table of a library for it is larger than all the
// rest.
bool folder_is_same_name(const char *a, const char *b) {
    return page_same_name(a, b);
}
