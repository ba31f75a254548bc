// SPDX-License-Identifier: MIT
// What is pending is a small list: each row belongs to the day on which it was added, so that a
// change of the day needs no write of its own, which would tell that somebody was here at midnight.
// Writes fall on whole hours since the start, or since the last write that was tried, and not an
// hour behind a touch, from which the touch could be told.
#include "store/counts.h"

#include <stdio.h>
#include <string.h>

#include "base/disk.h"
#include "content/limits.h"

static const char file_name[] = "counts.db";
static const char damaged_name[] = "counts.db.damaged";

enum { HOUR_MS = 60 * 60 * 1000, START_LAST = 999999999 };

void counts_init(struct counts *counts, int folder, bool is_on, uint64_t now_ms) {
    *counts = (struct counts){.folder = folder, .due_ms = now_ms + HOUR_MS};
    counts_turn(counts, is_on);
}

static void forget_pending(struct counts *counts) {
    arena_reset(&counts->arena);
    counts->pending = NULL;
    counts->pending_count = 0;
}

void counts_finish(struct counts *counts) {
    forget_pending(counts);
    arena_finish(&counts->arena);
    counts->is_on = false;
}

void counts_turn(struct counts *counts, bool is_on) {
    counts->is_on = is_on && counts->folder >= 0;
    if (!counts->is_on) {
        forget_pending(counts);
    }
}

static const char *period_text(const struct ledger_row *row, int start,
                               char text[LEDGER_PERIOD_BYTES]) {
    snprintf(text, LEDGER_PERIOD_BYTES, "start %d", start);
    return row->period[0] ? row->period : text;
}

static bool is_countable(struct ledger_row row) {
    char text[LEDGER_PERIOD_BYTES];
    row.period = period_text(&row, 1, text);
    return ledger_is_row(&row);
}

static struct ledger_row *find_pending(struct counts *counts, const struct ledger_row *row) {
    for (int i = 0; i < counts->pending_count; i++) {
        struct ledger_row *other = &counts->pending[i];
        if (strcmp(other->what, row->what) == 0 && strcmp(other->period, row->period) == 0) {
            return other;
        }
    }
    return NULL;
}

static void add_pending(struct counts *counts, struct ledger_row row) {
    struct arena *arena = &counts->arena;
    row.period = arena_text(arena, str_from(row.period));
    row.what = arena_text(arena, str_from(row.what));
    counts->pending = arena_grow(arena, counts->pending, counts->pending_count, sizeof row);
    counts->pending[counts->pending_count++] = row;
}

// Hours in which nobody came have gone by unused: the next one is still to come.
static void renew_due(struct counts *counts, uint64_t now_ms) {
    if (now_ms >= counts->due_ms) {
        counts->due_ms = now_ms + HOUR_MS - (now_ms - counts->due_ms) % HOUR_MS;
    }
}

void counts_add(struct counts *counts, const char *period, const char *what, uint64_t now_ms) {
    const struct ledger_row row = {period ? period : "", what, 1};
    if (!counts->is_on || !is_countable(row)) {
        return;
    }
    if (counts->pending_count == 0) {
        renew_due(counts, now_ms);
    }
    struct ledger_row *same = find_pending(counts, &row);
    if (same) {
        same->opened += same->opened < LIMIT_COUNT_OPENED;
    } else if (counts->pending_count < LIMIT_COUNT_PENDING) {
        add_pending(counts, row);
    }
}

uint64_t counts_deadline_ms(const struct counts *counts) {
    return counts->pending_count > 0 ? counts->due_ms : UINT64_MAX;
}

static enum file_fault load(struct str *bytes, int folder, struct arena *arena) {
    const struct file_source source = {folder, file_name, LIMIT_COUNTS_BYTES};
    enum file_fault fault = file_load(bytes, &source, arena);
    if (fault == FILE_MISSING) {
        *bytes = (struct str){NULL, 0};
        return FILE_OK;
    }
    return fault;
}

