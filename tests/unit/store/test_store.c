// SPDX-License-Identifier: MIT
// Generations and their two pointers: what a commit leaves, what a cut-off commit leaves, and that
// nothing outside of the store is ever touched.
#include "store_room.h"

static bool is_there(struct room *room, const char *name) {
    struct stat about;
    return lstat(arena_format(&room->arena, "%s/%s", room->dir, name), &about) == 0;
}

static void put_link(struct room *room, const char *name, const char *target) {
    const char *path = arena_format(&room->arena, "%s/%s", room->dir, name);
    unlink(path);
    assert_int_equal(symlink(target, path), 0);
}

UNIT_TEST(before_the_first_generation_is_what_came_with_the_program) {
    struct room *room = *state;
    assert_null(store_current_path(room->dir, &room->arena));
    commit(room, "one");
    assert_string_equal(words_behind(room, "current"), "one");
    assert_false(is_there(room, "previous"));
    assert_non_null(strstr(store_current_path(room->dir, &room->arena), "/store/gen-1"));
    for (int i = 0; i < 2; i++) {
        assert_int_equal(store_earlier(room->dir), i); // what came with the program, then back
        roll_back(room);
        assert_int_equal(is_there(room, "current"), i == 1);
        assert_int_equal(is_there(room, "previous"), i == 0);
    }
    assert_string_equal(words_behind(room, "current"), "one");
}

UNIT_TEST(a_commit_over_what_came_with_the_program_has_that_before_it) {
    struct room *room = *state;
    commit(room, "one");
    roll_back(room);
    commit(room, "two");
    assert_string_equal(words_behind(room, "current"), "two");
    assert_false(is_there(room, "previous"));
}

UNIT_TEST(a_folder_beside_the_store_is_not_in_it) {
    struct room *room = *state;
    static const struct {
        const char *behind;
        bool is_in;
    } cases[] = {
        {"/gen-1", true}, {"/staging", true}, {"", false}, {"-content", false}, {"2/gen-1", false}};
    for (int i = 0; i < COUNT_OF(cases); i++) {
        const char *path = arena_format(&room->arena, "%s%s", room->dir, cases[i].behind);
        assert_int_equal(store_has_path(room->dir, path), cases[i].is_in);
    }
    assert_false(store_has_path(room->dir, "/"));
    assert_false(store_has_path(room->dir, ""));
}

UNIT_TEST(an_empty_store_has_nothing_to_go_back_to) {
    struct room *room = *state;
    assert_int_equal(store_earlier(room->dir), -1);
    assert_int_equal(store_roll_back(room->dir), FILE_MISSING);
}

UNIT_TEST(each_commit_keeps_the_one_before) {
    struct room *room = *state;
    commit(room, "one");
    commit(room, "two");
    commit(room, "three");
    assert_string_equal(words_behind(room, "current"), "three");
    assert_string_equal(words_behind(room, "previous"), "two");
    assert_true(is_there(room, "gen-1")); // somebody may still show it
    commit(room, "four");
    assert_false(is_there(room, "gen-1"));
    assert_false(is_there(room, "staging"));
}

UNIT_TEST(rolling_back_twice_is_where_it_began) {
    struct room *room = *state;
    commit(room, "one");
    commit(room, "two");
    roll_back(room);
    assert_string_equal(words_behind(room, "current"), "one");
    assert_string_equal(words_behind(room, "previous"), "two");
    roll_back(room);
    assert_string_equal(words_behind(room, "current"), "two");
}

UNIT_TEST(a_commit_after_rolling_back_keeps_what_was_shown) {
    struct room *room = *state;
    commit(room, "one");
    commit(room, "two");
    roll_back(room);
    commit(room, "three");
    assert_string_equal(words_behind(room, "current"), "three");
    assert_string_equal(words_behind(room, "previous"), "one");
}

UNIT_TEST(what_a_killed_update_left_is_cleared_away) {
    struct room *room = *state;
    commit(room, "one");
    content_put_text(&room->folder, "store/staging/cards/en/half", "");
    put_link(room, "previous.new", "gen-1");
    put_link(room, "staging/way-out", "../../kiosk.ini");
    open_it(room);
    store_close(&room->store);
    assert_false(is_there(room, "staging"));
    assert_string_equal(words_behind(room, "current"), "one");
    commit(room, "two");
    assert_false(is_there(room, "previous.new"));
    assert_string_equal(words_behind(room, "previous"), "one");
    assert_int_equal(access(content_path(&room->folder, "kiosk.ini"), F_OK), 0);
}

