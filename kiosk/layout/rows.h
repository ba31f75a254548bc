// SPDX-License-Identifier: MIT
// A document at one letter size, as rows from top to bottom: a row is a line, or a picture, that no
// page parts. What has to stay together says so, and pages.c only has to count heights.
#ifndef DIT_ROWS_H
#define DIT_ROWS_H

#include "layout/flow.h"

struct row {
    int gap_px; // above it, unless it opens a page
    int height_px;
    int callout;     // rows of one call-out share a number from 1; 0: none
    bool keeps_next; // a page must not end behind it
    int word_count;
    struct piece pieces[2]; // y from the row's top: a line, and the bullet or number before it
    int piece_count;
};

struct rows {
    struct row *list;
    int count;
    bool overflows; // a word or number is wider than the column
};

// The blocks of a document, each shaped once.
struct shaped_block {
    const struct block *block;
    struct shape shape;
    struct shape number; // of an ordered item
};

struct shaped_document {
    struct shaped_block *list;
    int count;
};

struct shaped_document rows_shape(const struct document *document, const struct flow_style *style,
                                  const struct fonts *fonts, struct arena *arena);

struct row_source {
    const struct shaped_document *document;
    const struct flow_style *style;
    const struct fonts *fonts;
    int size_px;
};

struct rows rows_build(const struct row_source *source, struct arena *arena);

// Padding of a call-out at a letter size.
int rows_callout_pad_px(int size_px);

#endif
