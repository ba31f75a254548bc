// SPDX-License-Identifier: MIT
// The trial of new content as the running kiosk conducts it (see store/trial.h): begun before it is
// drawn for the first time, passed when a frame of it was presented, and lost when that takes more
// than ten seconds or the program ends before.
#ifndef DIT_SHOWING_H
#define DIT_SHOWING_H

#include "platform/system/log.h"
#include "store/store.h"

struct showing {
    const char *store_dir; // NULL: there is no store
    bool is_on_trial;
    int generation;    // which is
    bool was_refused;  // content was taken back when the program started
    uint64_t until_ms; // for the first frame
    uint64_t retry_ms; // when the end of the trial is noted down once more
};

// Before the content of the store is loaded. What has failed its trial is taken back here.
void showing_begin(struct showing *showing, const char *store_dir, uint64_t now_ms,
                   struct log *log);

// A frame of the content in `shown_dir` is on the glass; ends the trial of that content, and does
// nothing else.
void showing_pass(struct showing *showing, const char *shown_dir, uint64_t now_ms);

// There is no glass now, which is not the content's fault: its time begins afresh; or, before the
// program ends, this attempt is not counted.
void showing_wait(struct showing *showing, uint64_t now_ms);
void showing_excuse(struct showing *showing);

// One line after a commit or a rollback that the disk did not confirm; none otherwise.
void showing_log_store(const struct store *store, struct log *log);

bool showing_is_late(const struct showing *showing, uint64_t now_ms);
uint64_t showing_deadline_ms(const struct showing *showing); // UINT64_MAX: no trial

#endif
