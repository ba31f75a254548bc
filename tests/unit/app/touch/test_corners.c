// SPDX-License-Identifier: MIT
// Two opposite corners held for three seconds, with two fingers or one after the other; and
// everything that is nearly that and is not.

#include "app/touch/gesture.h"

#include "unit_test.h"

enum { WIDE = 1280, HIGH = 720 };

static const struct scene glass = {.width_px = WIDE, .height_px = HIGH};

static const struct {
    int x, y;
} places[] = {{5, 5}, {WIDE - 5, 5}, {WIDE - 5, HIGH - 5}, {5, HIGH - 5}, {WIDE / 2, HIGH / 2}};
enum { TOP_LEFT, TOP_RIGHT, LOW_RIGHT, LOW_LEFT, MIDDLE };

struct hands {
    struct gesture gesture;
    uint64_t now_ms;
};

static const struct hands FRESH_HANDS = {.now_ms = 1000};

static int open_hands(void **state) {
    static struct hands hands;
    hands = FRESH_HANDS;
    *state = &hands;
    return 0;
}

#define TEST(name) UNIT_TEST_WITH(name, open_hands, NULL, struct hands *hands)

static void put(struct hands *hands, enum touch_phase phase, int finger, int place) {
    const struct touch touch = {
        .phase = phase, .finger = finger, .x = places[place].x, .y = places[place].y};
    gesture_apply(&hands->gesture, &touch, &glass, hands->now_ms);
}

// Whether they open within that time, looking when the deadline says so.
static bool open_within(struct hands *hands, uint64_t wait_ms) {
    uint64_t until_ms = hands->now_ms + wait_ms;
    uint64_t due_ms = gesture_corners_deadline_ms(&hands->gesture);
    bool is_open = false;
    if (due_ms <= until_ms) {
        hands->now_ms = due_ms;
        is_open = gesture_step_corners(&hands->gesture, hands->now_ms);
    }
    hands->now_ms = until_ms;
    return is_open || gesture_step_corners(&hands->gesture, until_ms);
}

TEST(two_fingers_in_opposite_corners_open_after_three_seconds) {
    for (int corner = 0; corner < 4; corner++) {
        *hands = FRESH_HANDS;
        put(hands, TOUCH_DOWN, 1, corner);
        hands->now_ms += 700;
        put(hands, TOUCH_DOWN, 2, (corner + 2) % 4);
        assert_false(open_within(hands, 2999));
        assert_true(open_within(hands, 1));
        assert_false(open_within(hands, 60000)); // once
    }
}

TEST(one_finger_opens_with_one_corner_after_the_other) {
    put(hands, TOUCH_DOWN, 1, TOP_LEFT);
    hands->now_ms += 3200;
    put(hands, TOUCH_UP, 1, TOP_LEFT);
    hands->now_ms += 1500;
    put(hands, TOUCH_DOWN, 1, LOW_RIGHT);
    assert_false(open_within(hands, 2999));
    assert_true(open_within(hands, 1));
}

TEST(what_is_only_nearly_that_opens_nothing) {
    static const struct {
        int first, second;
        uint64_t hold_ms, between_ms;
    } cases[] = {
        {TOP_LEFT, LOW_RIGHT, 2900, 500},  // let go too soon
        {TOP_LEFT, LOW_RIGHT, 3500, 4500}, // came too late
        {TOP_LEFT, TOP_RIGHT, 3500, 500},  // not opposite
        {TOP_LEFT, TOP_LEFT, 3500, 500},   // the same one
        {MIDDLE, LOW_RIGHT, 3500, 500},    // no corner
        {TOP_LEFT, MIDDLE, 3500, 500},
    };
    for (int i = 0; i < COUNT_OF(cases); i++) {
        *hands = FRESH_HANDS;
        put(hands, TOUCH_DOWN, 1, cases[i].first);
        hands->now_ms += cases[i].hold_ms;
        put(hands, TOUCH_UP, 1, cases[i].first);
        hands->now_ms += cases[i].between_ms;
        put(hands, TOUCH_DOWN, 1, cases[i].second);
        assert_false(open_within(hands, 9000));
    }
}

TEST(a_palm_opens_nothing) {
    put(hands, TOUCH_DOWN, 1, TOP_LEFT);
    put(hands, TOUCH_DOWN, 2, MIDDLE);
    put(hands, TOUCH_DOWN, 3, LOW_RIGHT);
    assert_false(open_within(hands, 9000));
    put(hands, TOUCH_UP, 2, MIDDLE);
    assert_false(open_within(hands, 9000));
}

TEST(a_finger_whose_lifting_nobody_heard_of_keeps_nothing_shut) {
    put(hands, TOUCH_DOWN, 9, MIDDLE);
    hands->now_ms += 9 * 1000;
    put(hands, TOUCH_DOWN, 1, TOP_LEFT);
    put(hands, TOUCH_DOWN, 2, LOW_RIGHT);
    assert_false(open_within(hands, 900)); // it may still lie there
    put(hands, TOUCH_UP, 1, TOP_LEFT);
    put(hands, TOUCH_UP, 2, LOW_RIGHT);
    hands->now_ms += 1000;
    put(hands, TOUCH_DOWN, 1, TOP_LEFT);
    put(hands, TOUCH_DOWN, 2, LOW_RIGHT);
    assert_true(open_within(hands, 3100));
}
