// SPDX-License-Identifier: MIT
// The kiosk's own drawings (assets/drawings, whose README says what may stand in their SVG),
// painted straight onto the screen at any size. Nothing is decoded and no pixels are kept. Anything
// else that calls itself SVG goes through decode.h.
#pragma once

#include "base/arena.h"
#include "content/settings/settings.h"
#include "platform/draw/shapes.h"

struct drawing_path;

struct drawing {
    struct drawing_path *paths;
    int count;
};

// False, with the drawing untouched, where that is not such a file. It lives in `arena`; `svg` may
// go.
MUST_USE bool drawing_read(struct drawing *drawing, struct str svg, struct arena *arena);

struct drawing_look {
    struct rect at; // a square
    enum theme_choice theme;
    bool is_mirrored;
};
void drawing_paint(const struct drawing *drawing, SDL_Surface *surface, struct drawing_look look);
