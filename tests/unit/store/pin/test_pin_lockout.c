// SPDX-License-Identifier: MIT
// The lockout before the PIN: how long it closes after which try, that no kill, restart, clock or
// damaged file gives a try for nothing or a shorter closing, and that the right PIN sets it back.
#include "fake_store.h"
#include "store/pin/pin.h"
#include "store/pin/pin_lockout.h"

enum { MINUTE_MS = 60000 };

static const char boot_a[] = "11111111-2222-3333-4444-555555555555";
static const char boot_b[] = "66666666-7777-8888-9999-aaaaaaaaaaaa";
static const char right[] = "482615";
static const char wrong[] = "482616";

static struct pin_lockout load(const char *boot, uint64_t now_ms) {
    struct pin_lockout lockout;
    pin_lockout_load(&lockout, store, boot, now_ms);
    return lockout;
}

static struct pin_lockout load_closed(const char *boot, uint64_t now_ms, uint64_t left_ms) {
    struct pin_lockout lockout = load(boot, now_ms);
    assert_int_equal(pin_lockout_left_ms(&lockout, now_ms), left_ms);
    return lockout;
}

static void count_tries(struct pin_lockout *lockout, int count, uint64_t now_ms) {
    for (int i = 0; i < count; i++) {
        assert_int_equal(pin_lockout_left_ms(lockout, now_ms), 0);
        assert_true(pin_lockout_count(lockout, now_ms));
    }
}

STORE_TEST(each_fifth_try_closes_it_for_longer) {
    static const int closed_minutes[] = {1, 5, 15, 60, 60, 60};
    uint64_t now_ms = 1000;
    struct pin_lockout lockout = load(boot_a, now_ms);
    for (int round = 0; round < COUNT_OF(closed_minutes); round++) {
        for (int left = PIN_LOCKOUT_TRIES; left > 0; left--) {
            assert_int_equal(pin_lockout_left_tries(&lockout), left);
            assert_int_equal(pin_lockout_left_ms(&lockout, now_ms), 0);
            now_ms += 700;
            assert_true(pin_lockout_count(&lockout, now_ms));
        }
        uint64_t whole_ms = (uint64_t)closed_minutes[round] * MINUTE_MS;
        assert_int_equal(pin_lockout_left_ms(&lockout, now_ms), whole_ms);
        assert_int_equal(pin_lockout_left_ms(&lockout, now_ms + whole_ms - 1), 1);
        assert_int_equal(pin_lockout_left_ms(&lockout, now_ms + whole_ms), 0);
        now_ms += whole_ms;
    }
}

STORE_TEST(a_closed_lockout_does_not_look_at_the_pin) {
    char before[128], after[128];
    assert_true(pin_store(store, right));
    struct pin_lockout lockout = load(boot_a, 1000);
    for (int i = 0; i < PIN_LOCKOUT_TRIES; i++) {
        assert_int_equal(pin_lockout_try(&lockout, wrong, 1000), PIN_WRONG);
    }
    read_kept("tries", before, sizeof before);
    assert_int_equal(pin_lockout_try(&lockout, right, 1000), PIN_CLOSED);
    assert_int_equal(pin_lockout_try(&lockout, right, 1000 + MINUTE_MS - 1), PIN_CLOSED);
    read_kept("tries", after, sizeof after);
    assert_string_equal(before, after);
    assert_int_equal(pin_lockout_try(&lockout, right, 1000 + MINUTE_MS), PIN_RIGHT);
}

STORE_TEST(the_right_pin_sets_it_back) {
    assert_true(pin_store(store, right));
    struct pin_lockout lockout = load(boot_a, 0);
    count_tries(&lockout, 5, 0);
    count_tries(&lockout, 4, MINUTE_MS);
    assert_int_equal(pin_lockout_try(&lockout, right, MINUTE_MS), PIN_RIGHT);
    assert_int_equal(pin_lockout_left_tries(&lockout), PIN_LOCKOUT_TRIES);
    lockout = load(boot_a, MINUTE_MS);
    assert_int_equal(pin_lockout_left_tries(&lockout), PIN_LOCKOUT_TRIES);
    count_tries(&lockout, 5, MINUTE_MS);
    assert_int_equal(pin_lockout_left_ms(&lockout, MINUTE_MS), MINUTE_MS);
}

// Nor does a kill before the answer, which comes when the try is written.
STORE_TEST(a_restart_of_the_program_changes_nothing) {
    struct pin_lockout lockout = load(boot_a, 5000);
    for (int i = 1; i <= PIN_LOCKOUT_TRIES; i++) {
        count_tries(&lockout, 1, 5000);
        lockout = load(boot_a, 5000);
        assert_int_equal(lockout.wrong_count, i);
    }
    load_closed(boot_a, 25000, 40000);
    load_closed(boot_a, 65000, 0);
}

