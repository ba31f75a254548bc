// SPDX-License-Identifier: MIT
// Two people have changed what both began with: whose is it, for one file, and for one setting of
// kiosk.ini. What one of them alone has changed is theirs; what both have changed is for somebody
// to decide.
#pragma once

#include "base/finding.h"

// One thing in four states, as numbers that are equal where the things are; 0: it is not there.
struct merge_states {
    uint64_t copied;  // in the copy that the stick's was made from
    uint64_t brought; // when the same copy was last put on screen; like `copied` where it never was
    uint64_t screen, stick;
};

enum merge_side { MERGE_SAME, MERGE_STICK, MERGE_SCREEN, MERGE_BOTH };

enum merge_side merge_judge(const struct merge_states *states);

// A kiosk.ini in these states, as UTF-8 with LF.
struct merge_settings {
    struct str copied, brought, screen, stick;
    bool keeps_stick;       // where both have changed a setting
    const char **contested; // filled: the keys of those
    int contested_count;
};

// The stick's text, with the settings that the screen alone has changed. Lives in `arena`.
struct str merge_settings(struct merge_settings *settings, struct arena *arena);
