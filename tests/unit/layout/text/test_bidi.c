// SPDX-License-Identifier: MIT
// Directions, scripts and breaks one by one: what the libraries answer, and what isolation adds.
#include "layout/text/letters.h"

#include <string.h>

#include "base/utf8.h"
#include "unit_test.h"

enum { LETTERS = 100 };

static struct arena arena;

// '[' and ']' stand around a number.
static const char *levels_of(const char *text, bool is_right_to_left) {
    static char digits[LETTERS + 1];
    struct letter list[LETTERS];
    struct letters letters = {.list = list};
    bool is_in = false;
    for (const char *end = text + strlen(text); text < end;) {
        uint32_t c = utf8_next(&text, end);
        if (c == '[' || c == ']') {
            is_in = c == '[';
            continue;
        }
        list[letters.count++] = (struct letter){
            .code_point = c, .byte_count = 1, .is_number = is_in, .starts_cluster = true};
    }
    letters_set_levels(letters, is_right_to_left, &arena);
    for (int i = 0; i < letters.count; i++) {
        digits[i] = (char)('0' + list[i].level);
    }
    digits[letters.count] = '\0';
    return digits;
}

UNIT_TEST(levels_are_those_of_unicode) {
    static const struct {
        const char *text;
        bool is_right_to_left;
        const char *levels;
    } cases[] = {
        {"abc", false, "000"},
        {"abc", true, "222"},
        {"אבג", false, "111"},
        {"אבג", true, "111"},
        {"ab גד", false, "00011"},
        {"אב 12", true, "11122"},
        {"אב 12 34", true, "11122122"}, // two numbers, the first on the right
        {"אב\nab", true, "11122"},      // a line break does not begin another paragraph
        {"", true, ""},
        {"a٣", false, "02"},
        {"été “quoted” – dash", false, "0000000000000000000"},
        {"אב (גד): 12", false, "11111111122"}, // in an English sentence, without and with marks
        {"\u200Eאב\u200E (\u200Eגד\u200E): 12", false, "011000011000000"},
    };
    for (int i = 0; i < COUNT_OF(cases); i++) {
        assert_string_equal(levels_of(cases[i].text, cases[i].is_right_to_left), cases[i].levels);
    }
}

UNIT_TEST(an_isolate_has_one_level_from_end_to_end) {
    assert_string_equal(levels_of("אב [12 34]", true), "11122222");
    assert_string_equal(levels_of("אב [+44 20]", true), "111222222");
    assert_string_equal(levels_of("אב ([12 34])", true), "1111222221");
    assert_string_equal(levels_of("[12 34] אב", false), "22222011");
}

UNIT_TEST(scripts_are_named_as_iso_15924_names_them) {
    static const struct {
        uint32_t code_point;
        const char *name; // NULL: common
    } cases[] = {
        {'a', "Latn"},    {0xE9, "Latn"},  {0x627, "Arab"}, {0x5D0, "Hebr"}, {0xB95, "Taml"},
        {0x995, "Beng"},  {0x915, "Deva"}, {0xA95, "Gujr"}, {0xA15, "Guru"}, {0x1200, "Ethi"},
        {0x4E00, "Hani"}, {'1', NULL},     {' ', NULL},     {'(', NULL},     {0x301, NULL},
        {0x200D, NULL},   {0x60C, NULL},
    };
    for (int i = 0; i < COUNT_OF(cases); i++) {
        const char *name = cases[i].name;
        assert_int_equal(letters_find_script(cases[i].code_point),
                         name ? big_endian(name, 4) : SCRIPT_COMMON);
    }
}

UNIT_TEST(what_hangs_on_a_letter_is_joined_to_it) {
    static const struct {
        uint32_t before, code_point;
        bool is_joined;
    } cases[] = {
        {'a', 'b', false},      {'a', 0x301, true},        {0x915, 0x93F, true},
        {0x94D, 0x937, true},   {0x94D, ' ', false},       {0xB95, 0xB95, false},
        {0x628, 0x64E, true},   {0x628, 0x200D, true},     {0x200D, 0x1F469, true},
        {0x2764, 0xFE0F, true}, {0x1F44D, 0x1F44D, false}, {0x200C, 0x628, false},
    };
    for (int i = 0; i < COUNT_OF(cases); i++) {
        assert_int_equal(letters_are_joined(cases[i].before, cases[i].code_point),
                         cases[i].is_joined);
    }
}

// A '|' where a line may end, a '#' where it must.
UNIT_TEST(lines_may_end_where_unicode_says) {
    static const struct {
        const char *text, *breaks;
    } cases[] = {
        {"one two", "one |two#"},
        {"face-to-face", "face-|to-|face#"},
        {"(one) two.", "(one) |two.#"},
        {"one\xC2\xA0two", "one\xC2\xA0two#"},
        {"a\nb", "a\n#b#"},
        {"\xE2\x80\x9Cone\xE2\x80\x9D two", "\xE2\x80\x9Cone\xE2\x80\x9D |two#"},
        {"اتصل الآن", "اتصل |الآن#"},
        {"வணக்கம் நலம்", "வணக்கம் |நலம்#"},
        {"漢字", "漢|字#"},
        {"one\xE2\x80\x8Btwo", "one\xE2\x80\x8B|two#"},
    };
    for (int i = 0; i < COUNT_OF(cases); i++) {
        struct shape_style style = {0};
        struct letters letters = letters_build(str_from(cases[i].text), &style, &arena);
        char found[400];
        int size = 0;
        for (int k = 0; k < letters.count; k++) {
            size += utf8_put(found + size, letters.list[k].code_point);
            if (letters.list[k].line_break != BREAK_NONE) {
                found[size++] = letters.list[k].line_break == BREAK_MUST ? '#' : '|';
            }
        }
        found[size] = '\0';
        assert_string_equal(found, cases[i].breaks);
    }
}

static int finish(void **state) {
    (void)state;
    arena_finish(&arena);
    return 0;
}

UNIT_TESTS_SHARE(NULL, finish)
