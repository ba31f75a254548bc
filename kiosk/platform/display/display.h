// SPDX-License-Identifier: MIT
// Starts SDL's video on a display that somebody can see: the desktop where there is one, else the
// console. SDL's invisible drivers are taken only where SDL_VIDEODRIVER asks for one by name. On
// the console it hears of displays that are plugged in, pulled, or switched to another input.
#pragma once

#include "base/base.h"

struct display {
    bool is_console;              // the whole screen is ours: no window, no pointer
    struct udev *udev;            // of the console
    struct udev_monitor *monitor; // NULL: nothing is ever heard
};

// Into a zeroed struct. False, with a line in the log, when there is none of them; whether a
// display is connected to the console shows when it is presented on.
MUST_USE bool display_open(struct display *display);

// Whether one that is away is waited for. The service asks for the console by name, and has nothing
// better to do than wait for a display that is switched off at night. By hand, somebody would wait
// for an answer.
bool display_is_waited_for(void);

// Readable when there is news, as poll(2) says; -1: there never is any.
int display_waker(const struct display *display);

// True when there was news since the last call.
MUST_USE bool display_has_news(const struct display *display);

void display_close(struct display *display); // takes a zeroed struct too
