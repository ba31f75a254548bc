// SPDX-License-Identifier: MIT
// A stick that comes in and content that goes out: what is taken, what is refused, and that a
// refusal or a stick pulled half way leaves the old cards.
#include "base/encoding.h"
#include "content/limits.h"
#include "content_change.h"
#include "fake_stick.h"

#include "store/stick/export.h"

static void assert_old_cards(struct room *room) {
    assert_string_equal(text_of(room, "store/current/cards/en/10-what.md"), good_card);
    assert_false(is_there(room, "store/staging") || is_there(room, "store/gen-2"));
}

static void step_until(struct room *room, enum import_state state) {
    begin(room);
    while (room->import.state != state && step(room)) {
    }
}

TEST(new_cards_from_a_stick_become_the_content) {
    assert_int_equal(import(room), IMPORT_DONE);
    assert_string_equal(text_of(room, "store/current/cards/en/10-what.md"), good_card);
    assert_int_equal(room->findings.error_count, 0);
    assert_int_equal(room->import.done_count, 4);
    assert_int_equal(room->import.file_count, 4);
    assert_false(is_there(room, "store/staging"));
}

TEST(the_same_stick_again_changes_nothing) {
    assert_int_equal(import(room), IMPORT_DONE);
    assert_int_equal(import(room), IMPORT_UNCHANGED);
    assert_string_equal(store_current_path(room->store, &room->arena),
                        store_generation_path(room->store, 1, &room->arena));
    assert_false(is_there(room, "store/previous"));
    assert_false(is_there(room, "store/staging"));
}

#define MORE "stick/Kiosk/cards/en/20-more.md"
#define MOVED "stick/Kiosk/cards/en/21-more.md"

TEST(every_difference_counts) {
    static const struct change changes[] = {
        {PUT, MORE, good_card, 0},
        {PUT, MORE, "The basics\n\n# What is DIT?\n\nIt is a talking THerapy.\n", 0},
        {MOVE, MORE, MOVED, 0},
        {REMOVE, MOVED, 0, 0},
    };
    assert_int_equal(import(room), IMPORT_DONE);
    for (int i = 0; i < COUNT_OF(changes); i++) {
        change_apply(&room->folder, &changes[i]);
        assert_int_equal(import(room), IMPORT_DONE);
    }
    assert_int_equal(import(room), IMPORT_UNCHANGED);
}

TEST(content_with_an_error_leaves_the_old_cards) {
    assert_int_equal(import(room), IMPORT_DONE);
    content_put_text(&room->folder, "stick/Kiosk/cards/en/10-what.md", "# T\n\n<b>no</b>\n");
    assert_int_equal(import(room), IMPORT_REFUSED);
    assert_true(says(&room->findings, "cards/en/10-what.md:3: error: "));
    assert_old_cards(room);
}

TEST(what_is_not_content_is_left_on_the_stick) {
    static const char *const strangers[] = {
        "README.md",          "device.ini",      "Thumbs.db",      "old/kiosk.ini",
        "cards/en/.DS_Store", "cards/en/~$a.md", "images/._a.png", "letter.docx"};
    for (int i = 0; i < COUNT_OF(strangers); i++) {
        content_put_text(&room->folder, arena_format(&room->arena, "stick/Kiosk/%s", strangers[i]),
                         "x");
    }
    content_put_text(&room->folder, "stick/holiday.jpg", "x");
    assert_int_equal(import(room), IMPORT_DONE);
    assert_int_equal(room->findings.count, 0);
    for (int i = 0; i < COUNT_OF(strangers); i++) {
        assert_false(is_there(room, arena_format(&room->arena, "store/current/%s", strangers[i])));
    }
}

