// SPDX-License-Identifier: MIT
// A list of staff: a label and a value in each row, with a tick or a way on.
#pragma once

#include "scene/staff/staff_widgets.h"

struct value_row {
    const char *label;
    const char *old, *now; // the new value beside the old one, which is struck out; NULL: none
    bool is_strong;        // the value is what it is about
    bool has_tick, is_ticked;
    bool opens;           // it leads to a screen
    struct action action; // of a row that has a tick, or opens
};

// From `y` down, a stack whose parts are rows.
void value_list_draw(struct scene_builder *builder, struct staff_stack list, int y);
