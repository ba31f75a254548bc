// SPDX-License-Identifier: MIT
// Whether the practice is open, as the opening hours and a trusted clock say, and the lamps of a
// screen that is dark. Without such a clock, or without hours, it is always open.
#pragma once

#include "content/settings/hours.h"

// Where the kernel lists the lamps (sysfs-class-backlight). A screen on HDMI has none; one that may
// not be written to stays lit behind a dark picture, which does no harm.
#define HOURS_WATCH_LAMPS_DIR "/sys/class/backlight"

struct hours_watch {
    const struct hours *hours; // open at all times: no clock is ever asked
    const char *lamps_dir;
    bool is_open;
    bool is_known; // whether the clock could be trusted at the last look
    bool is_lit;
    uint64_t due_ms; // of the next look; UINT64_MAX: never
};

// Puts the lamps on, whatever an earlier run left behind. Borrows what it is given.
void hours_watch_open(struct hours_watch *hours_watch, const struct hours *hours,
                      const char *lamps_dir);

// True when the practice has opened or closed since the last step: is_open says which.
bool hours_watch_step(struct hours_watch *hours_watch, uint64_t now_ms);

void hours_watch_light(struct hours_watch *hours_watch, bool is_lit); // the lamps: lit at the end
