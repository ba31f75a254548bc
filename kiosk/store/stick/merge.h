// SPDX-License-Identifier: MIT
// A copy that comes back after the screen has changed: each file of it is compared with what it was
// copied from and with what is on screen, and the staging folder gets those that the screen alone
// has changed. What both have changed is the screen's unless staff say otherwise; either is a
// finding, so that nobody's work is lost in silence.
#pragma once

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
    struct tree *fresh, *shown; // in the staging folder, and on screen; neither changes meanwhile
    struct arena *bytes;        // of one file
    bool keeps_stick;           // of what both have changed
    char content[RECORD_KEY_DIGITS + 1], copy[RECORD_KEY_DIGITS + 1]; // as the copy says; "": not

    bool is_over;
    struct record screen, stick, copied, brought; // of the first two, in the order of their trees
    int done_count;                               // files that were merged
};

// One file more of a struct with its first members set: to be called again while the result is
// FILE_OK and `is_over` is not set.
MUST_USE enum file_fault merge_step(struct merge *merge);

// What the next merge will ask for: what is in the content that is being put in place, in that on
// screen, and on the stick.
MUST_USE enum file_fault merge_keep_records(const struct merge *merge,
                                            const struct record *content);
