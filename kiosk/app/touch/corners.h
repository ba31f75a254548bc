// SPDX-License-Identifier: MIT
// How staff open their menu without a stick: two opposite corners held for three seconds. Two
// fingers may do it together, or one finger one corner after the other, for glass that feels only
// one finger. Nobody does it by leaning on the screen, and behind it is the PIN.
#pragma once

#include "app/touch/gesture.h"

// True once when two opposite corners have been held; call when the deadline is reached.
MUST_USE bool corners_step(struct gesture *gesture, uint64_t now_ms);

// When what is held now will have been held for long enough; UINT64_MAX: nothing is.
uint64_t corners_deadline_ms(const struct gesture *gesture);
