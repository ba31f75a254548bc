// SPDX-License-Identifier: MIT
// What Word leaves in a text that was pasted from it, and people type: signs of their own in front
// of the lines of a list, and the columns of a table, parted by tabs.
#pragma once

#include "base/arena.h"

// The text with a - in place of each sign of a list, a space behind each of its numbers, nothing
// unseen in front of a sign of CommonMark, and every line where it was. It is the text itself where
// there is nothing to do, or else lives in `arena`.
struct str paste_read_lists(struct str text, struct arena *arena);

// The first line of two or more with tabs between their words, from 1; 0 where there is no table.
int paste_find_table(struct str text);

// The first line of two or more with "a)", "b)" and the like in front; 0 where there are none.
int paste_find_letters(struct str text);
