// SPDX-License-Identifier: MIT
// What the reader of a stick says, as bytes from a child in a sandbox to its parent. The child
// reads what a stranger has put together and may by now be the stranger's own program, so the
// listener believes nothing: what is not exactly a message as below is none at all, and what is one
// ends in the import's staging folder or nowhere.
#pragma once

#include "store/stick/import.h"

enum pack_kind {
    PACK_COUNT,  // numbers: of files
    PACK_FOLDER, // numbers: of the folder around it; path: its name
    PACK_FILE, // numbers: of its folder, and how many bytes come behind the message; path: its name
    PACK_COPIED_FROM, // what: its text
    PACK_FINDING,     // numbers: level, code; path, what, todo
    PACK_END,         // numbers: findings that are not listed, errors among them; what: the trouble
    PACK_KIND_COUNT,
};

// Both ends are the same program, so a message is the bytes of its struct.
struct pack_message {
    int kind;
    int numbers[2];
    char path[600], what[800], todo[800]; // longer texts are cut
};

enum { PACK_MESSAGE_LIMIT = 32 * 1024 };

// A zeroed struct with `import` set is ready: the import takes what the child says.
struct pack {
    struct import *import;
    struct pack_message message;
    size_t size; // of the message that is not yet whole
    char *file;  // the bytes of a file, behind a message that is whole; NULL: none are awaited
    size_t file_size;
    int message_count;
    bool is_over; // the end was read
};

// Takes the next bytes, cut anywhere. False: they are no message of this kind, and nothing that
// was said before counts either.
MUST_USE bool pack_take(struct pack *pack, struct str bytes);
