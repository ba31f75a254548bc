// SPDX-License-Identifier: MIT
// Lists a folder through its own descriptor. The kind of an entry comes from the listing where the
// file system tells it, so that a thousand cards do not cost a thousand questions.
#include "base/folder.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>
#include <unistd.h>

#include <utf8proc.h>

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
    folder_sort(&opened);
    *folder = opened;
    return FILE_OK;
}

void folder_close(struct folder *folder) {
    if (folder->stream) {
        closedir(folder->stream);
    }
    *folder = (struct folder){.descriptor = -1};
}

// Of the longest file name, taken apart; longer text is compared by its bytes.
enum { LETTERS = 1024 };

static bool is_ascii(const char *text) {
    while (*text > 0) {
        text++;
    }
    return *text == '\0';
}

// How many letters there are; below 0 where it is not UTF-8.
static utf8proc_ssize_t take_apart(const char *text, utf8proc_int32_t letters[LETTERS]) {
    return utf8proc_decompose((const utf8proc_uint8_t *)text, 0, letters, LETTERS,
                              UTF8PROC_NULLTERM | UTF8PROC_STABLE | UTF8PROC_DECOMPOSE |
                                  UTF8PROC_CASEFOLD);
}

// Both are taken apart as far as Unicode goes: what would be composed alike is decomposed alike.
bool folder_is_same_name(const char *a, const char *b) {
    if (strcasecmp(a, b) == 0 || is_ascii(a) || is_ascii(b)) {
        return strcasecmp(a, b) == 0;
    }
    utf8proc_int32_t left[LETTERS], right[LETTERS];
    utf8proc_ssize_t count = take_apart(a, left);
    return count > 0 && count <= LETTERS && take_apart(b, right) == count &&
           memcmp(left, right, (size_t)count * sizeof *left) == 0;
}
