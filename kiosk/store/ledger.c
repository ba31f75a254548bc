// SPDX-License-Identifier: MIT
// Three databases, all in memory. What comes in is opened apart, with everything switched off that
// a file can make SQLite do, and only its checked rows leave it. They are summed up in `main`. What
// goes out is copied to `fresh` in the order of the key: a table that was filled any other way
// would show in its pages what came first. Adding takes half the time in one transaction.
#include "store/ledger.h"

#include <sqlite3.h>
#include <stdio.h>
#include <string.h>

#include "content/limits.h"

// The statement that SQLite keeps, whatever database the table is made in.
#define COLUMNS                                                                                    \
    "counts (period TEXT NOT NULL, what TEXT NOT NULL, opened INTEGER NOT NULL, "                  \
    "PRIMARY KEY (period, what)) WITHOUT ROWID"

static const char open_sql[] = "PRAGMA temp_store = MEMORY; CREATE TABLE main." COLUMNS "; BEGIN";

static const char add_sql[] = "INSERT INTO main.counts VALUES (?1, ?2, ?3) ON CONFLICT DO UPDATE "
                              "SET opened = min(opened + excluded.opened, ?4)";

// Days are as old as other days, starts as other starts; nobody knows how old a start is to a day.
static const char prune_sql[] =
    "DELETE FROM main.counts WHERE period IN (SELECT period FROM ("
    "SELECT period, row_number() OVER newest AS nth, sum(count(*)) OVER newest AS row_count "
    "FROM main.counts GROUP BY period WINDOW newest AS "
    "(PARTITION BY period >= 's' ORDER BY length(period) DESC, period DESC)) "
    "WHERE nth > ?1 OR row_count > ?2)";

static const char write_sql[] =
    "COMMIT; ATTACH ':memory:' AS fresh; PRAGMA fresh.page_size = 4096; "
    "CREATE TABLE fresh." COLUMNS "; "
    "INSERT INTO fresh.counts SELECT * FROM main.counts ORDER BY period, what";

static const char read_sql[] = "SELECT period, what, opened FROM main.counts "
                               "ORDER BY period >= 's', length(period), period, what";

static const char start_prefix[] = "start ";
static const char card_prefix[] = "card:";

enum { START_DIGITS = 9 };

static bool is_day(const char *text) {
    static const char form[] = "0000-00-00";
    size_t at = 0;
    while (form[at] && (form[at] == '0' ? text[at] >= '0' && text[at] <= '9' : text[at] == '-')) {
        at++;
    }
    return form[at] == '\0' && text[at] == '\0';
}

static bool is_start(const char *text) {
    if (strncmp(text, start_prefix, strlen(start_prefix)) != 0) {
        return false;
    }
    const char *number = text + strlen(start_prefix);
    size_t digits = strspn(number, "0123456789");
    return number[0] != '0' && digits > 0 && digits <= START_DIGITS && number[digits] == '\0';
}

static bool is_card(const char *text) {
    if (strncmp(text, card_prefix, strlen(card_prefix)) != 0) {
        return false;
    }
    const char *id = text + strlen(card_prefix);
    size_t size = strspn(id, "abcdefghijklmnopqrstuvwxyz0123456789-");
    return size > 0 && size <= LIMIT_CARD_ID_BYTES && id[size] == '\0';
}

bool ledger_is_row(const struct ledger_row *row) {
    return (is_day(row->period) || is_start(row->period)) && row->opened >= 1 &&
           row->opened <= LIMIT_COUNT_OPENED &&
           (is_card(row->what) || strcmp(row->what, "refer") == 0 ||
            strcmp(row->what, "urgent-help") == 0);
}

static bool run(sqlite3 *db, const char *sql) {
    return sqlite3_exec(db, sql, NULL, NULL, NULL) == SQLITE_OK;
}

static bool find_number(sqlite3 *db, const char *sql, int *number) {
    sqlite3_stmt *asking = NULL;
    bool is_found = sqlite3_prepare_v2(db, sql, -1, &asking, NULL) == SQLITE_OK &&
                    sqlite3_step(asking) == SQLITE_ROW;
    if (is_found) {
        *number = sqlite3_column_int(asking, 0);
    }
    sqlite3_finalize(asking);
    return is_found;
}

