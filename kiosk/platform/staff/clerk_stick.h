// SPDX-License-Identifier: MIT
// The clerk's jobs that have to do with a stick: reading it, putting on screen what was on it, the
// receipt, the copy. Only clerk.c and clerk_stick.c know these.
#ifndef DIT_CLERK_STICK_H
#define DIT_CLERK_STICK_H

#include "platform/staff/job_state.h"

void clerk_tell(struct clerk *clerk, const struct desk_news *news);
void clerk_notice(struct clerk *clerk, enum notice notice, const char *detail);

void clerk_read(struct clerk *clerk, struct desk *desk, uint64_t now_ms);
void clerk_put_on_screen(struct clerk *clerk, struct desk *desk, uint64_t now_ms);

// What the store has from before: whether it is newer than what is on screen, what it would change,
// and putting it there.
bool clerk_is_earlier_newer(const struct clerk *clerk);
void clerk_look_back(struct clerk *clerk, struct desk *desk, uint64_t now_ms);
void clerk_roll_back(struct clerk *clerk, struct desk *desk, uint64_t now_ms);

void clerk_copy(struct clerk *clerk, struct desk *desk, uint64_t now_ms);
void clerk_copy_over(struct clerk *clerk, struct desk *desk, uint64_t now_ms);
void clerk_drop(struct clerk *clerk); // forgets what was read

void clerk_step_update(struct clerk *clerk, uint64_t now_ms);
void clerk_step_post(struct clerk *clerk, uint64_t now_ms);

#endif
