// SPDX-License-Identifier: MIT
// Reads files that somebody else wrote. One open, one fstat, one read, one close: what was checked
// is what is read, whatever happens to the name in between.
#include "base/file.h"

#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

static_assert(sizeof(off_t) == 8 && sizeof(time_t) == 8, "2038 comes to 32-bit machines too");
static_assert(FILE_FROM_HERE == AT_FDCWD, "file.h repeats the number so that it needs no fcntl.h");

enum file_fault file_fault_of(int error) {
    static const struct {
        int error;
        enum file_fault fault;
    } known[] = {
        {ENOENT, FILE_MISSING},   {ELOOP, FILE_IS_LINK},     {ENOTDIR, FILE_IS_SPECIAL},
        {ENXIO, FILE_IS_SPECIAL}, {ENODEV, FILE_IS_SPECIAL}, {EROFS, FILE_IS_LOCKED},
        {EACCES, FILE_IS_LOCKED}, {EPERM, FILE_IS_LOCKED},   {EEXIST, FILE_EXISTS},
        {ENOTEMPTY, FILE_EXISTS}, {ENOSPC, FILE_NO_SPACE},   {EDQUOT, FILE_NO_SPACE},
        {EWOULDBLOCK, FILE_BUSY},
    };
    for (int i = 0; i < COUNT_OF(known); i++) {
        if (known[i].error == error) {
            return known[i].fault;
        }
    }
    return FILE_FAILED;
}

// Asks for one byte more than the file had: getting it means that the file grew under our hands.
static enum file_fault read_whole(int file, size_t limit_bytes, struct arena *arena,
                                  struct str *bytes) {
    struct stat about;
    if (fstat(file, &about) != 0) {
        return FILE_FAILED;
    }
    if (!S_ISREG(about.st_mode)) {
        return S_ISDIR(about.st_mode) ? FILE_IS_FOLDER : FILE_IS_SPECIAL;
    }
    if ((uintmax_t)about.st_size > limit_bytes) {
        return FILE_TOO_BIG;
    }
    size_t size = (size_t)about.st_size, done = 0;
    char *at = arena_alloc(arena, size + 1);
    while (done < size) {
        ssize_t got = TEMP_FAILURE_RETRY(read(file, at + done, size + 1 - done));
        if (got <= 0) {
            return FILE_FAILED;
        }
        done += (size_t)got;
    }
    if (done > size) {
        return FILE_FAILED;
    }
    *bytes = (struct str){at, size};
    return FILE_OK;
}

enum file_fault file_load(struct str *bytes, const struct file_source *source,
                          struct arena *arena) {
    int file = openat(source->folder, source->name,
                      O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC | O_NOCTTY);
    if (file < 0) {
        return file_fault_of(errno);
    }
    enum file_fault fault = read_whole(file, source->limit_bytes, arena, bytes);
    close(file);
    return fault;
}
