// SPDX-License-Identifier: MIT
// Letters as codes: every number, and the names that are of use in English text. The full list of
// HTML has two thousand more that nobody in a waiting room writes.
#include "content/card/entity.h"

#include <stdlib.h>
#include <string.h>

static const struct {
    const char *name;
    uint32_t code_point;
} names[] = {
    {"&amp;", '&'},      {"&lt;", '<'},       {"&gt;", '>'},       {"&quot;", '"'},
    {"&apos;", '\''},    {"&nbsp;", 0xA0},    {"&pound;", 0xA3},   {"&copy;", 0xA9},
    {"&deg;", 0xB0},     {"&middot;", 0xB7},  {"&frac12;", 0xBD},  {"&eacute;", 0xE9},
    {"&ndash;", 0x2013}, {"&mdash;", 0x2014}, {"&lsquo;", 0x2018}, {"&rsquo;", 0x2019},
    {"&ldquo;", 0x201C}, {"&rdquo;", 0x201D}, {"&bull;", 0x2022},  {"&hellip;", 0x2026},
    {"&euro;", 0x20AC},  {"&zwnj;", 0x200C},  {"&zwj;", 0x200D},
};

// "&#8217;" and "&#x2019;"; CommonMark allows seven digits, which fit.
static uint32_t numeric(struct str code) {
    char digits[12] = "";
    bool is_hex = code.at[2] == 'x' || code.at[2] == 'X';
    size_t skip = is_hex ? 3 : 2;
    if (code.size < skip + 2 || code.size - skip - 1 >= sizeof digits) {
        return 0;
    }
    memcpy(digits, code.at + skip, code.size - skip - 1);
    unsigned long value = strtoul(digits, NULL, is_hex ? 16 : 10);
    bool is_surrogate = value >= 0xD800 && value <= 0xDFFF;
    return value > 0x10FFFF || is_surrogate ? 0 : (uint32_t)value;
}

uint32_t entity_find(struct str code) {
    if (code.size >= 4 && code.at[1] == '#') {
        return numeric(code);
    }
    for (int i = 0; i < COUNT_OF(names); i++) {
        if (str_equals(code, names[i].name)) {
            return names[i].code_point;
        }
    }
    return 0;
}
