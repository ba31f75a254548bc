// SPDX-License-Identifier: MIT
// The file of the counts on a disk that fails, is full or loses its power, with something else
// under its name, over years and with more names than there can be cards.
#include "content/limits.h"
#include "content_change.h"
#include "fake_counts.h"

COUNTS_TEST(a_full_disk_keeps_what_is_pending_for_the_next_hour) {
    assert_int_equal(count_one(day, "refer"), COUNTS_WRITTEN);
    struct str before = kept();
    start_at(0);
    counts_add(&counts, day, card, 0);
    for (uint64_t hour = 1; hour < 4; hour++) {
        assert_int_equal(counts_deadline_ms(&counts), hour * HOUR_MS);
        set_disk_room(hour * 20);
        enum counts_news event = step(hour * HOUR_MS);
        set_disk_room(RLIM_INFINITY);
        assert_int_equal(event, COUNTS_FAILED);
        assert_int_equal(step(hour * HOUR_MS + 1), COUNTS_QUIET);
        assert_bytes(kept(), before);
        assert_false(has_kept(COUNTS_FILE ".new"));
    }
    assert_int_equal(step(4 * HOUR_MS), COUNTS_WRITTEN);
    assert_string_equal(csv(), "2026-11-25,card:what-is-dit,1\r\n2026-11-25,refer,1\r\n");
}

COUNTS_TEST(what_a_power_cut_left_half_written_is_in_nobodys_way) {
    assert_int_equal(count_one(day, card), COUNTS_WRITTEN);
    write_kept(COUNTS_FILE ".new", str_from("period,wh"));
    assert_string_equal(csv(), "2026-11-25,card:what-is-dit,1\r\n");
    assert_int_equal(count_one(day, card), COUNTS_WRITTEN);
    assert_false(has_kept(COUNTS_FILE ".new"));
    assert_int_equal(symlinkat("pin", store, COUNTS_FILE ".new"), 0);
    assert_int_equal(count_one(day, card), COUNTS_WRITTEN);
    assert_false(has_kept("pin"));
    assert_string_equal(csv(), "2026-11-25,card:what-is-dit,3\r\n");
}

static const struct change damages[][2] = {
    {{PUT, COUNTS_FILE, "SQLite format 3\0\1\2\n\xff", 20}},
    {{PUT, COUNTS_FILE, "period", 0}, {GROW, COUNTS_FILE, 0, 2000000000}},
    {{PUT, "pin", "secret", 0}, {LINK, COUNTS_FILE, "pin", 0}},
    {{LINK, COUNTS_FILE, COUNTS_FILE, 0}},
    {{PIPE, COUNTS_FILE, 0, 0}},
};

COUNTS_TEST(what_is_no_file_of_counts_gives_way_to_one) {
    struct content_folder folder;
    strcpy(folder.path, store_path);
    for (int i = 0; i < COUNT_OF(damages); i++) {
        change_apply(&folder, &damages[i][0]);
        change_apply(&folder, &damages[i][1]);
        start_at(0);
        counts_add(&counts, NULL, card, 0);
        assert_int_equal(step(HOUR_MS), COUNTS_WRITTEN);
        assert_string_equal(csv(), "start 1,card:what-is-dit,1\r\n");
        unlinkat(store, COUNTS_FILE, 0);
    }
    char text[16];
    read_kept("pin", text, sizeof text);
    assert_string_equal(text, "secret");
}

COUNTS_TEST(damaged_lines_are_left_out_and_the_others_stay) {
    write_kept(COUNTS_FILE, str_from("period,what,opened\r\n2026-11-25,refer,2\r\n2026-11-2\r\n"
                                     "2026-11-25,card:the-ideas,1\r\n2026-11-25,urg"));
    assert_string_equal(csv(), "2026-11-25,card:the-ideas,1\r\n2026-11-25,refer,2\r\n");
    counts_add(&counts, day, "refer", 0);
    assert_int_equal(step(HOUR_MS), COUNTS_WRITTEN);
    assert_string_equal(csv(), "2026-11-25,card:the-ideas,1\r\n2026-11-25,refer,3\r\n");
}