TEST(between_two_folders_of_one_name_nothing_is_guessed) {
    static const char *const names[] = {"Cards/en", "cards/EN", "Images"};
    content_put_text(&room->folder, "stick/Kiosk/images/team.svg", "<svg/>");
    for (int i = 0; i < COUNT_OF(names); i++) {
        const char *path = arena_format(&room->arena, "stick/Kiosk/%s/x.md", names[i]);
        content_put_text(&room->folder, path, "# T\n\nWords.\n");
        assert_int_equal(import(room), IMPORT_REFUSED);
        assert_true(says(&room->findings, "error: There are two folders of this name"));
        remove_from_room(room, arena_format(&room->arena, "stick/Kiosk/%.*s",
                                            (int)(i == 0 ? strlen("Cards") : strlen(names[i])),
                                            names[i]));
    }
    assert_int_equal(import(room), IMPORT_DONE);
}

TEST(a_deep_folder_is_a_warning_and_is_not_looked_into) {
    content_put_text(&room->folder, "stick/Kiosk/cards/en/a/b/c/d/10-x.md", "x");
    content_put_text(&room->folder, "stick/Kiosk/images/old/x.png", "x");
    assert_int_equal(import(room), IMPORT_DONE);
    assert_true(says(&room->findings, "cards/en/a:1: warning: This folder is not looked into."));
    assert_true(says(&room->findings, "images/old:1: warning: "));
    assert_false(is_there(room, "store/current/cards/en/a"));
    assert_false(is_there(room, "store/current/images/old"));
}

TEST(a_stick_pulled_half_way_leaves_the_old_cards) {
    assert_int_equal(import(room), IMPORT_DONE);
    content_put_text(&room->folder, "stick/Kiosk/cards/en/20-more.md", good_card);
    begin(room);
    while (room->import.done_count < 2 && step(room)) {
    }
    remove_from_room(room, "stick");
    assert_int_equal(finish(room), IMPORT_REFUSED);
    assert_true(says(&room->findings, "cards/en/urgent-help.md:1: error: "));
    assert_old_cards(room);
}

TEST(a_file_that_turns_into_a_pipe_after_it_was_listed_is_refused) {
    step_until(room, IMPORT_COPYING);
    remove_from_room(room, "stick/Kiosk/cards/en/refer.md");
    assert_int_equal(mkfifo(content_path(&room->folder, "stick/Kiosk/cards/en/refer.md"), 0600), 0);
    assert_int_equal(finish(room), IMPORT_REFUSED);
    assert_true(says(&room->findings, "refer.md:1: error: This is not an ordinary file."));
    assert_false(is_there(room, "store/current"));
}

TEST(what_changes_on_the_stick_after_its_copy_is_neither_checked_nor_shown) {
    step_until(room, IMPORT_MERGING);
    content_put_text(&room->folder, "stick/Kiosk/cards/en/10-what.md", "# T\n\n<b>no</b>\n");
    assert_int_equal(finish(room), IMPORT_DONE);
    assert_string_equal(text_of(room, "store/current/cards/en/10-what.md"), good_card);
}

TEST(texts_that_take_too_long_to_read_are_refused) {
    enum { BYTES = 60000 };
    static char text[BYTES + 1];
    memset(text, 'a', BYTES);
    for (int i = 0; i <= LIMIT_CONTENT_TEXT_BYTES / BYTES; i++) {
        content_put_text(&room->folder,
                         arena_format(&room->arena, "stick/Kiosk/cards/en/%d-x.md", 30 + i), text);
    }
    assert_int_equal(import(room), IMPORT_REFUSED);
    assert_int_equal(room->findings.count, 1);
    assert_true(says(&room->findings, "All cards together are more than the kiosk can read."));
}

TEST(an_import_that_is_given_up_leaves_nothing) {
    for (int steps = 0; steps < 12; steps++) {
        begin(room);
        bool is_more = true;
        for (int i = 0; i < steps && is_more; i++) {
            is_more = step(room);
        }
        close_import(room);
        assert_false(is_there(room, "store/staging"));
        assert_false(is_there(room, "store/current"));
    }
    assert_int_equal(import(room), IMPORT_DONE);
}

