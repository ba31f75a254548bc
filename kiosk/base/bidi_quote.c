// SPDX-License-Identifier: MIT
// Whether a text needs the marks is a matter of a few blocks of Unicode, so that English ones stay
// what they are, byte by byte.
#include "base/bidi_quote.h"

#include "base/utf8.h"

#include <string.h>

#define MARK "\xE2\x80\x8E"

// The blocks whose letters run right to left (Unicode, DerivedBidiClass.txt).
static const struct {
    uint32_t first, last;
} blocks[] = {
    {0x0590, 0x08FF}, {0xFB1D, 0xFDFF}, {0xFE70, 0xFEFC}, {0x10800, 0x10FFF}, {0x1E800, 0x1EFFF}};

static bool is_right_to_left(uint32_t c) {
    for (int i = 0; i < COUNT_OF(blocks); i++) {
        if (c >= blocks[i].first && c <= blocks[i].last) {
            return true;
        }
    }
    return false;
}

const char *bidi_quote(const char *text, struct arena *arena) {
    const char *end = text + strlen(text);
    for (const char *at = text; at < end;) {
        if (is_right_to_left(utf8_next(&at, end))) {
            return arena_format(arena, MARK "%s" MARK, text);
        }
    }
    return text;
}
