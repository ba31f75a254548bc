// SPDX-License-Identifier: MIT
// See stick_watch.h. A stick is known by the mount, or by the folder's own number: the name alone
// would not tell one stick from the next.
#include "platform/stick_watch.h"

#include <fcntl.h>
#include <libgen.h>
#include <limits.h>
#include <string.h>
#include <sys/inotify.h>
#include <sys/stat.h>
#include <unistd.h>

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

static int watch_folder(const char *path) {
    char copy[PATH_MAX];
    size_t size = strlen(path);
    int folder = inotify_init1(IN_NONBLOCK | IN_CLOEXEC);
    if (folder < 0 || size >= sizeof copy) {
        return folder;
    }
    memcpy(copy, path, size + 1);
    unsigned int what = IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO | IN_ONLYDIR;
    if (inotify_add_watch(folder, dirname(copy), what) < 0) {
        close(folder);
        return -1;
    }
    return folder;
}

void stick_watch_open(struct stick_watch *watch, const char *path, struct log *log) {
    *watch = (struct stick_watch){.path = path, .folder = -1, .mounts = -1};
    if (!path && access(STICK_INSTALLED_PATH, F_OK) == 0) {
        watch->path = STICK_INSTALLED_PATH;
        watch->is_mount = true;
    }
    if (!watch->path) {
        return;
    }
    watch->folder = watch_folder(watch->path);
    watch->mounts = open("/proc/self/mountinfo", O_RDONLY | O_CLOEXEC);
    if (watch->folder < 0) {
        log_line(log, "There is no folder in which %s could come: sticks are not noticed.",
                 watch->path);
    }
}

void stick_watch_close(struct stick_watch *watch) {
    if (watch->folder >= 0) {
        close(watch->folder);
    }
    if (watch->mounts >= 0) {
        close(watch->mounts);
    }
    *watch = (struct stick_watch){.folder = -1, .mounts = -1};
}

static void drain(const struct stick_watch *watch) {
    char thrown_away[4096];
    while (watch->folder >= 0 && read(watch->folder, thrown_away, sizeof thrown_away) > 0) {
    }
}

enum stick_news stick_watch_step(struct stick_watch *watch) {
    if (!watch->path) {
        return STICK_SAME;
    }
    drain(watch);
    uint64_t stick = find_stick(watch);
    uint64_t before = watch->stick;
    if (stick == before) {
        return STICK_SAME;
    }
    watch->stick = before != 0 ? 0 : stick; // the next call finds the new one
    return before != 0 ? STICK_OUT : STICK_IN;
}
