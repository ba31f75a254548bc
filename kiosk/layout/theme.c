// SPDX-License-Identifier: MIT
// The two palettes. A colour is chosen by its purpose, so the contrast theme is a second column of
// one table and no screen ever asks which theme it is drawn in.
#include "layout/theme.h"

#define COLOUR_VALUES(name, light, contrast) {light, contrast},
static const uint32_t colours[][THEME_COUNT] = {COLOURS(COLOUR_VALUES)};

uint32_t theme_colour(enum theme_choice theme, enum colour colour) {
    return colours[colour][theme];
}

uint32_t theme_mix(uint32_t base, uint32_t over, int percent) {
    uint32_t mixed = 0xFF000000;
    for (int shift = 0; shift <= 16; shift += 8) {
        int a = (int)(base >> shift & 0xFF);
        int b = (int)(over >> shift & 0xFF);
        mixed |= (uint32_t)(a + (b - a) * percent / 100) << shift;
    }
    return mixed;
}
