// SPDX-License-Identifier: MIT
// Whether a picture can be told from the ground that it lies on. What counts is its outline, where
// it meets the ground: the four sides of a photograph, the letters of a logo on nothing.
#pragma once

#include <SDL.h>

#include "base/base.h"

// Whether the ground shows through somewhere; `picture` is ARGB8888, as below.
bool outline_is_open(const SDL_Surface *picture);

// Whether so much of the outline has (nearly) the colour `ground` that it would not be seen on it.
bool outline_melts(const SDL_Surface *picture, uint32_t ground);
