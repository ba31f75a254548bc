// SPDX-License-Identifier: MIT
// The screens that `render` draws besides the cards. What those of staff show are results over the
// real deck that a stick might have brought, so that every screen can be looked at without a stick,
// a store or a PIN.
#pragma once

#include "scene/staff/staff.h"
#include "scene/view.h"

struct sample {
    const char *name; // of the picture's file
    struct view view; // over a card, its first page alone
    struct staff_scene staff;
};

// Ended by one without a name. They live in `arena`; `words` and `deck` are borrowed. What is the
// same in all views (language, theme, letters) is left out.
const struct sample *samples_build(const struct deck *deck, const struct staff_words *words,
                                   struct arena *arena);
