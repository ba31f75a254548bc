// SPDX-License-Identifier: MIT
// Makes a decoded picture the size at which it is shown: once, when it is decoded.
#pragma once

#include <SDL.h>

#include "base/base.h"

// The largest size inside `room` with the proportions width : height; at least 1 x 1.
struct rect scale_fit(struct rect room, int width, int height);

// A new ARGB8888 surface; NULL where it cannot be done.
MUST_USE SDL_Surface *scale_picture(SDL_Surface *from, int width_px, int height_px);
