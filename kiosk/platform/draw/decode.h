// SPDX-License-Identifier: MIT
// Pictures from bytes, over SDL_image and libjpeg. The kiosk's own drawings are decoded where they
// are needed; a picture that staff or a stranger brought is decoded by a child in a sandbox, which
// hands back pixels and nothing else, so that a picture made to break a decoder breaks nothing.
#pragma once

#include <SDL.h>

#include "base/arena.h"
#include "base/base.h"

// A drawing of ours (SVG), as large as asked for; one side may be 0. NULL with SDL's error; the
// caller frees it.
SDL_Surface *decode_drawing(struct str svg, int width_px, int height_px);

// Whether the whole picture can be drawn, in the time that a frame has.
MUST_USE bool decode_is_whole(struct str bytes);

// ARGB8888 with alpha, as large as fits into the room in the picture's own proportions. NULL where
// it cannot be drawn; the caller frees it.
SDL_Surface *decode_fitted(struct str bytes, int width_px, int height_px);

// A PNG or JPEG as it is to be stored: upright, and no larger than it would be on the largest
// screen. The same bytes where it is so already, or cannot be made so; else others of the same kind
// in the arena, which come out of here as they are.
struct str decode_reduced(struct str bytes, struct arena *arena);

// What the child does, with one word of three numbers: the seconds that it may take, and the width
// and height of a room; its exit code.
#define DECODE_CHILD "child-decode"
int decode_in_child(const char *word);

MUST_USE bool decode_write_png(SDL_Surface *surface, const char *path);