COUNTS_TEST(a_good_file_that_cannot_be_read_now_is_kept) {
    struct rlimit before;
    assert_int_equal(count_one(day, card), COUNTS_WRITTEN);
    start_at(0);
    counts_add(&counts, day, card, 0);
    assert_int_equal(getrlimit(RLIMIT_NOFILE, &before), 0);
    const struct rlimit no_file_more = {0, before.rlim_max};
    assert_int_equal(setrlimit(RLIMIT_NOFILE, &no_file_more), 0);
    enum counts_news event = step(HOUR_MS);
    assert_int_equal(setrlimit(RLIMIT_NOFILE, &before), 0);
    assert_int_equal(event, COUNTS_FAILED);
    assert_int_equal(step(2 * HOUR_MS), COUNTS_WRITTEN);
    assert_string_equal(csv(), "2026-11-25,card:what-is-dit,2\r\n");
}

COUNTS_TEST(the_file_is_these_lines_and_nothing_else) {
    assert_int_equal(count_one(day, "refer"), COUNTS_WRITTEN);
    assert_int_equal(count_one(day, card), COUNTS_WRITTEN);
    assert_int_equal(count_one(day, "refer"), COUNTS_WRITTEN);
    assert_int_equal(count_one(NULL, "urgent-help"), COUNTS_WRITTEN);
    assert_string_equal(kept().at, "period,what,opened\r\n2026-11-25,card:what-is-dit,1\r\n"
                                   "2026-11-25,refer,2\r\nstart 1,urgent-help,1\r\n");
}

COUNTS_TEST(ten_thousand_names_take_the_room_of_one_deck) {
    for (int i = 0; i < 10000; i++) {
        char name[32];
        snprintf(name, sizeof name, "card:number-%d", i);
        counts_add(&counts, day, name, 0);
        counts_add(&counts, day, "card:number-0", 0);
    }
    assert_int_equal(counts.pending.count, LIMIT_COUNT_PENDING);
    assert_true(counts.arena.held_bytes < 512 * 1024);
    assert_int_equal(step(HOUR_MS), COUNTS_WRITTEN);
    assert_non_null(strstr(csv(), "2026-11-25,card:number-0,10001\r\n"));
    assert_null(strstr(csv(), "card:number-1002,"));
}

COUNTS_TEST(a_disk_that_is_full_for_a_year_takes_no_memory) {
    bool has_failed = true;
    set_disk_room(0);
    for (int i = 0; i < 365; i++) {
        const char *period = day_after(i);
        uint64_t now_ms = (uint64_t)(i + 1) * 24 * HOUR_MS;
        counts_add(&counts, period, card, now_ms - 2 * HOUR_MS);
        counts_add(&counts, period, "refer", now_ms - 2 * HOUR_MS);
        has_failed = has_failed && step(now_ms) == COUNTS_FAILED;
    }
    set_disk_room(RLIM_INFINITY);
    assert_true(has_failed);
    assert_true(counts.arena.held_bytes < 256 * 1024);
    assert_int_equal(step(400 * 24 * HOUR_MS), COUNTS_WRITTEN);
    const char *text = csv();
    assert_non_null(strstr(text, day_after(0)));
    assert_non_null(strstr(text, day_after(364)));
}

COUNTS_TEST(many_writes_hold_no_more_memory_than_one) {
    size_t most_bytes = 0;
    for (uint64_t hour = 0; hour < 300; hour++) {
        counts_add(&counts, day, card, hour * HOUR_MS);
        counts_add(&counts, next_day, "refer", hour * HOUR_MS);
        assert_int_equal(step((hour + 1) * HOUR_MS), COUNTS_WRITTEN);
        most_bytes = counts.arena.held_bytes > most_bytes ? counts.arena.held_bytes : most_bytes;
    }
    assert_true(most_bytes <= 16 * 1024);
    assert_string_equal(csv(), "2026-11-25,card:what-is-dit,300\r\n2026-11-26,refer,300\r\n");
}
