// SPDX-License-Identifier: MIT
// Which of SDL's video drivers, with which hints. The hints are one table; each stands for
// something that goes wrong on a Raspberry Pi or costs start-up time. It does not know windows.
#include "platform/display/display.h"

#include <SDL.h>
#include <glob.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <time.h>

#include "platform/system/log.h"
#include "platform/system/service.h"
#include "platform/system/sysfs.h"

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
    {SDL_HINT_RENDER_DRIVER, "opengles2"},
    // Without vsync KMSDRM flips asynchronously, which some panels show as garbage.
    {SDL_HINT_RENDER_VSYNC, "1"},
    {SDL_HINT_VIDEO_MINIMIZE_ON_FOCUS_LOSS, "0"},
};

static bool is_set(const char *variable) {
    const char *value = getenv(variable);
    return value && value[0];
}

// Those that are there, in this order: SDL's own list ends with drivers that nobody can see.
static void choose_drivers(void) {
    char drivers[32];
    snprintf(drivers, sizeof drivers, "%s%sKMSDRM", is_set("DISPLAY") ? "x11," : "",
             is_set("WAYLAND_DISPLAY") ? "wayland," : "");
    SDL_SetHint(SDL_HINT_VIDEODRIVER, drivers);
}

static bool is_lit(const char *connector) {
    char path[PATH_MAX], line[SYSFS_LINE_BYTES];
    snprintf(path, sizeof path, "%s/status", connector);
    if (!sysfs_read(line, SYSFS_FROM_HERE, path) || strcmp(line, "connected") != 0) {
        return false;
    }
    snprintf(path, sizeof path, "%s/modes", connector); // one that just wakes up has none yet
    return sysfs_read(line, SYSFS_FROM_HERE, path);
}

// "card0-HDMI-A-1" is a connector, "card0" and "version" are not.
bool display_is_connected(const char *folder) {
    char pattern[PATH_MAX];
    glob_t connectors;
    bool found = false;
    snprintf(pattern, sizeof pattern, "%s/card*-*", folder);
    if (glob(pattern, 0, NULL, &connectors) != 0) {
        return false;
    }
    for (size_t i = 0; i < connectors.gl_pathc && !found; i++) {
        found = is_lit(connectors.gl_pathv[i]);
    }
    globfree(&connectors);
    return found;
}

// A connector wakes nobody when it changes. Nobody is there to see what the looks cost, because the
// screen is dark.
void display_wait(const char *folder, void (*still_waiting)(void)) {
    while (!display_is_connected(folder)) {
        still_waiting();
        nanosleep(&(struct timespec){0, LOOK_MS * 1000000L}, NULL);
    }
}

// SDL reads the connectors once and shows its picture to nobody where none is connected. The
// service asks for the console by name, and has nothing better to do than wait for a display that
// is switched off at night. By hand, somebody would wait for an answer.
static void wait_for_console(void) {
    static const char connectors[] = "/sys/class/drm";
    const char *driver = getenv("SDL_VIDEODRIVER");
    if (!driver || strcasecmp(driver, "KMSDRM") != 0 || display_is_connected(connectors)) {
        return;
    }
    log_line("No display is connected and switched on: the kiosk waits for one.");
    display_wait(connectors, service_wait);
}

static void environment_prepare(void) {
    // The compose tables are for typing accents; reading them is half of the start on X11.
    setenv("XCOMPOSEFILE", "/dev/null", 0);
    // SDL would start a session bus, to ask for input methods and themes: the kiosk has no use for
    // either, and opens no socket that it does not need.
    setenv("DBUS_SESSION_BUS_ADDRESS", "disabled:", 1);
}

bool display_open(bool *is_console) {
    environment_prepare();
    for (int i = 0; i < COUNT_OF(HINTS); i++) {
        SDL_SetHint(HINTS[i].name, HINTS[i].value);
    }
    if (is_set("SDL_VIDEODRIVER")) {
        wait_for_console();
    } else {
        choose_drivers();
    }
    if (SDL_Init(SDL_INIT_VIDEO | SDL_INIT_EVENTS) != 0) {
        log_line("No display can be used (%s): %s.", SDL_GetHint(SDL_HINT_VIDEODRIVER),
                 SDL_GetError());
        return false;
    }
    log_route_sdl();
    SDL_StopTextInput();
    *is_console = strcmp(SDL_GetCurrentVideoDriver(), "KMSDRM") == 0;
    return true;
}

void display_close(void) {
    SDL_Quit();
}
