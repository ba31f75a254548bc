// SPDX-License-Identifier: MIT
// Whether a stick is in. It asks for the existence of a folder and for nothing in it; the kernel
// wakes it when something is mounted or a folder comes or goes, so it costs nothing while nothing
// happens.
#pragma once

#include "base/base.h"

// Where the appliance mounts a stick. The folder is always there; a stick is a mount on it.
#define STICK_INSTALLED_PATH "/run/dit-kiosk/stick"

struct stick_watch {
    const char *path; // NULL: there is no place for a stick
    bool is_mount;    // only something mounted there counts
    int folder;       // wakes when a name beside the stick's comes or goes; -1: not watched
    int gone;         // of these wakers, the one for the stick that is in; -1: none
    int mounts;       // wakes when anything is mounted or unmounted; -1: not watched
    uint64_t stick;   // which one is in; 0: none
};

// `path` may be NULL: the installed one, where there is one.
void stick_watch_open(struct stick_watch *watch, const char *path);
void stick_watch_close(struct stick_watch *watch);

enum stick_news { STICK_SAME, STICK_IN, STICK_OUT };

// What has changed since the last call; a stick that was exchanged for another is out, then in.
enum stick_news stick_watch_step(struct stick_watch *watch);