// Whether the whole answer is this one text.
static bool is_answer(sqlite3 *db, const char *sql, const char *expected) {
    sqlite3_stmt *asking = NULL;
    bool is_it = false;
    if (sqlite3_prepare_v2(db, sql, -1, &asking, NULL) == SQLITE_OK &&
        sqlite3_step(asking) == SQLITE_ROW) {
        const char *text = (const char *)sqlite3_column_text(asking, 0);
        is_it = text && strcmp(text, expected) == 0 && sqlite3_step(asking) == SQLITE_DONE;
    }
    sqlite3_finalize(asking);
    return is_it;
}

// NULL unless it was kept as a text. SQLite would make one of anything, and then say that it is
// one.
static const char *text_of(sqlite3_stmt *reading, int column) {
    bool is_text = sqlite3_column_type(reading, column) == SQLITE_TEXT;
    const char *text = is_text ? (const char *)sqlite3_column_text(reading, column) : NULL;
    bool is_whole = text && strlen(text) == (size_t)sqlite3_column_bytes(reading, column);
    return is_whole ? text : NULL;
}

static bool read_row(struct ledger_row *row, sqlite3_stmt *reading) {
    bool is_number = sqlite3_column_type(reading, 2) == SQLITE_INTEGER;
    sqlite3_int64 opened = is_number ? sqlite3_column_int64(reading, 2) : 0;
    bool is_in_range = opened >= 1 && opened <= LIMIT_COUNT_OPENED;
    *row = (struct ledger_row){text_of(reading, 0), text_of(reading, 1), (int)opened};
    return is_in_range && row->period && row->what && ledger_is_row(row);
}

static bool take_rows(struct ledger *ledger, sqlite3 *old) {
    sqlite3_stmt *reading = NULL;
    struct ledger_row row;
    int code = sqlite3_prepare_v2(old, read_sql, -1, &reading, NULL);
    if (code == SQLITE_OK) {
        code = sqlite3_step(reading);
    }
    while (code == SQLITE_ROW && read_row(&row, reading) && ledger_add(ledger, &row)) {
        code = sqlite3_step(reading);
    }
    sqlite3_finalize(reading);
    return code == SQLITE_DONE;
}

// Our table and nothing beside it: no view, trigger or generated column is ever run.
static bool open_old(sqlite3 **old, struct str bytes) {
    static const struct {
        int setting, value;
    } guards[] = {
        {SQLITE_DBCONFIG_DEFENSIVE, 1},
        {SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0},
        {SQLITE_DBCONFIG_ENABLE_VIEW, 0},
        {SQLITE_DBCONFIG_ENABLE_TRIGGER, 0},
    };
    unsigned char *at; // SQLite takes no const, and is told to write nothing
    memcpy(&at, &bytes.at, sizeof at);
    if (sqlite3_open(":memory:", old) != SQLITE_OK) {
        return false;
    }
    for (int i = 0; i < COUNT_OF(guards); i++) {
        sqlite3_db_config(*old, guards[i].setting, guards[i].value, NULL);
    }
    return sqlite3_deserialize(*old, "main", at, (sqlite3_int64)bytes.size,
                               (sqlite3_int64)bytes.size,
                               SQLITE_DESERIALIZE_READONLY) == SQLITE_OK &&
           is_answer(*old, "SELECT sql FROM sqlite_schema", "CREATE TABLE " COLUMNS) &&
           is_answer(*old, "PRAGMA quick_check", "ok");
}

static bool lacks_memory(sqlite3 *db) {
    return !db || sqlite3_errcode(db) == SQLITE_NOMEM;
}

static enum ledger_fault take_old(struct ledger *ledger, struct str bytes) {
    sqlite3 *old = NULL;
    enum ledger_fault fault = LEDGER_OK;
    if (!open_old(&old, bytes) || !take_rows(ledger, old)) {
        bool is_failure = lacks_memory(old) || lacks_memory(ledger->db);
        fault = is_failure ? LEDGER_FAILED : LEDGER_DAMAGED;
    }
    sqlite3_close(old);
    return fault;
}

