// SPDX-License-Identifier: MIT
// The numbers on a card that patients would ring: those that are not the practice's, slips from the
// numbers of urgent help, and letters that were typed for digits.
#include "content/deck/card_numbers.h"
#include "content/deck/urgent.h"

#include "complaints.h"
#include "content/card/card_load.h"
#include "content/ports.h"

static struct card load(const char *id, const char *text) {
    static const struct ports ports = {0};
    struct card card = {.id = id, .order = strcmp(id, "urgent-help") == 0 ? -1 : 10};
    findings = (struct findings){.arena = &arena};
    assert_true(card_load(&card, str_from(text), "cards/en/card.md", &ports, &findings));
    return card;
}

// Those that begin with "error: " behind the line, and no others, are errors.
static void assert_complaints(const char *about, const char *const *wanted, int count) {
    const char *out = complaints();
    int errors = 0;
    bool is_right = findings.count == count;
    for (int i = 0; i < count; i++) {
        errors += strstr(wanted[i], "error: ") != NULL;
    }
    is_right = is_right && findings.error_count == errors;
    for (int i = 0; i < count; i++) {
        is_right = is_right && strstr(out, wanted[i]);
    }
    if (!is_right) {
        fail_msg("\"%s\" gave:\n%s", about, out);
    }
}

static void a_telephone_number_that_is_not_the_practices_is_said(void **state) {
    (void)state;
    static const struct {
        const char *text, *number;
    } cases[] = {
        {"# T\n\nCall 0203 228 1351 now\n", "0203 228 1351"},
        {"# T\n\nCall 0203 228 135 now\n", "0203 228 135"},
        {"# T\n\nCall +44 20 3228 1351 now\n", "+44 20 3228 1351"},
        {"# T\n\nCall (0203) 228 1351 now\n", "(0203) 228 1351"},
        {"# T\n\nRing us on 0203 228 1351 9am-5pm.\n", "0203 228 1351"},
        {"# T\n\nRing us on 0203 228 1351 24 hours a day.\n", "0203 228 1351"},
        {"# T\n\nCall 0203  228  1351 now\n", "0203  228  1351"},
        {"# T\n\nCall 0203 - 228 - 1351 now\n", "0203 - 228 - 1351"},
        {"# T\n\nCall 0203\u2009228\u20091351 now\n", "0203\u2009228\u20091351"},
        {"# T\n\nاتصل ٠٢٠٣ ٢٢٨ ١٣٥١ الآن\n", "0203 228 1351"},
        {"# T\n\n۰۲۰۳ ۲۲۸ ۱۳۵۱\n", "0203 228 1351"},
        {"# T\n\n০২০৩ ২২৮ ১৩৫১\n", "0203 228 1351"},
        {"# T\n\n०२०३ २२८ १३५१\n", "0203 228 1351"},
        {"# T 0203 228 1351\n\nWords\n", "0203 228 1351"},
        {"0203 228 1351\n\n# T\n\nWords\n", "0203 228 1351"},
        {"# T\n\n![0203 228 1351](a.png)\n", "0203 228 1351"},
    };
    for (int i = 0; i < COUNT_OF(cases); i++) {
        struct card card = load("what", cases[i].text);
        card_numbers_check(&card, "0203 228 1350", &findings);
        const char *what = arena_format(&arena,
                                        "warning: “%s” is not the number in kiosk.ini. Check every "
                                        "digit; kiosk.ini says 0203 228 1350.",
                                        cases[i].number);
        assert_complaints(cases[i].text, &what, 1);
    }
}

static void right_numbers_and_other_digits_are_left_alone(void **state) {
    (void)state;
    struct card card = load(
        "what",
        "# T\n\nCall 0203 228 1350 or +44 20 3228 1350.\n\nCall 999, or 111 then "
        "option 2.\n\nSamaritans: 116 123. Missing People: 116 000.\n\n"
        "In 2013, 8 of 1,000 at 10:30, 0900 - 1700, 2024 - 2025.\n\n٠٢٠٣ ٢٢٨ ١٣٥٠\n\nRing 0203 228 "
        "1350 24 hours, 0203 228 1350 "
        "9am-5pm, or 116 123 24/7.\n");
    card_numbers_check(&card, "0203 228 1350", &findings);
    assert_string_equal(complaints(), "");
}

