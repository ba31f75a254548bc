// SPDX-License-Identifier: MIT
// A card without a heading: staff are told which of their lines was most likely meant as one, and
// what to write.
#include "content/card/card.h"
#include "content/card/card_load.h"
#include "content/ports.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#define SPACE(marks, words)                                                                        \
    "error: The card has no heading. Put a space after " marks ": write " marks " " words "."
#define PLAIN(words)                                                                               \
    "error: The card has no heading. Is “" words "” the heading? Write # " words "."
#define NONE                                                                                       \
    "error: The card has no heading. Begin a line with # and the heading, such as # What is DIT?"

static void the_line_that_was_meant_is_said(void **state) {
    (void)state;
    static const struct {
        const char *text;
        int line;
        const char *finding;
    } cases[] = {
        {"#Opening times\n\nMonday\n", 1, SPACE("#", "Opening times")},
        {"The basics\n\n#Opening times\nMonday\n", 3, SPACE("#", "Opening times")},
        {"  ##Opening times ##\nMonday\n", 1, SPACE("##", "Opening times")},
        {"#\xC2\xA0Opening times\n", 1, SPACE("#", "Opening times")},
        {"#\u200B Opening times\n", 1, SPACE("#", "Opening times")},
        {"\xC2\xA0#Opening times\n", 1, SPACE("#", "Opening times")},
        {"\n\u200B##Opening times\n", 2, SPACE("##", "Opening times")},
        {"\u200BOpening times\nMonday\n", 1, PLAIN("Opening times")},
        {"\xC2\xA0- Opening times\n", 1, NONE},
        {"#£9 for a form\n", 1, SPACE("#", "£9 for a form")},
        {"\n\n#עזרה\n", 3, SPACE("#", "\u200Eעזרה\u200E")},
        {"Opening times\n\nMonday\n", 1, PLAIN("Opening times")},
        {"\n \n\xC2\xA0\nOpening times\nMonday\n", 4, PLAIN("Opening times")},
        {"**Opening times**\n\nMonday\n", 1, PLAIN("Opening times")},
        {"What is DIT?\n\nA therapy.\n", 1,
         "error: The card has no heading. Is “What is DIT?” the heading? Write # What is DIT?"},
        {"Help!\n", 1, PLAIN("Help!")},
        {"#עזרה?\n", 1, SPACE("#", "\u200Eעזרה?\u200E")},
        {"10 questions", 1, PLAIN("10 questions")},
        {"\n999", 2, PLAIN("999")},
        {"Éva, and à\n", 1, PLAIN("Éva, and à")},
        {"\xEF\xBB\xBFOpening times\r\nMonday\r\n", 1, PLAIN("Opening times")},
        {"- Opening times\n\nMonday\n", 1, NONE},
        {"* Opening times\n", 1, NONE},
        {"1. Opening times\n", 1, NONE},
        {"> Opening times\n", 1, NONE},
        {"![Opening times](team.png)\n", 1, NONE},
    };
    static const struct ports ports = {0};
    for (int i = 0; i < COUNT_OF(cases); i++) {
        struct arena arena = {0};
        struct findings findings = {.arena = &arena};
        struct card card = {0};
        assert_false(
            card_load(&card, str_from(cases[i].text), "cards/en/10-a.md", &ports, &findings));
        assert_int_equal(findings.count, 1);
        assert_string_equal(
            finding_text(&findings.list[0], &arena),
            arena_format(&arena, "cards/en/10-a.md:%d: %s", cases[i].line, cases[i].finding));
        arena_finish(&arena);
    }
}

static void a_line_that_is_far_too_long_for_a_heading_is_not_offered_as_one(void **state) {
    (void)state;
    static const struct ports ports = {0};
    struct arena arena = {0};
    struct findings findings = {.arena = &arena};
    struct card card = {0};
    char text[1000];
    memset(text, 'a', sizeof text);
    assert_false(
        card_load(&card, (struct str){text, sizeof text}, "cards/en/10-a.md", &ports, &findings));
    assert_string_equal(finding_text(&findings.list[0], &arena), "cards/en/10-a.md:1: " NONE);
    arena_finish(&arena);
}

static void a_sign_that_makes_no_heading_is_said_beside_one_that_does(void **state) {
    (void)state;
    static const struct {
        const char *text;
        int line; // 0: nothing is said
    } cases[] = {
        {"#Opening times\n\n## Monday\n\n9 to 5\n", 1},
        {"# Opening times\n\n##Monday\n\n9 to 5\n", 3},
        {"# Opening times\n\n## Monday\n\nWe are #1. C# is a note.\n", 0},
        {"# #Opening times\n\nWords\n", 1},
    };
    static const struct ports ports = {0};
    for (int i = 0; i < COUNT_OF(cases); i++) {
        struct arena arena = {0};
        struct findings findings = {.arena = &arena};
        struct card card = {0};
        assert_true(
            card_load(&card, str_from(cases[i].text), "cards/en/10-a.md", &ports, &findings));
        assert_int_equal(findings.count, cases[i].line > 0);
        if (cases[i].line > 0) {
            const char *said = finding_text(&findings.list[0], &arena);
            const char *place =
                arena_format(&arena, "cards/en/10-a.md:%d: warning: There is a #", cases[i].line);
            assert_memory_equal(said, place, strlen(place));
        }
        arena_finish(&arena);
    }
}

static void what_is_not_seen_in_front_of_a_heading_is_no_part_of_it(void **state) {
    (void)state;
    static const char *const leads[] = {
        "", "\xC2\xA0", " \xC2\xA0 ", "\u200B", "\xEF\xBB\xBF\xEF\xBB\xBF", "\u200F", "\u2060",
    };
    static const struct ports ports = {0};
    for (int i = 0; i < COUNT_OF(leads); i++) {
        struct arena arena = {0};
        struct findings findings = {.arena = &arena};
        struct card card = {0};
        const char *text = arena_format(&arena, "%s# Fees\n\nOne.\n", leads[i]);
        assert_true(card_load(&card, str_from(text), "cards/en/10-a.md", &ports, &findings));
        assert_int_equal(findings.count, 0);
        assert_string_equal(arena_text(&arena, card.title), "Fees");
        assert_int_equal(card.body.count, 1);
        arena_finish(&arena);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_line_that_was_meant_is_said),
        cmocka_unit_test(what_is_not_seen_in_front_of_a_heading_is_no_part_of_it),
        cmocka_unit_test(a_line_that_is_far_too_long_for_a_heading_is_not_offered_as_one),
        cmocka_unit_test(a_sign_that_makes_no_heading_is_said_beside_one_that_does),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