enum ledger_fault ledger_open(struct ledger *ledger, struct str bytes) {
    *ledger = (struct ledger){0};
    if (sqlite3_open(":memory:", &ledger->db) != SQLITE_OK || !run(ledger->db, open_sql) ||
        sqlite3_prepare_v2(ledger->db, add_sql, -1, &ledger->adding, NULL) != SQLITE_OK) {
        return LEDGER_FAILED;
    }
    return bytes.at ? take_old(ledger, bytes) : LEDGER_OK;
}

void ledger_close(struct ledger *ledger) {
    sqlite3_free(ledger->bytes);
    sqlite3_finalize(ledger->adding);
    sqlite3_close(ledger->db);
    *ledger = (struct ledger){0};
}

bool ledger_add(struct ledger *ledger, const struct ledger_row *row) {
    sqlite3_bind_text(ledger->adding, 1, row->period, -1, SQLITE_STATIC);
    sqlite3_bind_text(ledger->adding, 2, row->what, -1, SQLITE_STATIC);
    sqlite3_bind_int(ledger->adding, 3, row->opened);
    sqlite3_bind_int(ledger->adding, 4, LIMIT_COUNT_OPENED);
    sqlite3_step(ledger->adding);
    return sqlite3_reset(ledger->adding) == SQLITE_OK; // which tells how the step went
}

bool ledger_find_last_start(const struct ledger *ledger, int *start) {
    return find_number(ledger->db,
                       "SELECT ifnull(max(CAST(substr(period, 7) AS INTEGER)), 0) "
                       "FROM main.counts WHERE period >= 's'",
                       start);
}

static bool prune(sqlite3 *db) {
    sqlite3_stmt *pruning = NULL;
    bool is_done = sqlite3_prepare_v2(db, prune_sql, -1, &pruning, NULL) == SQLITE_OK &&
                   sqlite3_bind_int(pruning, 1, LIMIT_COUNT_PERIODS) == SQLITE_OK &&
                   sqlite3_bind_int(pruning, 2, LIMIT_COUNT_ROWS) == SQLITE_OK &&
                   sqlite3_step(pruning) == SQLITE_DONE;
    sqlite3_finalize(pruning);
    return is_done;
}

bool ledger_write(struct ledger *ledger, struct str *bytes) {
    sqlite3_int64 size = 0;
    if (!prune(ledger->db) || !run(ledger->db, write_sql)) {
        return false;
    }
    ledger->bytes = sqlite3_serialize(ledger->db, "fresh", &size, 0);
    if (!ledger->bytes) {
        return false;
    }
    *bytes = (struct str){(const char *)ledger->bytes, (size_t)size};
    return true;
}

// No field can hold a comma, a quote or a line's end, so that none needs quotes.
bool ledger_csv(const struct ledger *ledger, struct str *csv, struct arena *arena) {
    enum { LINE_BYTES = 128 };
    static const char header[] = "period,what,opened\r\n";
    sqlite3_stmt *reading = NULL;
    struct ledger_row row;
    int row_count = 0;
    if (!find_number(ledger->db, "SELECT count(*) FROM main.counts", &row_count) ||
        sqlite3_prepare_v2(ledger->db, read_sql, -1, &reading, NULL) != SQLITE_OK) {
        return false;
    }
    char *text = arena_alloc(arena, sizeof header + (size_t)row_count * LINE_BYTES);
    char *at = text + strlen(header);
    memcpy(text, header, strlen(header));
    int code = sqlite3_step(reading);
    while (code == SQLITE_ROW && read_row(&row, reading)) {
        at += snprintf(at, LINE_BYTES, "%s,%s,%d\r\n", row.period, row.what, row.opened);
        code = sqlite3_step(reading);
    }
    sqlite3_finalize(reading);
    if (code != SQLITE_DONE) {
        return false;
    }
    *csv = (struct str){text, (size_t)(at - text)};
    return true;
}
