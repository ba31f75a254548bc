// SPDX-License-Identifier: MIT
// What the screens have in common: their builders, and of those that are not cards a heading, the
// way through pages of their own, tiles.
#pragma once

#include "scene/widgets.h"

// One function a screen, in a file of its own or beside its twin.
#define SCREEN_BUILDER(NAME, name) void screen_##name##_build(struct scene_builder *builder);
SCREENS(SCREEN_BUILDER)

// From margin to margin, between `y` and the lower row.
struct rect frame_room(const struct scene_builder *builder, int y);

// A screen's heading below the header; returns where what follows may begin.
int heading_draw(struct scene_builder *builder, struct str title);

// The lower row of a screen that is not a card: its way back, of that kind, which on a later page
// leads to the page before; the way on, where there are more pages; and a last control, which may
// do nothing.
void pages_draw(struct scene_builder *builder, enum button_kind kind, struct button last);

// Puts a number where a sentence of assets/words says {name}.
const char *word_with_number(const struct scene_builder *builder, const char *words,
                             const char *name, int number);

// The number of pages there are, at least one, and the page of the view or the nearest there is.
void pages_set(struct scene_builder *builder, int page_count);

// "2 of 3", or NULL when there is one page.
const char *page_note(const struct scene_builder *builder, int page, int page_count);

// Tiles of one size, as large as the room allows; each with an icon or a drawing, or NULL for none,
// and a line below its words.
struct tile {
    struct action action;
    const char *words, *icon, *drawing;
    const char *answer, *short_answer; // the second where the first has no room
    bool is_here;
};
struct tiles {
    const struct tile *list;
    int count;
};
void grid_draw(struct scene_builder *builder, struct rect room, struct tiles tiles);
