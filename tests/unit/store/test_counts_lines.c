// SPDX-License-Identifier: MIT
// The lines of the file of the counts: that the same counts are the same bytes whatever came first
// and however often they were written, that what is too old is gone from them, that lines which
// somebody else or a bad card wrote are left out, and that none is a formula in any spreadsheet.
#include "base/file.h"
#include "content/limits.h"
#include "fake_counts.h"

#define HEADER "period,what,opened\r\n"

struct row {
    const char *period, *what;
    int opened;
};

static struct row row_of(const char *period, const char *what, int opened) {
    return (struct row){period, what, opened};
}

// A file of these bytes, as the kiosk would write it again.
static struct str written_again(struct str bytes) {
    struct str csv;
    write_kept(COUNTS_FILE, bytes);
    assert_true(counts_csv(&csv, store, &texts));
    return csv;
}

// The bytes of an earlier file with these rows added.
static struct str bytes_of(struct str earlier, const struct row *rows, int count) {
    struct buffer csv = {.arena = &texts};
    buffer_put(&csv, earlier);
    for (int i = 0; i < count; i++) {
        buffer_format(&csv, "%s,%s,%d\r\n", rows[i].period, rows[i].what, rows[i].opened);
    }
    return written_again(buffer_str(&csv));
}

#define LINE(text)                                                                                 \
    { text, sizeof(text) - 1 }

static const struct str none = {HEADER, sizeof HEADER - 1};

COUNTS_TEST(only_a_day_or_a_start_with_a_name_of_the_kiosk_is_a_row) {
    char longest[200] = "card:";
    memset(longest + 5, 'a', LIMIT_CARD_ID_BYTES);
    const struct {
        const char *period, *what;
        int opened;
        bool is_row;
    } cases[] = {
        {"2026-11-25", "card:what-is-dit", 1, true},
        {"start 1", "refer", 1, true},
        {"start 999999999", "urgent-help", LIMIT_COUNT_OPENED, true},
        {"2026-11-25", longest, 1, true},
        {"2026-11-25", "card:-", 1, true},
        {"2026-11-25", "card:", 1, false},
        {"2026-11-25", "card:Über", 1, false},
        {"2026-11-25", "card:a,b", 1, false},
        {"2026-11-25", "card:a\r\nb", 1, false},
        {"2026-11-25", "card:a\"b", 1, false},
        {"2026-11-25", "topics", 1, false},
        {"2026-11-25", "refer ", 1, false},
        {"2026-11-25", "", 1, false},
        {"2026-11-25", "=1+1", 1, false},
        {"2026-11-25", "=HYPERLINK(\"https://a.uk\")", 1, false},
        {"2026-11-25", "+card:a", 1, false},
        {"2026-11-25", "-card:a", 1, false},
        {"2026-11-25", "@card:a", 1, false},
        {"2026-11-25", "\tcard:a", 1, false},
        {"=2026-11-25", "refer", 1, false},
        {"-026-11-25", "refer", 1, false},
        {"2026-11-25T10:4", "refer", 1, false},
        {"2026-11-25 ", "refer", 1, false},
        {"2026-11-2", "refer", 1, false},
        {"2026/11/25", "refer", 1, false},
        {"", "refer", 1, false},
        {"start", "refer", 1, false},
        {"start ", "refer", 1, false},
        {"start 0", "refer", 1, false},
        {"start 01", "refer", 1, false},
        {"start -1", "refer", 1, false},
        {"start 1 ", "refer", 1, false},
        {"2026-11-25", "refer", 0, false},
        {"2026-11-25", "refer", -1, false},
        {"2026-11-25", "refer", LIMIT_COUNT_OPENED + 1, false},
    };
    for (int i = 0; i < COUNT_OF(cases); i++) {
        const struct row row = row_of(cases[i].period, cases[i].what, cases[i].opened);
        if ((bytes_of(none, &row, 1).size > none.size) != cases[i].is_row) {
            fail_msg("“%s”, “%s”", cases[i].period, cases[i].what);
        }
    }
}

