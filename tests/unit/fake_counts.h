// SPDX-License-Identifier: MIT
// Counts for tests, in a store folder of their own: a run of the kiosk, its file, and that as CSV.
#ifndef DIT_FAKE_COUNTS_H
#define DIT_FAKE_COUNTS_H

#include "fake_ledger.h"
#include "fake_store.h"
#include "store/counts.h"

#define HOUR_MS UINT64_C(3600000)
#define MINUTE_MS UINT64_C(60000)

static const char day[] = "2026-11-25";
static const char next_day[] = "2026-11-26";
static const char card[] = "card:what-is-dit";

static inline struct counts start_at(uint64_t now_ms) {
    struct counts counts;
    counts_init(&counts, store, true, now_ms);
    return counts;
}

static inline struct str kept(void) {
    static char bytes[1 << 20];
    size_t size = read_kept("counts.db", bytes, sizeof bytes);
    return (struct str){arena_text(&texts, (struct str){bytes, size}), size};
}

static inline const char *csv(void) {
    struct str text;
    assert_true(counts_csv(&text, store, &texts));
    return strstr(text.at, "\r\n") + 2;
}

// One run of the kiosk that counts once and writes.
static inline enum counts_news count_one(const char *period, const char *what) {
    struct counts counts = start_at(0);
    counts_add(&counts, period, what, 0);
    enum counts_news event = counts_step(&counts, HOUR_MS);
    counts_finish(&counts);
    return event;
}

static int end_test(void **state) {
    forget(state);
    return remove_store(state);
}

#define IN_STORE(test) cmocka_unit_test_setup_teardown(test, make_store, end_test)

#endif
