// SPDX-License-Identifier: MIT
// CommonMark as a row of blocks, and a finding with its line for everything that a card cannot
// show.
#include "content/card/document.h"

#include "complaints.h"

static struct document load(const char *text) {
    return document_load(str_from(text), "card.md", &findings);
}

static void assert_text(struct str text, const char *expected) {
    assert_string_equal(arena_text(&arena, text), expected);
}

// One line a block: kind, level, indent, callout, number, line, text.
static const char *outline(const char *text) {
    static const char kinds[] = "HPI#";
    struct document document = load(text);
    const char *out = "";
    for (int i = 0; i < document.count; i++) {
        const struct block *block = &document.blocks[i];
        out = arena_format(&arena, "%s%c%d%d%d %d @%d %s\n", out, kinds[block->kind], block->level,
                           block->indent, block->callout, block->number, (int)block->line,
                           arena_text(&arena, block->text));
    }
    return out;
}

static void blocks_keep_their_order_kind_and_line(void **state) {
    (void)state;
    assert_string_equal(
        outline("The basics\n\n# What is DIT?\n\nA talking\ntherapy.  \nNext line.\n"
                "\n## More\n\nLast"),
        "P000 0 @1 The basics\n"
        "H100 0 @3 What is DIT?\n"
        "P000 0 @5 A talking therapy.\nNext line.\n"
        "H200 0 @9 More\n"
        "P000 0 @11 Last\n");
    assert_int_equal(findings.count, 0);
}

static void lists_have_two_levels_and_keep_their_numbers(void **state) {
    (void)state;
    assert_string_equal(outline("- one\n- two\n  - inner\n\n    more of inner\n- three\n\n"
                                "3. third\n4. fourth\n"),
                        "I010 0 @1 one\n"
                        "I010 0 @2 two\n"
                        "I020 0 @3 inner\n"
                        "P020 0 @5 more of inner\n"
                        "I010 0 @6 three\n"
                        "I010 3 @8 third\n"
                        "I010 4 @9 fourth\n");
    assert_int_equal(findings.count, 0);
}

static void blocks_of_one_call_out_share_its_number(void **state) {
    (void)state;
    struct document document = load("> one\n>\n> - two\n\nbetween\n\n> three\n");
    assert_int_equal(document.count, 4);
    assert_int_not_equal(document.blocks[0].callout, 0);
    assert_int_equal(document.blocks[1].callout, document.blocks[0].callout);
    assert_int_equal(document.blocks[2].callout, 0);
    assert_int_not_equal(document.blocks[3].callout, 0);
    assert_int_not_equal(document.blocks[3].callout, document.blocks[0].callout);
}

static void stretches_cover_the_whole_text(void **state) {
    (void)state;
    struct document document = load("a **bold** and *leaning* and ***both*** end");
    static const struct stretch expected[] = {
        {2, EMPHASIS_NONE},   {4, EMPHASIS_BOLD}, {5, EMPHASIS_NONE},
        {7, EMPHASIS_ITALIC}, {5, EMPHASIS_NONE}, {4, EMPHASIS_BOLD | EMPHASIS_ITALIC},
        {4, EMPHASIS_NONE},
    };
    assert_int_equal(document.count, 1);
    const struct block *block = &document.blocks[0];
    assert_text(block->text, "a bold and leaning and both end");
    assert_int_equal(block->stretch_count, COUNT_OF(expected));
    for (int i = 0; i < COUNT_OF(expected); i++) {
        assert_int_equal(block->stretches[i].size, expected[i].size);
        assert_int_equal(block->stretches[i].emphasis, expected[i].emphasis);
    }
}

static void stretches_still_fit_where_spaces_at_the_end_are_cut(void **state) {
    (void)state;
    struct document document = load("words **bold** ![Our team](team.jpg) behind");
    assert_int_equal(document.count, 3);
    for (int i = 0; i < document.count; i++) {
        size_t sum = 0;
        for (int k = 0; k < document.blocks[i].stretch_count; k++) {
            sum += document.blocks[i].stretches[k].size;
        }
        assert_int_equal(sum, document.blocks[i].text.size);
    }
    assert_text(document.blocks[0].text, "words bold");
    assert_text(document.blocks[2].text, "behind");
}

static void a_picture_is_a_block_with_its_words(void **state) {
    (void)state;
    struct document document = load("# T\n\n![Our **team**](team.jpg)\n");
    assert_int_equal(document.count, 2);
    assert_int_equal(document.blocks[1].kind, BLOCK_PICTURE);
    assert_int_equal(document.blocks[1].line, 3);
    assert_text(document.blocks[1].text, "team.jpg");
    assert_text(document.blocks[1].alt, "Our team");
    assert_int_equal(findings.count, 0);
}