static void on_urgent_help_nobody_is_told_to_write_the_practices_number(void **state) {
    (void)state;
    static const char *const wanted[] = {
        "“0800 1111” is not the number in kiosk.ini. Check every digit: people in danger ring it."};
    struct card card = load("urgent-help", "# T\n\nChildline: 0800 1111\n");
    card_numbers_check(&card, "0203 228 1350", &findings);
    assert_complaints("0800 1111", wanted, 1);
}

static void a_slip_from_the_samaritans_number_is_known_on_any_card(void **state) {
    (void)state;
    static const char *const slips[] = {"116 132", "116 12",  "116 1233", "161 123", "116 124",
                                        "16 123",  "116 321", "116132",   "0116 123"};
    static const char *const ids[] = {"what", "urgent-help"};
    for (int i = 0; i < COUNT_OF(slips) * COUNT_OF(ids); i++) {
        const char *slip = slips[i % COUNT_OF(slips)];
        struct card card = load(ids[i / COUNT_OF(slips)],
                                arena_format(&arena, "# T\n\nSamaritans: %s, or 116 123.\n", slip));
        card_numbers_check(&card, i % 2 ? "0203 228 1350" : "", &findings);
        const char *what = arena_format(&arena,
                                        ":3: warning: “%s” looks like Samaritans, who are on "
                                        "116 123. Check every digit.",
                                        slip);
        assert_complaints(slip, &what, 1);
    }
}

#define NO_999 "warning: Urgent help does not say 999. Write there: Call 999, when a life is at"
#define NO_111 "warning: Urgent help does not say 111. Write there: Call 111 and choose option 2"
#define NO_116 "warning: Urgent help does not say 116 123. Write there: Call Samaritans on 116 123"

#define ERROR_999(slip) ":3: error: “" slip "” looks like 999. Write 999."
#define ERROR_111(slip) ":3: error: “" slip "” looks like NHS 111. Write 111."
#define ERROR_116(slip)                                                                            \
    ":3: error: “" slip "” looks like Samaritans, who are on 116 123. Write 116 123."

static void a_slip_from_a_short_number_is_known_where_that_number_is_missing(void **state) {
    (void)state;
    static const struct {
        const char *text;
        const char *wanted[3];
    } cases[] = {
        {"# T\n\nCall 999, 111 or 116 123.\n", {NULL}},
        {"# T\n\nCall 99, 111 or 116 123.\n", {ERROR_999("99")}},
        {"# T\n\nCall 9999\n\n111 or 116 123.\n", {ERROR_999("9999")}},
        {"# T\n\nCall 999\n\n112 or 116 123.\n",
         {NO_111, ":5: warning: “112” looks like NHS 111."}},
        {"# T\n\n999, 111, 112, 101, 116 123.\n", {NULL}}, // numbers in their own right
        {"# T\n\n11 staff. 999, 111, 116 123.\n", {NULL}},
        {"# T\n\nFrom 11.30 to 11:45, A11, 11th: 999 and 116 123.\n", {NO_111}},
        {"# T\n\n020 7946 1110 and 0203 228 1350: 999 and 116 123.\n", {NO_111}},
        {"# T\n\nCall 999 or 111.\n", {NO_116}},
        {"# Call 99\n\nOr 111, 116 123.\n", {":1: error: “99” looks like 999. Write 999."}},
        {"# T\n\n999 or 111.\n\n![116 123](a.png)\n", {NO_116}},
    };
    for (int i = 0; i < COUNT_OF(cases); i++) {
        int count = 0;
        struct card card = load("urgent-help", cases[i].text);
        urgent_check(&card, &findings);
        while (count < COUNT_OF(cases[i].wanted) && cases[i].wanted[count]) {
            count++;
        }
        assert_complaints(cases[i].text, cases[i].wanted, count);
    }
}

