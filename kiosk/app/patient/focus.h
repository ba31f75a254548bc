// SPDX-License-Identifier: MIT
// The control that Enter presses: Tab moves it through what the picture offers.
#ifndef DIT_FOCUS_H
#define DIT_FOCUS_H

#include "app/state/state.h"

void focus_move(struct app *app, const struct scene *scene, int step);

// Forgets a control that the picture no longer has.
void focus_check(struct app *app, const struct scene *scene);

#endif
