// SPDX-License-Identifier: MIT
// Urgent help without one of its numbers, or with a slip of the keyboard in the place of one: the
// first is said, and with the second the card is not shown in any language.
#include "bad_input.h"

static const struct bad_input urgent[] = {
    {"urgent help with a number that is cut off",
     {{PUT, "cards/en/urgent-help.md",
       "# Help\n\nCall 99, or 111 / 116\xC2\xA0"
       "123.\n",
       0}},
     {"cards/en/urgent-help.md:3: error: “99” looks like 999. Write 999."},
     NOT_SHOWN},
    {"urgent help with two digits that changed places",
     {{PUT, "cards/en/urgent-help.md", "# Help\n\n999\n\n111\n\nSamaritans on 116 132\n", 0}},
     {"cards/en/urgent-help.md:7: error: “116 132” looks like Samaritans, who are on 116 123. "
      "Write 116 123."},
     NOT_SHOWN},
    {"a card with the name of urgent help",
     {{PUT, "cards/en/20-urgent-help.md", "# Help\n\nSamaritans on 116 132\n", 0}},
     {"cards/en/20-urgent-help.md:3: warning: “116 132” looks like Samaritans, who are on 116 "
      "123."},
     SHOWN},
    {"urgent help without its numbers",
     {{PUT, "cards/en/urgent-help.md", "# Help\n\nIn 9999 or 1110 days at 0203 228 1350.\n", 0}},
     {"cards/en/urgent-help.md:1: warning: Urgent help does not say 999. Write there: Call 999",
      "cards/en/urgent-help.md:1: warning: Urgent help does not say 111. Write there: Call 111",
      "cards/en/urgent-help.md:1: warning: Urgent help does not say 116 123. Write there: Call",
      "cards/en/urgent-help.md:3: warning: “9999” looks like 999. Check every digit.",
      "cards/en/urgent-help.md:3: warning: “1110” looks like NHS 111. Check every digit."},
     SHOWN},
    {"999 in the line above the title, which no screen of urgent help shows",
     {{PUT, "cards/en/urgent-help.md", "Call 999\n\n# Help\n\n111\n\n116 123\n", 0}},
     {"cards/en/urgent-help.md:1: warning: Urgent help does not say 999. Write there: Call 999",
      "cards/en/urgent-help.md:1: warning: The line above the heading is not shown on this "
      "screen."},
     SHOWN},
    {"999 in the title, which stays on the screen",
     {{PUT, "cards/en/urgent-help.md", "# Call 999\n\n111\n\n116 123\n", 0}},
     {NULL},
     SHOWN},
};

static void a_slip_in_the_place_of_a_number_keeps_urgent_help_away(void **state) {
    (void)state;
    bad_inputs_check(urgent, COUNT_OF(urgent));
}

static void urgent_help_of_every_language_says_its_numbers(void **state) {
    (void)state;
    struct arena arena = {0};
    struct findings findings = {.arena = &arena};
    struct deck deck = {0};
    struct content_folder folder = content_make();
    change_apply(&folder, &(struct change)WITH("[languages]\nshow = en ar\n"));
    content_put_text(&folder, "cards/ar/10-what.md", good_card);
    content_put_text(&folder, "cards/ar/refer.md", good_refer);
    content_put_text(&folder, "cards/ar/urgent-help.md", "# Help\n\nCall 999/111. Call 116123.\n");
    assert_true(load(&deck, &folder, &findings));
    assert_int_equal(findings.count, 0);
    content_put_text(&folder, "cards/ar/urgent-help.md", "# Help\n\nCall 999 111\n");
    assert_true(load(&deck, &folder, &findings));
    assert_int_equal(findings.count, 1);
    assert_string_equal(findings.list[0].what, "Urgent help does not say 116 123.");
    assert_string_equal(findings.list[0].path, "cards/ar/urgent-help.md");
    content_remove(&folder);
    arena_finish(&arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_slip_in_the_place_of_a_number_keeps_urgent_help_away),
        cmocka_unit_test(urgent_help_of_every_language_says_its_numbers),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
