// SPDX-License-Identifier: MIT
// What layout has to know of fonts: which family has a letter, and how wide shaped text is. Widths
// are given in 1/4096 of the letter size, so one measurement serves every size.
// platform/draw/fonts.c implements it over SDL_ttf.
#pragma once

#include "base/base.h"

enum weight { WEIGHT_REGULAR, WEIGHT_SEMIBOLD, WEIGHT_BOLD, WEIGHT_COUNT };

// One run: one family, weight, direction and script (ISO 15924, such as "Latn").
struct run_style {
    uint8_t family; // index in fallback order; 0 is the house's own face
    uint8_t weight; // enum weight
    bool is_right_to_left;
    char script[5];
};

enum { FONTS_UNITS_PER_EM = 4096 };

struct fonts {
    void *self;
    int family_count;
    bool (*has)(void *self, int family, uint32_t code_point);
    // Advance width of the shaped text in 1/4096 of the letter size (em).
    int (*width_units)(void *self, const struct run_style *style, struct str text);
};
