// SPDX-License-Identifier: MIT
// A finger is in a corner from where it came down until it leaves that corner or the glass. Only
// the first two fingers are followed: a hand that lies on the glass is none of this.
#include "app/touch/corners.h"

#include <stdlib.h>

enum {
    CORNER_PARTS = 6,      // a corner is a sixth of the shorter side
    BETWEEN_MS = 4 * 1000, // from one corner to the other, for a single finger
    FORGET_MS = 70 * 1000, // a finger whose lifting nobody heard of
};

static int corner_at(const struct scene *scene, const struct touch *touch) {
    int width = scene->width_px, height = scene->height_px;
    int side = (width < height ? width : height) / CORNER_PARTS;
    bool is_left = touch->x < side, is_right = touch->x >= width - side;
    bool is_high = touch->y < side, is_low = touch->y >= height - side;
    if (is_high && (is_left || is_right)) {
        return is_left ? 1 : 2;
    }
    return is_low && is_right ? 3 : is_low && is_left ? 4 : 0;
}

static bool is_opposite(int a, int b) {
    return a > 0 && b > 0 && abs(a - b) == 2;
}

static struct corner_finger *find(struct corners *corners, int64_t id) {
    for (int i = 0; i < corners->finger_count; i++) {
        if (corners->fingers[i].id == id) {
            return &corners->fingers[i];
        }
    }
    return NULL;
}

static void lift(struct corners *corners, struct corner_finger *finger, uint64_t now_ms) {
    bool is_held = now_ms - finger->since_ms >= CORNERS_HOLD_MS;
    corners->first = is_held && corners->finger_count == 1 ? finger->corner : 0;
    corners->first_ms = now_ms;
    *finger = corners->fingers[--corners->finger_count];
}

static void forget_old(struct corners *corners, uint64_t now_ms) {
    for (int i = corners->finger_count - 1; i >= 0; i--) {
        if (now_ms - corners->fingers[i].since_ms >= FORGET_MS) {
            corners->fingers[i] = corners->fingers[--corners->finger_count];
        }
    }
}

void corners_apply(struct corners *corners, const struct touch *touch, const struct scene *scene,
                   uint64_t now_ms) {
    int corner = corner_at(scene, touch);
    bool is_down = touch->phase == TOUCH_DOWN;
    forget_old(corners, now_ms);
    struct corner_finger *finger = find(corners, touch->finger);
    if (is_down && !finger && corners->finger_count < CORNERS_FINGERS) {
        finger = &corners->fingers[corners->finger_count++];
    }
    if (!finger) {
        return;
    }
    if (is_down) {
        *finger = (struct corner_finger){touch->finger, corner, now_ms};
    } else if (touch->phase == TOUCH_MOVE) {
        finger->corner = corner == finger->corner ? corner : 0;
    } else {
        lift(corners, finger, now_ms);
    }
}

uint64_t corners_deadline_ms(const struct corners *corners) {
    const struct corner_finger *a = &corners->fingers[0], *b = &corners->fingers[1];
    if (corners->finger_count == 2 && is_opposite(a->corner, b->corner)) {
        return (a->since_ms > b->since_ms ? a->since_ms : b->since_ms) + CORNERS_HOLD_MS;
    }
    bool is_second = corners->finger_count == 1 && is_opposite(corners->first, a->corner) &&
                     a->since_ms - corners->first_ms <= BETWEEN_MS;
    return is_second ? a->since_ms + CORNERS_HOLD_MS : UINT64_MAX;
}

bool corners_step(struct corners *corners, uint64_t now_ms) {
    if (now_ms < corners_deadline_ms(corners)) {
        return false;
    }
    corners->finger_count = 0; // until they come down again
    corners->first = 0;
    return true;
}