COUNTS_TEST(lines_that_the_kiosk_would_not_have_written_are_left_out) {
    static const struct str lines[] = {
        LINE("\r\n"),
        LINE("\n"),
        LINE("2026-11-25,refer,1\n"),
        LINE("2026-11-25,refer,1"),
        LINE("2026-11-25,refer,01\r\n"),
        LINE("2026-11-25,refer,+1\r\n"),
        LINE("2026-11-25,refer, 1\r\n"),
        LINE("2026-11-25,refer,1.5\r\n"),
        LINE("2026-11-25,refer,4294967297\r\n"),
        LINE("2026-11-25,refer,99999999999999999999\r\n"),
        LINE("2026-11-25,refer,\r\n"),
        LINE("2026-11-25,refer\r\n"),
        LINE("2026-11-25,refer,1,1\r\n"),
        LINE("2026-11-25;refer;1\r\n"),
        LINE("\"2026-11-25\",refer,1\r\n"),
        LINE("2026-11-25,=1+1,1\r\n"),
        LINE("2026-11-25,re\0er,1\r\n"),
        LINE("start 1000000000,refer,1\r\n"),
        LINE("SQLite format 3\0\r\n"),
    };
    const char good[] = "2026-11-25,refer,7\r\n";
    for (int i = 0; i < COUNT_OF(lines); i++) {
        struct buffer csv = {.arena = &texts};
        buffer_text(&csv, HEADER);
        buffer_text(&csv, good);
        buffer_put(&csv, lines[i]);
        assert_string_equal(written_again(buffer_str(&csv)).at,
                            arena_format(&texts, HEADER "%s", good));
    }
}

COUNTS_TEST(a_line_of_any_length_is_left_out) {
    char *long_line = arena_alloc(&texts, 100000);
    memset(long_line, 'a', 100000);
    long_line[99999] = '\n';
    write_kept(COUNTS_FILE, (struct str){long_line, 100000});
    counts_add(&counts, day, card, 0);
    assert_int_equal(step(HOUR_MS), COUNTS_WRITTEN);
    assert_string_equal(csv(), "2026-11-25,card:what-is-dit,1\r\n");
}

// What is taken is lines that the kiosk itself could have written.
COUNTS_TEST(a_bit_that_falls_over_leaves_good_rows) {
    struct row rows[150];
    for (int i = 0; i < COUNT_OF(rows); i++) {
        rows[i] = row_of(day_after(i / 10), arena_format(&texts, "card:no-%d", i % 10), 1);
    }
    struct str good = bytes_of(none, rows, COUNT_OF(rows));
    char *bytes = arena_text(&texts, good);
    int lost_count = 0;
    for (size_t at = 0; at < good.size; at += 3) {
        bytes[at] = (char)(good.at[at] ^ 1 << at % 8);
        struct str left = written_again((struct str){bytes, good.size});
        bytes[at] = good.at[at];
        int lines = 0;
        for (size_t i = 0; i < left.size; i++) {
            lines += left.at[i] == '\n';
        }
        assert_true(lines >= COUNT_OF(rows) - 2);
        lost_count += lines < COUNT_OF(rows) + 1;
        assert_bytes(written_again(left), left);
    }
    assert_true(lost_count > 300);
}

static uint32_t next_random(uint32_t *seed) {
    *seed = *seed * 1664525 + 1013904223;
    return *seed >> 8;
}

enum { SHUFFLED = 3000 };

static struct row rows_of_two_years[SHUFFLED];

static void fill(void) {
    for (int i = 0; i < SHUFFLED; i++) {
        const char *period =
            arena_format(&texts, "2026-%02d-%02d", i / 50 / 28 + 1, i / 50 % 28 + 1);
        rows_of_two_years[i] =
            row_of(period, arena_format(&texts, "card:the-card-number-%d", i % 50), i % 7 + 1);
    }
}

