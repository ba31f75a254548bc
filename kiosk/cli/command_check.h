// SPDX-License-Identifier: MIT
// `dit-kiosk check`: every finding of a content folder on standard output, in the order in which
// staff work through their files; with --explain the reference of all settings.
#ifndef DIT_COMMAND_CHECK_H
#define DIT_COMMAND_CHECK_H

#include "base/base.h"

struct check_options {
    const char *content_dir; // NULL: only the device file is checked, or the reference printed
    const char *assets_dir;  // NULL: found beside the program
    const char *device_path; // a device.ini to check as well; NULL: none
    bool is_explaining;      // print settings_reference and device_reference instead
};

// The exit code: 0 no errors (warnings may be), 1 errors, 3 the system failed.
MUST_USE int command_check(const struct check_options *options);

#endif
