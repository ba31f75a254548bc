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

const char *file_fault_text(enum file_fault fault) {
    static const char *const texts[FILE_FAULT_COUNT] = {
        [FILE_OK] = "nothing is wrong",
        [FILE_MISSING] = "something that was there is missing",
        [FILE_EXISTS] = "there is something of that name already",
        [FILE_NO_SPACE] = "the disk is full",
        [FILE_IS_LOCKED] = "writing is not allowed there",
        [FILE_BUSY] = "another update is at work",
    };
    return texts[fault] ? texts[fault] : "the disk failed";
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

static const struct {
    const char *what, *todo;
} fault_words[FILE_FAULT_COUNT] = {
    [FILE_MISSING] = {"This file is missing.", "Put it back, or copy the cards onto an empty stick "
                                               "and take it from there."},
    [FILE_IS_LINK] = {"This is only a shortcut to a file.", "Copy the file itself here."},
    [FILE_IS_FOLDER] = {"This is a folder, not a file.", "Take the folder away or rename it."},
    [FILE_IS_SPECIAL] = {"This is not an ordinary file.", "Take it away."},
    [FILE_IS_LOCKED] = {"The kiosk is not allowed to read this file.",
                        "Copy the file afresh, or ask whoever looks after the computers."},
    [FILE_TOO_BIG] = {"This file is much too big.", "Make it smaller, or take it away."},
    [FILE_FAILED] = {"This file cannot be read.", "Copy it again, onto another stick if need be."},
};

void file_add_finding(struct findings *findings, enum file_fault fault, const char *path) {
    fault = fault_words[fault].what ? fault : FILE_FAILED;
    finding_error(findings, (struct finding_place){path, 0}, fault_words[fault].what,
                  fault_words[fault].todo);
}
