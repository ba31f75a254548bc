// SPDX-License-Identifier: MIT
// Where a line may end (UAX #14), through libunibreak. No other file asks it.
#pragma once

#include "base/arena.h"

enum line_break { BREAK_MUST, BREAK_MAY, BREAK_NONE };

// One enum line_break for each code point: what may happen behind it. Behind '\n' and at the end of
// the text it is BREAK_MUST. Scripts without spaces (Thai, Khmer, Lao) get no breaks from it. Lives
// in `arena`.
const uint8_t *line_break_find(const uint32_t *code_points, int count, struct arena *arena);
