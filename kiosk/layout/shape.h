// SPDX-License-Identifier: MIT
// A text made ready for lines: split into pieces of one style between break opportunities, each
// measured once in units of the letter size. Lines of any size and width can then be broken by
// adding numbers, which is what makes looking for the largest size that fits cheap.
#ifndef DIT_SHAPE_H
#define DIT_SHAPE_H

#include "base/arena.h"
#include "layout/fonts.h"
#include "model/document.h"

struct shape_piece {
    int first_byte, byte_count;
    int units; // width in 1/4096 em
    struct run_style style;
    uint8_t level; // of UAX #9
    bool is_space;
    bool is_number;    // part of a telephone number: never broken
    bool may_end_line; // a break is allowed after it
    bool must_end_line;
};

struct shape {
    struct str text;
    struct shape_piece *pieces;
    int piece_count;
    bool is_right_to_left;
};

struct shape_style {
    const struct stretch *stretches; // cover the whole text; NULL: no emphasis
    enum weight weight;              // of text without emphasis
    bool is_right_to_left;
};

// Lives in `arena`, and points into `text`.
struct shape shape_build(struct str text, const struct shape_style *style,
                         const struct fonts *fonts, struct arena *arena);

#endif
