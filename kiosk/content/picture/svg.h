// SPDX-License-Identifier: MIT
// Drawings (W3C SVG 1.1), as far as their decoder draws them right: shapes and lines in plain
// colours. There is a list of what may be in a drawing and none of what may not, so what nobody has
// tried is refused.
#pragma once

#include "base/base.h"

enum svg_fault { SVG_OK, SVG_CUT_OFF, SVG_REFUSED };

// `text` has no zero bytes. The sides are in pixels, and 0 where the drawing does not say.
MUST_USE enum svg_fault svg_read(struct str text, double sides_px[2]);
