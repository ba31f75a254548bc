// SPDX-License-Identifier: MIT
// Moving from one finished picture to the next: a fade mixes only what differs between the two, a
// slide moves rows as memory. All surfaces are ARGB8888 and of one size. It does not know time: the
// caller says how far the change has come.
#pragma once

#include <SDL.h>

#include "base/base.h"

enum { FADE_DONE = 256 };

// Takes `area` of `picture` on towards `after`, by `part` of the way that is left: FADE_DONE is all
// of it. What is equal already stays untouched.
void blend_fade(SDL_Surface *picture, const SDL_Surface *after, struct rect area, int part);

// Inside `area`, `picture`, which is neither of the two, shows `before` moved by `offset_px` (right
// is positive, at most the width of the area) and `after` in the room that it leaves, side by side.
struct slide {
    const SDL_Surface *before, *after;
    struct rect area;
};
void blend_slide(const struct slide *slide, int offset_px, SDL_Surface *picture);
