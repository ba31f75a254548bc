// SPDX-License-Identifier: MIT
// A walk through content that is not yet on screen, as patients will see it: every page of every
// card, then refer and urgent help, in every language; and the first card of content that has just
// come to the screen.
#pragma once

#include "app/state/state.h"

void preview_open(struct app *app);           // of session.fresh
void preview_turn(struct app *app, int step); // -1 or +1, coming round at both ends
void preview_close(struct app *app);          // back to the list of changes

// The deck that is on screen now, with the staff's row below it.
void preview_show(struct app *app);
