// SPDX-License-Identifier: MIT
// The installer's settings, as a table of options.
#include "content/settings/device.h"

#include "content/settings/options.h"

#include <string.h>

static const struct option_choice turns[] = {{"asked", -1}, {"0", 0},     {"90", 90},
                                             {"180", 180},  {"270", 270}, {NULL, 0}};
static const struct option_choice touch_turns[] = {{"same", -1}, {"0", 0},     {"90", 90},
                                                   {"180", 180}, {"270", 270}, {NULL, 0}};

#define FIELD(name) .offset = offsetof(struct device, name)
#define HOURS_FORM "from-to, such as 08:00-18:30, or closed, or always"

// "9:00-5:00" are the hours of a day whose afternoon was written as on a clock with hands: no
// practice is open from the morning until long past midnight.
static const char *find_meant_hours(struct hours_day day, struct arena *arena) {
    enum { NOON_MIN = HOURS_DAY_MIN / 2 };
    bool is_slip = day.from_min < NOON_MIN && day.to_min > HOURS_DAY_MIN;
    day.to_min -= NOON_MIN;
    return is_slip ? hours_span_text(day, arena) : NULL;
}

static void read_hours(const struct option_line *line) {
    struct arena *arena = line->findings->arena;
    struct hours_day day;
    const char *meant;
    if (!hours_parse(&day, line->value)) {
        option_add_error(line, "cannot be read as hours.",
                         "Write the times from and to, such as 08:00-18:30, or closed, or always.");
    } else if (!day.is_own && strcmp(line->option->standard, "same") != 0) {
        option_add_error(line, "has no hours.", "Write the hours of a day, or always.");
    } else if ((meant = find_meant_hours(day, arena))) {
        option_add_error(line, "ends before it begins.",
                         arena_format(arena, "Did you mean %s?", meant));
    } else {
        *(struct hours_day *)option_place(line) = day;
    }
}

#define WEEKDAY(name, at)                                                                          \
    {                                                                                              \
        "hours", name, OPTION_OWN, "same",                                                         \
            .read = read_hours, FIELD(hours.weekdays[at]), .form = HOURS_FORM ", or same",         \
            .about = "The hours of that day of the week, where they are not those of every_day."   \
    }

enum { AT_EVERY_DAY = 3 };

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

    [AT_EVERY_DAY] = {"hours", "every_day", OPTION_OWN, "always", .read = read_hours,
                      FIELD(hours.every_day), .form = HOURS_FORM,
                      .about = "When the screen is on. At other times it is dark until somebody "
                               "touches it. Without a clock that can be trusted it is always on."},
    WEEKDAY("monday", 0),
    WEEKDAY("tuesday", 1),
    WEEKDAY("wednesday", 2),
    WEEKDAY("thursday", 3),
    WEEKDAY("friday", 4),
    WEEKDAY("saturday", 5),
    WEEKDAY("sunday", 6),

    {"usb", "keyboard", OPTION_SWITCH, "off", FIELD(has_keyboard),
     .about =
         "Whether a USB keyboard may be plugged in. It can turn the cards and press what is on "
         "the screen, and nothing else."},

    {"kiosk", "name", OPTION_TEXT, "", .most = 40, FIELD(kiosk_name),
     .about = "The kiosk's own name, such as Waiting room 2, where a practice has several."},
};

static const struct option_table table = {options, COUNT_OF(options)};

void device_init(struct device *device, struct arena *arena) {
    *device = (struct device){0};
    options_init(device, &table, arena);
}

void device_load(struct device *device, struct str ini, const char *path,
                 struct findings *findings) {
    struct option_file file = {.ini = ini, .path = path};
    int error_count = findings->error_count;
    device_init(device, findings->arena);
    options_load(device, &table, &file, findings);
    if (hours_are_never(&device->hours)) {
        finding_error(findings, (struct finding_place){path, file.line_of[AT_EVERY_DAY]},
                      "The screen is closed on every day.", "Write the hours of at least one day.");
    }
    if (findings->error_count > error_count) {
        device->hours = (struct hours){0};
    }
}

const char *device_reference(struct arena *arena) {
    return options_reference(&table, arena);
}
