// SPDX-License-Identifier: MIT
// What is dialled behind a telephone number, once somebody or a machine has answered: "ext 21",
// "x21", "(option 2)", "#2", "and choose option 2". A wrong digit there reaches somebody else as
// well. Layout and links do without it, so this is beside phone.h.
#ifndef DIT_EXTENSION_H
#define DIT_EXTENSION_H

#include "base/base.h"

// How many bytes behind the `size` bytes of a number at `start` belong to it, up to the last digit
// and a bracket that closes; 0: none. An extension has one to five digits; several may follow each
// other, as in "option 2, then option 1".
size_t extension_bytes(struct str text, size_t start, size_t size);

#endif
