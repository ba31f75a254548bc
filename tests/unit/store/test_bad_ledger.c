// SPDX-License-Identifier: MIT
// Bytes of counts that somebody else wrote, or that a bad card changed: they are taken whole, where
// they are what the kiosk itself could have written, or refused whole.
#include "fake_ledger.h"

#include <sqlite3.h>

#define TABLE                                                                                      \
    "CREATE TABLE counts (period TEXT NOT NULL, what TEXT NOT NULL, opened INTEGER NOT NULL, "     \
    "PRIMARY KEY (period, what)) WITHOUT ROWID; "

static struct str bytes_of_sql(const char *sql) {
    sqlite3 *db;
    char *trouble = NULL;
    assert_int_equal(sqlite3_open(":memory:", &db), SQLITE_OK);
    sqlite3_exec(db, sql, NULL, NULL, &trouble);
    assert_null(trouble);
    sqlite3_int64 size;
    unsigned char *at = sqlite3_serialize(db, "main", &size, 0);
    struct str bytes = {arena_text(&texts, (struct str){(const char *)at, (size_t)size}),
                        (size_t)size};
    sqlite3_free(at);
    sqlite3_close(db);
    return bytes;
}

static void a_database_of_the_same_form_is_taken_whoever_wrote_it(void **state) {
    (void)state;
    static const struct ledger_row rows[] = {{"2026-11-25", "refer", 7}, {"start 3", "refer", 1}};
    static const char values[] = "INSERT INTO counts VALUES "
                                 "('start 3', 'refer', 1), ('2026-11-25', 'refer', 7);";
    struct str ours = bytes_of((struct str){NULL, 0}, rows, COUNT_OF(rows));
    const char *const others[] = {
        arena_format(&texts, TABLE "%s", values),
        arena_format(&texts, "PRAGMA page_size = 512; " TABLE "%s", values),
        arena_format(&texts, "PRAGMA encoding = 'UTF-16le'; " TABLE "%s", values),
        arena_format(&texts, "PRAGMA auto_vacuum = 1; PRAGMA user_version = 7; " TABLE "%s",
                     values),
    };
    for (int i = 0; i < COUNT_OF(others); i++) {
        assert_bytes(bytes_of(bytes_of_sql(others[i]), NULL, 0), ours);
    }
}

#define ROW(values) TABLE "INSERT INTO counts VALUES (" values ")"

static void other_peoples_databases_are_refused(void **state) {
    (void)state;
    static const char *const sqls[] = {
        "CREATE TABLE other (a)",
        "CREATE TABLE counts (period TEXT, what TEXT, opened INTEGER)",
        TABLE "CREATE TABLE other (a)",
        TABLE "CREATE INDEX faster ON counts (opened)",
        TABLE "CREATE TRIGGER t AFTER INSERT ON counts BEGIN DELETE FROM counts; END",
        TABLE "CREATE VIEW v AS SELECT 1",
        "CREATE VIEW counts AS WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r) "
        "SELECT '2026-11-25' AS period, 'refer' AS what, n AS opened FROM r",
        "CREATE TABLE counts (period TEXT NOT NULL, what TEXT NOT NULL, opened INTEGER NOT NULL, "
        "PRIMARY KEY (period, what), CHECK (opened < 5)) WITHOUT ROWID",
        ROW("'2026-11-25', 'refer', 0"),
        ROW("'2026-11-25', 'refer', -1"),
        ROW("'2026-11-25', 'refer', 1000001"),
        ROW("'2026-11-25', 'refer', 4294967297"),
        ROW("'2026-11-25', 'refer', 9223372036854775807"),
        ROW("'2026-11-25', 'refer', 1.5"),
        ROW("'2026-11-25', 'refer', 'many'"),
        ROW("'2026-11-25', 'refer', x'01'"),
        ROW("'2026-11-25', '=cmd|''/C calc''!A0', 1"),
        ROW("'=1+1', 'refer', 1"),
        ROW("'2026-11-25', 'refer' || char(0) || '=1+1', 1"),
        ROW("'2026-11-25', x'7265666572', 1"),
        ROW("x'323032362d31312d3235', 'refer', 1"),
        ROW("'2026-11-25', 'card:' || hex(zeroblob(100000)), 1"),
        ROW("'2026-11-25 10:42', 'refer', 1"),
        TABLE "INSERT INTO counts VALUES ('2026-11-25', 'refer', 1), ('2026-11-26', 'x', 1)",
    };
    for (int i = 0; i < COUNT_OF(sqls); i++) {
        struct ledger ledger;
        if (ledger_open(&ledger, bytes_of_sql(sqls[i])) != LEDGER_DAMAGED) {
            fail_msg("taken: %s", sqls[i]);
        }
        ledger_close(&ledger);
    }
}

