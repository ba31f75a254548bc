// SPDX-License-Identifier: MIT
// Every stretch of a text that a reader may take for a number to ring: those that phone.h finds,
// and those that it does not, because they are written with dots, in the digits of another script,
// with letters that nobody sees between them, or with a digit too many behind; with the extension
// or the choice of a menu that follows it. What staff are to confirm must not depend on how
// somebody typed it.
#ifndef DIT_NUMBERS_H
#define DIT_NUMBERS_H

#include "base/arena.h"

struct number {
    struct str text;    // in digits from 0 to 9, without what nobody sees
    struct str dialled; // the same for all that dial the same
};

// A zeroed struct with `arena` set is ready.
struct numbers {
    struct arena *arena; // owns the texts
    struct number *list;
    int count;
};

// Adds those of one more text, in their order.
void numbers_add(struct numbers *numbers, struct str text);

// The text in digits from 0 to 9, without what nobody sees; lives in `arena`.
struct str numbers_plain(struct str text, struct arena *arena);

bool numbers_has_digit(struct str text); // of any of these scripts

// What a digit of any script that the fonts have is worth, or -1.
int numbers_digit(uint32_t code_point);

// Whether both dial the same.
bool numbers_are_same(const struct number *a, const struct number *b);

#endif
