// SPDX-License-Identifier: MIT
// What a process gives up for good before it looks at a stranger's bytes: the network, other
// programs and processes, writing to any file, and reading any but those of one folder. seccomp
// (seccomp(2)) bounds the system calls and is required. Landlock (landlock(7)) bounds the paths
// where the kernel has it: without it, a process that may read one folder can read what its user
// can, and one that may read none still reads none.
#pragma once

#include "base/base.h"

struct sandbox {
    const char *readable; // a folder; NULL: no file can be opened
    int cpu_s;            // of one core
    size_t memory_bytes;  // beyond what it has, where the machine has as much free
};

// What is open stays open, but for standard error: a decoder has nothing to say there, and a
// stranger even less. When memory runs out, the kernel ends this process before any other. False:
// this machine cannot be made safe, and the caller must not go on.
MUST_USE bool sandbox_enter(const struct sandbox *sandbox);

// Whether the kernel has Landlock.
bool sandbox_has_landlock(void);
