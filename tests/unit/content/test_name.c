// SPDX-License-Identifier: MIT
// Names of files as they arrive on a stick.
#include "content/name.h"

#include "unit_test.h"

#include <stdio.h>
#include <string.h>

UNIT_TEST(a_name_says_which_card_it_is) {
    static const struct {
        const char *file;
        enum name_kind kind;
        long order;
        const char *id;
    } cases[] = {
        {"10-what-is-dit.md", NAME_CARD, 10, "what-is-dit"},
        {"10-Foo.MD", NAME_CARD, 10, "foo"},
        {"10-what.md.txt", NAME_CARD, 10, "what"},
        {"10-what.MD.TXT", NAME_CARD, 10, "what"},
        {"007 What is DIT.md", NAME_CARD, 7, "what-is-dit"},
        {"20_the_ideas.md", NAME_CARD, 20, "the-ideas"},
        {"20. ideas.md", NAME_CARD, 20, "ideas"},
        {"Refer.md", NAME_REFER, -1, "refer"},
        {"URGENT-HELP.MD.txt", NAME_URGENT, -1, "urgent-help"},
        {"what-is-dit.md", NAME_NO_NUMBER, 0, NULL},
        {"10.md", NAME_NO_NUMBER, 0, NULL},
        {"10-.md", NAME_NO_NUMBER, 0, NULL},
        {"10what.md", NAME_NO_NUMBER, 0, NULL},
        {"10-what/../x.md", NAME_STRANGE, 0, NULL},
        {"10-caf\xC3\xA9.md", NAME_STRANGE, 0, NULL},
        {"10-\xFF.md", NAME_STRANGE, 0, NULL},
        {"10-a\033[2J.md", NAME_STRANGE, 0, NULL},
        {"12345678901234567890-what.md", NAME_STRANGE, 0, NULL},
        {"10-what.docx", NAME_DOCUMENT, 0, NULL},
        {"10-what.txt", NAME_CARD, 10, "what"},
        {"10-what.txt.txt", NAME_CARD, 10, "what"},
        {"10-what.txt.md", NAME_CARD, 10, "what"},
        {"refer.txt", NAME_REFER, -1, "refer"},
        {"urgent-help.md.txt", NAME_URGENT, -1, "urgent-help"},
        {"cards.zip", NAME_ARCHIVE, 0, NULL},
        {"10-what.markdown", NAME_TEXT, 0, NULL},
        {"10-what.rtf", NAME_DOCUMENT, 0, NULL},
        {"team.JPG", NAME_PICTURE, 0, NULL},
        {"notes", NAME_OTHER, 0, NULL},
        {".md", NAME_JUNK, 0, NULL},
        {"Thumbs.db", NAME_JUNK, 0, NULL},
        {"desktop.ini", NAME_JUNK, 0, NULL},
        {"._10-what.md", NAME_JUNK, 0, NULL},
        {"~$10-what.md", NAME_JUNK, 0, NULL},
        {".DS_Store", NAME_JUNK, 0, NULL},
        {"System Volume Information", NAME_JUNK, 0, NULL},
        {"10-what.md~", NAME_JUNK, 0, NULL},
    };
    struct arena arena = {0};
    for (int i = 0; i < COUNT_OF(cases); i++) {
        struct name name = name_read(cases[i].file, &arena);
        if (name.kind != cases[i].kind) {
            fail_msg("%s is of kind %d", cases[i].file, name.kind);
        }
        assert_int_equal(name.order, cases[i].order);
        if (cases[i].id) {
            assert_string_equal(name.id, cases[i].id);
        }
    }
    arena_finish(&arena);
}

UNIT_TEST(a_picture_called_as_windows_calls_its_own_is_a_picture) {
    static const char *const junk[] = {"Thumbs.db", "._folder.jpg", ".jpg", "icon\r", "team.jpg~"};
    for (int i = 0; i < COUNT_OF(junk); i++) {
        assert_true(name_is_junk(junk[i]));
    }
    assert_false(name_is_junk("folder.jpg"));
    assert_false(name_is_junk("team.jpg"));
}

UNIT_TEST(a_hidden_txt_and_capitals_do_not_hide_a_file) {
    assert_true(name_is("kiosk.ini", "kiosk.ini"));
    assert_true(name_is("KIOSK.INI", "kiosk.ini"));
    assert_true(name_is("kiosk.ini.txt", "kiosk.ini"));
    assert_true(name_is("Images", "images"));
    assert_false(name_is("kiosk.ini.docx", "kiosk.ini"));
    assert_false(name_is("kiosk.txt", "kiosk.ini"));
    assert_false(name_is("", "kiosk.ini"));
}

UNIT_TEST(a_misspelt_name_is_near_to_the_one_that_was_meant) {
    static const char *const cases[][2] = {
        {"urgent help.md", "urgent-help.txt"},
        {"Urgent-Help .md", "urgent-help.txt"},
        {"urgenthelp.md", "urgent-help.txt"},
        {"urgent-help.rtf", "urgent-help.txt"},
        {"URGENT_HELP.MD.txt", "urgent-help.txt"},
        {"refer .md", "refer.txt"},
        {"refre.md", "refer.txt"},
        {"more.md", NULL},
        {"what-is-dit.md", NULL},
        {"70.md", NULL},
    };
    struct arena arena = {0};
    for (int i = 0; i < COUNT_OF(cases); i++) {
        const char *meant = name_find_meant(cases[i][0], &arena);
        assert_true((meant != NULL) == (cases[i][1] != NULL));
        if (meant) {
            assert_string_equal(meant, cases[i][1]);
        }
    }
    arena_finish(&arena);
}

UNIT_TEST(a_wrong_name_has_a_right_one_near_it) {
    static const char *const cases[][2] = {
        {"Opening times.docx", "70-opening-times.txt"},
        {"opening-times.txt", "70-opening-times.txt"},
        {"what's on.md", "70-whats-on.txt"},
        {"40-who.rtf", "40-who.txt"},
        {"05 Who?.txt", "05-who.txt"},
        {"10-caf\xC3\xA9.txt", "10-my-card.txt"},
        {"10.txt", "10-my-card.txt"},
        {"10)- Who.rtf", "10-who.txt"},
        {"2)-.rtf", "2-my-card.txt"},
        {"1234567-what.txt", "70-what.txt"},
        {"Urgent help.docx", "urgent-help.txt"},
    };
    struct arena arena = {0};
    for (int i = 0; i < COUNT_OF(cases); i++) {
        assert_string_equal(name_propose(cases[i][0], &arena), cases[i][1]);
        assert_non_null(name_read(cases[i][1], &arena).id);
    }
    arena_finish(&arena);
}

UNIT_TEST(a_card_is_written_as_txt) {
    static const char *const cases[][2] = {
        {"10-what.md", "10-what.txt"}, {"10-What.MD.txt", "10-What.txt"},
        {"refer.md", "refer.txt"},     {"10-what.txt", "10-what.txt"},
        {"kiosk.ini", "kiosk.ini"},    {"notes.md", "notes.md"},
    };
    struct arena arena = {0};
    for (int i = 0; i < COUNT_OF(cases); i++) {
        assert_string_equal(name_to_write(cases[i][0], &arena), cases[i][1]);
    }
    arena_finish(&arena);
}
