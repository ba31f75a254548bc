// SPDX-License-Identifier: MIT
// One finger is followed from down to up, the others are only counted. A finger that never reports
// its lifting (a lost event, a drop of water) must not make the screen deaf for ever, so fingers
// are forgotten after a while; what a forgotten finger does later is ignored.
#include "app/touch/gesture.h"

#include <assert.h>
#include <stdlib.h>

enum {
    BOUNCE_MS = 500,        // EN 301 549, 5.8: a second tap of a shaking hand
    KEY_BOUNCE_MS = 250,    // on a keypad, where two of one digit may follow each other
    HOLD_MS = 10 * 1000,    // a hand that leans on the glass
    FORGET_MS = 70 * 1000,  // and one that was never there
    FINGERS_THAT_BLOCK = 3, // a palm, or a child with both hands
    FLICK_MS = 100,         // the speed is that of the last moment
    FLICK_LEAST_MS = 10,    // events that come in one heap are not infinitely fast
    FLICK_SLOPS_A_S = 10,   // 120 mm, or 80u, in a second
};

static const struct gesture_event nothing = {.kind = GESTURE_NONE};

static int find_finger(const struct gesture *gesture, int64_t id) {
    for (int i = 0; i < gesture->finger_count; i++) {
        if (gesture->fingers[i].id == id) {
            return i;
        }
    }
    return -1;
}

static void remove_finger(struct gesture *gesture, int index) {
    if (gesture->is_following && gesture->fingers[index].id == gesture->finger) {
        gesture->is_following = false;
    }
    gesture->finger_count--;
    gesture->fingers[index] = gesture->fingers[gesture->finger_count];
    gesture->is_blocked = gesture->is_blocked && gesture->finger_count > 0;
}

static void forget_old_fingers(struct gesture *gesture, uint64_t now_ms) {
    for (int i = gesture->finger_count - 1; i >= 0; i--) {
        if (now_ms - gesture->fingers[i].down_ms >= FORGET_MS) {
            remove_finger(gesture, i);
        }
    }
}

static struct gesture_event block(struct gesture *gesture) {
    bool was_following = gesture->is_following;
    gesture->is_blocked = true;
    gesture->is_following = false;
    return (struct gesture_event){.kind = was_following ? GESTURE_CANCEL : GESTURE_NONE};
}

static void add_sample(struct gesture *gesture, int x, uint64_t now_ms) {
    int next = gesture->trail_count++ % GESTURE_TRAIL_LIMIT;
    gesture->trail_x[next] = x;
    gesture->trail_ms[next] = now_ms;
}

static uint64_t bounce_ms(struct action action) {
    bool is_key = action.kind == ACTION_PIN_DIGIT || action.kind == ACTION_PIN_DELETE;
    return is_key ? KEY_BOUNCE_MS : BOUNCE_MS;
}

// A bounce is known by its control, which may have moved, and by its place, where there may be
// another control by now: pause has become play, a tile has become a card.
static bool is_bounce(const struct gesture *gesture, const struct touch *touch,
                      struct action action, uint64_t now_ms) {
    if (!gesture->has_tapped || now_ms - gesture->last_ms >= bounce_ms(gesture->last_action)) {
        return false;
    }
    bool is_same = action.kind != ACTION_NONE && action_equals(action, gesture->last_action);
    return is_same || rect_has(gesture->last_hit, touch->x, touch->y);
}

