// SPDX-License-Identifier: MIT
// The values of a drawing's attributes (W3C SVG 1.1), as far as the decoder reads them as the
// standard does. What it would only guess at is no value here.
#pragma once

#include "base/base.h"

// Which of the words it is, or -1. Words are parted by |, and one that ends in * is every text that
// begins like it.
int svg_find_word(const char *words, struct str text);

// Takes what is in front of any of the signs off the text, and the sign; all of it, and false,
// without one.
bool svg_take_until(struct str *text, const char *signs, struct str *front);

// How many numbers it is, up to `limit`; -1 where it is anything else.
int svg_numbers(struct str text, double *numbers, int limit);

// A number with or without a unit (CSS 2.1, 4.3.2), in pixels.
bool svg_is_length(struct str text, double *px);

bool svg_is_colour(struct str text);

// What changes angles is none, because the decoder does not change lines with it.
bool svg_is_transform(struct str text);

// The attribute d; or points, with is_points.
bool svg_is_path(struct str text, bool is_points);
