// SPDX-License-Identifier: MIT
// What a person has just opened, for the counts: a card, the refer screen, urgent help. What turns
// by itself was opened by nobody, and neither was the page to which a closed screen returns.
#pragma once

#include "app/state/state.h"

// After an input; `before` is the view before it. Sets app->opened, which is empty.
void usage_event_find(struct app *app, const struct view *before);
