// SPDX-License-Identifier: MIT
// What a stick may be that nobody should trust: links, pipes, names, numbers and sizes. Each is
// refused in its own words and leaves the old cards.
#include "fake_stick.h"

static void link_to(struct room *room, const char *target, const char *name) {
    assert_int_equal(symlink(target, content_path(&room->folder, name)), 0);
}

static void spoil_with_link(struct room *room) {
    link_to(room, "/etc/passwd", "stick/Kiosk/cards/en/20-x.md");
}

static void spoil_with_folder_link(struct room *room) {
    link_to(room, "/etc", "stick/Kiosk/images");
}

static void spoil_with_loop(struct room *room) {
    link_to(room, "..", "stick/Kiosk/cards/ta");
}

static void spoil_with_pipe(struct room *room) {
    assert_int_equal(mkfifo(content_path(&room->folder, "stick/Kiosk/cards/en/20-x.md"), 0600), 0);
}

static void spoil_with_pipe_as_settings(struct room *room) {
    remove_from_room(room, "stick/Kiosk/kiosk.ini");
    assert_int_equal(mkfifo(content_path(&room->folder, "stick/Kiosk/kiosk.ini"), 0600), 0);
}

static void spoil_with_name(struct room *room) {
    content_put_text(&room->folder, "stick/Kiosk/cards/en/20-\033[2J.md", good_card);
}

static void spoil_with_bytes_in_name(struct room *room) {
    content_put_text(&room->folder, "stick/Kiosk/cards/en/20-\xff.md", good_card);
}

static void spoil_with_second(struct room *room) {
    put_content(room, "stick/KIOSK");
}

static void spoil_with_none(struct room *room) {
    remove_from_room(room, "stick/Kiosk");
    content_put_text(&room->folder, "stick/holiday.jpg", "x");
}

static void spoil_with_folder_around(struct room *room) {
    remove_from_room(room, "stick/Kiosk");
    put_content(room, "stick/Documents/kiosk");
}

static void spoil_with_folder_of_its_name(struct room *room) {
    remove_from_room(room, "stick/Kiosk");
    put_content(room, "stick/Kiosk/kiosk");
}

static void spoil_with_content_itself(struct room *room) {
    remove_from_room(room, "stick/Kiosk");
    put_content(room, "stick");
}

static void spoil_with_file(struct room *room) {
    remove_from_room(room, "stick/Kiosk");
    content_put_text(&room->folder, "stick/kiosk", "x");
}

static void spoil_with_outside(struct room *room) {
    remove_from_room(room, "stick/Kiosk");
    put_content(room, "elsewhere");
    link_to(room, "../elsewhere", "stick/kiosk");
}

static void spoil_with_size(struct room *room) {
    content_put_text(&room->folder, "stick/Kiosk/images/a.png", "");
    assert_int_equal(
        truncate(content_path(&room->folder, "stick/Kiosk/images/a.png"), 9 * 1024 * 1024), 0);
}

static void spoil_with_weight(struct room *room) {
    for (int i = 0; i < 40; i++) {
        const char *name = arena_format(&room->arena, "stick/Kiosk/images/%d.png", i);
        content_put_text(&room->folder, name, "");
        assert_int_equal(truncate(content_path(&room->folder, name), 7 * 1024 * 1024), 0);
    }
}

static void spoil_with_languages(struct room *room) {
    for (int i = 0; i < 70; i++) {
        content_put_text(&room->folder,
                         arena_format(&room->arena, "stick/Kiosk/cards/x%d/10-a.md", i), "# T\n");
    }
}

static void spoil_with_number(struct room *room) {
    for (int i = 0; i < 4100; i++) {
        content_put_text(&room->folder, arena_format(&room->arena, "stick/Kiosk/images/%d.png", i),
                         "");
    }
}

UNIT_TEST(a_hostile_or_muddled_stick_is_refused_in_plain_words) {
    static const struct {
        void (*spoil)(struct room *room);
        const char *words;
    } cases[] = {
        {spoil_with_link, "20-x.md:1: error: This is only a shortcut to a file."},
        {spoil_with_folder_link, "images:1: error: This is only a shortcut"},
        {spoil_with_loop, "cards/ta:1: error: This is only a shortcut"},
        {spoil_with_pipe, "20-x.md:1: error: This is not an ordinary file."},
        {spoil_with_pipe_as_settings, "kiosk.ini:1: error: This is not an ordinary file."},
        {spoil_with_name, "20-?[2J.md:1: error: There are signs in this name"},
        {spoil_with_bytes_in_name, "20-?.md:1: error: There are signs in this name"},
        {spoil_with_second, "kiosk:1: error: There are several folders named kiosk"},
        {spoil_with_none, "kiosk:1: error: There is no folder named kiosk on the stick."},
        {spoil_with_folder_around, "lies in another folder: “Documents/kiosk”. Move it to the top"},
        {spoil_with_folder_of_its_name, "error: The folder kiosk lies in another folder kiosk."},
        {spoil_with_content_itself, "kiosk:1: error: The cards lie on the stick without"},
        {spoil_with_file, "kiosk:1: error: This is not a folder."},
        {spoil_with_outside, "kiosk:1: error: This is only a shortcut to a folder."},
        {spoil_with_size,
         "images/a.png:1: error: This picture has 9.0 MB (megabytes); the kiosk takes up to 8 MB."},
        {spoil_with_weight, "error: All files together are more than the kiosk can hold."},
        {spoil_with_languages, "error: There are far too many folders here."},
        {spoil_with_number, "images:1: error: There are far too many files in this folder."},
    };
    for (int i = 0; i < COUNT_OF(cases); i++) {
        void *fresh = NULL;
        setup(&fresh);
        struct room *room = fresh;
        assert_int_equal(import(room), IMPORT_DONE);
        cases[i].spoil(room);
        assert_int_equal(import(room), IMPORT_REFUSED);
        if (!says(&room->findings, cases[i].words)) {
            fail_msg("nobody says \"%s\"", cases[i].words);
        }
        assert_string_equal(text_of(room, "store/current/cards/en/10-what.md"), good_card);
        assert_false(is_there(room, "store/staging"));
        assert_false(is_there(room, "store/gen-2"));
        teardown(&fresh);
    }
}

int main(void) {
    return unit_tests_run(NULL, NULL);
}
