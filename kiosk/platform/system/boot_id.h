// SPDX-License-Identifier: MIT
// The name of this start of the machine: the kernel makes a new one each time, so what was counted
// on the clock of an earlier start can be told from what was counted on this one's.
#pragma once

#include "base/base.h"

enum { BOOT_ID_BYTES = 36 };

// A NUL-terminated name; "" where the kernel does not tell, such as in a sandbox without /proc/sys.
void boot_id_load(char id[BOOT_ID_BYTES + 1]);
