// SPDX-License-Identifier: MIT
// Moving from one finished picture to the next. A fade touches only the spans of rows that differ
// between the two, a slide moves rows as memory. All surfaces are ARGB8888 and of one size. It does
// not know time: the caller says how far the change has come.
#pragma once

#include <SDL.h>

#include "base/arena.h"

struct fade;

enum { FADE_DONE = 256 };

// Finds what differs inside `area`, which lies inside both. `after` is borrowed until
// blend_fade_close, `before` only for this call.
MUST_USE struct fade *blend_fade_open(const SDL_Surface *before, const SDL_Surface *after,
                                      struct rect area);

// Takes `picture`, which shows `before` at first and then what the last step left, on to `share`:
// 0 is before, FADE_DONE after. A share that is not larger than the last one changes nothing, so a
// fade never turns back.
void blend_fade_step(struct fade *fade, SDL_Surface *picture, int share);

void blend_fade_close(struct fade *fade); // NULL is fine

// What differs, as at most `limit` rectangles that do not overlap (bands of rows); returns how
// many.
int blend_fade_rects(const struct fade *fade, struct rect *rects, int limit);

// Inside `area`, `out` shows `before` moved by `offset_px` (right is positive) and `after` in the
// room that it leaves, side by side. `out` is neither of the two.
struct slide {
    const SDL_Surface *before, *after;
    struct rect area;
};
void blend_slide(const struct slide *slide, int offset_px, SDL_Surface *out);
