// SPDX-License-Identifier: MIT
// UTF-8, one code point at a time (RFC 3629). It refuses what the standard refuses: overlong forms,
// surrogates and values above U+10FFFF.
#ifndef DIT_UTF8_H
#define DIT_UTF8_H

#include "base/base.h"

enum { UTF8_BAD = 0xFFFD };

// The code point at *at, which moves on by its bytes; UTF8_BAD, and one byte on, where the bytes
// are not UTF-8. Needs *at < end.
uint32_t utf8_next(const char **at, const char *end);

// Writes 1 to 4 bytes to `out`; returns how many.
int utf8_put(char out[4], uint32_t code_point);

bool utf8_is_valid(struct str text);

// Whether nothing of it is ever drawn: spaces of every kind, marks of direction, and what else
// Unicode calls White_Space or Default_Ignorable_Code_Point.
bool utf8_is_blank(struct str text);

// How much of its start is such.
size_t utf8_blank_bytes(struct str text);

#endif
