// SPDX-License-Identifier: MIT
// A card as it is typed: which lines become which blocks, what of a line is a mark and what is a
// sign.
#include "typed_card.h"

static void assert_text(struct str text, const char *expected) {
    assert_string_equal(arena_text(&arena, text), expected);
}

// One block as a text: "h" heading, "p" paragraph, "-" bullet or its marker, "!" picture; a digit
// is the inner level, ">" a call-out; lines are parted by "/", columns by "|", bold is in *...*.
static const char *block_text(const struct block *block) {
    static const char *const kinds[] = {"h ", "p ", "- ", "! "};
    const char *out =
        arena_format(&arena, "%s%s", block->callout ? ">" : "", block->indent > 1 ? "2" : "");
    out = block->marker.size > 0
              ? arena_format(&arena, "%s%s ", out, arena_text(&arena, block->marker))
              : arena_format(&arena, "%s%s", out,
                             block->kind == BLOCK_PARAGRAPH && block->indent > 0
                                 ? "+ "
                                 : kinds[block->kind]);
    int stretch = 0;
    size_t left = block->stretch_count > 0 ? block->stretches[0].size : block->text.size + 1;
    for (size_t i = 0; i <= block->text.size; i++) {
        while (left == 0 && stretch + 1 < block->stretch_count) {
            bool was_bold = block->stretches[stretch].emphasis == EMPHASIS_BOLD;
            left = block->stretches[++stretch].size;
            bool is_bold = block->stretches[stretch].emphasis == EMPHASIS_BOLD;
            out = arena_format(&arena, "%s%s", out, was_bold != is_bold ? "*" : "");
        }
        char c = i < block->text.size ? block->text.at[i] : '\0';
        c = c == '\n' ? '/' : c == '\t' ? '|' : c;
        out = c ? arena_format(&arena, "%s%c", out, c) : out;
        left--;
    }
    return out;
}

static const char *body_text(const struct card *card) {
    const char *out = "";
    for (int i = 0; i < card->body.count; i++) {
        out = arena_format(&arena, "%s%s%s", out, i > 0 ? "; " : "",
                           block_text(&card->body.blocks[i]));
    }
    return out;
}

struct typed_case {
    const char *typed, *body;
};

static void assert_typed(const struct typed_case *cases, int count) {
    for (int i = 0; i < count; i++) {
        struct card card = {0};
        (void)!load(&card, arena_format(&arena, "# T\n%s", cases[i].typed));
        if (findings.error_count > 0 || strcmp(body_text(&card), cases[i].body) != 0) {
            fail_msg("«%s» became «%s», not «%s»\n%s", cases[i].typed, body_text(&card),
                     cases[i].body, complaints());
        }
    }
}

TEST(a_line_stays_a_line) {
    static const struct typed_case cases[] = {
        {"One\nTwo", "p One/Two"},
        {"One\n\nTwo", "p One; p Two"},
        {"Tel: 020 7946 0001\nFax: 020 7946 0009", "p Tel: 020 7946 0001/Fax: 020 7946 0009"},
        {"12 Hill Road\n  London\n    SE4 1AB  ", "p 12 Hill Road/London/SE4 1AB"},
        {"Monday      8.00 - 18.30\nSaturday    closed", "p Monday|8.00 - 18.30/Saturday|closed"},
        {"Monday\t9\t\t12", "p Monday|9|12"},
        {"Two  blanks", "p Two blanks"},
        {"One\\\nTwo  \nThree", "p One\\/Two/Three"},
        {"Some words\n- one", "p Some words; - one"},
        {"- one\nmore words", "- one; p more words"},
        {"## Hours\nWords\n### Deep", "h Hours; p Words; h Deep"},
        {"Words\n# Second", "p Words; h Second"},
        {"[a]: b\n`x` _y_ \\z a\\*b", "p [a]: b/`x` _y_ \\z a\\*b"},
    };
    assert_typed(cases, COUNT_OF(cases));
}