static void letters_written_as_codes_become_letters(void **state) {
    (void)state;
    struct document document = load("You &amp; us: &pound;5 &#8217; &#x2019;");
    assert_text(document.blocks[0].text, "You & us: £5 ’ ’");
    assert_int_equal(findings.count, 0);
}

static void an_indented_paragraph_is_a_paragraph(void **state) {
    (void)state;
    assert_string_equal(outline("# T\n\n    indented as in a letter\n"),
                        "H100 0 @1 T\nP000 0 @3 indented as in a letter\n");
    assert_int_equal(findings.count, 0);
}

static void what_a_card_cannot_show_is_named_with_its_line(void **state) {
    (void)state;
    static const struct {
        const char *text, *finding;
    } cases[] = {
        {"a\n\n|x|y|\n|-|-|\n|1|2|\n",
         "card.md:3: error: There is a table, which the screen cannot "
         "show. Write it as a list, with a - in front of each line."},
        {"a\n\n<div>\nx\n</div>\n",
         "card.md:3: error: There is HTML (something in < >), which is not "
         "shown. Take the < > and what is between them out."},
        {"a <b>x</b>\n", "card.md:1: error: There is HTML"},
        {"a\n<!-- note -->\n", "card.md:2: error: There is HTML"},
        {"a\nuse `x`\n", "card.md:2: error: There is computer code"},
        {"a\n\n```\nx\n```\n", "card.md:4: error: There is computer code"},
        {"a\nb [text](http://nhs.uk)\n", "card.md:2: error: There is a web or e-mail link"},
        {"a [text](page.md)\n", "card.md:1: error: There is a web or e-mail link"},
        {"see https://nhs.uk now\n", "card.md:1: error: There is a web or e-mail link"},
        {"see www.nhs.uk now\n", "card.md:1: error: There is a web or e-mail link"},
        {"write to us@nhs.uk now\n", "card.md:1: error: There is a web or e-mail link"},
        {"a <mailto:us@nhs.uk>\n", "card.md:1: error: There is a web or e-mail link"},
        {"- a\n  - b\n    - c\n", "card.md:3: error: There is a list inside a list inside a list."},
        {"> a\n> > b\n", "card.md:2: error: There is a call-out inside a call-out."},
        {"- # a\n", "card.md:1: error: There is a heading inside a list."},
        {"a\n\n#\n\nb\n", "card.md:3: error: There is a heading without words."},
        {"[Us](team.jpg)\n", "card.md:1: error: There is a picture without the ! in front of it. "
                             "Write ![Our team](team.jpg), with ! in front"},
        {"[Us](http://nhs.uk/team.jpg)\n", "card.md:1: error: There is a web or e-mail link"},
        {"# ![x](a.png)\n", "card.md:1: error: There is a picture in a heading."},
        {"![x](a.png)\n\n![y](b.png)\n", "card.md:3: error: There is a second picture."},
        {"![x](images/a.png)\n",
         "card.md:1: error: The picture is not named by its file name alone. "
         "Put the picture into the folder images and write ![Our "
         "team](team.jpg)."},
        {"![x](../a.png)\n", "card.md:1: error: The picture is not named by its file name alone."},
        {"![x](/etc/a.png)\n",
         "card.md:1: error: The picture is not named by its file name alone."},
        {"![x](C:\\a.png)\n", "card.md:1: error: The picture is not named by its file name alone."},
        {"![x](https://a.b/c.png)\n", "card.md:1: error: The picture is not named by its"},
        {"![x](..)\n", "card.md:1: error: The picture is not named by its file name alone."},
        {"![x](our team.png)\n",
         "card.md:1: error: There is a picture or link that is not complete"},
        {"a\n\n![](a.png)\n", "card.md:3: warning: The picture has no words for people who cannot"},
        {"a\n\n---\n", "card.md:3: warning: A line across the card is not shown."},
        {"a &foo; b\n", "card.md:1: error: There is a code between & and ; that is no letter."},
        {"a\nb &#8238; c\n", "card.md:2: error: There is an invisible character in this line that "
                             "turns the order of letters around."},
        {"a &#7; c\n", "card.md:1: error: There is an invisible control character in this line."},
    };
    for (int i = 0; i < COUNT_OF(cases); i++) {
        findings = (struct findings){.arena = &arena};
        load(cases[i].text);
        if (findings.count != 1 || !strstr(complaints(), cases[i].finding)) {
            fail_msg("case %d gave:\n%s", i, complaints());
        }
    }
}

