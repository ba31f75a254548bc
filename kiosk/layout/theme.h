// SPDX-License-Identifier: MIT
// Every colour of the kiosk, by what it is for, in two themes. Contrast is proved from these tokens
// (WCAG 2.2: 7:1 for text, 3:1 for the edges of controls).
#pragma once

#include "content/settings/settings.h"

enum colour {
    COLOUR_PAPER,     // the ground of every screen
    COLOUR_CARD,      // tiles, call-outs and white fields on it
    COLOUR_INK,       // text
    COLOUR_MUTED,     // quiet text
    COLOUR_LINE,      // decoration only
    COLOUR_EDGE,      // of controls and tiles
    COLOUR_ACCENT,    // buttons, bullets, labels
    COLOUR_ON_ACCENT, // text on a filled button
    COLOUR_PANEL,     // the refer panel
    COLOUR_PANEL_EDGE,
    COLOUR_ON_PANEL,    // text on it
    COLOUR_URGENT,      // text, edges and bars of urgent help
    COLOUR_URGENT_FILL, // its button's ground
    COLOUR_ON_URGENT,   // text on a filled urgent button
    COLOUR_TRACK,       // progress still to come
    COLOUR_FOCUS,       // the ring around what Enter would press
    COLOUR_DARK,        // the whole screen outside the opening hours
    COLOUR_COUNT,
};

// 0xAARRGGBB, always opaque.
uint32_t theme_colour(enum theme_choice theme, enum colour colour);

// `over` laid over `base`, so many percent opaque: the look of a pressed control.
uint32_t theme_mix(uint32_t base, uint32_t over, int percent);
