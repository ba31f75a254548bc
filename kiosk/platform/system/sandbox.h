// SPDX-License-Identifier: MIT
// What a process gives up for good before it looks at a stranger's bytes: the network, other
// programs and processes, and every file but those it names. Landlock (landlock(7)) bounds the
// paths where the kernel has it; seccomp (seccomp(2)) bounds the system calls and is required.
#pragma once

#include "base/base.h"

enum { SANDBOX_FOLDER_LIMIT = 6 };

struct sandbox {
    const char *readable[SANDBOX_FOLDER_LIMIT]; // folders; NULL and missing ones are passed over
    int writable; // an open folder that may be filled until sandbox_narrow; -1: none
};

// False: this machine cannot be made safe, and the caller must not go on.
MUST_USE bool sandbox_enter(const struct sandbox *sandbox);

// From here on nothing is made or written but what is open already.
MUST_USE bool sandbox_narrow(void);
