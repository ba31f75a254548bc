// SPDX-License-Identifier: MIT
// Where a number stands in a text: whole, with what is dialled behind it, and without what merely
// stands beside it.
#include "content/phone/numbers.h"
#include "content/phone/phone_find.h"
#include "unit_test.h"

#include <stdio.h>
#include <string.h>

static char all[400]; // that were found, with "|" between them

static void note(struct str number) {
    size_t used = strlen(all);
    snprintf(all + used, sizeof all - used, "%s%.*s", used ? "|" : "", (int)number.size, number.at);
}

static const char *found(const char *text) {
    struct str number;
    all[0] = '\0';
    for (size_t from = 0; phone_find(str_from(text), from, &number);) {
        assert_true(number.size > 0 && number.at >= text + from);
        note(number);
        from = (size_t)(number.at - text) + number.size;
    }
    return all;
}

// What would be confirmed.
static const char *told(const char *text) {
    struct arena arena = {0};
    struct numbers numbers = {.arena = &arena};
    all[0] = '\0';
    numbers_add(&numbers, str_from(text));
    for (int i = 0; i < numbers.count; i++) {
        note(str_from(numbers.list[i].text));
    }
    arena_finish(&arena);
    return all;
}

// Each text, and what is in it.
static void check(const char *(*find)(const char *text), const char *const (*cases)[2], int count) {
    int wrong = 0;
    for (int i = 0; i < count; i++) {
        if (strcmp(find(cases[i][0]), cases[i][1]) != 0) {
            print_error("\"%s\" gave \"%s\"\n", cases[i][0], all);
            wrong++;
        }
    }
    assert_int_equal(wrong, 0);
}

UNIT_TEST(numbers_are_found_whole_inside_a_text) {
    static const char *const cases[][2] = {
        {"Ring 0203 228 1350.", "0203 228 1350"},
        {"Ring (0203 228 1350) now", "0203 228 1350"},
        {"Ring (020) 3228 1350 now", "(020) 3228 1350"},
        {"+44 (0)20 3228 1350, or +44 20 3228 1350", "+44 (0)20 3228 1350|+44 20 3228 1350"},
        {"Call 999. Call 111 and choose option 2", "999|111"},
        {"Samaritans on 116 123, free", "116 123"},
        {"0203-228-1350", "0203-228-1350"},
        {"020\u00A03228", "020\u00A03228"},
        {"و999", "999"},
        {"999 1", "999"},
        {"(999)", "999"},
        {"999 111 116 123, 999-111", "999|111|116 123|999|111"},
        {"9 9 9 or 1-1-1", "9 9 9|1-1-1"},
        {"0203  228 1350", "0203  228 1350"},
        {"", ""},
    };
    check(found, cases, COUNT_OF(cases));
}

UNIT_TEST(a_figure_behind_a_number_is_none_of_its_digits) {
    static const char *const cases[][2] = {
        {"116 123 24/7", "116 123"},
        {"116 123 7 days a week", "116 123"},
        {"116 123 24 hours a day", "116 123"},
        {"116 123 365 days", "116 123|365"},
        {"116 132 24/7", "116 132"},
        {"116123 24 hours, 116 123 9-5", "116123|116 123"},
        {"0203 228 1350 9am", "0203 228 1350"},
        {"0203 228 1350 9am-5pm. 0203 228 1350 9-5", "0203 228 1350|0203 228 1350"},
        {"0203 228 1350 24 hours, 0203 228 135 10am", "0203 228 1350|0203 228 135"},
        {"0203 228 1350 10.30", "0203 228 1350"},
        {"0203 228 1350/1351", "0203 228 1350"},
        {"+44 20 3228 1350 24 hours", "+44 20 3228 1350"},
        {"+44 (0)20 3228 1350 8:30", "+44 (0)20 3228 1350"},
        {"0044 20 3228 1350 7 days", "0044 20 3228 1350"},
        {"(020) 3228 1350 24/7", "(020) 3228 1350"},
        {"0800 1111 24 hours, 0800 123 456 24 hours", "0800 1111|0800 123 456"},
        {"999 24 hours, 111 24/7, 111 7 days, 85258 24/7", "999|111|111|85258"},
        {"0203 228 1350 0203 228 1351", "0203 228 1350|0203 228 1351"},
        {"24/7 116 123, 10:30 0203 228 1350", "116 123|0203 228 1350"},
    };
    check(found, cases, COUNT_OF(cases));
}

