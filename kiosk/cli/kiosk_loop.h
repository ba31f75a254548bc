// SPDX-License-Identifier: MIT
// The kiosk on a screen, until it is told to stop. It sleeps until something is due, hands what
// happened to the app, and lets the compositor show the result.
#ifndef DIT_KIOSK_LOOP_H
#define DIT_KIOSK_LOOP_H

#include "cli/kiosk.h"

// The exit code: 0 after a signal or the window's close button, 3 when there is no display or new
// content does not come to it.
MUST_USE int kiosk_loop_run(const struct run_options *options);

#endif
