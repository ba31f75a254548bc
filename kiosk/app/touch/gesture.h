// SPDX-License-Identifier: MIT
// Touches become intentions, for hands that shake and glass that is dirty: the first finger only, a
// small move is still a tap, a second tap within 500 ms on one control is one tap, a finger that
// lies on the glass for 10 s counts no more, and a third one means nothing until all have lifted.
#pragma once

#include "scene/scene.h"

enum touch_phase { TOUCH_DOWN, TOUCH_MOVE, TOUCH_UP, TOUCH_PHASE_COUNT };

struct touch {
    enum touch_phase phase;
    int64_t finger;     // which finger; a mouse has one of its own
    int x, y;           // pixels of the upright picture; may lie outside it
    int felt_x, felt_y; // where the panel itself felt it, in 1/65536 of its sides
};

enum gesture_kind {
    GESTURE_NONE,     // a finger that does not count did something, or nothing happened
    GESTURE_BOUNCE,   // a finger came down again where it has just tapped: as if it had not
    GESTURE_PRESS,    // a finger came down; `action` is under it, or ACTION_NONE
    GESTURE_OVER,     // it slid off the control it pressed, or back onto it: `action` is under it
    GESTURE_TAP,      // it lifted inside: do `action`
    GESTURE_DRAG,     // it moves the card by `drag_px`; there will be no tap
    GESTURE_DRAG_END, // it let the card go; `flick` is -1, 0 or 1 by its speed, 1 to the right
    GESTURE_CANCEL,   // whatever it was, nothing happens
};

struct gesture_event {
    enum gesture_kind kind;
    struct action action;
    int drag_px, flick; // right is positive
};

struct gesture_finger {
    int64_t id;
    uint64_t down_ms;
    int corner; // of the glass that it came down in, 1 to 4 clockwise from the top left; 0: none
};

struct gesture_sample {
    uint64_t at_ms;
    int x;
};

// The last tap that counted: what, where and when it was.
struct gesture_tap {
    struct action action;
    struct rect hit;
    uint64_t at_ms;
};

enum { GESTURE_FINGER_LIMIT = 10 };

struct gesture {
    uint64_t now_ms; // of the touch at hand
    int slop_px;     // metrics->tap_slop_px; a shorter move is no drag
    struct gesture_finger fingers[GESTURE_FINGER_LIMIT]; // on the glass
    int finger_count;
    struct gesture_finger lifted; // the last one
    uint64_t lifted_ms;
    bool is_blocked;   // until all fingers have lifted
    bool is_following; // the first finger is down and counts; all below is about it
    bool is_dragging, is_inside;
    int64_t finger;
    int down_x, down_y;
    struct action action;
    struct rect hit;                // of the control that it pressed
    int sliding_px;                 // width of what can be dragged; 0 when it came down elsewhere
    struct gesture_sample trail[2]; // its places a moment ago, and a moment before that
    struct gesture_tap last;
};

// A struct that is zero but for slop_px is ready. `scene` is what the person sees, read only when a
// finger comes down; `now_ms` never goes back.
struct gesture_event gesture_apply(struct gesture *gesture, const struct touch *touch,
                                   const struct scene *scene, uint64_t now_ms);

// Forgets fingers that lie too long: call when gesture_deadline_ms is reached.
struct gesture_event gesture_step(struct gesture *gesture, uint64_t now_ms);
uint64_t gesture_deadline_ms(const struct gesture *gesture); // UINT64_MAX: none

// True once when two opposite corners have been held for three seconds, which is how staff open
// their menu without a stick: by two fingers together, or by one in one corner after the other, for
// glass that feels only one. Call when its deadline is reached.
MUST_USE bool gesture_step_corners(struct gesture *gesture, uint64_t now_ms);
uint64_t gesture_corners_deadline_ms(const struct gesture *gesture); // UINT64_MAX: none

// The touch has had its effect already: its finger no longer counts, nor does its bounce.
void gesture_let_go(struct gesture *gesture, uint64_t now_ms);

// For the next person: forgets all, fingers on the glass too, but a bounce that may still come.
void gesture_reset(struct gesture *gesture);
