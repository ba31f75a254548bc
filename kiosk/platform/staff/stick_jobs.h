// SPDX-License-Identifier: MIT
// The jobs that have to do with a stick: reading it, putting on screen what was on it, the
// receipt, the copy. Only staff_jobs.c and stick_jobs.c know these.
#ifndef DIT_STICK_JOBS_H
#define DIT_STICK_JOBS_H

#include "platform/staff/job_state.h"

void stick_jobs_tell(struct staff_jobs *jobs, const struct staff_event *event);
void stick_jobs_notice(struct staff_jobs *jobs, enum notice notice, const char *detail);

void stick_jobs_read(struct staff_jobs *jobs, struct staff_session *session, uint64_t now_ms);
void stick_jobs_put_on_screen(struct staff_jobs *jobs, struct staff_session *session,
                              uint64_t now_ms);

// What the store has from before: whether it is newer than what is on screen, what it would change,
// and putting it there.
bool stick_jobs_is_earlier_newer(const struct staff_jobs *jobs);
void stick_jobs_look_back(struct staff_jobs *jobs, struct staff_session *session, uint64_t now_ms);
void stick_jobs_roll_back(struct staff_jobs *jobs, struct staff_session *session, uint64_t now_ms);

void stick_jobs_copy(struct staff_jobs *jobs, struct staff_session *session, uint64_t now_ms);
void stick_jobs_copy_over(struct staff_jobs *jobs, struct staff_session *session, uint64_t now_ms);
void stick_jobs_drop(struct staff_jobs *jobs); // forgets what was read

void stick_jobs_step_update(struct staff_jobs *jobs, uint64_t now_ms);
void stick_jobs_step_outbox(struct staff_jobs *jobs, uint64_t now_ms);

#endif
