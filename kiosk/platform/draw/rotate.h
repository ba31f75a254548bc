// SPDX-License-Identifier: MIT
// Turns pictures: the upright one onto a glass that hangs turned, and a photograph the way up that
// its camera noted, because a telephone that was held on its side stores it on its side. Degrees
// are clockwise: 0, 90, 180 or 270, as device.ini gives them.
#pragma once

#include <SDL.h>

#include "base/base.h"

// Where `part` of a picture of that size lands when the picture is turned. The other way round:
// that of the turned picture's size, turned on by what is missing to 360 degrees.
struct rect rotate_rect(struct rect part, int degrees, int width, int height);

// Copies `part` of the upright picture to its place on `glass` (sides swapped for 90 and 270) and
// returns the rectangle of the glass that changed. Both ARGB8888.
struct rect rotate_copy(const SDL_Surface *upright, struct rect part, int degrees,
                        SDL_Surface *glass);

// The photograph as it is to be seen: `stored` itself, or in ARGB8888 where it was turned.
// `orientation` is 1 to 8 as in struct picture. Takes `stored` over; NULL when there is no memory.
MUST_USE SDL_Surface *rotate_photograph(SDL_Surface *stored, int orientation);
