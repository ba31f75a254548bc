// SPDX-License-Identifier: MIT
// The counts as the lines of one CSV (RFC 4180): period, what, opened, and nothing else. It is
// written sorted and summed up, so that the same counts are the same bytes, in whatever order they
// came and over however many writes. A line that the kiosk would not have written is skipped. It
// knows no file and no clock.
#pragma once

#include "content/limits.h"

struct counts_row {
    char period[16]; // a day such as "2026-11-25", or "start 12" where there is no clock
    char what[LIMIT_CARD_ID_BYTES + 6]; // "card:what-is-dit", "refer" or "urgent-help"
    int opened;                         // 1 to LIMIT_COUNT_OPENED, where it stays
};

// A zeroed struct with `arena` set is an empty table.
struct counts_table {
    struct arena *arena;
    struct counts_row *rows; // what stands there twice is summed up when it is written
    int count;
    int damaged_count; // lines that were skipped
};

// Whether it may stand there: no other names, so nothing that a spreadsheet could take for a
// formula.
bool counts_is_row(const struct counts_row *row);

void counts_table_add(struct counts_table *table, const struct counts_row *row);
void counts_table_read(struct counts_table *table, struct str csv);

// The N of the next period "start N".
int counts_table_next_start(const struct counts_table *table);

// Without the oldest periods over the limits: a header, then days before starts, in their order.
struct str counts_table_write(struct counts_table *table);
