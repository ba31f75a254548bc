// SPDX-License-Identifier: MIT
// The file of the counts on a disk that fails, is full or loses its power, with something else
// under its name, over years and with more names than there can be cards; and that it is a plain
// SQLite database and a plain CSV.
#include "content/limits.h"
#include "fake_counts.h"

#include <sqlite3.h>

static bool is_folder_sync_broken;

// In the place of the C library's own: the disk that fails at the very last step.
int fsync(int file) {
    struct stat about;
    return is_folder_sync_broken && fstat(file, &about) == 0 && S_ISDIR(about.st_mode) ? -1 : 0;
}

static void a_full_disk_keeps_what_is_pending_for_the_next_hour(void **state) {
    (void)state;
    assert_int_equal(count_one(day, "refer"), COUNTS_WRITTEN);
    struct str before = kept();
    struct counts counts = start_at(0);
    counts_add(&counts, day, card, 0);
    for (uint64_t hour = 1; hour < 4; hour++) {
        assert_int_equal(counts_deadline_ms(&counts), hour * HOUR_MS);
        set_disk_room(hour * 2000);
        enum counts_news event = counts_step(&counts, hour * HOUR_MS);
        set_disk_room(RLIM_INFINITY);
        assert_int_equal(event, COUNTS_FAILED);
        assert_int_equal(counts_step(&counts, hour * HOUR_MS + 1), COUNTS_QUIET);
        assert_bytes(kept(), before);
        assert_false(has_kept("counts.db.new"));
    }
    assert_int_equal(counts_step(&counts, 4 * HOUR_MS), COUNTS_WRITTEN);
    counts_finish(&counts);
    assert_string_equal(csv(), "2026-11-25,card:what-is-dit,1\r\n2026-11-25,refer,1\r\n");
}

static void a_disk_that_fails_at_the_last_step_counts_nothing_twice(void **state) {
    (void)state;
    struct counts counts = start_at(0);
    counts_add(&counts, NULL, card, 0);
    is_folder_sync_broken = true;
    enum counts_news event = counts_step(&counts, HOUR_MS);
    is_folder_sync_broken = false;
    assert_int_equal(event, COUNTS_WRITTEN);
    counts_add(&counts, NULL, card, HOUR_MS);
    assert_int_equal(counts_step(&counts, 2 * HOUR_MS), COUNTS_WRITTEN);
    counts_finish(&counts);
    assert_string_equal(csv(), "start 1,card:what-is-dit,2\r\n");
}

static void what_a_power_cut_left_half_written_is_in_nobodys_way(void **state) {
    (void)state;
    assert_int_equal(count_one(day, card), COUNTS_WRITTEN);
    write_kept("counts.db.new", str_from("SQLite form"));
    assert_string_equal(csv(), "2026-11-25,card:what-is-dit,1\r\n");
    assert_int_equal(count_one(day, card), COUNTS_WRITTEN);
    assert_false(has_kept("counts.db.new"));
    assert_int_equal(symlinkat("pin", store, "counts.db.new"), 0);
    assert_int_equal(count_one(day, card), COUNTS_WRITTEN);
    assert_false(has_kept("pin"));
    assert_string_equal(csv(), "2026-11-25,card:what-is-dit,3\r\n");
}

static void make_nothing(void) {
    write_kept("counts.db", str_from(""));
}

static void make_text(void) {
    write_kept("counts.db", str_from("period,what,opened\r\n2026-11-25,refer,1\r\n"));
}

static void make_half(void) {
    assert_int_equal(count_one(day, card), COUNTS_WRITTEN);
    struct str whole = kept();
    write_kept("counts.db", (struct str){whole.at, whole.size / 2});
}

static void make_huge(void) {
    write_kept("counts.db", str_from("SQLite format 3"));
    int file = openat(store, "counts.db", O_WRONLY);
    assert_int_equal(ftruncate(file, (off_t)1 << 40), 0);
    close(file);
}

static void make_folder(void) {
    assert_int_equal(mkdirat(store, "counts.db", 0700), 0);
}

static void make_link(void) {
    write_kept("pin", str_from("secret"));
    assert_int_equal(symlinkat("pin", store, "counts.db"), 0);
}

static void make_loop(void) {
    assert_int_equal(symlinkat("counts.db", store, "counts.db"), 0);
}

static void make_pipe(void) {
    assert_int_equal(mkfifoat(store, "counts.db", 0600), 0);
}

static void make_other_database(void) {
    sqlite3 *db;
    assert_int_equal(sqlite3_open(arena_format(&texts, "%s/counts.db", store_path), &db), 0);
    assert_int_equal(sqlite3_exec(db, "CREATE TABLE a (b)", NULL, NULL, NULL), 0);
    sqlite3_close(db);
}

