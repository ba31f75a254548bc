// SPDX-License-Identifier: MIT
// Puts a finished picture on the glass, whole or by rectangles. There are two ways: the surface of
// a window, which on an upright screen is painted on directly, and a texture on the console. A
// picture that hangs turned is turned on the way. It does not know what it shows.
#pragma once

#include <SDL.h>

#include "base/base.h"

enum { RECTS_LIMIT = 8 };

struct rects {
    struct rect list[RECTS_LIMIT];
    int count;
};

struct present_options {
    bool is_console;         // the whole screen
    int rotate;              // degrees clockwise: 0, 90, 180 or 270
    int width_px, height_px; // of a window
};

struct presenter;

// One way of showing. `open` makes presenter->glass, for the window as large as it is now, and may
// be called again after `close`; all of them leave a line in the log when they fail.
struct present_way {
    bool (*open)(struct presenter *presenter);
    bool (*show)(struct presenter *presenter, const struct rects *on_glass);
    void (*close)(struct presenter *presenter);
};

extern const struct present_way PRESENT_WINDOW, PRESENT_CONSOLE;

struct presenter {
    const struct present_way *way;
    SDL_Window *window;
    SDL_Renderer *renderer; // of the console
    SDL_Texture *texture;
    SDL_Surface *glass;   // as the glass shows it
    SDL_Surface *picture; // upright, to be painted on; the same as `glass` when nothing turns it
    int rotate;
};

// False, with a line in the log, when no way works.
MUST_USE bool present_open(struct presenter *presenter, const struct present_options *options);

// After the window changed its size or its surface was lost: fresh surfaces, with nothing on them.
// The window may have grown or shrunk. False when no way works now; try again later.
MUST_USE bool present_reopen(struct presenter *presenter);

// Shows parts of `picture`. False when it could not: present_reopen, paint everything, show again.
MUST_USE bool present_show(struct presenter *presenter, const struct rects *parts);

void present_close(struct presenter *presenter);
