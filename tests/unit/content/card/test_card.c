// SPDX-License-Identifier: MIT
// A card from the bytes of a file: what is title, label and body, what keeps a card off the screen,
// and what is only said.
#include "content/card/card.h"

#include "complaints.h"
#include "content/card/card_load.h"
#include "content/ports.h"

static int letters_asked;

// A font with the letters of ASCII, the pound, dashes and bullets, and the curly apostrophe.
static bool has_letter(void *self, uint32_t code_point) {
    (void)self;
    letters_asked++;
    return (code_point >= 0x20 && code_point < 0x7F) || code_point == 0xA3 || code_point == 0xB7 ||
           code_point == 0x2013 || code_point == 0x2019 || code_point == 0x2022;
}

static const struct letter_port letters = {NULL, has_letter};
static const struct ports ports = {.letters = &letters};

static bool load(struct card *card, const char *text) {
    return card_load(card, str_from(text), "cards/en/10-a.md", &ports, &findings);
}

static void assert_text(struct str text, const char *expected) {
    assert_string_equal(arena_text(&arena, text), expected);
}

static void words_above_the_heading_are_the_label(void **state) {
    (void)state;
    struct card card = {.id = "kept", .icon = "kept", .order = 10};
    assert_true(load(&card, "The basics\n\n# What is DIT?\n\nA talking therapy.\n"));
    assert_text(card.label, "The basics");
    assert_text(card.title, "What is DIT?");
    assert_int_equal(card.title_line, 3);
    assert_int_equal(card.body.count, 1);
    assert_text(card.body.blocks[0].text, "A talking therapy.");
    assert_string_equal(card.path, "cards/en/10-a.md");
    assert_string_equal(card.id, "kept");
    assert_string_equal(card.icon, "kept");
    assert_int_equal(card.order, 10);
    assert_int_equal(findings.count, 0);
}

static void a_card_needs_no_label(void **state) {
    (void)state;
    struct card card = {0};
    assert_true(load(&card, "# Title\nBody\n"));
    assert_int_equal(card.label.size, 0);
    assert_text(card.title, "Title");
}

static void nothing_of_the_files_bytes_is_kept(void **state) {
    (void)state;
    char bytes[] = "Label\n\n# Title\n\nBody **bold**\n";
    struct card card = {0};
    assert_true(load(&card, bytes));
    memset(bytes, 'x', sizeof bytes - 1);
    assert_text(card.label, "Label");
    assert_text(card.title, "Title");
    assert_text(card.body.blocks[0].text, "Body bold");
}

