// SPDX-License-Identifier: MIT
// What is said of a change, in the words of staff: on the screen, in the receipt on the stick and
// on the page for staff alike.
#pragma once

#include "content/diff/changes.h"
#include "content/words/words.h"

struct change_words {
    const char *label;
    const char *old, *now; // NULL: there is nothing to say of it
    bool is_confirmed;     // one that staff tick
};

// Lives in `arena`, or as long as the change and the words.
struct change_words change_words_of(const struct change *change, const struct staff_words *words,
                                    struct arena *arena);