static void shuffle(uint32_t *seed) {
    for (int i = SHUFFLED - 1; i > 0; i--) {
        int other = (int)(next_random(seed) % (uint32_t)(i + 1));
        struct row kept = rows_of_two_years[i];
        rows_of_two_years[i] = rows_of_two_years[other];
        rows_of_two_years[other] = kept;
    }
}

COUNTS_TEST(in_whatever_order_and_pieces_they_came_the_same_counts_are_the_same_bytes) {
    uint32_t seed = 1;
    fill();
    struct str first = bytes_of(none, rows_of_two_years, SHUFFLED);
    for (int at_once = SHUFFLED; at_once >= 250; at_once /= 2) {
        struct str bytes = none;
        shuffle(&seed);
        for (int done = 0; done < SHUFFLED; done += at_once) {
            int count = SHUFFLED - done < at_once ? SHUFFLED - done : at_once;
            bytes = bytes_of(bytes, rows_of_two_years + done, count);
        }
        assert_bytes(bytes, first);
    }
}

COUNTS_TEST(one_and_one_are_the_bytes_of_two) {
    const struct row one = row_of(day, "refer", 1), two = row_of(day, "refer", 2);
    assert_bytes(bytes_of(bytes_of(none, &one, 1), &one, 1), bytes_of(none, &two, 1));
}

COUNTS_TEST(what_is_too_old_is_nowhere_in_the_bytes) {
    const struct row old[] = {row_of("1999-01-01", "card:long-gone", 5),
                              row_of("start 9", "card:gone-too", 5)};
    struct row rows[2 * LIMIT_COUNT_PERIODS];
    for (int i = 0; i < LIMIT_COUNT_PERIODS; i++) {
        rows[2 * i] = row_of(day_after(i), "refer", 1);
        rows[2 * i + 1] = row_of(arena_format(&texts, "start %d", 10 + i), "refer", 1);
    }
    struct str bytes = bytes_of(bytes_of(none, old, 2), rows, COUNT_OF(rows) - 2);
    assert_non_null(strstr(bytes.at, "long-gone"));
    assert_non_null(strstr(bytes.at, "gone-too"));
    bytes = bytes_of(bytes, rows + COUNT_OF(rows) - 2, 2);
    assert_bytes(bytes, bytes_of(none, rows, COUNT_OF(rows)));
    assert_null(strstr(bytes.at, "gone"));
}

// A clock that fails leaves the year of days that came before it, and the other way round.
COUNTS_TEST(days_and_starts_do_not_push_each_other_out) {
    const struct row row = row_of(day, "refer", 1);
    struct str bytes = bytes_of(none, &row, 1);
    for (int i = 1; i <= 2 * LIMIT_COUNT_PERIODS; i++) {
        const struct row start = row_of(arena_format(&texts, "start %d", i), "refer", 1);
        bytes = bytes_of(bytes, &start, 1);
    }
    assert_non_null(strstr(bytes.at, "2026-11-25,refer,1\r\n"));
    assert_null(strstr(bytes.at, "start 400,"));
    assert_non_null(strstr(bytes.at, "start 401,"));
    assert_non_null(strstr(bytes.at, "start 800,"));
}

COUNTS_TEST(a_thousand_names_a_day_leave_fewer_days_and_are_read_back) {
    enum { NAMES = 1000, PERIODS = LIMIT_COUNT_ROWS / NAMES + 2 };
    static struct row rows[PERIODS * NAMES * 2];
    for (int i = 0; i < PERIODS * NAMES; i++) {
        const char *name = arena_format(&texts, "card:%0*d", LIMIT_CARD_ID_BYTES, i % NAMES);
        const char *start = arena_format(&texts, "start %d", 999999900 + i / NAMES);
        rows[2 * i] = row_of(day_after(i / NAMES), name, LIMIT_COUNT_OPENED);
        rows[2 * i + 1] = row_of(start, name, LIMIT_COUNT_OPENED);
    }
    struct str bytes = bytes_of(none, rows, COUNT_OF(rows));
    assert_true(bytes.size <= LIMIT_COUNTS_BYTES / 2);
    assert_bytes(bytes_of(bytes, NULL, 0), bytes);
    assert_null(strstr(bytes.at, day_after(1)));
    assert_non_null(strstr(bytes.at, day_after(2)));
    assert_non_null(strstr(bytes.at, day_after(PERIODS - 1)));
    assert_null(strstr(bytes.at, "start 999999901,"));
    assert_non_null(strstr(bytes.at, "start 999999902,"));
    assert_non_null(strstr(bytes.at, "start 999999909,"));
}

