// SPDX-License-Identifier: MIT
// `dit-kiosk render`: every screen and page of a content folder as a PNG, and with --dump as a
// display list, walking the same code as the running kiosk but without a display.
#ifndef DIT_COMMAND_RENDER_H
#define DIT_COMMAND_RENDER_H

#include "base/base.h"

struct render_options {
    const char *content_dir;
    const char *out_dir;     // is created
    const char *assets_dir;  // NULL: found beside the program
    const char *device_path; // NULL: no device file, everything at its default
    const char *language;    // NULL: the first
    int width_px, height_px; // of the glass, before it is turned
    int rotate;              // 0, 90, 180 or 270; -1: as the device file says
    int theme;               // enum theme_choice; -1: as kiosk.ini says
    int text_size;           // enum text_size; -1: as kiosk.ini says
    bool has_dump, has_pictures;
};

// The exit code: 0 done, 1 the content has errors, 2 wrong usage, 3 the system failed.
MUST_USE int command_render(const struct render_options *options);

#endif