// One is kept: more than one damaged file tells nobody more, and the store must not fill up.
static bool put_aside(int folder) {
    return disk_remove((struct disk_place){folder, damaged_name}) == FILE_OK &&
           disk_rename(folder, file_name, damaged_name) == FILE_OK;
}

// A disk that cannot be read may be read in an hour; what is no file, or none of ours, will not.
static bool open_ledger(struct ledger *ledger, const struct counts *counts, struct arena *arena,
                        bool *is_renewed) {
    struct str bytes = {NULL, 0};
    enum ledger_fault fault = LEDGER_DAMAGED;
    enum file_fault file_fault = load(&bytes, counts->folder, arena);
    *ledger = (struct ledger){0};
    if (file_fault == FILE_OK) {
        fault = ledger_open(ledger, bytes);
    } else if (file_fault == FILE_FAILED) {
        fault = LEDGER_FAILED;
    }
    *is_renewed = fault == LEDGER_DAMAGED && put_aside(counts->folder);
    if (*is_renewed) {
        ledger_close(ledger);
        fault = ledger_open(ledger, (struct str){NULL, 0});
    }
    return fault == LEDGER_OK;
}

static bool has_count_without_day(const struct counts *counts) {
    for (int i = 0; i < counts->pending_count; i++) {
        if (!counts->pending[i].period[0]) {
            return true;
        }
    }
    return false;
}

// The first count that has no day gives this run its number.
static bool find_start(const struct counts *counts, const struct ledger *ledger, int *start) {
    *start = counts->start;
    if (*start > 0 || !has_count_without_day(counts)) {
        return true;
    }
    bool is_found = ledger_find_last_start(ledger, start);
    *start += *start < START_LAST;
    return is_found;
}

static bool add_all(struct ledger *ledger, const struct counts *counts, int start) {
    char text[LEDGER_PERIOD_BYTES];
    for (int i = 0; i < counts->pending_count; i++) {
        struct ledger_row row = counts->pending[i];
        row.period = period_text(&row, start, text);
        if (!ledger_add(ledger, &row)) {
            return false;
        }
    }
    return true;
}

// Where only the last sync failed, the new file has the name, and would be added to once more.
static bool is_kept(int folder, struct str bytes, struct arena *arena) {
    struct str kept;
    return load(&kept, folder, arena) == FILE_OK && kept.at && kept.size == bytes.size &&
           memcmp(kept.at, bytes.at, bytes.size) == 0;
}

static enum counts_news write_pending(struct counts *counts) {
    struct arena arena = {0};
    struct ledger ledger;
    struct str bytes;
    bool is_renewed;
    int start;
    const struct disk_place place = {counts->folder, file_name};
    enum counts_news event = COUNTS_FAILED;
    if (open_ledger(&ledger, counts, &arena, &is_renewed) && find_start(counts, &ledger, &start) &&
        add_all(&ledger, counts, start) && ledger_write(&ledger, &bytes) &&
        (disk_replace_file(place, bytes) == FILE_OK || is_kept(counts->folder, bytes, &arena))) {
        event = is_renewed ? COUNTS_RENEWED : COUNTS_WRITTEN;
        counts->start = start;
        forget_pending(counts);
    }
    ledger_close(&ledger);
    arena_finish(&arena);
    return event;
}

enum counts_news counts_step(struct counts *counts, uint64_t now_ms) {
    if (counts->pending_count == 0 || now_ms < counts->due_ms) {
        return COUNTS_QUIET;
    }
    counts->due_ms = now_ms + HOUR_MS;
    return write_pending(counts);
}

bool counts_csv(struct str *csv, int folder, struct arena *arena) {
    struct arena work = {0};
    struct ledger ledger = {0};
    struct str bytes;
    bool is_read = load(&bytes, folder, &work) == FILE_OK &&
                   ledger_open(&ledger, bytes) == LEDGER_OK && ledger_csv(&ledger, csv, arena);
    ledger_close(&ledger);
    arena_finish(&work);
    return is_read;
}
