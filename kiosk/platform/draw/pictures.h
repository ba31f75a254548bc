// SPDX-License-Identifier: MIT
// The pictures on the screen: the line icons of assets/icons, drawn from SVG at the very size and
// in the ink they are shown in, the drawings of assets/drawings, and the pictures of the content,
// scaled once to what is shown. A picture that is refused or missing is one line in the log and a
// quiet gap on the screen.
#pragma once

#include <SDL.h>

#include "platform/draw/decode.h"
#include "platform/draw/drawing.h"
#include "platform/draw/shapes.h"

struct picture_book;

// Never NULL. Without assets_dir there are no icons.
MUST_USE struct picture_book *picture_book_open(const char *assets_dir);
void picture_book_close(struct picture_book *book);

// The folder whose images/ are shown from now on (NULL or "": none); forgets those of the last one.
void picture_book_set_content(struct picture_book *book, const char *content_dir);

// The coverage of an icon in a square of that side, for any ink; false where it cannot be drawn.
// The book owns the pixels; they are good until its next call.
MUST_USE bool picture_book_icon(struct picture_book *book, const char *name, int side_px,
                                struct stencil *stencil);

// A drawing; false where it cannot be shown. The book owns its paths; they are good until its next
// call.
MUST_USE bool picture_book_drawing(struct picture_book *book, const char *name,
                                   struct drawing *drawing);

// ARGB8888 with alpha, as large as fits into the room in its own proportions; NULL where it cannot
// be drawn. The book owns it; good until the book's next call.
SDL_Surface *picture_book_picture(struct picture_book *book, const char *name, int width_px,
                                  int height_px);
