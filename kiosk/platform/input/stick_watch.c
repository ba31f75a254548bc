// SPDX-License-Identifier: MIT
// See stick_watch.h. A stick is known by the mount, or by the folder's own number. Both are given
// out again as soon as they are free, so the kernel also has to say that the stick that was in is
// gone: otherwise one that was exchanged between two looks would pass for the one before it.
#include "platform/input/stick_watch.h"

#include <fcntl.h>
#include <libgen.h>
#include <limits.h>
#include <stdio.h>
#include <string.h>
#include <sys/inotify.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/disk.h"
#include "platform/input/event_wait.h"
#include "platform/system/log.h"

// 0: there is none.
static uint64_t find_stick(const struct stick_watch *watch) {
    struct statx about;
    int flags = AT_NO_AUTOMOUNT | AT_STATX_DONT_SYNC;
    if (statx(AT_FDCWD, watch->path, flags, STATX_TYPE | STATX_INO | STATX_MNT_ID, &about) != 0 ||
        !S_ISDIR(about.stx_mode)) {
        return 0;
    }
    bool is_root = (about.stx_attributes & STATX_ATTR_MOUNT_ROOT) != 0;
    if (watch->is_mount && !is_root) {
        return 0;
    }
    uint64_t number = is_root ? about.stx_mnt_id : about.stx_ino;
    return number * 2 + is_root + 1;
}

void stick_watch_open(struct stick_watch *watch, const char *path) {
    const uint32_t what = IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO | IN_ONLYDIR;
    char copy[PATH_MAX];
    *watch = (struct stick_watch){.path = path, .folder = -1, .gone = -1, .mounts = -1};
    if (!path && access(STICK_INSTALLED_PATH, F_OK) == 0) {
        watch->path = STICK_INSTALLED_PATH;
        watch->is_mount = true;
    }
    if (!watch->path) {
        return;
    }
    snprintf(copy, sizeof copy, "%s", watch->path);
    watch->folder = event_wait_watch(dirname(copy), what);
    watch->mounts = open("/proc/self/mountinfo", O_RDONLY | O_CLOEXEC);
    if (watch->folder < 0) {
        log_line("There is no folder in which %s could come: sticks are not noticed.", watch->path);
    }
}

void stick_watch_close(struct stick_watch *watch) {
    disk_close(watch->folder);
    disk_close(watch->mounts);
    *watch = (struct stick_watch){.folder = -1, .gone = -1, .mounts = -1};
}

// True when the stick that was in is gone, whatever is there now.
static bool drain(const struct stick_watch *watch) {
    _Alignas(struct inotify_event) char bytes[4096];
    bool is_gone = false;
    ssize_t size;
    while (watch->folder >= 0 && (size = read(watch->folder, bytes, sizeof bytes)) > 0) {
        struct inotify_event event;
        for (ssize_t at = 0; at < size; at += (ssize_t)(sizeof event + event.len)) {
            memcpy(&event, bytes + at, sizeof event);
            is_gone = is_gone || (watch->gone >= 0 && event.wd == watch->gone);
        }
    }
    return is_gone;
}

static void forget_stick(struct stick_watch *watch) {
    if (watch->gone >= 0) {
        inotify_rm_watch(watch->folder, watch->gone); // fails where the kernel has done it
    }
    watch->gone = -1;
    watch->stick = 0;
}

enum stick_news stick_watch_step(struct stick_watch *watch) {
    if (!watch->path) {
        return STICK_SAME;
    }
    bool is_gone = drain(watch);
    uint64_t stick = find_stick(watch);
    if (watch->stick != 0 && (is_gone || stick != watch->stick)) {
        forget_stick(watch); // the next call finds the new one
        return STICK_OUT;
    }
    if (watch->stick == 0 && stick != 0) {
        watch->stick = stick;
        // Hears of the end of a folder or a filesystem, and of nothing in it.
        unsigned int what = IN_DELETE_SELF | IN_MOVE_SELF | IN_ONLYDIR; // IN_UNMOUNT comes unasked
        watch->gone = watch->folder >= 0 ? inotify_add_watch(watch->folder, watch->path, what) : -1;
        return STICK_IN;
    }
    return STICK_SAME;
}
