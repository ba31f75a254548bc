// SPDX-License-Identifier: MIT
// Two versions of one card: how many of its lines are others, and which telephone numbers. It
// compares what patients see, not how a file was typed.
#pragma once

#include "content/card/card.h"

// A line is what staff type as one: the label, the title, a paragraph, an item, a picture.
int card_diff_lines(const struct card *old, const struct card *now);

// Is given every number that stands in one version alone, with what stands in its place in the
// other (NULL: nothing), and those that changed places with one another. One that stayed is not
// given, whatever came or went beside it. The texts are good until `take` returns.
struct card_diff_taker {
    void *self;
    void (*take)(void *self, const char *old, const char *now);
};

// Either card may be NULL: it has no numbers.
void card_diff_numbers(const struct card *old, const struct card *now,
                       const struct card_diff_taker *taker);
