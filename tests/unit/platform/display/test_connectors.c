// SPDX-License-Identifier: MIT
// A folder that looks like /sys/class/drm, in which a display is switched on, has no modes yet, or
// is missing.
#include "platform/display/connectors.h"

#include "unit_test.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>

static char folder[] = "connectors-XXXXXX";
static int looks;

static void put(const char *connector, const char *status, const char *modes) {
    char path[128];
    snprintf(path, sizeof path, "%s/%s", folder, connector);
    mkdir(path, 0700);
    const char *const names[] = {"status", "modes"}, *const words[] = {status, modes};
    for (int i = 0; i < 2; i++) {
        snprintf(path, sizeof path, "%s/%s/%s", folder, connector, names[i]);
        FILE *file = fopen(path, "w");
        assert_non_null(file);
        fputs(words[i], file);
        fclose(file);
    }
}

static int start_folder(void **state) {
    (void)state;
    snprintf(folder, sizeof folder, "connectors-XXXXXX");
    looks = 0;
    return mkdtemp(folder) ? 0 : -1;
}

static int end_folder(void **state) {
    (void)state;
    char command[64];
    snprintf(command, sizeof command, "rm -r %s", folder);
    return system(command);
}

#define IN_FOLDER(name) UNIT_TEST_WITH(name, start_folder, end_folder, void *nothing)

IN_FOLDER(a_connected_display_with_a_mode_is_lit) {
    put("card1-HDMI-A-1", "disconnected\n", "");
    assert_false(connectors_are_lit(folder));
    put("card1-DSI-1", "connected\n", "720x1280\n");
    assert_true(connectors_are_lit(folder));
}

IN_FOLDER(a_display_without_modes_is_not_awake_yet) {
    put("card0-HDMI-A-1", "connected\n", "");
    assert_false(connectors_are_lit(folder));
}

IN_FOLDER(a_card_is_no_connector_and_a_missing_folder_has_none) {
    put("card0", "connected\n", "1920x1080\n");
    put("version", "connected\n", "1920x1080\n");
    assert_false(connectors_are_lit(folder));
    assert_false(connectors_are_lit("no-such-folder"));
}

static void switch_on_at_the_third_look(void) {
    if (++looks == 3) {
        put("card0-HDMI-A-1", "connected\n", "1920x1080\n");
    }
}

IN_FOLDER(the_wait_ends_when_the_display_is_switched_on) {
    put("card0-HDMI-A-1", "disconnected\n", "");
    connectors_wait(folder, switch_on_at_the_third_look);
    assert_int_equal(looks, 3);
}
