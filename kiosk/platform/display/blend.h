// SPDX-License-Identifier: MIT
// Moving from one finished picture to the next: a fade mixes only what differs between the two, a
// slide moves rows as memory. All surfaces are ARGB8888 and of one size. It does not know time: the
// caller says how far the change has come.
#pragma once

#include <SDL.h>

#include "base/base.h"

enum { FADE_DONE = 256 };

// Both pictures are good inside `area`, outside of which nothing is drawn.
struct blend {
    const SDL_Surface *before, *after;
    struct rect area;
};

// `picture` shows `before` or what an earlier call left, and `share` of the way from there to
// `after` from now on: 0 is before, FADE_DONE after.
void blend_fade(const struct blend *blend, int share, SDL_Surface *picture);

// `picture`, which is neither of the two, shows `before` moved by `offset_px` (right is positive,
// at most the width of the area) and `after` in the room that it leaves, side by side.
void blend_slide(const struct blend *blend, int offset_px, SDL_Surface *picture);
