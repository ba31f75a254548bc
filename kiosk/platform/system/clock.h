// SPDX-License-Identifier: MIT
// The clock that the running kiosk lives by: milliseconds that only ever grow, until the machine
// starts anew. The time of day is date.h's, and no more than a hint, because a kiosk without a
// network and without a battery does not know it.
#pragma once

#include "base/base.h"

enum { CLOCK_BOOT_ID_BYTES = 36 };

uint64_t clock_ms(void);

// The name of this start of the machine, NUL-terminated: what was counted on the clock of an
// earlier start can be told by it. "" where the kernel does not tell.
void clock_boot_id(char id[CLOCK_BOOT_ID_BYTES + 1]);
