// SPDX-License-Identifier: MIT
// What is pending is a small table: each row belongs to the day on which it was added, so that a
// change of the day needs no write of its own, which would tell that somebody was here at midnight.
// What has no day belongs to this run, which gets its number with the first write.
// Writes fall on whole hours since the start, or since the last write that was tried, and not an
// hour behind a touch, from which the touch could be told.
#include "store/counts.h"

#include <stdio.h>
#include <string.h>

#include "base/disk.h"
#include "content/limits.h"

static const char this_run[] = "start 1";
static const char file_of_1_0[] = "counts.db"; // which nobody reads any more

enum { HOUR_MS = 60 * 60 * 1000 };

static void forget_pending(struct counts *counts) {
    arena_reset(&counts->arena);
    counts->pending = (struct counts_table){.count = 0};
}

void counts_init(struct counts *counts, int folder, bool is_on, uint64_t now_ms) {
    *counts = (struct counts){.folder = folder, .due_ms = now_ms + HOUR_MS};
    counts_turn(counts, is_on);
}

void counts_finish(struct counts *counts) {
    counts_turn(counts, false);
    arena_finish(&counts->arena);
}

void counts_turn(struct counts *counts, bool is_on) {
    counts->is_on = is_on && counts->folder >= 0;
    if (!counts->is_on) {
        forget_pending(counts);
    }
}

static bool set_names(struct counts_row *row, const char *period, const char *what) {
    int period_size = snprintf(row->period, sizeof row->period, "%s", period);
    int what_size = snprintf(row->what, sizeof row->what, "%s", what);
    bool is_whole = period_size < COUNT_OF(row->period) && what_size < COUNT_OF(row->what);
    return is_whole && counts_is_row(row);
}

static struct counts_row *find_pending(struct counts *counts, const struct counts_row *row) {
    for (int i = 0; i < counts->pending.count; i++) {
        struct counts_row *other = &counts->pending.rows[i];
        if (strcmp(other->what, row->what) == 0 && strcmp(other->period, row->period) == 0) {
            return other;
        }
    }
    return NULL;
}

// Hours in which nobody came have gone by unused: the next one is still to come.
static void renew_due(struct counts *counts, uint64_t now_ms) {
    if (now_ms >= counts->due_ms) {
        counts->due_ms = now_ms + HOUR_MS - (now_ms - counts->due_ms) % HOUR_MS;
    }
}

void counts_add(struct counts *counts, const char *period, const char *what, uint64_t now_ms) {
    struct counts_row row = {.opened = 1};
    if (!counts->is_on || !set_names(&row, period && period[0] ? period : this_run, what)) {
        return;
    }
    if (counts->pending.count == 0) {
        counts->pending.arena = &counts->arena;
        renew_due(counts, now_ms);
    }
    struct counts_row *same = find_pending(counts, &row);
    if (same) {
        same->opened += same->opened < LIMIT_COUNT_OPENED;
    } else if (counts->pending.count < LIMIT_COUNT_PENDING) {
        counts_table_add(&counts->pending, &row);
    }
}

uint64_t counts_deadline_ms(const struct counts *counts) {
    return counts->pending.count > 0 ? counts->due_ms : UINT64_MAX;
}

// A disk that cannot be read may be read in an hour. What is no file of ours is one damaged line,
// and gives way to one.
static bool read_table(struct counts_table *table, int folder) {
    const struct file_source source = {folder, COUNTS_FILE, LIMIT_COUNTS_BYTES};
    struct str bytes = {"", 0};
    enum file_fault fault = file_load(&bytes, &source, table->arena);
    counts_table_read(table, bytes);
    table->damaged_count += fault != FILE_OK && fault != FILE_MISSING;
    return fault != FILE_FAILED;
}

static void add_pending(struct counts_table *table, struct counts *counts) {
    int next = counts_table_next_start(table);
    for (int i = 0; i < counts->pending.count; i++) {
        struct counts_row row = counts->pending.rows[i];
        if (strcmp(row.period, this_run) == 0) {
            counts->start = counts->start > 0 ? counts->start : next;
            snprintf(row.period, sizeof row.period, "start %d", counts->start);
        }
        counts_table_add(table, &row);
    }
}

static enum counts_news write_pending(struct counts *counts) {
    struct arena arena = {0};
    struct counts_table table = {.arena = &arena};
    bool is_written = false;
    if (read_table(&table, counts->folder)) {
        const struct disk_place place = {counts->folder, COUNTS_FILE};
        add_pending(&table, counts);
        is_written = disk_replace_file(place, counts_table_write(&table)) == FILE_OK;
    }
    if (is_written) {
        bool is_gone = disk_remove((struct disk_place){counts->folder, file_of_1_0}) == FILE_OK;
        (void)is_gone; // else it is tried in an hour
        counts->damaged_count = table.damaged_count;
        forget_pending(counts);
    }
    arena_finish(&arena);
    return is_written ? COUNTS_WRITTEN : COUNTS_FAILED;
}

enum counts_news counts_step(struct counts *counts, uint64_t now_ms) {
    if (counts->pending.count == 0 || now_ms < counts->due_ms) {
        return COUNTS_QUIET;
    }
    counts->due_ms = now_ms + HOUR_MS;
    return write_pending(counts);
}

bool counts_csv(struct str *csv, int folder, struct arena *arena) {
    struct counts_table table = {.arena = arena};
    if (!read_table(&table, folder)) {
        return false;
    }
    *csv = counts_table_write(&table);
    return true;
}
