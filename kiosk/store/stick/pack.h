// SPDX-License-Identifier: MIT
// What the sealed child of an import tells its parent, as bytes: how far it is, what it found, and
// how it ended. The child has read a stranger's stick and may by now be the stranger's own program,
// so the reader believes nothing: sizes, texts and states are checked, and what is not exactly as
// written below is no message at all.
#ifndef DIT_PACK_H
#define DIT_PACK_H

#include "store/stick/import.h"

// Records follow each other: a kind (1 byte), the size of what follows (4 bytes, little-endian),
// numbers (4 bytes each), texts (UTF-8, each with a NUL behind it).
enum pack_kind {
    PACK_PROGRESS, // done_count, file_count
    PACK_FINDING,  // level, line; path, what, todo
    PACK_REDRAWN,  // path
    PACK_END,      // state, findings that are not listed, errors among them; trouble
    PACK_KIND_COUNT,
};

enum { PACK_RECORD_BYTES = 16 * 1024, PACK_RECORD_LIMIT = 64 * 1024 };

// The texts live in `arena`.
struct str pack_progress(const struct import *import, struct arena *arena);
struct str pack_result(const struct import *import, struct arena *arena);

// A zeroed struct with `import` set is ready: it is filled as its child has said.
struct pack {
    struct import *import; // its state stays as it is until the end was read
    uint8_t record[PACK_RECORD_BYTES];
    size_t size; // of the record that is not yet whole
    int record_count;
    bool is_over; // the end was read
};

// Takes the next bytes, cut anywhere. False: they are no message of this kind, and nothing that
// was said before counts either.
MUST_USE bool pack_take(struct pack *pack, struct str bytes);

#endif
