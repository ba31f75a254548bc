// SPDX-License-Identifier: MIT
// What the sealed child of an import tells its parent, as bytes: how far it is, what it found
// wrong, which pictures it could not decode or were drawn anew, and how it ended. The child has
// decoded a stranger's pictures and may by now be the stranger's own program, so the reader
// believes nothing: what is not exactly a message as below is none at all. It says nothing of the
// texts, which the parent reads for itself.
#pragma once

#include "store/stick/import.h"

enum pack_kind {
    PACK_PROGRESS,   // numbers: done_count, file_count
    PACK_UNDRAWABLE, // path: the name of a picture
    PACK_REDRAWN,    // the same
    PACK_FINDING,    // numbers: level, code; path, what, todo
    PACK_END,        // numbers: state, is_same, findings that are not listed, errors among them;
                     // what: the trouble
    PACK_KIND_COUNT,
};

// Both ends are the same program, so a message is the bytes of its struct.
struct pack_message {
    int kind;
    int numbers[4];
    char path[600], what[800], todo[800]; // longer texts are cut
};

enum { PACK_MESSAGE_LIMIT = 32 * 1024 };

struct pack_message pack_progress(const struct import *import);
struct str pack_result(const struct import *import, struct arena *arena); // lives in `arena`

// A zeroed struct with `import` set is ready: it is filled as its child has said.
struct pack {
    struct import *import; // its state stays as it is until the end was read
    struct pack_message message;
    size_t size; // of the message that is not yet whole
    int message_count;
    bool is_over; // the end was read
};

// Takes the next bytes, cut anywhere. False: they are no message of this kind, and nothing that
// was said before counts either.
MUST_USE bool pack_take(struct pack *pack, struct str bytes);
