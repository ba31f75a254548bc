// SPDX-License-Identifier: MIT
// "About this screen" in plain words: what it shows and since when, and how the box under it is:
// heat, power, and whatever the appliance has left a note about.
#pragma once

#include "platform/staff/job_state.h"

// Where units of the appliance leave sentences for staff, a file each.
#define SYSTEM_INFO_NOTES "/run/dit-kiosk/notes"

// Lives in `arena`.
struct staff_facts system_info_find(const struct staff_jobs *jobs, struct arena *arena);

// The name of this kiosk: of device.ini (NULL or empty: none), or that which staff chose, or else
// one of its own, which is kept from the first time that somebody asks. In `arena`.
const char *system_info_kiosk_name(int folder, const char *device_name,
                                   const struct staff_words *words, struct arena *arena);
MUST_USE bool system_info_keep_name(int folder, const char *name);

// The number of the cards on screen, by which staff may go back to them.
const char *system_info_content_version(const struct staff_jobs *jobs, struct arena *arena);

// A sentence where the words were last checked over a year ago, by a clock that is set; or NULL.
const char *system_info_old_words(const struct staff_jobs *jobs, struct arena *arena);
