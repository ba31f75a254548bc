// SPDX-License-Identifier: MIT
// Starts SDL's video on a display that somebody can see: the desktop where there is one, else the
// console. SDL's invisible drivers are taken only where SDL_VIDEODRIVER asks for one by name.
#pragma once

#include "base/base.h"

// False, with a line in the log, when there is no display at all. On the console the whole screen
// is ours: no window, no pointer.
MUST_USE bool display_open(bool *is_console);
void display_close(void);

// True when a connector below `folder` (/sys/class/drm, as the kernel documents it in
// Documentation/ABI/stable/sysfs-class-drm and drm_sysfs.c) is connected and knows a mode.
MUST_USE bool display_is_connected(const char *folder);

// Returns when one is, however long that takes; calls `still_waiting` after each look.
void display_wait(const char *folder, void (*still_waiting)(void));
