// SPDX-License-Identifier: MIT
// The number that patients ring: how staff may write it, what it dials, what is refused, and where
// a number stands in a text.
#include "content/phone/phone.h"
#include "content/phone/phone_find.h"
#include "content/phone/phone_parse.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

static struct arena arena;

static enum phone_fault parse(const char *text, struct phone *phone) {
    return phone_parse(str_from(text), &arena, phone);
}

static void a_number_is_dialled_however_staff_group_it(void **state) {
    (void)state;
    static const struct {
        const char *text, *shown, *uri;
    } cases[] = {
        {"0203 228 1350", "0203 228 1350", "tel:+442032281350"},
        {"020 3228 1350", "020 3228 1350", "tel:+442032281350"},
        {"02032281350", "02032281350", "tel:+442032281350"},
        {"  0203  228\t1350 ", "", ""},
        {"+44 20 3228 1350", "+44 20 3228 1350", "tel:+442032281350"},
        {"+44 (0)20 3228 1350", "+44 (0)20 3228 1350", "tel:+442032281350"},
        {"0044 20 3228 1350", "0044 20 3228 1350", "tel:+442032281350"},
        {"(020) 3228 1350", "(020) 3228 1350", "tel:+442032281350"},
        {"020-3228-1350", "020-3228-1350", "tel:+442032281350"},
        {"0203\xC2\xA0"
         "228\xC2\xA0"
         "1350",
         "0203 228 1350", "tel:+442032281350"},
        {"  0203  228   1350 ", "0203 228 1350", "tel:+442032281350"},
        {"- 0203 - 228 -- 1350 \xC2\xA0", "0203-228-1350", "tel:+442032281350"},
        {"0203\u2009228\u20121350", "0203 228-1350", "tel:+442032281350"},
        {"(+44) 20 3228 1350", "(+44) 20 3228 1350", "tel:+442032281350"},
        {"0 2 0 3 2 2 8 1 3 5 0", "0 2 0 3 2 2 8 1 3 5 0", "tel:+442032281350"},
        {"0870 123 4567", "0870 123 4567", "tel:+448701234567"},
        {"0800 123 456", "0800 123 456", "tel:+44800123456"},
        {"0300 123 4567", "0300 123 4567", "tel:+443001234567"},
        {"01204 12345", "01204 12345", "tel:+44120412345"},
        {"07700 900123", "07700 900123", "tel:+447700900123"},
    };
    for (int i = 0; i < COUNT_OF(cases); i++) {
        struct phone phone = {"", ""};
        enum phone_fault fault = parse(cases[i].text, &phone);
        assert_int_equal(fault, cases[i].uri[0] ? PHONE_OK : PHONE_HAS_LETTERS);
        assert_string_equal(phone.shown, cases[i].shown);
        assert_string_equal(phone.uri, cases[i].uri);
    }
}

static void a_wrong_number_is_refused_and_nothing_is_written(void **state) {
    (void)state;
    static const struct {
        const char *text;
        enum phone_fault fault;
    } cases[] = {
        {"", PHONE_EMPTY},
        {"   ", PHONE_EMPTY},
        {"+", PHONE_EMPTY},
        {"0203 228 135", PHONE_TOO_SHORT},
        {"0", PHONE_TOO_SHORT},
        {"+44 20 3228 135", PHONE_TOO_SHORT},
        {"0203 228 13500", PHONE_TOO_LONG},
        {"0203 228 1350 0203 228 1350 0203 228 1350 0203 228 1350", PHONE_TOO_LONG},
        {"0203 CALL DIT", PHONE_HAS_LETTERS},
        {"0203 228 135O", PHONE_HAS_LETTERS},
        {"0203.228.1350", PHONE_HAS_LETTERS},
        {"0203 228 1350; ext 5", PHONE_HAS_LETTERS},
        {"020 + 3228 1350", PHONE_HAS_LETTERS},
        {"0203 (228 1350", PHONE_HAS_LETTERS},
        {"0203 228) 1350", PHONE_HAS_LETTERS},
        {"0203 228 (1350)", PHONE_HAS_LETTERS},
        {"((0203)) 228 1350", PHONE_HAS_LETTERS},
        {"+0203 228 1350", PHONE_NOT_UK},
        {"203 228 1350", PHONE_NOT_UK},
        {"+1 202 555 0123", PHONE_NOT_UK},
        {"+33 1 23 45 67 89", PHONE_NOT_UK},
        {"0612 345 6789", PHONE_NOT_UK},
        {"0000 000 0000", PHONE_NOT_UK},
        {"0900 123 4567", PHONE_PREMIUM},
        {"0909 879 1234", PHONE_PREMIUM},
        {"0871 234 5678", PHONE_PREMIUM},
        {"+44 871 234 5678", PHONE_PREMIUM},
        {"09", PHONE_PREMIUM},
        {"999", PHONE_EMERGENCY},
        {"9-9-9", PHONE_EMERGENCY},
        {"111", PHONE_EMERGENCY},
        {"112", PHONE_EMERGENCY},
        {"116 123", PHONE_EMERGENCY},
    };
    for (int i = 0; i < COUNT_OF(cases); i++) {
        struct phone phone = {"untouched", "untouched"};
        enum phone_fault fault = parse(cases[i].text, &phone);
        if (fault != cases[i].fault) {
            fail_msg("\"%s\" gave fault %d", cases[i].text, fault);
        }
        assert_string_equal(phone.shown, "untouched");
        assert_string_equal(phone.uri, "untouched");
    }
}

