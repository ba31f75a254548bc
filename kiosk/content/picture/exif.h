// SPDX-License-Identifier: MIT
// Which way up a photograph is, as the camera wrote it into the JPEG: the tag Orientation of an
// Exif segment (CIPA DC-008, 4.6.4). Anything that is not entirely right counts as not said.
#pragma once

#include "base/base.h"

// `segment` is what an APP1 segment holds, behind its length. 1 to 8; 0 where it does not say.
int exif_orientation(struct str segment);
