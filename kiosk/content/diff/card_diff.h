// SPDX-License-Identifier: MIT
// Two versions of one card: how many of its lines are others. It compares what patients see, not
// how a file was typed.
#pragma once

#include "base/arena.h"
#include "content/card/card.h"

// A line is what staff type as one: the label, the title, a line of a paragraph, an item, a
// picture.
struct card_pair {
    struct str old, now; // at NULL: there is no such line in that version
    bool is_same;        // with the same letters in bold, in the same kind of block
};

struct card_pairs {
    struct card_pair *list;
    int count;
    int changed_count;
};

// All lines of both, each beside what stands in its place in the other. Either card may be NULL: it
// has none. The texts are the cards', the list lives in `arena`.
void card_diff_pair_lines(struct card_pairs *pairs, const struct card *old, const struct card *now,
                          struct arena *arena);

// How many of these pairs are not the same.
int card_diff_lines(const struct card *old, const struct card *now);
