// SPDX-License-Identifier: MIT
// Puts a finished picture on the glass, whole or by rectangles. There are two ways: the surface of
// a window, which on an upright screen is painted on directly, and two buffers of the graphics card
// on the console. A picture that hangs turned is turned on the way. It does not know what it shows.
#pragma once

#include <SDL.h>

#include "base/base.h"

enum { RECTS_LIMIT = 8 };

struct rects {
    struct rect list[RECTS_LIMIT];
    int count;
};

// Adds one more part; when there is no room, one part grows around it.
void rects_add(struct rects *rects, struct rect part);

struct present_options {
    bool is_console;         // the whole screen
    int rotate;              // degrees clockwise: 0, 90, 180 or 270
    int width_px, height_px; // of a window
};

struct presenter;
struct card_screen; // of present_console.c

// One way of showing. `open` makes presenter->glass, as large as the window or the display is now,
// and may be called again after `close`; open and show leave a line in the log when they fail.
struct present_way {
    bool (*open)(struct presenter *presenter);
    bool (*show)(struct presenter *presenter, const struct rects *parts);
    void (*close)(struct presenter *presenter);
};

extern const struct present_way PRESENT_WINDOW, PRESENT_CONSOLE;

struct presenter {
    const struct present_way *way;
    SDL_Window *window;         // NULL on the console
    struct card_screen *screen; // NULL in a window
    SDL_Surface *glass;         // as the glass shows it, or will with the next picture
    SDL_Surface *picture;       // upright, to be painted on
    int rotate;
    int refused_modes; // of the display: how many of its modes the card would not show
    bool is_dark;      // the display is to be off with the next picture, where we are who drive it
    bool is_away;      // no display is connected: the last `open` found none
};

// False, with a line in the log, when it does not work: present_reopen may try again where the
// display is away, and present_close takes it too.
MUST_USE bool present_open(struct presenter *presenter, const struct present_options *options);

// After news of the window or of displays, or when it was lost: fresh surfaces, with nothing on
// them. The glass may have grown or shrunk. False when that does not work now; try again later.
MUST_USE bool present_reopen(struct presenter *presenter);

// Shows parts of `picture`. False when it could not: present_reopen, paint everything, show again.
MUST_USE bool present_show(struct presenter *presenter, const struct rects *parts);

// Copies parts of the upright picture to their place on `glass`, turned as it hangs; `on_glass` is
// where they landed. Nothing is copied where the picture is the glass.
void present_copy(const struct presenter *presenter, const struct rects *parts, SDL_Surface *glass,
                  struct rects *on_glass);

void present_close(struct presenter *presenter);
