// SPDX-License-Identifier: MIT
// The jobs that bring content to the screen: reading a stick, putting on screen what was on it, and
// going back to what was there before. Only the files of these jobs know them.
#pragma once

#include "platform/staff/job_state.h"

void stick_jobs_read(struct staff_jobs *jobs);
void stick_jobs_choose(struct staff_jobs *jobs); // and read once more
void stick_jobs_put_on_screen(struct staff_jobs *jobs);

// Which contents the store has from before; what the chosen one would change; and putting it there.
void stick_jobs_earlier(struct staff_jobs *jobs);
void stick_jobs_look_back(struct staff_jobs *jobs);
void stick_jobs_roll_back(struct staff_jobs *jobs);

void stick_jobs_step(struct staff_jobs *jobs);

// Somebody else may have changed the store: what it has now comes on screen.
void stick_jobs_step_store(struct staff_jobs *jobs);
