// SPDX-License-Identifier: MIT
// ppoll on the descriptors behind SDL's back. X11's is taken from SDL's window. KMSDRM's are opened
// a second time, only to be woken by: the kernel gives every reader its own copy of each event, and
// what is read here is thrown away. Input devices come and go, so their folder is watched.
#include "platform/input/event_wait.h"

#include <SDL_syswm.h> // brings Xlib with it
#include <dirent.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/inotify.h>
#include <unistd.h>

#include "platform/system/clock.h"
#include "platform/system/log.h"

enum {
    UNKNOWN_DRIVER_MS = 50, // between two looks where nothing can wake us
    SETTLING_MS = 3000,     // SDL hears of a new device through udev, a little later than we do
    SETTLING_STEP_MS = 250,
};

static void masks_open(struct event_wait *event_wait) {
    sigset_t ends;
    sigemptyset(&ends);
    sigaddset(&ends, SIGINT);
    sigaddset(&ends, SIGTERM);
    sigprocmask(SIG_BLOCK, &ends, &event_wait->awake_mask);
    event_wait->sleep_mask = event_wait->awake_mask;
    sigdelset(&event_wait->sleep_mask, SIGINT);
    sigdelset(&event_wait->sleep_mask, SIGTERM);
}

static void sleeper_init(struct event_wait *event_wait) {
    *event_wait = (struct event_wait){0};
    masks_open(event_wait);
}

// A function of a library that SDL has loaded already, so that it needs no link of our own; `found`
// is a pointer to a function, and stays NULL where there is none.
static void find_function(const char *library, const char *name, void *found) {
    void *loaded = SDL_LoadObject(library);
    void *function = loaded ? SDL_LoadFunction(loaded, name) : NULL;
    memcpy(found, &function, sizeof function);
}

static int end_without_display(Display *display) {
    (void)display;
    log_line("The X server is gone.");
    exit(3); // by itself Xlib would end with 1, which means faulty content
}

static void open_x11(struct event_wait *event_wait, const SDL_SysWMinfo *info) {
    XIOErrorHandler (*set_handler)(XIOErrorHandler) = NULL;
    find_function("libX11.so.6", "XSetIOErrorHandler", &set_handler);
    if (set_handler) {
        set_handler(end_without_display);
    }
    event_wait->wakers[event_wait->waker_count++] = ConnectionNumber(info->info.x11.display);
}

static void open_wayland(struct event_wait *event_wait, const SDL_SysWMinfo *info) {
    int (*get_fd)(struct wl_display *) = NULL;
    find_function("libwayland-client.so.0", "wl_display_get_fd", &get_fd);
    if (get_fd) {
        event_wait->wakers[event_wait->waker_count++] = get_fd(info->info.wl.display);
    }
}

static const struct {
    SDL_SYSWM_TYPE type;
    void (*open)(struct event_wait *event_wait, const SDL_SysWMinfo *info);
} CONNECTIONS[] = {
    {SDL_SYSWM_X11, open_x11},
    {SDL_SYSWM_WAYLAND, open_wayland},
};

void event_wait_open(struct event_wait *event_wait, SDL_Window *window) {
    const char *driver = SDL_GetCurrentVideoDriver();
    if (driver && strcmp(driver, "KMSDRM") == 0) {
        event_wait_open_devices(event_wait, "/dev/input");
        return;
    }
    sleeper_init(event_wait);
    SDL_SysWMinfo info;
    SDL_VERSION(&info.version);
    if (!SDL_GetWindowWMInfo(window, &info)) {
        return; // SDL's invisible drivers: no events but signals, which wake ppoll
    }
    for (int i = 0; i < COUNT_OF(CONNECTIONS); i++) {
        if (CONNECTIONS[i].type == info.subsystem) {
            CONNECTIONS[i].open(event_wait, &info);
        }
    }
    if (event_wait->waker_count == 0) {
        log_line("The %s display cannot wake the kiosk: it looks for events by itself.",
                 driver ? driver : "unknown");
        event_wait->settling_until_ms = UINT64_MAX;
    }
}

static void devices_close(struct event_wait *event_wait) {
    for (int i = 1; i < event_wait->waker_count; i++) {
        close(event_wait->wakers[i]);
    }
    event_wait->waker_count = event_wait->waker_count > 0 ? 1 : 0;
}

static void device_open(struct event_wait *event_wait, const char *name) {
    if (strncmp(name, "event", 5) != 0 || event_wait->waker_count == EVENT_WAIT_WAKER_LIMIT) {
        return;
    }
    char path[320];
    snprintf(path, sizeof path, "%s/%s", event_wait->device_dir, name);
    int device = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC);
    if (device >= 0) {
        event_wait->wakers[event_wait->waker_count++] = device;
    }
}

static void devices_open(struct event_wait *event_wait) {
    devices_close(event_wait);
    DIR *folder = opendir(event_wait->device_dir);
    if (!folder) {
        return;
    }
    const struct dirent *entry;
    while ((entry = readdir(folder))) {
        device_open(event_wait, entry->d_name);
    }
    closedir(folder);
}

