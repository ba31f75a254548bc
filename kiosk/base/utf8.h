// SPDX-License-Identifier: MIT
// UTF-8, one code point at a time (RFC 3629). It refuses what the standard refuses: overlong forms,
// surrogates and values above U+10FFFF.
#pragma once

#include "base/base.h"

enum { UTF8_BAD = 0xFFFD };

// The code point at *at, which moves on by its bytes; UTF8_BAD, and one byte on, where the bytes
// are not UTF-8. Needs *at < end.
uint32_t utf8_next(const char **at, const char *end);

// Writes 1 to 4 bytes to `out`; returns how many.
int utf8_put(char out[4], uint32_t code_point);

int utf8_letter_count(struct str text); // of text that is valid

// What Unicode 15 says of the characters that draw nothing, by the standard's own names (PropList,
// DerivedCoreProperties). Several may hold at once; most characters have none.
enum utf8_property {
    UTF8_WHITE_SPACE = 1 << 0,        // White_Space
    UTF8_IGNORABLE = 1 << 1,          // Default_Ignorable_Code_Point: no picture of its own
    UTF8_JOIN_CONTROL = 1 << 2,       // Join_Control: steers how letters join
    UTF8_VARIATION_SELECTOR = 1 << 3, // Variation_Selector: chooses the picture of the one before
};
unsigned utf8_properties(uint32_t code_point);

// Whether nothing of it is ever drawn: it is white space and what is ignorable alone.
bool utf8_is_blank(struct str text);

// How much of its start is such.
size_t utf8_blank_bytes(struct str text);
