// SPDX-License-Identifier: MIT
// Whether a few digits in a text are there to be rung, or are a time, a count or a bus. It goes by
// the words and signs on both sides, never by the digits themselves.
#ifndef DIT_RING_H
#define DIT_RING_H

#include "base/arena.h"

// `digits` is a part of `text`: the 99 of "Call 99 now", "99: for danger" and "Help: 99", and not
// that of "99 chairs", "bus 99", "from 90 to 99", "99%" and "£99". Knows the words of English; in
// other languages it goes by the signs, and digits with a word behind them count something.
bool ring_is_meant(struct str text, struct str digits);

#endif
