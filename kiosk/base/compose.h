// SPDX-License-Identifier: MIT
// Names that look the same to people and are not the same bytes. Unicode writes é as one character
// or as an e and an accent behind it; Macs name files the second way and keyboards type the first.
#pragma once

#include "base/base.h"

// Whether both are the same text (Unicode 15, canonical equivalence), ignoring the case of letters.
// Text that is not UTF-8 is only the same as itself.
bool compose_is_same(const char *a, const char *b);
