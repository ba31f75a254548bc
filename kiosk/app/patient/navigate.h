// SPDX-License-Identifier: MIT
// Where the controls lead: from page to page, from card to card, and between the screens. It knows
// the deck and the view, not fingers and not the clock.
#ifndef DIT_NAVIGATE_H
#define DIT_NAVIGATE_H

#include "app/state/state.h"

// One page before (-1) or after (+1), wrapping round.
struct view navigate_neighbour(const struct app *app, int step);
bool navigate_can_turn(const struct app *app); // false: there is one page in all
void navigate_turn(struct app *app, int step);
void navigate_slide(struct app *app, int step); // the same, with the card sliding

// A page of a screen that has several of its own; no further than the first and the last.
void navigate_page(struct app *app, int step);

// Does what a control says. ACTION_FINISH and ACTION_RESUME need the clock: they belong to app.c.
void navigate_act(struct app *app, struct action action);

#endif
