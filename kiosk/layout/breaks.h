// SPDX-License-Identifier: MIT
// Where a line may end (UAX #14), through libunibreak. No other file asks it.
#ifndef DIT_BREAKS_H
#define DIT_BREAKS_H

#include "base/arena.h"

enum line_break { BREAK_MUST, BREAK_MAY, BREAK_NONE };

// One enum line_break for each byte of `text`; the last byte of a letter carries its answer, the
// others are BREAK_NONE. The end of the text is BREAK_MUST.
const char *breaks_find(struct str text, struct arena *arena);

#endif