// As after a kill in front of the step that shows the new content.
UNIT_TEST(a_commit_cut_off_at_its_last_step_has_the_new_content_before_it) {
    struct room *room = *state;
    commit(room, "one");
    commit(room, "two");
    content_put_text(&room->folder, "store/gen-3/words", "three");
    put_link(room, "previous", "gen-3");
    open_it(room);
    store_close(&room->store);
    assert_string_equal(words_behind(room, "current"), "two");
    assert_string_equal(words_behind(room, "previous"), "three");
    assert_int_equal(store_earlier(room->dir), 3);
    commit(room, "four");
    assert_string_equal(words_behind(room, "current"), "four");
    assert_string_equal(words_behind(room, "previous"), "two");
}

// Version 1.0.0 led both pointers to the same content for a moment.
UNIT_TEST(two_pointers_to_one_generation_are_no_earlier_content) {
    struct room *room = *state;
    commit(room, "one");
    put_link(room, "previous", "gen-1");
    assert_int_equal(store_earlier(room->dir), -1);
    commit(room, "two");
    assert_string_equal(words_behind(room, "current"), "two");
    assert_string_equal(words_behind(room, "previous"), "one");
}

UNIT_TEST(a_pointer_that_leads_elsewhere_counts_as_none) {
    static const char *const targets[] = {"..",   "/etc",           "gen-1/../..", "gen-01",
                                          "gen-", "gen-9999999999", "gen-1x",      "gen--1"};
    struct room *room = *state;
    commit(room, "one");
    for (int i = 0; i < COUNT_OF(targets); i++) {
        put_link(room, "current", targets[i]);
        open_it(room);
        assert_int_equal(room->store.current, 0);
        store_close(&room->store);
        assert_null(store_current_path(room->dir, &room->arena));
    }
    assert_int_equal(access(content_path(&room->folder, "kiosk.ini"), F_OK), 0);
}

UNIT_TEST(content_that_is_gone_gives_way_to_the_next) {
    struct room *room = *state;
    commit(room, "one");
    put_link(room, "current", "gen-8");
    commit(room, "two");
    assert_string_equal(words_behind(room, "current"), "two");
    commit(room, "three");
    assert_string_equal(words_behind(room, "previous"), "two");
}

UNIT_TEST(two_updates_at_once_are_refused) {
    struct room *room = *state;
    struct store second;
    open_it(room);
    assert_int_equal(store_open(&second, room->dir, &room->arena), FILE_BUSY);
    store_close(&second);
    store_close(&room->store);
    open_it(room);
    store_close(&room->store);
}

UNIT_TEST(what_cannot_be_shown_gives_way_to_what_was_before) {
    struct room *room = *state;
    commit(room, "one");
    roll_back(room);
    assert_null(store_current_path(room->dir, &room->arena));
    commit(room, "two");
    commit(room, "three");
    roll_back(room);
    assert_string_equal(words_behind(room, "current"), "two");
    assert_string_equal(words_behind(room, "previous"), "three");
}

UNIT_TEST(a_store_that_is_not_there_is_not_made_by_looking) {
    struct room *room = *state;
    struct store store;
    const char *dir = content_path(&room->folder, "none");
    assert_int_equal(store_open(&store, dir, &room->arena), FILE_MISSING);
    store_close(&store);
    assert_null(store_current_path(dir, &room->arena));
    assert_int_equal(access(dir, F_OK), -1);
    assert_int_equal(store_make(room->dir), FILE_OK);
    assert_int_equal(store_make(content_path(&room->folder, "no/such/place")), FILE_MISSING);
}

UNIT_TEST(many_updates_take_the_room_of_three) {
    struct room *room = *state;
    for (int i = 0; i < 40; i++) {
        commit(room, "words");
    }
    struct folder listing;
    const struct folder_source source = {FILE_FROM_HERE, room->dir, 100};
    assert_int_equal(folder_open(&listing, &source, &room->arena), FILE_OK);
    assert_int_equal(listing.count, 6); // two pointers, three generations and the mark of trial
    folder_close(&listing);
}

UNIT_TEST(what_is_there_is_never_written_over) {
    struct room *room = *state;
    const struct disk_place place = {FILE_FROM_HERE, content_path(&room->folder, "kiosk.ini")};
    assert_int_equal(disk_write_file(place, str_from("gone")), FILE_EXISTS);
    assert_int_equal(disk_make_folder(place), FILE_EXISTS);
    assert_int_equal(disk_make_pointer(place, "gone"), FILE_EXISTS);
    for (int fault = 0; fault < FILE_FAULT_COUNT; fault++) {
        assert_true(strlen(file_fault_text((enum file_fault)fault)) > 5);
    }
}

int main(void) {
    return unit_tests_run(setup, teardown);
}
