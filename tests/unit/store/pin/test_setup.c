// SPDX-License-Identifier: MIT
// What a new kiosk still has to ask, and what was answered, over a restart and a damaged file.
#include "fake_store.h"
#include "store/pin/setup.h"

STORE_TEST(a_kiosk_that_nobody_asked_to_ask_asks_nothing) {
    assert_int_equal(setup_load(store), SETUP_OVER);
    assert_int_equal(setup_load_rotation(store_path), 0);
    assert_true(setup_store(store, SETUP_OVER)); // and there is nothing to end
}

STORE_TEST(an_empty_file_begins_with_the_first_question) {
    write_kept("set-up", str_from(""));
    assert_int_equal(setup_load(store), SETUP_ROTATION);
}

STORE_TEST(each_answer_is_kept_and_the_last_one_ends_it) {
    write_kept("set-up", str_from(""));
    for (int next = SETUP_ROTATION; next < SETUP_COUNT; next++) {
        assert_true(setup_store(store, (enum setup)next));
        assert_int_equal(setup_load(store), next);
    }
    assert_true(setup_store(store, SETUP_OVER));
    assert_int_equal(setup_load(store), SETUP_OVER);
    assert_int_equal(faccessat(store, "set-up", F_OK, 0), -1);
}

STORE_TEST(every_rotation_is_kept) {
    for (int degrees = 0; degrees < 360; degrees += 90) {
        assert_true(setup_store_rotation(store, degrees));
        assert_int_equal(setup_load_rotation(store_path), degrees);
    }
}

STORE_TEST(what_is_damaged_asks_again_and_turns_nothing) {
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
