// SPDX-License-Identifier: MIT
// `dit-kiosk run`: the kiosk on a screen, until it is told to stop. The loop itself is
// kiosk_loop.c's.
#include "cli/command_line.h"
#include "cli/kiosk.h"

enum { OPTION_CONTENT, OPTION_DEVICE, OPTION_STORE, OPTION_STICK, OPTION_WINDOW };

static const struct option_row OPTIONS[] = {
    [OPTION_CONTENT] = {"content", "DIR", "show the cards in DIR"},
    [OPTION_DEVICE] = {"device", "FILE", "how the screen hangs (/etc/dit-kiosk/device.ini)"},
    [OPTION_STORE] = {"store", "DIR",
                      "show what `import` has put into DIR, where there is something"},
    [OPTION_STICK] = {"stick", "DIR", "where a USB stick comes and goes (/run/dit-kiosk/stick)"},
    [OPTION_WINDOW] = {"window", "WxH", "size of the window on a desktop (1280x720)"},
};

static int run(const struct arguments *arguments) {
    const char *const *values = arguments->values;
    const char *size = values[OPTION_WINDOW];
    struct run_options options = {
        .store_dir = values[OPTION_STORE],
        .stick_dir = values[OPTION_STICK],
        .content_dir = values[OPTION_CONTENT],
        .device_path = values[OPTION_DEVICE],
    };
    if (size && !command_line_size(&command_run, size, &options.width_px, &options.height_px)) {
        return EXIT_USAGE;
    }
    if (options.stick_dir && !options.store_dir) {
        return command_line_complain(&command_run,
                                     "--stick needs --store: what is on a stick has to be kept.");
    }
    return kiosk_run(&options);
}

const struct command command_run = {
    .name = "run",
    .synopsis = "[run] [--content DIR] [--device FILE] [--window WxH] [--store DIR] [--stick DIR]",
    .about = "Shows the cards: in a window on a desktop, on the whole screen of a console.",
    .options = OPTIONS,
    .option_count = COUNT_OF(OPTIONS),
    .run = run,
};
