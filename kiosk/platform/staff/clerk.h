// SPDX-License-Identifier: MIT
// Does what staff ask for at the screen: the PIN, the stick, the update, the copy, the machine. The
// state machine names a job; the clerk does it, in steps where it takes long, and reports what came
// of it. It decides nothing and draws nothing.
#ifndef DIT_CLERK_H
#define DIT_CLERK_H

#include "platform/staff/job_state.h"

void clerk_open(struct clerk *clerk, const struct clerk_options *options, struct showing *showing,
                struct log *log);
void clerk_close(struct clerk *clerk);

// What a new kiosk asks first; SETUP_OVER where there is nothing to ask.
enum setup clerk_find_setup(const struct clerk *clerk);

// How the picture is turned, as it was answered at the first start, in degrees. `store_dir` may be
// NULL.
int clerk_load_rotation(const char *store_dir);

void clerk_set_deck(struct clerk *clerk, const struct deck *deck);

void clerk_do(struct clerk *clerk, enum desk_job job, struct desk *desk, uint64_t now_ms);

// Takes the next step of what is going on, and notices sticks.
void clerk_step(struct clerk *clerk, uint64_t now_ms);
uint64_t clerk_deadline_ms(const struct clerk *clerk);

// What wakes it, for the next sleep.
void clerk_add_wakers(const struct clerk *clerk, struct sleeper *sleeper);

#endif