static void what_is_no_database_is_refused(void **state) {
    (void)state;
    static char zeros[3 * 4096];
    static const struct ledger_row row = {"2026-11-25", "refer", 1};
    struct str good = bytes_of((struct str){NULL, 0}, &row, 1);
    char *wal = arena_text(&texts, good);
    wal[18] = wal[19] = 2; // a log beside the file, which nobody may look for
    const struct str cases[] = {
        {"", 0},
        {"\n", 1},
        {"SQLite format 3", 16},
        {"period,what,opened\r\n2026-11-25,refer,1\r\n", 40},
        {zeros, sizeof zeros},
        {good.at, 100},
        {good.at, 4096},
        {good.at, good.size - 1},
        {good.at + 1, good.size - 1},
        {wal, good.size},
    };
    for (int i = 0; i < COUNT_OF(cases); i++) {
        struct ledger ledger;
        assert_int_equal(ledger_open(&ledger, cases[i]), LEDGER_DAMAGED);
        ledger_close(&ledger);
    }
}

// Each row of that page would else be counted twice, and be good. Section 1.6 of the file format:
// the cells of an inner page begin with the number of the page below.
static void a_page_that_stands_there_twice_is_noticed(void **state) {
    (void)state;
    struct ledger_row rows[1000];
    for (int i = 0; i < COUNT_OF(rows); i++) {
        rows[i] =
            (struct ledger_row){day_after(i / 10), arena_format(&texts, "card:no-%d", i % 10), 1};
    }
    struct str good = bytes_of((struct str){NULL, 0}, rows, COUNT_OF(rows));
    unsigned char *root = (unsigned char *)arena_text(&texts, good) + 4096;
    assert_int_equal(root[0], 2);
    const unsigned char *cells = root + 12;
    memcpy(root + (cells[0] << 8 | cells[1]), root + (cells[2] << 8 | cells[3]), 4);
    struct ledger ledger;
    const struct str bytes = {(const char *)root - 4096, good.size};
    assert_int_equal(ledger_open(&ledger, bytes), LEDGER_DAMAGED);
    ledger_close(&ledger);
}

// Either it is noticed, or what is taken is rows that the kiosk itself could have written.
static void a_bit_that_falls_over_is_noticed_or_leaves_good_rows(void **state) {
    (void)state;
    struct ledger_row rows[150];
    for (int i = 0; i < COUNT_OF(rows); i++) {
        rows[i] =
            (struct ledger_row){day_after(i / 10), arena_format(&texts, "card:no-%d", i % 10), 1};
    }
    struct str good = bytes_of((struct str){NULL, 0}, rows, COUNT_OF(rows));
    int damaged_count = 0;
    char *bytes = arena_text(&texts, good);
    for (size_t at = 0; at < good.size; at += 3) {
        struct ledger ledger;
        struct arena work = {0};
        struct str csv;
        bytes[at] = (char)(good.at[at] ^ 1 << at % 8);
        enum ledger_fault fault = ledger_open(&ledger, (struct str){bytes, good.size});
        assert_int_not_equal(fault, LEDGER_FAILED);
        damaged_count += fault == LEDGER_DAMAGED;
        assert_true(fault == LEDGER_DAMAGED || ledger_csv(&ledger, &csv, &work));
        ledger_close(&ledger);
        arena_finish(&work);
        bytes[at] = good.at[at];
    }
    assert_true(damaged_count > 300);
}

#define TEST(name) cmocka_unit_test_teardown(name, forget)

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(a_database_of_the_same_form_is_taken_whoever_wrote_it),
        TEST(other_peoples_databases_are_refused),
        TEST(what_is_no_database_is_refused),
        TEST(a_page_that_stands_there_twice_is_noticed),
        TEST(a_bit_that_falls_over_is_noticed_or_leaves_good_rows),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
