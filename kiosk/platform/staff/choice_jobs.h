// SPDX-License-Identifier: MIT
// The jobs in which staff choose one of a few: a name for this screen, which is kept and shown on
// the page again; and of the contents that are kept the one to look back to.
#pragma once

#include "platform/staff/job_state.h"

void choice_jobs_names(struct staff_jobs *jobs);
void choice_jobs_name(struct staff_jobs *jobs);
void choice_jobs_earlier(struct staff_jobs *jobs);
