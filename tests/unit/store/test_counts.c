// SPDX-License-Identifier: MIT
// The counts of a waiting room: that a day's file cannot tell one visit from two, nor when anybody
// was there, that it is written at most once an hour and only if there is something, and to which
// day or start a count belongs.
#include "fake_counts.h"

COUNTS_TEST(it_is_written_an_hour_after_the_start) {
    start_at(5000);
    counts_add(&counts, day, card, 6000);
    assert_int_equal(counts_deadline_ms(&counts), 5000 + HOUR_MS);
    assert_int_equal(step(5000 + HOUR_MS - 1), COUNTS_QUIET);
    assert_false(has_kept(COUNTS_FILE));
    assert_int_equal(step(5000 + HOUR_MS), COUNTS_WRITTEN);
    assert_string_equal(csv(), "2026-11-25,card:what-is-dit,1\r\n");
    assert_int_equal(counts_deadline_ms(&counts), UINT64_MAX);
}

COUNTS_TEST(where_nobody_comes_nothing_is_written_and_nothing_wakes) {
    for (uint64_t hour = 0; hour < 1000; hour++) {
        assert_int_equal(counts_deadline_ms(&counts), UINT64_MAX);
        assert_int_equal(step(hour * HOUR_MS), COUNTS_QUIET);
    }
    assert_false(has_kept(COUNTS_FILE));
}

// The time of the file would else be the time of the touch, or the touch an hour before it.
COUNTS_TEST(the_time_of_a_write_does_not_follow_from_the_time_of_a_touch) {
    for (uint64_t touch_ms = 1; touch_ms < 5 * HOUR_MS; touch_ms += 7 * MINUTE_MS) {
        start_at(0);
        counts_add(&counts, day, card, touch_ms);
        assert_int_equal(step(touch_ms), COUNTS_QUIET);
        assert_int_equal(counts_deadline_ms(&counts), (touch_ms / HOUR_MS + 1) * HOUR_MS);
    }
}

COUNTS_TEST(between_two_writes_lies_an_hour_at_least) {
    uint64_t last_ms = 0;
    int written_count = 0;
    for (uint64_t now_ms = 0; now_ms < 48 * HOUR_MS; now_ms += 11 * MINUTE_MS) {
        counts_add(&counts, day, card, now_ms);
        if (step(now_ms) == COUNTS_WRITTEN) {
            assert_true(now_ms - last_ms >= HOUR_MS);
            last_ms = now_ms;
            written_count++;
        }
    }
    assert_true(written_count > 40);
}

COUNTS_TEST(a_start_soon_after_another_writes_no_sooner) {
    for (uint64_t now_ms = 0; now_ms < 10 * HOUR_MS; now_ms += 50 * MINUTE_MS) {
        start_at(now_ms);
        counts_add(&counts, day, card, now_ms);
        assert_int_equal(step(now_ms + 49 * MINUTE_MS), COUNTS_QUIET);
    }
    assert_false(has_kept(COUNTS_FILE));
}

struct visit_step {
    const char *what;
    uint64_t minute;
};

static struct str file_of(const struct visit_step *steps, int count) {
    unlinkat(store, COUNTS_FILE, 0);
    start_at(0);
    for (int i = 0; i < count; i++) {
        uint64_t now_ms = steps[i].minute * MINUTE_MS;
        assert_true(step(now_ms) <= COUNTS_WRITTEN);
        counts_add(&counts, day, steps[i].what, now_ms);
    }
    assert_int_equal(step(24 * HOUR_MS), COUNTS_WRITTEN);
    return kept();
}

#define FILE_OF(steps) file_of(steps, COUNT_OF(steps))

COUNTS_TEST(a_days_file_cannot_tell_one_visit_from_two) {
    static const struct visit_step one_person[] = {
        {card, 600}, {"card:the-ideas", 601}, {card, 602}, {"refer", 603}, {"urgent-help", 604}};
    static const struct visit_step two_people[] = {
        {card, 540}, {"urgent-help", 541}, {card, 900}, {"refer", 901}, {"card:the-ideas", 907}};
    static const struct visit_step five_people[] = {
        {"urgent-help", 60}, {"refer", 180}, {"card:the-ideas", 300}, {card, 420}, {card, 540}};
    struct str one = FILE_OF(one_person);
    assert_bytes(FILE_OF(two_people), one);
    assert_bytes(FILE_OF(five_people), one);
    assert_string_equal(csv(), "2026-11-25,card:the-ideas,1\r\n2026-11-25,card:what-is-dit,2\r\n"
                               "2026-11-25,refer,1\r\n2026-11-25,urgent-help,1\r\n");
}

