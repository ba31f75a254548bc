// SPDX-License-Identifier: MIT
// Does what staff ask for at the screen: the PIN, the stick, the update, the copy, the machine. The
// state machine names a job; this does it, in steps where it takes long, and reports what came
// of it. It decides nothing and draws nothing.
#pragma once

#include "platform/staff/job_state.h"

void staff_jobs_open(struct staff_jobs *jobs, const struct staff_jobs_options *options,
                     struct trial *trial);
void staff_jobs_close(struct staff_jobs *jobs);

// Tells what a new kiosk asks first, where there is anything to ask.
void staff_jobs_ask_setup(struct staff_jobs *jobs);

void staff_jobs_do(struct staff_jobs *jobs, enum staff_job job, struct staff_session *session,
                   uint64_t now_ms);

// Takes the next step of what is going on, and notices sticks.
void staff_jobs_step(struct staff_jobs *jobs, uint64_t now_ms);
uint64_t staff_jobs_deadline_ms(const struct staff_jobs *jobs);

// What wakes it, for the next sleep.
void staff_jobs_add_wakers(const struct staff_jobs *jobs, struct event_wait *event_wait);
