// SPDX-License-Identifier: MIT
// `dit-kiosk set-pin`: asks for the new staff PIN twice on a terminal, or takes it as one line from
// standard input, and keeps its hash in the store. A keypad that wrong tries have closed is opened:
// who may write the store is past it already.
#ifndef DIT_COMMAND_PIN_H
#define DIT_COMMAND_PIN_H

#include "base/base.h"

// The exit code: 0 done, 1 the PIN was refused and nothing was changed, 3 the system failed.
MUST_USE int command_pin(const char *store_dir);

#endif