UNIT_TEST(what_is_not_whole_is_not_cut) {
    static const char *const cases[][2] = {
        {"0203 228 13500", "0203 228 13500"},
        {"0203 228 135 24", "0203 228 135 24"},
        {"0033 1 23 45 67 89", "0033 1 23 45 67 89"},
        {"+1 202 555 0123", "+1 202 555 0123"},
        {"999 000", "999 000"}, // a count
        {"0 2 0 3 2 2 8 1 3 5 0", "0 2 0 3 2 2 8 1 3 5 0"},
    };
    check(found, cases, COUNT_OF(cases));
}

UNIT_TEST(wide_gaps_part_no_number) {
    static const char *const cases[][2] = {
        {"0203  228  1350", "0203  228  1350"},
        {"0203   228   1351 now", "0203   228   1351"},
        {"0203 - 228 - 1351", "0203 - 228 - 1351"},
        {"0203 \u2013 228 \u2013 1351", "0203 \u2013 228 \u2013 1351"},
        {"0203\u2009228\u20091350", "0203\u2009228\u20091350"},
        {"0203\u2002228\u200A1350", "0203\u2002228\u200A1350"},
        {"0203 - 228 - 135", "0203 - 228 - 135"},
        {"+44 - 20 - 3228 - 1350", "+44 - 20 - 3228 - 1350"},
        {"(020)  3228  1350", "(020)  3228  1350"},
        {"116  123, 116 - 123, 116\u2009123", "116  123|116 - 123|116\u2009123"},
        {"0203 228 1350 - 24 hours", "0203 228 1350"},
        {"0203 228 135 - 24 hours", "0203 228 135"},
        {"999 - 24 hours, 999 - 111", "999|999|111"},
        {"10:30 - 0203  228  1350", "0203  228  1350"},
        {"0203 -- 228 -- 1350", "0203|228|1350"},
        {"0203    228", "0203|228"}, // too far from one another
    };
    check(found, cases, COUNT_OF(cases));
}

UNIT_TEST(a_number_may_have_dots) {
    static const char *const cases[][2] = {
        {"Ring 020.7946.0018 today.", "020.7946.0018"},
        {"Ring 020.7946.0018.", "020.7946.0018"},
        {"01204.567890 or 07700.900.123", "01204.567890|07700.900.123"},
        {"+44.20.7946.0018", "+44.20.7946.0018"},
        {"0203.228.135 is one digit short", "0203.228.135"},
    };
    check(found, cases, COUNT_OF(cases));
}

UNIT_TEST(what_is_a_part_of_something_else_is_no_number) {
    static const char *const cases[][2] = {
        {"8 sessions of 50 minutes, 1 2, 11 2", ""},
        {"on 01.02.2026, at 08.30.00, version 0.12.3456.78.9012.1", ""},
        {"at 10:30, 1,000 times, 3.125, 1/200, 999/111, A4000, 400m", ""},
        {"10 24/7, 12 9am, 1 000 500kg", ""},
        {"1 000 000 000 000 000 000 000 000", ""},
        {"+ ( (( 12( +", ""},
        {"10 - 12, 9 - 5, 16 \u2013 18, 8:30 - 12:30, 9.30 - 17.30", ""},
        {"2024 - 2025", "2024|2025"},
        {"0900 - 1700", "0900|1700"},
        {"100 - 200 - 300", "100|200|300"},
        {"01-02-2024 - 05-02-2024", "01-02-2024|05-02-2024"},
    };
    check(found, cases, COUNT_OF(cases));
}