static void a_wrong_length_says_how_many_digits_there_should_be(void **state) {
    (void)state;
    struct phone_length length = phone_measure(str_from("0203 228 135"));
    assert_string_equal(length.kind, "A London number");
    assert_int_equal(length.digits, 10);
    assert_int_equal(length.fewest, 11);
    length = phone_measure(str_from("+44 1632 96000"));
    assert_int_equal(length.digits, 10);
    assert_int_equal(length.most, 11);
}

static void two_writings_of_one_number_are_the_same(void **state) {
    (void)state;
    assert_true(phone_is_same(str_from("0203 228 1350"), str_from("+44 20 3228 1350")));
    assert_true(phone_is_same(str_from("116 123"), str_from("116123")));
    assert_false(phone_is_same(str_from("0203 228 1350"), str_from("0203 228 1351")));
}

// The numbers of a text, joined with "|".
static const char *found(const char *text) {
    static char all[400];
    all[0] = '\0';
    size_t start = 0;
    size_t size = 0;
    for (size_t from = 0; phone_find(str_from(text), from, &start, &size); from = start + size) {
        assert_true(size > 0 && start >= from);
        size_t used = strlen(all);
        snprintf(all + used, sizeof all - used, "%s%.*s", used ? "|" : "", (int)size, text + start);
    }
    return all;
}

static void numbers_are_found_whole_inside_a_text(void **state) {
    (void)state;
    static const char *const cases[][2] = {
        {"Ring 0203 228 1350.", "0203 228 1350"},
        {"Ring (0203 228 1350) now", "0203 228 1350"},
        {"Ring (020) 3228 1350 now", "(020) 3228 1350"},
        {"+44 (0)20 3228 1350, or +44 20 3228 1350", "+44 (0)20 3228 1350|+44 20 3228 1350"},
        {"Call 999. Call 111 and choose option 2", "999|111"},
        {"Samaritans on 116 123, free", "116 123"},
        {"0203-228-1350", "0203-228-1350"},
        {"020\xC2\xA0"
         "3228",
         "020\xC2\xA0"
         "3228"},
        {"\xD9\x88"
         "999",
         "999"},
        {"8 sessions of 50 minutes", ""},
        {"at 10:30, 1,000 times, 3.125, 1/200, A4000, 400m", ""},
        {"1 2", ""},
        {"999 1", "999"},
        {"(999)", "999"},
        {"1 000 000 000 000 000 000 000 000", ""},
        {"+ ( (( 12( +", ""},
        {"0203  228 1350", "0203  228 1350"},
        {"", ""},
    };
    for (int i = 0; i < COUNT_OF(cases); i++) {
        assert_string_equal(found(cases[i][0]), cases[i][1]);
    }
}

// The numbers of each text are those behind it.
static void check_found(const char *const (*cases)[2], int count) {
    for (int i = 0; i < count; i++) {
        if (strcmp(found(cases[i][0]), cases[i][1]) != 0) {
            fail_msg("\"%s\" gave \"%s\"", cases[i][0], found(cases[i][0]));
        }
    }
}

static void a_figure_behind_a_number_is_none_of_its_digits(void **state) {
    (void)state;
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
        {"999 24 hours, 111 24/7, 111 7 days", "999|111|111"},
        {"0203 228 1350 0203 228 1351", "0203 228 1350|0203 228 1351"},
        {"24/7 116 123, 10:30 0203 228 1350", "116 123|0203 228 1350"},
    };
    check_found(cases, COUNT_OF(cases));
}

static void what_is_not_whole_is_not_cut(void **state) {
    (void)state;
    static const char *const cases[][2] = {
        {"0203 228 13500", "0203 228 13500"},
        {"0203 228 135 24", "0203 228 135 24"},
        {"0033 1 23 45 67 89", "0033 1 23 45 67 89"},
        {"+1 202 555 0123", "+1 202 555 0123"},
        {"999 000", "999 000"}, // a count
        {"999 111", "999 111"},
        {"0 2 0 3 2 2 8 1 3 5 0", "0 2 0 3 2 2 8 1 3 5 0"},
        {"10 24/7, 12 9am, 1 000 500kg", ""},
        {"999/111", ""},
    };
    check_found(cases, COUNT_OF(cases));
}

static void wide_gaps_part_no_number(void **state) {
    (void)state;
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
    };
    check_found(cases, COUNT_OF(cases));
}

static void a_range_is_no_number(void **state) {
    (void)state;
    static const char *const cases[][2] = {
        {"10 - 12, 9 - 5, 16 \u2013 18, 8:30 - 12:30, 9.30 - 17.30", ""},
        {"2024 - 2025", "2024|2025"},
        {"0900 - 1700", "0900|1700"},
        {"100 - 200 - 300", "100|200|300"},
        {"01-02-2024 - 05-02-2024", "01-02-2024|05-02-2024"},
        {"0203 -- 228 -- 1350", "0203|228|1350"},
        {"0203    228", "0203|228"}, // too far from one another
    };
    check_found(cases, COUNT_OF(cases));
}

static int finish(void **state) {
    (void)state;
    arena_finish(&arena);
    return 0;
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_number_is_dialled_however_staff_group_it),
        cmocka_unit_test(a_wrong_number_is_refused_and_nothing_is_written),
        cmocka_unit_test(a_wrong_length_says_how_many_digits_there_should_be),
        cmocka_unit_test(two_writings_of_one_number_are_the_same),
        cmocka_unit_test(numbers_are_found_whole_inside_a_text),
        cmocka_unit_test(a_figure_behind_a_number_is_none_of_its_digits),
        cmocka_unit_test(what_is_not_whole_is_not_cut),
        cmocka_unit_test(wide_gaps_part_no_number),
        cmocka_unit_test(a_range_is_no_number),
    };
    return cmocka_run_group_tests(tests, NULL, finish);
}
