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

// Where a block stands.
struct column_place {
    int gap_px;    // above it, the padding of call-outs that close or open there included
    int indent_px; // of its text or picture
    int lead_px;   // of the first column of a table, which stands beside the second
    bool is_above; // or has no room for that, and stands above it
    int hang_px;   // how much further a line stands in that goes on with a typed line
    int pitch_px;  // of its lines
    struct paragraph_style text;
    int picture_w_px, picture_h_px;
};
struct column_place column_find_place(const struct column *column, int index);

static const double COLUMN_INDENT_EM = 1.15;     // of a list, and of the gutter for bullets
static const double COLUMN_MARKER_GAP_EM = 0.35; // between a marker and its text
int column_em_px(double em, int size_px);
int column_callout_pad_px(int size_px);
