// SPDX-License-Identifier: MIT
// Sticks with the cards in the wrong place: each is told where they are, and where they belong.
#include "complaints.h"
#include "content_folder.h"

#include "store/stick/stick.h"

struct case_of {
    const char *files[3]; // on the stick
    const char *wanted;   // what is said, or NULL
};

static struct content_folder stick;

static int setup_stick(void **state) {
    stick = (struct content_folder){P_tmpdir "/dit-kiosk-test-XXXXXX"};
    assert_non_null(mkdtemp(stick.path));
    return setup(state);
}

static int teardown_stick(void **state) {
    content_remove(&stick);
    return teardown(state);
}

#define LAYOUT_TEST(name) UNIT_TEST_WITH(name, setup_stick, teardown_stick, void *nothing)

static const char *read_stick(void) {
    struct folder folder;
    const struct folder_source source = {FILE_FROM_HERE, stick.path, 4096};
    assert_int_equal(folder_open(&folder, &source, &arena), FILE_OK);
    const char *found = stick_find_content(&folder, &findings);
    folder_close(&folder);
    return found;
}

// What is read of a stick with these files on it and no others.
static const char *find(const struct case_of *one) {
    teardown_stick(NULL);
    setup_stick(NULL);
    for (int i = 0; i < COUNT_OF(one->files) && one->files[i]; i++) {
        content_put_text(&stick, one->files[i], "x");
    }
    return read_stick();
}

static void assert_complaint(const struct case_of *one) {
    assert_int_equal(findings.count, one->wanted != NULL);
    if (one->wanted && !strstr(complaints(), one->wanted)) {
        fail_msg("%s: nobody says \"%s\" but\n%s", one->files[0], one->wanted, complaints());
    }
}

LAYOUT_TEST(cards_that_lie_elsewhere_are_found) {
    static const struct case_of cases[] = {
        {{"Documents/kiosk/kiosk.ini", "holiday.jpg"},
         "kiosk:1: error: The folder kiosk lies in another folder: “Documents/kiosk”. Move it to "
         "the top of the stick, out of every other folder."},
        {{"A/Kiosk/kiosk.ini", "A/x/y.txt"}, "lies in another folder: “A/Kiosk”."},
        {{"صور/kiosk/kiosk.ini"}, "lies in another folder: “\u200Eصور/kiosk\u200E”."},
        {{"a/b/kiosk/kiosk.ini"}, "There is no folder named kiosk on the stick."}, // too deep
        {{"a/kiosk/kiosk/x", "b/kiosk/x"}, "lies in another folder: “a/kiosk”."},
        {{"a/b/kiosk/x", "b/kiosk/x"}, "lies in another folder: “b/kiosk”."}, // it is nearer
        {{".Trashes/kiosk/kiosk.ini"}, "There is no folder named kiosk on the stick."},
        {{"kiosk - Copy/kiosk.ini"},
         "kiosk:1: error: The folder on the stick is called “kiosk - Copy”, not kiosk. If the "
         "right cards are in it, rename it to kiosk."},
        {{"kiosk-old/kiosk.ini", "Documents/kiosk/x"}, "is called “kiosk-old”, not kiosk."},
        {{"Kiosk.ini.txt", "cards/en/refer.md"},
         "kiosk:1: error: The cards lie on the stick without their folder. Make a folder named"},
        {{"cards/en/refer.md", "kiosk (2)/kiosk.ini"}, "without their folder."},
        {{"holiday.jpg"},
         "kiosk:1: error: There is no folder named kiosk on the stick. Press “Staff menu”, then "
         "“Copy the cards to the stick”."},
        {{"kiosks/cards.txt"}, "There is no folder named kiosk on the stick."}, // a word
        {{"DIT cards/kiosk.ini", "holiday.jpg"},
         "kiosk:1: error: The folder on the stick is called “DIT cards”, not kiosk. If the right "
         "cards are in it, rename it to kiosk."},
        {{"kiosk.zip", "letter.docx"},
         "kiosk:1: error: There is no folder named kiosk on the stick, but there is “kiosk.zip”. "
         "On a computer, right-click it and choose “Extract all”."},
        {{"holiday.jpg", "letter.docx"},
         "but there is “letter.docx”. Press “Staff menu”, then “Copy the cards to the stick”, and "
         "copy its words into a card with Notepad."},
        {{"45-opening-times.txt", "letter.docx"},
         "but there is “45-opening-times.txt”. Press “Staff menu”, then “Copy the cards to the "
         "stick”, and put this card into kiosk, cards, en."},
        {{"~$letter.docx", "KIOSK-RECEIPT.txt"}, "There is no folder named kiosk on the stick."},
    };
    for (int i = 0; i < COUNT_OF(cases); i++) {
        assert_null(find(&cases[i]));
        assert_complaint(&cases[i]);
        bool is_none =
            strstr(cases[i].wanted, "There is no folder named kiosk on the stick.") != NULL;
        assert_int_equal(findings_have(&findings, FINDING_NO_CONTENT), is_none);
    }
}

LAYOUT_TEST(a_copy_beside_the_folder_is_said_and_stops_nothing) {
    static const struct case_of copy = {
        {"kiosk/kiosk.ini", "kiosk - Copy/kiosk.ini", "kiosk-old/kiosk.ini"},
        "kiosk - Copy:1: warning: Only the folder kiosk is read, not this one. If the new words "
        "are in this one, take the folder kiosk away and rename this one to kiosk."};
    assert_string_equal(find(&copy), "kiosk");
    assert_complaint(&copy);
    assert_true(findings_have(&findings, FINDING_COPY_BESIDE));
}

// Half of the cards may be in it.
LAYOUT_TEST(of_an_unfinished_copy_nobody_says_that_it_is_to_be_renamed) {
    static const struct case_of beside = {{"kiosk/kiosk.ini", "kiosk-unfinished/kiosk.ini"}, NULL};
    static const struct case_of alone = {{"KIOSK-Unfinished/kiosk.ini"},
                                         "There is no folder named kiosk on the stick."};
    static const struct case_of cut_off = {
        {"kiosk-old/kiosk.ini", "kiosk-unfinished/kiosk.ini"},
        "The folder on the stick is called “kiosk-old”, not kiosk."};
    assert_string_equal(find(&beside), "kiosk");
    assert_complaint(&beside);
    assert_null(find(&alone));
    assert_complaint(&alone);
    assert_null(find(&cut_off));
    assert_complaint(&cut_off);
}

LAYOUT_TEST(a_folder_in_a_folder_of_its_name_is_said) {
    static const struct case_of inner = {
        {"kiosk/kiosk/kiosk.ini"},
        "kiosk:1: error: The folder kiosk lies in another folder kiosk. Move the inner one to the "
        "top of the stick, in the place of the other."};
    static const struct case_of good = {{"kiosk/kiosk/x", "kiosk/cards/en/refer.md"}, NULL};
    assert_null(find(&inner));
    assert_complaint(&inner);
    assert_string_equal(find(&good), "kiosk");
    assert_complaint(&good);
}

LAYOUT_TEST(cards_among_many_folders_are_found) {
    for (int i = 0; i < 150; i++) {
        content_put_text(&stick, arena_format(&arena, "a%03d/x", i), "x");
    }
    content_put_text(&stick, "z/kiosk/kiosk.ini", "x");
    assert_null(read_stick());
    assert_string_equal(findings.list[0].what,
                        "The folder kiosk lies in another folder: “z/kiosk”.");
}
