// SPDX-License-Identifier: MIT
// Moments that lie ahead: which comes sooner, and what a person is shown of the time until one, in
// whole seconds. A moment that never comes is UINT64_MAX.
#pragma once

#include "base/base.h"

enum { TIMER_SECOND_MS = 1000 };

uint64_t timer_sooner_ms(uint64_t a_ms, uint64_t b_ms);

// The seconds from now to then, the one that has begun included; 0 when it has come, or never does.
int timer_left_s(uint64_t until_ms, uint64_t now_ms);

// When `left_s`, shown now, has to become one less.
uint64_t timer_next_ms(uint64_t until_ms, int left_s);
