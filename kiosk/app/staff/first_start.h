// SPDX-License-Identifier: MIT
// The first start of a new kiosk: the arrow that points up, four touches, a PIN typed twice. What
// was answered is in the store before the next question comes; whoever leaves a question alone gets
// the cards, and is asked again at the next start.
#pragma once

#include "app/state/state.h"

// Asks `next`; SETUP_OVER goes to the cards.
void first_start_ask(struct app *app, enum setup next);

void first_start_turn(struct app *app);       // an arrow was touched
void first_start_take_pin(struct app *app);   // OK was pressed
void first_start_change_pin(struct app *app); // asks for the one in force, and then
void first_start_choose_pin(struct app *app, enum staff_pin pin, const char *why);
void first_start_undo_touch(struct app *app); // the set-up on trial goes, in the menu too
