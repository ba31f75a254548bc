// SPDX-License-Identifier: MIT
// One finger is followed from down to up, the others are only counted. A hand that leans on the
// glass, and a finger that never reports its lifting (a lost event, a drop of water), must not make
// the screen deaf, so fingers are forgotten after a while; what one does later is ignored.
#include "app/touch/gesture.h"

#include <stdlib.h>
#include <string.h>

enum {
    CORNER_PARTS = 6, // a corner is a sixth of the shorter side
    CORNER_HOLD_MS = 3 * 1000,
    CORNER_BETWEEN_MS = 4 * 1000, // from one corner to the other, for a single finger
    BOUNCE_MS = 500,              // EN 301 549, 5.8: a second tap of a shaking hand
    KEY_BOUNCE_MS = 120,          // on a keypad, where two of one digit may follow each other
    FORGET_MS = 10 * 1000,
    FINGERS_THAT_BLOCK = 3, // a palm, or a child with both hands
    FLICK_MS = 100,         // the speed is that of the last moment
    FLICK_LEAST_MS = 10,    // events that come in one heap are not infinitely fast
    FLICK_SLOPS_A_S = 10,   // 120 mm, or 80u, in a second
};

static const struct gesture_event nothing = {.kind = GESTURE_NONE};
static const struct gesture_event cancel = {.kind = GESTURE_CANCEL};

static int find_finger(const struct gesture *gesture, int64_t id) {
    for (int i = 0; i < gesture->finger_count; i++) {
        if (gesture->fingers[i].id == id) {
            return i;
        }
    }
    return -1;
}

static bool is_followed(const struct gesture *gesture, int64_t id) {
    return gesture->is_following && gesture->finger == id;
}

static void remove_finger(struct gesture *gesture, int index) {
    if (is_followed(gesture, gesture->fingers[index].id)) {
        gesture->is_following = false;
    }
    gesture->finger_count--;
    gesture->fingers[index] = gesture->fingers[gesture->finger_count];
    gesture->is_blocked = gesture->is_blocked && gesture->finger_count > 0;
}

// Whether that was the one that is followed.
static bool lift(struct gesture *gesture, int64_t id) {
    bool was_followed = is_followed(gesture, id);
    int index = find_finger(gesture, id);
    if (index >= 0) {
        gesture->lifted = gesture->fingers[index];
        gesture->lifted_ms = gesture->now_ms;
        remove_finger(gesture, index);
    }
    return was_followed;
}

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

static struct gesture_event block(struct gesture *gesture) {
    bool was_following = gesture->is_following;
    gesture->is_blocked = true;
    gesture->is_following = false;
    return was_following ? cancel : nothing;
}

// A bounce is known by its control, which may have moved, and by its place, where there may be
// another control by now: a tile has become a card.
static bool is_bounce(const struct gesture *gesture, const struct touch *touch,
                      struct action action) {
    const struct gesture_tap *last = &gesture->last;
    bool is_key = last->action.kind == ACTION_PIN_DIGIT || last->action.kind == ACTION_PIN_DELETE;
    bool is_same = action.kind != ACTION_NONE && action_equals(action, last->action);
    return gesture->now_ms - last->at_ms < (is_key ? KEY_BOUNCE_MS : BOUNCE_MS) &&
           (is_same || rect_has(last->hit, touch->x, touch->y));
}

static struct gesture_event follow(struct gesture *gesture, const struct touch *touch,
                                   const struct scene *scene) {
    const struct scene_target *target = scene_find_target(scene, touch->x, touch->y);
    struct action action = target ? target->action : (struct action){ACTION_NONE, 0};
    if (is_bounce(gesture, touch, action)) {
        return (struct gesture_event){.kind = GESTURE_BOUNCE};
    }
    gesture->is_following = true;
    gesture->is_dragging = false;
    gesture->is_inside = target != NULL;
    bool is_on_sliding = rect_has(scene->sliding, touch->x, touch->y);
    gesture->sliding_px = is_on_sliding ? scene->sliding.w : 0;
    gesture->finger = touch->finger;
    gesture->down_x = touch->x;
    gesture->down_y = touch->y;
    gesture->action = action;
    gesture->hit = target ? target->hit : (struct rect){0};
    gesture->trail[0] = gesture->trail[1] = (struct gesture_sample){gesture->now_ms, touch->x};
    return (struct gesture_event){.kind = GESTURE_PRESS, .action = action};
}

static struct gesture_event apply_down(struct gesture *gesture, const struct touch *touch,
                                       const struct scene *scene) {
    lift(gesture, touch->finger); // if that was lost
    if (gesture->finger_count < GESTURE_FINGER_LIMIT) {
        int corner = gesture->finger_count < 2 ? corner_at(scene, touch) : 0; // a third is a hand
        gesture->fingers[gesture->finger_count++] =
            (struct gesture_finger){touch->finger, gesture->now_ms, corner};
    }
    if (gesture->finger_count >= FINGERS_THAT_BLOCK) {
        return block(gesture);
    }
    if (gesture->is_blocked || gesture->finger_count > 1) {
        return nothing;
    }
    return follow(gesture, touch, scene);
}

// The card stays while the finger may still mean a tap. It catches up within as much again, without
// a jump, and from there on is exactly where the finger took it.
static int drag_px(const struct gesture *gesture, int x) {
    int moved = x - gesture->down_x;
    int lag = 2 * gesture->slop_px - abs(moved);
    if (lag <= 0) {
        return moved;
    }
    int shown = abs(moved) - lag;
    return shown <= 0 ? 0 : moved < 0 ? -shown : shown;
}

