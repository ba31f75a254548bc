// SPDX-License-Identifier: MIT
// ppoll on the descriptors behind SDL's back. X11's is taken from SDL's window. KMSDRM's are opened
// a second time, only to be woken by: the kernel gives every reader its own copy of each event, and
// what is read here is thrown away. Input devices come and go, so their folder is watched.
#include "platform/input/sleep.h"

#include <SDL_syswm.h> // brings Xlib with it
#include <dirent.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/inotify.h>
#include <unistd.h>

#include "platform/system/clock.h"

enum {
    UNKNOWN_DRIVER_MS = 50, // between two looks where nothing can wake us
    SETTLING_MS = 3000,     // SDL hears of a new device through udev, a little later than we do
    SETTLING_STEP_MS = 250,
};

static void masks_open(struct sleeper *sleeper) {
    sigset_t ends;
    sigemptyset(&ends);
    sigaddset(&ends, SIGINT);
    sigaddset(&ends, SIGTERM);
    sigprocmask(SIG_BLOCK, &ends, &sleeper->awake_mask);
    sleeper->sleep_mask = sleeper->awake_mask;
    sigdelset(&sleeper->sleep_mask, SIGINT);
    sigdelset(&sleeper->sleep_mask, SIGTERM);
}

static void sleeper_init(struct sleeper *sleeper, struct log *log) {
    *sleeper = (struct sleeper){.log = log};
    masks_open(sleeper);
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
    log_line(NULL, "The X server is gone.");
    exit(3); // by itself Xlib would end with 1, which means faulty content
}

static void open_x11(struct sleeper *sleeper, const SDL_SysWMinfo *info) {
    XIOErrorHandler (*set_handler)(XIOErrorHandler) = NULL;
    find_function("libX11.so.6", "XSetIOErrorHandler", &set_handler);
    if (set_handler) {
        set_handler(end_without_display);
    }
    sleeper->wakers[sleeper->waker_count++] = ConnectionNumber(info->info.x11.display);
}

static void open_wayland(struct sleeper *sleeper, const SDL_SysWMinfo *info) {
    int (*get_fd)(struct wl_display *) = NULL;
    find_function("libwayland-client.so.0", "wl_display_get_fd", &get_fd);
    if (get_fd) {
        sleeper->wakers[sleeper->waker_count++] = get_fd(info->info.wl.display);
    }
}

static const struct {
    SDL_SYSWM_TYPE type;
    void (*open)(struct sleeper *sleeper, const SDL_SysWMinfo *info);
} CONNECTIONS[] = {
    {SDL_SYSWM_X11, open_x11},
    {SDL_SYSWM_WAYLAND, open_wayland},
};

void sleep_open(struct sleeper *sleeper, SDL_Window *window, struct log *log) {
    const char *driver = SDL_GetCurrentVideoDriver();
    if (driver && strcmp(driver, "KMSDRM") == 0) {
        sleep_open_devices(sleeper, "/dev/input", log);
        return;
    }
    sleeper_init(sleeper, log);
    SDL_SysWMinfo info;
    SDL_VERSION(&info.version);
    if (!SDL_GetWindowWMInfo(window, &info)) {
        return; // SDL's invisible drivers: no events but signals, which wake ppoll
    }
    for (int i = 0; i < COUNT_OF(CONNECTIONS); i++) {
        if (CONNECTIONS[i].type == info.subsystem) {
            CONNECTIONS[i].open(sleeper, &info);
        }
    }
    if (sleeper->waker_count == 0) {
        log_line(log, "The %s display cannot wake the kiosk: it looks for events by itself.",
                 driver ? driver : "unknown");
        sleeper->settling_until_ms = UINT64_MAX;
    }
}

static void devices_close(struct sleeper *sleeper) {
    for (int i = 1; i < sleeper->waker_count; i++) {
        close(sleeper->wakers[i]);
    }
    sleeper->waker_count = sleeper->waker_count > 0 ? 1 : 0;
}

static void device_open(struct sleeper *sleeper, const char *name) {
    if (strncmp(name, "event", 5) != 0 || sleeper->waker_count == SLEEP_WAKER_LIMIT) {
        return;
    }
    char path[320];
    snprintf(path, sizeof path, "%s/%s", sleeper->device_dir, name);
    int device = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC);
    if (device >= 0) {
        sleeper->wakers[sleeper->waker_count++] = device;
    }
}

static void devices_open(struct sleeper *sleeper) {
    devices_close(sleeper);
    DIR *folder = opendir(sleeper->device_dir);
    if (!folder) {
        return;
    }
    const struct dirent *entry;
    while ((entry = readdir(folder))) {
        device_open(sleeper, entry->d_name);
    }
    closedir(folder);
}

