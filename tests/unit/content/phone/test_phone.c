// SPDX-License-Identifier: MIT
// What a number dials, however people write it, and whether it has all the digits that the national
// numbering plan gives it.
#include "content/phone/phone.h"

#include "unit_test.h"

#include <string.h>

UNIT_TEST(a_number_dials_the_same_however_it_is_written) {
    static const char *const cases[][2] = {
        {"0203 228 1350", "02032281350"},
        {"+44 20 3228 1350", "02032281350"},
        {"+44 (0)20 3228 1350", "02032281350"},
        {"0044 20 3228 1350", "02032281350"},
        {"(+44) 20-3228\u20121350 ", "02032281350"},
        {"0203\u00A0228\u20091350", "02032281350"},
        {"116 123", "116123"},
        {"+33 1 23 45 67 89", "33123456789"},
        {"0203 228 1350 0203 228 1350 0203 228 1350", "020322813500203228135002"}, // is cut
        {"", ""},
    };
    for (int i = 0; i < COUNT_OF(cases); i++) {
        struct dialled dialled = phone_dial(str_from(cases[i][0]));
        assert_string_equal(dialled.digits, cases[i][1]);
        assert_int_equal(dialled.is_foreign, strncmp(cases[i][0], "+33", 3) == 0);
        assert_false(dialled.has_strange);
    }
    assert_true(phone_dial(str_from("0203.228.1350")).has_strange);
    assert_int_equal(phone_dial(str_from(cases[8][0])).count, 33);
}

UNIT_TEST(the_plan_says_how_long_a_number_is) {
    static const struct {
        const char *text, *kind;
        int fewest, most;
        bool is_whole;
    } cases[] = {
        {"0203 228 135", "A London number", 11, 11, false},
        {"0203 228 1350", "A London number", 11, 11, true},
        {"0203 228 13500", "A London number", 11, 11, false},
        {"+44 1632 96000", "A number that starts with 01", 11, 11, false},
        {"01204 12345", "A number of this area", 10, 11, true},
        {"01204 123456", "A number of this area", 10, 11, true},
        {"07700 900123", "A mobile number", 11, 11, true},
        {"0800 123 456", "A number that starts with 0800", 10, 11, true},
        {"0871 234 5678", "A number that starts with 0871", 11, 11, true},
        {"0870 234 5678", "A number that starts with 08", 11, 11, true},
        {"0612 345 6789", "A telephone number", 11, 11, true},
        {"0033 1 23 45 6", "A telephone number", 11, 11, false},
        {"+33 1 23 45 67 8", "A telephone number", 11, 11, false},
        {"203 228 1350", "A telephone number", 11, 11, false},
        {"0800 1111", "A number that starts with 0800", 10, 11, true}, // Childline
        {"0800 1111 24", "A number that starts with 0800", 10, 11, false},
        {"999", "A telephone number", 11, 11, true},
        {"116 123", "A telephone number", 11, 11, true},
        {"116 124", "A telephone number", 11, 11, false},
    };
    for (int i = 0; i < COUNT_OF(cases); i++) {
        struct dialled dialled = phone_dial(str_from(cases[i].text));
        const struct phone_range *range = phone_find_range(&dialled);
        assert_string_equal(range->kind, cases[i].kind);
        assert_int_equal(range->fewest, cases[i].fewest);
        assert_int_equal(range->most, cases[i].most);
        if (phone_is_whole(&dialled) != cases[i].is_whole) {
            fail_msg("%s", cases[i].text);
        }
    }
}
