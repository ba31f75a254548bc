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

struct samples {
    struct sample *list;
    int count;
};

// Lives in `arena`; `words` and `deck` are borrowed. Each view is `view` with another screen.
struct samples samples_build(const struct deck *deck, const struct staff_words *words,
                             const struct view *view, struct arena *arena);
