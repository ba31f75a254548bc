// SPDX-License-Identifier: MIT
// See sysfs.h.
#include "platform/system/sysfs.h"

#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "base/disk.h"

enum { OPEN_HOW = O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC };

bool sysfs_read(char line[SYSFS_LINE_BYTES], int folder, const char *path) {
    int file = openat(folder, path, O_RDONLY | OPEN_HOW);
    ssize_t size = file >= 0 ? read(file, line, SYSFS_LINE_BYTES - 1) : 0;
    line[size > 0 ? size : 0] = '\0';
    line[strcspn(line, "\n")] = '\0';
    disk_close(file);
    return size > 0;
}

bool sysfs_write(const char *path, const char *word) {
    int file = open(path, O_WRONLY | OPEN_HOW);
    bool is_written = file >= 0 && write(file, word, strlen(word)) == (ssize_t)strlen(word);
    disk_close(file);
    return is_written;
}
