// SPDX-License-Identifier: MIT
// The bytes of the counts: that the same counts are the same bytes whatever came first and however
// often they were written, that what is too old is gone from them, and that their CSV is the same
// rows and no formula in any spreadsheet.
#include "content/limits.h"
#include "fake_ledger.h"

static void only_a_day_or_a_start_with_a_name_of_the_kiosk_is_a_row(void **state) {
    (void)state;
    char longest[200] = "card:", over[200] = "card:";
    memset(longest + 5, 'a', LIMIT_CARD_ID_BYTES);
    memset(over + 5, 'a', LIMIT_CARD_ID_BYTES + 1);
    const struct {
        struct ledger_row row;
        bool is_row;
    } cases[] = {
        {{"2026-11-25", "card:what-is-dit", 1}, true},
        {{"start 1", "refer", 1}, true},
        {{"start 999999999", "urgent-help", LIMIT_COUNT_OPENED}, true},
        {{"2026-11-25", longest, 1}, true},
        {{"2026-11-25", "card:-", 1}, true},
        {{"2026-11-25", over, 1}, false},
        {{"2026-11-25", "card:", 1}, false},
        {{"2026-11-25", "card:Über", 1}, false},
        {{"2026-11-25", "card:a,b", 1}, false},
        {{"2026-11-25", "card:a\r\nb", 1}, false},
        {{"2026-11-25", "card:a\"b", 1}, false},
        {{"2026-11-25", "topics", 1}, false},
        {{"2026-11-25", "refer ", 1}, false},
        {{"2026-11-25", "", 1}, false},
        {{"2026-11-25", "=1+1", 1}, false},
        {{"2026-11-25", "=HYPERLINK(\"https://a.uk\")", 1}, false},
        {{"2026-11-25", "+card:a", 1}, false},
        {{"2026-11-25", "-card:a", 1}, false},
        {{"2026-11-25", "@card:a", 1}, false},
        {{"2026-11-25", "\tcard:a", 1}, false},
        {{"=2026-11-25", "refer", 1}, false},
        {{"-026-11-25", "refer", 1}, false},
        {{"2026-11-25T10:42", "refer", 1}, false},
        {{"2026-11-25 ", "refer", 1}, false},
        {{"2026-11-2", "refer", 1}, false},
        {{"2026/11/25", "refer", 1}, false},
        {{"", "refer", 1}, false},
        {{"start", "refer", 1}, false},
        {{"start ", "refer", 1}, false},
        {{"start 0", "refer", 1}, false},
        {{"start 01", "refer", 1}, false},
        {{"start -1", "refer", 1}, false},
        {{"start 1000000000", "refer", 1}, false},
        {{"start 1 ", "refer", 1}, false},
        {{"2026-11-25", "refer", 0}, false},
        {{"2026-11-25", "refer", -1}, false},
        {{"2026-11-25", "refer", LIMIT_COUNT_OPENED + 1}, false},
    };
    for (int i = 0; i < COUNT_OF(cases); i++) {
        if (ledger_is_row(&cases[i].row) != cases[i].is_row) {
            fail_msg("“%s”, “%s”", cases[i].row.period, cases[i].row.what);
        }
    }
}

static uint32_t next_random(uint32_t *seed) {
    *seed = *seed * 1664525 + 1013904223;
    return *seed >> 8;
}

enum { SHUFFLED = 3000 };

// Days of two years, fifty cards: pages are split many times over.
static void fill(struct ledger_row *rows) {
    for (int i = 0; i < SHUFFLED; i++) {
        rows[i] = (struct ledger_row){
            arena_format(&texts, "2026-%02d-%02d", i / 50 / 28 + 1, i / 50 % 28 + 1),
            arena_format(&texts, "card:the-card-number-%d", i % 50), i % 7 + 1};
    }
}

static void shuffle(struct ledger_row *rows, uint32_t *seed) {
    for (int i = SHUFFLED - 1; i > 0; i--) {
        int other = (int)(next_random(seed) % (uint32_t)(i + 1));
        struct ledger_row kept = rows[i];
        rows[i] = rows[other];
        rows[other] = kept;
    }
}

static void in_whatever_order_they_came_the_same_counts_are_the_same_bytes(void **state) {
    (void)state;
    static struct ledger_row rows[SHUFFLED];
    uint32_t seed = 1;
    fill(rows);
    struct str first = bytes_of((struct str){NULL, 0}, rows, SHUFFLED);
    assert_true(first.size > 20 * 4096);
    for (int round = 0; round < 5; round++) {
        shuffle(rows, &seed);
        assert_bytes(bytes_of((struct str){NULL, 0}, rows, SHUFFLED), first);
    }
}

