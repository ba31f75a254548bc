// SPDX-License-Identifier: MIT
// How staff open their menu without a stick: two opposite corners held for three seconds. Two
// fingers may do it together, or one finger one corner after the other, for glass that feels only
// one finger. Nobody does it by leaning on the screen, and behind it is the PIN.
#pragma once

#include "app/touch/gesture.h"

enum { CORNERS_FINGERS = 2, CORNERS_HOLD_MS = 3000 };

struct corner_finger {
    int64_t id;
    int corner; // 1 to 4, clockwise from the top left; 0: in none
    uint64_t since_ms;
};

// A zeroed struct is ready.
struct corners {
    struct corner_finger fingers[CORNERS_FINGERS];
    int finger_count;
    int first;         // a corner that was held by itself and let go; 0: none
    uint64_t first_ms; // when it was let go
};

void corners_apply(struct corners *corners, const struct touch *touch, const struct scene *scene,
                   uint64_t now_ms);

// True once when two opposite corners have been held; call when the deadline is reached.
MUST_USE bool corners_step(struct corners *corners, uint64_t now_ms);

// When what is held now will have been held for long enough; UINT64_MAX: nothing is.
uint64_t corners_deadline_ms(const struct corners *corners);
