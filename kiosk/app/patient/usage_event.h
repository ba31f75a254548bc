// SPDX-License-Identifier: MIT
// What a person has just opened, for the counts: a card, the refer screen, urgent help. What turns
// by itself was opened by nobody, and neither was the page to which a closed screen returns.
#ifndef DIT_USAGE_EVENT_H
#define DIT_USAGE_EVENT_H

#include "app/state/state.h"

// After an input; `before` is the view before it. The name (see store/counts_table.h), "" for
// nothing; good until the next call.
const char *usage_event_find(struct app *app, const struct view *before);

#endif
