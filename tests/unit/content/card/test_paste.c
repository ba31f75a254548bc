// SPDX-License-Identifier: MIT
// Lists as they are typed in Notepad or come out of Word and web pages: each line is shown on a
// line of its own, or somebody is told; what only looks like a list stays as it is.
#include "content/card/card.h"

#include "complaints.h"
#include "content/card/card_load.h"
#include "content/ports.h"

#define NBSP "\xC2\xA0"
#define UNSEEN "\xE2\x80\x8B" // zero width space
#define MARK "\xEF\xBB\xBF"   // byte order mark

static const char path[] = "cards/en/10-a.md";

// One line a block below the heading: its kind, its depth where it is one of a list, its number.
static const char *outline(const char *body) {
    static const char kinds[] = "HPI#";
    static const struct ports ports = {0};
    struct card card = {0};
    const char *out = "";
    const char *text = arena_format(&arena, "# T\n\n%s", body);
    findings = (struct findings){.arena = &arena};
    if (!card_load(&card, str_from(text), path, &ports, &findings)) {
        return complaints();
    }
    for (int i = 0; i < card.body.count; i++) {
        const struct block *block = &card.body.blocks[i];
        const char *number = block->number ? arena_format(&arena, "%d", block->number) : "";
        out = arena_format(&arena, "%s%c%.*s%s %s\n", out, kinds[block->kind], block->indent, "<<",
                           number, arena_text(&arena, block->text));
    }
    return out;
}

static void assert_outline(const char *body, const char *expected) {
    const char *found = outline(body);
    if (strcmp(found, expected) != 0 || findings.count > 0) {
        fail_msg("“%s” is\n%s%s", body, found, complaints());
    }
}

static void a_sign_on_two_lines_in_a_row_is_a_list(void **state) {
    (void)state;
    static const char *const signs[] = {
        "-",
        "– ",
        "–",
        "— ",
        "—",
        "−",
        "− ",
        "‑",
        "‑ ",
        "―",
        "― ",
        "⁃",
        "⁃ ",
        "•",
        "· ",
        "·",
        "●",
        "● ",
        "◦ ",
        "■ ",
        "▪",
        "‐ ",
        "‒",
        "-" NBSP,
        "-" NBSP " ",
        "*" NBSP,
        "–" NBSP,
        "-" UNSEEN,
        "o\t",
        "•\t",
        "\xEF\x82\xA7\t",
        "— \t",
        "  –",
        UNSEEN "–",
    };
    for (int i = 0; i < COUNT_OF(signs); i++) {
        const char *body = arena_format(&arena, "Please bring:\n%sOne\n%sTwo\n%sThree", signs[i],
                                        signs[i], signs[i]);
        assert_outline(body, "P Please bring:\nI< One\nI< Two\nI< Three\n");
    }
}

static void numbers_need_no_space(void **state) {
    (void)state;
    assert_outline("1.One\n2.Two\n3. Three\n", "I<1 One\nI<2 Two\nI<3 Three\n");
    assert_outline("Do this:\n1)One\n2)" NBSP "Two\n", "P Do this:\nI<1 One\nI<2 Two\n");
    assert_outline("1." NBSP "One\n1." NBSP "Two\n", "I<1 One\nI<2 Two\n");
}

static void signs_of_several_levels_part_the_lines(void **state) {
    (void)state;
    assert_outline("•\tFirst\no\tSecond\n•\tThird\n", "I< First\nI< Second\nI< Third\n");
    assert_outline("- One\n" NBSP " - Inner\n- Two\n", "I< One\nI<< Inner\nI< Two\n");
    assert_outline("-One\n-2 pictures\n-3 letters\n", "I< One\nI< 2 pictures\nI< 3 letters\n");
    assert_outline("Ring\n-020 3228 1350\n-020 3228 1351\n",
                   "P Ring\nI< 020 3228 1350\nI< 020 3228 1351\n");
    assert_outline("-2 pictures\n-A letter\n", "I< 2 pictures\nI< A letter\n");
}

