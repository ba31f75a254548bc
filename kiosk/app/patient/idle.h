// SPDX-License-Identifier: MIT
// When nobody has touched the kiosk for a while, it asks whether somebody still reads, and returns
// to the loop when nobody answers. Outside the opening hours the screen is then dark. Whoever
// touches it has the cards at once, because a patient of an evening clinic may need them; nothing
// under that first touch is pressed, as nobody could see what it was.
#pragma once

#include "app/state/state.h"

void idle_step(struct app *app);  // asks, counts, returns: when time has passed
void idle_blank(struct app *app); // dark or light, as hours and people want it: after every input
uint64_t idle_deadline_ms(const struct app *app); // UINT64_MAX: none

void idle_touch(struct app *app);  // somebody is there
void idle_extend(struct app *app); // the question has its whole countdown ahead

// True when the screen was dark: a touch, or a key where `touch` is NULL, has had its effect then,
// which is light.
MUST_USE bool idle_wake(struct app *app, const struct touch *touch, const struct scene *scene);
