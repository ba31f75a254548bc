// SPDX-License-Identifier: MIT
// Two small files tell of each connector: its status, and its modes, which a display that is just
// waking up does not have yet. Neither wakes anybody when it changes, so they are looked at twice a
// second; nobody is there to see what that costs, because the screen is dark.
#include "platform/display/connectors.h"

#include <dirent.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

#include "platform/system/sysfs.h"

// "card0-HDMI-A-1" is one, "card0" and "version" are not.
static bool is_lit(const char *folder, const char *connector) {
    char path[512], line[SYSFS_LINE_BYTES];
    if (strncmp(connector, "card", 4) != 0 || !strchr(connector, '-')) {
        return false;
    }
    snprintf(path, sizeof path, "%s/%s/status", folder, connector);
    if (!sysfs_read(line, SYSFS_FROM_HERE, path) || strcmp(line, "connected") != 0) {
        return false;
    }
    snprintf(path, sizeof path, "%s/%s/modes", folder, connector);
    return sysfs_read(line, SYSFS_FROM_HERE, path);
}

bool connectors_are_lit(const char *folder) {
    DIR *list = opendir(folder);
    if (!list) {
        return false;
    }
    bool found = false;
    const struct dirent *entry;
    while (!found && (entry = readdir(list))) {
        found = is_lit(folder, entry->d_name);
    }
    closedir(list);
    return found;
}

void connectors_wait(const char *folder, void (*still_waiting)(void)) {
    while (!connectors_are_lit(folder)) {
        still_waiting();
        nanosleep(&(struct timespec){0, CONNECTORS_WAIT_MS * 1000000L}, NULL);
    }
}
