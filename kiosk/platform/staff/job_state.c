// SPDX-License-Identifier: MIT
// What every job does: tell the kiosk what came of it, and give up what was going on before.
#include "platform/staff/job_state.h"

#include "platform/system/clock.h"
#include "platform/system/log.h"

enum { DOUBT_MS = 3000 };

void job_state_tell(struct staff_jobs *jobs, const struct staff_event *event) {
    jobs->options.tell(jobs->options.self, event);
}

void job_state_notice(struct staff_jobs *jobs, enum notice notice, const char *detail) {
    job_state_tell(jobs, &(struct staff_event){
                             .kind = STAFF_EVENT_NOTICE, .notice = notice, .detail = detail});
}

void job_state_tell_choices(struct staff_jobs *jobs, enum staff_job job) {
    job_state_tell(jobs, &(struct staff_event){
                             .kind = STAFF_EVENT_CHOICES, .choices = jobs->choices, .job = job});
}

void job_state_begin_trial(struct trial *trial, const char *store_dir, uint64_t now_ms) {
    char boot[CLOCK_BOOT_ID_BYTES + 1];
    clock_boot_id(boot);
    trial_begin(trial, store_dir, boot, now_ms);
    if (trial->state == TRIAL_REFUSED || trial->state == TRIAL_STUCK) {
        log_line("The content gen-%d never came to the screen%s.", trial->generation,
                 trial->state == TRIAL_REFUSED ? ": the earlier content is back"
                                               : ", and cannot be taken back");
    }
}

void job_state_drop(struct staff_jobs *jobs) {
    update_close(&jobs->update);
    if (jobs->loader) {
        bool is_shown = deck_load_close(jobs->loader, &jobs->spare->deck);
        (void)is_shown; // nobody looks at it
        jobs->loader = NULL;
    }
    if (jobs->is_copying) {
        outbox_close(&jobs->outbox);
    }
    jobs->is_updating = jobs->is_copying = jobs->is_looking_back = false;
    jobs->doubted_until_ms = 0;
}

bool job_state_is_in_doubt(struct staff_jobs *jobs) {
    if (jobs->stick.is_mount && jobs->doubted_until_ms == 0) {
        jobs->doubted_until_ms = jobs->now_ms + DOUBT_MS;
    }
    return jobs->now_ms < jobs->doubted_until_ms;
}
