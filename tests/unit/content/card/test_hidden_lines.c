// SPDX-License-Identifier: MIT
// Lines that begin with words in brackets and a colon: CommonMark takes some for the definition of
// a link and hides them, and just these are named.
#include "content/card/document.h"

#include "complaints.h"

static void load(const char *text) {
    document_load(str_from(text), "card.md", &findings);
}

static void words_in_brackets_that_would_be_hidden_are_named(void **state) {
    (void)state;
    static const struct {
        const char *text, *finding;
    } cases[] = {
        {"a\n\n[Monday]: 9-5\n[Tuesday]: 9-5\n\nb\n",
         "card.md:3: error: A line that begins with words in [ ] and a : is not shown. Take the [ "
         "and the ] out: write Monday: 9 to 5, not [Monday]: 9 to 5."},
        {"[Monday]: all day\n\n  [Tel]: 02032281350", "card.md:3: error: A line that begins with"},
        {"a\n\n> [Monday]: 9-5\n", "card.md:3: error: A line that begins with"},
        {"- a\n- [Monday]: 9-5\n- b\n", "card.md:2: error: A line that begins with"},
        {"[Monday]:\n9-5\n# b\n", "card.md:1: error: A line that begins with"},
    };
    for (int i = 0; i < COUNT_OF(cases); i++) {
        findings = (struct findings){.arena = &arena};
        load(cases[i].text);
        assert_int_equal(findings.count, 1);
        assert_non_null(strstr(complaints(), cases[i].finding));
    }
}

static void words_in_brackets_that_are_shown_are_fine(void **state) {
    (void)state;
    static const char *const texts[] = {
        "[Monday]: nine to five\n",
        "Hours:\n[Monday]: 9-5\n",
        "[Monday] : 9-5\n",
        "[Monday] 9-5\n",
        "\\[Monday]: 9-5\n",
        "# [Monday]: 9-5\n",
        "a\n\n[Monday]: closed, [Tuesday]: 9-5",
        "- a\n- [x]: we are closed\n",
        "[]: 9-5\n",
        "![x](a.png)\n",
        "**[Monday]: 9-5**\n",
        "[Monday]: **9-5** and more\n",
    };
    for (int i = 0; i < COUNT_OF(texts); i++) {
        load(texts[i]);
        assert_string_equal(complaints(), "");
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(words_in_brackets_that_would_be_hidden_are_named, setup,
                                        teardown),
        cmocka_unit_test_setup_teardown(words_in_brackets_that_are_shown_are_fine, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
