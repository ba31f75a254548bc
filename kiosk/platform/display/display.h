// SPDX-License-Identifier: MIT
// Starts SDL's video on a display that somebody can see: the desktop where there is one, else the
// console. SDL's invisible drivers are taken only where SDL_VIDEODRIVER asks for one by name.
#ifndef DIT_DISPLAY_H
#define DIT_DISPLAY_H

#include <SDL.h>

#include "base/base.h"

struct display {
    const char *driver; // SDL's name for it
    bool is_console;    // the whole screen is ours: no window, no pointer
};

// False, with a line in the log, when there is no display at all.
MUST_USE bool display_open(struct display *display);
void display_close(struct display *display);

#endif
