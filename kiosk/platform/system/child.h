// SPDX-License-Identifier: MIT
// A child of the kiosk: this very program, started afresh with another command line (see
// cli/command_line.h). It has nothing of what the kiosk has in memory or open, and whatever becomes
// of it, the kiosk only ever sees the bytes that it writes. It does not know what the job is; what
// the child gives up is in sandbox.h.
#pragma once

#include <sys/types.h>

#include "base/base.h"

enum { CHILD_UNSAFE = 4 }; // the status of one that could not make its sandbox, and did nothing

struct child {
    pid_t pid;    // 0: there is none
    int output;   // its standard output; never blocks
    int lifetime; // a descriptor that is readable when the child has ended
    bool is_ended;
    int code; // its exit code then; -1: it has none
};

// `words` are those of its line behind the program's name, ended by NULL; `input` is all that it
// can read from its standard input. False, with a line in the log, when there can be no child. From
// the first one on, no process of this user can look into this one.
MUST_USE bool child_open(struct child *child, const char *const *words, struct str input);

// Reads what there is, at most `size` bytes. 0: nothing now; -1: nothing ever again.
ssize_t child_read(const struct child *child, void *bytes, size_t size);

// Reads so many bytes; false where they are not there in time.
MUST_USE bool child_read_whole(const struct child *child, void *bytes, size_t size,
                               uint64_t until_ms);

// Waits for its end; false after `timeout_ms`, or where the job was not done as it should be.
MUST_USE bool child_wait(struct child *child, int timeout_ms);

// Ends it where it has not ended; does not wait for one that cannot end. Takes a zeroed struct too.
void child_close(struct child *child);
