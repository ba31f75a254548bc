// SPDX-License-Identifier: MIT
// A document in a column, before its letter size is chosen: every block shaped once, with what of
// its place is the same at every size. How high the whole becomes at a size is then arithmetic.
#ifndef DIT_COLUMN_H
#define DIT_COLUMN_H

#include "content/card/block.h"
#include "layout/page.h"

struct column_block {
    const struct block *block;
    struct shape shape;
    struct shape number;      // of an ordered item
    int64_t indent_units;     // where its text begins, in 1/4096 em
    int picture_w, picture_h; // in the picture's own pixels; 0 where it cannot be read
};

struct column {
    struct column_block *list; // what shows nothing is left out
    int count;
    const struct flow_style *style;
    const struct fonts *fonts;
};

struct column column_build(const struct document *document, const struct flow_style *style,
                           const struct fonts *fonts, struct arena *arena);

// How the lines of a block are broken at that size of the body's letters.
struct paragraph_style column_text_style(const struct column *column, int index, int size_px);

int column_pitch_px(const struct column *column, int index, int size_px);
int column_indent_px(const struct column *column, int index, int size_px);
int column_callout_pad_px(int size_px);

// Above a block, the padding of call-outs that close or open there included; 0 for the first.
int column_gap_px(const struct column *column, int index, int size_px);

struct rect column_picture(const struct column *column, int index, int size_px); // w and h alone

// The height of everything on one page; -1 where a word or a number is wider than its line.
int64_t column_height_px(const struct column *column, int size_px);

#endif
