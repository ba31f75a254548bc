// SPDX-License-Identifier: MIT
// The installer's settings, as a table of options.
#include "model/device.h"

#include "model/options.h"

static const struct option_choice turns[] = {{"asked", -1}, {"0", 0},     {"90", 90},
                                             {"180", 180},  {"270", 270}, {NULL, 0}};
static const struct option_choice touch_turns[] = {{"same", -1}, {"0", 0},     {"90", 90},
                                                   {"180", 180}, {"270", 270}, {NULL, 0}};

#define FIELD(name) .offset = offsetof(struct device, name)

static const struct option options[] = {
    {"screen", "rotate", OPTION_CHOICE, "asked", .choices = turns, FIELD(rotate),
     .about =
         "How far the picture is turned, clockwise, in degrees; asked: as it was answered on the "
         "screen at the first start, 0 where nobody was asked."},
    {"screen", "touch_rotate", OPTION_CHOICE, "same", .choices = touch_turns, FIELD(touch_rotate),
     .about = "How far touch is turned: the same as the picture, or its own number of degrees."},
    {"screen", "screen_inches", OPTION_DECIMAL, "0", 3, 120, FIELD(screen_inches),
     .allows_zero = true,
     .about = "The screen's diagonal, so that letters and buttons get their size in millimetres; "
              "0 when it is not known."},
    {"usb", "keyboard", OPTION_SWITCH, "off", FIELD(has_keyboard),
     .about =
         "Whether a USB keyboard may be plugged in. It can turn the cards and press what is on "
         "the screen, and nothing else."},
};

static const struct option_table table = {options, COUNT_OF(options)};

void device_init(struct device *device) {
    struct arena arena = {0};
    *device = (struct device){0};
    options_init(device, &table, &arena);
    arena_finish(&arena);
}

void device_load(struct device *device, struct str ini, const char *path,
                 struct findings *findings) {
    struct option_file file = {.ini = ini, .path = path};
    device_init(device);
    options_load(device, &table, &file, findings);
}

const char *device_reference(struct arena *arena) {
    return options_reference(&table, arena);
}