static void (*const damages[])(void) = {
    make_nothing, make_text, make_half, make_huge,           make_folder,
    make_link,    make_loop, make_pipe, make_other_database,
};

static void a_bad_file_is_put_aside_and_counting_starts_afresh(void **state) {
    (void)state;
    for (int i = 0; i < COUNT_OF(damages); i++) {
        struct str unread;
        damages[i]();
        assert_false(counts_csv(&unread, store, &texts));
        assert_true(has_kept("counts.db"));
        assert_int_equal(count_one(NULL, card), COUNTS_RENEWED);
        assert_string_equal(csv(), "start 1,card:what-is-dit,1\r\n");
        assert_true(has_kept("counts.db.damaged"));
        assert_int_equal(count_one(NULL, card), COUNTS_WRITTEN);
        unlinkat(store, "counts.db", 0);
    }
    char text[16];
    read_kept("pin", text, sizeof text);
    assert_string_equal(text, "secret");
}

static void a_bad_file_is_written_again_only_when_there_is_room(void **state) {
    (void)state;
    make_text();
    struct counts counts = start_at(0);
    counts_add(&counts, day, card, 0);
    set_disk_room(0);
    enum counts_news event = counts_step(&counts, HOUR_MS);
    set_disk_room(RLIM_INFINITY);
    assert_int_equal(event, COUNTS_FAILED);
    assert_true(counts_step(&counts, 2 * HOUR_MS) != COUNTS_FAILED);
    counts_finish(&counts);
    assert_string_equal(csv(), "2026-11-25,card:what-is-dit,1\r\n");
}

static void a_good_file_that_cannot_be_read_now_is_not_put_aside(void **state) {
    (void)state;
    struct rlimit before;
    assert_int_equal(count_one(day, card), COUNTS_WRITTEN);
    struct counts counts = start_at(0);
    counts_add(&counts, day, card, 0);
    assert_int_equal(getrlimit(RLIMIT_NOFILE, &before), 0);
    const struct rlimit no_file_more = {0, before.rlim_max};
    assert_int_equal(setrlimit(RLIMIT_NOFILE, &no_file_more), 0);
    enum counts_news event = counts_step(&counts, HOUR_MS);
    assert_int_equal(setrlimit(RLIMIT_NOFILE, &before), 0);
    assert_int_equal(event, COUNTS_FAILED);
    assert_false(has_kept("counts.db.damaged"));
    assert_int_equal(counts_step(&counts, 2 * HOUR_MS), COUNTS_WRITTEN);
    counts_finish(&counts);
    assert_string_equal(csv(), "2026-11-25,card:what-is-dit,2\r\n");
}

static int add_line(void *text, int count, char **values, char **names) {
    (void)names;
    const char **out = text;
    for (int i = 0; i < count; i++) {
        *out = arena_format(&texts, "%s%s%s", *out, values[i], i + 1 < count ? "|" : "\n");
    }
    return 0;
}

static const char *answer(sqlite3 *db, const char *sql) {
    const char *text = "";
    assert_int_equal(sqlite3_exec(db, sql, add_line, (void *)&text, NULL), SQLITE_OK);
    return text;
}

static void the_file_is_a_sqlite_database_with_these_rows_and_nothing_else(void **state) {
    (void)state;
    sqlite3 *db;
    assert_int_equal(count_one(day, "refer"), COUNTS_WRITTEN);
    assert_int_equal(count_one(day, card), COUNTS_WRITTEN);
    assert_int_equal(count_one(day, "refer"), COUNTS_WRITTEN);
    assert_int_equal(count_one(NULL, "urgent-help"), COUNTS_WRITTEN);
    const char *path = arena_format(&texts, "%s/counts.db", store_path);
    assert_int_equal(sqlite3_open_v2(path, &db, SQLITE_OPEN_READONLY, NULL), SQLITE_OK);
    assert_string_equal(answer(db, "PRAGMA integrity_check"), "ok\n");
    assert_string_equal(answer(db, "SELECT type, name FROM sqlite_schema"), "table|counts\n");
    assert_string_equal(answer(db, "SELECT name FROM pragma_table_xinfo('counts')"),
                        "period\nwhat\nopened\n");
    assert_string_equal(answer(db, "SELECT * FROM counts ORDER BY 1, 2"),
                        "2026-11-25|card:what-is-dit|1\n2026-11-25|refer|2\n"
                        "start 1|urgent-help|1\n");
    assert_string_equal(answer(db, "PRAGMA freelist_count"), "0\n");
    sqlite3_close(db);
}

