// SPDX-License-Identifier: MIT
// ppoll on the descriptors behind SDL's back. X11's is taken from SDL's window. The console's are
// opened a second time, only to be woken by: the kernel gives every reader its own copy of each
// event, and what is read here is thrown away. Input devices come and go, so their folder is
// watched.
#include "platform/input/event_wait.h"

#include <SDL_syswm.h> // brings Xlib with it
#include <fcntl.h>
#include <glob.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/inotify.h>
#include <unistd.h>

#include "base/exit_code.h"
#include "platform/system/clock.h"
#include "platform/system/log.h"

enum {
    LOOK_MS = 50,       // between two looks where nothing can wake us
    SETTLING_MS = 3000, // SDL hears of a new device through udev, a little later than we do
    LONGEST_MS = 24 * 3600 * 1000, // any number of seconds fits into a timespec
};

static void signals_hold(struct event_wait *event_wait) {
    sigset_t ends;
    *event_wait = (struct event_wait){0};
    sigemptyset(&ends);
    sigaddset(&ends, SIGINT);
    sigaddset(&ends, SIGTERM);
    sigprocmask(SIG_BLOCK, &ends, &event_wait->sleep_mask);
}

static void waker_add(struct event_wait *event_wait, int descriptor) {
    if (descriptor >= 0) {
        event_wait->wakers[event_wait->waker_count++] =
            (struct pollfd){.fd = descriptor, .events = POLLIN};
    }
}

static int end_without_display(Display *display) {
    (void)display;
    log_line("The X server is gone.");
    exit(EXIT_SYSTEM); // by itself Xlib would end with 1, which means faulty content
}

void event_wait_open(struct event_wait *event_wait, SDL_Window *window) {
    signals_hold(event_wait);
    SDL_SysWMinfo info;
    SDL_VERSION(&info.version);
    if (!SDL_GetWindowWMInfo(window, &info)) {
        return; // SDL's invisible drivers: no events but signals, which wake ppoll
    }
    if (info.subsystem == SDL_SYSWM_X11) {
        XSetIOErrorHandler(end_without_display);
        waker_add(event_wait, ConnectionNumber(info.info.x11.display));
    } else {
        log_line("The %s display cannot wake the kiosk: it looks for events by itself.",
                 SDL_GetCurrentVideoDriver());
        event_wait->settling_until_ms = UINT64_MAX;
    }
}

// All but the first `kept`.
static void wakers_close(struct event_wait *event_wait, int kept) {
    while (event_wait->waker_count > kept) {
        close(event_wait->wakers[--event_wait->waker_count].fd);
    }
}

static void devices_open(struct event_wait *event_wait) {
    wakers_close(event_wait, 1);
    char pattern[PATH_MAX];
    glob_t devices;
    snprintf(pattern, sizeof pattern, "%s/event*", event_wait->device_dir);
    if (glob(pattern, 0, NULL, &devices) != 0) {
        return;
    }
    for (size_t i = 0; i < devices.gl_pathc && event_wait->waker_count < EVENT_WAIT_WAKER_LIMIT;
         i++) {
        waker_add(event_wait, open(devices.gl_pathv[i], O_RDONLY | O_NONBLOCK | O_CLOEXEC));
    }
    globfree(&devices);
}

void event_wait_open_devices(struct event_wait *event_wait, const char *device_dir) {
    signals_hold(event_wait);
    // A device is of use only when udev has given it its group: that is an IN_ATTRIB.
    int watch = event_wait_watch(device_dir, IN_CREATE | IN_DELETE | IN_ATTRIB);
    if (watch < 0) {
        log_line("%s cannot be watched: touch is looked for by itself.", device_dir);
        event_wait->settling_until_ms = UINT64_MAX;
        return;
    }
    event_wait->device_dir = device_dir;
    waker_add(event_wait, watch);
    devices_open(event_wait);
}

int event_wait_watch(const char *folder, uint32_t what) {
    int watch = inotify_init1(IN_NONBLOCK | IN_CLOEXEC);
    if (watch >= 0 && inotify_add_watch(watch, folder, what) < 0) {
        close(watch);
        return -1;
    }
    return watch;
}

bool event_wait_drain(int watch) {
    char thrown_away[4096];
    bool has_read = false;
    while (read(watch, thrown_away, sizeof thrown_away) > 0) {
        has_read = true;
    }
    return has_read;
}

// A device that is gone fails, and its folder tells of it as well. What came or went is told by the
// folder, or by a device that has become none.
static void drain_devices(struct event_wait *event_wait) {
    for (int i = 0; i < event_wait->waker_count; i++) {
        const struct pollfd *waker = &event_wait->wakers[i];
        bool has_read = waker->revents && event_wait_drain(waker->fd);
        event_wait->has_changed |= (i == 0 && has_read) || waker->revents & (POLLHUP | POLLERR);
    }
    if (event_wait->has_changed) {
        devices_open(event_wait);
        event_wait->settling_until_ms = clock_ms() + SETTLING_MS;
    }
}

static struct timespec wait_of(const struct event_wait *event_wait, uint64_t deadline_ms) {
    uint64_t now_ms = clock_ms();
    uint64_t most_ms = now_ms >= event_wait->settling_until_ms ? LONGEST_MS : LOOK_MS;
    uint64_t wait_ms = deadline_ms > now_ms ? deadline_ms - now_ms : 0;
    wait_ms = wait_ms < most_ms ? wait_ms : most_ms;
    return (struct timespec){(time_t)(wait_ms / 1000), (long)(wait_ms % 1000) * 1000000};
}

void event_wait_add(struct event_wait *event_wait, int descriptor, short events) {
    if (event_wait->other_count < EVENT_WAIT_OTHER_LIMIT) {
        event_wait->wakers[event_wait->waker_count + event_wait->other_count++] =
            (struct pollfd){.fd = descriptor, .events = events};
    }
}

void event_wait_until(struct event_wait *event_wait, uint64_t deadline_ms) {
    int count = event_wait->waker_count + event_wait->other_count;
    event_wait->other_count = 0;
    event_wait->has_changed = false;
    SDL_PumpEvents();
    if (SDL_HasEvents(SDL_FIRSTEVENT, SDL_POLLSENTINEL - 1)) { // its mark of the end is no event
        return;
    }
    struct timespec wait = wait_of(event_wait, deadline_ms);
    int ready = ppoll(event_wait->wakers, (nfds_t)count, &wait, &event_wait->sleep_mask);
    if (ready > 0 && event_wait->device_dir) {
        drain_devices(event_wait);
    }
}

void event_wait_close(struct event_wait *event_wait) {
    if (event_wait->device_dir) {
        wakers_close(event_wait, 0);
    }
    sigprocmask(SIG_SETMASK, &event_wait->sleep_mask, NULL);
    *event_wait = (struct event_wait){0};
}
