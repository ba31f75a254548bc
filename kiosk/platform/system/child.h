// SPDX-License-Identifier: MIT
// A child of the kiosk that does one job in a sandbox: it has the kiosk's memory as it was at the
// start, nothing that the kiosk has open, and bounds on time and memory. Whatever becomes of it,
// the kiosk only ever sees the bytes that it writes. It does not know what the job is.
#pragma once

#include <sys/types.h>

#include "platform/system/sandbox.h"

struct child_job {
    // In the child. What it says is written to `output`; true: done as it should be. Anything that
    // `self` points to is the child's own copy, unless it is shared memory.
    bool (*run)(void *self, int output);
    void *self;
    struct sandbox sandbox; // `writable` stays open in the child too
    bool is_unbound;        // only our own bytes are at work: it needs no sandbox
    int cpu_s;              // of one core
    size_t memory_bytes;    // beyond what the kiosk has already; 0: no bound
};

struct child {
    pid_t pid;     // 0: there is none
    int output;    // what the child writes; never blocks
    int lifetime;  // a descriptor that is readable when the child has ended
    bool is_ended; // and how:
    bool is_good;
    bool is_unsafe; // the sandbox could not be made: the job was never begun
};

// False, with a line in the log, when there can be no child.
MUST_USE bool child_open(struct child *child, const struct child_job *job);

// Reads what there is, at most `size` bytes. 0: nothing now; -1: nothing ever again.
ssize_t child_read(const struct child *child, void *bytes, size_t size);

// Waits for its end; false after `timeout_ms`, or where the job was not done as it should be.
MUST_USE bool child_wait(struct child *child, int timeout_ms);

// Ends it where it has not ended; does not wait for one that cannot end. Takes a zeroed struct too.
void child_close(struct child *child);
