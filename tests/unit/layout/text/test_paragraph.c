// SPDX-License-Identifier: MIT
// Lines and runs: where a line may end, which way it runs, which face draws it. At 20 px a letter
// of the fake fonts is 10 px wide, a bold one 12.5 and a space 5.
#include <stdlib.h>

#include "fake_paragraph.h"
#include "valid_utf8.h"

UNIT_TEST(lines_end_between_words) {
    static const struct {
        const char *text;
        int width_px;
        const char *lines;
    } cases[] = {
        {"", 100, ""},
        {"one", 100, "one"},
        {"one two three four", 1000, "one two three four"},
        {"aaaa bbbb cccc dddd", 85, "aaaa bbbb|cccc dddd"},
        {"aaaa bbbb cccc dddd", 84, "aaaa|bbbb|cccc|dddd"},
        {"aaaa bbbb  ", 85, "aaaa bbbb"},
        {"face-to-face talk", 90, "face-to-|face talk"},
        {"aa\nbb", 1000, "aa|bb"},
        {"aa \nbb\n", 1000, "aa|bb"},
        {"aa\n\nbb", 1000, "aa||bb"},
        {"aa\tbb", 1000, "aa    bb"}, // two columns
        {"aaa\xC2\xA0"
         "bbb ccc",
         70,
         "aaa\xC2\xA0"
         "bbb|ccc"},
        {"aa bb", 0, "aa bb"},
    };
    for (int i = 0; i < COUNT_OF(cases); i++) {
        assert_string_equal(seen(wide_lines_of(cases[i].text, cases[i].width_px)), cases[i].lines);
    }
}

UNIT_TEST(a_line_knows_its_width_to_the_pixel) {
    struct paragraph paragraph = wide_lines_of("aaaa bbbb ccc", 90);
    assert_int_equal(paragraph.line_count, 2);
    assert_int_equal(paragraph.lines[0].width_px, 85);
    assert_int_equal(paragraph.lines[1].width_px, 30);
    assert_int_equal(paragraph.widest_px, 85);
    assert_int_equal(paragraph.lines[0].word_count, 2);
    assert_int_equal(paragraph.lines[1].word_count, 1);
    assert_false(paragraph.is_torn);
}

UNIT_TEST(a_text_is_measured_once_for_all_sizes) {
    struct shape_style shaping = {0};
    fake_measure_count = 0;
    struct shape shape =
        shape_build(str_from("one two three four five six"), &shaping, &fake_fonts, &arena);
    int measured = fake_measure_count;
    assert_int_equal(measured, 11); // six words and the spaces between them
    for (int size = 10; size < 40; size++) {
        struct paragraph_style style = {.size_px = size, .width_px = 300};
        (void)paragraph_break(&shape, &style, &fake_fonts, &arena);
    }
    assert_int_equal(fake_measure_count, measured);
}

UNIT_TEST(a_style_has_one_run_in_a_line) {
    static const struct stretch stretches[] = {
        {7, EMPHASIS_NONE}, {5, EMPHASIS_BOLD}, {9, EMPHASIS_NONE}};
    static const struct {
        const char *text;
        enum weight weight;
        int x_px, width_px;
    } runs[] = {
        {"Around ", WEIGHT_REGULAR, 0, 65},
        {"eight", WEIGHT_BOLD, 65, 63},
        {" sessions", WEIGHT_REGULAR, 128, 85},
    };
    struct paragraph paragraph =
        lines_of("Around eight sessions", (struct paragraph_style){.stretches = stretches});
    assert_int_equal(paragraph.lines[0].run_count, COUNT_OF(runs));
    for (int i = 0; i < COUNT_OF(runs); i++) {
        const struct run *run = &paragraph.lines[0].runs[i];
        assert_string_equal(run->text, runs[i].text);
        assert_int_equal(run->style.weight, runs[i].weight);
        assert_int_equal(run->x_px, runs[i].x_px);
        assert_int_equal(run->width_px, runs[i].width_px);
        assert_string_equal(run->style.script, "Latn");
        assert_int_equal(run->style.family, 0);
    }
}

