// SPDX-License-Identifier: MIT
// A short name for what a deck says: two screens with the same cards and settings have the same, so
// that somebody on the telephone can ask for it. It protects nothing.
#ifndef DIT_FINGERPRINT_H
#define DIT_FINGERPRINT_H

#include "model/deck.h"

enum { FINGERPRINT_BYTES = 9 }; // eight hexadecimal digits and a NUL

void fingerprint_make(char text[FINGERPRINT_BYTES], const struct deck *deck);

// FNV-1a, 64 bits, over more bytes; begin with FINGERPRINT_START.
#define FINGERPRINT_START UINT64_C(0xcbf29ce484222325)
uint64_t fingerprint_add(uint64_t sum, struct str bytes);

#endif