STORE_TEST(a_start_of_the_machine_closes_afresh_in_full) {
    static const uint64_t starts_ms[] = {0, 4000, 59000, 100000000};
    for (int i = 0; i < COUNT_OF(starts_ms); i++) {
        struct pin_lockout lockout = load(boot_a, 4000);
        assert_true(pin_lockout_reset(&lockout));
        count_tries(&lockout, PIN_LOCKOUT_TRIES, 4000);
        load_closed(boot_b, starts_ms[i], MINUTE_MS);
        // Within that start it goes on, it does not begin a third time.
        load_closed(boot_b, starts_ms[i] + 20000, 40000);
    }
}

STORE_TEST(tries_that_closed_nothing_are_kept_over_a_start) {
    struct pin_lockout lockout = load(boot_a, 90000);
    count_tries(&lockout, 4, 90000);
    lockout = load_closed(boot_b, 10, 0);
    assert_int_equal(pin_lockout_left_tries(&lockout), 1);
    count_tries(&lockout, 1, 10);
    assert_int_equal(pin_lockout_left_ms(&lockout, 10), MINUTE_MS);
}

STORE_TEST(a_start_that_is_not_known_never_shortens_a_closing) {
    struct pin_lockout lockout = load("", 0);
    count_tries(&lockout, PIN_LOCKOUT_TRIES, 0);
    load_closed("", 50000, MINUTE_MS);
    load_closed(boot_a, 70000, MINUTE_MS);
}

STORE_TEST(a_clock_that_jumps_back_closes_in_full) {
    struct pin_lockout lockout = load(boot_a, 500000);
    count_tries(&lockout, PIN_LOCKOUT_TRIES, 500000);
    assert_int_equal(pin_lockout_left_ms(&lockout, 100), MINUTE_MS);
    lockout = load_closed(boot_a, 100, MINUTE_MS);
    assert_int_equal(pin_lockout_left_ms(&lockout, 100 + MINUTE_MS), 0);
}

// Runs one try in a program of its own, which is killed as soon as it has answered.
static enum pin_answer answer_of_a_killed_program(const char *pin, uint64_t now_ms) {
    int pipe_ends[2];
    assert_int_equal(pipe(pipe_ends), 0);
    pid_t child = fork();
    assert_true(child >= 0);
    if (child == 0) {
        struct pin_lockout lockout = load(boot_a, now_ms);
        unsigned char answer = (unsigned char)pin_lockout_try(&lockout, pin, now_ms);
        if (write(pipe_ends[1], &answer, 1) == 1) {
            pause();
        }
        _exit(1);
    }
    unsigned char answer;
    assert_int_equal(read(pipe_ends[0], &answer, 1), 1);
    assert_int_equal(kill(child, SIGKILL), 0);
    assert_int_equal(waitpid(child, NULL, 0), child);
    close(pipe_ends[0]);
    close(pipe_ends[1]);
    return (enum pin_answer)answer;
}

STORE_TEST(killing_the_program_after_each_answer_gives_no_sixth_try) {
    assert_true(pin_store(store, right));
    for (int i = 0; i < PIN_LOCKOUT_TRIES; i++) {
        assert_int_equal(answer_of_a_killed_program(wrong, 1000), PIN_WRONG);
    }
    assert_int_equal(answer_of_a_killed_program(wrong, 1000), PIN_CLOSED);
    assert_int_equal(answer_of_a_killed_program(right, 1000), PIN_CLOSED);
    assert_int_equal(answer_of_a_killed_program(right, 1000 + MINUTE_MS), PIN_RIGHT);
    assert_int_equal(answer_of_a_killed_program(wrong, 1000 + MINUTE_MS), PIN_WRONG);
}

STORE_TEST(a_damaged_file_closes_it) {
    static const char *const damaged[] = {
        "",
        "\n",
        "0\n",
        "0 0 x",
        "0 x\n",
        "00 0 x\n",
        "-1 0 x\n",
        "21 0 x\n",
        "99999999999999999999 0 x\n",
        "0 0 0123456789012345678901234567890123456789\n",
        "0 0 x\n\n",
    };
    for (int i = 0; i < COUNT_OF(damaged); i++) {
        write_kept("tries", str_from(damaged[i]));
        load_closed(boot_a, 7000, 60 * MINUTE_MS);
    }
    char big[4096];
    memset(big, '0', sizeof big);
    write_kept("tries", (struct str){big, sizeof big});
    load_closed(boot_a, 7000, 60 * MINUTE_MS);
}

