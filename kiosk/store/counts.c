// SPDX-License-Identifier: MIT
// What is pending is a small table: each row belongs to the day on which it was added, so that a
// change of the day needs no write of its own, which would tell that somebody was here at midnight.
// Writes fall on whole hours since the start, or since the last write that was tried, and not an
// hour behind a touch, from which the touch could be told. Rows are gathered as they come and put
// in order only when they are written; no field can hold a comma, a quote or a line's end.
#include "store/counts.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/disk.h"
#include "content/limits.h"
#include "store/kept.h"

enum { HOUR_MS = 60 * 60 * 1000, LINE_BYTES = 128, START_LAST = 999999999 };

static const char header[] = "period,what,opened\r\n";
static const char row_format[] = "%s,%s,%d\r\n";
static const char digits[] = "0123456789";
static const char this_run[] = "start 1";

struct counts_row {
    char period[20]; // a day such as "2026-11-25", or "start 12" where there is no clock
    char what[LIMIT_CARD_ID_BYTES + 6];
    int opened; // 1 to LIMIT_COUNT_OPENED, where it stays
};

// "2026-11-25"
static bool is_day(const char *text) {
    return strlen(text) == 10 && strspn(text, digits) == 4 && text[4] == '-' &&
           strspn(text + 5, digits) == 2 && text[7] == '-' && strspn(text + 8, digits) == 2;
}

// 0: it is a day, or nothing at all.
static int start_of(const char *period) {
    return kept_number(period, "start ");
}

static bool is_row(const struct counts_row *row) {
    static const char prefix[] = "card:";
    size_t size = strlen(prefix);
    const char *id = strncmp(row->what, prefix, size) == 0 ? row->what + size : "";
    bool is_card = id[0] && !id[strspn(id, "abcdefghijklmnopqrstuvwxyz0123456789-")];
    return (is_day(row->period) || start_of(row->period) > 0) &&
           (is_card || strcmp(row->what, "refer") == 0 || strcmp(row->what, "urgent-help") == 0) &&
           row->opened >= 1 && row->opened <= LIMIT_COUNT_OPENED;
}

// Days before starts, and "start 10" behind "start 9".
static int row_order(const void *left, const void *right) {
    const struct counts_row *a = left, *b = right;
    int order = start_of(a->period) - start_of(b->period);
    order = order != 0 ? order : strcmp(a->period, b->period);
    return order != 0 ? order : strcmp(a->what, b->what);
}

// Reads loosely, then demands that writing it again gives the very same line.
static bool read_line(struct counts_row *row, struct str line) {
    char text[LINE_BYTES], again[LINE_BYTES];
    snprintf(text, sizeof text, "%.*s", (int)line.size, line.at);
    int count = sscanf(text, "%19[^,],%85[^,],%8d", // NOLINT(cert-err34-c)
                       row->period, row->what, &row->opened);
    if (count != 3) {
        return false;
    }
    snprintf(again, sizeof again, row_format, row->period, row->what, row->opened);
    again[strcspn(again, "\n")] = '\0';
    return str_equals(line, again) && is_row(row);
}

// A disk that cannot be read may be read in an hour. What is no file of ours gives way to one.
static bool read_table(struct counts_table *table, int folder) {
    const struct file_source source = {folder, COUNTS_FILE, LIMIT_COUNTS_BYTES};
    struct str csv = {"", 0};
    enum file_fault fault = file_load(&csv, &source, table->arena);
    while (csv.size > 0) {
        struct counts_row row;
        if (read_line(&row, str_take_line(&csv))) {
            *ARENA_ADD(table->arena, table->rows, table->count) = row;
        }
    }
    return fault != FILE_FAILED;
}

static void sum_up(struct counts_table *table) {
    struct counts_row *rows = table->rows, *last = NULL;
    int count = table->count;
    qsort(rows, (size_t)count, sizeof *rows, row_order);
    table->count = 0;
    for (int i = 0; i < count; i++) {
        if (last && row_order(last, &rows[i]) == 0) {
            int opened = last->opened + rows[i].opened;
            last->opened = opened < LIMIT_COUNT_OPENED ? opened : LIMIT_COUNT_OPENED;
        } else {
            last = &rows[table->count++];
            *last = rows[i];
        }
    }
}

// Over a limit the oldest go, a period whole. Days are as old as other days, starts as other
// starts; nobody knows how old a start is to a day.
static void put_rows(struct buffer *text, const struct counts_row *rows, int count) {
    int first = count, periods = 0;
    for (int i = count - 1; i >= 0 && count - i <= LIMIT_COUNT_ROWS; i--) {
        bool begins = i == 0 || strcmp(rows[i - 1].period, rows[i].period) != 0;
        periods += begins;
        first = begins && periods <= LIMIT_COUNT_PERIODS ? i : first;
    }
    for (int i = first; i < count; i++) {
        buffer_format(text, row_format, rows[i].period, rows[i].what, rows[i].opened);
    }
}

