// SPDX-License-Identifier: MIT
// How staff open their menu without a stick: two opposite corners held for three seconds. Two
// fingers may do it together, or one finger one corner after the other, for glass that feels only
// one finger. Nobody does it by leaning on the screen, and behind it is the PIN.
#ifndef DIT_CORNERS_H
#define DIT_CORNERS_H

#include "app/touch/gesture.h"

enum { CORNERS_FINGERS = 2, CORNERS_HOLD_MS = 3000 };

struct corner_finger {
    int64_t id;
    int corner; // 0 to 3, clockwise from the top left; -1: not in one
    uint64_t since_ms;
};

// A struct that is zero but for the size of the picture and first = -1 is ready.
struct corners {
    int width_px, height_px;
    struct corner_finger fingers[CORNERS_FINGERS];
    int finger_count;
    int first;         // a corner that was held by itself and let go; -1: none
    uint64_t first_ms; // when it was let go
};

void corners_apply(struct corners *corners, const struct touch *touch, uint64_t now_ms);

// True once when two opposite corners have been held; call when the deadline is reached.
MUST_USE bool corners_step(struct corners *corners, uint64_t now_ms);
uint64_t corners_deadline_ms(const struct corners *corners); // UINT64_MAX: nothing is held

#endif
