// SPDX-License-Identifier: MIT
// Telephone numbers in lines: whole, and read from left to right, whichever way the text around
// them runs. A number that turns round is another number.
#include "fake_paragraph.h"

static int count_in(const char *text, const char *part) {
    int count = 0;
    for (const char *at = text; (at = strstr(at, part)); at++) {
        count++;
    }
    return count;
}

// Puts the number where the sentence has '#'.
static void fill_in(char *out, const char *sentence, const char *number) {
    for (; *sentence; sentence++) {
        if (*sentence == '#') {
            out += sprintf(out, "%s", number);
        } else {
            *out++ = *sentence;
        }
    }
    *out = '\0';
}

static void check_number(const char *sentence, const char *number) {
    char text[400];
    fill_in(text, sentence, number);
    for (int width = 0; width < 1200; width += 60) {
        struct paragraph_style style = {.width_px = width / 2, .is_right_to_left = width % 120};
        const char *lines = seen(lines_of(text, style));
        if (count_in(lines, number) != count_in(text, number)) {
            fail_msg("%s: %s", text, lines);
        }
    }
    arena_reset(&arena);
}

UNIT_TEST(a_number_is_never_broken) {
    static const char *const numbers[] = {
        "0203 228 1350",      "116 123",           "999",
        "+44 20 3228 1350",   "020-3228-1350",     "(020) 3228 1350",
        "0203  228  1350",    "0203 - 228 - 1350", "0203\u2009228\u20091350",
        "0203 228\u200D 1350"};
    for (int i = 0; i < COUNT_OF(numbers); i++) {
        char text[200];
        snprintf(text, sizeof text, "Call us on %s, or ask. (%s) %s", numbers[i], numbers[i],
                 numbers[i]);
        for (int width = 170; width < 600; width += 5) {
            struct paragraph paragraph = wide_lines_of(text, width);
            const char *lines = seen(paragraph);
            assert_int_equal(count_in(lines, numbers[i]), 3);
            assert_true(paragraph.widest_px <= width);
        }
    }
}

UNIT_TEST(a_number_wider_than_the_line_stays_whole_and_says_so) {
    struct paragraph paragraph = wide_lines_of("Call 0203 228 1350 now", 80);
    assert_string_equal(seen(paragraph), "Call|0203 228 1350|now");
    assert_true(paragraph.is_torn);
    assert_int_equal(paragraph.widest_px, 120);
    assert_string_equal(seen(wide_lines_of("x:0203 228 1350.", 80)), "x:|0203 228 1350|.");
}

UNIT_TEST(a_number_in_two_weights_stays_whole) {
    static const struct stretch stretches[] = {{7, EMPHASIS_BOLD}, {6, EMPHASIS_NONE}};
    struct paragraph paragraph =
        lines_of("0203 228 1350", (struct paragraph_style){.stretches = stretches, .width_px = 60});
    assert_string_equal(seen(paragraph), "0203 228 1350");
}

UNIT_TEST(a_number_that_must_fit_gets_smaller_letters_for_its_line) {
    struct paragraph paragraph =
        lines_of("Call 0203 228 1350 now",
                 (struct paragraph_style){.width_px = 80, .shrinks_numbers = true});
    assert_string_equal(seen(paragraph), "Call|0203 228 1350|now");
    assert_int_equal(paragraph.lines[0].size_px, 20);
    assert_int_equal(paragraph.lines[1].size_px, 13);
    assert_int_equal(paragraph.lines[2].size_px, 20);
    assert_true(paragraph.widest_px <= 80);
    assert_true(paragraph.is_torn);
}

UNIT_TEST(numbers_keep_their_order_in_every_direction) {
    static const char *const numbers[] = {
        "0203 228 1350",
        "116 123",
        "999",
        "+44 20 3228 1350",
        "020-3228-1350",
        "+44 (0)20 3228 1350",
        "(020) 3228 1350",
        "111",
        "0203  228  1350",
        "0203 - 228 - 1350",
        "0203\u2009228\u20091350",
    };
    static const char *const sentences[] = {
        "#",
        "اتصل على # الآن",
        "# اتصل",
        "اتصل على #",
        "اتصل (#) الآن.",
        "اتصل على # أو # أو #.",
        "חייגו # עכשיו, או #",
        "NHS # أو Samaritans على #",
        "call # now اتصل #",
        "٣ أيام #",
        "50, # دقيقة",
        "اتصل # 24/7",
        "اتصل # 24 ساعة",
        "Call # 9am-5pm.",
        "Call # 7 days a week",
        "אבג \xE2\x80\xAE#\xE2\x80\xAC דהו",         // an override cannot turn it round
        "\xE2\x80\xAB\xE2\x80\xAE\xE2\x81\xA7# אבג", // nor can three controls
        "\xE2\x80\x8F# אבג \xE2\x80\x8F#",           // nor can marks
    };
    for (int n = 0; n < COUNT_OF(numbers); n++) {
        for (int s = 0; s < COUNT_OF(sentences); s++) {
            check_number(sentences[s], numbers[n]);
        }
    }
}

UNIT_TEST(a_number_in_other_digits_is_whole_and_keeps_its_order) {
    static const char *const numbers[] = {
        "٠٢٠٣ ٢٢٨ ١٣٥٠",    "١١٦ ١٢٣",         "٩٩٩",
        "+٤٤ ٢٠ ٣٢٢٨ ١٣٥٠", "٠٢٠٣-٢٢٨-١٣٥٠",   "۰۲۰۳ ۲۲۸ ۱۳۵۰",
        "০২০৩ ২২৮ ১৩৫০",    "০২০৩  ২২৮  ১৩৫০", "०२०३ २२८ १३५०",
    };
    static const char *const sentences[] = {"#",      "اتصل على # الآن", "اتصل (#) الآن.",
                                            "# اتصل", "Call us on #.",   "אבג # או #",
                                            "# ٢٤/٧", "আমাদের # নম্বরে",  "٣ أيام #"};
    for (int n = 0; n < COUNT_OF(numbers); n++) {
        for (int s = 0; s < COUNT_OF(sentences); s++) {
            check_number(sentences[s], numbers[n]);
        }
    }
}

UNIT_TEST(a_mark_inside_a_number_cannot_turn_it_round) {
    static const char *const marks[] = {"\xE2\x80\x8F", "\xD8\x9C", "\xE2\x80\x8B"};
    for (int i = 0; i < COUNT_OF(marks); i++) {
        char text[100];
        snprintf(text, sizeof text, "אבג 0203 %s228%s 1350 דהו", marks[i], marks[i]);
        struct paragraph_style style = {.is_right_to_left = true};
        assert_int_equal(count_in(seen(lines_of(text, style)), "0203 228 1350"), 1);
    }
}

// Embeddings deeper than UAX #9 allows (BD2: 125) make the algorithm ignore what is opened inside.
UNIT_TEST(no_depth_of_controls_turns_a_number_round) {
    static const char *const controls[] = {"\xE2\x80\xAB", "\xE2\x80\xAE", "\xE2\x81\xA7"};
    for (int i = 0; i < COUNT_OF(controls); i++) {
        char text[1000] = "";
        for (int depth = 0; depth < 130; depth++) {
            strcat(text, controls[i]);
        }
        strcat(text, "אבג 0203 228 1350 דהו");
        for (int rtl = 0; rtl < 2; rtl++) {
            struct paragraph_style style = {.is_right_to_left = rtl};
            assert_int_equal(count_in(seen(lines_of(text, style)), "0203 228 1350"), 1);
        }
    }
}
