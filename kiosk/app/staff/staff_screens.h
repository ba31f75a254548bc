// SPDX-License-Identifier: MIT
// The way between the staff screens, which controls, time and what the shell found out all make:
// show one, say something, leave.
#pragma once

#include "app/state/state.h"

bool staff_screens_is_trying_touch(const struct app *app); // session.map is in force, for a while

void staff_screens_show(struct app *app, enum screen screen);
void staff_screens_stay(struct app *app); // the whole of its time, from now on
void staff_screens_notify(struct app *app, enum notice notice, const char *detail);
void staff_screens_work(struct app *app, enum staff_work work, enum staff_job job);
void staff_screens_read_stick(struct app *app);

void staff_screens_ask_for_pin(struct app *app, enum staff_errand errand);
void staff_screens_ask_about_stick(struct app *app); // never over urgent help
void staff_screens_wipe_pin(struct app *app);
void staff_screens_leave_keypad(struct app *app); // back to the patient's page

// Back to the cards, as at boot; what was read and not put on screen is forgotten.
void staff_screens_leave(struct app *app);
