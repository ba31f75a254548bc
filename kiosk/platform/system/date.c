// SPDX-License-Identifier: MIT
// A clock is trusted when the kernel took the time from one with a battery, or a network keeps it,
// and when it is not before this program was written.
#include "platform/system/date.h"

#include <stdlib.h>
#include <string.h>
#include <sys/timex.h>
#include <time.h>

#include "content/settings/hours.h"
#include "platform/system/sysfs.h"

static const time_t WRITTEN = 1764547200; // 2025-12-01

// Of a file of the kernel; 0 where there is none.
static long long read_number(const char *path) {
    char line[SYSFS_LINE_BYTES];
    sysfs_read(line, SYSFS_FROM_HERE, path);
    return strtoll(line, NULL, 10);
}

// A Raspberry Pi 5 has the clock and often not the battery. That clock starts in 1970 after a power
// cut, and what the system makes of it (its own age, or when it was last up) is a guess.
static bool is_from_battery(void) {
    return read_number("/sys/class/rtc/rtc0/hctosys") == 1 &&
           read_number("/sys/class/rtc/rtc0/since_epoch") >= WRITTEN;
}

static bool is_from_network(void) {
    struct timex about = {.modes = 0};
    int state = adjtimex(&about);
    return state >= 0 && state != TIME_ERROR && (about.status & STA_UNSYNC) == 0;
}

static bool find_local(struct tm *local) {
    time_t now = time(NULL);
    bool is_known = now >= WRITTEN && (is_from_battery() || is_from_network());
    return is_known && localtime_r(&now, local);
}

bool date_moment_find(struct date_moment *moment) {
    struct tm local;
    if (!find_local(&local)) {
        return false;
    }
    int weekday =
        (local.tm_wday + HOURS_WEEKDAYS - 1) % HOURS_WEEKDAYS; // tm's week begins on Sunday
    *moment = (struct date_moment){
        .week_min = weekday * HOURS_DAY_MIN + local.tm_hour * 60 + local.tm_min,
        .second = local.tm_sec,
    };
    return true;
}

bool date_and_time(char text[DATE_BYTES]) {
    struct tm local;
    text[0] = '\0';
    return find_local(&local) && strftime(text, DATE_BYTES, "%Y-%m-%d %H:%M", &local) > 0;
}

bool date_today(char text[DATE_BYTES]) {
    bool is_known = date_and_time(text);
    text[strcspn(text, " ")] = '\0';
    return is_known;
}
