// SPDX-License-Identifier: MIT
// Nothing is added up: what is shown follows from the moment itself, so that a loop that wakes late
// shows the same as one that wakes often.
#include "app/state/timer.h"

uint64_t timer_sooner_ms(uint64_t a_ms, uint64_t b_ms) {
    return a_ms < b_ms ? a_ms : b_ms;
}

int timer_left_s(uint64_t until_ms, uint64_t now_ms) {
    bool is_ahead = until_ms != UINT64_MAX && until_ms > now_ms;
    return is_ahead ? (int)((until_ms - now_ms + TIMER_SECOND_MS - 1) / TIMER_SECOND_MS) : 0;
}

uint64_t timer_next_ms(uint64_t until_ms, int left_s) {
    bool is_shown = until_ms != UINT64_MAX && left_s > 0;
    return is_shown ? until_ms - (uint64_t)(left_s - 1) * TIMER_SECOND_MS : until_ms;
}
