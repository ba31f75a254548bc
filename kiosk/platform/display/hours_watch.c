// SPDX-License-Identifier: MIT
// The clock is asked when the hours turn, and on every full hour: then it may have been put forward
// or back, have become known, or be trusted no more.
#include "platform/display/hours_watch.h"

#include <glob.h>
#include <limits.h>
#include <stdio.h>

#include "platform/system/clock.h"
#include "platform/system/log.h"
#include "platform/system/sysfs.h"

enum { SECOND_MS = 1000, MINUTE_MS = 60 * SECOND_MS, UNKNOWN_MS = 60 * MINUTE_MS };

// bl_power is the switch that every lamp has: 0 is on, 4 is off (FB_BLANK_UNBLANK and
// FB_BLANK_POWERDOWN of linux/fb.h).
static void switch_lamps(const char *dir, bool is_on) {
    char pattern[PATH_MAX];
    glob_t lamps;
    snprintf(pattern, sizeof pattern, "%s/*/bl_power", dir);
    if (glob(pattern, 0, NULL, &lamps) != 0) {
        return;
    }
    for (size_t i = 0; i < lamps.gl_pathc; i++) {
        sysfs_write(lamps.gl_pathv[i], is_on ? "0" : "4");
    }
    globfree(&lamps);
}

void hours_watch_open(struct hours_watch *hours_watch, const struct hours *hours,
                      const char *lamps_dir) {
    *hours_watch = (struct hours_watch){
        .hours = hours,
        .lamps_dir = lamps_dir,
        .is_open = true,
        .is_known = true,
        .due_ms = hours_are_limited(hours) ? 0 : UINT64_MAX,
    };
    hours_watch_light(hours_watch, true);
}

// Said when it is found, and when it changes; not every hour.
static void note_clock(struct hours_watch *hours_watch, bool is_known) {
    if (hours_watch->is_known != is_known) {
        hours_watch->is_known = is_known;
        log_line(is_known
                     ? "The clock is set: the opening hours are in force."
                     : "Opening hours are set, but the clock is not: the screen is always on.");
    }
}

bool hours_watch_step(struct hours_watch *hours_watch, uint64_t now_ms) {
    struct tm now;
    bool was_open = hours_watch->is_open;
    if (now_ms < hours_watch->due_ms) {
        return false;
    }
    bool is_known = clock_find_local(&now);
    note_clock(hours_watch, is_known);
    hours_watch->is_open = true;
    hours_watch->due_ms = now_ms + UNKNOWN_MS;
    if (is_known) {
        int weekday = (now.tm_wday + HOURS_WEEKDAYS - 1) % HOURS_WEEKDAYS; // tm's begins on Sunday
        int week_min = weekday * HOURS_DAY_MIN + now.tm_hour * 60 + now.tm_min;
        int until_s = hours_until_look(hours_watch->hours, week_min) * 60 - now.tm_sec;
        hours_watch->is_open = hours_are_open(hours_watch->hours, week_min);
        hours_watch->due_ms = now_ms + (uint64_t)(until_s > 1 ? until_s : 1) * SECOND_MS;
    }
    return hours_watch->is_open != was_open;
}

void hours_watch_light(struct hours_watch *hours_watch, bool is_lit) {
    if (hours_watch->is_lit != is_lit) {
        hours_watch->is_lit = is_lit;
        switch_lamps(hours_watch->lamps_dir, is_lit);
    }
}
