// SPDX-License-Identifier: MIT
// Lists a folder through its own descriptor. The kind of an entry comes from the listing where the
// file system tells it, so that a thousand cards do not cost a thousand questions.
#include "base/folder.h"

#include "base/compose.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>
#include <unistd.h>

// With O_DIRECTORY the kernel calls a link what it is not, instead of what it is.
static bool is_link(const struct folder_source *source) {
    struct stat about;
    return fstatat(source->folder, source->name, &about, AT_SYMLINK_NOFOLLOW) == 0 &&
           S_ISLNK(about.st_mode);
}

static enum folder_entry_kind kind_of(int folder, const struct dirent *entry) {
    struct stat about;
    mode_t mode = DTTOIF(entry->d_type);
    if (mode == 0 && fstatat(folder, entry->d_name, &about, AT_SYMLINK_NOFOLLOW) == 0) {
        mode = about.st_mode; // of a file system that does not tell
    }
    return S_ISREG(mode)   ? ENTRY_FILE
           : S_ISDIR(mode) ? ENTRY_FOLDER
           : S_ISLNK(mode) ? ENTRY_LINK
                           : ENTRY_OTHER;
}

static int entry_order(const void *left, const void *right) {
    const struct folder_entry *a = left;
    const struct folder_entry *b = right;
    int order = strcasecmp(a->name, b->name);
    return order != 0 ? order : strcmp(a->name, b->name);
}

// False when the listing broke off with an error of the disk.
static bool list_entries(struct folder *folder, int limit, struct arena *arena) {
    const struct dirent *entry;
    errno = 0;
    while ((entry = readdir(folder->stream)) != NULL) {
        if (strcmp(entry->d_name, ".") == 0 || strcmp(entry->d_name, "..") == 0) {
            continue;
        }
        if (folder->count == limit) {
            folder->is_over_limit = true;
            folder->count = 0;
            return true;
        }
        *ARENA_ADD(arena, folder->entries, folder->count) = (struct folder_entry){
            .name = arena_text(arena, str_from(entry->d_name)),
            .kind = kind_of(folder->descriptor, entry),
        };
    }
    return errno == 0;
}

enum file_fault folder_open(struct folder *folder, const struct folder_source *source,
                            struct arena *arena) {
    int follow = source->folder == FILE_FROM_HERE ? 0 : O_NOFOLLOW;
    int descriptor = openat(source->folder, source->name,
                            O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NONBLOCK | follow);
    if (descriptor < 0) {
        return errno == ENOTDIR && is_link(source) ? FILE_IS_LINK : file_fault_of(errno);
    }
    struct folder opened = {.descriptor = descriptor, .stream = fdopendir(descriptor)};
    if (!opened.stream) {
        close(descriptor);
        return FILE_FAILED;
    }
    if (!list_entries(&opened, source->limit, arena)) {
        folder_close(&opened);
        return FILE_FAILED;
    }
    if (opened.count > 1) {
        qsort(opened.entries, (size_t)opened.count, sizeof *opened.entries, entry_order);
    }
    *folder = opened;
    return FILE_OK;
}

void folder_close(struct folder *folder) {
    if (folder->stream) {
        closedir(folder->stream);
    }
    *folder = (struct folder){.descriptor = -1};
}

const struct folder_entry *folder_find(const struct folder *folder, const char *name) {
    for (int i = 0; i < folder->count; i++) {
        if (strcasecmp(folder->entries[i].name, name) == 0) {
            return &folder->entries[i];
        }
    }
    for (int i = 0; i < folder->count; i++) {
        if (compose_is_same(folder->entries[i].name, name)) {
            return &folder->entries[i];
        }
    }
    return NULL;
}

void folder_add_finding(struct findings *findings, enum file_fault fault, const char *path) {
    static const struct {
        const char *what, *todo;
    } words[FILE_FAULT_COUNT] = {
        [FILE_MISSING] = {"This folder is missing.",
                          "Copy the cards onto an empty stick and take it from there."},
        [FILE_IS_LINK] = {"This is only a shortcut to a folder.", "Copy the folder itself here."},
        [FILE_IS_SPECIAL] = {"This is not a folder.", "Take it away, and copy the folder here."},
        [FILE_IS_LOCKED] = {"The kiosk is not allowed to open this folder.",
                            "Copy the folder afresh, or ask whoever looks after the computers."},
        [FILE_TOO_BIG] = {"There are far too many files in this folder.",
                          "Keep only what the kiosk shows."},
        [FILE_FAILED] = {"This folder cannot be read.",
                         "Copy it again, onto another stick if need be."},
    };
    fault = words[fault].what ? fault : FILE_FAILED;
    finding_error(findings, (struct finding_place){path, 0}, words[fault].what, words[fault].todo);
}

bool folder_open_content(struct folder *folder, const struct folder_source *source,
                         const char *path, struct findings *findings) {
    struct folder opened = {.descriptor = -1};
    enum file_fault fault = folder_open(&opened, source, findings->arena);
    if (fault == FILE_OK && opened.is_over_limit) {
        folder_close(&opened);
        fault = FILE_TOO_BIG;
    }
    if (fault != FILE_OK) {
        folder_add_finding(findings, fault, path);
        return false;
    }
    *folder = opened;
    return true;
}
