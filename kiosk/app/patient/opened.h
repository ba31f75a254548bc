// SPDX-License-Identifier: MIT
// What a person has just opened, for the counts: a card, the refer screen, urgent help. What turns
// by itself was opened by nobody, and neither was the page to which a closed screen returns.
#ifndef DIT_OPENED_H
#define DIT_OPENED_H

#include "app/state/state.h"

// After an input; `before` is the view before it. The name (see store/ledger.h), "" for nothing;
// good until the next call.
const char *opened_find(struct app *app, const struct view *before);

#endif
