// SPDX-License-Identifier: MIT
// The jobs that write on a stick: the receipt of an update, and a copy of the content.
#pragma once

#include "platform/staff/job_state.h"

// Leaves the receipt on the stick, where one is in. `detail` may be NULL.
void copy_jobs_send_receipt(struct staff_jobs *jobs, enum staff_word result, const char *detail);

void copy_jobs_copy(struct staff_jobs *jobs);
void copy_jobs_step(struct staff_jobs *jobs);
