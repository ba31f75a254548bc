// SPDX-License-Identifier: MIT
// One function a screen; each has a file of its own. scene_build chooses among them by the view.
#ifndef DIT_SCREENS_H
#define DIT_SCREENS_H

#include "scene/widgets.h"

void screen_card_build(struct sketch *sketch);
void screen_topics_build(struct sketch *sketch);
void screen_languages_build(struct sketch *sketch);
void screen_refer_build(struct sketch *sketch);
void screen_urgent_build(struct sketch *sketch);

// Whether the title of urgent help has a number in it, which patients must not be left without.
bool urgent_title_is_call(const struct sketch *sketch);

// "Are you still reading?" over whatever was built before.
void screen_reading_build(struct sketch *sketch);

// What several of them share: tiles in a grid, pages of a screen's own, and letter sizes.
struct tile {
    struct action action;
    const char *words;
    const char *icon; // NULL: none
};
struct tile_row {
    const struct tile *tiles;
    int count;
    enum text_size letters; // chosen by grid_draw
};
void grid_draw(struct sketch *sketch, struct rect room, struct tile_row row);

// A screen's heading below the header; returns where what follows may begin.
int heading_draw(struct sketch *sketch, struct str title);
int heading_below_px(const struct sketch *sketch, struct str title); // the same, drawing nothing

// The lower row of a screen that is not a card: page controls when there are pages, and a last
// button, planned here.
void pages_draw(struct sketch *sketch, struct button last);

// Letter sizes to try for body text, largest first; returns how many. `sizes` has room for
// BODY_SIZE_LIMIT.
enum { BODY_SIZE_LIMIT = 8 };
int body_sizes(const struct sketch *sketch, enum text_size text_size, int *sizes);

// Puts a text or a number where a sentence of assets/words says {name}.
const char *word_with_text(const struct sketch *sketch, const char *words, const char *name,
                           const char *text);
const char *word_with_number(const struct sketch *sketch, const char *words, const char *name,
                             int number);

// The number of pages there are, at least one, and the page of the view or the nearest there is.
void pages_set(struct sketch *sketch, int page_count);

// "2 of 3", or NULL when there is one page.
const char *page_note(const struct sketch *sketch, int page, int page_count);

#endif
