// SPDX-License-Identifier: MIT
// What the staff screens have in common. They are in English and run from left to right, whatever
// language patients have chosen.
#ifndef DIT_STAFF_WIDGETS_H
#define DIT_STAFF_WIDGETS_H

#include "scene/frame.h"
#include "scene/staff/staff.h"

// What a builder of a staff screen has for its language.
const struct language *staff_language(void);

const char *staff_word(const struct scene_builder *builder, enum staff_word word);
const char *staff_word_with(const struct scene_builder *builder, enum staff_word word,
                            const char *name, const char *text);
const char *staff_word_with_count(const struct scene_builder *builder, enum staff_word word,
                                  const char *name, int count);

// "4 min" or "12 s".
const char *staff_time(const struct scene_builder *builder, int seconds);

// The header: "Staff", quiet words, urgent help for whoever is left standing there, a way out, and
// at the end a way to stay.
void staff_header_draw(struct scene_builder *builder, enum staff_word about,
                       enum staff_word way_out);

// Text below the heading at `y`; returns where the next may begin.
int staff_text_draw(struct scene_builder *builder, int y, const char *text);

// The lower row: the first button at its start, the others at its end, page controls between where
// there are pages. Buttons without words are passed over.
struct staff_row {
    struct button first, second, last;
};
void staff_row_draw(struct scene_builder *builder, const struct staff_row *row);

// What stands below each other over pages, in the largest letters in which one page is enough, or
// else those that give the fewest pages. Letter sizes to try, largest first; returns how many.
enum { STAFF_SIZE_LIMIT = 3 };
int staff_sizes(const struct scene_builder *builder, int sizes[STAFF_SIZE_LIMIT]);

// The page on which each of these heights stands; returns how many pages there are.
struct stack {
    const int *heights;
    int count, gap_px;
};
int staff_paginate(const struct stack *stack, int room_px, int *pages);

#endif
