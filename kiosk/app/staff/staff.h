// SPDX-License-Identifier: MIT
// The staff's side of the state machine: from the stick or the two corners to the PIN, and on to
// checking, changes, menu. Until the PIN was right nothing but the keypad comes up, and whatever is
// left standing goes away by itself.
#pragma once

#include "app/state/state.h"

// Something that the shell found out.
void staff_take(struct app *app, const struct staff_event *event);

// Does what a control of the staff screens says; false for a patient's control.
MUST_USE bool staff_act(struct app *app, struct action action);

// Sees every touch before anybody else; true where it is the staff's alone.
MUST_USE bool staff_touch(struct app *app, const struct touch *touch);

void staff_step(struct app *app);
void staff_count(struct app *app);                 // the seconds on screen; after every input
uint64_t staff_deadline_ms(const struct app *app); // UINT64_MAX: none
