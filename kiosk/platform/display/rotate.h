// SPDX-License-Identifier: MIT
// The way from the upright picture to a glass that hangs turned: pixels and rectangles clockwise,
// and touches back. Degrees are 0, 90, 180 or 270, as device.ini gives them.
#pragma once

#include <SDL.h>

#include "base/base.h"

// Where `part` of an upright picture of that size lands on the glass.
struct rect rotate_rect(struct rect part, int degrees, int upright_w, int upright_h);

// Where a point of the glass lies in the upright picture of that size.
struct rotate_point {
    int x, y;
};
struct rotate_point rotate_point_back(struct rotate_point glass, int degrees, int upright_w,
                                      int upright_h);

// Copies `part` of the upright picture to its place on `glass` (sides swapped for 90 and 270) and
// returns the rectangle of the glass that changed. Both ARGB8888.
struct rect rotate_copy(const SDL_Surface *upright, struct rect part, int degrees,
                        SDL_Surface *glass);
