// SPDX-License-Identifier: MIT
// SDL's events become touches and keys of the upright picture: fingers first, one mouse button, a
// few keys. Everything else is either news about the window or nothing. It does not know what is on
// the screen.
#pragma once

#include <SDL.h>

#include "app/app.h"

enum input_news {
    NEWS_NOTHING,
    NEWS_INPUT,  // `input` was filled
    NEWS_QUIT,   // a signal, or the window's close button
    NEWS_WINDOW, // it has to be shown again, and may have another size
};

struct input_reader {
    int width_px, height_px; // of the upright picture
    int rotate;              // how the picture is turned: the mouse follows it
    int touch_rotate;        // how the touch panel is turned: 0, 90, 180 or 270
    struct touch_map map;    // takes the place of touch_rotate where staff have set touch up
    bool is_right_to_left;   // which arrow points forwards
    bool is_mouse_down;
};

// What one event means. `input` is written for NEWS_INPUT alone.
enum input_news input_read(struct input_reader *reader, const SDL_Event *event,
                           struct input *input);
