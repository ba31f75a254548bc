// SPDX-License-Identifier: MIT
// See digits.h. A digit stands in a cell of 4 by 7 units; its bars are one unit thick.
#include "platform/draw/digits.h"

#include <string.h>

enum { CELL_H = 7, STEP = 6, GROUP_STEP = 3, BAR_COUNT = 7 };

static const struct rect BARS[BAR_COUNT] = {
    {0, 0, 4, 1}, {3, 0, 1, 4}, {3, 3, 1, 4}, {0, 6, 4, 1},
    {0, 3, 1, 4}, {0, 0, 1, 4}, {0, 3, 4, 1},
};

// Bit i says that bar i of '0' to '9' is lit.
static const uint8_t LIT[10] = {0x3F, 0x06, 0x5B, 0x4F, 0x66, 0x6D, 0x7D, 0x07, 0x7F, 0x6F};

static bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

bool digits_can_show(const char *text) {
    return strpbrk(text, "0123456789") && text[strspn(text, "0123456789 +-()")] == '\0';
}

static int width_units(const char *text) {
    int units = 0;
    for (; *text; text++) {
        units += is_digit(*text) ? STEP : GROUP_STEP;
    }
    return units;
}

static void draw_digit(const struct canvas *canvas, int digit, struct rect unit, uint32_t ink) {
    for (int i = 0; i < BAR_COUNT; i++) {
        struct rect bar = BARS[i];
        if (LIT[digit] >> i & 1) {
            shapes_fill(canvas,
                        (struct rect){unit.x + bar.x * unit.w, unit.y + bar.y * unit.h,
                                      bar.w * unit.w, bar.h * unit.h},
                        ink);
        }
    }
}

void digits_draw(const struct canvas *canvas, const char *text, struct rect at, uint32_t ink) {
    int units = width_units(text);
    int side = units > 0 && at.w / units < at.h / CELL_H ? at.w / units : at.h / CELL_H;
    side = side < 1 ? 1 : side;
    struct rect unit = {at.x, at.y + (at.h - CELL_H * side) / 2, side, side};
    for (; *text; text++) {
        if (is_digit(*text)) {
            draw_digit(canvas, *text - '0', unit, ink);
        }
        unit.x += side * (is_digit(*text) ? STEP : GROUP_STEP);
    }
}