static void over_however_many_writes_the_same_counts_are_the_same_bytes(void **state) {
    (void)state;
    static struct ledger_row rows[SHUFFLED];
    uint32_t seed = 2;
    fill(rows);
    struct str first = bytes_of((struct str){NULL, 0}, rows, SHUFFLED);
    for (int at_once = 250; at_once <= SHUFFLED; at_once += at_once) {
        shuffle(rows, &seed);
        struct str bytes = {NULL, 0};
        for (int done = 0; done < SHUFFLED; done += at_once) {
            int count = SHUFFLED - done < at_once ? SHUFFLED - done : at_once;
            bytes = bytes_of(bytes, rows + done, count);
        }
        assert_bytes(bytes, first);
    }
    for (int again = 0; again < 5; again++) {
        assert_bytes(bytes_of(first, NULL, 0), first);
    }
}

static void one_and_one_are_the_bytes_of_two(void **state) {
    (void)state;
    static const struct ledger_row one = {"2026-11-25", "refer", 1};
    static const struct ledger_row two = {"2026-11-25", "refer", 2};
    struct str once = bytes_of((struct str){NULL, 0}, &one, 1);
    assert_bytes(bytes_of(once, &one, 1), bytes_of((struct str){NULL, 0}, &two, 1));
}

static uint32_t big_endian(struct str bytes, int at) {
    const unsigned char *b = (const unsigned char *)bytes.at + at;
    return (uint32_t)b[0] << 24 | (uint32_t)b[1] << 16 | (uint32_t)b[2] << 8 | b[3];
}

// Where the fields stand: "Database File Format", section 1.3, sqlite.org/fileformat2.html
static void the_header_counts_no_changes(void **state) {
    (void)state;
    static const struct ledger_row row = {"2026-11-25", "refer", 1};
    static const int zeros[] = {24, 36, 60, 68, 92, 96};
    struct str bytes = {NULL, 0};
    for (int i = 0; i < 20; i++) {
        bytes = bytes_of(bytes, &row, 1);
    }
    for (int i = 0; i < COUNT_OF(zeros); i++) {
        assert_int_equal(big_endian(bytes, zeros[i]), 0);
    }
    assert_int_equal(big_endian(bytes, 28) * 4096, bytes.size);
    assert_int_equal(big_endian(bytes, 40), 1);
}

static void what_is_too_old_is_nowhere_in_the_bytes(void **state) {
    (void)state;
    const struct ledger_row old = {"1999-01-01", "card:long-gone", 5};
    const struct ledger_row old_start = {"start 9", "card:gone-too", 5};
    struct str bytes = bytes_of((struct str){NULL, 0}, &old, 1);
    bytes = bytes_of(bytes, &old_start, 1);
    struct ledger_row rows[2 * LIMIT_COUNT_PERIODS];
    for (int i = 0; i < LIMIT_COUNT_PERIODS; i++) {
        rows[2 * i] = (struct ledger_row){day_after(i), "refer", 1};
        rows[2 * i + 1] = (struct ledger_row){arena_format(&texts, "start %d", 10 + i), "refer", 1};
    }
    bytes = bytes_of(bytes, rows, COUNT_OF(rows) - 2);
    assert_non_null(memmem(bytes.at, bytes.size, "long-gone", 9));
    assert_non_null(memmem(bytes.at, bytes.size, "gone-too", 8));
    bytes = bytes_of(bytes, rows + COUNT_OF(rows) - 2, 2);
    assert_null(memmem(bytes.at, bytes.size, "long-gone", 9));
    assert_null(memmem(bytes.at, bytes.size, "gone-too", 8));
    assert_null(memmem(bytes.at, bytes.size, "1999", 4));
    assert_bytes(bytes, bytes_of((struct str){NULL, 0}, rows, COUNT_OF(rows)));
}

// A clock that fails leaves the year of days that came before it, and the other way round.
static void days_and_starts_do_not_push_each_other_out(void **state) {
    (void)state;
    const struct ledger_row row = {"2026-11-25", "refer", 1};
    struct str bytes = bytes_of((struct str){NULL, 0}, &row, 1);
    for (int i = 1; i <= 2 * LIMIT_COUNT_PERIODS; i += LIMIT_COUNT_PERIODS / 2) {
        struct ledger_row starts[LIMIT_COUNT_PERIODS / 2];
        for (int j = 0; j < COUNT_OF(starts); j++) {
            starts[j] = (struct ledger_row){arena_format(&texts, "start %d", i + j), "refer", 1};
        }
        bytes = bytes_of(bytes, starts, COUNT_OF(starts));
    }
    const char *csv = csv_of(bytes);
    assert_non_null(strstr(csv, "2026-11-25,refer,1\r\n"));
    assert_null(strstr(csv, "start 400,"));
    assert_non_null(strstr(csv, "start 401,"));
    assert_non_null(strstr(csv, "start 800,"));
}

