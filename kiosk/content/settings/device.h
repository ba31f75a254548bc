// SPDX-License-Identifier: MIT
// The installer's settings, /etc/dit-kiosk/device.ini: how the screen hangs on the wall, when it
// is lit, and which kiosk of a practice it is. They belong to the machine, not to the practice, so
// one stick can serve many kiosks.
#pragma once

#include "base/finding.h"
#include "content/settings/hours.h"

struct device {
    int rotate;             // degrees clockwise that the picture is turned: 0, 90, 180 or 270; -1:
                            // as it was answered on the screen
    int touch_rotate;       // the same for touch; -1 follows `rotate`
    double screen_inches;   // diagonal; 0 where it is not known
    struct hours hours;     // outside of which the screen is dark
    bool has_keyboard;      // for systemd/usb/rules, which reads the same line
    const char *kiosk_name; // "Waiting room 2"; empty where it has none
};

// Every option at its default.
void device_init(struct device *device, struct arena *arena);

// As settings_load: findings on `path`, defaults for what is wrong. With any error there are no
// opening hours: a slip must never leave patients with a dark screen. Texts live in
// findings->arena.
void device_load(struct device *device, struct str ini, const char *path,
                 struct findings *findings);

const char *device_reference(struct arena *arena);
