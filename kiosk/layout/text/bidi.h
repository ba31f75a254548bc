// SPDX-License-Identifier: MIT
// Which way each letter runs (UAX #9), through FriBidi. Stretches that have to keep their order,
// such as telephone numbers, are wrapped in isolates for the computation alone.
#pragma once

#include "base/arena.h"

// Without embeddings, overrides and isolates of its own: whoever brings them could nest them so
// deep that ours are ignored (UAX #9, BD2), and a number would turn round.
struct bidi_text {
    const uint32_t *code_points; // one paragraph; '\n' is a line break in it
    const bool *is_isolated;     // neighbouring trues are one left-to-right isolate
    int count;
};

// True when no letter needs reordering in a left-to-right paragraph.
bool bidi_is_plain(const struct bidi_text *text);

// One embedding level for each code point: odd ones run right to left. Lives in `arena`.
const uint8_t *bidi_levels(const struct bidi_text *text, bool is_right_to_left,
                           struct arena *arena);
