// SPDX-License-Identifier: MIT
// bl_power is the switch: 0 is on, 4 is off (FB_BLANK_UNBLANK and FB_BLANK_POWERDOWN of
// linux/fb.h). A driver without it has brightness alone.
#include "platform/display/backlight.h"

#include <dirent.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

// The kernel's files cannot be made anew, so a name that is not there is not created.
static bool write_word(int lamp, const char *name, const char *word) {
    int file = openat(lamp, name, O_WRONLY | O_NONBLOCK | O_CLOEXEC);
    if (file < 0) {
        return false;
    }
    bool is_written = write(file, word, strlen(word)) == (ssize_t)strlen(word);
    close(file);
    return is_written;
}

static bool read_word(int lamp, const char *name, char word[16]) {
    int file = openat(lamp, name, O_RDONLY | O_NONBLOCK | O_CLOEXEC);
    if (file < 0) {
        return false;
    }
    ssize_t size = read(file, word, 15);
    close(file);
    word[size > 0 ? size : 0] = '\0';
    word[strcspn(word, "\n")] = '\0';
    return size > 0;
}

// Lit only where it is dark: a brightness that somebody chose stays.
static void dim(int lamp, bool is_on) {
    char now[16], most[16];
    if (!is_on) {
        write_word(lamp, "brightness", "0");
    } else if (read_word(lamp, "brightness", now) && strcmp(now, "0") == 0 &&
               read_word(lamp, "max_brightness", most)) {
        write_word(lamp, "brightness", most);
    }
}

static void switch_lamp(int dir, const char *name, bool is_on) {
    int lamp = openat(dir, name, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (lamp < 0) {
        return;
    }
    if (!write_word(lamp, "bl_power", is_on ? "0" : "4")) {
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
