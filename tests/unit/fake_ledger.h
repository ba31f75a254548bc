// SPDX-License-Identifier: MIT
// Ledgers for tests: rows in, bytes or CSV out, everything in one arena that goes after each test.
#ifndef DIT_FAKE_LEDGER_H
#define DIT_FAKE_LEDGER_H

#include "store/ledger.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static struct arena texts;

static int forget(void **state) {
    (void)state;
    arena_finish(&texts);
    return 0;
}

// The bytes of an earlier ledger (`at` is NULL where there is none) with these rows added.
static inline struct str bytes_of(struct str earlier, const struct ledger_row *rows, int count) {
    struct ledger ledger;
    struct str bytes;
    assert_int_equal(ledger_open(&ledger, earlier), LEDGER_OK);
    for (int i = 0; i < count; i++) {
        assert_true(ledger_add(&ledger, &rows[i]));
    }
    assert_true(ledger_write(&ledger, &bytes));
    bytes.at = arena_text(&texts, bytes);
    ledger_close(&ledger);
    return bytes;
}

static inline const char *csv_of(struct str bytes) {
    struct ledger ledger;
    struct str csv;
    assert_int_equal(ledger_open(&ledger, bytes), LEDGER_OK);
    assert_true(ledger_csv(&ledger, &csv, &texts));
    assert_int_equal(strlen(csv.at), csv.size);
    ledger_close(&ledger);
    return csv.at;
}

static inline void assert_bytes(struct str bytes, struct str expected) {
    assert_int_equal(bytes.size, expected.size);
    assert_memory_equal(bytes.at, expected.at, expected.size);
}

// Days in order, in months of 28 days, which nobody here counts.
static inline const char *day_after(int day) {
    return arena_format(&texts, "%d-%02d-%02d", 2026 + day / 336, day / 28 % 12 + 1, day % 28 + 1);
}

#endif