TEST(any_dash_bullet_or_star_begins_an_item) {
    static const struct typed_case cases[] = {
        {"- one\n– two\n— three\n• four\n* five\n· six",
         "- one; - two; - three; - four; - five; - six"},
        {"-One\n•One\n*One\n•5\n–Two", "- One; - One; - One; - 5; - Two"},
        {"-5 degrees", "p -5 degrees"},
        {"- four\n-5 degrees", "- four; - 5 degrees"},
        {"*Closed on Friday*\n* so it is *", "p *Closed on Friday*/* so it is *"},
        {"**Bold** words", "p *Bold* words"},
        {"- one\n  - inner\n\t* inner\no\tWord's inner",
         "- one; 2- inner; 2- inner; 2- Word's inner"},
        {"- one\n  - inner\n- two", "- one; 2- inner; - two"},
        {"- one\n  and its line\n\n  and its paragraph", "- one/and its line; + and its paragraph"},
        {"-\n*\n•\n--\n->", "p -/*/•/--/->"},
        {"Tea • coffee - cake", "p Tea • coffee - cake"},
        {"\xEF\x82\xB7\tone\n\xEF\x82\xA7 two", "- one; - two"},
    };
    assert_typed(cases, COUNT_OF(cases));
}

TEST(numbers_are_shown_as_typed) {
    static const struct typed_case cases[] = {
        {"1. one\n2. two\n4. four", "1. one; 2. two; 4. four"},
        {"0. zero\n007. bond\n1) one", "0. zero; 007. bond; 1) one"},
        {"a) bring this\nB) and this\niv. four\nx. ten",
         "a) bring this; B) and this; iv. four; x. ten"},
        {"2.5 ml\n9.30am\n1.One\n12345. words", "p 2.5 ml/9.30am/1.One/12345. words"},
        {"J. Smith\nA. Jones", "p J. Smith/A. Jones"},
        {"1.", "p 1."},
    };
    assert_typed(cases, COUNT_OF(cases));
}

TEST(no_sign_beside_a_figure_is_eaten) {
    static const struct typed_case cases[] = {
        {"1*4 daily, 2*500mg", "p 1*4 daily, 2*500mg"},
        {"10_000 <5 >65 5 < 6 #1 ~20 1:1", "p 10_000 <5 >65 5 < 6 #1 ~20 1:1"},
        {">65 years\n#1 choice\n<5\n~20", "p >65 years/#1 choice/<5/~20"},
        {"2**3**4", "p 2**3**4"},
        {"Take **2** a day", "p Take *2* a day"},
        {"**All of it**", "p *All of it*"},
        {"This **is bold\nover two** lines", "p This *is bold/over two* lines"},
        {"a ** b ** c\n****\n***x***", "p a ** b ** c/****/**x**"},
        {"**one** and **two** and **three", "p *one* and *two* and **three"},
    };
    assert_typed(cases, COUNT_OF(cases) - 2);
    struct card card = {0};
    assert_true(load(&card, "# T\n**one** and **two** and **three"));
    assert_string_equal(body_text(&card), "p *one* and *two* and **three");
    assert_string_equal(
        complaints(),
        "a.txt:2: warning: There are ** signs here that patients would see. Write **words** with "
        "** close to the words on both sides, or take the signs out.\n");
}

TEST(a_call_out_is_lines_behind_a_sign) {
    static const struct typed_case cases[] = {
        {"> one\n>two\n>\n> - item\nout", ">p one/two; >- item; p out"},
        {">", "p >"},
        {"> one\n\n> two", ">p one; >p two"},
        {"-> x", "p -> x"},
    };
    assert_typed(cases, COUNT_OF(cases));
}

TEST(a_picture_has_a_line_of_its_own) {
    struct card card = {0};
    assert_true(load(&card, "# T\nWords\n![Our (new) team](our team (2).jpg)\n"));
    assert_string_equal(body_text(&card), "p Words; ! our team (2).jpg");
    assert_text(card.body.blocks[1].alt, "Our (new) team");
    assert_int_equal(card.body.blocks[1].line, 3);
}

TEST(words_above_the_title_are_the_label) {
    char bytes[] = "\nThe basics\n\n# What is DIT?\n\nA **talking** therapy.\n";
    struct card card = {.id = "kept", .drawing = "kept", .order = 10};
    assert_true(load(&card, bytes));
    memset(bytes, 'x', sizeof bytes - 1); // nothing of the file's bytes is kept
    assert_text(card.label, "The basics");
    assert_text(card.title, "What is DIT?");
    assert_int_equal(card.label_line, 2);
    assert_int_equal(card.title_line, 4);
    assert_string_equal(body_text(&card), "p A *talking* therapy.");
    assert_string_equal(card.path, "a.txt");
    assert_string_equal(card.id, "kept");
    assert_string_equal(card.drawing, "kept");
    assert_int_equal(card.order, 10);
    assert_int_equal(findings.count, 0);
}
