// SPDX-License-Identifier: MIT
// The parts ("chunks") of a PNG, looked through before a decoder sees them: libpng would print a
// line of its own on standard error for a damaged part, and for many a colour profile.
#ifndef DIT_PNG_H
#define DIT_PNG_H

#include "base/base.h"

// How large the picture is, from its first part. False when the file ends before its last part.
MUST_USE bool png_size(struct str bytes, uint32_t *width, uint32_t *height);

// Whether every part that is needed to draw it is there, fits the others, and has the checksum that
// it says. Only for what png_size accepts.
bool png_is_sound(struct str bytes);

// Copies those parts and no others to `to`, which has room for bytes.size; returns the size of the
// copy. Only for what png_is_sound accepts.
size_t png_copy_needed(struct str bytes, char *to);

#endif
