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

// Unicode 15, PropList and DerivedCoreProperties; first and last of each range, in order.
static const uint32_t blanks[][2] = {
    {0x0009, 0x000D},   {0x0020, 0x0020},   {0x0085, 0x0085},   {0x00A0, 0x00A0}, {0x00AD, 0x00AD},
    {0x034F, 0x034F},   {0x061C, 0x061C},   {0x115F, 0x1160},   {0x1680, 0x1680}, {0x17B4, 0x17B5},
    {0x180B, 0x180F},   {0x2000, 0x200F},   {0x2028, 0x202F},   {0x205F, 0x206F}, {0x3000, 0x3000},
    {0x3164, 0x3164},   {0xFE00, 0xFE0F},   {0xFEFF, 0xFEFF},   {0xFFA0, 0xFFA0}, {0xFFF0, 0xFFF8},
    {0x1BCA0, 0x1BCA3}, {0x1D173, 0x1D17A}, {0xE0000, 0xE0FFF},
};

static bool is_blank(uint32_t c) {
    for (int i = 0; i < COUNT_OF(blanks) && c >= blanks[i][0]; i++) {
        if (c <= blanks[i][1]) {
            return true;
        }
    }
    return false;
}

size_t utf8_blank_bytes(struct str text) {
    const char *at = text.at;
    const char *end = text.size > 0 ? at + text.size : at;
    const char *next = at;
    while (at < end && is_blank(utf8_next(&next, end))) {
        at = next;
    }
    return text.size > 0 ? (size_t)(at - text.at) : 0;
}

bool utf8_is_blank(struct str text) {
    return utf8_blank_bytes(text) == text.size;
}
