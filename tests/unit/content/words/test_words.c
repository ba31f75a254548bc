// SPDX-License-Identifier: MIT
// device.ini and the words of a language: what they set, and what is said about every line that
// cannot be used.
#include "content/settings/device.h"
#include "content/words/words.h"

#include "complaints.h"

TEST(a_device_file_turns_the_screen) {
    struct device device;
    device_init(&device, &arena);
    assert_int_equal(device.rotate, -1); // as it was answered at the first start
    assert_int_equal(device.touch_rotate, -1);
    assert_true(device.screen_inches == 0);
    device_load(&device,
                str_from("[screen]\nrotate = 90\ntouch_rotate = 270\nscreen_inches = 15.6\n"),
                "device.ini", &findings);
    assert_string_equal(complaints(), "");
    assert_int_equal(device.rotate, 90);
    assert_int_equal(device.touch_rotate, 270);
    assert_true(device.screen_inches > 15.59 && device.screen_inches < 15.61);
    device_load(&device, str_from("[usb]\nkeyboard = on\n"), "device.ini", &findings);
    assert_true(device.has_keyboard);
    device_load(&device, str_from("[screen]\ntouch_rotate = same\nscreen_inches = 0\n"),
                "device.ini", &findings);
    assert_string_equal(complaints(), "");
    assert_int_equal(device.touch_rotate, -1);
    assert_true(device.screen_inches == 0);
}

TEST(a_kiosk_has_a_name_of_its_own) {
    struct device device;
    device_init(&device, &arena);
    assert_string_equal(device.kiosk_name, "");
    device_load(&device, str_from("[kiosk]\nname = Waiting room 2\n"), "device.ini", &findings);
    assert_string_equal(complaints(), "");
    assert_string_equal(device.kiosk_name, "Waiting room 2");
    device_load(&device,
                str_from("[kiosk]\nname = The waiting room on the left of the front door\n"),
                "device.ini", &findings);
    assert_non_null(strstr(complaints(), "is too long for the screen. Use up to 40 letters."));
    assert_string_equal(device.kiosk_name, "");
}

TEST(a_wrong_device_value_is_said_and_keeps_its_default) {
    static const char *const lines[] = {"rotate = 45",           "touch_rotate = left",
                                        "screen_inches = 2",     "screen_inches = 121",
                                        "screen_inches = nan",   "screen_inches = 1e1",
                                        "screen_inches = 7in",   "screen_inches = -7",
                                        "screen_inches = 7.5.5", "rotat = 90"};
    for (int i = 0; i < COUNT_OF(lines); i++) {
        struct device device;
        findings = (struct findings){.arena = &arena};
        device_load(&device, str_from(arena_format(&arena, "[screen]\n%s\n", lines[i])),
                    "device.ini", &findings);
        if (findings.error_count != 1 || findings.list[0].line != 2) {
            fail_msg("“%s” gave:\n%s", lines[i], complaints());
        }
        assert_int_equal(device.rotate, -1); // as it was answered at the first start
        assert_int_equal(device.touch_rotate, -1);
        assert_true(device.screen_inches == 0);
    }
    assert_non_null(strstr(device_reference(&arena), "touch_rotate"));
}

TEST(missing_words_are_borrowed_and_said) {
    struct words english = {.tag = "en"};
    struct words arabic = {.tag = "ar"};
    words_load(&english, str_from("[words]\ndirection = ltr\nback = Back\nnext = Next\n"), "en.ini",
               NULL, &findings);
    assert_string_equal(english.text[WORD_BACK], "Back");
    assert_string_equal(english.text[WORD_TOPICS], "[topics]");
    assert_int_equal(findings.error_count, 0);
    assert_int_equal(findings.count, WORD_COUNT - 3);
    findings = (struct findings){.arena = &arena};
    words_load(&arabic, str_from("direction = rtl\nnext = التالي\n"), "ar.ini", &english,
               &findings);
    assert_true(arabic.is_right_to_left);
    assert_string_equal(arabic.tag, "ar");
    assert_string_equal(arabic.text[WORD_BACK], "Back");
    assert_string_equal(arabic.text[WORD_NEXT], "التالي");
    assert_non_null(strstr(complaints(), "ar.ini:1: warning: The word “back” is missing."));
}

TEST(a_faulty_words_file_is_named_with_its_line) {
    static const struct {
        const char *line, *finding;
    } cases[] = {
        {"bakc = Back", "w.ini:2: error: There is no word “bakc”. Did you mean “back”?"},
        {"back = A\nback = B", "w.ini:3: error: “back” is here a second time."},
        {"page_of = {page}", "w.ini:2: error: “page_of” lacks a part in { }."},
        {"next = {page", "w.ini:2: error: “next” lacks a part in { }."},
    };
    struct words english = {.tag = "en"};
    words_load(&english, str_from("direction = ltr\npage_of = {page} of {pages}\nnext = {}\n"),
               "en.ini", NULL, &findings);
    for (int i = 0; i < COUNT_OF(cases); i++) {
        struct words words = {.tag = "ar"};
        findings = (struct findings){.arena = &arena};
        words_load(&words, str_from(arena_format(&arena, "direction = ltr\n%s\n", cases[i].line)),
                   "w.ini", &english, &findings);
        if (findings.error_count != 1 || !strstr(complaints(), cases[i].finding)) {
            fail_msg("“%s” gave:\n%s", cases[i].line, complaints());
        }
    }
    struct words words = {.tag = "en"};
    findings = (struct findings){.arena = &arena};
    words_load(&words, str_from("direction = up\n"), "w.ini", NULL, &findings);
    assert_non_null(strstr(complaints(), "w.ini:1: error: “direction = up” is not a direction."));
}