COUNTS_TEST(a_count_stays_at_its_limit) {
    const struct row most = row_of(day, "refer", LIMIT_COUNT_OPENED);
    struct str bytes = bytes_of(none, &most, 1);
    assert_bytes(bytes_of(bytes, &most, 1), bytes);
}

COUNTS_TEST(days_come_before_starts_and_ten_after_nine) {
    const struct row rows[] = {
        row_of("start 10", "refer", 1),      row_of("2026-11-26", "urgent-help", 2),
        row_of("start 9", "refer", 3),       row_of("start 1000", "card:what-is-dit", 4),
        row_of("2026-11-26", "card:b", 100), row_of("2026-11-25", "refer", 5),
    };
    assert_string_equal(bytes_of(none, rows, COUNT_OF(rows)).at,
                        HEADER "2026-11-25,refer,5\r\n"
                               "2026-11-26,card:b,100\r\n"
                               "2026-11-26,urgent-help,2\r\n"
                               "start 9,refer,3\r\n"
                               "start 10,refer,1\r\n"
                               "start 1000,card:what-is-dit,4\r\n");
    assert_string_equal(bytes_of(none, NULL, 0).at, HEADER);
}

COUNTS_TEST(the_next_start_is_one_above_the_highest) {
    static const struct {
        const char *csv;
        int next;
    } cases[] = {
        {HEADER, 1},
        {HEADER "start 9,refer,1\r\n2026-11-25,refer,1\r\n", 10},
        {HEADER "start 10,refer,1\r\nstart 9,refer,1\r\n", 11},
        {HEADER "start 999999999,refer,1\r\n", 1}, // somebody else's: no number has more digits
    };
    for (int i = 0; i < COUNT_OF(cases); i++) {
        write_kept(COUNTS_FILE, str_from(cases[i].csv));
        assert_int_equal(count_one(NULL, "urgent-help"), COUNTS_WRITTEN);
        assert_non_null(
            strstr(csv(), arena_format(&texts, "start %d,urgent-help,1\r\n", cases[i].next)));
    }
}

// Excel takes it for the letters of its own country, and what stands in quotes for one field.
COUNTS_TEST(on_a_stick_the_file_says_in_plain_letters_what_it_is) {
    struct str ini;
    struct staff_words words;
    struct findings findings = {.arena = &texts};
    const struct file_source source = {FILE_FROM_HERE, DIT_SOURCE_DIR "/assets/staff.ini", 100000};
    assert_int_equal(file_load(&ini, &source, &texts), FILE_OK);
    staff_words_load(&words, ini, "staff.ini", &findings);
    const char *text = counts_explained(none, &words, &texts).at, *line = text;
    for (; *line == '"'; line = strchr(line, '\n') + 1) {
        assert_ptr_equal(line + 1 + strcspn(line + 1, "\""), strstr(line, "\"\r\n"));
    }
    assert_string_equal(line, "\r\n" HEADER);
    for (const char *at = text; *at; at++) {
        assert_true((unsigned char)*at < 0x7F);
    }
    assert_non_null(strstr(text, "Nothing here is about a person"));
    assert_non_null(strstr(text, "\"period: the day"));
    assert_non_null(strstr(text, "\"what: card"));
    assert_non_null(strstr(text, "\"opened: how often"));
}
