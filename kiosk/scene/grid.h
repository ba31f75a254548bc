// SPDX-License-Identifier: MIT
// Tiles of one size, as large as the room allows.
#ifndef DIT_GRID_H
#define DIT_GRID_H

#include "scene/widgets.h"

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
void grid_draw(struct scene_builder *builder, struct rect room, struct tile_row row);

#endif
