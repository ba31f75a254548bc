// SPDX-License-Identifier: MIT
// The one file that talks to systemd. A call that blocks for ever in the kernel stops the loop, the
// loop stops feeding, and the service manager starts the kiosk afresh: that is why no timer and no
// thread feeds the watchdog. It does not know what a turn of the loop did.
#include "platform/system/service.h"

#include <systemd/sd-daemon.h>

void service_open(struct service *service) {
    uint64_t limit_us = 0;
    sd_watchdog_enabled(0, &limit_us); // which it leaves alone where nobody waits
    // Half of the limit, as sd_watchdog_enabled(3) advises.
    *service = (struct service){.interval_ms = limit_us / 2000};
}

void service_wait(struct service *service) {
    service->is_ready = false;
    sd_notify(0, "STATUS=Waiting for a display.\nEXTEND_TIMEOUT_USEC=20000000\nWATCHDOG=1");
}

void service_feed(struct service *service, uint64_t now_ms) {
    // More often than it must, where the loop turns anyhow: then the next turn may take longer.
    bool is_due = service->interval_ms > 0 && now_ms >= service->fed_ms + service->interval_ms / 4;
    if (is_due || !service->is_ready) {
        sd_notify(0, service->is_ready ? "WATCHDOG=1" : "READY=1\nWATCHDOG=1\nSTATUS=");
        service->is_ready = true;
        service->fed_ms = now_ms;
    }
}

uint64_t service_deadline_ms(const struct service *service) {
    bool is_waited_for = service->is_ready && service->interval_ms > 0;
    return is_waited_for ? service->fed_ms + service->interval_ms : UINT64_MAX;
}

void service_close(void) {
    sd_notify(0, "STOPPING=1");
}