static void a_slip_that_can_be_nothing_else_is_refused_where_the_number_is_missing(void **state) {
    (void)state;
    static const struct {
        const char *text, *wanted;
    } cases[] = {
        {"# T\n\nSamaritans on 116 132.\n\n999, 111.\n", ERROR_116("116 132")},
        {"# T\n\nSamaritans on 116 132 24/7.\n\n999, 111.\n", ERROR_116("116 132")},
        {"# T\n\nSamaritans: 116132, free\n\n999, 111.\n", ERROR_116("116132")},
        {"# T\n\n116 12\n\n999, 111.\n", ERROR_116("116 12")},
        {"# T\n\n## ١١٦ ١٣٢\n\n999, 111.\n", ERROR_116("116 132")},
        {"# T\n\n![Samaritans 116 132](a.png)\n\n999, 111.\n", ERROR_116("116 132")},
        {"# T\n\n## Call 99\n\n111, 116 123.\n", ERROR_999("99")},
        {"# T\n\nCall 99 now\n\n111, 116 123.\n", ERROR_999("99")},
        {"# T\n\nRing **998** if a life is at risk.\n\n111, 116 123.\n", ERROR_999("998")},
        {"# T\n\n99 – for danger\n\n111, 116 123.\n", ERROR_999("99")},
        {"# T\n\nEmergency: (99)\n\n111, 116 123.\n", ERROR_999("99")},
        {"# T\n\n2 chairs, 99 chairs, call 9999.\n\n111, 116 123.\n", ERROR_999("9999")},
        {"# T\n\nΚαλέστε το 99.\n\n111, 116 123.\n", ERROR_999("99")},
        {"# T\n\n٩٩، خطر\n\n111, 116 123.\n", ERROR_999("99")},
        {"# T\n\nCall 11 and choose option 2.\n\n999, 116 123.\n", ERROR_111("11")},
        {"# T\n\nNHS 1111 gives help.\n\n999, 116 123.\n", ERROR_111("1111")},
        {"# T\n\nCall 121, option 2.\n\n999, 116 123.\n", ERROR_111("121")},
    };
    for (int i = 0; i < COUNT_OF(cases); i++) {
        struct card card = load("urgent-help", cases[i].text);
        card_numbers_check(&card, "0203 228 1350", &findings); // says it no second time
        urgent_check(&card, &findings);
        assert_complaints(cases[i].text, &cases[i].wanted, 1);
    }
}

// 111 is nowhere on these cards, and 999 nowhere on the last ones.
static void no_sensible_words_are_refused(void **state) {
    (void)state;
    static const char *const texts[] = {
        "11 sessions",
        "Up to 11 weeks",
        "at 11 am",
        "Call 11 am to 3 pm",
        "Call 11 times",
        "From 9 to 11.",
        "Open 9 - 11.",
        "Open 11 – 4.",
        "Open till 11, and at 11.",
        "8:11, 11.30, 11/12, 1 in 11.",
        "For 11-year-olds. For 11-16. £11, 11%, 11+, 11 %.",
        "On 11 June",
        "In room 11. On page 11. Bus 11",
        "Police: 101. Power cut: 105. Europe: 112.",
        "Samaritans: 116",
        "9 am",
        "NHS, since 1110, since 1111.",
        "11 اجتماعات",
        "Bus 99. Room 9. In 1999. (1999)",
        "99 people, £99, 99% of us",
    };
    for (int i = 0; i < COUNT_OF(texts); i++) {
        bool has_999 = !strstr(texts[i], "99");
        struct card card = load("urgent-help", arena_format(&arena, "# T\n\n%s\n\n%s 116 123\n",
                                                            texts[i], has_999 ? "999," : "111,"));
        urgent_check(&card, &findings);
        if (findings.error_count > 0) {
            fail_msg("\"%s\" gave:\n%s", texts[i], complaints());
        }
    }
}

static void nothing_is_a_slip_from_a_number_that_is_there(void **state) {
    (void)state;
    struct card card = load("urgent-help", "# T\n\nCall 99. Bus 99. 11 sessions, 9 am, 112, 1999.\n"
                                           "\n999, 111, 116 123\n");
    urgent_check(&card, &findings);
    assert_string_equal(complaints(), "");
}

static void urgent_help_says_its_numbers_in_any_digits_and_with_any_spaces(void **state) {
    (void)state;
    static const char *const texts[] = {
        "# T\n\n999/111. 116123\n",
        "# T\n\n999 111, 116-123\n",
        "# T\n\n999 - 111. 116  123\n",
        "# T\n\n999, 111, 116 - 123\n",
        "# T\n\n٩٩٩ ، ١١١ ، ١١٦ ١٢٣\n",
        "# T\n\n৯৯৯, ১১১, ১১৬ ১২৩\n",
        "# T\n\n999, 111, 116\xE2\x80\x91"
        "123\n",
        "# T\n\n999 24/7, 111 24 hours\n\n## Call Samaritans on 116 123 7 days a week\n",
        "# T\n\n999 7 days\n\n111\n\nSamaritans on 116 123 24 hours a day\n",
        "# T\n\n999 and 111 9am. 116 123 24/7\n",
        "# 999\n\n111\n\n> 116\xC2\xA0"
        "123\n",
    };
    for (int i = 0; i < COUNT_OF(texts); i++) {
        struct card card = load("urgent-help", texts[i]);
        urgent_check(&card, &findings);
        assert_complaints(texts[i], NULL, 0);
    }
}

