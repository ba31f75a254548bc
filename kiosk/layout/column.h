// SPDX-License-Identifier: MIT
// A document in a column, before its letter size is chosen: every block shaped once, with what of
// its place is the same at every size. How high the whole becomes at a size is then arithmetic.
#pragma once

#include "content/card/block.h"
#include "layout/page.h"

struct column_block {
    const struct block *block; // the lines of a table, and sentences, are several of these
    struct shape shape;
    struct shape lead;    // a marker as typed, or the first column of a table
    int64_t table_units;  // of the indent: that first column and its gap; 0: no table
    bool has_lines;       // several typed lines
    int64_t indent_units; // where its text begins, in 1/4096 em
};

struct column {
    struct column_block *list; // what shows nothing is left out
    int count;
    const struct flow_style *style;
};

struct column column_build(const struct document *document, const struct flow_style *style,
                           const struct fonts *fonts, struct arena *arena);

static const double COLUMN_INDENT_EM = 1.15;     // of a list, and of the gutter for bullets
static const double COLUMN_MARKER_GAP_EM = 0.35; // between a marker and its text
static const double COLUMN_CALLOUT_PAD_EM = 0.6;
