// SPDX-License-Identifier: MIT
// Finds telephone numbers inside a text, so that layout never breaks or reorders one, and so that
// what is checked and confirmed is what people would ring.
#ifndef DIT_PHONE_FIND_H
#define DIT_PHONE_FIND_H

#include "base/arena.h"

// The next number in `text` at or after byte `from`: groups of digits joined by up to three
// spaces, by a hyphen with or without spaces around it, or by brackets, such as "0203 228 1350",
// "116 123", "+44 20 3228 1350", "999". A single group counts from three digits up, several from
// five; more than 15 digits, or parts of "10:30", "1,000" and "A4000", are no number. A figure
// behind a number is not its end: "24" in "116 123 24/7", "9" in "0203 228 1350 9am"; nor do the
// two of "2024 - 2025" hang together. False when there is none.
bool phone_find(struct str text, size_t from, size_t *start, size_t *size);

// Bytes of all that may stand between two groups of digits, from `at` on, or 0.
size_t phone_gap_bytes(struct str text, size_t at);

// Whether the digits from `start` are a part of something else: "10:30", "1,000", "A4000", "11th".
bool phone_is_part(struct str text, size_t start, size_t size);

#endif
