// SPDX-License-Identifier: MIT
// Touches become intentions, for hands that shake and glass that is dirty: the first finger only, a
// small move is still a tap, a second tap within 500 ms on one control is one tap, a finger that lies
// on the glass for 10 s or a third finger is ignored until all have lifted.
#ifndef DIT_GESTURE_H
#define DIT_GESTURE_H

#include "scene/scene.h"

enum touch_phase { TOUCH_DOWN, TOUCH_MOVE, TOUCH_UP, TOUCH_CANCEL };

struct touch {
    enum touch_phase phase;
    int64_t finger; // which finger; a mouse has one of its own
    int x, y;       // pixels of the upright picture
};

enum gesture_kind {
    GESTURE_NONE,
    GESTURE_PRESS,    // a finger came down; `action` is under it, or ACTION_NONE
    GESTURE_LEAVE,    // it slid off the control it pressed
    GESTURE_ENTER,    // and back onto it
    GESTURE_TAP,      // it lifted inside: do `action`
    GESTURE_DRAG,     // it moves the card by `drag_px`
    GESTURE_DRAG_END, // it let the card go; `flick` is -1, 0 or 1 by its speed
    GESTURE_CANCEL,   // whatever it was, nothing happens
};

struct gesture_event {
    enum gesture_kind kind;
    struct action action;
    int drag_px; // right is positive
    int flick;
};

struct gesture_finger {
    int64_t id;
    bool is_down;
};

enum { GESTURE_FINGER_LIMIT = 10 };

struct gesture {
    struct gesture_finger fingers[GESTURE_FINGER_LIMIT];
    int finger_count;  // on the glass
    bool is_following; // the first finger is down and counts
    bool is_dragging;
    bool is_inside;
    bool is_blocked;   // until all fingers have lifted
    int64_t finger;
    uint64_t down_ms;
    int down_x, down_y;
    int last_x;
    uint64_t last_ms;
    double speed_px_s;
    struct action action;
    struct action last_tap;
    uint64_t last_tap_ms;
    bool has_tapped;
};

// A zeroed struct is ready. `scene` is what the person sees; `now_ms` only ever grows.
struct gesture_event gesture_apply(struct gesture *gesture, const struct touch *touch,
                                   const struct scene *scene, const struct metrics *metrics,
                                   uint64_t now_ms);

// The stuck-finger guard: call when gesture_deadline_ms is reached.
struct gesture_event gesture_step(struct gesture *gesture, uint64_t now_ms);
uint64_t gesture_deadline_ms(const struct gesture *gesture); // UINT64_MAX: none

#endif
