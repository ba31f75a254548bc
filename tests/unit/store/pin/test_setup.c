// SPDX-License-Identifier: MIT
// What a new kiosk still has to ask, and what was answered, over a restart and a damaged file.
#include "fake_store.h"
#include "store/pin/setup.h"

static void a_kiosk_that_nobody_asked_to_ask_asks_nothing(void **state) {
    (void)state;
    assert_int_equal(setup_load(store), SETUP_OVER);
    assert_int_equal(setup_load_rotation(store_path), 0);
    assert_true(setup_store(store, SETUP_OVER)); // and there is nothing to end
}

static void an_empty_file_begins_with_the_first_question(void **state) {
    (void)state;
    write_kept("set-up", str_from(""));
    assert_int_equal(setup_load(store), SETUP_ROTATION);
}

static void each_answer_is_kept_and_the_last_one_ends_it(void **state) {
    (void)state;
    write_kept("set-up", str_from(""));
    for (int next = SETUP_ROTATION; next < SETUP_COUNT; next++) {
        assert_true(setup_store(store, (enum setup)next));
        assert_int_equal(setup_load(store), next);
    }
    assert_true(setup_store(store, SETUP_OVER));
    assert_int_equal(setup_load(store), SETUP_OVER);
    assert_int_equal(faccessat(store, "set-up", F_OK, 0), -1);
}

static void every_rotation_is_kept(void **state) {
    (void)state;
    for (int degrees = 0; degrees < 360; degrees += 90) {
        assert_true(setup_store_rotation(store, degrees));
        assert_int_equal(setup_load_rotation(store_path), degrees);
    }
}

static void what_is_damaged_asks_again_and_turns_nothing(void **state) {
    (void)state;
    static const char *const texts[] = {
        "45\n",     "90",
        "90\n\n",   "pin",
        "x\n",      "touch\nmore\n",
        "\xFF\xFE", "a line that is far too long for such a file\n"};
    for (int i = 0; i < COUNT_OF(texts); i++) {
        write_kept("set-up", str_from(texts[i]));
        write_kept("rotation", str_from(texts[i]));
        assert_int_equal(setup_load(store), SETUP_ROTATION);
        assert_int_equal(setup_load_rotation(store_path), 0);
    }
    assert_int_equal(mkdirat(store, "folder", 0700), 0);
    assert_int_equal(renameat(store, "folder", store, "elsewhere"), 0);
    assert_int_equal(unlinkat(store, "set-up", 0), 0);
    assert_int_equal(symlinkat("elsewhere", store, "set-up"), 0);
    assert_int_equal(setup_load(store), SETUP_ROTATION); // a link is not followed
    assert_true(setup_store(store, SETUP_OVER));
    assert_int_equal(setup_load(store), SETUP_OVER);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, make_store, remove_store)

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(a_kiosk_that_nobody_asked_to_ask_asks_nothing),
        TEST(an_empty_file_begins_with_the_first_question),
        TEST(each_answer_is_kept_and_the_last_one_ends_it),
        TEST(every_rotation_is_kept),
        TEST(what_is_damaged_asks_again_and_turns_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
