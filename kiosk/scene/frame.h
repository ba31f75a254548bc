// SPDX-License-Identifier: MIT
// What the screens that are not cards have in common: a heading, the way through pages of their
// own, letter sizes.
#pragma once

#include "scene/widgets.h"

// From margin to margin, between `y` and the lower row.
struct rect frame_room(const struct scene_builder *builder, int y);

// A screen's heading below the header; returns where what follows may begin.
int heading_draw(struct scene_builder *builder, struct str title);
int heading_below_px(const struct scene_builder *builder,
                     struct str title); // the same, drawing nothing

// The lower row of a screen that is not a card: page controls when there are pages, and a last
// button, planned here; and the same with the button that closes the screen.
void pages_draw(struct scene_builder *builder, struct button last);
void pages_draw_close(struct scene_builder *builder);

// Letter sizes to try for body text, largest first; returns how many. `sizes` has room for
// BODY_SIZE_LIMIT.
enum { BODY_SIZE_LIMIT = 8 };
int body_sizes(const struct scene_builder *builder, enum text_size text_size, int *sizes);

// Puts a number where a sentence of assets/words says {name}.
const char *word_with_number(const struct scene_builder *builder, const char *words,
                             const char *name, int number);

// The number of pages there are, at least one, and the page of the view or the nearest there is.
void pages_set(struct scene_builder *builder, int page_count);

// "2 of 3", or NULL when there is one page.
const char *page_note(const struct scene_builder *builder);
