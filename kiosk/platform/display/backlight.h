// SPDX-License-Identifier: MIT
// The lamps behind the screen, as backlights of the kernel (sysfs-class-backlight). A screen on
// HDMI has none; one that may not be written to stays lit behind a dark picture, which does no
// harm.
#pragma once

#include "base/base.h"

#define BACKLIGHT_DIR "/sys/class/backlight"

// All of them on or off; `dir` is where they are listed.
void backlight_switch(const char *dir, bool is_on);