UNIT_TEST(what_is_confirmed_depends_on_nobodys_way_of_typing) {
    static const char *const cases[][2] = {
        {"0203.228.1350", "0203.228.1350"},
        {"0203/228/1350 now", "0203/228/1350"},
        {"0203,228,135 or 111", "0203,228,135|111"},
        {"(01204) 567.890", "(01204) 567.890"},
        {"0203 228 1350x and Tel0203 228 1351", "0203 228 1350|0203 228 1351"},
        {"0203 228 135 0203 228 1350", "0203 228 135 0203 228 1350"}, // a digit short, and another
        {"٠٢٠٣ ٢٢٨ ١٣٥٠, ৯৯৯, १११", "0203 228 1350|999|111"},
        {"0\u200B2\u200B03\u00AD 228 1350", "0203 228 1350"},
        {"8.30 to 18.30 on 3.4.2026, up to 16 sessions, 10:30-12:30", ""},
        {"A4 and B12 and 7, 1 to 2 to 3 to 4 or 5, 50 minutes, 16 weeks", ""},
    };
    check(told, cases, COUNT_OF(cases));
}

UNIT_TEST(an_extension_belongs_to_its_number) {
    static const char *const cases[][2] = {
        {"020 7946 0000 ext 21", "020 7946 0000 ext 21"},
        {"020 7946 0000, ext.2134 now", "020 7946 0000, ext.2134"},
        {"020 7946 0000 EXTENSION 12345.", "020 7946 0000 EXTENSION 12345"},
        {"020 7946 0000 extn: 21", "020 7946 0000 extn: 21"},
        {"020 7946 0000 x21, or 020 7946 0001", "020 7946 0000 x21|020 7946 0001"},
        {"020 7946 0000\nextension 21", "020 7946 0000\nextension 21"},
        {"020 7946 0000\u00A0ext\u00A021", "020 7946 0000\u00A0ext\u00A021"},
        {"020 7946 0000 – option 2", "020 7946 0000 – option 2"},
        {"020 7946 0000 (option 2) now", "020 7946 0000 option 2"},
        {"(020 7946 0000) option #2", "020 7946 0000 option #2"},
        {"020 7946 0000, and choose option number 2", "020 7946 0000, and choose option number 2"},
        {"0203.228.1350 ext no. 21", "0203.228.1350 ext no. 21"},
        {"111 and press 2 or 999", "111 and press 2|999"},
        {"111 option 2, then option 1", "111 option 2, then option 1"},
        {"116 123 #2", "116 123 #2"},
        {"0203 228 1350 ext 21 and 16 sessions", "0203 228 1350 ext 21"},
        {"111 option 2 24/7", "111 option 2"},
        // and what merely follows it does not
        {"0203 228 1350 option to, or 50 minutes", "0203 228 1350"},
        {"0203 228 1350, then 16 sessions", "0203 228 1350"},
        {"0203 228 1350 # or extra 2", "0203 228 1350"},
        {"0203 228 1350 is an option 2", "0203 228 1350"},
        {"0203 228 1350 option 2nd", "0203 228 1350"},
        {"0203 228 1350 option 1,000", "0203 228 1350"},
        {"0203 228 1350 option 10:30", "0203 228 1350"},
        {"0203 228 1350 ext 123456", "0203 228 1350|123456"},
        {"0203 228 1350 ext 0207 946 0000", "0203 228 1350|0207 946 0000"},
        {"999 or 111", "999|111"},
    };
    check(told, cases, COUNT_OF(cases));
}

UNIT_TEST(numbers_are_the_same_that_reach_the_same) {
    static const struct {
        const char *text; // two numbers
        bool is_same;
    } cases[] = {
        {"0203 228 1350 or +44 20 3228 1350", true},
        {"0203 228 1350 or 0203 228 1351", false},
        {"020 7946 0000 ext 21; +44 20 7946 0000, extension 21", true},
        {"111 and choose option 2; 111 press 2", true},
        {"111 option 2; 111 option 3", false},
        {"111 option 2; 111", false},
        {"020 7946 0000 2; 020 7946 0000 ext 2", false},
        {"0203228135002032281350020322813500; 0203228135002032281350020322813501", false},
    };
    for (int i = 0; i < COUNT_OF(cases); i++) {
        struct arena arena = {0};
        struct numbers numbers = {.arena = &arena};
        numbers_add(&numbers, str_from(cases[i].text));
        if (numbers.count != 2 ||
            numbers_are_same(&numbers.list[0], &numbers.list[1]) != cases[i].is_same) {
            fail_msg("%s (%d)", cases[i].text, numbers.count);
        }
        arena_finish(&arena);
    }
}
