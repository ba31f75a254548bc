// SPDX-License-Identifier: MIT
// The files of a connector below /sys wake nobody when they change, and a look at them every second
// would be a wake-up every second. libudev hears of the change over netlink; SDL brings it along
// for touch screens.
#include "platform/display/display_watch.h"

#include <libudev.h>

#include "platform/system/log.h"

void display_watch_open(struct display_watch *watch) {
    struct udev *udev = udev_new();
    struct udev_monitor *monitor = udev ? udev_monitor_new_from_netlink(udev, "udev") : NULL;
    *watch = (struct display_watch){udev, monitor};
    if (!monitor || udev_monitor_filter_add_match_subsystem_devtype(monitor, "drm", NULL) < 0 ||
        udev_monitor_enable_receiving(monitor) < 0) {
        log_line("The kiosk cannot hear of another display.");
        display_watch_close(watch);
    }
}

int display_watch_waker(const struct display_watch *watch) {
    return watch->monitor ? udev_monitor_get_fd(watch->monitor) : -1;
}

bool display_watch_step(struct display_watch *watch) {
    bool has_news = false;
    struct udev_device *device;
    while (watch->monitor && (device = udev_monitor_receive_device(watch->monitor))) {
        has_news = true;
        udev_device_unref(device);
    }
    return has_news;
}

void display_watch_close(struct display_watch *watch) {
    udev_monitor_unref(watch->monitor);
    udev_unref(watch->udev);
    *watch = (struct display_watch){0};
}
