// SPDX-License-Identifier: MIT
// See bidi_quote.h. English texts of ordinary length stay what they are, byte by byte.
#include "base/bidi_quote.h"

#include "base/utf8.h"

#include <string.h>

enum { LETTERS_LIMIT = 100 };

// The blocks whose letters run right to left (Unicode, DerivedBidiClass.txt).
static bool is_right_to_left(uint32_t c) {
    return (c >= 0x0590 && c <= 0x08FF) || (c >= 0xFB1D && c <= 0xFDFF) ||
           (c >= 0xFE70 && c <= 0xFEFC) || (c >= 0x10800 && c <= 0x10FFF) ||
           (c >= 0x1E800 && c <= 0x1EFFF);
}

const char *bidi_quote(const char *text, struct arena *arena) {
    const char *end = text + strlen(text);
    const char *at = text;
    bool has_right_to_left = false;
    for (int i = 0; i < LETTERS_LIMIT && at < end; i++) {
        has_right_to_left |= is_right_to_left(utf8_next(&at, end));
    }
    if (at < end) {
        text = arena_format(arena, "%.*s…", (int)(at - text), text);
    }
    return has_right_to_left ? arena_format(arena, "\u200E%s\u200E", text) : text;
}
