// SPDX-License-Identifier: MIT
// "About this screen" in plain words: what it shows and since when, and how the box under it is:
// storage, heat, power, and whatever the appliance has left a note about.
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

// The version of the cards on screen: the number of the update and the deck's fingerprint.
const char *system_info_content_version(const struct deck *deck, const char *store_dir,
                                        struct arena *arena);

// When the content was put on screen, for the next time that somebody asks; in the open store.
void system_info_note_update(int folder, const char *when);
