// SPDX-License-Identifier: MIT
// What is said of a card: what keeps it off the screen, with the line as it should be typed, and
// what is shown and could be better.
#include "content/limits.h"
#include "typed_card.h"

#include <time.h>

struct said_case {
    const char *text, *said; // all findings, without the path
};

static void assert_said(const struct said_case *cases, int count) {
    for (int i = 0; i < count; i++) {
        struct card card = {0};
        bool is_shown = load(&card, cases[i].text);
        assert_true(is_shown == (findings.error_count == 0));
        if (strcmp(complaints(), cases[i].said) != 0) {
            fail_msg("«%s» gave:\n%s\nnot:\n%s", cases[i].text, complaints(), cases[i].said);
        }
    }
}

#define TAG "error: There is HTML (something in < >), which is not shown. "
#define ENTITY "error: There is a code between & and ; that is no letter. "
#define LINK "error: There is a link, which nobody can touch on this screen. "
#define TABLE "error: There is a table with | signs, which is not shown. "
#define PICTURE "error: The line for the picture is not quite right. "
#define ADDRESS                                                                                    \
    "warning: There is a web address, which nobody can touch on this screen. Say in words where "  \
    "people find it, or use qr = link in kiosk.ini.\n"

TEST(what_is_not_shown_is_named_with_the_line_to_type) {
    static const struct said_case cases[] = {
        {"# T\nSome <b>words</b>.", "a.txt:2: " TAG "Type “Some words.” instead.\n"},
        {"# T\nOne\n<br/>", "a.txt:3: " TAG "Take this line out.\n"},
        {"# T\nAged <x and >y", "a.txt:2: " TAG "Type “Aged y” instead.\n"},
        {"# T\nA &amp; B &#163;5 &zzz; &x", "a.txt:2: " ENTITY "Type “A & B £5  &x” instead.\n"},
        {"# T\nGo [here](https://x.org).", "a.txt:2: " LINK "Type “Go here.” instead.\n"},
        {"# T\n| Mon | 9 to 5 |\n|---|:-:|\n",
         "a.txt:2: " TABLE "Type “Mon   9 to 5” instead.\na.txt:3: " TABLE "Take this line out.\n"},
        {"# T\nWords <i>x</i> &amp;", "a.txt:2: " TAG "Type “Words x &” instead.\na.txt:2: " ENTITY
                                      "Type “Words x &” instead.\n"},
        {"# T\nSee www.nhs.uk or https://x.org", "a.txt:2: " ADDRESS},
        {"# T\nawww.x", ""},
    };
    assert_said(cases, COUNT_OF(cases));
}

TEST(slips_of_the_pictures_line_are_named_with_the_line_to_type) {
    static const char *const slips[] = {
        "![Our team] (team.jpg)",
        "![Our team]team.jpg",
        "!(Our team)[team.jpg]",
        "![Our team](images/team.jpg)",
        "![Our team](team.jpg){width=50%}",
        "[Our team](team.jpg)",
        "! [Our team](team.jpg)",
        "- ![Our team](team.jpg)",
        "![Our team](<team.jpg>)",
        "![Our team](C:\\images\\team.jpg)",
        "See ![Our team](team.jpg)",
        "![Our team](team.jpg \"x\")",
    };
    static const struct said_case others[] = {
        {"# T\n![team.jpg]", "a.txt:2: " PICTURE "Type “![What it shows](team.jpg)” instead.\n"},
        {"# T\n(images/Us.PNG)", "a.txt:2: " PICTURE "Type “![What it shows](Us.PNG)” instead.\n"},
        {"# T\nteam.jpg", "a.txt:2: " PICTURE "Type “![What it shows](team.jpg)” instead.\n"},
        {"# T\n![x]",
         "a.txt:2: " PICTURE "Write it as ![Our team](team.jpg), on a line of its own.\n"},
        {"# T\n![](a.png)\n![b](b.png)",
         "a.txt:2: warning: The picture has no words for people who cannot see it. Write them "
         "between the brackets: ![Our team](team.jpg).\n"
         "a.txt:3: error: There is a second picture. Keep one picture on a card.\n"},
    };
    for (int i = 0; i < COUNT_OF(slips); i++) {
        const struct said_case slip = {arena_format(&arena, "# T\n\n%s", slips[i]),
                                       "a.txt:3: " PICTURE
                                       "Type “![Our team](team.jpg)” instead.\n"};
        assert_said(&slip, 1);
    }
    assert_said(others, COUNT_OF(others));
}

TEST(a_card_that_cannot_be_shown_says_why) {
    static const struct said_case cases[] = {
        {"", "a.txt:1: error: The card is empty. Write its words, or take the file away.\n"},
        {"\n\xC2\xA0\n",
         "a.txt:1: error: The card is empty. Write its words, or take the file away.\n"},
        {"Only words\n", "a.txt:1: error: Which line is the title? Put # and a space before it, "
                         "such as # What is DIT?\n"},
        {"# T\n",
         "a.txt:1: error: There is nothing below the title. Write the words of the card there.\n"},
        {"One\nTwo\n\nThree\n# T\nx",
         "a.txt:2: error: There is more than one line of words above the title. Keep one short "
         "line there and put the rest below the title.\n"
         "a.txt:4: error: There is more than one line of words above the title. Keep one short "
         "line there and put the rest below the title.\n"},
        {"This label is longer than forty letters, alas\n# T\nx",
         "a.txt:1: error: The words above the title are too long. Use at most 40 letters there, or "
         "put them below the title.\n"},
        {"# T\nA 日 and 日\n日 本", "a.txt:2: error: The screen has no letter “日” (U+65E5). Write "
                                    "it in another way, or take it out.\n"
                                    "a.txt:3: error: The screen has no letter “本” (U+672C). Write "
                                    "it in another way, or take it out.\n"},
        {"# T\nOne\nTwo 😀 👋🏽\n",
         "a.txt:3: error: There is an emoji (a face or another little picture), which the screen "
         "cannot show. Take it out, or say in words what it means.\n"},
    };
    assert_said(cases, COUNT_OF(cases));
}

