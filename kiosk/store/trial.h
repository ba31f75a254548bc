// SPDX-License-Identifier: MIT
// Whether the current generation has ever come to the glass. A commit leaves a mark in the small
// file `trial`; showing a frame of the new content takes it away. A program that finds the mark of
// its own last attempt knows that the content, or what it did to the program, was the end of it,
// and puts the earlier content back. A power cut is not the content's fault, so an attempt that
// ended with the machine is given one more.
#pragma once

#include "base/disk.h"

enum { TRIAL_BOOT_BYTES = 36 };

enum trial_verdict {
    TRIAL_NONE,    // this content has been shown before, or there is none
    TRIAL_RUNNING, // it is tried now: trial_pass when a frame of it was presented
    TRIAL_FAILED,  // it never came to the glass: store_roll_back
};

// Marks a generation as new; part of a commit, before anything points to it.
MUST_USE enum file_fault trial_begin(int folder, int generation);

// Counts an attempt to show `generation`. `boot` names this start of the machine; NULL or "": not
// known. A mark that cannot be written or understood holds nothing up.
MUST_USE enum trial_verdict trial_try(int folder, int generation, const char *boot);

MUST_USE enum file_fault trial_pass(int folder);

// The last attempt counts for nothing: what stopped it had nothing to do with the content.
MUST_USE enum file_fault trial_excuse(int folder);
