// SPDX-License-Identifier: MIT
// The staff PIN: which ones are refused, that only a hash is kept, and that damage and a full disk
// never let anybody in.
#include "fake_store.h"
#include "store/pin/pin.h"

enum { PINS_OF_A_KIND = 32 };

static const struct {
    const char *word; // in the sentence; NULL: these are good
    const char *pins[PINS_OF_A_KIND];
} kinds[] = {
    {"6 to 12",
     {"", "12345", "48261", "4826159370284", "48261a", "482 615", "-482615", "482615\n", "٤٨٢٦١٥"}},
    {"repeat or count",
     {"000000",    "777777777777", "123456", "456789", "7890123",      "012345678901", "654321",
      "987654321", "210987",       "121212", "101010", "123123",       "482482",       "1212121",
      "48264826",  "482615482615", "112233", "998877", "112233445566", "020304",       "050403",
      "102030",    "908070",       "979899", "204060", "135791",       "051015",       "01020304"}},
    {NULL,
     {"482615", "123457", "112234", "121213", "123124", "0203045", "118833", "102031", "000001",
      "135792", "482615937028"}},
};

static void assert_pin(const char *pin, const char *word) {
    const char *refusal = pin_find_refusal(pin);
    assert_int_equal(refusal != NULL, word != NULL);
    if (word) {
        assert_non_null(strstr(refusal, word));
        assert_false(pin_store(store, pin));
    }
}

STORE_TEST(a_pin_that_anybody_would_try_first_is_refused) {
    for (int i = 0; i < COUNT_OF(kinds); i++) {
        for (int k = 0; k < PINS_OF_A_KIND && kinds[i].pins[k]; k++) {
            assert_pin(kinds[i].pins[k], kinds[i].word);
        }
    }
    assert_false(pin_is_set(store));
}

STORE_TEST(only_the_pin_itself_is_right) {
    static const char *const wrong[] = {"482616", "482605",  "582615",  "4826150",     "48261",
                                        "",       "482615 ", "0482615", "482615482615"};
    assert_int_equal(pin_verify(store, "482615"), PIN_UNSET);
    assert_true(pin_store(store, "482615"));
    assert_true(pin_is_set(store));
    assert_int_equal(pin_verify(store, "482615"), PIN_RIGHT);
    for (int i = 0; i < COUNT_OF(wrong); i++) {
        assert_int_equal(pin_verify(store, wrong[i]), PIN_WRONG);
    }
}

STORE_TEST(the_longest_pin_counts_to_its_last_digit) {
    assert_true(pin_store(store, "482615937028"));
    assert_int_equal(pin_verify(store, "482615937028"), PIN_RIGHT);
    assert_int_equal(pin_verify(store, "482615937029"), PIN_WRONG);
    assert_int_equal(pin_verify(store, "48261593702"), PIN_WRONG);
}

STORE_TEST(the_file_holds_a_salted_hash_for_its_owner_alone) {
    char first[512], second[512];
    struct stat about;
    assert_true(pin_store(store, "482615"));
    size_t size = read_kept("pin", first, sizeof first);
    assert_int_equal(fstatat(store, "pin", &about, AT_SYMLINK_NOFOLLOW), 0);
    assert_int_equal(about.st_mode & 07777, 0600);
    assert_memory_equal(first, "$y$", 3);
    assert_int_equal(first[size - 1], '\n');
    assert_null(strstr(first, "482615"));
    assert_true(pin_store(store, "482615"));
    read_kept("pin", second, sizeof second);
    assert_string_not_equal(first, second);
    assert_false(has_kept("pin.new"));
}

STORE_TEST(a_full_disk_leaves_the_old_pin_in_force) {
    static const rlim_t rooms[] = {0, 1, 10, 40};
    assert_true(pin_store(store, "482615"));
    for (int i = 0; i < COUNT_OF(rooms); i++) {
        set_disk_room(rooms[i]);
        bool is_kept = pin_store(store, "730184");
        set_disk_room(RLIM_INFINITY);
        assert_false(is_kept);
        assert_int_equal(pin_verify(store, "482615"), PIN_RIGHT);
        assert_int_equal(pin_verify(store, "730184"), PIN_WRONG);
        assert_false(has_kept("pin.new"));
    }
}

// What a kill between write and rename leaves, and a link that somebody laid there.
STORE_TEST(a_left_over_file_does_not_stand_in_the_way) {
    write_kept("pin.new", str_from("$y$half"));
    assert_true(pin_store(store, "482615"));
    write_kept("other", str_from("mine"));
    assert_int_equal(symlinkat("other", store, "pin.new"), 0);
    assert_true(pin_store(store, "730184"));
    char other[16];
    read_kept("other", other, sizeof other);
    assert_string_equal(other, "mine");
    assert_int_equal(pin_verify(store, "730184"), PIN_RIGHT);
    assert_int_equal(pin_verify(store, "482615"), PIN_WRONG); // the old one is over
}

STORE_TEST(a_damaged_file_is_no_pin_at_all) {
    static const char *const damaged[] = {
        "",
        "\n",
        "*0\n",
        "*1\n",
        "$y$\n",
        "$y$j9T$\n",
        "482615\n",
        "$y$j9T$ERHLN3vlY/19r9cDh6eKa.\n",
        "$1$abcdefgh$xyz\n",
        "$y$j9T$*$*\n",
    };
    for (int i = 0; i < COUNT_OF(damaged); i++) {
        write_kept("pin", str_from(damaged[i]));
        assert_true(pin_is_set(store));
        assert_int_equal(pin_verify(store, "482615"), PIN_BROKEN);
    }
}

STORE_TEST(a_file_cut_anywhere_lets_nobody_in) {
    char whole[512];
    assert_true(pin_store(store, "482615"));
    size_t size = read_kept("pin", whole, sizeof whole);
    for (size_t cut = 0; cut < size; cut += 3) {
        write_kept("pin", (struct str){whole, cut});
        assert_int_equal(pin_verify(store, "482615"), PIN_BROKEN);
    }
    whole[size] = '\n';
    write_kept("pin", (struct str){whole, size + 1});
    assert_int_equal(pin_verify(store, "482615"), PIN_BROKEN);
}

STORE_TEST(something_else_under_its_name_lets_nobody_in) {
    assert_true(pin_store(store, "482615"));
    assert_int_equal(renameat(store, "pin", store, "elsewhere"), 0);
    assert_int_equal(symlinkat("elsewhere", store, "pin"), 0);
    assert_int_equal(pin_verify(store, "482615"), PIN_BROKEN);
    assert_int_equal(unlinkat(store, "pin", 0), 0);
    assert_int_equal(mkdirat(store, "pin", 0700), 0);
    assert_int_equal(pin_verify(store, "482615"), PIN_BROKEN);
    assert_false(pin_store(store, "482615"));
}
