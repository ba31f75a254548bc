// SPDX-License-Identifier: MIT
// UTF-8 by the table of RFC 3629. Decoding is strict, because what one reader lets pass another
// shows as something else.
#include "base/utf8.h"

static uint32_t decode_tail(const char **at, const char *end, uint32_t first, int tail) {
    static const uint32_t smallest[] = {0, 0x80, 0x800, 0x10000};
    const char *next = *at;
    uint32_t value = first;
    for (int i = 0; i < tail; i++) {
        if (next >= end || ((unsigned char)*next & 0xC0) != 0x80) {
            return UTF8_BAD;
        }
        value = value << 6 | ((unsigned char)*next++ & 0x3F);
    }
    bool is_surrogate = value >= 0xD800 && value <= 0xDFFF;
    if (value < smallest[tail] || value > 0x10FFFF || is_surrogate) {
        return UTF8_BAD;
    }
    *at = next;
    return value;
}

uint32_t utf8_next(const char **at, const char *end) {
    unsigned char c = (unsigned char)*(*at)++;
    if (c < 0x80) {
        return c;
    }
    if (c >= 0xC2 && c <= 0xDF) {
        return decode_tail(at, end, c & 0x1F, 1);
    }
    if (c >= 0xE0 && c <= 0xEF) {
        return decode_tail(at, end, c & 0x0F, 2);
    }
    if (c >= 0xF0 && c <= 0xF4) {
        return decode_tail(at, end, c & 0x07, 3);
    }
    return UTF8_BAD;
}

int utf8_put(char out[4], uint32_t c) {
    if (c < 0x80) {
        out[0] = (char)c;
        return 1;
    }
    if (c < 0x800) {
        out[0] = (char)(0xC0 | c >> 6);
        out[1] = (char)(0x80 | (c & 0x3F));
        return 2;
    }
    if (c < 0x10000) {
        out[0] = (char)(0xE0 | c >> 12);
        out[1] = (char)(0x80 | (c >> 6 & 0x3F));
        out[2] = (char)(0x80 | (c & 0x3F));
        return 3;
    }
    out[0] = (char)(0xF0 | c >> 18);
    out[1] = (char)(0x80 | (c >> 12 & 0x3F));
    out[2] = (char)(0x80 | (c >> 6 & 0x3F));
    out[3] = (char)(0x80 | (c & 0x3F));
    return 4;
}

bool utf8_is_valid(struct str text) {
    const char *at = text.at;
    const char *end = text.at + text.size;
    while (at < end) {
        const char *start = at;
        if (utf8_next(&at, end) == UTF8_BAD && at - start != 3) {
            return false; // U+FFFD itself is three bytes; a refusal moves one
        }
    }
    return true;
}
