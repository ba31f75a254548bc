// SPDX-License-Identifier: MIT
// A card without a heading, and which of its lines was most likely meant as one.
#pragma once

#include "base/finding.h"

// Adds the error that there is no heading in `text`, which has no line that begins one: at the line
// that lacks only the space behind its #, or at the first line, where that may be a heading.
void heading_add_missing(struct str text, const char *path, struct findings *findings);