static void a_faulty_card_is_left_out_whole(void **state) {
    (void)state;
    static const struct {
        const char *text, *finding;
    } cases[] = {
        {"",
         "cards/en/10-a.md:1: error: The card is empty. Write its words, or take the file away."},
        {" \n\t\r\n ", "cards/en/10-a.md:1: error: The card is empty."},
        {"Only words\n",
         "cards/en/10-a.md:1: error: The card has no heading. Is “Only words” the heading? Write # "
         "Only words."},
        {"#\n\nWords\n", "cards/en/10-a.md:1: error: There is a heading without words."},
        {"# Title\n", "cards/en/10-a.md:1: error: There is nothing below the heading."},
        {"\n\n# Title\n\n", "cards/en/10-a.md:3: error: There is nothing below the heading."},
        {"One\n\nTwo\n\n# Title\n\nWords\n",
         "cards/en/10-a.md:3: error: There is more than one line of "
         "words above the heading."},
        {"- One\n\n# Title\n\nWords\n",
         "cards/en/10-a.md:1: error: There is more than one line of words "
         "above the heading."},
        {"This label is longer than forty letters, alas\n\n# Title\n\nWords\n",
         "cards/en/10-a.md:1: error: The words above the heading are too long."},
        {"# 1234567890 1234567890 1234567890 1234567890 1234567890 1234567890 1234567890 "
         "1234567890 "
         "1234567890 1234567890\n\nWords\n",
         "cards/en/10-a.md:1: error: The heading is too long."},
        {"# Title\n\nA sun 日 here\n", "cards/en/10-a.md:3: error: The screen has no letter “日” "
                                       "(U+65E5). Write it in another way, or take it out."},
        {"# Title 日\n\nWords\n", "cards/en/10-a.md:1: error: The screen has no letter “日”"},
        {"日\n\n# Title\n\nWords\n", "cards/en/10-a.md:1: error: The screen has no letter “日”"},
        {"# Title\n\n![日](a.png)\n", "cards/en/10-a.md:3: error: The screen has no letter “日”"},
        {"# Title\n\nSee www.nhs.uk\n", "cards/en/10-a.md:3: error: There is a web or e-mail link"},
        {"# Title\n\nOld \x93quotes\x94\n",
         "cards/en/10-a.md:3: error: The file is saved in an older "
         "way (ANSI)"},
        {"PK\003\004word", "cards/en/10-a.md:1: error: This is a Word file or a packed file"},
        {"# Title\n\nTurned \xE2\x80\xAE round\n",
         "cards/en/10-a.md:3: error: There is an invisible "
         "character in this line that turns"},
    };
    for (int i = 0; i < COUNT_OF(cases); i++) {
        struct card card = {.id = "untouched"};
        findings = (struct findings){.arena = &arena};
        bool is_shown = load(&card, cases[i].text);
        if (is_shown || findings.error_count != 1 || !strstr(complaints(), cases[i].finding)) {
            fail_msg("case %d gave:\n%s", i, complaints());
        }
        assert_null(card.path);
        assert_string_equal(card.id, "untouched");
    }
}

static void hard_reading_warns_and_shows(void **state) {
    (void)state;
    static const struct {
        const char *text, *finding;
    } cases[] = {
        {"# T\n\n1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21.\n",
         ":3: warning: A sentence here has more than 20 words."},
        {"# T\n\nOne. Two! Three? Four.\n",
         ":3: warning: This paragraph has more than 3 sentences."},
        {"# T\n\n- a\n- b\n- c\n- d\n- e\n- f\n- g\n- h\n",
         ":9: warning: This list has more than 6 "
         "lines."},
        {"# T\n\n- a\n  - 1\n  - 2\n  - 3\n  - 4\n  - 5\n  - 6\n  - 7\n- b\n",
         ":10: warning: This list has more than 6 lines."},
        {"# T\n\n# Second\n\nWords\n", ":3: warning: There is a second main heading."},
        {"# T\n\n**bold not closed\n", ":3: warning: There are ** signs here that patients would "
                                       "see. Write **words** with ** close"},
        {"# T\n\nWords.\n\n- Some ** words**\n", ":5: warning: There are ** signs here"},
        {"# **T\n\nWords\n", ":1: warning: There are ** signs here"},
        {"# Our Donaudampfschifffahrtsgesellschaft\n\nWords\n",
         ":1: warning: A word in the heading has more than 30 letters."},
    };
    for (int i = 0; i < COUNT_OF(cases); i++) {
        struct card card = {0};
        findings = (struct findings){.arena = &arena};
        assert_true(load(&card, cases[i].text));
        if (findings.count != 1 || !strstr(complaints(), cases[i].finding)) {
            fail_msg("case %d gave:\n%s", i, complaints());
        }
    }
}

static void a_card_of_many_words_is_to_be_parted(void **state) {
    (void)state;
    static const struct {
        int words;
        const char *finding;
    } cases[] = {
        {120, ""},
        {160, "cards/en/10-a.md:1: warning: This card has 160 words. Cards up to 60 words fit one "
              "page; split it into two cards.\n"},
        {400, "cards/en/10-a.md:1: warning: This card has 400 words. Cards up to 60 words fit one "
              "page; split it into several cards.\n"},
    };
    for (int i = 0; i < COUNT_OF(cases); i++) {
        struct card card = {0};
        const char *text = "# T\n";
        for (int k = 0; k < cases[i].words; k++) {
            text = arena_format(&arena, "%s%sword", text,
                                k == 0        ? "\n"
                                : k % 10 == 0 ? ".\n\n"
                                              : " ");
        }
        findings = (struct findings){.arena = &arena};
        assert_true(load(&card, text));
        assert_string_equal(complaints(), cases[i].finding);
    }
}

