// SPDX-License-Identifier: MIT
// Where pages end: the fewest pages; of these the way that tears least apart; of these the evenest,
// so that the last page is no leftover.
#pragma once

#include "layout/rows.h"

struct paging {
    const struct flow_style *style;
    const struct rows *rows;
    int callout_pad_px; // above and below the rows of a call-out, wherever its page ends
};

struct cuts {
    int *starts; // first row of each page, and the number of rows behind the last
    int count;   // of pages
};

// What stands above a row: its gap, or the padding of a call-out that begins the page.
int pages_gap_px(const struct paging *paging, int row, bool opens_page);

// Height of rows `first` to `end` - 1 on one page.
int pages_height_px(const struct paging *paging, int first, int end);

// Always moves on: a row taller than a page has one to itself. Lives in `arena`.
struct cuts pages_cut(const struct paging *paging, struct arena *arena);