TEST(a_commit_that_is_given_up_half_way_goes_to_its_end) {
    for (int steps = 0; steps < 4; steps++) {
        content_put_text(&room->folder, "stick/Kiosk/cards/en/20-more.md",
                         arena_format(&room->arena, "# More\n\nWords %d.\n", steps));
        step_until(room, IMPORT_READY);
        import_commit(&room->import);
        for (int i = 0; i < steps; i++) {
            assert_true(import_step(&room->import));
        }
        close_import(room);
        assert_int_equal(import(room), IMPORT_UNCHANGED);
    }
}

TEST(checked_content_waits_until_it_is_accepted) {
    step_until(room, IMPORT_READY);
    assert_int_equal(room->import.state, IMPORT_READY);
    assert_false(step(room));
    assert_false(is_there(room, "store/current"));
    assert_int_equal(finish(room), IMPORT_DONE);
    assert_true(is_there(room, "store/current"));
    assert_string_equal(text_of(room, "store/trial"), "1 0 \n");
}

TEST(a_picture_that_was_drawn_anew_under_its_name_is_told) {
    content_put_text(&room->folder, "stick/Kiosk/images/same.svg", "<svg/>");
    content_put_text(&room->folder, "stick/Kiosk/images/team.svg", "<svg/>");
    assert_int_equal(import(room), IMPORT_DONE);
    assert_int_equal(room->import.redrawn_count, 0);
    content_put_text(&room->folder, "stick/Kiosk/images/a-new.svg", "<svg/>");
    content_put_text(&room->folder, "stick/Kiosk/images/team.svg", "<svg />");
    assert_int_equal(import(room), IMPORT_DONE);
    assert_int_equal(room->import.redrawn_count, 1);
    assert_string_equal(room->import.redrawn[0], "team.svg");
}

TEST(a_folder_in_capitals_hides_no_picture_that_was_drawn_anew) {
    content_put_text(&room->folder, "stick/Kiosk/images/team.svg", "<svg/>");
    assert_int_equal(import(room), IMPORT_DONE);
    remove_from_room(room, "stick/Kiosk/images");
    content_put_text(&room->folder, "stick/Kiosk/Images/Team.svg", "<svg/>");
    assert_int_equal(import(room), IMPORT_UNCHANGED);
    content_put_text(&room->folder, "stick/Kiosk/Images/Team.svg", "<svg />");
    assert_int_equal(import(room), IMPORT_DONE);
    assert_int_equal(room->import.redrawn_count, 1);
    assert_string_equal(room->import.redrawn[0], "Team.svg");
}

// Stands for what platform/ makes of a photograph.
static struct str cut_long(struct str picture, struct arena *arena) {
    (void)arena;
    return str_skip(picture, str_starts(picture, "long ") ? strlen("long ") : 0);
}

static enum import_state import_cut(struct room *room, const char *picture) {
    content_put_text(&room->folder, "stick/Kiosk/images/team.jpg", picture);
    begin(room);
    room->import.source.ports.reduced = cut_long;
    return finish(room);
}

TEST(a_picture_is_compared_as_it_is_stored) {
    assert_int_equal(import_cut(room, "long photograph"), IMPORT_DONE);
    assert_string_equal(text_of(room, "store/current/images/team.jpg"), "photograph");
    assert_int_equal(import_cut(room, "long photograph"), IMPORT_UNCHANGED);
    assert_int_equal(import_cut(room, "photograph"), IMPORT_UNCHANGED);
    assert_int_equal(import_cut(room, "long other photograph"), IMPORT_DONE);
    assert_int_equal(room->import.redrawn_count, 1);
}

TEST(a_picture_called_as_windows_calls_its_own_is_a_picture) {
    static const char *const names[] = {"Folder.jpg", "albumart.jpg"};
    for (int i = 0; i < COUNT_OF(names); i++) {
        content_put_text(&room->folder,
                         arena_format(&room->arena, "stick/Kiosk/images/%s", names[i]),
                         "<svg width=\"200\" height=\"200\"></svg>");
        content_put_text(&room->folder, "stick/Kiosk/cards/en/20-more.md",
                         arena_format(&room->arena, "# More\n\n![Our team](%s)\n", names[i]));
        assert_int_equal(import(room), IMPORT_DONE);
        assert_true(
            is_there(room, arena_format(&room->arena, "store/current/images/%s", names[i])));
    }
    assert_int_equal(room->findings.count, 2); // it is no copy, and Folder.jpg is on no card
    assert_true(says(&room->findings, "images/Folder.jpg:1: warning: This picture is on no card"));
}

