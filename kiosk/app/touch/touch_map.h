// SPDX-License-Identifier: MIT
// The way from a place on the touch panel to a place in the picture, for panels that are turned,
// mirrored or off by a finger's width: an affine map, worked out from four touches at known places.
// Places are in 1/65536 of the panel and of the picture, from the left and the top.
#pragma once

#include "base/arena.h"

enum { TOUCH_MAP_ONE = 65536, TOUCH_MAP_POINTS = 4 };

struct touch_point {
    int x, y;
};

// x = (a x + b y) / ONE + c, and y likewise with d, e, f.
struct touch_map {
    bool is_set; // false: nobody has set touch up
    int a, b, c, d, e, f;
    int rotation; // of the picture that it leads to, in degrees: in another one it leads astray
};

// From where the panel felt four touches to where they were meant to be, the corners of a
// rectangle, clockwise from the top left; the rotation is the caller's to say. False, with the map
// as it was, where no straight way leads from the one to the other.
MUST_USE bool touch_map_fit(struct touch_map *map, const struct touch_point felt[TOUCH_MAP_POINTS],
                            const struct touch_point meant[TOUCH_MAP_POINTS]);

struct touch_point touch_map_apply(const struct touch_map *map, struct touch_point felt);

// One line of text, and back; false, with the map as it was, for anything else.
const char *touch_map_text(const struct touch_map *map, struct arena *arena);
MUST_USE bool touch_map_parse(struct touch_map *map, const char *text);
