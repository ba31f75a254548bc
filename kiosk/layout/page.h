// SPDX-License-Identifier: MIT
// What a column of text becomes: pages of placed pieces, and what the column may look like.
#pragma once

#include "layout/text/paragraph.h"

enum piece_kind {
    PIECE_LINE,    // `line` at `at`; at.h is the line pitch, `baseline_px` from at.y
    PIECE_BULLET,  // a disc that fills `at`
    PIECE_NUMBER,  // the number of an ordered item, as a `line`
    PIECE_CALLOUT, // the ground of a call-out; comes before what stands on it
    PIECE_PICTURE, // the file `picture`, to be fitted into `at`
};

struct piece {
    enum piece_kind kind;
    struct rect at; // from the column's top left corner
    int size_px;    // letter size of this piece: a number too wide for the column is set smaller
    int baseline_px;
    const struct line *line;
    const char *picture;
};

struct page {
    struct piece *pieces;
    int piece_count;
    int height_px; // of what is on it, from the top of the column's free part
    int word_count;
};

struct flow {
    struct page *pages; // at least one, unless the document is empty
    int page_count;
    bool has_torn_sentence; // at the end of a page
};

struct flow_style {
    int width_px, height_px; // of the column on one page
    int first_page_used_px;  // taken at the top of the first page (label and title)
    int next_page_used_px;   // taken at the top of the others
    int size_px;             // letter size of the body
    bool is_right_to_left;
    bool fills_pages;     // as a book does: the last page may be short; else all are filled alike
    bool parts_sentences; // each begins a line, so that a page may end before it
};
