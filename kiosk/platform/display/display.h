// SPDX-License-Identifier: MIT
// Starts SDL's video on a display that somebody can see: the desktop where there is one, else the
// console. SDL's invisible drivers are taken only where SDL_VIDEODRIVER asks for one by name.
#pragma once

#include "platform/system/service.h"

// False, with a line in the log, when there is none of them. On the console the whole screen is
// ours: no window, no pointer; whether a display is connected to it shows when it is presented on.
MUST_USE bool display_open(bool *is_console);

// Waits a moment for one that is away, and tells `service` so; false where nobody waits. The
// service asks for the console by name, and has nothing better to do than wait for a display that
// is switched off at night. By hand, somebody would wait for an answer.
MUST_USE bool display_wait(struct service *service);
bool display_is_told_to_stop(void); // and was, while it waited
void display_close(void);
