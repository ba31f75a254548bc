// SPDX-License-Identifier: MIT
// The letters that CommonMark lets people write as codes: "&amp;", "&#8217;", "&#x2019;".
#pragma once

#include "base/base.h"

// The code point, or 0 where the code names none that the kiosk knows.
uint32_t entity_find(struct str code);
