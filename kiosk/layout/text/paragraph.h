// SPDX-License-Identifier: MIT
// A text becomes lines, and a line becomes runs that a font can draw: one direction, one script,
// one face each (UAX #9, #14, #24). Telephone numbers are isolated and never broken, whichever way
// the text around them runs. It does not know pages or colours.
#pragma once

#include "layout/text/shape.h"

// Drawn left to right in this order; `x_px` from the line's left edge.
struct run {
    struct run_style style;
    const char *text; // NUL-terminated, logical order, without direction controls
    int x_px, width_px;
};

struct line {
    struct run *runs;
    int run_count;
    int width_px;
    int size_px; // letter size: the style's, or smaller for a number that would not fit
    int word_count;
    bool is_continued; // by itself: no hard break stands before it
};

struct paragraph {
    struct line *lines;
    int line_count;
    int widest_px;
    bool is_torn; // a word was broken between letters, or a number is wider than the line
};

struct paragraph_style {
    const struct stretch *stretches; // cover the whole text; NULL: no emphasis
    int size_px;                     // letter size (em)
    int width_px;                    // lines are at most this wide; 0 for one line of any width
    enum weight weight;              // of text without emphasis; bold on top of it is WEIGHT_BOLD
    bool is_right_to_left;           // direction of the paragraph as a whole
    bool is_balanced;                // lines of nearly one length, for headings and centred text
    bool shrinks_numbers;            // a number wider than the line is set smaller, alone
};

// A word wider than the line is broken between letters, never clipped; a number stays whole and
// makes the line wider than asked, unless `shrinks_numbers`. Lives in `arena`.
struct paragraph paragraph_build(struct str text, const struct paragraph_style *style,
                                 const struct fonts *fonts, struct arena *arena);

// The same for a text that was shaped before: only words that have to be torn are measured again.
struct paragraph paragraph_break(const struct shape *shape, const struct paragraph_style *style,
                                 const struct fonts *fonts, struct arena *arena);
