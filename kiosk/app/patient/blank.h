// SPDX-License-Identifier: MIT
// Outside the opening hours the screen is dark while nobody is there. Whoever touches it has the
// cards at once, because a patient of an evening clinic may need them; nothing under that first
// touch is pressed, as nobody could see what it was.
#pragma once

#include "app/state/state.h"

enum { BLANK_AFTER_MS = 5 * 60 * 1000 }; // from the last touch, or from the start of the kiosk

// True when the screen was dark: a touch, or a key where `touch` is NULL, has had its effect then,
// which is light.
MUST_USE bool blank_wake(struct app *app, const struct touch *touch, const struct scene *scene);

// Puts the view as hours and people want it now; to be called after every input.
void blank_step(struct app *app);
uint64_t blank_deadline_ms(const struct app *app); // UINT64_MAX: none
