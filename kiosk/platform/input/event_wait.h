// SPDX-License-Identifier: MIT
// The kiosk's own sleep. SDL's waits ask every millisecond on the console, so this is one ppoll on
// what can really wake the screen (the X server's connection, or the input devices themselves),
// with the next deadline as its end. It does not read events: SDL does that, after it returns.
#pragma once

#include <poll.h>
#include <signal.h>

#include <SDL.h>

#include "base/base.h"

enum {
    EVENT_WAIT_WAKER_LIMIT = 33, // one connection, or a watch on a folder and 32 input devices
    EVENT_WAIT_OTHER_LIMIT = 6,  // that the loop adds
};

struct event_wait {
    struct pollfd wakers[EVENT_WAIT_WAKER_LIMIT + EVENT_WAIT_OTHER_LIMIT];
    int waker_count;            // its own
    int other_count;            // behind them, for the next sleep alone
    bool has_changed;           // devices came or went during the last sleep
    const char *device_dir;     // wakers[0] watches it, its other own are the devices in it
    uint64_t settling_until_ms; // until then it also wakes by itself, to let SDL look
    sigset_t sleep_mask;        // SIGINT and SIGTERM arrive while asleep, so none is missed
};

// For a window. Always gives one that works; where its display is unknown it wakes often enough to
// notice events.
void event_wait_open(struct event_wait *event_wait, SDL_Window *window);

// For the console: on the input devices in `device_dir`, which is borrowed.
#define EVENT_WAIT_DEVICE_DIR "/dev/input"
void event_wait_open_devices(struct event_wait *event_wait, const char *device_dir);

// The next sleep ends when this descriptor is ready for `events` (as poll(2)) too; never by -1.
void event_wait_add(struct event_wait *event_wait, int descriptor, short events);

// Returns when SDL may have events, a signal came, or the clock reached `deadline_ms` (UINT64_MAX:
// never), whichever is first; at once when SDL already has some.
void event_wait_until(struct event_wait *event_wait, uint64_t deadline_ms);

void event_wait_close(struct event_wait *event_wait);

// For a waker of one's own: a descriptor that is ready when something of `what` (inotify(7)) has
// happened in a folder, -1 where it cannot be watched; and reading it empty, which takes -1 too.
// True when there was anything.
int event_wait_watch(const char *folder, uint32_t what);
bool event_wait_drain(int watch);