static void a_list_from_word_is_a_list(void **state) {
    (void)state;
    static const char *const signs[] = {"• ",   "•\t",  "· ",         "·\t",
                                        "‣ ",   "▪  ",  "–\t",        "\xEF\x82\xB7\t",
                                        "  • ", "\t• ", "•\xC2\xA0 ", "\xEF\x82\xB7 "};
    for (int i = 0; i < COUNT_OF(signs); i++) {
        struct card card = {0};
        const char *text = arena_format(&arena, "# T\n\nThese help:\n%sone\n%stwo\n\nWords ** x\n",
                                        signs[i], signs[i]);
        findings = (struct findings){.arena = &arena};
        assert_true(load(&card, text));
        assert_int_equal(card.body.count, 4);
        assert_int_equal(card.body.blocks[1].kind, BLOCK_ITEM);
        assert_text(card.body.blocks[1].text, "one");
        assert_int_equal(card.body.blocks[1].line, 4);
        assert_text(card.body.blocks[2].text, "two");
        assert_int_equal(card.body.blocks[2].line, 5);
        assert_string_equal(complaints(), "cards/en/10-a.md:7: warning: There are ** signs here "
                                          "that patients would see. Write **words** with ** close "
                                          "to the words on both sides, or take the signs out.\n");
    }
}

static void a_sign_that_is_no_list_stays(void **state) {
    (void)state;
    static const char *const texts[] = {"– so it is", "Tea • coffee", "•one", "·"};
    for (int i = 0; i < COUNT_OF(texts); i++) {
        struct card card = {0};
        assert_true(load(&card, arena_format(&arena, "# T\n\n%s\n", texts[i])));
        assert_int_equal(card.body.blocks[0].kind, BLOCK_PARAGRAPH);
        assert_text(card.body.blocks[0].text, texts[i]);
    }
}

static void columns_from_word_are_named_and_tabs_in_lists_are_not(void **state) {
    (void)state;
    struct card card = {0};
    assert_false(load(&card, "# T\n\nWords.\n\nMonday\t9 to 5\nTuesday\t9 to 5\nFriday\tno\n"));
    assert_string_equal(complaints(),
                        "cards/en/10-a.md:5: error: These lines are columns, as from a table, and "
                        "would be run into one. Write them as a list, with a - in front of each "
                        "line.\n");
    findings = (struct findings){.arena = &arena};
    assert_true(load(&card, "# T\n\n1.\tone\n2.\ttwo\n\n-\tone\n-\ttwo\n\n•\tone\n•\ttwo\n\n\tIn\n"
                            "\tside\t\n\nOne\ttab.\n"));
    assert_string_equal(complaints(), "");
    assert_true(load(&card,
                     "# T\n\n- Monday\t9am to 5pm\n- Tuesday\t9am to 5pm\n\n1. Monday\t9 to 5\n"
                     "2. Tuesday\t9 to 5\n\n*\tMonday\t9 to 5\n*\tTuesday\t9 to 5\n"));
    assert_string_equal(complaints(), "");
    assert_true(load(&card, "#\tT\n##\tHours\n\n>\tMonday\n>\tTuesday\n\n> - a\tb\n> - c\td\n"));
    assert_string_equal(complaints(), "");
    assert_false(load(&card, "# T\n\n> Monday\t9 to 5\n> Tuesday\t9 to 5\n"));
    findings = (struct findings){.arena = &arena};
    assert_false(load(&card, "# T\n\n-Monday\t9 to 5\n1.30\t9 to 5\n"));
}

