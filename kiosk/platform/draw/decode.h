// SPDX-License-Identifier: MIT
// Pictures from bytes, over SDL_image and jpeg.h. The kiosk's own drawings are decoded where they
// are needed; a picture that staff or a stranger brought is decoded by a child in a sandbox, which
// hands back pixels and nothing else, so that a picture made to break a decoder breaks nothing.
#pragma once

#include <SDL.h>

#include "base/base.h"

// A drawing of ours (SVG), as large as asked for. NULL with SDL's error; the caller frees it.
SDL_Surface *decode_drawing(struct str bytes, int width_px, int height_px);

// Whether the whole picture can be drawn, in the time that a frame has.
MUST_USE bool decode_is_whole(struct str bytes);

// ARGB8888 with alpha, as large as fits into the room in the picture's own proportions. NULL where
// it cannot be drawn; the caller frees it.
SDL_Surface *decode_fitted(struct str bytes, int width_px, int height_px);

// What the child does, with the width and height of a room, or 0 and 0; its exit code.
#define DECODE_CHILD "child-decode"
int decode_in_child(char **words);

MUST_USE bool decode_write_png(SDL_Surface *surface, const char *path);
