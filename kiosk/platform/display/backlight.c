// SPDX-License-Identifier: MIT
// bl_power is the switch that every lamp of this class has: 0 is on, 4 is off (FB_BLANK_UNBLANK and
// FB_BLANK_POWERDOWN of linux/fb.h).
#include "platform/display/backlight.h"

#include <dirent.h>
#include <fcntl.h>
#include <unistd.h>

#include "platform/system/sysfs.h"

static void switch_lamp(int dir, const char *name, bool is_on) {
    int lamp = openat(dir, name, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (lamp < 0) {
        return;
    }
    sysfs_write(lamp, "bl_power", is_on ? "0" : "4");
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
