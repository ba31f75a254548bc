// SPDX-License-Identifier: MIT
// Rows are gathered as they come and put in order only when they are written. No field can hold a
// comma, a quote or a line's end, so that none needs quotes.
#include "store/counts_table.h"

#include "base/buffer.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char header[] = "period,what,opened\r\n";
static const char row_format[] = "%s,%s,%d\r\n";
static const char digits[] = "0123456789";

enum { LINE_BYTES = 128, START_DIGITS = 9, START_LAST = 999999999 };

// "2026-11-25"
static bool is_day(const char *text) {
    return strlen(text) == 10 && strspn(text, digits) == 4 && text[4] == '-' &&
           strspn(text + 5, digits) == 2 && text[7] == '-' && strspn(text + 8, digits) == 2;
}

// What stands behind the prefix; "" where it does not begin with it.
static const char *behind(const char *text, const char *prefix) {
    size_t size = strlen(prefix);
    return strncmp(text, prefix, size) == 0 ? text + size : "";
}

// 0: it is a day, or nothing at all.
static int start_of(const char *period) {
    const char *number = behind(period, "start ");
    size_t size = strspn(number, digits);
    bool is_number = number[0] != '0' && size <= START_DIGITS && number[size] == '\0';
    return is_number ? (int)strtol(number, NULL, 10) : 0;
}

bool counts_is_row(const struct counts_row *row) {
    const char *id = behind(row->what, "card:");
    bool is_card = id[0] && !id[strspn(id, "abcdefghijklmnopqrstuvwxyz0123456789-")];
    return (is_day(row->period) || start_of(row->period) > 0) &&
           (is_card || strcmp(row->what, "refer") == 0 || strcmp(row->what, "urgent-help") == 0) &&
           row->opened >= 1 && row->opened <= LIMIT_COUNT_OPENED;
}

void counts_table_add(struct counts_table *table, const struct counts_row *row) {
    table->rows = arena_grow(table->arena, table->rows, table->count, sizeof *row);
    table->rows[table->count++] = *row;
}

// Reads loosely, then demands that writing it again gives the very same line.
static bool read_line(struct counts_row *row, const char *line) {
    char again[LINE_BYTES];
    const char *opened = strrchr(line, ',');
    if (!opened || sscanf(line, "%15[^,],%85[^,]", row->period, row->what) != 2) {
        return false;
    }
    row->opened = (int)strtol(opened + 1, NULL, 10);
    snprintf(again, sizeof again, row_format, row->period, row->what, row->opened);
    return strcmp(line, again) == 0 && counts_is_row(row);
}

void counts_table_read(struct counts_table *table, struct str csv) {
    for (size_t size, at = 0; at < csv.size; at += size) {
        char line[LINE_BYTES];
        struct counts_row row;
        const char *stop = memchr(csv.at + at, '\n', csv.size - at);
        size = stop ? (size_t)(stop + 1 - csv.at) - at : csv.size - at;
        snprintf(line, sizeof line, "%.*s", (int)size, csv.at + at);
        if (strlen(line) == size && read_line(&row, line)) {
            counts_table_add(table, &row);
        } else {
            table->damaged_count += strcmp(line, header) != 0;
        }
    }
}

int counts_table_next_start(const struct counts_table *table) {
    int next = 1;
    for (int i = 0; i < table->count; i++) {
        int start = start_of(table->rows[i].period);
        next = start >= next && start < START_LAST ? start + 1 : next;
    }
    return next;
}

// Days before starts, and "start 10" behind "start 9".
static int row_order(const void *left, const void *right) {
    const struct counts_row *a = left, *b = right;
    int order = start_of(a->period) - start_of(b->period);
    order = order != 0 ? order : strcmp(a->period, b->period);
    return order != 0 ? order : strcmp(a->what, b->what);
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

// Days are as old as other days, starts as other starts; nobody knows how old a start is to a day.
// A period stays or goes whole: the first row of those that stay of these.
static int find_kept(const struct counts_row *rows, int from, int end) {
    int kept = end, periods = 0;
    for (int i = end - 1; i >= from; i--) {
        bool is_first = i == from || strcmp(rows[i - 1].period, rows[i].period) != 0;
        if (is_first && (++periods > LIMIT_COUNT_PERIODS || end - i > LIMIT_COUNT_ROWS)) {
            break;
        }
        kept = is_first ? i : kept;
    }
    return kept;
}

static void put_rows(struct buffer *text, const struct counts_row *rows, int from, int end) {
    for (int i = find_kept(rows, from, end); i < end; i++) {
        buffer_format(text, row_format, rows[i].period, rows[i].what, rows[i].opened);
    }
}

struct str counts_table_write(struct counts_table *table) {
    struct buffer text = {.arena = table->arena};
    int days = 0;
    if (table->count > 0) {
        sum_up(table);
    }
    while (days < table->count && start_of(table->rows[days].period) == 0) {
        days++;
    }
    buffer_text(&text, header);
    put_rows(&text, table->rows, 0, days);
    put_rows(&text, table->rows, days, table->count);
    return buffer_str(&text);
}
