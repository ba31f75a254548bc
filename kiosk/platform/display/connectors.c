// SPDX-License-Identifier: MIT
// Two small files tell of each connector: its status, and its modes, which a display that is just
// waking up does not have yet. Neither wakes anybody when it changes, so they are looked at twice a
// second; nobody is there to see what that costs, because the screen is dark.
#include "platform/display/connectors.h"

#include <dirent.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

// The first bytes of the file; empty where it cannot be read.
static void read_start(const char *folder, const char *connector, const char *name,
                       char start[16]) {
    char path[512];
    start[0] = '\0';
    int size = snprintf(path, sizeof path, "%s/%s/%s", folder, connector, name);
    int file = size < (int)sizeof path ? open(path, O_RDONLY | O_CLOEXEC) : -1;
    if (file < 0) {
        return;
    }
    ssize_t got = read(file, start, 15);
    start[got > 0 ? got : 0] = '\0';
    close(file);
}

// "card0-HDMI-A-1" is one, "card0" and "version" are not.
static bool is_lit(const char *folder, const char *connector) {
    char status[16], mode[16];
    if (strncmp(connector, "card", 4) != 0 || !strchr(connector, '-')) {
        return false;
    }
    read_start(folder, connector, "status", status);
    read_start(folder, connector, "modes", mode);
    return strcmp(status, "connected\n") == 0 && mode[0] != '\0';
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
