// SPDX-License-Identifier: MIT
// The staff's side of the state machine: from the stick or the two corners to the PIN, and on to
// checking, changes, menu. Until the PIN was right nothing but the keypad comes up, and whatever is
// left standing goes away by itself.
#ifndef DIT_STAFF_APP_H
#define DIT_STAFF_APP_H

#include "app/staff/staff_screens.h"

// Something that the shell found out.
void staff_take(struct app *app, const struct staff_event *event, uint64_t now_ms);

// Does what a control of the staff screens says; false for a patient's control.
MUST_USE bool staff_act(struct app *app, struct action action, uint64_t now_ms);

// Sees every touch before anybody else; true where it is the staff's alone.
MUST_USE bool staff_touch(struct app *app, const struct touch *touch, uint64_t now_ms);

// Every touch, in the dark too: who holds two corners wants the staff menu.
void staff_follow_corners(struct app *app, const struct touch *touch, uint64_t now_ms);

void staff_extend(struct app *app, uint64_t now_ms); // somebody is there
void staff_step(struct app *app, uint64_t now_ms);
uint64_t staff_deadline_ms(const struct app *app); // UINT64_MAX: none

#endif
