// SPDX-License-Identifier: MIT
// The pixels of a JPEG, over libjpeg. A photograph with a hole in it still decodes, into grey
// stripes and wrong colours, and the decoder only warns; here it is none at all.
#pragma once

#include <SDL.h>

#include "base/base.h"

// ARGB8888, as it is stored. NULL with SDL's error where any of it is damaged or there is no
// memory; the caller frees it.
MUST_USE SDL_Surface *jpeg_decode(struct str bytes);