COUNTS_TEST(a_restart_or_a_failed_write_does_not_show_either) {
    static const struct visit_step steps[] = {{card, 1}, {"refer", 2}, {card, 3}};
    struct str one = FILE_OF(steps);
    unlinkat(store, COUNTS_FILE, 0);
    assert_int_equal(count_one(day, card), COUNTS_WRITTEN);
    assert_int_equal(count_one(day, card), COUNTS_WRITTEN);
    set_disk_room(0);
    start_at(0);
    counts_add(&counts, day, "refer", 0);
    enum counts_news event = step(HOUR_MS);
    set_disk_room(RLIM_INFINITY);
    assert_int_equal(event, COUNTS_FAILED);
    assert_int_equal(step(2 * HOUR_MS), COUNTS_WRITTEN);
    assert_bytes(kept(), one);
}

COUNTS_TEST(a_count_belongs_to_the_day_on_which_it_was_made) {
    counts_add(&counts, day, card, 0);
    counts_add(&counts, next_day, card, 1);
    counts_add(&counts, next_day, "refer", 2);
    counts_add(&counts, day, card, 3); // a clock that was set back
    assert_int_equal(step(HOUR_MS), COUNTS_WRITTEN);
    assert_string_equal(csv(), "2026-11-25,card:what-is-dit,2\r\n2026-11-26,card:what-is-dit,1\r\n"
                               "2026-11-26,refer,1\r\n");
}

COUNTS_TEST(without_a_clock_each_run_has_a_number) {
    for (int run = 1; run <= 11; run++) {
        start_at(0);
        counts_add(&counts, run % 2 ? NULL : "", card, 0);
        assert_int_equal(step(HOUR_MS), COUNTS_WRITTEN);
        counts_add(&counts, NULL, card, HOUR_MS);
        assert_int_equal(step(2 * HOUR_MS), COUNTS_WRITTEN);
        const char *line = arena_format(&texts, "start %d,card:what-is-dit,2\r\n", run);
        assert_string_equal(strstr(csv(), line), line);
    }
}

COUNTS_TEST(a_run_that_counts_nothing_takes_no_number) {
    assert_int_equal(count_one(NULL, card), COUNTS_WRITTEN);
    start_at(0);
    assert_int_equal(count_one(NULL, card), COUNTS_WRITTEN);
    assert_string_equal(csv(), "start 1,card:what-is-dit,1\r\nstart 2,card:what-is-dit,1\r\n");
}

COUNTS_TEST(a_clock_that_is_set_in_the_middle_of_a_run_begins_a_day) {
    counts_add(&counts, NULL, card, 0);
    counts_add(&counts, day, card, 1);
    assert_int_equal(step(HOUR_MS), COUNTS_WRITTEN);
    counts_add(&counts, day, card, HOUR_MS);
    counts_add(&counts, NULL, card, HOUR_MS);
    assert_int_equal(step(2 * HOUR_MS), COUNTS_WRITTEN);
    assert_string_equal(csv(), "2026-11-25,card:what-is-dit,2\r\nstart 1,card:what-is-dit,2\r\n");
}

COUNTS_TEST(without_a_store_nothing_is_counted) {
    counts_init(&counts, -1, 0);
    counts_add(&counts, day, card, 0);
    assert_int_equal(counts_deadline_ms(&counts), UINT64_MAX);
}

COUNTS_TEST(what_is_no_name_or_no_day_is_not_counted) {
    counts_add(&counts, day, "=1+1", 0);
    counts_add(&counts, day, "card:", 0);
    counts_add(&counts, "2026-11-25 10:42", card, 0);
    counts_add(&counts, "start 7", "topics", 0);
    assert_int_equal(counts_deadline_ms(&counts), UINT64_MAX);
}
