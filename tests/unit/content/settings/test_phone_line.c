// SPDX-License-Identifier: MIT
// The number that patients ring: how staff may write it, what it dials, and what is refused, with a
// sentence that says why.
#include "content/settings/phone_line.h"

#include "content/phone/phone.h"

#include "complaints.h"

static const char *read(const char *value) {
    static const struct option option = {.section = "referral", .key = "phone"};
    const char *shown = "untouched";
    const struct option_line line = {&option, "phone", &shown, value, {"kiosk.ini", 4}, &findings};
    phone_line_read(&line);
    return shown;
}

TEST(a_number_is_dialled_however_staff_group_it) {
    static const char *const cases[][3] = {
        {"0203 228 1350", "0203 228 1350", "tel:+442032281350"},
        {"020 3228 1350", "020 3228 1350", "tel:+442032281350"},
        {"02032281350", "02032281350", "tel:+442032281350"},
        {"+44 20 3228 1350", "+44 20 3228 1350", "tel:+442032281350"},
        {"+44 (0)20 3228 1350", "+44 (0)20 3228 1350", "tel:+442032281350"},
        {"0044 20 3228 1350", "0044 20 3228 1350", "tel:+442032281350"},
        {"(020) 3228 1350", "(020) 3228 1350", "tel:+442032281350"},
        {"020-3228-1350", "020-3228-1350", "tel:+442032281350"},
        {"0203\u00A0228\u00A01350", "0203 228 1350", "tel:+442032281350"},
        {"  0203  228   1350 ", "0203 228 1350", "tel:+442032281350"},
        {"- 0203 - 228 -- 1350 \u00A0", "0203-228-1350", "tel:+442032281350"},
        {"0203\u2009228\u20121350", "0203 228-1350", "tel:+442032281350"},
        {"(+44) 20 3228 1350", "(+44) 20 3228 1350", "tel:+442032281350"},
        {"0870 123 4567", "0870 123 4567", "tel:+448701234567"},
        {"0800 123 456", "0800 123 456", "tel:+44800123456"},
        {"0300 123 4567", "0300 123 4567", "tel:+443001234567"},
        {"01204 12345", "01204 12345", "tel:+44120412345"},
        {"07700 900123", "07700 900123", "tel:+447700900123"},
        {"0 2 0 3 2 2 8 1 3 5 0", "0 2 0 3 2 2 8 1 3 5 0", "tel:+442032281350"},
    };
    for (int i = 0; i < COUNT_OF(cases); i++) {
        const char *shown = read(cases[i][0]);
        assert_string_equal(shown, cases[i][1]);
        assert_string_equal(phone_uri(str_from(shown), &arena), cases[i][2]);
    }
    assert_int_equal(findings.count, 0);
}

#define EMPTY "has no number. Write the number for self-referral."
#define STRANGE                                                                                    \
    "has something in it that is not a digit. Write digits and spaces only, such as 0203"
#define NOT_UK "is not a UK number. Write it with 0 in front, such as 0203 228 1350, or with +44."
#define NO_RANGE                                                                                   \
    "is not a UK number. Check every digit: UK numbers start with 01, 02, 03, 07 or 08."
#define PREMIUM                                                                                    \
    "is a premium-rate number, which costs patients a lot. Write an ordinary number, such"
#define SERVICE                                                                                    \
    "is an emergency number. Write the number for self-referral; the card urgent-help has"

TEST(a_wrong_number_is_refused_and_nothing_is_written) {
    static const char *const cases[][2] = {
        {"", EMPTY},
        {"   ", EMPTY},
        {"+", EMPTY},
        {"0203 228 135", "is one digit short. A London number has 11 digits."},
        {"0203 228", "is 4 digits short. A London number has 11 digits."},
        {"0", "is 10 digits short. A telephone number has 11 digits."},
        {"0800 12345", "is one digit short. A number that starts with 0800 has 10 or 11 digits."},
        {"01204 1234", "is one digit short. A number of this area has 10 or 11 digits."},
        {"+44 20 3228 135", "is one digit short. A London number has 11 digits."},
        {"0203 228 13500", "has one digit too many. A London number has 11 digits."},
        {"0203 228 1350 0203 228 1350 0203 228 1350", "has 22 digits too many. A London number"},
        {"0203 CALL DIT", STRANGE},
        {"0203 228 135O", STRANGE},
        {"O203 228 1350", STRANGE},
        {"0203.228.1350", STRANGE},
        {"0203 228 1350; ext 5", STRANGE},
        {"020 + 3228 1350", STRANGE},
        {"0203  228\t1350", STRANGE},
        {"0203 (228 1350", STRANGE},
        {"0203 228) 1350", STRANGE},
        {"0203 228 (1350)", STRANGE},
        {"((0203)) 228 1350", STRANGE},
        {"+0203 228 1350", NOT_UK},
        {"203 228 1350", NOT_UK},
        {"+1 202 555 0123", NOT_UK},
        {"+33 1 23 45 67 89", NOT_UK},
        {"0612 345 6789", NO_RANGE},
        {"0000 000 0000", NO_RANGE},
        {"0900 123 4567", PREMIUM},
        {"0909 879 1234", PREMIUM},
        {"0871 234 5678", PREMIUM},
        {"+44 871 234 5678", PREMIUM},
        {"09", PREMIUM},
        {"999", SERVICE},
        {"9-9-9", SERVICE},
        {"111", SERVICE},
        {"112", SERVICE},
        {"116 123", SERVICE},
        {"0800 1111", SERVICE},
    };
    for (int i = 0; i < COUNT_OF(cases); i++) {
        findings = (struct findings){.arena = &arena};
        assert_string_equal(read(cases[i][0]), "untouched");
        if (findings.error_count != 1 || !strstr(complaints(), cases[i][1])) {
            fail_msg("“%s” gave:\n%s", cases[i][0], complaints());
        }
    }
}
