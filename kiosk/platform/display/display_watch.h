// SPDX-License-Identifier: MIT
// News of displays on the console: one was plugged in, pulled, or switched to another input. The
// kernel tells of them once, and udev passes it on. It does not know which display it was.
#pragma once

#include "base/base.h"

struct display_watch { // all zero: nothing is ever heard
    struct udev *udev;
    struct udev_monitor *monitor;
};

void display_watch_open(struct display_watch *watch);

// Readable when there is news, as poll(2) says; -1: there never is any.
int display_watch_waker(const struct display_watch *watch);

// True when there was news since the last step.
MUST_USE bool display_watch_step(struct display_watch *watch);

void display_watch_close(struct display_watch *watch);
