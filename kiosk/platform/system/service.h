// SPDX-License-Identifier: MIT
// What the service manager is told: ready after the first picture is on the glass, and alive after
// every turn of the loop that got something done. Without a service manager it does nothing.
#pragma once

#include "base/base.h"

struct service {
    uint64_t interval_ms; // between two signs of life; 0: nobody waits for one
    uint64_t fed_ms;      // when the last one was given
    bool is_ready;
};

void service_open(struct service *service);

// There is no display, which is no fault of ours: alive for twenty more seconds, and not ready
// until the next service_feed.
void service_wait(struct service *service);

// To be called when the loop presented a frame, or woke on time, and never while it cannot present.
// The first call says READY=1; later ones say WATCHDOG=1 when the last is a quarter of the interval
// old.
void service_feed(struct service *service, uint64_t now_ms);

// When the next sign of life is due, so that the loop wakes for it; UINT64_MAX: never.
uint64_t service_deadline_ms(const struct service *service);

void service_close(void);
