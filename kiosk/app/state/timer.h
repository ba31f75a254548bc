// SPDX-License-Identifier: MIT
// Moments that lie ahead: which comes sooner, and what a person is shown of the time until one, in
// whole seconds. Nothing is added up, so a loop that wakes late shows the same as one that wakes
// often. A moment that never comes is UINT64_MAX.
#pragma once

#include "base/base.h"

enum { TIMER_SECOND_MS = 1000 };

static inline uint64_t timer_sooner_ms(uint64_t a_ms, uint64_t b_ms) {
    return a_ms < b_ms ? a_ms : b_ms;
}

// The seconds from now to then, the one that has begun included; 0 when it has come, or never does.
static inline int timer_left_s(uint64_t until_ms, uint64_t now_ms) {
    bool is_ahead = until_ms != UINT64_MAX && until_ms > now_ms;
    return is_ahead ? (int)((until_ms - now_ms + TIMER_SECOND_MS - 1) / TIMER_SECOND_MS) : 0;
}

// When `left_s`, shown now, has to become one less.
static inline uint64_t timer_next_ms(uint64_t until_ms, int left_s) {
    bool is_shown = until_ms != UINT64_MAX && left_s > 0;
    return is_shown ? until_ms - (uint64_t)(left_s - 1) * TIMER_SECOND_MS : until_ms;
}
