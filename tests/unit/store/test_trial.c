// SPDX-License-Identifier: MIT
// New content is on trial until it was seen: what crashes the program is taken back, what a power
// cut interrupted gets another chance, and what has been seen is never doubted again.
#include "store_generations.h"

#include "store/trial.h"

static struct trial trial;

static const char *generation(int number) {
    return store_generation_path(store_dir, number, &arena);
}

// As the program does when it starts.
static enum trial_state start(const char *boot) {
    trial_begin(&trial, store_dir, boot, 1000);
    return trial.state;
}

static bool has_mark(void) {
    return access(content_path(&folder, "store/trial"), F_OK) == 0;
}

static void put_mark(const char *mark) {
    const struct disk_place place = {store.descriptor, STORE_TRIAL};
    assert_int_equal(disk_replace_file(place, str_from(mark)), FILE_OK);
}

TEST(a_frame_of_the_new_content_ends_the_trial) {
    commit("one");
    assert_int_equal(start("a"), TRIAL_RUNNING);
    assert_int_equal(trial_deadline_ms(&trial), 121000);
    trial_pass(&trial, generation(1));
    assert_int_equal(trial.state, TRIAL_NONE);
    assert_false(has_mark());
    assert_int_equal(trial_deadline_ms(&trial), UINT64_MAX);
    assert_int_equal(start("a"), TRIAL_NONE);
}

TEST(content_that_was_never_seen_is_taken_back_at_the_next_start) {
    commit("one");
    start("a");
    trial_pass(&trial, generation(1));
    commit("two");
    assert_int_equal(start("a"), TRIAL_RUNNING);
    assert_shown("two");
    assert_int_equal(start("a"), TRIAL_REFUSED); // the program ended meanwhile
    assert_shown("one");
    assert_false(has_mark());
    assert_int_equal(start("a"), TRIAL_NONE);
    assert_shown("one");
}

TEST(a_power_cut_gives_it_one_more_chance) {
    commit("one");
    assert_int_equal(start("a"), TRIAL_RUNNING);
    assert_int_equal(start("b"), TRIAL_RUNNING);
    assert_int_equal(start("c"), TRIAL_REFUSED);
}

TEST(without_the_name_of_the_start_one_chance_is_all) {
    commit("one");
    assert_int_equal(start(""), TRIAL_RUNNING);
    assert_int_equal(start(""), TRIAL_REFUSED);
}

TEST(before_the_first_update_is_what_came_with_the_program) {
    commit("one");
    start("a");
    assert_int_equal(start("a"), TRIAL_REFUSED);
    assert_int_equal(store_current(store_dir), 0);
    assert_string_equal(words_behind("previous"), "one");
}

TEST(other_content_on_the_glass_is_no_frame_of_it) {
    commit("one");
    commit("two");
    start("a");
    const char *const others[] = {"/config", "", generation(1)};
    for (int i = 0; i < COUNT_OF(others); i++) {
        trial_pass(&trial, others[i]);
        assert_int_equal(trial.state, TRIAL_RUNNING);
    }
    assert_int_equal(trial_deadline_ms(&trial), 121000);
    assert_int_equal(start("a"), TRIAL_REFUSED);
    assert_shown("one");
}

TEST(a_display_that_is_off_is_not_the_contents_fault) {
    commit("one");
    for (int i = 0; i < 5; i++) {
        assert_int_equal(start("a"), TRIAL_RUNNING);
        trial_wait(&trial, 9000);
        assert_int_equal(trial_deadline_ms(&trial), 129000);
        trial_excuse(&trial);
    }
    start("a");
    assert_int_equal(start("b"), TRIAL_RUNNING);
    trial_excuse(&trial);
    assert_int_equal(start("b"), TRIAL_RUNNING); // the first still counts
    assert_int_equal(start("b"), TRIAL_REFUSED);
}

TEST(earlier_content_that_is_asked_for_is_on_trial_like_new_content) {
    commit("one");
    commit("two"); // which ends the program
    start("a");
    assert_int_equal(start("a"), TRIAL_REFUSED);
    roll_back(); // and somebody wants to see it all the same
    assert_int_equal(start("a"), TRIAL_RUNNING);
    assert_shown("two");
    assert_int_equal(start("a"), TRIAL_REFUSED);
    assert_shown("one");
    assert_int_equal(start("a"), TRIAL_NONE); // what was before needs no second trial
}

TEST(while_somebody_is_at_the_store_nothing_is_taken_back) {
    commit("one");
    commit("two");
    start("a");
    open_it();
    assert_int_equal(start("a"), TRIAL_STUCK);
    assert_shown("two");
    store_close(&store);
    assert_int_equal(start("a"), TRIAL_REFUSED);
    assert_shown("one");
}

TEST(without_a_store_nothing_is_on_trial) {
    const char *const stores[] = {NULL, "/no/such/store", "/dev/null"};
    for (int i = 0; i < COUNT_OF(stores); i++) {
        trial_begin(&trial, stores[i], "a", 1000);
        assert_int_equal(trial.state, TRIAL_NONE);
        trial_pass(&trial, "");
        trial_excuse(&trial);
        assert_int_equal(trial_deadline_ms(&trial), UINT64_MAX);
    }
}

// A store that has another name stands for a disk that fails.
TEST(a_mark_that_stays_is_tried_again) {
    char elsewhere[96];
    commit("one");
    start("a");
    snprintf(elsewhere, sizeof elsewhere, "%s/moved", folder.path);
    assert_int_equal(rename(store_dir, elsewhere), 0);
    trial_pass(&trial, generation(1));
    assert_int_equal(trial.state, TRIAL_RUNNING);
    assert_int_equal(trial_deadline_ms(&trial), UINT64_MAX); // it was seen all the same
    assert_int_equal(rename(elsewhere, store_dir), 0);
    trial_pass(&trial, generation(1));
    assert_int_equal(trial.state, TRIAL_NONE);
    assert_false(has_mark());
}

TEST(a_mark_that_is_damaged_or_of_other_content_takes_nothing_off_the_screen) {
    static const char *const marks[] = {
        "",
        "1",
        "1 1",
        "1 1 boot-a",
        "1 1 boot-a\nx",
        "1  1 boot-a\n",
        "x 1 boot-a\n",
        "1 -1 boot-a\n",
        "1 99999999999999999999 boot-a\n",
        "1 1 0123456789012345678901234567890123456789\n",
        "2 1 boot-a\n",
    };
    commit("one");
    open_it();
    for (int i = 0; i < COUNT_OF(marks); i++) {
        put_mark(marks[i]);
        assert_int_equal(start("boot-a"), TRIAL_NONE);
    }
    put_mark("1 1 boot-a\n");
    store_close(&store);
    assert_int_equal(start("boot-a"), TRIAL_REFUSED);
}
