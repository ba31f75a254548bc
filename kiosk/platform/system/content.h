// SPDX-License-Identifier: MIT
// Which cards are shown: those of the store, else those that were asked for, else those that came
// with the program, else the few words that are compiled into it. Whatever was wrong is in the log;
// there is always a deck.
#pragma once

#include "content/deck/deck.h"

struct content_source {
    const char *store_dir;   // its current generation comes first; NULL: there is no store
    const char *content_dir; // NULL: none was asked for
    const char *shipped_dir; // NULL: there is none
    const char *assets_dir;  // NULL: there is none
    const struct ports *ports;
};

// The deck lives in `arena`, which is emptied before each try. True unless the words of last resort
// had to be taken.
bool content_load(struct deck *deck, const struct content_source *source, struct arena *arena);
