// SPDX-License-Identifier: MIT
// Two versions of one card: how many of its lines are others, and which telephone numbers. It
// compares what patients see, not how a file was typed.
#ifndef DIT_COMPARE_H
#define DIT_COMPARE_H

#include "model/card.h"

// A line is what staff type as one: the label, the title, a paragraph, an item, a picture.
int compare_lines(const struct card *old, const struct card *now, struct arena *arena);

// Is given every number that stands in one version and not in the same place of the other; NULL
// where one version has none there.
struct compare_taker {
    void *self;
    void (*take)(void *self, const char *old, const char *now);
};

// Either card may be NULL: it has no numbers. The texts live in `arena`.
void compare_numbers(const struct card *old, const struct card *now,
                     const struct compare_taker *taker, struct arena *arena);

#endif
