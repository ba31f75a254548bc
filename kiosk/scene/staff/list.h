// SPDX-License-Identifier: MIT
// A list of staff: a label and a value in each row, with a tick or a way on.
#ifndef DIT_LIST_H
#define DIT_LIST_H

#include "scene/frame.h"

// Rows of a list, over as many pages as they need.
struct list_row {
    const char *label;
    const char *old, *now; // the new value beside the old one, which is struck out; NULL: none
    bool is_strong;        // the value is what it is about
    bool has_tick, is_ticked;
    bool opens;           // it leads to a screen
    struct action action; // of a row that has a tick, or opens
};
struct list {
    struct rect room;
    const struct list_row *rows;
    int count;
    int wanted; // the row whose page is shown; -1: the page of the view
};
void list_draw(struct scene_builder *builder, const struct list *list);

#endif
