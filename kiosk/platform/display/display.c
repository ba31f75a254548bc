// SPDX-License-Identifier: MIT
// Which of SDL's video drivers, with which hints. The hints are one table; each stands for
// something that goes wrong on a Raspberry Pi or costs start-up time. It does not know windows.
#include "platform/display/display.h"

#include <SDL.h>
#include <stdlib.h>
#include <string.h>

#include "platform/system/log.h"

// On the console SDL reads touch screens and keyboards (evdev) and has no display of its own.
#define CONSOLE_DRIVER "evdev"

enum { LOOK_MS = 500 }; // between two looks for a display

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
    {SDL_HINT_VIDEO_MINIMIZE_ON_FOCUS_LOSS, "0"},
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

bool display_open(bool *is_console) {
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
    *is_console = strcmp(SDL_GetCurrentVideoDriver(), CONSOLE_DRIVER) == 0;
    return true;
}

bool display_is_told_to_stop(void) {
    return SDL_QuitRequested();
}

bool display_wait(struct service *service) {
    bool is_waited_for = is_set("SDL_VIDEODRIVER") && !display_is_told_to_stop();
    if (is_waited_for) {
        service_wait(service);
        SDL_Delay(LOOK_MS);
        SDL_FlushEvents(SDL_QUIT + 1, SDL_LASTEVENT); // nobody saw what was touched
    }
    return is_waited_for;
}

void display_close(void) {
    SDL_Quit();
}
