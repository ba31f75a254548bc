// SPDX-License-Identifier: MIT
// Finds telephone numbers inside a text, so that layout never breaks or reorders one, and so that
// what is checked and confirmed is what people would ring. The digits are those from 0 to 9; see
// numbers.h for others.
#pragma once

#include "base/base.h"

// The next number in `text` at or after byte `from`: groups of digits joined by up to three
// spaces, by a hyphen with or without spaces around it, or by brackets, such as "0203 228 1350",
// "116 123", "+44 20 3228 1350", "999". A single group counts from three digits up, several from
// five; more than 15 digits, or parts of "10:30", "1,000" and "A4000", are no number. A figure
// behind a number is not its end: "24" in "116 123 24/7", "9" in "0203 228 1350 9am"; nor do the
// two of "2024 - 2025" hang together. `found` is a part of `text`. False when there is none.
bool phone_find(struct str text, size_t from, struct str *found);

// The same, and whatever else holds the digits of a number: "0203.228.1350", "Tel0203 228 1350",
// one that has half a number too many. What staff are to confirm must not depend on how somebody
// typed it.
bool phone_find_any(struct str text, size_t from, struct str *found);

// The end of what is dialled behind the number that ends at `end`: "ext 21", "x21", "(option 2)",
// "#2", ", and choose option 2", without a bracket that closes; `end` where there is nothing. A
// wrong digit there reaches somebody else as well. Layout and links do without it.
size_t phone_extension_end(struct str text, size_t end);
