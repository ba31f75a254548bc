// SPDX-License-Identifier: MIT
// Puts a finished picture on the glass, whole or a part of it. There are two ways: the surface of
// a window, which on an upright screen is painted on directly, and two buffers of the graphics card
// on the console. A picture that hangs turned is turned on the way. It does not know what it shows.
#pragma once

#include <SDL.h>

#include "base/base.h"

struct present_options {
    bool is_console;         // the whole screen
    int rotate;              // degrees clockwise: 0, 90, 180 or 270
    int width_px, height_px; // of a window
};

struct card_screen; // of present_console.c

struct presenter {
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

// Shows a part of `picture`. False when it could not: present_reopen, paint everything, show again.
MUST_USE bool present_show(struct presenter *presenter, struct rect part);

// Copies a part of the upright picture to its place on `glass`, turned as it hangs, and returns
// where it landed. Nothing is copied where the picture is the glass.
struct rect present_copy(const struct presenter *presenter, struct rect part, SDL_Surface *glass);

void present_close(struct presenter *presenter);

// The console's part. `open` makes presenter->glass, as large as the display is now, and may be
// called again after `close`; open and show leave a line in the log when they fail.
bool present_console_open(struct presenter *presenter);
bool present_console_show(struct presenter *presenter, struct rect part);
void present_console_close(struct presenter *presenter);
