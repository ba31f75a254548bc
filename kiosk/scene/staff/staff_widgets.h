// SPDX-License-Identifier: MIT
// The staff screens, and what they have in common. They are in English and run from left to right,
// whatever language patients have chosen.
#pragma once

#include "scene/frame.h"
#include "scene/staff/staff.h"

// What a builder of a staff screen has for its language.
const struct language *staff_language(void);

const char *staff_word(const struct scene_builder *builder, enum staff_word word);
const char *staff_word_with(const struct scene_builder *builder, enum staff_word word,
                            const char *name, const char *text);
const char *staff_word_with_count(const struct scene_builder *builder, enum staff_word word,
                                  const char *name, int count);

int staff_advice_count(const struct staff_scene *staff); // the findings that are no errors

// A planned button; its `words` may be changed before it is planned again.
struct button staff_button(const struct scene_builder *builder, enum button_kind kind,
                           enum action_kind action, enum staff_word words);

// The header: "Staff", quiet words, urgent help for whoever is left standing there, a way out, and
// at the end a way to stay.
void staff_header_draw(struct scene_builder *builder, enum staff_word about,
                       enum staff_word way_out);

// Text below the heading at `y`; returns where the next may begin.
int staff_text_draw(struct scene_builder *builder, int y, const char *text);

// The lower row, of planned buttons: one at its start, where `first` does something, one at its
// end, page controls between where there are pages.
void staff_row_draw(struct scene_builder *builder, struct button first, struct button last);

// Parts below each other, over as many pages as they need: in the largest letters in which one page
// is enough, or else in the least. A page ends between two parts.
struct staff_stack {
    struct rect room;
    int count, gap_px;
    int wanted;        // the part whose page is shown; -1: the page of the view
    const void *parts; // for these two
    int (*height)(const struct scene_builder *builder, const struct staff_stack *stack, int index);
    void (*draw)(struct scene_builder *builder, const struct staff_stack *stack, int index,
                 struct rect at);
    int size_px; // of the letters; the stack's own choice
};
void staff_stack_draw(struct scene_builder *builder, struct staff_stack *stack);

// A row of a list: a label and a value, with a tick or a way on.
struct value_row {
    const char *label;
    const char *old, *now; // the new value beside the old one, which is struck out; NULL: none
    bool is_strong;        // the value is what it is about
    bool is_ticked;
    struct action action; // ACTION_CONFIRM has a tick, another leads to a screen
};
// From `y` down, a stack whose parts are rows.
void value_list_draw(struct scene_builder *builder, struct staff_stack list, int y);

void screen_keypad_build(struct scene_builder *builder); // over whatever was built before

// The lower row under new content that is not yet on screen; everything else on it rests.
void preview_draw(struct scene_builder *builder);
