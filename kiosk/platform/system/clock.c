// SPDX-License-Identifier: MIT
// CLOCK_MONOTONIC, which nobody can set back, and a UUID that random(4) describes. It knows nothing
// of dates.
#include "platform/system/clock.h"

#include <stdio.h>
#include <time.h>

#include "platform/system/sysfs.h"

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