STORE_TEST(a_cut_closes_it_wherever_it_is) {
    char whole[128];
    struct pin_lockout lockout = load(boot_a, 1234);
    count_tries(&lockout, 3, 1234);
    size_t size = read_kept("tries", whole, sizeof whole);
    for (size_t cut = 0; cut < size; cut++) {
        write_kept("tries", (struct str){whole, cut});
        load_closed(boot_a, 7000, 60 * MINUTE_MS);
    }
    write_kept("tries", (struct str){whole, size});
    lockout = load(boot_a, 1234);
    assert_int_equal(pin_lockout_left_tries(&lockout), 2);
}

STORE_TEST(after_a_damaged_file_an_hour_passes_and_no_more) {
    write_kept("tries", str_from("?"));
    load(boot_a, 1000);
    load_closed(boot_a, 1000 + 59 * MINUTE_MS, MINUTE_MS);
    load_closed(boot_a, 1000 + 60 * MINUTE_MS, 0);
}

STORE_TEST(something_else_under_its_name_closes_it_for_longest) {
    assert_true(pin_store(store, right));
    assert_int_equal(mkdirat(store, "tries", 0700), 0);
    load_closed(boot_a, 7000, 60 * MINUTE_MS);
    struct pin_lockout lockout = load(boot_a, 0);
    assert_int_equal(pin_lockout_try(&lockout, right, 0), PIN_CLOSED);
    assert_int_equal(pin_lockout_try(&lockout, right, 61 * MINUTE_MS), PIN_RIGHT);
}

// Staff must reach the menu that says that the card is full; who guesses waits as ever.
STORE_TEST(on_a_full_disk_tries_are_counted_in_memory) {
    assert_true(pin_store(store, right));
    for (rlim_t room = 0; room < 40; room += 13) {
        struct pin_lockout lockout = load(boot_a, 0);
        set_disk_room(room);
        for (int left = PIN_LOCKOUT_TRIES - 1; left > 0; left--) {
            assert_int_equal(pin_lockout_try(&lockout, wrong, 0), PIN_WRONG);
            assert_true(lockout.is_unkept);
            assert_int_equal(pin_lockout_left_tries(&lockout), left);
        }
        assert_int_equal(pin_lockout_try(&lockout, wrong, 0), PIN_WRONG);
        assert_int_equal(pin_lockout_left_ms(&lockout, 0), MINUTE_MS);
        assert_int_equal(pin_lockout_try(&lockout, right, 59999), PIN_CLOSED);
        assert_int_equal(pin_lockout_try(&lockout, wrong, MINUTE_MS), PIN_WRONG);
        assert_int_equal(pin_lockout_try(&lockout, right, MINUTE_MS), PIN_RIGHT);
        set_disk_room(RLIM_INFINITY);
        assert_int_equal(pin_lockout_left_tries(&lockout), PIN_LOCKOUT_TRIES);
    }
    assert_false(has_kept("tries"));
}

STORE_TEST(a_disk_that_has_room_again_is_told_the_count) {
    assert_true(pin_store(store, right));
    struct pin_lockout lockout = load(boot_a, 0);
    set_disk_room(0);
    assert_int_equal(pin_lockout_try(&lockout, wrong, 0), PIN_WRONG);
    set_disk_room(RLIM_INFINITY);
    assert_int_equal(pin_lockout_try(&lockout, wrong, 0), PIN_WRONG);
    assert_false(lockout.is_unkept);
    lockout = load(boot_a, 0);
    assert_int_equal(pin_lockout_left_tries(&lockout), 3);
}

STORE_TEST(a_full_disk_does_not_shorten_a_closing_over_a_start) {
    struct pin_lockout lockout = load(boot_a, 0);
    count_tries(&lockout, PIN_LOCKOUT_TRIES, 0);
    set_disk_room(0);
    lockout = load(boot_b, 30000);
    struct pin_lockout again = load(boot_b, 40000);
    set_disk_room(RLIM_INFINITY);
    assert_int_equal(pin_lockout_left_ms(&lockout, 30000), MINUTE_MS);
    assert_int_equal(pin_lockout_left_ms(&again, 40000), MINUTE_MS);
}

STORE_TEST(without_a_pin_nothing_is_counted) {
    struct pin_lockout lockout = load(boot_a, 0);
    for (int i = 0; i < 2 * PIN_LOCKOUT_TRIES; i++) {
        assert_int_equal(pin_lockout_try(&lockout, right, 0), PIN_UNSET);
    }
    assert_false(has_kept("tries"));
}

STORE_TEST(a_damaged_pin_is_no_way_around_the_count) {
    write_kept("pin", str_from("*0\n"));
    struct pin_lockout lockout = load(boot_a, 0);
    for (int i = 0; i < PIN_LOCKOUT_TRIES; i++) {
        assert_int_equal(pin_lockout_try(&lockout, right, 0), PIN_BROKEN);
    }
    assert_int_equal(pin_lockout_try(&lockout, right, 0), PIN_CLOSED);
}
