// SPDX-License-Identifier: MIT
// Every part of a text that a reader may take for a number to ring, in whatever digits it stands,
// with letters that nobody sees between them or not, and with the extension or the choice of a menu
// that follows it.
#pragma once

#include "base/arena.h"

struct number {
    const char *text;      // in digits from 0 to 9, without what nobody sees
    const char *dialled;   // the same for all that dial the same
    const char *extension; // the digits that are dialled later; "": none
};

// A zeroed struct with `arena` set is ready.
struct numbers {
    struct arena *arena; // owns the texts
    struct number *list;
    int count;
};

// Adds those of one more text, in their order.
void numbers_add(struct numbers *numbers, struct str text);

// Whether both reach the same.
bool numbers_are_same(const struct number *a, const struct number *b);

// The text in digits from 0 to 9, without what nobody sees; lives in `arena`. The same of one
// letter and its bytes, into `out`; returns how many bytes that are.
struct str numbers_plain(struct str text, struct arena *arena);
size_t numbers_put_plain(char *out, uint32_t code_point, struct str bytes);

bool numbers_has_digit(struct str text); // of any of these scripts

// What a digit of any script that the fonts have is worth, or -1.
int numbers_digit(uint32_t code_point);
