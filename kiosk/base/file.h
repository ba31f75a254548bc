// SPDX-License-Identifier: MIT
// Reads files that somebody else wrote, from a folder that somebody else filled. A file is opened
// once, looked at, read and closed; links are never followed, and nothing but a plain file is read,
// so a pipe cannot hang the kiosk and a device cannot feed it for ever.
#pragma once

#include "base/finding.h"

enum file_fault {
    FILE_OK,
    FILE_MISSING,
    FILE_IS_LINK,
    FILE_IS_FOLDER,
    FILE_IS_SPECIAL, // a pipe, a device, a socket
    FILE_IS_LOCKED,  // read-only, or without permission
    FILE_TOO_BIG,
    FILE_EXISTS, // there is something of that name already
    FILE_NO_SPACE,
    FILE_BUSY,   // another program holds the lock
    FILE_FAILED, // the disk or the stick failed, or the file changed while it was read
    FILE_FAULT_COUNT,
};

enum { FILE_FROM_HERE = -100 }; // AT_FDCWD: for paths that are not inside an open folder

struct file_source {
    int folder; // a descriptor, or FILE_FROM_HERE
    const char *name;
    size_t limit_bytes; // a larger file is not read
};

// The bytes live in `arena`, with one NUL behind them; untouched unless the result is FILE_OK.
MUST_USE enum file_fault file_load(struct str *bytes, const struct file_source *source,
                                   struct arena *arena);

// What an errno of the kernel comes down to.
enum file_fault file_fault_of(int error);

// What failed as a clause, such as "the disk is full".
const char *file_fault_text(enum file_fault fault);

// Adds the finding for a fault, in plain words.
void file_add_finding(struct findings *findings, enum file_fault fault, const char *path);