static void the_name_of_a_picture_is_no_number(void **state) {
    (void)state;
    static const char *const names[] = {"IMG_2041.jpg", "020-7946-0000.jpg", "116132.jpg",
                                        "O203-228-1350.jpg", "99.jpg"};
    for (int i = 0; i < COUNT_OF(names); i++) {
        struct card card =
            load("urgent-help", arena_format(&arena, "# T\n\n![Us](%s)\n\nCall 111\n", names[i]));
        card_numbers_check(&card, "0203 228 1350", &findings);
        assert_string_equal(complaints(), "");
        urgent_check(&card, &findings);
        assert_int_equal(findings.count, 2); // that two numbers are missing
        assert_int_equal(findings.error_count, 0);
    }
}

static void a_letter_in_the_place_of_a_digit_is_named(void **state) {
    (void)state;
    static const struct {
        const char *number, *letter, *mended;
    } cases[] = {
        {"O203 228 1350", "the letter O where a nought (0)", "0203 228 1350"},
        {"o203 228 1350", "the letter o where a nought (0)", "0203 228 1350"},
        {"0203 228 l350", "the letter l where a one (1)", "0203 228 1350"},
        {"0203 228 I350", "the letter I where a one (1)", "0203 228 1350"},
        {"0203  228 - 135O", "the letter O where a nought (0)", "0203  228 - 1350"},
        {"0203 228 135O", "the letter O where a nought (0)", "0203 228 1350"},
        {"O8OO 123 456", "the letter O where a nought (0)", "0800 123 456"},
        {"1l6 123", "the letter l where a one (1)", "116 123"},
        {"11l", "the letter l where a one (1)", "111"},
    };
    for (int i = 0; i < COUNT_OF(cases); i++) {
        struct card card = load(
            "what", arena_format(&arena, "# T\n\nRing %s, or 0203 228 1350.\n", cases[i].number));
        card_numbers_check(&card, "0203 228 1350", &findings);
        const char *what = arena_format(&arena, ":3: warning: “%s” has %s belongs. Write %s.",
                                        cases[i].number, cases[i].letter, cases[i].mended);
        assert_complaints(cases[i].number, &what, 1);
    }
}

static void words_beside_a_number_are_no_digits(void **state) {
    (void)state;
    static const char *const texts[] = {
        "Ring 0203 228 1350 I will answer.",
        "Or 0203 228 1350 or 111.",
        "Room l1, floor O2, B12O.",
        "Oil, Ill, lO, IO, OO7 and O2 Arena.",
        "All 12345 lo 6789.",
    };
    for (int i = 0; i < COUNT_OF(texts); i++) {
        struct card card = load("what", arena_format(&arena, "# T\n\n%s\n", texts[i]));
        card_numbers_check(&card, "0203 228 1350", &findings);
        assert_complaints(texts[i], NULL, 0);
    }
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(a_telephone_number_that_is_not_the_practices_is_said),
        TEST(right_numbers_and_other_digits_are_left_alone),
        TEST(on_urgent_help_nobody_is_told_to_write_the_practices_number),
        TEST(a_slip_from_the_samaritans_number_is_known_on_any_card),
        TEST(a_slip_from_a_short_number_is_known_where_that_number_is_missing),
        TEST(a_slip_that_can_be_nothing_else_is_refused_where_the_number_is_missing),
        TEST(no_sensible_words_are_refused),
        TEST(nothing_is_a_slip_from_a_number_that_is_there),
        TEST(urgent_help_says_its_numbers_in_any_digits_and_with_any_spaces),
        TEST(the_name_of_a_picture_is_no_number),
        TEST(a_letter_in_the_place_of_a_digit_is_named),
        TEST(words_beside_a_number_are_no_digits),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
