// SPDX-License-Identifier: MIT
// See corners.h. The gesture knows where its fingers are; a hand has more of them than two.
#include "app/touch/corners.h"

#include <stdlib.h>

enum {
    HOLD_MS = 3 * 1000,
    BETWEEN_MS = 4 * 1000, // from one corner to the other, for a single finger
};

static bool is_opposite(const struct gesture_finger *a, const struct gesture_finger *b) {
    return a->corner > 0 && b->corner > 0 && abs(a->corner - b->corner) == 2;
}

uint64_t corners_deadline_ms(const struct gesture *gesture) {
    const struct gesture_finger *a = &gesture->fingers[0], *b = &gesture->fingers[1];
    const struct gesture_finger *first = &gesture->lifted;
    if (gesture->finger_count == 2 && is_opposite(a, b)) {
        return (a->down_ms > b->down_ms ? a->down_ms : b->down_ms) + HOLD_MS;
    }
    bool is_second = gesture->finger_count == 1 && is_opposite(first, a) &&
                     gesture->lifted_ms - first->down_ms >= HOLD_MS &&
                     a->down_ms - gesture->lifted_ms <= BETWEEN_MS;
    return is_second ? a->down_ms + HOLD_MS : UINT64_MAX;
}

bool corners_step(struct gesture *gesture, uint64_t now_ms) {
    if (now_ms < corners_deadline_ms(gesture)) {
        return false;
    }
    gesture->fingers[0].corner = 0; // until it comes down again
    return true;
}
