// SPDX-License-Identifier: MIT
// New content is on trial until it was seen: what crashes the program is taken back, what a power
// cut interrupted gets another chance, and what has been seen is never doubted again.
#include "fake_store.h"
#include "store/trial.h"

static void content_that_was_seen_is_never_tried_again(void **state) {
    (void)state;
    assert_int_equal(trial_begin(store, 3), FILE_OK);
    assert_int_equal(trial_try(store, 3, "boot-a"), TRIAL_RUNNING);
    assert_int_equal(trial_pass(store), FILE_OK);
    assert_int_equal(trial_try(store, 3, "boot-a"), TRIAL_NONE);
    assert_int_equal(trial_pass(store), FILE_OK);
}

static void content_that_ended_the_program_is_taken_back_at_the_next_start(void **state) {
    (void)state;
    assert_int_equal(trial_begin(store, 3), FILE_OK);
    assert_int_equal(trial_try(store, 3, "boot-a"), TRIAL_RUNNING);
    assert_int_equal(trial_try(store, 3, "boot-a"), TRIAL_FAILED);
    assert_int_equal(trial_try(store, 3, "boot-a"), TRIAL_FAILED);
}

static void a_power_cut_gives_it_one_more_chance(void **state) {
    (void)state;
    assert_int_equal(trial_begin(store, 3), FILE_OK);
    assert_int_equal(trial_try(store, 3, "boot-a"), TRIAL_RUNNING);
    assert_int_equal(trial_try(store, 3, "boot-b"), TRIAL_RUNNING);
    assert_int_equal(trial_try(store, 3, "boot-c"), TRIAL_FAILED);
}

static void without_the_name_of_the_start_one_chance_is_all(void **state) {
    (void)state;
    assert_int_equal(trial_begin(store, 3), FILE_OK);
    assert_int_equal(trial_try(store, 3, NULL), TRIAL_RUNNING);
    assert_int_equal(trial_try(store, 3, ""), TRIAL_FAILED);
}

static void an_attempt_that_is_excused_counts_for_nothing(void **state) {
    (void)state;
    assert_int_equal(trial_excuse(store), FILE_OK); // there is none
    assert_int_equal(trial_begin(store, 3), FILE_OK);
    for (int i = 0; i < 5; i++) {
        assert_int_equal(trial_try(store, 3, "boot-a"), TRIAL_RUNNING);
        assert_int_equal(trial_excuse(store), FILE_OK);
    }
    assert_int_equal(trial_try(store, 3, "boot-a"), TRIAL_RUNNING);
    assert_int_equal(trial_try(store, 3, "boot-b"), TRIAL_RUNNING);
    assert_int_equal(trial_excuse(store), FILE_OK);
    assert_int_equal(trial_try(store, 3, "boot-b"), TRIAL_RUNNING); // the first still counts
    assert_int_equal(trial_try(store, 3, "boot-b"), TRIAL_FAILED);
}

static void the_mark_of_another_generation_says_nothing(void **state) {
    (void)state;
    assert_int_equal(trial_try(store, 3, "boot-a"), TRIAL_NONE);
    assert_int_equal(trial_begin(store, 4), FILE_OK);
    assert_int_equal(trial_try(store, 3, "boot-a"), TRIAL_NONE);
}

static void a_damaged_mark_takes_nothing_off_the_screen(void **state) {
    static const char *const damaged[] = {
        "",
        "3",
        "3 1",
        "3 1 boot-a",
        "3 1 boot-a\nx",
        "3  1 boot-a\n",
        "x 1 boot-a\n",
        "3 -1 boot-a\n",
        "3 99999999999999999999 boot-a\n",
        "3 1 0123456789012345678901234567890123456789\n",
    };
    (void)state;
    for (int i = 0; i < COUNT_OF(damaged); i++) {
        write_kept("trial", str_from(damaged[i]));
        assert_int_equal(trial_try(store, 3, "boot-a"), TRIAL_NONE);
    }
    write_kept("trial", str_from("3 1 boot-a\n"));
    assert_int_equal(trial_try(store, 3, "boot-a"), TRIAL_FAILED);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, make_store, remove_store)

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(content_that_was_seen_is_never_tried_again),
        TEST(content_that_ended_the_program_is_taken_back_at_the_next_start),
        TEST(a_power_cut_gives_it_one_more_chance),
        TEST(without_the_name_of_the_start_one_chance_is_all),
        TEST(an_attempt_that_is_excused_counts_for_nothing),
        TEST(the_mark_of_another_generation_says_nothing),
        TEST(a_damaged_mark_takes_nothing_off_the_screen),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
