// SPDX-License-Identifier: MIT
// A copy that comes back after the screen has changed: each file of it is compared with what both
// began with and with what is on screen, and the staging folder gets those that the screen alone
// has changed. What both have changed is the screen's unless staff say otherwise; either is a
// finding, so that nobody's work is lost in silence. What a stick brings that is no copy, or one of
// cards that are not known here, is taken whole.
#pragma once

#include "content/diff/merge.h"
#include "store/stick/record.h"
#include "store/store.h"

// The file in a copy that says which content it is of, as two keys of records. Anybody may write
// what they like into it: the worst it can do is to keep what is on screen.
#define COPIED_FROM "copied-from.txt"
#define COPIED_FROM_CONTENT "content = "
#define COPIED_FROM_COPY "copy = "

struct merge {
    struct findings *findings; // its arena owns the texts
    const struct store *store;
    struct merge_choice choice;
    char content[RECORD_KEY_DIGITS + 1], copy[RECORD_KEY_DIGITS + 1]; // as the copy says; "": not

    struct tree fresh, shown; // in the staging folder, and on screen; files of neither change
    struct arena bytes;       // of one file
    struct record screen, stick, base; // of the first two, in the order of their trees
    struct record merged;              // of the staging folder when it is over
    struct merge_item *contested;      // what both have changed
    int contested_count;
    int done_count;  // files that were merged
    bool is_unknown; // what the stick's were copied from
    bool is_over;
};

// Of a zeroed struct; what is borrowed outlives it.
void merge_init(struct merge *merge, const struct store *store, struct findings *findings);

// One file more, once both trees are listed: to be called again while the result is FILE_OK and
// `is_over` is not set.
MUST_USE enum file_fault merge_step(struct merge *merge);

// What the next merge will ask for: what is in the content that is being put in place, in that on
// screen, and on the stick.
MUST_USE enum file_fault merge_keep_records(const struct merge *merge);

void merge_close(struct merge *merge);
