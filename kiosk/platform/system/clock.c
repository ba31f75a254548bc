// SPDX-License-Identifier: MIT
// CLOCK_MONOTONIC, which nobody can set back. It knows nothing of dates.
#include "platform/system/clock.h"

#include <time.h>

uint64_t clock_ms(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (uint64_t)now.tv_sec * 1000 + (uint64_t)now.tv_nsec / 1000000;
}
