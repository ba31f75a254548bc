// SPDX-License-Identifier: MIT
// Days as kiosk.ini has them, "2026-11-23": their texts compare as they do.
#pragma once

#include <stdlib.h>
#include <string.h>

#include "base/base.h"

// Whether the same day of the next year is over; never where either is "". Of 29 February that day
// is the last of February.
static inline bool date_is_over_a_year_ago(const char *date, const char *today) {
    long years = date[0] && today[0] ? strtol(today, NULL, 10) - strtol(date, NULL, 10) : 0;
    return years > 1 || (years == 1 && strcmp(strchr(today, '-'), strchr(date, '-')) > 0);
}