static void easy_reading_is_not_warned_about(void **state) {
    (void)state;
    struct card card = {0};
    assert_true(load(&card,
                     "# T\n\n1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20.\n\n"
                     "One at 9.30. Two. (Three.)\n\n- a\n- b\n- c\n- d\n- e\n- f\n\nBreak\n\n"
                     "- a\n- b\n"));
    assert_string_equal(complaints(), "");
}

static void a_second_main_heading_is_shown_one_level_down(void **state) {
    (void)state;
    struct card card = {0};
    assert_true(load(&card, "# T\n\n# Second\n\nWords\n\n### Third\n"));
    assert_int_equal(card.body.blocks[0].level, 2);
    assert_int_equal(card.body.blocks[2].level, 3);
}

static void a_missing_letter_is_named_once(void **state) {
    (void)state;
    struct card card = {0};
    assert_false(load(&card, "# T\n\n日 日\n\n日 本 日\n"));
    assert_int_equal(findings.count, 2);
    assert_int_equal(findings.list[0].line, 3);
    assert_int_equal(findings.list[1].line, 5);
}

static void an_emoji_is_called_one_and_said_once(void **state) {
    (void)state;
    struct card card = {0};
    assert_false(load(&card, "# T\n\nHello 😀 👋🏽\n\nBye ❤️ ⭐\n"));
    assert_string_equal(complaints(),
                        "cards/en/10-a.md:3: error: There is an emoji (a face or another little "
                        "picture), which the screen cannot show. Take it out, or say in words "
                        "what it means.\n");
}

static void a_card_in_capitals_is_advised_against(void **state) {
    (void)state;
    struct card card = {0};
    assert_true(load(&card, "# T\n\nPLEASE RING THE NUMBER ABOVE, Mo.\n"));
    assert_string_equal(complaints(),
                        "cards/en/10-a.md:1: warning: All of this card is in CAPITAL LETTERS, "
                        "which are hard to read. Write it in small letters, with a capital where "
                        "a sentence begins.\n");
    static const char *const fine[] = {
        "# WHAT IS DIT? A TALKING THERAPY\n\nIt is a therapy.\n",
        "# T\n\nNICE, CBT, DIT, NHS\n",
        "# T\n\nRING THE NUMBER ABOVE, PLEASE, and ask for help.\n",
    };
    for (int i = 0; i < COUNT_OF(fine); i++) {
        findings = (struct findings){.arena = &arena};
        assert_true(load(&card, fine[i]));
        assert_string_equal(complaints(), "");
    }
}

static void the_fonts_are_asked_once_for_each_letter(void **state) {
    (void)state;
    struct card card = {0};
    letters_asked = 0;
    assert_true(load(&card, "# aaaa\n\nabab £££ ’’’ bbb\n"));
    assert_int_equal(letters_asked, 5); // a, b, space, pound, apostrophe
}

static void what_draws_nothing_needs_no_letter(void **state) {
    (void)state;
    struct card card = {0};
    assert_true(load(&card, "# T\n\na\u200Db\u200Cc\u034Fd\u180Be\u2061f\u3164g\U000E0067\n"));
    assert_int_equal(findings.count, 0);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(words_above_the_heading_are_the_label),
        TEST(a_card_needs_no_label),
        TEST(nothing_of_the_files_bytes_is_kept),
        TEST(a_faulty_card_is_left_out_whole),
        TEST(hard_reading_warns_and_shows),
        TEST(a_card_of_many_words_is_to_be_parted),
        TEST(a_list_from_word_is_a_list),
        TEST(a_sign_that_is_no_list_stays),
        TEST(columns_from_word_are_named_and_tabs_in_lists_are_not),
        TEST(easy_reading_is_not_warned_about),
        TEST(a_second_main_heading_is_shown_one_level_down),
        TEST(a_missing_letter_is_named_once),
        TEST(an_emoji_is_called_one_and_said_once),
        TEST(a_card_in_capitals_is_advised_against),
        TEST(the_fonts_are_asked_once_for_each_letter),
        TEST(what_draws_nothing_needs_no_letter),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
