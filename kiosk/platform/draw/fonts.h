// SPDX-License-Identifier: MIT
// The fonts that are on board, over SDL_ttf: families in the order in which a letter is looked for,
// three weights each, one open TTF_Font for each face and size (its glyph cache is emptied when the
// size changes). Files that are missing or broken are replaced by the next best, at last by the
// font that is compiled in.
#pragma once

#include <SDL.h>

#include "content/ports.h"
#include "layout/text/fonts.h"
#include "platform/draw/shapes.h"

struct font_book;

// Reads assets_dir/fonts/fonts.ini; NULL or "" uses the compiled-in font alone. NULL, with a line
// in the log, where no words can be drawn at all. font_book_close takes NULL as well.
MUST_USE struct font_book *font_book_open(const char *assets_dir);
void font_book_close(struct font_book *book);

// Both live as long as the book.
const struct fonts *font_book_fonts(struct font_book *book);
const struct letter_port *font_book_letters(struct font_book *book);

// A run as it is drawn, `baseline_px` below its top row, `left_px` left of where the pen starts.
// The pixels belong to the book and are good until its next call.
struct font_image {
    struct stencil stencil;
    int baseline_px, left_px;
};

// False, with a line in the log, where the run cannot be drawn and has to be left out.
MUST_USE bool font_book_draw(struct font_book *book, const struct run_style *style, int size_px,
                             const char *text, struct font_image *image);
