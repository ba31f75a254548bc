// SPDX-License-Identifier: MIT
// A column as rows from top to bottom: a row is a line, or a picture, that no page parts. What
// belongs together says so, and flow.c only has to count heights.
#pragma once

#include "layout/column.h"

// What it would cost to end a page behind a row.
enum row_bond {
    BOND_NONE, // between two blocks
    BOND_ITEM, // between two items of a list, or two sentences
    BOND_LAST, // an item would stand alone on the last page
    BOND_LINE, // between two lines of a sentence
    BOND_EDGE, // one line would stand alone
    BOND_LEAD, // words that lead to a list would stand without it
    BOND_HEADING,
};

struct row {
    int gap_px; // above it, unless it opens a page
    int height_px;
    int callout; // rows of one call-out share a number from 1; 0: none
    enum row_bond bond;
    int word_count;
    struct piece pieces[2]; // y from the row's top: a line, and the bullet or number before it
    int piece_count;
};

struct rows {
    struct row *list;
    int count;
    int callout_pad_px; // above and below those of a call-out, wherever its page ends
};

struct rows rows_build(const struct column *column, const struct fonts *fonts, struct arena *arena);
