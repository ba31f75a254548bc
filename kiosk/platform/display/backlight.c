// SPDX-License-Identifier: MIT
// bl_power is the switch: 0 is on, 4 is off (FB_BLANK_UNBLANK and FB_BLANK_POWERDOWN of
// linux/fb.h). A driver without it has brightness alone.
#include "platform/display/backlight.h"

#include <dirent.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "platform/system/sysfs.h"

// Lit only where it is dark: a brightness that somebody chose stays.
static void dim(int lamp, bool is_on) {
    char line[SYSFS_LINE_BYTES];
    if (!is_on) {
        sysfs_write(lamp, "brightness", "0");
    } else if (sysfs_read(line, lamp, "brightness") && strcmp(line, "0") == 0 &&
               sysfs_read(line, lamp, "max_brightness")) {
        sysfs_write(lamp, "brightness", line);
    }
}

static void switch_lamp(int dir, const char *name, bool is_on) {
    int lamp = openat(dir, name, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (lamp < 0) {
        return;
    }
    if (!sysfs_write(lamp, "bl_power", is_on ? "0" : "4")) {
        dim(lamp, is_on);
    }
    close(lamp);
}

void backlight_switch(const char *dir, bool is_on) {
    DIR *lamps = opendir(dir);
    if (!lamps) {
        return;
    }
    const struct dirent *entry;
    while ((entry = readdir(lamps))) {
        if (entry->d_name[0] != '.') {
            switch_lamp(dirfd(lamps), entry->d_name, is_on);
        }
    }
    closedir(lamps);
}
