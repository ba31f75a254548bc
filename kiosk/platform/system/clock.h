// SPDX-License-Identifier: MIT
// The clock that the running kiosk lives by: milliseconds that only ever grow. The time of day is
// date.h's, and no more than a hint, because a kiosk without a network and without a battery does
// not know it.
#pragma once

#include "base/base.h"

uint64_t clock_ms(void);
