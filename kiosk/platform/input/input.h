// SPDX-License-Identifier: MIT
// SDL's events become touches and keys of the upright picture: fingers first, one mouse button, a
// few keys. Everything else is either news about the window or nothing. It does not know what is on
// the screen.
#pragma once

#include <SDL.h>

#include "app/app.h"

enum input_news {
    NEWS_NOTHING,
    NEWS_INPUT,   // `input` was filled
    NEWS_QUIT,    // a signal, or the window's close button
    NEWS_EXPOSED, // show everything again
    NEWS_RESIZED, // or the surface was lost: present_reopen, then build and paint everything
    NEWS_HIDDEN,  // nobody can see the window
};

enum { INPUT_FINGER_LIMIT = 10 };

struct input_finger {
    SDL_TouchID device;
    SDL_FingerID finger;
};

struct input_reader {
    int width_px, height_px; // of the upright picture
    int rotate;              // how the picture is turned: the mouse follows it
    int touch_rotate;        // how the touch panel is turned: 0, 90, 180 or 270
    struct touch_map map;    // takes the place of touch_rotate where staff have set touch up
    bool is_right_to_left;   // which arrow points forwards
    bool is_mouse_down;
    struct input_finger fingers[INPUT_FINGER_LIMIT]; // down now
    int finger_count;
};

// What one event means. `input` is written for NEWS_INPUT alone.
enum input_news input_read(struct input_reader *reader, const SDL_Event *event,
                           struct input *input);

// A panel that is unplugged under a finger never says that the finger lifted. True when there is
// such a finger; `input` cancels it. Call until false, after devices changed.
bool input_find_lost(struct input_reader *reader, struct input *input);
