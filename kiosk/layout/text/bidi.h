// SPDX-License-Identifier: MIT
// Which way each letter runs (UAX #9), through FriBidi. Telephone numbers, which have to keep their
// order, are wrapped in isolates for the computation alone.
#pragma once

#include "layout/text/letters.h"

// Sets the level of every letter: odd ones run right to left. The letters are one paragraph, '\n'
// is a line break in it, and they have no embeddings, overrides and isolates of their own: whoever
// brings them could nest them so deep that ours are ignored (UAX #9, BD2), and a number would turn
// round.
void bidi_set_levels(struct letters letters, bool is_right_to_left, struct arena *arena);