static void a_year_and_more_keeps_the_last_four_hundred_days(void **state) {
    (void)state;
    struct counts counts = start_at(0);
    uint64_t now_ms = 0;
    for (int i = 0; i < LIMIT_COUNT_PERIODS + 3; i++) {
        counts_add(&counts, day_after(i), card, now_ms);
        now_ms += HOUR_MS;
        assert_int_equal(counts_step(&counts, now_ms), COUNTS_WRITTEN);
    }
    counts_finish(&counts);
    const char *text = csv();
    assert_null(strstr(text, day_after(2)));
    assert_string_equal(arena_format(&texts, "%.10s", text), day_after(3));
    assert_non_null(strstr(text, day_after(LIMIT_COUNT_PERIODS + 2)));
}

static void ten_thousand_names_take_the_room_of_one_deck(void **state) {
    (void)state;
    struct counts counts = start_at(0);
    for (int i = 0; i < 10000; i++) {
        char name[32];
        snprintf(name, sizeof name, "card:number-%d", i);
        counts_add(&counts, day, name, 0);
        counts_add(&counts, day, "card:number-0", 0);
    }
    assert_int_equal(counts.pending_count, LIMIT_COUNT_PENDING);
    assert_true(counts.arena.held_bytes < 512 * 1024);
    assert_int_equal(counts_step(&counts, HOUR_MS), COUNTS_WRITTEN);
    counts_finish(&counts);
    assert_non_null(strstr(csv(), "2026-11-25,card:number-0,10001\r\n"));
    assert_null(strstr(csv(), "card:number-1002,"));
}

static void a_disk_that_is_full_for_a_year_takes_no_memory(void **state) {
    (void)state;
    struct counts counts = start_at(0);
    bool has_failed = true;
    set_disk_room(0);
    for (int i = 0; i < 365; i++) {
        const char *period = day_after(i);
        uint64_t now_ms = (uint64_t)(i + 1) * 24 * HOUR_MS;
        counts_add(&counts, period, card, now_ms - 2 * HOUR_MS);
        counts_add(&counts, period, "refer", now_ms - 2 * HOUR_MS);
        has_failed = has_failed && counts_step(&counts, now_ms) == COUNTS_FAILED;
    }
    set_disk_room(RLIM_INFINITY);
    assert_true(has_failed);
    assert_true(counts.arena.held_bytes < 256 * 1024);
    assert_int_equal(counts_step(&counts, 400 * 24 * HOUR_MS), COUNTS_WRITTEN);
    counts_finish(&counts);
    const char *text = csv();
    assert_non_null(strstr(text, day_after(0)));
    assert_non_null(strstr(text, day_after(364)));
}

static void many_writes_hold_no_more_memory_than_one(void **state) {
    (void)state;
    struct counts counts = start_at(0);
    size_t most_bytes = 0;
    for (uint64_t hour = 0; hour < 300; hour++) {
        counts_add(&counts, day, card, hour * HOUR_MS);
        counts_add(&counts, next_day, "refer", hour * HOUR_MS);
        assert_int_equal(counts_step(&counts, (hour + 1) * HOUR_MS), COUNTS_WRITTEN);
        most_bytes = counts.arena.held_bytes > most_bytes ? counts.arena.held_bytes : most_bytes;
    }
    counts_finish(&counts);
    assert_true(most_bytes <= 16 * 1024);
    assert_int_equal(sqlite3_memory_used(), 0);
    assert_string_equal(csv(), "2026-11-25,card:what-is-dit,300\r\n2026-11-26,refer,300\r\n");
}

static void without_a_file_the_csv_is_its_header(void **state) {
    (void)state;
    struct str text;
    assert_true(counts_csv(&text, store, &texts));
    assert_string_equal(text.at, "period,what,opened\r\n");
    assert_false(has_kept("counts.db"));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        IN_STORE(a_full_disk_keeps_what_is_pending_for_the_next_hour),
        IN_STORE(a_disk_that_fails_at_the_last_step_counts_nothing_twice),
        IN_STORE(what_a_power_cut_left_half_written_is_in_nobodys_way),
        IN_STORE(a_bad_file_is_put_aside_and_counting_starts_afresh),
        IN_STORE(a_bad_file_is_written_again_only_when_there_is_room),
        IN_STORE(a_good_file_that_cannot_be_read_now_is_not_put_aside),
        IN_STORE(the_file_is_a_sqlite_database_with_these_rows_and_nothing_else),
        IN_STORE(a_year_and_more_keeps_the_last_four_hundred_days),
        IN_STORE(ten_thousand_names_take_the_room_of_one_deck),
        IN_STORE(a_disk_that_is_full_for_a_year_takes_no_memory),
        IN_STORE(many_writes_hold_no_more_memory_than_one),
        IN_STORE(without_a_file_the_csv_is_its_header),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
