// SPDX-License-Identifier: MIT
// A finger is in a corner from where it came down until it leaves that corner or the glass. Only
// the first two fingers are followed: a hand that lies on the glass is none of this.
#include "app/touch/corners.h"

enum {
    CORNER_PARTS = 6,      // a corner is a sixth of the shorter side
    BETWEEN_MS = 4 * 1000, // from one corner to the other, for a single finger
    FORGET_MS = 70 * 1000, // a finger whose lifting nobody heard of
};

static int corner_at(const struct corners *corners, int x, int y) {
    int width = corners->width_px, height = corners->height_px;
    int side = (width < height ? width : height) / CORNER_PARTS;
    bool is_left = x < side, is_right = x >= width - side;
    bool is_high = y < side, is_low = y >= height - side;
    if (is_high && (is_left || is_right)) {
        return is_left ? 0 : 1;
    }
    return is_low && is_right ? 2 : is_low && is_left ? 3 : -1;
}

static bool is_opposite(int a, int b) {
    return a >= 0 && b >= 0 && (a + 2) % 4 == b;
}

static struct corner_finger *find(struct corners *corners, int64_t id) {
    for (int i = 0; i < corners->finger_count; i++) {
        if (corners->fingers[i].id == id) {
            return &corners->fingers[i];
        }
    }
    return NULL;
}

static bool is_held(const struct corner_finger *finger, uint64_t now_ms) {
    return finger->corner >= 0 && now_ms - finger->since_ms >= CORNERS_HOLD_MS;
}

static void remember_first(struct corners *corners, const struct corner_finger *finger,
                           uint64_t now_ms) {
    bool is_alone = corners->finger_count == 1 && is_held(finger, now_ms);
    corners->first = is_alone ? finger->corner : -1;
    corners->first_ms = now_ms;
}

static void lift(struct corners *corners, struct corner_finger *finger, uint64_t now_ms) {
    remember_first(corners, finger, now_ms);
    *finger = corners->fingers[--corners->finger_count];
}

static void forget_old(struct corners *corners, uint64_t now_ms) {
    for (int i = corners->finger_count - 1; i >= 0; i--) {
        if (now_ms - corners->fingers[i].since_ms >= FORGET_MS) {
            corners->fingers[i] = corners->fingers[--corners->finger_count];
        }
    }
}

void corners_apply(struct corners *corners, const struct touch *touch, uint64_t now_ms) {
    forget_old(corners, now_ms);
    struct corner_finger *finger = find(corners, touch->finger);
    switch (touch->phase) {
    case TOUCH_DOWN:
        if (!finger && corners->finger_count < CORNERS_FINGERS) {
            finger = &corners->fingers[corners->finger_count++];
        }
        if (finger) {
            *finger = (struct corner_finger){touch->finger, corner_at(corners, touch->x, touch->y),
                                             now_ms};
        }
        break;
    case TOUCH_MOVE:
        if (finger && corner_at(corners, touch->x, touch->y) != finger->corner) {
            finger->corner = -1;
        }
        break;
    case TOUCH_UP:
    case TOUCH_CANCEL:
        if (finger) {
            lift(corners, finger, now_ms);
        }
        break;
    case TOUCH_PHASE_COUNT:
        break;
    }
}

// When what is held now will have been held for long enough.
static uint64_t due_ms(const struct corners *corners) {
    const struct corner_finger *a = &corners->fingers[0], *b = &corners->fingers[1];
    if (corners->finger_count == 2 && is_opposite(a->corner, b->corner)) {
        return (a->since_ms > b->since_ms ? a->since_ms : b->since_ms) + CORNERS_HOLD_MS;
    }
    bool is_second = corners->finger_count == 1 && is_opposite(corners->first, a->corner) &&
                     a->since_ms - corners->first_ms <= BETWEEN_MS;
    return is_second ? a->since_ms + CORNERS_HOLD_MS : UINT64_MAX;
}

bool corners_step(struct corners *corners, uint64_t now_ms) {
    if (now_ms < due_ms(corners)) {
        return false;
    }
    corners->finger_count = 0; // until they come down again
    corners->first = -1;
    return true;
}

uint64_t corners_deadline_ms(const struct corners *corners) {
    return due_ms(corners);
}