static void a_thousand_names_a_day_leave_fewer_days_and_are_read_back(void **state) {
    (void)state;
    enum { NAMES = 1000, PERIODS = LIMIT_COUNT_ROWS / NAMES + 2 };
    static struct ledger_row rows[PERIODS * NAMES * 2];
    for (int i = 0; i < PERIODS * NAMES; i++) {
        const char *name = arena_format(&texts, "card:%0*d", LIMIT_CARD_ID_BYTES, i % NAMES);
        const char *start = arena_format(&texts, "start %d", 999999900 + i / NAMES);
        rows[2 * i] = (struct ledger_row){day_after(i / NAMES), name, LIMIT_COUNT_OPENED};
        rows[2 * i + 1] = (struct ledger_row){start, name, LIMIT_COUNT_OPENED};
    }
    struct str bytes = bytes_of((struct str){NULL, 0}, rows, COUNT_OF(rows));
    assert_true(bytes.size <= LIMIT_COUNTS_BYTES / 2);
    const char *csv = csv_of(bytes);
    assert_null(strstr(csv, day_after(1)));
    assert_non_null(strstr(csv, day_after(2)));
    assert_non_null(strstr(csv, day_after(PERIODS - 1)));
    assert_null(strstr(csv, "start 999999901,"));
    assert_non_null(strstr(csv, "start 999999902,"));
    assert_non_null(strstr(csv, "start 999999909,"));
}

static void a_count_stays_at_its_limit(void **state) {
    (void)state;
    static const struct ledger_row most = {"2026-11-25", "refer", LIMIT_COUNT_OPENED};
    struct str bytes = bytes_of((struct str){NULL, 0}, &most, 1);
    assert_bytes(bytes_of(bytes, &most, 1), bytes);
}

static void the_csv_has_days_before_starts_and_ten_after_nine(void **state) {
    (void)state;
    static const struct ledger_row rows[] = {
        {"start 10", "refer", 1},      {"2026-11-26", "urgent-help", 2},
        {"start 9", "refer", 3},       {"start 1000", "card:what-is-dit", 4},
        {"2026-11-26", "card:b", 100}, {"2026-11-25", "refer", 5},
    };
    struct str bytes = bytes_of((struct str){NULL, 0}, rows, COUNT_OF(rows));
    assert_string_equal(csv_of(bytes), "period,what,opened\r\n"
                                       "2026-11-25,refer,5\r\n"
                                       "2026-11-26,card:b,100\r\n"
                                       "2026-11-26,urgent-help,2\r\n"
                                       "start 9,refer,3\r\n"
                                       "start 10,refer,1\r\n"
                                       "start 1000,card:what-is-dit,4\r\n");
    assert_string_equal(csv_of(bytes_of((struct str){NULL, 0}, NULL, 0)), "period,what,opened\r\n");
}

// Read as RFC 4180 says, the lines are the rows: put into a ledger, they are the same bytes.
static void a_ledger_made_from_the_csv_is_the_same(void **state) {
    (void)state;
    static struct ledger_row rows[SHUFFLED];
    fill(rows);
    struct str bytes = bytes_of((struct str){NULL, 0}, rows, SHUFFLED);
    char *csv = arena_text(&texts, str_from(csv_of(bytes)));
    int count = 0;
    for (char *line = strstr(csv, "\r\n") + 2; *line; count++) {
        char *what = strchr(line, ',');
        char *opened = strchr(what + 1, ',');
        char *end = strstr(opened, "\r\n");
        *what = *opened = *end = '\0';
        rows[count] = (struct ledger_row){line, what + 1, (int)strtol(opened + 1, NULL, 10)};
        line = end + 2;
    }
    assert_int_equal(count, SHUFFLED);
    assert_bytes(bytes_of((struct str){NULL, 0}, rows, count), bytes);
}

static void the_last_start_is_the_highest_number(void **state) {
    (void)state;
    static const struct ledger_row rows[] = {
        {"start 9", "refer", 1}, {"start 10", "refer", 1}, {"2026-11-25", "refer", 1}};
    for (int count = 0; count <= COUNT_OF(rows); count++) {
        static const int last[] = {0, 9, 10, 10};
        struct ledger ledger;
        int start = -1;
        struct str bytes = bytes_of((struct str){NULL, 0}, rows, count);
        assert_int_equal(ledger_open(&ledger, bytes), LEDGER_OK);
        assert_true(ledger_find_last_start(&ledger, &start));
        assert_int_equal(start, last[count]);
        ledger_close(&ledger);
    }
}

#define TEST(name) cmocka_unit_test_teardown(name, forget)

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(only_a_day_or_a_start_with_a_name_of_the_kiosk_is_a_row),
        TEST(in_whatever_order_they_came_the_same_counts_are_the_same_bytes),
        TEST(over_however_many_writes_the_same_counts_are_the_same_bytes),
        TEST(one_and_one_are_the_bytes_of_two),
        TEST(the_header_counts_no_changes),
        TEST(what_is_too_old_is_nowhere_in_the_bytes),
        TEST(days_and_starts_do_not_push_each_other_out),
        TEST(a_thousand_names_a_day_leave_fewer_days_and_are_read_back),
        TEST(a_count_stays_at_its_limit),
        TEST(the_csv_has_days_before_starts_and_ten_after_nine),
        TEST(a_ledger_made_from_the_csv_is_the_same),
        TEST(the_last_start_is_the_highest_number),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
