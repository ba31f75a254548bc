// SPDX-License-Identifier: MIT
// Opening hours of a practice, one span a day of the week. A span that ends after midnight belongs
// to the day on which it begins. Times are minutes of the local week, from Monday 00:00; no clock
// is asked here.
#pragma once

#include "base/arena.h"

enum {
    HOURS_WEEKDAYS = 7, // 0 is Monday
    HOURS_DAY_MIN = 24 * 60,
    HOURS_WEEK_MIN = HOURS_WEEKDAYS * HOURS_DAY_MIN,
};

struct hours_day {
    bool is_own;          // false: as every day
    int from_min, to_min; // from the day's midnight; `to` may lie a day later; both 0: closed
};

// Zero is open at all times.
struct hours {
    struct hours_day every_day, weekdays[HOURS_WEEKDAYS];
};

// "08:00-18:30", "closed", "always", or "same" as every day. False, with `day` untouched, for
// anything else.
MUST_USE bool hours_parse(struct hours_day *day, const char *text);

bool hours_are_open(const struct hours *hours, int week_min);

// Minutes from `week_min` until it opens or closes next, but at most until the full hour: clocks
// are put forward and back on the hour.
int hours_until_look(const struct hours *hours, int week_min);

bool hours_are_limited(const struct hours *hours); // false: open at all times
bool hours_are_never(const struct hours *hours);   // closed at all times

// "08:00-18:30", of a day that is not closed.
const char *hours_span_text(struct hours_day day, struct arena *arena);
