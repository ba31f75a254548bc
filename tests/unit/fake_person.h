// SPDX-License-Identifier: MIT
// A person at the fake kiosk: touches, keys, and controls that are found by what they do, as the
// picture shows them at that moment. And the proof that nothing of that person is left behind.
#ifndef DIT_FAKE_PERSON_H
#define DIT_FAKE_PERSON_H

#include "fake_kiosk.h"

static inline void person_touch(struct fake_kiosk *kiosk, enum touch_phase phase, struct rect at) {
    struct touch touch = {.phase = phase, .finger = kiosk->finger, .x = at.x, .y = at.y};
    kiosk_send(kiosk, (struct input){.kind = INPUT_TOUCH, .touch = touch});
}

static inline void person_key(struct fake_kiosk *kiosk, enum key key) {
    kiosk_send(kiosk, (struct input){.kind = INPUT_KEY, .key = key});
}

// The middle of a control; empty where the picture does not offer it.
static inline struct rect person_find(const struct fake_kiosk *kiosk, struct action action) {
    for (int i = 0; i < kiosk->scene->target_count; i++) {
        const struct scene_target *target = &kiosk->scene->targets[i];
        if (action_equals(target->action, action)) {
            struct rect seen = target->seen;
            return (struct rect){seen.x + seen.w / 2, seen.y + seen.h / 2, 1, 1};
        }
    }
    return (struct rect){0};
}

static inline bool person_sees(const struct fake_kiosk *kiosk, enum action_kind kind) {
    return !rect_is_empty(person_find(kiosk, (struct action){kind, 0}));
}

static inline struct rect person_press_nth(struct fake_kiosk *kiosk, enum action_kind kind, int n) {
    struct rect at = person_find(kiosk, (struct action){kind, n});
    assert_false(rect_is_empty(at));
    person_touch(kiosk, TOUCH_DOWN, at);
    return at;
}

// A second after what was before, so that no tap is taken for a bounce.
static inline void person_tap_nth(struct fake_kiosk *kiosk, enum action_kind kind, int n) {
    kiosk_wait_ms(kiosk, 1000);
    struct rect at = person_press_nth(kiosk, kind, n);
    kiosk->now_ms += 80;
    person_touch(kiosk, TOUCH_UP, at);
}

static inline void person_tap(struct fake_kiosk *kiosk, enum action_kind kind) {
    person_tap_nth(kiosk, kind, 0);
}

// All but the times, and what a freshly shown page has told of itself.
static inline void assert_as_at_boot(const struct fake_kiosk *kiosk) {
    struct app fresh;
    const struct app *app = &kiosk->app;
    state_init(&fresh, &kiosk->deck, &kiosk->metrics, 0);
    fresh.view.staff.revision = app->view.staff.revision; // it only ever grows
    assert_true(view_is_same_picture(&app->view, &fresh.view));
    assert_false(app->is_touched || app->is_dragging || app->gesture.is_following);
    assert_false(app->gesture.is_blocked);
    assert_int_equal(app->gesture.finger_count, 0);
    assert_int_equal(app->drag_px, 0);
    assert_int_equal(app->opened_from, fresh.opened_from);
    assert_int_equal(app->opened_page, 0);
    assert_int_equal(app->card_page, 0);
}

#endif
