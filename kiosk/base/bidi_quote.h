// SPDX-License-Identifier: MIT
// Somebody's words in the middle of an English sentence, where they may run the other way: an
// Arabic title would otherwise take the brackets and the words beside it into its own order.
#pragma once

#include "base/arena.h"

// The text, between two left-to-right marks (U+200E) where any of it runs right to left, and cut
// off behind 100 letters. Marks, not the isolates of UAX #9: the layout obeys marks and drops
// isolates, with which a card could turn a number round. Lives in `arena`, or is `text` itself.
const char *bidi_quote(const char *text, struct arena *arena);
