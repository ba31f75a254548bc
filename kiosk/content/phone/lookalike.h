// SPDX-License-Identifier: MIT
// Letters that were typed for digits: O203 228 1350 looks right, and no telephone takes it.
#ifndef DIT_LOOKALIKE_H
#define DIT_LOOKALIKE_H

#include "base/arena.h"

struct lookalike {
    size_t start, size; // of the whole number
    const char *clause; // “…” "has the letter O where a nought (0) belongs."
};

// The next telephone number, at or behind byte `from`, with such a letter in it.
bool lookalike_find(struct str text, size_t from, struct lookalike *found);

// The same number in digits alone; lives in `arena`.
const char *lookalike_mended(struct str number, struct arena *arena);

#endif
