// SPDX-License-Identifier: MIT
// Colours and sizes as text, for the one reader that is not C: the page for staff, which shows a
// card as patients will see it. Nothing is decided here.
#pragma once

#include "base/buffer.h"

// A JSON object: colours as "#rrggbb" by their names in theme.h, for both themes, then the sizes in
// pixels of an upright screen of that many.
void look_put(struct buffer *to, int width_px, int height_px);