void event_wait_open_devices(struct event_wait *event_wait, const char *device_dir) {
    sleeper_init(event_wait);
    event_wait->device_dir = device_dir;
    int watch = inotify_init1(IN_NONBLOCK | IN_CLOEXEC);
    // A device is of use only when udev has given it its group: that is an IN_ATTRIB.
    if (watch < 0 || inotify_add_watch(watch, device_dir, IN_CREATE | IN_DELETE | IN_ATTRIB) < 0) {
        log_line("%s cannot be watched: touch is looked for by itself.", device_dir);
        if (watch >= 0) {
            close(watch);
        }
        event_wait->settling_until_ms = UINT64_MAX;
        return;
    }
    event_wait->has_devices = true;
    event_wait->wakers[event_wait->waker_count++] = watch;
    devices_open(event_wait);
}

// True when there was anything. A device that is gone fails; its folder tells of it as well.
static bool drain(int descriptor) {
    char thrown_away[4096];
    bool has_read = false;
    while (read(descriptor, thrown_away, sizeof thrown_away) > 0) {
        has_read = true;
    }
    return has_read;
}

static void drain_devices(struct event_wait *event_wait, const struct pollfd *polled) {
    for (int i = event_wait->waker_count - 1; i > 0; i--) {
        if (polled[i].revents) {
            drain(event_wait->wakers[i]);
        }
        if (polled[i].revents & (POLLHUP | POLLERR)) {
            close(event_wait->wakers[i]);
            event_wait->wakers[i] = event_wait->wakers[--event_wait->waker_count];
            event_wait->has_changed = true;
        }
    }
    if (polled[0].revents && drain(event_wait->wakers[0])) {
        event_wait->has_changed = true;
        devices_open(event_wait);
    }
    if (event_wait->has_changed) {
        event_wait->settling_until_ms = clock_ms() + SETTLING_MS;
    }
}

static bool has_events(void) {
    SDL_PumpEvents();
    // The mark that SDL leaves at the end of a poll is not an event.
    return SDL_HasEvents(SDL_FIRSTEVENT, SDL_POLLSENTINEL - 1);
}

static uint64_t step_ms(const struct event_wait *event_wait, uint64_t now_ms) {
    if (now_ms >= event_wait->settling_until_ms) {
        return UINT64_MAX;
    }
    return event_wait->has_devices ? SETTLING_STEP_MS : UNKNOWN_DRIVER_MS;
}

// False: for ever.
static bool wait_of(const struct event_wait *event_wait, uint64_t deadline_ms,
                    struct timespec *wait) {
    uint64_t now_ms = clock_ms();
    uint64_t wait_ms = deadline_ms > now_ms ? deadline_ms - now_ms : 0;
    if (deadline_ms == UINT64_MAX) {
        wait_ms = UINT64_MAX;
    }
    uint64_t step = step_ms(event_wait, now_ms);
    wait_ms = wait_ms < step ? wait_ms : step;
    *wait = (struct timespec){(time_t)(wait_ms / 1000), (long)(wait_ms % 1000) * 1000000};
    return wait_ms != UINT64_MAX;
}

void event_wait_add(struct event_wait *event_wait, int descriptor, short events) {
    if (event_wait->other_count < EVENT_WAIT_OTHER_LIMIT) {
        event_wait->others[event_wait->other_count++] =
            (struct pollfd){.fd = descriptor, .events = events};
    }
}

// Our own wakers first, then the others'; returns how many.
static int list_wakers(struct event_wait *event_wait,
                       struct pollfd polled[EVENT_WAIT_WAKER_LIMIT + EVENT_WAIT_OTHER_LIMIT]) {
    int count = 0;
    for (int i = 0; i < event_wait->waker_count; i++) {
        polled[count++] = (struct pollfd){.fd = event_wait->wakers[i], .events = POLLIN};
    }
    for (int i = 0; i < event_wait->other_count; i++) {
        polled[count++] = event_wait->others[i];
    }
    event_wait->other_count = 0;
    return count;
}

void event_wait_until(struct event_wait *event_wait, uint64_t deadline_ms) {
    struct pollfd polled[EVENT_WAIT_WAKER_LIMIT + EVENT_WAIT_OTHER_LIMIT];
    struct timespec wait;
    int count = list_wakers(event_wait, polled);
    event_wait->has_changed = false;
    if (has_events()) {
        return;
    }
    bool has_end = wait_of(event_wait, deadline_ms, &wait);
    int ready = ppoll(polled, (nfds_t)count, has_end ? &wait : NULL, &event_wait->sleep_mask);
    if (ready > 0 && event_wait->has_devices) {
        drain_devices(event_wait, polled);
    }
}

void event_wait_close(struct event_wait *event_wait) {
    if (event_wait->has_devices) {
        devices_close(event_wait);
        close(event_wait->wakers[0]);
    }
    sigprocmask(SIG_SETMASK, &event_wait->awake_mask, NULL);
    *event_wait = (struct event_wait){0};
}
