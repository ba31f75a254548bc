// SPDX-License-Identifier: MIT
// The two palettes. A colour is chosen by its purpose, so the contrast theme is a second column of
// one table and no screen ever asks which theme it is drawn in.
#include "layout/theme.h"

#include <assert.h>

static const uint32_t colours[][THEME_COUNT] = {
    //                       light       contrast
    [COLOUR_PAPER] = {0xFFFAF7F2, 0xFF000000},
    [COLOUR_CARD] = {0xFFFFFFFF, 0xFF000000},
    [COLOUR_INK] = {0xFF14263A, 0xFFFFFFFF},
    [COLOUR_MUTED] = {0xFF445464, 0xFFFFFFFF},
    [COLOUR_LINE] = {0xFFD9D3C7, 0xFFFFFFFF},
    [COLOUR_EDGE] = {0xFF6F7A86, 0xFFFFFFFF},
    [COLOUR_ACCENT] = {0xFF0B5A5F, 0xFFFFE14D},
    [COLOUR_ON_ACCENT] = {0xFFFFFFFF, 0xFF000000},
    [COLOUR_FLOOR] = {0xFF0B4F54, 0xFF000000},
    [COLOUR_FLOOR_EDGE] = {0xFF0B4F54, 0xFFFFFFFF},
    [COLOUR_ON_FLOOR] = {0xFFFFFFFF, 0xFFFFFFFF},
    [COLOUR_NEXT] = {0xFFFAF7F2, 0xFFFFE14D},
    [COLOUR_ON_NEXT] = {0xFF0B5A5F, 0xFF000000},
    [COLOUR_SKY] = {0xFFDCE9E2, 0xFF000000},
    [COLOUR_SKY_EDGE] = {0xFFDCE9E2, 0xFFFFFFFF},
    [COLOUR_SUN] = {0xFFF2C67C, 0xFFFFE14D},
    [COLOUR_ON_SUN] = {0xFF14263A, 0xFF000000},
    [COLOUR_SUN_FILL] = {0xFF0B5A5F, 0xFF000000},
    [COLOUR_ON_SUN_FILL] = {0xFFFFFFFF, 0xFFFFE14D},
    [COLOUR_HERO] = {0xFF9B1C1C, 0xFF000000},
    [COLOUR_ON_HERO] = {0xFFFFFFFF, 0xFFFFE14D},
    [COLOUR_URGENT] = {0xFF9B1C1C, 0xFFFFE14D},
    [COLOUR_URGENT_FILL] = {0xFFFBEDEA, 0xFF000000},
    [COLOUR_ON_URGENT] = {0xFFFFFFFF, 0xFF000000},
    [COLOUR_TRACK] = {0xFF33686D, 0xFF707070},
    [COLOUR_FOCUS] = {0xFF14263A, 0xFFFFFFFF},
    [COLOUR_FOCUS_AROUND] = {0xFFFFFFFF, 0xFF000000},
    [COLOUR_DARK] = {0xFF000000, 0xFF000000},
};
static_assert(sizeof colours / sizeof *colours == COLOUR_COUNT, "a colour is missing");

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