static struct str write_table(struct counts_table *table) {
    struct buffer text = {.arena = table->arena};
    int days = 0;
    buffer_text(&text, header);
    if (table->count > 0) {
        sum_up(table);
        while (days < table->count && start_of(table->rows[days].period) == 0) {
            days++;
        }
        put_rows(&text, table->rows, days);
        put_rows(&text, table->rows + days, table->count - days);
    }
    return buffer_str(&text);
}

static void forget_pending(struct counts *counts) {
    arena_reset(&counts->arena);
    counts->pending = (struct counts_table){.count = 0};
}

void counts_init(struct counts *counts, int folder, uint64_t now_ms) {
    *counts = (struct counts){.folder = folder, .due_ms = now_ms + HOUR_MS};
}

void counts_finish(struct counts *counts) {
    arena_finish(&counts->arena);
    *counts = (struct counts){.folder = -1};
}

static struct counts_row *find_pending(struct counts *counts, const struct counts_row *row) {
    for (int i = 0; i < counts->pending.count; i++) {
        if (row_order(&counts->pending.rows[i], row) == 0) {
            return &counts->pending.rows[i];
        }
    }
    return NULL;
}

void counts_add(struct counts *counts, const char *period, const char *what, uint64_t now_ms) {
    struct counts_row row = {.opened = 1};
    snprintf(row.period, sizeof row.period, "%s", period && period[0] ? period : this_run);
    snprintf(row.what, sizeof row.what, "%s", what);
    if (counts->folder < 0 || !is_row(&row)) {
        return;
    }
    // After hours in which nobody came, the next is still to come.
    if (counts->pending.count == 0 && now_ms >= counts->due_ms) {
        counts->due_ms = now_ms + HOUR_MS - (now_ms - counts->due_ms) % HOUR_MS;
    }
    struct counts_row *same = find_pending(counts, &row);
    if (same) {
        same->opened += same->opened < LIMIT_COUNT_OPENED;
    } else if (counts->pending.count < LIMIT_COUNT_PENDING) {
        *ARENA_ADD(&counts->arena, counts->pending.rows, counts->pending.count) = row;
    }
}

uint64_t counts_deadline_ms(const struct counts *counts) {
    return counts->pending.count > 0 ? counts->due_ms : UINT64_MAX;
}

static int next_start(const struct counts_table *table) {
    int next = 1;
    for (int i = 0; i < table->count; i++) {
        int start = start_of(table->rows[i].period);
        next = start >= next && start < START_LAST ? start + 1 : next;
    }
    return next;
}

static void add_pending(struct counts_table *table, struct counts *counts) {
    int next = next_start(table);
    for (int i = 0; i < counts->pending.count; i++) {
        struct counts_row row = counts->pending.rows[i];
        if (strcmp(row.period, this_run) == 0) {
            counts->start = counts->start > 0 ? counts->start : next;
            snprintf(row.period, sizeof row.period, "start %d", counts->start);
        }
        *ARENA_ADD(table->arena, table->rows, table->count) = row;
    }
}

static bool write_pending(struct counts *counts) {
    struct arena arena = {0};
    struct counts_table table = {.arena = &arena};
    const struct disk_place place = {counts->folder, COUNTS_FILE};
    bool is_read = read_table(&table, counts->folder);
    if (is_read) {
        add_pending(&table, counts);
    }
    bool is_written = is_read && disk_replace_file(place, write_table(&table)) == FILE_OK;
    if (is_written) {
        forget_pending(counts);
    }
    arena_finish(&arena);
    return is_written;
}

bool counts_step(struct counts *counts, uint64_t now_ms) {
    if (counts->pending.count == 0 || now_ms < counts->due_ms) {
        return true;
    }
    counts->due_ms = now_ms + HOUR_MS;
    return write_pending(counts);
}

bool counts_csv(struct str *csv, int folder, struct arena *arena) {
    struct counts_table table = {.arena = arena};
    if (!read_table(&table, folder)) {
        return false;
    }
    *csv = write_table(&table);
    return true;
}

struct str counts_explained(struct str csv, const struct staff_words *words, struct arena *arena) {
    static const enum staff_word lines[] = {STAFF_C_TITLE, STAFF_C_PEOPLE, STAFF_C_PERIOD,
                                            STAFF_C_WHAT,  STAFF_C_OPENED, STAFF_C_KEPT};
    struct buffer text = {.arena = arena};
    for (int i = 0; i < COUNT_OF(lines); i++) {
        buffer_format(&text, "\"%s\"\r\n", words->text[lines[i]]);
    }
    buffer_text(&text, "\r\n");
    buffer_put(&text, csv);
    return buffer_str(&text);
}
