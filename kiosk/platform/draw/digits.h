// SPDX-License-Identifier: MIT
// A telephone number without any font: seven bars a digit, as on a pocket calculator. It is what is
// left to show when no letters can be drawn at all.
#ifndef DIT_DIGITS_H
#define DIT_DIGITS_H

#include "platform/draw/shapes.h"

// True when the text holds digits and nothing but digits, spaces, '+', '-' and brackets.
bool digits_can_show(const char *text);

// Draws the digits of `text` to fill `at` as far as their shape allows.
void digits_draw(const struct canvas *canvas, const char *text, struct rect at, uint32_t ink);

#endif
