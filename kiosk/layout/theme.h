// SPDX-License-Identifier: MIT
// Every colour of the kiosk, by what it is for, in two themes. Contrast is proved from these tokens
// (WCAG 2.2: 7:1 for text, 3:1 for the edges of controls).
#pragma once

#include "base/buffer.h"
#include "content/settings/settings.h"

// One list: the name, and 0xAARRGGBB in the light theme and in the other, always opaque.
// clang-format off
#define COLOURS(COLOUR) \
    COLOUR(PAPER, 0xFFFAF7F2, 0xFF000000) /* the ground of every screen */ \
    COLOUR(CARD, 0xFFFFFFFF, 0xFF000000) /* tiles, call-outs and white fields on it */ \
    COLOUR(INK, 0xFF14263A, 0xFFFFFFFF) /* text */ \
    COLOUR(MUTED, 0xFF445464, 0xFFFFFFFF) /* quiet text, on paper and tiles only */ \
    COLOUR(LINE, 0xFFD9D3C7, 0xFFFFFFFF) /* decoration only */ \
    COLOUR(EDGE, 0xFF6F7A86, 0xFFFFFFFF) /* of controls and tiles */ \
    COLOUR(ACCENT, 0xFF0B5A5F, 0xFFFFE14D) \
    COLOUR(ON_ACCENT, 0xFFFFFFFF, 0xFF000000) /* text on a filled button */ \
    COLOUR(FLOOR, 0xFF0B4F54, 0xFF000000) /* the ground along the foot of the screen */ \
    COLOUR(FLOOR_EDGE, 0xFF0B4F54, 0xFFFFFFFF) /* the line where it begins */ \
    COLOUR(ON_FLOOR, 0xFFFFFFFF, 0xFFFFFFFF) /* text and edges on it */ \
    COLOUR(NEXT, 0xFFFAF7F2, 0xFFFFE14D) /* the one button of the floor that most people want */ \
    COLOUR(ON_NEXT, 0xFF0B5A5F, 0xFF000000) \
    COLOUR(SKY, 0xFFDCE9E2, 0xFF000000) /* behind drawings */ \
    COLOUR(SKY_EDGE, 0xFFDCE9E2, 0xFFFFFFFF) \
    COLOUR(SUN, 0xFFF2C67C, 0xFFFFE14D) /* progress, and the ground of "Are you still reading?" */ \
    COLOUR(ON_SUN, 0xFF14263A, 0xFF000000) \
    COLOUR(SUN_FILL, 0xFF0B5A5F, 0xFF000000) /* of its filled button */ \
    COLOUR(ON_SUN_FILL, 0xFFFFFFFF, 0xFFFFE14D) \
    COLOUR(HERO, 0xFF9B1C1C, 0xFF000000) /* the ground of what urgent help says first */ \
    COLOUR(ON_HERO, 0xFFFFFFFF, 0xFFFFE14D) \
    COLOUR(URGENT, 0xFF9B1C1C, 0xFFFFE14D) /* text, edges and grounds of urgent help */ \
    COLOUR(URGENT_FILL, 0xFFFBEDEA, 0xFF000000) /* its button's ground */ \
    COLOUR(ON_URGENT, 0xFFFFFFFF, 0xFF000000) /* text on a filled urgent button */ \
    COLOUR(TRACK, 0xFF33686D, 0xFF707070) /* progress still to come, on the floor */ \
    COLOUR(FOCUS, 0xFF14263A, 0xFFFFFFFF) /* the ring of what Enter would press is two: */ \
    COLOUR(FOCUS_AROUND, 0xFFFFFFFF, 0xFF000000) /* one of them is seen on any ground */ \
    COLOUR(DARK, 0xFF000000, 0xFF000000) /* the whole screen outside the opening hours */
// clang-format on

#define COLOUR_ENUM(name, light, contrast) COLOUR_##name,
enum colour { COLOURS(COLOUR_ENUM) COLOUR_COUNT };

uint32_t theme_colour(enum theme_choice theme, enum colour colour);

// `over` laid over `base`, so many percent opaque: the look of a pressed control.
uint32_t theme_mix(uint32_t base, uint32_t over, int percent);

// For the one reader that is not C, the page for staff, which shows a card as patients will see it:
// a JSON object of the colours as "#rrggbb" by their names, for both themes, and of the sizes in
// pixels of an upright screen of that many.
void theme_put(struct buffer *to, int width_px, int height_px);