UNIT_TEST(emphasis_adds_to_the_weight_of_the_text) {
    static const struct {
        enum weight base;
        uint32_t emphasis;
        enum weight drawn;
    } cases[] = {
        {WEIGHT_REGULAR, EMPHASIS_NONE, WEIGHT_REGULAR},
        {WEIGHT_REGULAR, EMPHASIS_BOLD, WEIGHT_BOLD},
        {WEIGHT_SEMIBOLD, EMPHASIS_NONE, WEIGHT_SEMIBOLD},
        {WEIGHT_SEMIBOLD, EMPHASIS_BOLD, WEIGHT_BOLD},
        {WEIGHT_BOLD, EMPHASIS_NONE, WEIGHT_BOLD},
    };
    for (int i = 0; i < COUNT_OF(cases); i++) {
        struct stretch stretch = {4, cases[i].emphasis};
        struct paragraph paragraph = lines_of(
            "word", (struct paragraph_style){.stretches = &stretch, .weight = cases[i].base});
        assert_int_equal(paragraph.lines[0].runs[0].style.weight, cases[i].drawn);
    }
}

UNIT_TEST(a_word_wider_than_the_line_is_broken_between_letters) {
    static const struct stretch half[] = {{3, EMPHASIS_BOLD}, {5, EMPHASIS_NONE}};
    struct paragraph paragraph = wide_lines_of("aa abcdefgh bb", 35);
    assert_string_equal(seen(paragraph), "aa|ab-|cd-|ef-|gh|bb");
    assert_true(paragraph.is_torn);
    assert_int_equal(paragraph.widest_px, 30);
    assert_int_equal(paragraph.lines[2].word_count, 0); // "abcdefgh" counts once
    paragraph = lines_of("abcdefgh", (struct paragraph_style){.stretches = half, .width_px = 40});
    assert_string_equal(seen(paragraph), "abc|def-|gh");
    assert_string_equal(seen(wide_lines_of("abc", 1)), "a|b|c");
}

UNIT_TEST(a_letter_keeps_its_marks_where_a_word_is_broken) {
    // Two Tamil letters with a vowel sign, and a Latin one under two accents.
    assert_string_equal(seen(wide_lines_of("கிகி", 10)), "கி|கி");
    assert_string_equal(seen(wide_lines_of("a\xCC\x81\xCC\xA3z", 10)), "a\xCC\x81\xCC\xA3|z");
    // A consonant that a virama binds to the next one.
    assert_string_equal(seen(wide_lines_of("க்ஷக", 10)), "க்ஷ|க");
}

UNIT_TEST(headings_have_lines_of_nearly_one_length) {
    struct paragraph_style style = {.width_px = 175, .is_balanced = true};
    assert_string_equal(seen(lines_of("aaaa bbbb cccc dddd eeee", style)),
                        "aaaa bbbb cccc|dddd eeee");
    assert_string_equal(seen(lines_of("aaaa bbbb cccc dddd", style)), "aaaa bbbb cccc dddd");
    style.width_px = 190;
    assert_string_equal(seen(lines_of("Think DIT could help you", style)),
                        "Think DIT|could help you");
    style.width_px = 160;
    assert_string_equal(seen(lines_of("Think DIT could help?", style)), "Think DIT|could help?");
}

UNIT_TEST(a_short_last_word_is_not_left_alone) {
    assert_string_equal(seen(wide_lines_of("symptoms of depression that come and go", 350)),
                        "symptoms of depression that come|and go");
    // It stays where two words alone would make another line, or where the text asks for it.
    assert_string_equal(seen(wide_lines_of("aaaa bbbb\ncc", 370)), "aaaa bbbb|cc");
}

UNIT_TEST(sentences_of_two_directions_read_as_unicode_says) {
    static const struct {
        const char *text;
        bool is_right_to_left;
        const char *seen;
    } cases[] = {
        {"אבג", false, "גבא"},
        {"abc אבג def", false, "abc גבא def"},
        {"abc אבג def", true, "def גבא abc"},
        {"אבג 12 דהו", true, "והד 12 גבא"},
        {"אבג.", true, ".גבא"},
        {"abc.", true, ".abc"},
        {"abc.", false, "abc."},
        {"אבג (abc) דהו", true, "והד )abc( גבא"}, // brackets are mirrored when they are drawn
    };
    for (int i = 0; i < COUNT_OF(cases); i++) {
        struct paragraph_style style = {.is_right_to_left = cases[i].is_right_to_left};
        assert_string_equal(seen(lines_of(cases[i].text, style)), cases[i].seen);
    }
}