static struct gesture_event follow(struct gesture *gesture, const struct touch *touch,
                                   const struct scene *scene, uint64_t now_ms) {
    const struct scene_target *target = scene_find_target(scene, touch->x, touch->y);
    struct action action = target ? target->action : (struct action){ACTION_NONE, 0};
    if (is_bounce(gesture, touch, action, now_ms)) {
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
    gesture->trail_count = 0;
    add_sample(gesture, touch->x, now_ms);
    return (struct gesture_event){.kind = GESTURE_PRESS, .action = action};
}

static struct gesture_event apply_down(struct gesture *gesture, const struct touch *touch,
                                       const struct scene *scene, uint64_t now_ms) {
    int known = find_finger(gesture, touch->finger);
    if (known >= 0) {
        remove_finger(gesture, known); // its lifting was lost
    }
    if (gesture->finger_count < GESTURE_FINGER_LIMIT) {
        gesture->fingers[gesture->finger_count++] = (struct gesture_finger){touch->finger, now_ms};
    }
    if (gesture->finger_count >= FINGERS_THAT_BLOCK) {
        return block(gesture);
    }
    if (gesture->is_blocked || gesture->finger_count > 1) {
        return nothing;
    }
    return follow(gesture, touch, scene, now_ms);
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

static struct gesture_event move_followed(struct gesture *gesture, const struct touch *touch,
                                          uint64_t now_ms) {
    int across = abs(touch->x - gesture->down_x);
    int along = abs(touch->y - gesture->down_y);
    add_sample(gesture, touch->x, now_ms);
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
    return (struct gesture_event){.kind = was_inside ? GESTURE_LEAVE : GESTURE_ENTER,
                                  .action = gesture->action};
}

static struct gesture_event apply_move(struct gesture *gesture, const struct touch *touch,
                                       const struct scene *scene, uint64_t now_ms) {
    (void)scene;
    bool counts = gesture->is_following && touch->finger == gesture->finger;
    return counts ? move_followed(gesture, touch, now_ms) : nothing;
}

static int flick(const struct gesture *gesture, uint64_t now_ms) {
    int count = gesture->trail_count;
    int newest = gesture->trail_x[(count - 1) % GESTURE_TRAIL_LIMIT];
    int from = (count - 1) % GESTURE_TRAIL_LIMIT;
    for (int i = 2; i <= count && i <= GESTURE_TRAIL_LIMIT; i++) {
        int before = (count - i) % GESTURE_TRAIL_LIMIT;
        if (now_ms - gesture->trail_ms[before] > FLICK_MS) {
            break;
        }
        from = before;
    }
    int64_t spent_ms = (int64_t)(now_ms - gesture->trail_ms[from]);
    spent_ms = spent_ms < FLICK_LEAST_MS ? FLICK_LEAST_MS : spent_ms;
    int64_t px_a_s = ((int64_t)newest - gesture->trail_x[from]) * 1000 / spent_ms;
    int64_t least = (int64_t)gesture->slop_px * FLICK_SLOPS_A_S;
    return px_a_s >= least ? 1 : px_a_s <= -least ? -1 : 0;
}

static void remember_tap(struct gesture *gesture, struct rect place, uint64_t now_ms) {
    gesture->has_tapped = true;
    gesture->last_action = gesture->action;
    gesture->last_hit = place;
    gesture->last_ms = now_ms;
}

static struct gesture_event apply_up(struct gesture *gesture, const struct touch *touch,
                                     const struct scene *scene, uint64_t now_ms) {
    struct gesture_event event = apply_move(gesture, touch, scene, now_ms);
    bool counted = gesture->is_following && touch->finger == gesture->finger;
    int known = find_finger(gesture, touch->finger);
    if (known >= 0) {
        remove_finger(gesture, known);
    }
    if (!counted) {
        return nothing;
    }
    if (gesture->is_dragging) {
        event.kind = GESTURE_DRAG_END;
        event.flick = flick(gesture, now_ms);
        return event;
    }
    if (!gesture->is_inside) {
        return (struct gesture_event){.kind = GESTURE_CANCEL};
    }
    remember_tap(gesture, gesture->hit, now_ms);
    return (struct gesture_event){.kind = GESTURE_TAP, .action = gesture->action};
}

static struct gesture_event apply_cancel(struct gesture *gesture, const struct touch *touch,
                                         const struct scene *scene, uint64_t now_ms) {
    (void)scene;
    (void)now_ms;
    bool was_following = gesture->is_following;
    int known = find_finger(gesture, touch->finger);
    if (known >= 0) {
        remove_finger(gesture, known);
    }
    bool is_lost = was_following && !gesture->is_following;
    return (struct gesture_event){.kind = is_lost ? GESTURE_CANCEL : GESTURE_NONE};
}

static struct gesture_event (*const appliers[])(struct gesture *, const struct touch *,
                                                const struct scene *, uint64_t) = {
    [TOUCH_DOWN] = apply_down,
    [TOUCH_MOVE] = apply_move,
    [TOUCH_UP] = apply_up,
    [TOUCH_CANCEL] = apply_cancel,
};
static_assert(COUNT_OF(appliers) == TOUCH_PHASE_COUNT, "a phase of touch is not handled");

struct gesture_event gesture_apply(struct gesture *gesture, const struct touch *touch,
                                   const struct scene *scene, uint64_t now_ms) {
    struct gesture_event late = gesture_step(gesture, now_ms);
    forget_old_fingers(gesture, now_ms);
    struct gesture_event event = appliers[touch->phase](gesture, touch, scene, now_ms);
    return event.kind == GESTURE_NONE ? late : event;
}

struct gesture_event gesture_step(struct gesture *gesture, uint64_t now_ms) {
    for (int i = 0; i < gesture->finger_count; i++) {
        if (now_ms - gesture->fingers[i].down_ms >= HOLD_MS) {
            return block(gesture);
        }
    }
    return nothing;
}

uint64_t gesture_deadline_ms(const struct gesture *gesture) {
    int index = gesture->is_following ? find_finger(gesture, gesture->finger) : -1;
    return index < 0 ? UINT64_MAX : gesture->fingers[index].down_ms + HOLD_MS;
}

void gesture_let_go(struct gesture *gesture, uint64_t now_ms) {
    if (!gesture->is_following) {
        return;
    }
    int slop = gesture->slop_px;
    struct rect around = {gesture->down_x - slop, gesture->down_y - slop, 2 * slop, 2 * slop};
    gesture->is_following = false;
    remember_tap(gesture, around, now_ms);
}

void gesture_reset(struct gesture *gesture, uint64_t now_ms) {
    struct gesture fresh = {.slop_px = gesture->slop_px};
    if (gesture->has_tapped && now_ms - gesture->last_ms < BOUNCE_MS) {
        fresh.has_tapped = true;
        fresh.last_action = gesture->last_action;
        fresh.last_hit = gesture->last_hit;
        fresh.last_ms = gesture->last_ms;
    }
    *gesture = fresh;
}
