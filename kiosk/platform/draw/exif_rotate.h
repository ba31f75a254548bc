// SPDX-License-Identifier: MIT
// Turns a decoded photograph the way up that its camera noted: a telephone that was held on its
// side stores the picture on its side. JPEG decoders give no palettes, so it knows none.
#pragma once

#include <SDL.h>

#include "base/base.h"

// The picture as it is to be seen, in the same pixel format; `orientation` is 1 to 8 as in struct
// picture. Takes `stored` over: it is what comes back, or it is freed. NULL when there is no
// memory.
MUST_USE SDL_Surface *exif_rotate(SDL_Surface *stored, int orientation);
