// SPDX-License-Identifier: MIT
// The numbers on a card that patients would ring: those that are not the practice's, and slips from
// that of the Samaritans.
#include "content/deck/card_numbers.h"

#include "complaints.h"
#include "content/card/card_load.h"
#include "content/ports.h"

static const char *check(const char *id, const char *text, const char *phone) {
    static const struct ports ports = {0};
    struct card card = {.id = id, .order = strcmp(id, "urgent-help") == 0 ? -1 : 10};
    findings = (struct findings){.arena = &arena};
    const struct card_source source = {
        .bytes = str_from(text), .path = "cards/en/card.md", .ports = &ports};
    if (!card_load(&card, &source, &findings)) {
        fail_msg("\"%s\" gave:\n%s", text, complaints());
    }
    card_numbers_check(&card, phone, &findings);
    assert_int_equal(findings.error_count, 0);
    return complaints();
}

static void assert_said(const char *about, const char *said, const char *wanted) {
    bool is_right = findings.count == 1 && strstr(said, wanted);
    if (!is_right) {
        fail_msg("\"%s\" gave:\n%s", about, said);
    }
}

TEST(a_telephone_number_that_is_not_the_practices_is_said) {
    static const char *const cases[][2] = {
        {"# T\n\nCall 0203 228 1351 now\n", "0203 228 1351"},
        {"# T\n\nCall 0203 228 135 now\n", "0203 228 135"},
        {"# T\n\nCall +44 20 3228 1351 now\n", "+44 20 3228 1351"},
        {"# T\n\nCall (0203) 228 1351 now\n", "(0203) 228 1351"},
        {"# T\n\nRing us on 0203 228 1351 9am-5pm.\n", "0203 228 1351"},
        {"# T\n\nRing us on 0203 228 1351 24 hours a day.\n", "0203 228 1351"},
        {"# T\n\nCall 0203  228  1351 now\n", "0203 228 1351"},
        {"# T\n\nCall 0203 - 228 - 1351 now\n", "0203 - 228 - 1351"},
        {"# T\n\nCall 0203\u2009228\u20091351 now\n", "0203\u2009228\u20091351"},
        {"# T\n\nRing 0203.228.1530 today.\n", "0203.228.1530"},
        {"# T\n\nRing 020.3228.135.\n", "020.3228.135"},
        {"# T\n\nCall 0203 228 1351 ext 2\n", "0203 228 1351"},
        {"# T\n\nاتصل ٠٢٠٣ ٢٢٨ ١٣٥١ الآن\n", "0203 228 1351"},
        {"# T\n\n۰۲۰۳ ۲۲۸ ۱۳۵۱\n", "0203 228 1351"},
        {"# T\n\n০২০৩ ২২৮ ১৩৫১\n", "0203 228 1351"},
        {"# T\n\n०२०३ २२८ १३५१\n", "0203 228 1351"},
        {"# T 0203 228 1351\n\nWords\n", "0203 228 1351"},
        {"0203 228 1351\n\n# T\n\nWords\n", "0203 228 1351"},
        {"# T\n\n![0203 228 1351](a.png)\n", "0203 228 1351"},
        {"# T\n\nTel: 0800 1112\n", "0800 1112"},
    };
    for (int i = 0; i < COUNT_OF(cases); i++) {
        const char *said = check("what", cases[i][0], "0203 228 1350");
        assert_said(cases[i][0], said,
                    arena_format(&arena,
                                 "warning: “%s” is not the number in kiosk.ini. Check every digit; "
                                 "kiosk.ini says 0203 228 1350.",
                                 cases[i][1]));
    }
}

TEST(right_numbers_and_other_digits_are_left_alone) {
    static const char *const texts[] = {
        "Call 0203 228 1350 or +44 20 3228 1350. ٠٢٠٣ ٢٢٨ ١٣٥٠",
        "Call 999, or 111 then option 2. Samaritans: 116 123. Missing People: 116 000.",
        "Childline: 0800 1111 24 hours a day. Text 85258 or 18000.",
        "In 2013, 8 of 1,000 at 10:30, 0900 - 1700, 2024 - 2025. Call 9999, or 116 on 1161.",
        "Ring 0203 228 1350 24 hours, 0203 228 1350 9am-5pm, or 116 123 24/7.",
        "![Us](020-7946-0000.jpg)",
        "![Us](116132.jpg)",
    };
    for (int i = 0; i < COUNT_OF(texts) * 2; i++) {
        const char *text = arena_format(&arena, "# T\n\n%s\n", texts[i / 2]);
        assert_string_equal(check(i % 2 ? "what" : "urgent-help", text, "0203 228 1350"), "");
    }
    assert_string_equal(check("what", "# T\n\nCall 0203 228 1351\n", ""), ""); // as none is known
}

TEST(on_urgent_help_nobody_is_told_to_write_the_practices_number) {
    const char *said = check("urgent-help", "# T\n\nRing 0800 123 456\n", "0203 228 1350");
    assert_said("urgent-help", said,
                "“0800 123 456” is not the number in kiosk.ini. Check every digit: people in "
                "danger ring it.");
}

TEST(a_slip_from_the_samaritans_number_is_known_on_any_card) {
    static const char *const slips[] = {"116 132", "116 12",  "116 1233", "161 123", "116 124",
                                        "16 123",  "116 321", "116132",   "0116 123"};
    static const char *const ids[] = {"what", "urgent-help"};
    for (int i = 0; i < COUNT_OF(slips) * COUNT_OF(ids); i++) {
        const char *slip = slips[i % COUNT_OF(slips)];
        const char *text = arena_format(&arena, "# T\n\nSamaritans: %s, or 116 123.\n", slip);
        const char *said = check(ids[i / COUNT_OF(slips)], text, i % 2 ? "0203 228 1350" : "");
        assert_said(
            slip, said,
            arena_format(
                &arena,
                ":3: warning: “%s” looks like Samaritans, who are on 116 123. Check every digit.",
                slip));
    }
}