static void what_is_not_seen_in_front_of_a_sign_does_no_harm(void **state) {
    (void)state;
    static const char *const leads[] = {NBSP, "\u00A0 \u00A0 ", UNSEEN, MARK, "\u200F", " \u200B"};
    for (int i = 0; i < COUNT_OF(leads); i++) {
        assert_outline(arena_format(&arena, "Bring:\n%s- One\n%s- Two\n", leads[i], leads[i]),
                       "P Bring:\nI< One\nI< Two\n");
        assert_outline(arena_format(&arena, "%s## More\n\n%s1. One\n", leads[i], leads[i]),
                       "H More\nI<1 One\n");
        assert_outline(arena_format(&arena, "%s> Ring us.\n", leads[i]), "P Ring us.\n");
    }
}

static void what_only_looks_like_a_list_stays(void **state) {
    (void)state;
    static const char *const texts[] = {
        "– a remark",
        "—A quotation.",
        "-one",
        "We are here – from nine\n– every day",
        "Tea for\n2.50 or\n3.50",
        "We open at\n1.30pm and close at\n2.30pm",
        "It gets as cold as\n-5 or\n-10 degrees",
        "It gets as cold as\n−5 or\n−10 degrees",
        "Ring\n020 3228 1350\n020 3228 1351",
        "Ring\n(020) 3228 1350\n(020) 3228 1351",
        "It was in\n1.One\nof many",
        "We see\na) this\nand that",
        "So says\nA. Smith\nand\nB. Jones",
        "This is\n(1) once\n(1) again",
        "e.g. tea\nf.g. coffee",
        "a.m. is\nb.m. is",
        "one\ntwo",
        "->\n->",
        "\u200Bone\n\u200Btwo",
        "–\n–",
        "••\n••",
        "oh\noh",
        "o one\no two",
    };
    for (int i = 0; i < COUNT_OF(texts); i++) {
        char *line = arena_text(&arena, str_from(texts[i]));
        for (char *c = line; *c; c++) {
            *c = *c == '\n' ? ' ' : *c;
        }
        assert_outline(texts[i], arena_format(&arena, "P %s\n", line));
    }
    assert_outline("- It is below\n-5 degrees\n", "I< It is below -5 degrees\n");
    assert_outline("- He said\n– and so it is\n", "I< He said – and so it is\n");
    assert_outline("– One\n\n– Two\n", "P – One\nP – Two\n");
}

static void a_list_with_letters_is_named(void **state) {
    (void)state;
    static const char *const bodies[] = {
        "a) One\nb) Two\nc) Three\n", "Bring:\na)One\nb)Two",
        "(a) One\n(b) Two\n",         "(1) One\n(2) Two\n",
        "A) One\nB) Two\n",           "a.\tOne\nb.\tTwo\n",
        "a. One\nb. Two\n",           "\u00A0a) One\n\u00A0b) Two\n",
    };
    for (int i = 0; i < COUNT_OF(bodies); i++) {
        const char *said = arena_format(
            &arena,
            "%s:%d: error: These lines are a list with letters or brackets in front, and "
            "would be run into one. Put a - and a space in front of each line, such as "
            "- a) Bring this.\n",
            path, 3 + (bodies[i][0] == 'B'));
        assert_string_equal(outline(bodies[i]), said);
    }
    assert_outline("- a) One\n- b) Two\n", "I< a) One\nI< b) Two\n");
    assert_outline("a) One\n\nb) Two\n", "P a) One\nP b) Two\n");
    assert_outline("a) One  \nb) Two\n", "P a) One\nb) Two\n");
    assert_outline("a) One\\\nb) Two\n", "P a) One\nb) Two\n");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_sign_on_two_lines_in_a_row_is_a_list, setup, teardown),
        cmocka_unit_test_setup_teardown(numbers_need_no_space, setup, teardown),
        cmocka_unit_test_setup_teardown(signs_of_several_levels_part_the_lines, setup, teardown),
        cmocka_unit_test_setup_teardown(what_is_not_seen_in_front_of_a_sign_does_no_harm, setup,
                                        teardown),
        cmocka_unit_test_setup_teardown(what_only_looks_like_a_list_stays, setup, teardown),
        cmocka_unit_test_setup_teardown(a_list_with_letters_is_named, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
