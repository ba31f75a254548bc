// SPDX-License-Identifier: MIT
// Whether a stick is in. It asks for the existence of a folder and for nothing in it; the kernel
// wakes it when something is mounted or a folder comes or goes, so it costs nothing while nothing
// happens. On the appliance a stick that is in can not be read until the kiosk has wished for it.
#pragma once

#include "base/base.h"

// Where the appliance mounts a stick, and the folders beside it that are there while one is plugged
// in, and while one that was let in cannot be mounted.
#define STICK_INSTALLED_PATH "/run/dit-kiosk/stick"
#define STICK_SIGN_PATH "/run/dit-kiosk/stick-is-in"
#define STICK_BAD_PATH "/run/dit-kiosk/stick-is-bad"

struct stick_watch {
    const char *path; // NULL: there is no place for a stick
    const char *sign; // whose existence says that one is in: itself, or the appliance's folder
    bool is_mount;    // the appliance's: it is read where something is mounted
    int folder;       // wakes when a name beside the stick's comes or goes; -1: not watched
    int gone;         // hears of the end of the stick that is in; -1: none
    int mounts;       // wakes when anything is mounted or unmounted; -1: not watched
    uint64_t stick;   // which one is in; 0: none
};

// `path` may be NULL: the installed one, where there is one.
void stick_watch_open(struct stick_watch *watch, const char *path);
void stick_watch_close(struct stick_watch *watch);
bool stick_watch_is_ready(const struct stick_watch *watch); // to be read and written
bool stick_watch_is_bad(const struct stick_watch *watch);

enum stick_news { STICK_SAME, STICK_IN, STICK_OUT };

// What has changed since the last call; a stick that was exchanged for another is out, then in.
enum stick_news stick_watch_step(struct stick_watch *watch);
