// SPDX-License-Identifier: MIT
// Starts SDL's video on a display that somebody can see: the desktop where there is one, else the
// console. SDL's invisible drivers are taken only where SDL_VIDEODRIVER asks for one by name.
#pragma once

#include "platform/system/service.h"

// False, with a line in the log, when there is no display at all. Where SDL_VIDEODRIVER asks for
// the console by name it returns when a display is on, however long that takes, and tells `service`
// that it waits. On the console the whole screen is ours: no window, no pointer.
MUST_USE bool display_open(bool *is_console, struct service *service);
void display_close(void);
