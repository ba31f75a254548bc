// SPDX-License-Identifier: MIT
// Which of SDL's video drivers, with which hints. The hints are one table; each stands for
// something that goes wrong on a Raspberry Pi or costs start-up time. It does not know windows.
#include "platform/display/display.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "platform/display/connectors.h"
#include "platform/system/log.h"
#include "platform/system/service.h"

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
    {SDL_HINT_RENDER_DRIVER, "opengles2"},
    // Without vsync KMSDRM flips asynchronously, which some panels show as garbage.
    {SDL_HINT_RENDER_VSYNC, "1"},
    {SDL_HINT_VIDEO_MINIMIZE_ON_FOCUS_LOSS, "0"},
};

static const struct {
    const char *driver;
    const char *needs; // a variable of the environment that says that it is there; NULL: try it
} CANDIDATES[] = {
    {"x11", "DISPLAY"},
    {"wayland", "WAYLAND_DISPLAY"},
    {"KMSDRM", NULL},
};

static bool is_set(const char *variable) {
    const char *value = getenv(variable);
    return value && value[0];
}

static bool start(const char *driver) {
    if (driver) {
        SDL_SetHint(SDL_HINT_VIDEODRIVER, driver);
    }
    return SDL_Init(SDL_INIT_VIDEO | SDL_INIT_EVENTS) == 0;
}

static bool start_candidate(void) {
    for (int i = 0; i < COUNT_OF(CANDIDATES); i++) {
        if (CANDIDATES[i].needs && !is_set(CANDIDATES[i].needs)) {
            continue;
        }
        if (start(CANDIDATES[i].driver)) {
            return true;
        }
        log_line("The %s display cannot be used: %s.", CANDIDATES[i].driver, SDL_GetError());
    }
    return false;
}

// The service asks for the console by name, and has nothing better to do than wait for a display
// that is switched off at night. By hand, somebody would wait for an answer.
static void wait_for_console(void) {
    static const char connectors[] = "/sys/class/drm";
    const char *driver = getenv("SDL_VIDEODRIVER");
    if (!driver || strcasecmp(driver, "KMSDRM") != 0 || connectors_are_lit(connectors)) {
        return;
    }
    log_line("No display is connected and switched on: the kiosk waits for one.");
    connectors_wait(connectors, service_wait);
}

static bool start_video(void) {
    if (!is_set("SDL_VIDEODRIVER")) {
        return start_candidate();
    }
    wait_for_console();
    bool is_started = start(NULL);
    if (!is_started) {
        log_line("The display that SDL_VIDEODRIVER asks for cannot be used: %s.", SDL_GetError());
    }
    return is_started;
}

static void environment_prepare(void) {
    // The compose tables are for typing accents; reading them is half of the start on X11.
    setenv("XCOMPOSEFILE", "/dev/null", 0);
    // SDL would start a session bus, to ask for input methods and themes: the kiosk has no use for
    // either, and opens no socket that it does not need.
    setenv("DBUS_SESSION_BUS_ADDRESS", "disabled:", 1);
}

bool display_open(struct display *display) {
    environment_prepare();
    for (int i = 0; i < COUNT_OF(HINTS); i++) {
        SDL_SetHint(HINTS[i].name, HINTS[i].value);
    }
    if (!start_video()) {
        return false;
    }
    log_route_sdl();
    SDL_StopTextInput();
    display->driver = SDL_GetCurrentVideoDriver();
    display->is_console = strcmp(display->driver, "KMSDRM") == 0;
    if (display->is_console) {
        SDL_ShowCursor(SDL_DISABLE);
    }
    return true;
}

void display_close(struct display *display) {
    SDL_Quit();
    *display = (struct display){0};
}
