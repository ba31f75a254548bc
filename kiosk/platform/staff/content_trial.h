// SPDX-License-Identifier: MIT
// The trial of new content as the running kiosk conducts it (see store/trial.h): begun before it is
// drawn for the first time, passed when a frame of it was presented, and lost when that takes more
// than ten seconds or the program ends before.
#pragma once

#include "platform/system/log.h"
#include "store/store.h"

struct content_trial {
    const char *store_dir; // NULL: there is no store
    bool is_on_trial;
    int generation;    // which is
    bool was_refused;  // content was taken back when the program started
    uint64_t until_ms; // for the first frame
    uint64_t retry_ms; // when the end of the trial is noted down once more
};

// Before the content of the store is loaded. What has failed its trial is taken back here.
void content_trial_begin(struct content_trial *trial, const char *store_dir, uint64_t now_ms);

// A frame of the content in `shown_dir` is on the glass; ends the trial of that content, and does
// nothing else.
void content_trial_pass(struct content_trial *trial, const char *shown_dir, uint64_t now_ms);

// There is no glass now, which is not the content's fault: its time begins afresh; or, before the
// program ends, this attempt is not counted.
void content_trial_wait(struct content_trial *trial, uint64_t now_ms);
void content_trial_excuse(struct content_trial *trial);

// Puts the earlier content of a store in place, on trial like new content; FILE_MISSING without
// *has_earlier: there is none. The one way back, for staff, the command line and a failed trial.
MUST_USE enum file_fault content_trial_roll_back(const char *store_dir, bool *has_earlier);

// One line after a commit that the disk did not confirm; none otherwise.
void content_trial_log_store(const struct store *store);

bool content_trial_is_late(const struct content_trial *trial, uint64_t now_ms);
uint64_t content_trial_deadline_ms(const struct content_trial *trial); // UINT64_MAX: no trial