void sleep_open_devices(struct sleeper *sleeper, const char *device_dir, struct log *log) {
    sleeper_init(sleeper, log);
    sleeper->device_dir = device_dir;
    int watch = inotify_init1(IN_NONBLOCK | IN_CLOEXEC);
    // A device is of use only when udev has given it its group: that is an IN_ATTRIB.
    if (watch < 0 || inotify_add_watch(watch, device_dir, IN_CREATE | IN_DELETE | IN_ATTRIB) < 0) {
        log_line(log, "%s cannot be watched: touch is looked for by itself.", device_dir);
        if (watch >= 0) {
            close(watch);
        }
        sleeper->settling_until_ms = UINT64_MAX;
        return;
    }
    sleeper->has_devices = true;
    sleeper->wakers[sleeper->waker_count++] = watch;
    devices_open(sleeper);
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

static void drain_devices(struct sleeper *sleeper, const struct pollfd *polled) {
    for (int i = sleeper->waker_count - 1; i > 0; i--) {
        if (polled[i].revents) {
            drain(sleeper->wakers[i]);
        }
        if (polled[i].revents & (POLLHUP | POLLERR)) {
            close(sleeper->wakers[i]);
            sleeper->wakers[i] = sleeper->wakers[--sleeper->waker_count];
            sleeper->has_changed = true;
        }
    }
    if (polled[0].revents && drain(sleeper->wakers[0])) {
        sleeper->has_changed = true;
        devices_open(sleeper);
    }
    if (sleeper->has_changed) {
        sleeper->settling_until_ms = clock_ms() + SETTLING_MS;
    }
}

static bool has_events(void) {
    SDL_PumpEvents();
    // The mark that SDL leaves at the end of a poll is not an event.
    return SDL_HasEvents(SDL_FIRSTEVENT, SDL_POLLSENTINEL - 1);
}

static uint64_t step_ms(const struct sleeper *sleeper, uint64_t now_ms) {
    if (now_ms >= sleeper->settling_until_ms) {
        return UINT64_MAX;
    }
    return sleeper->has_devices ? SETTLING_STEP_MS : UNKNOWN_DRIVER_MS;
}

// False: for ever.
static bool wait_of(const struct sleeper *sleeper, uint64_t deadline_ms, struct timespec *wait) {
    uint64_t now_ms = clock_ms();
    uint64_t wait_ms = deadline_ms > now_ms ? deadline_ms - now_ms : 0;
    if (deadline_ms == UINT64_MAX) {
        wait_ms = UINT64_MAX;
    }
    uint64_t step = step_ms(sleeper, now_ms);
    wait_ms = wait_ms < step ? wait_ms : step;
    *wait = (struct timespec){(time_t)(wait_ms / 1000), (long)(wait_ms % 1000) * 1000000};
    return wait_ms != UINT64_MAX;
}

void sleep_add(struct sleeper *sleeper, int descriptor, short events) {
    if (sleeper->other_count < SLEEP_OTHER_LIMIT) {
        sleeper->others[sleeper->other_count++] =
            (struct pollfd){.fd = descriptor, .events = events};
    }
}

// Our own wakers first, then the others'; returns how many.
static int list_wakers(struct sleeper *sleeper,
                       struct pollfd polled[SLEEP_WAKER_LIMIT + SLEEP_OTHER_LIMIT]) {
    int count = 0;
    for (int i = 0; i < sleeper->waker_count; i++) {
        polled[count++] = (struct pollfd){.fd = sleeper->wakers[i], .events = POLLIN};
    }
    for (int i = 0; i < sleeper->other_count; i++) {
        polled[count++] = sleeper->others[i];
    }
    sleeper->other_count = 0;
    return count;
}

void sleep_until(struct sleeper *sleeper, uint64_t deadline_ms) {
    struct pollfd polled[SLEEP_WAKER_LIMIT + SLEEP_OTHER_LIMIT];
    struct timespec wait;
    int count = list_wakers(sleeper, polled);
    sleeper->has_changed = false;
    if (has_events()) {
        return;
    }
    bool has_end = wait_of(sleeper, deadline_ms, &wait);
    int ready = ppoll(polled, (nfds_t)count, has_end ? &wait : NULL, &sleeper->sleep_mask);
    if (ready > 0 && sleeper->has_devices) {
        drain_devices(sleeper, polled);
    }
}

void sleep_close(struct sleeper *sleeper) {
    if (sleeper->has_devices) {
        devices_close(sleeper);
        close(sleeper->wakers[0]);
    }
    sigprocmask(SIG_SETMASK, &sleeper->awake_mask, NULL);
    *sleeper = (struct sleeper){0};
}
