// SPDX-License-Identifier: MIT
// A text made ready for lines: split into pieces of one style between break opportunities, each
// measured once in units of the letter size. Lines of any size and width can then be broken by
// adding numbers, which is what makes looking for the largest size that fits cheap.
#pragma once

#include "layout/text/letters.h"

struct shape_piece {
    int first_byte, byte_count;
    int64_t units; // width in 1/4096 em
    struct run_style style;
    uint8_t level; // of UAX #9
    bool is_space;
    bool is_number; // part of a telephone number: never broken
};

// What no line may part, and the spaces behind it.
struct shape_word {
    int first, count; // pieces, those of the spaces included
    int space_count;  // the last pieces of these
    int64_t units;    // without the spaces behind it
    int64_t space_units;
    bool ends_line;  // a hard break follows
    bool opens_word; // stands behind a space: "face-to-face" is one word for a reader, three here
};

struct shape {
    struct str text;       // what is drawn
    const uint8_t *starts; // for each of its bytes: 1 where a cluster begins
    struct shape_piece *pieces;
    int piece_count;
    struct shape_word *words;
    int word_count;
    int64_t widest_units; // of all words
};

// Lives in `arena`.
struct shape shape_build(struct str text, const struct shape_style *style,
                         const struct fonts *fonts, struct arena *arena);

// What units are in pixels, in letters of that size.
int shape_px(int64_t units, int size_px);

// Width of the whole text on one line, in 1/4096 em.
int64_t shape_line_units(const struct shape *shape);

// The words of `shape`, those wider than `width_units` in parts that are not, cut between clusters
// and nowhere inside a telephone number; only a number or a single cluster may still be wider.
// Returns `shape` itself where nothing is too wide. Lives in `arena`.
struct shape shape_break_words(const struct shape *shape, int64_t width_units,
                               const struct fonts *fonts, struct arena *arena);
