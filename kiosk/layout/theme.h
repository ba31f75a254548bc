// SPDX-License-Identifier: MIT
// Every colour of the kiosk, by what it is for, in two themes. Contrast is proved from these tokens
// (WCAG 2.2: 7:1 for text, 3:1 for the edges of controls).
#pragma once

#include "content/settings/settings.h"

enum colour {
    COLOUR_PAPER, // the ground of every screen
    COLOUR_CARD,  // tiles, call-outs and white fields on it
    COLOUR_INK,   // text
    COLOUR_MUTED, // quiet text, on paper and tiles only
    COLOUR_LINE,  // decoration only
    COLOUR_EDGE,  // of controls and tiles
    COLOUR_ACCENT,
    COLOUR_ON_ACCENT,  // text on a filled button
    COLOUR_FLOOR,      // the ground of controls, number and code, along the foot of the screen
    COLOUR_FLOOR_EDGE, // the line where it begins
    COLOUR_ON_FLOOR,   // text and edges on it
    COLOUR_NEXT,       // the one button of the floor that most people want
    COLOUR_ON_NEXT,
    COLOUR_SKY, // behind drawings
    COLOUR_SKY_EDGE,
    COLOUR_SUN, // progress, and the ground of "Are you still reading?"
    COLOUR_ON_SUN,
    COLOUR_SUN_FILL, // of its filled button
    COLOUR_ON_SUN_FILL,
    COLOUR_HERO, // the ground of what urgent help says first
    COLOUR_ON_HERO,
    COLOUR_URGENT,       // text, edges and grounds of urgent help
    COLOUR_URGENT_FILL,  // its button's ground
    COLOUR_ON_URGENT,    // text on a filled urgent button
    COLOUR_TRACK,        // progress still to come, on the floor
    COLOUR_FOCUS,        // the ring around what Enter would press is two rings, one in the other:
    COLOUR_FOCUS_AROUND, // one of them is seen on any ground
    COLOUR_DARK,         // the whole screen outside the opening hours
    COLOUR_COUNT,
};

// 0xAARRGGBB, always opaque.
uint32_t theme_colour(enum theme_choice theme, enum colour colour);

// `over` laid over `base`, so many percent opaque: the look of a pressed control.
uint32_t theme_mix(uint32_t base, uint32_t over, int percent);
