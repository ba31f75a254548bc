// SPDX-License-Identifier: MIT
// What was installed with the program: its folders, and the device.ini of the machine. A program in
// its build folder shows the words of its own tree, even where an older kiosk is installed.
#pragma once

#include "content/settings/device.h"

// The path of a folder ("assets", "config") that is there, or NULL. Lives in `arena`.
const char *installed_find_folder(const char *folder, struct arena *arena);

// In any encoding that an editor writes; defaults for what is wrong, with a finding for it. NULL
// reads the installed file, which may be missing; one that was asked for may not.
void installed_load_device(struct device *device, const char *path, struct findings *findings);
