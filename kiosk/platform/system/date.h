// SPDX-License-Identifier: MIT
// The time of day, where it can be trusted: a box without a network and without a battery does not
// know it, and then says so. Nothing on the cards depends on it, and outside the opening hours the
// screen is dark only where it is known.
#pragma once

#include "base/base.h"

enum { DATE_BYTES = 24 };

// Now, in local time.
struct date_moment {
    int week_min; // minutes since Monday 00:00, as in content/settings/hours.h
    int second;   // of the minute
};

// False, with `moment` untouched, where no clock can be trusted.
MUST_USE bool date_moment_find(struct date_moment *moment);

// "2026-11-25 14:03" in local time; false, with "" there, where no clock can be trusted.
bool date_and_time(char text[DATE_BYTES]);

// "2026-11-25", the same way.
bool date_today(char text[DATE_BYTES]);
