// SPDX-License-Identifier: MIT
// Which way up a photograph is, as the camera wrote it beside the pixels: the tag Orientation of
// Exif (CIPA DC-008, 4.6.4). Anything that is not entirely right counts as not said.
#pragma once

#include "base/base.h"

// `exif` is the TIFF file that a JPEG's APP1 segment holds behind its name, and a PNG's part eXIf
// as it is. 1 to 8; 0 where it does not say.
int exif_orientation(struct str exif);
