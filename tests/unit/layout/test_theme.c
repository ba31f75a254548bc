// SPDX-License-Identifier: MIT
// The palette against WCAG 2.2: every pair of colours that a screen really uses, in both themes.
#include "layout/theme.h"

#include "unit_test.h"

#include <math.h>
#include <stdio.h>

struct pair {
    enum colour front, ground;
    double least; // 7:1 for text (1.4.6), 4.5:1 for large text, 3:1 for edges and signs (1.4.11)
};

static const struct pair pairs[] = {
    {COLOUR_INK, COLOUR_PAPER, 7.0},          {COLOUR_INK, COLOUR_CARD, 7.0},
    {COLOUR_MUTED, COLOUR_PAPER, 7.0},        {COLOUR_ACCENT, COLOUR_PAPER, 7.0},
    {COLOUR_ON_ACCENT, COLOUR_ACCENT, 7.0},   {COLOUR_ON_FLOOR, COLOUR_FLOOR, 7.0},
    {COLOUR_URGENT, COLOUR_URGENT_FILL, 7.0}, {COLOUR_ON_URGENT, COLOUR_URGENT, 7.0},
    {COLOUR_ACCENT, COLOUR_CARD, 4.5},        {COLOUR_EDGE, COLOUR_PAPER, 3.0},
    {COLOUR_EDGE, COLOUR_CARD, 3.0},          {COLOUR_URGENT, COLOUR_PAPER, 3.0},
    {COLOUR_URGENT, COLOUR_CARD, 3.0},        {COLOUR_FOCUS, COLOUR_PAPER, 3.0},
    {COLOUR_SUN, COLOUR_TRACK, 3.0},          {COLOUR_INK, COLOUR_SKY, 7.0},
    {COLOUR_ON_HERO, COLOUR_HERO, 7.0},       {COLOUR_ON_NEXT, COLOUR_NEXT, 7.0},
    {COLOUR_ON_SUN, COLOUR_SUN, 7.0},         {COLOUR_ON_SUN_FILL, COLOUR_SUN_FILL, 7.0},
    {COLOUR_FOCUS, COLOUR_FOCUS_AROUND, 3.0},
};

static double linear_light(uint32_t channel) {
    double c = channel / 255.0;
    return c <= 0.04045 ? c / 12.92 : pow((c + 0.055) / 1.055, 2.4);
}

static double luminance(uint32_t colour) {
    return 0.2126 * linear_light(colour >> 16 & 0xFF) + 0.7152 * linear_light(colour >> 8 & 0xFF) +
           0.0722 * linear_light(colour & 0xFF);
}

// WCAG 2.2 contrast ratio of two opaque colours, 1.0 to 21.0.
static double contrast_of(uint32_t a, uint32_t b) {
    double one = luminance(a) + 0.05;
    double other = luminance(b) + 0.05;
    return one > other ? one / other : other / one;
}

UNIT_TEST(every_pair_in_use_has_its_contrast_in_both_themes) {
    for (int theme = 0; theme < THEME_COUNT; theme++) {
        for (int i = 0; i < COUNT_OF(pairs); i++) {
            double ratio = contrast_of(theme_colour((enum theme_choice)theme, pairs[i].front),
                                       theme_colour((enum theme_choice)theme, pairs[i].ground));
            if (ratio < pairs[i].least) {
                fail_msg("theme %d, pair %d: %.2f is under %.1f", theme, i, ratio, pairs[i].least);
            }
        }
    }
}

UNIT_TEST(a_pressed_button_keeps_large_text_readable) {
    static const struct pair buttons[] = {
        {COLOUR_ACCENT, COLOUR_PAPER, 4.5},
        {COLOUR_ON_ACCENT, COLOUR_ACCENT, 4.5},
        {COLOUR_URGENT, COLOUR_URGENT_FILL, 4.5},
        {COLOUR_INK, COLOUR_PAPER, 4.5},
    };
    for (int theme = 0; theme < THEME_COUNT; theme++) {
        for (int i = 0; i < COUNT_OF(buttons); i++) {
            uint32_t ink = theme_colour((enum theme_choice)theme, buttons[i].front);
            uint32_t fill = theme_colour((enum theme_choice)theme, buttons[i].ground);
            assert_true(contrast_of(ink, theme_mix(fill, ink, 18)) >= buttons[i].least);
        }
    }
}

UNIT_TEST(contrast_is_that_of_wcag) {
    assert_true(contrast_of(0xFF000000, 0xFFFFFFFF) == 21.0);
    assert_true(contrast_of(0xFF777777, 0xFFFFFFFF) > 4.47);
    assert_true(contrast_of(0xFF777777, 0xFFFFFFFF) < 4.49);
    assert_true(contrast_of(0xFF123456, 0xFF123456) == 1.0);
}
