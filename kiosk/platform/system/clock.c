// SPDX-License-Identifier: MIT
// CLOCK_MONOTONIC, which nobody can set back, and a UUID that random(4) describes. The time of day
// is trusted when the kernel took it from a clock with a battery, or a network keeps it, and when
// it is not before this program was written.
#include "platform/system/clock.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/timex.h>

#include "platform/system/sysfs.h"

static const time_t WRITTEN = 1764547200; // 2025-12-01

uint64_t clock_ms(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (uint64_t)now.tv_sec * 1000 + (uint64_t)now.tv_nsec / 1000000;
}

void clock_boot_id(char id[CLOCK_BOOT_ID_BYTES + 1]) {
    char line[SYSFS_LINE_BYTES];
    sysfs_read(line, SYSFS_FROM_HERE, "/proc/sys/kernel/random/boot_id");
    snprintf(id, CLOCK_BOOT_ID_BYTES + 1, "%.*s", CLOCK_BOOT_ID_BYTES, line);
}

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

bool clock_find_local(struct tm *local) {
    time_t now = time(NULL);
    bool is_known = now >= WRITTEN && (is_from_battery() || is_from_network());
    return is_known && localtime_r(&now, local);
}

bool clock_date_and_time(char text[CLOCK_DATE_BYTES]) {
    struct tm local;
    text[0] = '\0';
    return clock_find_local(&local) &&
           strftime(text, CLOCK_DATE_BYTES, "%Y-%m-%d %H:%M", &local) > 0;
}
