// SPDX-License-Identifier: MIT
// Which of SDL's video drivers, with which hints. The hints are one table; each stands for
// something that goes wrong on a Raspberry Pi or costs start-up time. The files of a connector
// below /sys wake nobody when they change, and a look at them every second would be a wake-up every
// second: libudev, which SDL brings along for touch screens, hears of the change over netlink. It
// does not know windows, nor which display there was news of.
#include "platform/display/display.h"

#include <SDL.h>
#include <libudev.h>
#include <stdlib.h>
#include <string.h>

#include "platform/system/log.h"

// On the console SDL reads touch screens and keyboards (evdev) and has no display of its own.
#define CONSOLE_DRIVER "evdev"

static const struct {
    const char *name, *value;
} HINTS[] = {
    {SDL_HINT_APP_NAME, "dit-kiosk"},
    // A finger is a finger and a mouse is a mouse, on every driver.
    {SDL_HINT_TOUCH_MOUSE_EVENTS, "0"},
    {SDL_HINT_MOUSE_TOUCH_EVENTS, "0"},
    {SDL_HINT_MOUSE_FOCUS_CLICKTHROUGH, "1"},
    // Without this a window's surface goes through OpenGL, with a hundred megabytes of Mesa.
    {SDL_HINT_FRAMEBUFFER_ACCELERATION, "0"},
};

static bool is_set(const char *variable) {
    const char *value = getenv(variable);
    return value && value[0];
}

// Those that are there, in this order: SDL's own list ends with drivers that nobody can see.
static void choose_driver(void) {
    if (is_set("SDL_VIDEODRIVER")) {
        return;
    }
    static const char *const drivers[2][2] = {{CONSOLE_DRIVER, "wayland"}, {"x11", "x11,wayland"}};
    SDL_SetHint(SDL_HINT_VIDEODRIVER, drivers[is_set("DISPLAY")][is_set("WAYLAND_DISPLAY")]);
}

static void environment_prepare(void) {
    // Xlib's tables of accents and alphabets: reading them is half of the start on X11.
    setenv("XCOMPOSEFILE", "/dev/null", 0);
    setenv("LC_ALL", "C", 1);
    // SDL would start a session bus, to ask for input methods and themes: the kiosk has no use for
    // either, and opens no socket that it does not need.
    setenv("DBUS_SESSION_BUS_ADDRESS", "disabled:", 1);
}

static void watch_open(struct display *display) {
    display->udev = udev_new();
    display->monitor = display->udev ? udev_monitor_new_from_netlink(display->udev, "udev") : NULL;
    struct udev_monitor *monitor = display->monitor;
    if (!monitor || udev_monitor_filter_add_match_subsystem_devtype(monitor, "drm", NULL) < 0 ||
        udev_monitor_enable_receiving(monitor) < 0) {
        log_line("The kiosk cannot hear of another display.");
    }
}

bool display_open(struct display *display) {
    environment_prepare();
    for (int i = 0; i < COUNT_OF(HINTS); i++) {
        SDL_SetHint(HINTS[i].name, HINTS[i].value);
    }
    choose_driver();
    if (SDL_Init(SDL_INIT_VIDEO | SDL_INIT_EVENTS) != 0) {
        log_line("No display can be used (%s): %s.", SDL_GetHint(SDL_HINT_VIDEODRIVER),
                 SDL_GetError());
        return false;
    }
    SDL_StopTextInput();
    display->is_console = strcmp(SDL_GetCurrentVideoDriver(), CONSOLE_DRIVER) == 0;
    if (display->is_console) {
        watch_open(display);
    }
    return true;
}

bool display_is_waited_for(void) {
    return is_set("SDL_VIDEODRIVER");
}

int display_waker(const struct display *display) {
    return display->monitor ? udev_monitor_get_fd(display->monitor) : -1;
}

bool display_has_news(const struct display *display) {
    bool has_news = false;
    struct udev_device *device;
    while (display->monitor && (device = udev_monitor_receive_device(display->monitor))) {
        has_news = true;
        udev_device_unref(device);
    }
    return has_news;
}

void display_close(struct display *display) {
    udev_monitor_unref(display->monitor);
    udev_unref(display->udev);
    SDL_Quit();
}
