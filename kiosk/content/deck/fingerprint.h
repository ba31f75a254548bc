// SPDX-License-Identifier: MIT
// A short name for what a deck says: two screens with the same cards and settings have the same, so
// that somebody on the telephone can ask for it. It protects nothing.
#pragma once

#include "content/deck/deck.h"

enum { FINGERPRINT_BYTES = 9 }; // eight hexadecimal digits and a NUL

void fingerprint_make(char text[FINGERPRINT_BYTES], const struct deck *deck);
