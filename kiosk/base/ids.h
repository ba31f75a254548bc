// SPDX-License-Identifier: MIT
// Numbers for texts: the same text has the same number, so that texts are compared once and numbers
// from then on. Finding one takes as long among thousands as among ten.
#ifndef DIT_IDS_H
#define DIT_IDS_H

#include "base/arena.h"

// A zeroed struct with `arena` set is ready.
struct ids {
    struct arena *arena; // owns copies of the texts
    struct str *texts;   // by their numbers
    int count;
    int *slots; // ids.c's own
    int slot_count;
};

// The number of a text, any bytes: from 0 on, in the order in which they were added first. It is
// new if it is what `count` was before.
int ids_add(struct ids *ids, struct str text);

#endif