TEST(the_title_that_the_screen_has_now_is_told) {
    struct card card = {0};
    const struct card_source source = {.bytes = str_from("The basics\n\nWhat is DIT?\n\nWords\n"),
                                       .path = "a.txt",
                                       .known_title = "What is DIT?",
                                       .ports = &ports};
    assert_false(card_load(&card, &source, &findings));
    assert_string_equal(complaints(),
                        "a.txt:1: error: Which line is the title? Put # and a space before it, "
                        "such as # What is DIT? (the title that the screen has now).\n");
}

TEST(hard_reading_is_advised_against_and_shown) {
    static const struct said_case cases[] = {
        {"# T\n\n1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21.\n",
         "a.txt:3: warning: A sentence here has more than 20 words. Make two sentences of it, so "
         "that it is easy to read.\n"},
        {"# T\nOne. Two! Three? Four.\n",
         "a.txt:2: warning: This paragraph has more than 3 sentences. Make two paragraphs of it, "
         "so that it is easy to read.\n"},
        {"# T\n- a\n- b\n- c\n- d\n- e\n- f\n- g\n- h\n",
         "a.txt:8: warning: This list has more than 6 lines. Make it shorter, or make two lists of "
         "it.\n"},
        {"# T\n# Second\nWords", "a.txt:2: warning: There is a second main heading. Begin it with "
                                 "## to make it a smaller one.\n"},
        {"# T\n- a\n  - b\n    - c", "a.txt:4: warning: There is a list inside a list inside a "
                                     "list. Use two levels: this line is shown on the second.\n"},
        {"# T\nWords\n-----",
         "a.txt:3: warning: A line across the card is not shown. Take it out, or use a heading.\n"},
        {"# T\nWords\n#Hours", "a.txt:3: warning: There is a # sign here that patients would see. "
                               "Put a space after it if this is a heading, or take it out.\n"},
        {"# T\nA letter that a program for e-mail has cut after seventy letters\nand that goes on "
         "with a small letter on the next line, as mine do,\nuntil it is over.",
         "a.txt:2: warning: These lines look as if an e-mail program had cut them. Join them into "
         "one long line, if they are one sentence.\n"
         "a.txt:2: warning: A sentence here has more than 20 words. Make two sentences of it, so "
         "that it is easy to read.\n"},
    };
    static const char *const fine[] = {
        "# T\n1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20.\n\nOne at 9.30. Two. (Three.)\n",
        "# WHAT IS DIT? A TALKING THERAPY\nIt is a therapy.\n",
        "# T\nNICE, CBT, DIT, NHS\n",
        "# T\nMonday 8 to 6\nTuesday 8 to 6\nWednesday 8 to 6\nThursday 8 to 6\nFriday 8 to 6\n",
        "# T\nA long line of an address in a road whose name has many letters,\nLondon\n",
        "# T\na\u200Db\u200Cc\n",
    };
    assert_said(cases, COUNT_OF(cases));
    for (int i = 0; i < COUNT_OF(fine); i++) {
        assert_said(&(struct said_case){fine[i], ""}, 1);
    }
}

TEST(a_card_of_many_words_is_to_be_parted) {
    static const struct {
        int words;
        const char *said;
    } cases[] = {
        {120, ""},
        {160, "a.txt:1: warning: This card has 160 words. Cards up to 60 words fit one page; split "
              "it into two cards.\n"},
        {400, "a.txt:1: warning: This card has 400 words. Cards up to 60 words fit one page; split "
              "it into several cards.\n"},
    };
    for (int i = 0; i < COUNT_OF(cases); i++) {
        const char *text = "# T\n";
        for (int k = 0; k < cases[i].words; k++) {
            text = arena_format(&arena, "%s%sWord", text,
                                k == 0        ? ""
                                : k % 10 == 0 ? ".\n\n"
                                              : " ");
        }
        assert_said(&(struct said_case){text, cases[i].said}, 1);
    }
}

TEST(the_fonts_are_asked_once_for_each_letter) {
    struct card card = {0};
    letters_asked = 0;
    assert_true(load(&card, "# aaaa\n\nabab £££ ’’’ bbb\n"));
    assert_int_equal(letters_asked, 2); // pound, apostrophe; every font has ASCII
}

TEST(far_too_much_is_named_and_read_to_the_end_soon) {
    static const char *const marks[] = {"*",   "*a ",     " **a",  "_a*", "[",    "![",   "[a](",
                                        "<",   "<a",      "`a",    "&",   "a|",   "|-\n", "\\",
                                        "#\n", "~",       "www.",  "a@",  "> - ", "\n",   "- a\n",
                                        "1. ", "http://", "&amp;", "\t",  "~~"};
    for (int i = 0; i < COUNT_OF(marks); i++) {
        struct card card = {0};
        size_t size = strlen(marks[i]), count = (LIMIT_TEXT_BYTES - 8) / size;
        char *text = arena_alloc(&arena, LIMIT_TEXT_BYTES);
        memcpy(text, "# T\n", 4);
        for (size_t k = 0; k < count; k++) {
            memcpy(text + 4 + k * size, marks[i], size);
        }
        clock_t before = clock();
        bool is_shown = load_bytes(&card, (struct str){text, 4 + count * size});
        assert_true(is_shown == (findings.error_count == 0));
        assert_true((clock() - before) / CLOCKS_PER_SEC <
                    20); // of a machine that is six times slower
    }
}
