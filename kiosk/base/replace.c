// SPDX-License-Identifier: MIT
// See replace.h. The order is what matters: the bytes are on the disk before the name points to
// them, and the name is on the disk before anybody is told.
#include "base/replace.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

static bool write_whole(int file, struct str bytes) {
    while (bytes.size > 0) {
        ssize_t put = write(file, bytes.at, bytes.size);
        if (put < 0 && errno == EINTR) {
            continue;
        }
        if (put <= 0) {
            return false;
        }
        bytes.at += put;
        bytes.size -= (size_t)put;
    }
    return true;
}

static bool give_to_owner_of(int folder, int file) {
    struct stat about;
    if (geteuid() != 0) {
        return true;
    }
    return fstat(folder, &about) == 0 && fchown(file, about.st_uid, about.st_gid) == 0;
}

// What a cut short write left under that name goes first, whoever owned it.
static bool write_beside(int folder, const char *name, struct str bytes) {
    unlinkat(folder, name, 0);
    int file = openat(folder, name, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC,
                      S_IRUSR | S_IWUSR);
    if (file < 0) {
        return false;
    }
    bool is_written =
        give_to_owner_of(folder, file) && write_whole(file, bytes) && fsync(file) == 0;
    return close(file) == 0 && is_written;
}

bool replace_file(int folder, const char *name, struct str bytes) {
    char beside[REPLACE_NAME_BYTES];
    int size = snprintf(beside, sizeof beside, "%s.new", name);
    if (size < 0 || (size_t)size >= sizeof beside) {
        return false;
    }
    if (!write_beside(folder, beside, bytes) || renameat(folder, beside, folder, name) != 0) {
        unlinkat(folder, beside, 0);
        return false;
    }
    return fsync(folder) == 0;
}