static void two_links_on_one_line_are_one_thing_to_do(void **state) {
    (void)state;
    load("www.a.uk www.b.uk\nwww.c.uk\n");
    assert_int_equal(findings.count, 2);
    assert_int_equal(findings.list[1].line, 2);
}

static const char *repeated(const char *start, const char *part, int count) {
    size_t size = strlen(part);
    char *text = arena_alloc(&arena, strlen(start) + size * (size_t)count + 3);
    char *at = stpcpy(text, start);
    for (int i = 0; i < count; i++) {
        memcpy(at, part, size);
        at += size;
    }
    stpcpy(at, "x\n");
    return text;
}

static void nesting_20000_deep_is_a_finding(void **state) {
    (void)state;
    static const char *const parts[] = {"> ", "- ", "1. ", "> - "};
    for (int i = 0; i < COUNT_OF(parts); i++) {
        findings = (struct findings){.arena = &arena};
        load(repeated("# T\n\n", parts[i], 20000));
        assert_true(findings.error_count > 0);
        assert_non_null(strstr(complaints(),
                               "card.md:3: error: The marks at the start of a line go "
                               "too deep."));
    }
}

static void a_card_with_thousands_of_parts_is_refused(void **state) {
    (void)state;
    load(repeated("# T\n\n", "a\n\n", 5000));
    assert_non_null(strstr(complaints(), "There is far too much on this card."));
    findings = (struct findings){.arena = &arena};
    load(repeated("# T\n\n", "**a** b ", 5000));
    assert_non_null(strstr(complaints(), "There is far too much on this card."));
}

static void a_definition_cannot_be_used_to_grow_a_card(void **state) {
    (void)state;
    const char *start =
        "[a]: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.png\n\n";
    load(repeated(start, "![a] ", 1000));
    assert_true(findings.error_count > 0);
}

static void words_are_counted_without_pictures(void **state) {
    (void)state;
    struct document document = load("# Two words\n\nand three  more\n\n![not these](a.png)\n");
    assert_int_equal(document_word_count(&document), 5);
}

static void an_empty_text_has_no_blocks(void **state) {
    (void)state;
    assert_int_equal(load("").count, 0);
    assert_int_equal(load("\n\n  \n").count, 0);
    assert_int_equal(findings.count, 0);
}

// As Word leaves them between paragraphs: a no-break space, a mark of direction, a joiner.
static void a_block_of_which_nothing_is_seen_is_none(void **state) {
    (void)state;
    assert_string_equal(outline("# T\n\n\xC2\xA0\n\n\xE2\x80\x8F\n\n- &zwj;\n- seen\n\n&nbsp;\n"),
                        "H100 0 @1 T\n"
                        "I010 0 @8 seen\n");
    assert_int_equal(findings.count, 0);
    load("# &nbsp;\n");
    assert_string_equal(complaints(),
                        "card.md:1: error: There is a heading without words. Write the words "
                        "behind the # sign.\n");
}

// md4c 0.4.8 would find the bracket, and read the words of a link that is not in the text.
static void what_stands_behind_the_text_is_never_read(void **state) {
    (void)state;
    static const char *const texts[] = {"![a](b.png", "[a](b", "x ![a](|"};
    for (int i = 0; i < COUNT_OF(texts); i++) {
        char *longer = arena_format(&arena, "%s)))", texts[i]);
        struct document document =
            document_load((struct str){longer, strlen(texts[i])}, "card.md", &findings);
        assert_int_equal(document.count, 1);
        assert_int_equal(document.blocks[0].kind, BLOCK_PARAGRAPH);
        assert_text(document.blocks[0].text, texts[i]);
    }
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(blocks_keep_their_order_kind_and_line),
        TEST(lists_have_two_levels_and_keep_their_numbers),
        TEST(blocks_of_one_call_out_share_its_number),
        TEST(stretches_cover_the_whole_text),
        TEST(stretches_still_fit_where_spaces_at_the_end_are_cut),
        TEST(a_picture_is_a_block_with_its_words),
        TEST(letters_written_as_codes_become_letters),
        TEST(an_indented_paragraph_is_a_paragraph),
        TEST(what_a_card_cannot_show_is_named_with_its_line),
        TEST(two_links_on_one_line_are_one_thing_to_do),
        TEST(nesting_20000_deep_is_a_finding),
        TEST(a_card_with_thousands_of_parts_is_refused),
        TEST(a_definition_cannot_be_used_to_grow_a_card),
        TEST(words_are_counted_without_pictures),
        TEST(an_empty_text_has_no_blocks),
        TEST(a_block_of_which_nothing_is_seen_is_none),
        TEST(what_stands_behind_the_text_is_never_read),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
