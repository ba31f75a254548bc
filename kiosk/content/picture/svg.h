// SPDX-License-Identifier: MIT
// Drawings (W3C SVG 1.1), as far as their decoder draws them right: shapes and lines in plain
// colours. There is a list of what may be in a drawing and none of what may not, so what nobody has
// tried is refused.
#pragma once

#include "base/base.h"

enum svg_fault { SVG_OK, SVG_CUT_OFF, SVG_REFUSED };

enum { SVG_SIDE_PX = 1024 }; // of a drawing that has proportions and no size

// `text` has no zero bytes. The sides are in pixels, 1 at least where something is drawn.
MUST_USE enum svg_fault svg_read(struct str text, double sides_px[2]);
