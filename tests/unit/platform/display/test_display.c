// SPDX-License-Identifier: MIT
// A folder that looks like /sys/class/drm, in which a display is switched on, has no modes yet, or
// is missing.
#include "platform/display/display.h"

#include "own_folder.h"

static struct own_folder folder;
static int looks;

static void put(const char *connector, const char *status, const char *modes) {
    const char *status_name = arena_format(&folder.arena, "%s/status", connector);
    const char *modes_name = arena_format(&folder.arena, "%s/modes", connector);
    own_folder_put_text(&folder, status_name, status);
    own_folder_put_text(&folder, modes_name, modes);
}

static int start_folder(void **state) {
    (void)state;
    own_folder_open(&folder);
    looks = 0;
    return 0;
}

static int end_folder(void **state) {
    (void)state;
    own_folder_close(&folder);
    return 0;
}

#define IN_FOLDER(name) UNIT_TEST_WITH(name, start_folder, end_folder, void *nothing)

IN_FOLDER(a_connected_display_with_a_mode_is_lit) {
    put("card1-HDMI-A-1", "disconnected\n", "");
    assert_false(display_is_connected(folder.path));
    put("card1-DSI-1", "connected\n", "720x1280\n");
    assert_true(display_is_connected(folder.path));
}

IN_FOLDER(a_display_without_modes_is_not_awake_yet) {
    put("card0-HDMI-A-1", "connected\n", "");
    assert_false(display_is_connected(folder.path));
}

IN_FOLDER(a_card_is_no_connector_and_a_missing_folder_has_none) {
    put("card0", "connected\n", "1920x1080\n");
    put("version", "connected\n", "1920x1080\n");
    assert_false(display_is_connected(folder.path));
    assert_false(display_is_connected("no-such-folder"));
}

static void switch_on_at_the_third_look(void) {
    if (++looks == 3) {
        put("card0-HDMI-A-1", "connected\n", "1920x1080\n");
    }
}

IN_FOLDER(the_wait_ends_when_the_display_is_switched_on) {
    put("card0-HDMI-A-1", "disconnected\n", "");
    display_wait(folder.path, switch_on_at_the_third_look);
    assert_int_equal(looks, 3);
}
