// SPDX-License-Identifier: MIT
// See stick_watch.h. A stick is known by its folder's own number, or by the mount. Both are given
// out again as soon as they are free, so the kernel also has to say that the stick that was in is
// gone: otherwise one that was exchanged between two looks would pass for the one before it.
#include "platform/input/stick_watch.h"

#include <fcntl.h>
#include <libgen.h>
#include <limits.h>
#include <stdio.h>
#include <sys/inotify.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/disk.h"
#include "platform/input/event_wait.h"
#include "platform/system/log.h"

// Whether there is a folder, and what is known of it.
static bool look(struct statx *about, const char *path) {
    int flags = AT_NO_AUTOMOUNT | AT_STATX_DONT_SYNC;
    return statx(AT_FDCWD, path, flags, STATX_TYPE | STATX_INO | STATX_MNT_ID, about) == 0 &&
           S_ISDIR(about->stx_mode);
}

static bool is_mount_root(const struct statx *about) {
    return (about->stx_attributes & STATX_ATTR_MOUNT_ROOT) != 0;
}

// 0: there is none.
static uint64_t find_stick(const struct stick_watch *watch) {
    struct statx about;
    if (!look(&about, watch->sign)) {
        return 0;
    }
    uint64_t number = is_mount_root(&about) ? about.stx_mnt_id : about.stx_ino;
    return number * 2 + is_mount_root(&about) + 1;
}

// The kernel forgets a device that was pulled at once, and its mount is there for as long as
// systemd needs. What is no device, as in a test, has no number.
bool stick_watch_is_ready(const struct stick_watch *watch) {
    struct statx about;
    char device[64];
    if (!watch->is_mount) {
        return true;
    }
    if (!look(&about, watch->path) || !is_mount_root(&about)) {
        return false;
    }
    snprintf(device, sizeof device, "/sys/dev/block/%u:%u", about.stx_dev_major,
             about.stx_dev_minor);
    return about.stx_dev_major == 0 || access(device, F_OK) == 0;
}

bool stick_watch_is_bad(const struct stick_watch *watch) {
    return watch->is_mount && access(STICK_BAD_PATH, F_OK) == 0;
}

void stick_watch_open(struct stick_watch *watch, const char *path) {
    const uint32_t what = IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO | IN_ONLYDIR;
    char copy[PATH_MAX];
    *watch =
        (struct stick_watch){.path = path, .sign = path, .folder = -1, .gone = -1, .mounts = -1};
    if (!path && access(STICK_INSTALLED_PATH, F_OK) == 0) {
        watch->path = STICK_INSTALLED_PATH;
        watch->sign = STICK_SIGN_PATH;
        watch->is_mount = true;
    }
    if (!watch->path) {
        return;
    }
    snprintf(copy, sizeof copy, "%s", watch->sign);
    watch->folder = event_wait_watch(dirname(copy), what);
    watch->mounts = open("/proc/self/mountinfo", O_RDONLY | O_CLOEXEC);
    if (watch->folder < 0) {
        log_line("There is no folder in which %s could come: sticks are not noticed.", watch->path);
    }
}

void stick_watch_close(struct stick_watch *watch) {
    disk_close(watch->folder);
    disk_close(watch->gone);
    disk_close(watch->mounts);
    *watch = (struct stick_watch){.folder = -1, .gone = -1, .mounts = -1};
}

enum stick_news stick_watch_step(struct stick_watch *watch) {
    if (!watch->path) {
        return STICK_SAME;
    }
    event_wait_drain(watch->folder);
    bool is_gone = event_wait_drain(watch->gone); // whatever is there now
    uint64_t stick = find_stick(watch);
    if (watch->stick != 0 && (is_gone || stick != watch->stick)) {
        disk_close(watch->gone);
        watch->gone = -1;
        watch->stick = 0; // the next call finds the new one
        return STICK_OUT;
    }
    if (watch->stick == 0 && stick != 0) {
        watch->stick = stick;
        // Hears of the end of a folder or a filesystem, and of nothing in it.
        uint32_t what = IN_DELETE_SELF | IN_MOVE_SELF | IN_ONLYDIR; // IN_UNMOUNT comes unasked
        watch->gone = event_wait_watch(watch->sign, what);
        return STICK_IN;
    }
    return STICK_SAME;
}
