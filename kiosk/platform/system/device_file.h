// SPDX-License-Identifier: MIT
// Reads a device.ini from the disk, in any encoding that an editor writes, for `run` and `check`.
#pragma once

#include "content/settings/device.h"

#define DEVICE_INSTALLED_PATH "/etc/dit-kiosk/device.ini"

// Defaults for what is wrong, with a finding for it. NULL reads the installed file, which may be
// missing; one that was asked for may not.
void device_file_load(struct device *device, const char *path, struct findings *findings);