UNIT_TEST(each_line_is_put_in_order_by_itself) {
    struct paragraph_style style = {.width_px = 75, .is_right_to_left = true};
    assert_string_equal(seen(lines_of("אאא בבב גגג דדד", style)), "בבב אאא|דדד גגג");
}

UNIT_TEST(direction_marks_and_controls_are_never_drawn) {
    static const char *const marks[] = {
        "\xE2\x80\x8E", "\xE2\x80\x8F", "\xD8\x9C",     "\xE2\x80\xAA", "\xE2\x80\xAE",
        "\xE2\x81\xA6", "\xE2\x81\xA9", "\xEF\xBB\xBF", "\xE2\x80\x8B", "\xE2\x81\xA0",
        "\x01",         "\x7F",         "\u00AD",       "\u034F",       "\u2061",
        "\u3164",       "\U000E0067"};
    for (int i = 0; i < COUNT_OF(marks); i++) {
        char text[40];
        snprintf(text, sizeof text, "ab%scd אב%sגד", marks[i], marks[i]);
        struct paragraph paragraph = lines_of(text, (struct paragraph_style){.width_px = 0});
        char all[100];
        fake_see(&paragraph.lines[0], all);
        assert_string_equal(all, "abcd דגבא");
        assert_int_equal(paragraph.widest_px, 85);
    }
}

UNIT_TEST(a_letter_goes_to_the_face_that_has_it) {
    static const struct {
        const char *text;
        const char *runs; // family and script of each, as they are seen
    } cases[] = {
        {"Plain words", "0Latn"},
        {"நலம் தரும், ஆம்.", "3Taml"},          // spaces, comma and full stop are Tamil's
        {"நலம் (8) தரும்", "3Taml0Taml3Taml"}, // brackets and digits are the house's
        {"NHS நலம்", "0Latn3Taml"},
        {"نص عربي", "1Arab"},
        {"נקי NHS", "2Hebr2Hebr0Latn"}, // the space between runs with the paragraph
        {"\xE2\x9C\x93", "0Latn"},      // nobody has it: the house's face, which `check` forestalls
    };
    for (int i = 0; i < COUNT_OF(cases); i++) {
        struct paragraph paragraph = wide_lines_of(cases[i].text, 0);
        char all[200] = "";
        for (int k = 0; k < paragraph.lines[0].run_count; k++) {
            const struct run_style *style = &paragraph.lines[0].runs[k].style;
            snprintf(all + strlen(all), sizeof all - strlen(all), "%d%s", style->family,
                     style->script);
        }
        assert_string_equal(all, cases[i].runs);
    }
}

UNIT_TEST(a_mark_is_drawn_by_the_face_of_its_letter) {
    // A joiner between Arabic letters, and an accent (of family 0 alone) on a Hebrew one.
    struct paragraph paragraph = wide_lines_of("بـ\xE2\x80\x8Dب", 0);
    assert_int_equal(paragraph.lines[0].run_count, 1);
    assert_int_equal(paragraph.lines[0].runs[0].style.family, 1);
    paragraph = wide_lines_of("א\xCC\x81", 0);
    assert_int_equal(paragraph.lines[0].run_count, 1);
    assert_int_equal(paragraph.lines[0].runs[0].style.family, 2);
    // A joiner belongs to Arabic text even where the letter before it does not.
    paragraph = wide_lines_of("é\xCC\x81z", 0);
    assert_int_equal(paragraph.lines[0].run_count, 1);
    assert_int_equal(paragraph.lines[0].runs[0].style.family, 0);
}

UNIT_TEST(bytes_that_are_no_text_do_no_harm) {
    srand(7);
    for (int round = 0; round < 400; round++) {
        char text[120];
        int size = rand() % (int)sizeof text;
        for (int i = 0; i < size; i++) {
            text[i] = (char)(rand() % 256);
        }
        struct paragraph_style style = {.size_px = 1 + rand() % 60,
                                        .width_px = rand() % 300,
                                        .is_right_to_left = rand() % 2,
                                        .is_balanced = rand() % 2,
                                        .shrinks_numbers = rand() % 2};
        struct str view = {text, (size_t)size};
        struct paragraph paragraph = paragraph_build(view, &style, &fake_fonts, &arena);
        for (int i = 0; i < paragraph.line_count; i++) {
            for (int k = 0; k < paragraph.lines[i].run_count; k++) {
                assert_true(is_valid_utf8(str_from(paragraph.lines[i].runs[k].text)));
            }
        }
        arena_reset(&arena);
    }
}
