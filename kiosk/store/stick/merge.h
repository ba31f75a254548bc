// SPDX-License-Identifier: MIT
// A copy that comes back after the screen has changed: each file of it is compared with what it was
// copied from and with what is on screen, and the staging folder gets those that the screen alone
// has changed. What both have changed is the screen's unless the import says otherwise; either is a
// finding, so that nobody's work is lost in silence.
#pragma once

#include "store/stick/import.h"

// One file more; the state of the import says when it was the last.
void merge_step(struct import *import);

// What the next merge will ask for: what is in the content that is being put in place, in that on
// screen, and on the stick.
MUST_USE enum file_fault merge_keep_records(const struct import *import);
