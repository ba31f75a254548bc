// SPDX-License-Identifier: MIT
// `dit-kiosk run`: the kiosk on a screen, until it is told to stop. It sleeps until something is
// due, hands what happened to the app, and lets the stage show the result.
#ifndef DIT_COMMAND_RUN_H
#define DIT_COMMAND_RUN_H

#include "base/base.h"

struct run_options {
    const char *store_dir;   // NULL: there is no store
    const char *stick_dir;   // where a stick comes; NULL: the appliance's place
    const char *content_dir; // NULL: the cards that came with the program
    const char *device_path; // NULL: the installed one, if there is one
    int width_px, height_px; // of the window; 0: 1280 x 720
};

// The exit code: 0 after a signal or the window's close button, 3 when there is no display or new
// content does not come to it.
MUST_USE int command_run(const struct run_options *options);

#endif
