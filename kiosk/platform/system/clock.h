// SPDX-License-Identifier: MIT
// The clock that the running kiosk lives by, milliseconds that only ever grow until the machine
// starts anew; and the time of day, where it can be trusted. A box without a network and without a
// battery does not know it, and then says so. Nothing on the cards depends on it, and outside the
// opening hours the screen is dark only where it is known.
#pragma once

#include <time.h>

#include "base/base.h"

enum { CLOCK_BOOT_ID_BYTES = 36, CLOCK_DATE_BYTES = 24 };

uint64_t clock_ms(void);

// The name of this start of the machine, NUL-terminated: what was counted on the clock of an
// earlier start can be told by it. "" where the kernel does not tell.
void clock_boot_id(char id[CLOCK_BOOT_ID_BYTES + 1]);

// Now. False, with `local` untouched, where no time of day can be trusted.
MUST_USE bool clock_find_local(struct tm *local);

// "2026-11-25 14:03" in local time; false, with "" there, where no time of day can be trusted.
bool clock_date_and_time(char text[CLOCK_DATE_BYTES]);
