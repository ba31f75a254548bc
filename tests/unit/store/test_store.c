// SPDX-License-Identifier: MIT
// Generations and their two pointers: what a commit leaves, what a cut-off commit leaves, and that
// nothing outside of the store is ever touched.
#include "store_generations.h"

#include "base/buffer.h"

static bool is_there(const char *name) {
    struct stat about;
    return lstat(arena_format(&arena, "%s/%s", store_dir, name), &about) == 0;
}

static void put_link(const char *name, const char *target) {
    const char *path = arena_format(&arena, "%s/%s", store_dir, name);
    unlink(path);
    assert_int_equal(symlink(target, path), 0);
}

TEST(before_the_first_generation_is_what_came_with_the_program) {
    assert_null(store_current_path(store_dir, &arena));
    commit("one");
    assert_shown("one");
    assert_false(is_there("previous"));
    assert_non_null(strstr(store_current_path(store_dir, &arena), "/store/gen-1"));
    for (int i = 0; i < 2; i++) {
        assert_int_equal(store_earlier(store_dir), i); // what came with the program, then back
        roll_back();
        assert_int_equal(is_there("current"), i == 1);
        assert_int_equal(is_there("previous"), i == 0);
    }
    assert_shown("one");
}

TEST(a_commit_over_what_came_with_the_program_has_that_before_it) {
    commit("one");
    roll_back();
    commit("two");
    assert_shown("two");
    assert_false(is_there("previous"));
}

TEST(a_folder_beside_the_store_is_not_in_it) {
    static const struct {
        const char *behind;
        bool is_in;
    } cases[] = {
        {"/gen-1", true}, {"/staging", true}, {"", false}, {"-content", false}, {"2/gen-1", false}};
    for (int i = 0; i < COUNT_OF(cases); i++) {
        const char *path = arena_format(&arena, "%s%s", store_dir, cases[i].behind);
        assert_int_equal(store_has_path(store_dir, path), cases[i].is_in);
    }
    assert_false(store_has_path(store_dir, "/"));
    assert_false(store_has_path(store_dir, ""));
}

TEST(an_empty_store_has_nothing_to_go_back_to) {
    assert_int_equal(store_earlier(store_dir), -1);
    assert_int_equal(store_roll_back(store_dir, store_earlier(store_dir)), FILE_MISSING);
}

TEST(each_commit_keeps_eight_before_it) {
    for (int i = 1; i <= 12; i++) {
        commit(arena_format(&arena, "words %d", i));
        assert_int_equal(is_there("gen-1"), i <= 9);
        assert_int_equal(is_there("when-1"), i <= 9);
    }
    assert_pointers("words 12", "words 11");
    assert_true(is_there("gen-4"));
    assert_false(is_there("gen-3") || is_there("staging"));
}

static void assert_list(const char *wanted) {
    struct store_entry *list = NULL;
    struct buffer text = {.arena = &arena};
    int count = store_list(&list, store_dir, &arena);
    buffer_text(&text, "");
    for (int i = 0; i < count; i++) {
        buffer_format(&text, "%d %s;", list[i].number, list[i].when);
    }
    assert_string_equal(buffer_str(&text).at, wanted);
}

TEST(all_that_is_kept_can_be_gone_back_to) {
    assert_list("");
    commit("one");
    assert_list("0 ;");
    put_when = "2026-11-30 22:00";
    commit("two");
    put_when = NULL;
    commit("three");
    assert_list("2 2026-11-30 22:00;1 ;0 ;");
    assert_int_equal(store_roll_back(store_dir, 1), FILE_OK);
    assert_pointers("one", "three");
    assert_list("3 ;2 2026-11-30 22:00;0 ;");
    roll_back();
    assert_pointers("three", "one");
    assert_int_equal(store_roll_back(store_dir, 0), FILE_OK);
    assert_false(is_there("current"));
    assert_list("3 ;2 2026-11-30 22:00;1 ;");
    assert_int_equal(store_roll_back(store_dir, 2), FILE_OK);
    assert_shown("two");
    assert_false(is_there("previous"));
    roll_back();
    assert_false(is_there("current"));
}

TEST(what_is_shown_or_was_never_kept_is_nothing_to_go_back_to) {
    static const int numbers[] = {-1, 2, 3, 1000000};
    commit("one");
    commit("two");
    for (int i = 0; i < COUNT_OF(numbers); i++) {
        assert_int_equal(store_roll_back(store_dir, numbers[i]), FILE_MISSING);
        assert_pointers("two", "one");
    }
}

TEST(a_commit_after_going_far_back_keeps_what_was_shown) {
    for (int i = 1; i <= 9; i++) {
        commit(arena_format(&arena, "words %d", i));
    }
    assert_int_equal(store_roll_back(store_dir, 1), FILE_OK);
    commit("words 10");
    assert_pointers("words 10", "words 1");
    assert_true(is_there("gen-3"));
    assert_false(is_there("gen-2"));
}