static struct gesture_event apply_move(struct gesture *gesture, const struct touch *touch) {
    if (!is_followed(gesture, touch->finger)) {
        return nothing;
    }
    int across = abs(touch->x - gesture->down_x);
    int along = abs(touch->y - gesture->down_y);
    if (gesture->now_ms - gesture->trail[0].at_ms >= FLICK_MS / 2) {
        gesture->trail[1] = gesture->trail[0];
        gesture->trail[0] = (struct gesture_sample){gesture->now_ms, touch->x};
    }
    if (gesture->sliding_px > 0 && across >= gesture->slop_px && across >= along) {
        gesture->is_dragging = true;
    }
    if (gesture->is_dragging) {
        return (struct gesture_event){.kind = GESTURE_DRAG, .drag_px = drag_px(gesture, touch->x)};
    }
    bool was_inside = gesture->is_inside;
    gesture->is_inside = rect_has(gesture->hit, touch->x, touch->y);
    if (was_inside == gesture->is_inside) {
        return nothing;
    }
    struct action action = was_inside ? (struct action){ACTION_NONE, 0} : gesture->action;
    return (struct gesture_event){.kind = GESTURE_OVER, .action = action};
}

static int flick(const struct gesture *gesture, int x) {
    bool is_recent = gesture->now_ms - gesture->trail[1].at_ms <= FLICK_MS;
    const struct gesture_sample *from = &gesture->trail[is_recent ? 1 : 0];
    int64_t spent_ms = (int64_t)(gesture->now_ms - from->at_ms);
    spent_ms = spent_ms < FLICK_LEAST_MS ? FLICK_LEAST_MS : spent_ms;
    int64_t px_a_s = ((int64_t)x - from->x) * 1000 / spent_ms;
    int64_t least = (int64_t)gesture->slop_px * FLICK_SLOPS_A_S;
    return px_a_s >= least ? 1 : px_a_s <= -least ? -1 : 0;
}

static struct gesture_event apply_up(struct gesture *gesture, const struct touch *touch) {
    struct gesture_event event = apply_move(gesture, touch);
    if (!lift(gesture, touch->finger)) {
        return nothing;
    }
    if (gesture->is_dragging) {
        event.kind = GESTURE_DRAG_END;
        event.flick = flick(gesture, touch->x);
        return event;
    }
    if (!gesture->is_inside) {
        return cancel;
    }
    gesture->last = (struct gesture_tap){gesture->action, gesture->hit, gesture->now_ms};
    return (struct gesture_event){.kind = GESTURE_TAP, .action = gesture->action};
}

static struct gesture_event apply(struct gesture *gesture, const struct touch *touch,
                                  const struct scene *scene) {
    switch (touch->phase) {
    case TOUCH_DOWN:
        return apply_down(gesture, touch, scene);
    case TOUCH_MOVE:
        return apply_move(gesture, touch);
    default:
        return apply_up(gesture, touch);
    }
}

struct gesture_event gesture_apply(struct gesture *gesture, const struct touch *touch,
                                   const struct scene *scene, uint64_t now_ms) {
    struct gesture_event late = gesture_step(gesture, now_ms);
    gesture->now_ms = now_ms;
    struct gesture_event event = apply(gesture, touch, scene);
    return event.kind == GESTURE_NONE ? late : event;
}

struct gesture_event gesture_step(struct gesture *gesture, uint64_t now_ms) {
    bool was_following = gesture->is_following;
    for (int i = gesture->finger_count - 1; i >= 0; i--) {
        if (now_ms - gesture->fingers[i].down_ms >= FORGET_MS) {
            remove_finger(gesture, i);
        }
    }
    return was_following && !gesture->is_following ? cancel : nothing;
}

uint64_t gesture_deadline_ms(const struct gesture *gesture) {
    int index = gesture->is_following ? find_finger(gesture, gesture->finger) : -1;
    return index < 0 ? UINT64_MAX : gesture->fingers[index].down_ms + FORGET_MS;
}

static bool is_opposite(const struct gesture_finger *a, const struct gesture_finger *b) {
    return a->corner > 0 && b->corner > 0 && abs(a->corner - b->corner) == 2;
}

uint64_t gesture_corners_deadline_ms(const struct gesture *gesture) {
    const struct gesture_finger *a = &gesture->fingers[0], *b = &gesture->fingers[1];
    const struct gesture_finger *first = &gesture->lifted;
    if (gesture->finger_count == 2 && is_opposite(a, b)) {
        return (a->down_ms > b->down_ms ? a->down_ms : b->down_ms) + CORNER_HOLD_MS;
    }
    bool is_second = gesture->finger_count == 1 && is_opposite(first, a) &&
                     gesture->lifted_ms - first->down_ms >= CORNER_HOLD_MS &&
                     a->down_ms - gesture->lifted_ms <= CORNER_BETWEEN_MS;
    return is_second ? a->down_ms + CORNER_HOLD_MS : UINT64_MAX;
}

bool gesture_step_corners(struct gesture *gesture, uint64_t now_ms) {
    if (now_ms < gesture_corners_deadline_ms(gesture)) {
        return false;
    }
    gesture->fingers[0].corner = 0; // until it comes down again
    return true;
}

void gesture_let_go(struct gesture *gesture, uint64_t now_ms) {
    if (!gesture->is_following) {
        return;
    }
    int slop = gesture->slop_px;
    struct rect around = {gesture->down_x - slop, gesture->down_y - slop, 2 * slop, 2 * slop};
    gesture->is_following = false;
    gesture->last = (struct gesture_tap){gesture->action, around, now_ms};
}

void gesture_reset(struct gesture *gesture) {
    *gesture = (struct gesture){.slop_px = gesture->slop_px, .last = gesture->last};
}
