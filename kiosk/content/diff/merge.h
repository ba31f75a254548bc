// SPDX-License-Identifier: MIT
// Two people have changed what both began with: whose is it, for one file, and for one setting of
// kiosk.ini. What one of them alone has changed is theirs; what both have changed is for somebody
// to decide.
#pragma once

#include "base/finding.h"

enum merge_side { MERGE_SAME, MERGE_STICK, MERGE_SCREEN, MERGE_BOTH };

// One thing in three states, as numbers that are equal where the things are; 0: it is not there.
// `base` is what both began with.
enum merge_side merge_judge(uint64_t base, uint64_t screen, uint64_t stick);

// Something that both have changed.
struct merge_item {
    const char *id;             // by which it is chosen
    const char *path;           // of the file
    const char *key;            // of the setting; NULL: it is a whole file
    const char *screen, *stick; // the words of both; NULL: none, or a picture
};

// Of which the stick's is taken: of all, or of these. Of any other the screen's is kept.
struct merge_choice {
    bool keeps_stick;
    const char *const *taken; // ids
    int taken_count;
};

bool merge_takes_stick(const struct merge_choice *choice, const char *id);

// A kiosk.ini in these states, as UTF-8 with LF.
struct merge_settings {
    struct str base, screen, stick;
    const char *path; // of the items
    struct merge_choice choice;
    struct merge_item *items; // filled
    int item_count;
};

// The stick's text, with the settings that the screen alone has changed. It and the items live in
// `arena`.
struct str merge_settings(struct merge_settings *settings, struct arena *arena);
