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

enum {
    SPACE = UTF8_WHITE_SPACE,
    IGNORED = UTF8_IGNORABLE,
    BIDI = UTF8_IGNORABLE | UTF8_BIDI_CONTROL,
    JOIN = UTF8_IGNORABLE | UTF8_JOIN_CONTROL,
    SELECTOR = UTF8_IGNORABLE | UTF8_VARIATION_SELECTOR,
};

// In order, first and last of each range.
static const struct {
    uint32_t first, last;
    unsigned properties;
} invisible[] = {
    {0x0009, 0x000D, SPACE},      {0x0020, 0x0020, SPACE},     {0x0085, 0x0085, SPACE},
    {0x00A0, 0x00A0, SPACE},      {0x00AD, 0x00AD, IGNORED},   {0x034F, 0x034F, IGNORED},
    {0x061C, 0x061C, BIDI},       {0x115F, 0x1160, IGNORED},   {0x1680, 0x1680, SPACE},
    {0x17B4, 0x17B5, IGNORED},    {0x180B, 0x180D, SELECTOR},  {0x180E, 0x180E, IGNORED},
    {0x180F, 0x180F, SELECTOR},   {0x2000, 0x200A, SPACE},     {0x200B, 0x200B, IGNORED},
    {0x200C, 0x200D, JOIN},       {0x200E, 0x200F, BIDI},      {0x2028, 0x2029, SPACE},
    {0x202A, 0x202E, BIDI},       {0x202F, 0x202F, SPACE},     {0x205F, 0x205F, SPACE},
    {0x2060, 0x2065, IGNORED},    {0x2066, 0x2069, BIDI},      {0x206A, 0x206F, IGNORED},
    {0x3000, 0x3000, SPACE},      {0x3164, 0x3164, IGNORED},   {0xFE00, 0xFE0F, SELECTOR},
    {0xFEFF, 0xFEFF, IGNORED},    {0xFFA0, 0xFFA0, IGNORED},   {0xFFF0, 0xFFF8, IGNORED},
    {0x1BCA0, 0x1BCA3, IGNORED},  {0x1D173, 0x1D17A, IGNORED}, {0xE0000, 0xE00FF, IGNORED},
    {0xE0100, 0xE01EF, SELECTOR}, {0xE01F0, 0xE0FFF, IGNORED},
};

unsigned utf8_properties(uint32_t c) {
    for (int i = 0; i < COUNT_OF(invisible) && c >= invisible[i].first; i++) {
        if (c <= invisible[i].last) {
            return invisible[i].properties;
        }
    }
    return 0;
}

size_t utf8_blank_bytes(struct str text) {
    const char *at = text.at;
    const char *end = text.size > 0 ? at + text.size : at;
    const char *next = at;
    while (at < end && utf8_properties(utf8_next(&next, end)) & (SPACE | IGNORED)) {
        at = next;
    }
    return text.size > 0 ? (size_t)(at - text.at) : 0;
}

bool utf8_is_blank(struct str text) {
    return utf8_blank_bytes(text) == text.size;
}
