// SPDX-License-Identifier: MIT
// What is refused as UTF-8, and what draws nothing, by the tables of RFC 3629 and Unicode 15.
#include "base/utf8.h"

#include "unit_test.h"
#include "valid_utf8.h"

#include <string.h>

UNIT_TEST(every_code_point_is_read_as_it_was_written) {
    for (uint32_t c = 0; c <= 0x10FFFF; c++) {
        char bytes[4];
        const char *at = bytes;
        bool is_surrogate = c >= 0xD800 && c <= 0xDFFF;
        int size = utf8_put(bytes, c);
        assert_int_equal(utf8_next(&at, bytes + size), is_surrogate ? UTF8_BAD : c);
        assert_int_equal(at - bytes, is_surrogate ? 1 : size);
    }
}

UNIT_TEST(what_is_no_utf8_is_refused) {
    static const char *const texts[] = {
        "\x80",
        "\xBF",
        "\xC0\x80",
        "\xC1\xBF",
        "\xC3",
        "\xE0\x9F\xBF",
        "\xE2\x80",
        "\xED\xA0\x80",
        "\xF0\x8F\xBF\xBF",
        "\xF4\x90\x80\x80",
        "\xF5\x80\x80\x80",
        "\xFF",
        "a\xE9z",
    };
    for (int i = 0; i < COUNT_OF(texts); i++) {
        assert_false(is_valid_utf8(str_from(texts[i])));
    }
    assert_true(is_valid_utf8(str_from("\xEF\xBF\xBD é 漢 𞤀")));
}

enum {
    SPACE = UTF8_WHITE_SPACE,
    IGNORED = UTF8_IGNORABLE,
    JOIN = UTF8_IGNORABLE | UTF8_JOIN_CONTROL,
    SELECTOR = UTF8_IGNORABLE | UTF8_VARIATION_SELECTOR,
};

// By name, beside neighbours that are seen.
UNIT_TEST(what_draws_nothing_has_the_properties_that_unicode_gives_it) {
    static const struct {
        uint32_t code_point;
        unsigned properties;
    } cases[] = {
        {0x00, 0},          {0x08, 0},          {0x09, SPACE},       {0x0A, SPACE},
        {0x0D, SPACE},      {0x0E, 0},          {0x20, SPACE},       {0x21, 0},
        {0x7F, 0},          {0x85, SPACE},      {0xA0, SPACE},       {0xA1, 0},
        {0xAD, IGNORED},    {0x034E, 0},        {0x034F, IGNORED},   {0x061B, 0},
        {0x061C, IGNORED},  {0x115F, IGNORED},  {0x1161, 0},         {0x1680, SPACE},
        {0x17B4, IGNORED},  {0x180B, SELECTOR}, {0x180E, IGNORED},   {0x180F, SELECTOR},
        {0x1810, 0},        {0x2000, SPACE},    {0x200A, SPACE},     {0x200B, IGNORED},
        {0x200C, JOIN},     {0x200D, JOIN},     {0x200E, IGNORED},   {0x200F, IGNORED},
        {0x2010, 0},        {0x2027, 0},        {0x2028, SPACE},     {0x2029, SPACE},
        {0x202A, IGNORED},  {0x202E, IGNORED},  {0x202F, SPACE},     {0x2030, 0},
        {0x205F, SPACE},    {0x2060, IGNORED},  {0x2065, IGNORED},   {0x2066, IGNORED},
        {0x2069, IGNORED},  {0x206A, IGNORED},  {0x2070, 0},         {0x2800, 0},
        {0x3000, SPACE},    {0x3164, IGNORED},  {0xFDFF, 0},         {0xFE00, SELECTOR},
        {0xFE0F, SELECTOR}, {0xFE10, 0},        {0xFEFF, IGNORED},   {0xFFA0, IGNORED},
        {0xFFF8, IGNORED},  {0xFFFC, 0},        {0x1BCA0, IGNORED},  {0x1D17A, IGNORED},
        {0xDFFFF, 0},       {0xE0000, IGNORED}, {0xE0100, SELECTOR}, {0xE01EF, SELECTOR},
        {0xE0FFF, IGNORED}, {0xE1000, 0},       {0x10FFFF, 0},
    };
    for (int i = 0; i < COUNT_OF(cases); i++) {
        assert_int_equal(utf8_properties(cases[i].code_point), cases[i].properties);
    }
}

// As many as PropList.txt and DerivedCoreProperties.txt of Unicode 15 count.
UNIT_TEST(each_property_holds_for_as_many_code_points_as_unicode_says) {
    static const int totals[] = {25, 4174, 2, 260};
    int counts[COUNT_OF(totals)] = {0};
    for (uint32_t c = 0; c <= 0x10FFFF; c++) {
        for (int i = 0; i < COUNT_OF(totals); i++) {
            counts[i] += utf8_properties(c) >> i & 1;
        }
    }
    assert_memory_equal(counts, totals, sizeof totals);
}

UNIT_TEST(a_text_of_spaces_and_of_what_is_ignorable_is_blank) {
    static const struct {
        const char *text;
        size_t blank_bytes;
    } cases[] = {
        {"", 0},
        {" \t\n", 3},
        {"a", 0},
        {"  a ", 2},
        {"\u00A0x", 2},
        {"\u200B\u00ADx", 5},
        {"\uFEFF\u3000", 6},
        {"\xFF ", 0},
    };
    for (int i = 0; i < COUNT_OF(cases); i++) {
        struct str text = str_from(cases[i].text);
        assert_int_equal(utf8_blank_bytes(text), cases[i].blank_bytes);
        assert_int_equal(utf8_is_blank(text), cases[i].blank_bytes == text.size);
    }
    assert_true(utf8_is_blank((struct str){NULL, 0}));
}
