// SPDX-License-Identifier: MIT
// What a stick may be that nobody should trust: links, pipes, names, numbers and sizes. Each is
// refused in its own words and leaves the old cards.
#include "content_change.h"
#include "fake_stick.h"

#define KIOSK "stick/Kiosk/"

struct spoilt_stick {
    struct change changes[3];
    const char *words; // that are said of it
};

static void assert_refused(struct room *room, const char *words) {
    assert_int_equal(import(room), IMPORT_REFUSED);
    if (!says(&room->findings, words)) {
        fail_msg("nobody says \"%s\"", words);
    }
    assert_string_equal(text_of(room, "store/current/cards/en/10-what.md"), good_card);
    assert_false(is_there(room, "store/staging"));
    assert_false(is_there(room, "store/gen-2"));
}

// Where the cards may lie and do not count is proved by test_stick.
UNIT_TEST(a_hostile_or_muddled_stick_is_refused_in_plain_words) {
    static const struct spoilt_stick cases[] = {
        {{{LINK, KIOSK "cards/en/20-x.md", "/etc/passwd", 0}},
         "20-x.md:1: error: This is only a shortcut to a file."},
        {{{LINK, KIOSK "images", "/etc", 0}}, "images:1: error: This is only a shortcut"},
        {{{LINK, KIOSK "cards/ta", "..", 0}}, "cards/ta:1: error: This is only a shortcut"},
        {{{PIPE, KIOSK "cards/en/20-x.md", 0, 0}},
         "20-x.md:1: error: This is not an ordinary file."},
        {{{PIPE, KIOSK "kiosk.ini", 0, 0}}, "kiosk.ini:1: error: This is not an ordinary file."},
        {{{PUT, KIOSK "cards/en/20-\033[2J.md", good_card, 0}},
         "20-?[2J.md:1: error: There are signs in this name"},
        {{{PUT, KIOSK "cards/en/20-\xff.md", good_card, 0}},
         "20-?.md:1: error: There are signs in this name"},
        {{{PUT, "stick/KIOSK/kiosk.ini", good_settings, 0}},
         "kiosk:1: error: There are several folders named kiosk"},
        {{{MOVE, "stick/Kiosk", "elsewhere", 0}, {PUT, "stick/holiday.jpg", "x", 0}},
         "kiosk:1: error: There is no folder named kiosk on the stick."},
        {{{MOVE, "stick/Kiosk", "elsewhere", 0}, {PUT, "stick/kiosk", "x", 0}},
         "kiosk:1: error: This is not a folder."},
        {{{MOVE, "stick/Kiosk", "elsewhere", 0}, {LINK, "stick/kiosk", "../elsewhere", 0}},
         "kiosk:1: error: This is only a shortcut to a folder."},
        {{{PUT, KIOSK "images/a.png", "", 0}, {GROW, KIOSK "images/a.png", 0, 9 * 1024 * 1024}},
         "images/a.png:1: error: This picture has 9.0 MB (megabytes); the kiosk takes up to 8 MB."},
    };
    for (int i = 0; i < COUNT_OF(cases); i++) {
        void *fresh = NULL;
        setup(&fresh);
        struct room *room = fresh;
        assert_int_equal(import(room), IMPORT_DONE);
        for (int k = 0; k < COUNT_OF(cases[i].changes); k++) {
            change_apply(&room->folder, &cases[i].changes[k]);
        }
        assert_refused(room, cases[i].words);
        teardown(&fresh);
    }
}

UNIT_TEST(far_too_much_on_a_stick_is_refused_in_plain_words) {
    static const struct {
        const char *start, *end; // of a file's name, around its number
        int count;
        size_t bytes;
        const char *words;
    } cases[] = {
        {KIOSK "images/", ".png", 40, 7 * 1024 * 1024,
         "error: All files together are more than the kiosk can hold."},
        {KIOSK "cards/x", "/10-a.md", 70, 4, "error: There are far too many folders here."},
        {KIOSK "images/", ".png", 4100, 0,
         "images:1: error: There are far too many files in this folder."},
    };
    for (int i = 0; i < COUNT_OF(cases); i++) {
        void *fresh = NULL;
        setup(&fresh);
        struct room *room = fresh;
        assert_int_equal(import(room), IMPORT_DONE);
        for (int k = 0; k < cases[i].count; k++) {
            const char *name =
                arena_format(&room->arena, "%s%d%s", cases[i].start, k, cases[i].end);
            content_put_text(&room->folder, name, "");
            assert_int_equal(truncate(content_path(&room->folder, name), (off_t)cases[i].bytes), 0);
        }
        assert_refused(room, cases[i].words);
        teardown(&fresh);
    }
}
