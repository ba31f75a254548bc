// SPDX-License-Identifier: MIT
// The questions that a new kiosk asks on its screen: which way is up, where touches land, and the
// staff PIN. Whoever makes the kiosk puts an empty file `set-up` into the store; it says how far
// the answers have come, so that a power cut asks only for the rest, and is gone with the last.
#pragma once

#include "base/base.h"

enum setup {
    SETUP_OVER, // or never asked for
    SETUP_ROTATION,
    SETUP_TOUCH,
    SETUP_PIN,
    SETUP_COUNT,
};

// What comes next. A file that says nothing known begins with the first question.
enum setup setup_load(int folder);
MUST_USE bool setup_store(int folder, enum setup next);

// How far the picture is turned, clockwise, in degrees: 0 where nobody was asked. `store_dir` may
// be NULL.
int setup_load_rotation(const char *store_dir);
MUST_USE bool setup_store_rotation(int folder, int degrees);
