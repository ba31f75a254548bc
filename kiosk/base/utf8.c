// SPDX-License-Identifier: MIT
// UTF-8 by the table of RFC 3629. Decoding is strict, because what one reader lets pass another
// shows as something else.
#include "base/utf8.h"

uint32_t utf8_next(const char **at, const char *end) {
    static const uint32_t smallest[] = {0, 0x80, 0x800, 0x10000};
    unsigned char first = (unsigned char)*(*at)++;
    if (first < 0x80) {
        return first;
    }
    int tail = first < 0xE0 ? 1 : first < 0xF0 ? 2 : 3;
    uint32_t value = first & (0x3F >> tail);
    const char *next = *at;
    for (int i = 0; i < tail; i++) {
        if (next >= end || ((unsigned char)*next & 0xC0) != 0x80) {
            return UTF8_BAD;
        }
        value = value << 6 | ((unsigned char)*next++ & 0x3F);
    }
    bool is_lead = first >= 0xC2 && first <= 0xF4;
    bool is_surrogate = value >= 0xD800 && value <= 0xDFFF;
    if (!is_lead || value < smallest[tail] || value > 0x10FFFF || is_surrogate) {
        return UTF8_BAD;
    }
    *at = next;
    return value;
}

int utf8_put(char out[4], uint32_t c) {
    static const unsigned char leads[] = {0, 0xC0, 0xE0, 0xF0};
    int tail = c < 0x80 ? 0 : c < 0x800 ? 1 : c < 0x10000 ? 2 : 3;
    for (int i = tail; i > 0; i--, c >>= 6) {
        out[i] = (char)(0x80 | (c & 0x3F));
    }
    out[0] = (char)(leads[tail] | c);
    return tail + 1;
}

int utf8_letter_count(struct str text) {
    int count = 0;
    for (size_t i = 0; i < text.size; i++) {
        count += ((unsigned char)text.at[i] & 0xC0) != 0x80;
    }
    return count;
}

enum {
    SPACE = UTF8_WHITE_SPACE,
    IGNORED = UTF8_IGNORABLE,
    JOIN = UTF8_IGNORABLE | UTF8_JOIN_CONTROL,
    SELECTOR = UTF8_IGNORABLE | UTF8_VARIATION_SELECTOR,
};

// In order, first and last of each range.
static const struct {
    uint32_t first, last;
    unsigned properties;
} invisible[] = {
    {0x0009, 0x000D, SPACE},     {0x0020, 0x0020, SPACE},      {0x0085, 0x0085, SPACE},
    {0x00A0, 0x00A0, SPACE},     {0x00AD, 0x00AD, IGNORED},    {0x034F, 0x034F, IGNORED},
    {0x061C, 0x061C, IGNORED},   {0x115F, 0x1160, IGNORED},    {0x1680, 0x1680, SPACE},
    {0x17B4, 0x17B5, IGNORED},   {0x180B, 0x180D, SELECTOR},   {0x180E, 0x180E, IGNORED},
    {0x180F, 0x180F, SELECTOR},  {0x2000, 0x200A, SPACE},      {0x200B, 0x200B, IGNORED},
    {0x200C, 0x200D, JOIN},      {0x200E, 0x200F, IGNORED},    {0x2028, 0x2029, SPACE},
    {0x202A, 0x202E, IGNORED},   {0x202F, 0x202F, SPACE},      {0x205F, 0x205F, SPACE},
    {0x2060, 0x206F, IGNORED},   {0x3000, 0x3000, SPACE},      {0x3164, 0x3164, IGNORED},
    {0xFE00, 0xFE0F, SELECTOR},  {0xFEFF, 0xFEFF, IGNORED},    {0xFFA0, 0xFFA0, IGNORED},
    {0xFFF0, 0xFFF8, IGNORED},   {0x1BCA0, 0x1BCA3, IGNORED},  {0x1D173, 0x1D17A, IGNORED},
    {0xE0000, 0xE00FF, IGNORED}, {0xE0100, 0xE01EF, SELECTOR}, {0xE01F0, 0xE0FFF, IGNORED},
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
