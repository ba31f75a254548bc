// SPDX-License-Identifier: MIT
// Where the controls lead: from page to page, from card to card, and between the screens; and where
// Tab leads, from control to control. It knows the deck and the view, not fingers.
#pragma once

#include "app/state/state.h"

// Stands for the last page of a card whose pages are not known before it is shown.
enum { NAVIGATE_LAST_PAGE = 1000000 };

// One page before (-1) or after (+1), wrapping round.
struct view navigate_neighbour(const struct app *app, int step);
bool navigate_can_turn(const struct app *app);  // false: there is one page in all
void navigate_slide(struct app *app, int step); // goes there, with the card sliding

// Does what a control of patients says.
void navigate_act(struct app *app, struct action action);

// The next control (+1) that the picture offers, or the one before (-1), is what Enter presses; and
// a control that the picture no longer has is forgotten.
void navigate_focus(struct app *app, const struct scene *scene, int step);
void navigate_check_focus(struct app *app, const struct scene *scene);

// What a person has just opened, for the counts: a card, refer, urgent help. What turns by itself
// was opened by nobody, and neither was the page to which a closed screen returns, or a card that
// the same person comes back to; nothing with `counts = off`. After an input; `before` is the view
// before it. Sets app->opened, which is empty.
void navigate_note_opened(struct app *app, const struct view *before);
