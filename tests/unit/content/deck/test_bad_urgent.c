// SPDX-License-Identifier: MIT
// Urgent help without one of its numbers: without 999, 111 or 116 123 nothing of the content is
// shown, in whatever language they are missing.
#include "bad_input.h"

#define HELP(text)                                                                                 \
    { PUT, "cards/en/urgent-help.md", text, 0 }
#define AT "cards/en/urgent-help.md:1: "
#define NO_999                                                                                     \
    AT "error: Urgent help does not say 999. Write there: Call 999, when a life is at risk."
#define NO_111                                                                                     \
    AT "error: Urgent help does not say 111. Write there: Call 111 and choose option 2, for "      \
       "urgent"
#define NO_116                                                                                     \
    AT "error: Urgent help does not say 116 123. Write there: Call Samaritans on 116 123, to "     \
       "talk"

static const struct bad_input urgent[] = {
    {"urgent help with a number that is cut off",
     {HELP("# Help\n\nCall 99, or 111 / 116\u00A0123.\n")},
     {NO_999},
     NOT_SHOWN},
    {"urgent help with a digit too many",
     {HELP("# Help\n\nIn 999 days, call 1111 or 116 123.\n")},
     {NO_111},
     NOT_SHOWN},
    {"urgent help with two digits that changed places",
     {HELP("# Help\n\n999\n\n111\n\nSamaritans on 116 132\n")},
     {NO_116, "cards/en/urgent-help.md:7: warning: “116 132” looks like Samaritans, who are on 116 "
              "123. Check every digit."},
     NOT_SHOWN},
    {"a card with the name of urgent help",
     {{PUT, "cards/en/20-urgent-help.md", "# Help\n\nSamaritans on 116 132\n", 0}},
     {"cards/en/20-urgent-help.md:3: warning: “116 132” looks like Samaritans, who are on 116 "
      "123."},
     SHOWN},
    {"urgent help whose numbers are parts of others",
     {HELP("# Help\n\nIn 9999 or 1110 days at 0203 999 1112. At 11:12.\n")},
     {NO_999, NO_111, NO_116, "cards/en/urgent-help.md:3: warning: “0203 999 1112” is not"},
     NOT_SHOWN},
    {"urgent help without its numbers",
     {HELP("# Help\n\nCall the desk, or 112.\n")},
     {NO_999, NO_111, NO_116},
     NOT_SHOWN},
    {"999 in the line above the title, which no screen of urgent help shows",
     {HELP("Call 999\n\n# Help\n\n111\n\n116 123\n")},
     {NO_999, AT "warning: The line above the heading is not shown on this screen."},
     NOT_SHOWN},
    {"116 123 in the words for a picture",
     {HELP("# Help\n\n999 or 111.\n\n![116 123](team.svg)\n"),
      {PUT, "images/team.svg", "<svg width=\"200\" height=\"200\"></svg>", 0}},
     {NO_116, "cards/en/urgent-help.md:5: warning: Pictures are not shown on this screen."},
     NOT_SHOWN},
    {"999 in the title, which stays on the screen",
     {HELP("# Call 999\n\n111\n\n116 123\n")},
     {NULL},
     SHOWN},
    {"numbers in the digits of Arabic", {HELP("# Help\n\n٩٩٩ ، ١١١ ، ١١٦ ١٢٣\n")}, {NULL}, SHOWN},
    {"numbers in the digits of Bengali", {HELP("# Help\n\n৯৯৯, ১১১, ১১৬ ১২৩\n")}, {NULL}, SHOWN},
    {"numbers with strokes", {HELP("# Help\n\n999/111. 116123\n")}, {NULL}, SHOWN},
    {"numbers with dots, commas and letters",
     {HELP("# Help\n\nCall 999,NHS111,116 123\n")},
     {NULL},
     SHOWN},
    {"numbers in a row", {HELP("# Help\n\n999 111 116 123\n")}, {NULL}, SHOWN},
    {"numbers with hyphens", {HELP("# Help\n\n9-9-9 111, 116-123\n")}, {NULL}, SHOWN},
    {"numbers with dashes", {HELP("# Help\n\n999 - 111. 116 - 123\n")}, {NULL}, SHOWN},
    {"numbers with wide spaces", {HELP("# Help\n\n9 9 9, 111, 116  123\n")}, {NULL}, SHOWN},
    {"a number with a hyphen of Word's", {HELP("# 999\n\n111\n\n> 116\u2011123\n")}, {NULL}, SHOWN},
    {"numbers with times behind them",
     {HELP("# Help\n\n999 24/7, 111 9am\n\n## Call Samaritans on 116 123 7 days a week\n")},
     {NULL},
     SHOWN},
    {"numbers with hours behind them",
     {HELP("# Help\n\n999 7 days\n\n111 24 hours\n\n- 116 123 24/7\n")},
     {NULL},
     SHOWN},
};

FOLDER_TEST(urgent_help_says_its_numbers_however_they_are_written) {
    bad_inputs_check(urgent, COUNT_OF(urgent));
}

FOLDER_TEST(urgent_help_of_every_language_says_its_numbers) {
    change_apply(&folder, &(struct change)WITH("[languages]\nshow = en ar\n"));
    content_put_text(&folder, "cards/ar/10-what.md", good_card);
    content_put_text(&folder, "cards/ar/refer.md", good_refer);
    content_put_text(&folder, "cards/ar/urgent-help.md", "# Help\n\nCall 999/111. Call 116123.\n");
    assert_true(load());
    assert_int_equal(findings.count, 0);
    content_put_text(&folder, "cards/ar/urgent-help.md", "# Help\n\nCall 111 or 116 123\n");
    (void)load();
    assert_int_equal(findings.error_count, 1);
    assert_string_equal(findings.list[0].what, "Urgent help does not say 999.");
    assert_string_equal(findings.list[0].path, "cards/ar/urgent-help.md");
}

FOLDER_TEST(a_start_shows_what_version_1_0_let_into_its_store) {
    static const struct {
        const char *text;
        bool is_shown;
    } cases[] = {{"# Help\n\nCall 999 or 111\n", true}, {"# Help\n\nCall 999 or 116 123\n", false}};
    static const struct ports start = {.letters = &letters, .skips_advice = true};
    for (int i = 0; i < COUNT_OF(cases); i++) {
        content_put_text(&folder, "cards/en/urgent-help.md", cases[i].text);
        assert_int_equal(load_from(folder.path, &start), cases[i].is_shown);
        assert_int_equal(findings.error_count, !cases[i].is_shown);
    }
}
