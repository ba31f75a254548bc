// SPDX-License-Identifier: MIT
// Whether the current generation has ever come to the glass. Other content comes with a mark in the
// small file STORE_TRIAL; the first frame of it takes that away. A program that finds the mark of
// its own last attempt knows that the content, or what it did to the program, was the end of it,
// and puts the earlier content back. A power cut is not the content's fault, so an attempt that
// ended with the machine is given one more.
#pragma once

#include "store/kept.h"
#include "store/store.h"

enum trial_state {
    TRIAL_NONE,    // this content has been shown before, or there is none
    TRIAL_RUNNING, // a frame of it has two minutes to come to the glass
    TRIAL_REFUSED, // it never came there, and was taken back
    TRIAL_STUCK,   // the same, and the store cannot be changed
};

struct trial {
    const char *store_dir; // NULL: there is no store
    int generation;        // that the trial is about
    enum trial_state state;
    struct kept_mark mark;
    uint64_t until_ms;
};

// Before the content of the store is loaded at a start, or shown later. `boot` names this start of
// the machine; "": not known. A mark that cannot be written or understood holds nothing up.
void trial_begin(struct trial *trial, const char *store_dir, const char *boot, uint64_t now_ms);

// A frame of the content in `shown_dir` is on the glass; ends the trial of that content, and does
// nothing else.
void trial_pass(struct trial *trial, const char *shown_dir);

// There is no glass now, which is not the content's fault: its time begins afresh; or, before the
// program ends, this attempt is not counted.
void trial_wait(struct trial *trial, uint64_t now_ms);
void trial_excuse(struct trial *trial);

// When the frame is late; UINT64_MAX: no trial, or the frame was there.
uint64_t trial_deadline_ms(const struct trial *trial);
