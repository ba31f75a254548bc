// SPDX-License-Identifier: MIT
// The counts as the bytes of one SQLite database with one table: period, what, opened, and nothing
// else. What was added comes out as a database written afresh in the order of its key, so that the
// same counts are the same bytes, in whatever order they came and over however many writes. Bytes
// that come in may be anybody's, and every row of them is looked at. It knows no file and no clock.
#ifndef DIT_LEDGER_H
#define DIT_LEDGER_H

#include "base/arena.h"

struct ledger_row {
    const char *period; // a day such as "2026-11-25", or "start 12" where there is no clock
    const char *what;   // "card:what-is-dit", "refer" or "urgent-help"
    int opened;         // 1 to LIMIT_COUNT_OPENED, where it stays
};

enum { LEDGER_PERIOD_BYTES = 16 }; // with its NUL

struct ledger {
    struct sqlite3 *db; // in memory, like all that is done here
    struct sqlite3_stmt *adding;
    unsigned char *bytes; // SQLite's, from ledger_write
};

enum ledger_fault {
    LEDGER_OK,
    LEDGER_DAMAGED, // the bytes are not such a database
    LEDGER_FAILED,  // there is no memory, which says nothing about the bytes
};

// Whether a ledger takes it: no other names, so nothing that a spreadsheet could take for a
// formula.
bool ledger_is_row(const struct ledger_row *row);

// Takes the bytes of an earlier ledger; `at` is NULL where there is none. ledger_close belongs
// behind a failure too.
MUST_USE enum ledger_fault ledger_open(struct ledger *ledger, struct str bytes);
void ledger_close(struct ledger *ledger);

// Adds to what stands there for that period.
MUST_USE bool ledger_add(struct ledger *ledger, const struct ledger_row *row);

// The highest N of the periods "start N"; 0: there is none.
MUST_USE bool ledger_find_last_start(const struct ledger *ledger, int *start);

// Drops the oldest periods over the limits and gives the bytes, which live until ledger_close.
// Once.
MUST_USE bool ledger_write(struct ledger *ledger, struct str *bytes);

// RFC 4180: a header, then a line a row, days before starts, in their order.
MUST_USE bool ledger_csv(const struct ledger *ledger, struct str *csv, struct arena *arena);

#endif