TEST(a_full_disk_keeps_the_one_before) {
    for (int i = 1; i <= 4; i++) {
        commit(arena_format(&arena, "words %d", i));
    }
    stage("words 5");
    assert_int_equal(store_make_room(&store), FILE_OK);
    store_close(&store);
    assert_pointers("words 4", "words 3");
    assert_false(is_there("gen-1") || is_there("gen-2"));
}

TEST(rolling_back_twice_is_where_it_began) {
    commit("one");
    commit("two");
    roll_back();
    assert_pointers("one", "two");
    roll_back();
    assert_shown("two");
}

TEST(a_commit_after_rolling_back_keeps_what_was_shown) {
    commit("one");
    commit("two");
    roll_back();
    commit("three");
    assert_pointers("three", "one");
}

TEST(what_a_killed_update_left_is_cleared_away) {
    commit("one");
    content_put_text(&folder, "store/staging/cards/en/half", "");
    put_link("previous.new", "gen-1");
    put_link("staging/way-out", "../../kiosk.ini");
    open_it();
    store_close(&store);
    assert_false(is_there("staging"));
    assert_shown("one");
    commit("two");
    assert_false(is_there("previous.new"));
    assert_string_equal(words_behind("previous"), "one");
    assert_int_equal(access(content_path(&folder, "kiosk.ini"), F_OK), 0);
}

// As after a kill in front of the step that shows the new content.
TEST(a_commit_cut_off_at_its_last_step_has_the_new_content_before_it) {
    commit("one");
    commit("two");
    content_put_text(&folder, "store/gen-3/words", "three");
    put_link("previous", "gen-3");
    open_it();
    store_close(&store);
    assert_pointers("two", "three");
    assert_int_equal(store_earlier(store_dir), 3);
    commit("four");
    assert_pointers("four", "two");
}

// Version 1.0.0 led both pointers to the same content for a moment.
TEST(two_pointers_to_one_generation_are_no_earlier_content) {
    commit("one");
    put_link("previous", "gen-1");
    assert_int_equal(store_earlier(store_dir), -1);
    commit("two");
    assert_pointers("two", "one");
}

TEST(a_pointer_that_leads_elsewhere_counts_as_none) {
    static const char *const targets[] = {"..",   "/etc",           "gen-1/../..", "gen-01",
                                          "gen-", "gen-9999999999", "gen-1x",      "gen--1"};
    commit("one");
    for (int i = 0; i < COUNT_OF(targets); i++) {
        put_link("current", targets[i]);
        open_it();
        assert_int_equal(store.current, 0);
        store_close(&store);
        assert_null(store_current_path(store_dir, &arena));
    }
    assert_int_equal(access(content_path(&folder, "kiosk.ini"), F_OK), 0);
}

TEST(content_that_is_gone_gives_way_to_the_next) {
    commit("one");
    put_link("current", "gen-8");
    commit("two");
    assert_shown("two");
    commit("three");
    assert_string_equal(words_behind("previous"), "two");
}

TEST(two_updates_at_once_are_refused) {
    struct store second;
    open_it();
    assert_int_equal(store_open(&second, store_dir, &arena), FILE_BUSY);
    store_close(&second);
    store_close(&store);
    open_it();
    store_close(&store);
}

TEST(a_store_that_is_not_there_is_not_made_by_looking) {
    const char *dir = content_path(&folder, "none");
    assert_int_equal(store_open(&store, dir, &arena), FILE_MISSING);
    store_close(&store);
    assert_null(store_current_path(dir, &arena));
    assert_int_equal(access(dir, F_OK), -1);
    assert_int_equal(store_make(store_dir), FILE_OK);
    assert_int_equal(store_make(content_path(&folder, "no/such/place")), FILE_MISSING);
}

TEST(many_updates_take_the_room_of_nine) {
    for (int i = 0; i < 40; i++) {
        commit("words");
    }
    struct folder listing;
    const struct folder_source source = {FILE_FROM_HERE, store_dir, 100};
    assert_int_equal(folder_open(&listing, &source, &arena), FILE_OK);
    assert_int_equal(listing.count, 2 + 2 * 9 + 1); // two pointers, and the mark of trial
    folder_close(&listing);
}

TEST(what_is_there_is_never_written_over) {
    const struct disk_place place = {FILE_FROM_HERE, content_path(&folder, "kiosk.ini")};
    assert_int_equal(disk_write_file(place, str_from("gone")), FILE_EXISTS);
    assert_int_equal(disk_make_folder(place), FILE_EXISTS);
    assert_int_equal(disk_make_pointer(place, "gone"), FILE_EXISTS);
}