TEST(the_same_words_as_txt_with_other_line_ends_are_unchanged) {
    assert_int_equal(import(room), IMPORT_DONE);
    remove_from_room(room, "stick/Kiosk/cards/en/10-what.md");
    content_put(&room->folder, "stick/Kiosk/cards/en/10-what.txt",
                encoding_for_windows(str_from(good_card), &room->arena));
    assert_int_equal(import(room), IMPORT_UNCHANGED);
    content_put_text(&room->folder, "stick/Kiosk/cards/en/10-what.txt", "# What?\n\nOther.\n");
    assert_int_equal(import(room), IMPORT_DONE);
}

TEST(a_card_beside_the_settings_is_said_of_a_stick_that_changes_nothing) {
    assert_int_equal(import(room), IMPORT_DONE);
    content_put_text(&room->folder, "stick/Kiosk/45-opening-times.txt", good_card);
    assert_int_equal(import(room), IMPORT_UNCHANGED);
    assert_true(says(&room->findings, "45-opening-times.txt:1: warning: This card lies outside"));
    assert_true(findings_have(&room->findings, FINDING_UNSHOWN));
}

TEST(what_is_on_screen_counts_and_not_only_what_the_store_has) {
    put_content(room, "shown");
    char path[400];
    const struct deck shown = {.content_dir = path};
    snprintf(path, sizeof path, "%s", content_path(&room->folder, "shown"));
    room->shown = &shown;
    assert_int_equal(import(room), IMPORT_UNCHANGED);
    content_put_text(&room->folder, "stick/Kiosk/cards/en/20-more.md", good_card);
    assert_int_equal(import(room), IMPORT_DONE);
}

TEST(a_stick_or_a_store_that_is_not_there_is_said) {
    remove_from_room(room, "stick");
    assert_int_equal(import(room), IMPORT_FAILED);
    assert_string_equal(room->import.trouble, "The stick cannot be read.");
    snprintf(room->store, sizeof room->store, "/dev/null/store");
    assert_int_equal(import(room), IMPORT_FAILED);
    assert_non_null(strstr(room->import.trouble, "The store cannot be opened"));
}

static enum file_fault export_to(struct room *room, const char *dest) {
    room->findings = (struct findings){.arena = &room->arena};
    const struct export_source source = {
        .content_dir = store_current_path(room->store, &room->arena),
        .dest_dir = dest,
    };
    return export_write(&source, &room->findings);
}

TEST(what_goes_out_can_come_in_again) {
    assert_int_equal(import(room), IMPORT_DONE);
    remove_from_room(room, "stick/Kiosk");
    const char *dest = arena_format(&room->arena, "%s/kiosk", room->stick);
    assert_int_equal(export_to(room, dest), FILE_OK);
    assert_true(is_there(room, "stick/kiosk/images"));
    assert_int_equal(import(room), IMPORT_UNCHANGED);
}

TEST(what_goes_out_never_overwrites) {
    assert_int_equal(import(room), IMPORT_DONE);
    const char *dest = arena_format(&room->arena, "%s/Kiosk", room->stick);
    content_put_text(&room->folder, "stick/Kiosk/kiosk.ini", "mine");
    assert_int_equal(export_to(room, dest), FILE_EXISTS);
    assert_string_equal(text_of(room, "stick/Kiosk/kiosk.ini"), "mine");
    assert_false(is_there(room, "stick/Kiosk/images"));
    assert_int_equal(export_to(room, "/dev/null/kiosk"), FILE_IS_SPECIAL);
}
