// SPDX-License-Identifier: MIT
// Which script each letter is shaped as (UAX #24), and which family of fonts draws it. SDL_ttf
// knows one font at a time, so the fallback from face to face is made here.
#pragma once

#include "layout/text/fonts.h"
#include "layout/text/letters.h"

// Fills `family` of every letter, and `script` where it was common.
void font_fallback_set(struct letters letters, const struct fonts *fonts);
