// SPDX-License-Identifier: MIT
// What fingers mean, replayed: a small picture with two buttons above a card that can be dragged,
// and every way in which a shaking hand, a leaning palm or a lossy touch screen treats it.
#include "app/touch/gesture.h"

#include "unit_test.h"

enum { SLOP = 50, FIRST = 1, SECOND = 2, THIRD = 3 };

static const struct scene_target buttons[] = {
    {{0, 0, 200, 100}, {10, 10, 180, 80}, {ACTION_NEXT, 0}, "Next"},
    {{220, 0, 200, 100}, {230, 10, 180, 80}, {ACTION_BACK, 0}, "Back"},
};
static const struct scene_target swapped[] = {
    {{0, 0, 200, 100}, {10, 10, 180, 80}, {ACTION_FINISH, 0}, "Finish"},
    {{220, 0, 200, 100}, {230, 10, 180, 80}, {ACTION_NEXT, 0}, "Next"},
};
static const struct scene picture = {
    .width_px = 640,
    .height_px = 480,
    .targets = buttons,
    .target_count = COUNT_OF(buttons),
    .sliding = {0, 120, 600, 300},
};

struct hand {
    struct gesture gesture;
    const struct scene *scene;
    uint64_t now_ms;
};

static const struct hand FRESH_HAND = {
    .gesture = {.slop_px = SLOP}, .scene = &picture, .now_ms = 1000};

static int open_hand(void **state) {
    static struct hand hand;
    hand = FRESH_HAND;
    *state = &hand;
    return 0;
}

#define TEST(name) UNIT_TEST_WITH(name, open_hand, NULL, struct hand *hand)

static struct gesture_event touch(struct hand *hand, enum touch_phase phase, int64_t finger,
                                  struct rect at) {
    struct touch t = {.phase = phase, .finger = finger, .x = at.x, .y = at.y};
    return gesture_apply(&hand->gesture, &t, hand->scene, hand->now_ms);
}

static int down(struct hand *hand, int64_t finger, int x, int y) {
    return (int)touch(hand, TOUCH_DOWN, finger, (struct rect){x, y, 0, 0}).kind;
}

static int move(struct hand *hand, int64_t finger, int x, int y) {
    return (int)touch(hand, TOUCH_MOVE, finger, (struct rect){x, y, 0, 0}).kind;
}

static int up(struct hand *hand, int64_t finger, int x, int y) {
    return (int)touch(hand, TOUCH_UP, finger, (struct rect){x, y, 0, 0}).kind;
}

static int tap(struct hand *hand, int x, int y) {
    down(hand, FIRST, x, y);
    hand->now_ms += 60;
    return up(hand, FIRST, x, y);
}

TEST(a_button_answers_on_release) {
    struct gesture_event press = touch(hand, TOUCH_DOWN, FIRST, (struct rect){20, 20, 0, 0});
    assert_int_equal(press.kind, GESTURE_PRESS);
    assert_int_equal(press.action.kind, ACTION_NEXT);
    struct gesture_event lift = touch(hand, TOUCH_UP, FIRST, (struct rect){20, 20, 0, 0});
    assert_int_equal(lift.kind, GESTURE_TAP);
    assert_int_equal(lift.action.kind, ACTION_NEXT);
}

TEST(sliding_off_cancels_and_coming_back_answers) {
    down(hand, FIRST, 100, 50);
    assert_int_equal(move(hand, FIRST, 100, 99), GESTURE_NONE);
    struct gesture_event off = touch(hand, TOUCH_MOVE, FIRST, (struct rect){100, 100, 0, 0});
    assert_int_equal(off.kind, GESTURE_OVER);
    assert_int_equal(off.action.kind, ACTION_NONE);
    assert_int_equal(move(hand, FIRST, 300, 50), GESTURE_NONE); // another button is not entered
    struct gesture_event back = touch(hand, TOUCH_MOVE, FIRST, (struct rect){100, 50, 0, 0});
    assert_int_equal(back.kind, GESTURE_OVER);
    assert_int_equal(back.action.kind, ACTION_NEXT);
    assert_int_equal(up(hand, FIRST, 100, 50), GESTURE_TAP);
    hand->now_ms += 1000;
    down(hand, FIRST, 100, 50);
    assert_int_equal(up(hand, FIRST, 300, 50), GESTURE_CANCEL);
}

TEST(a_shaking_finger_inside_a_button_is_a_tap) {
    down(hand, FIRST, 30, 50);
    for (int i = 0; i < 40; i++) {
        hand->now_ms += 8;
        assert_int_equal(move(hand, FIRST, 30 + (i % 2) * 45, 50 - (i % 3) * 15), GESTURE_NONE);
    }
    assert_int_equal(up(hand, FIRST, 75, 40), GESTURE_TAP);
}

TEST(a_tap_beside_the_controls_does_nothing) {
    struct gesture_event press = touch(hand, TOUCH_DOWN, FIRST, (struct rect){630, 470, 0, 0});
    assert_int_equal(press.kind, GESTURE_PRESS);
    assert_int_equal(press.action.kind, ACTION_NONE);
    assert_int_equal(up(hand, FIRST, 630, 470), GESTURE_CANCEL);
    assert_int_equal(tap(hand, -500, 100000), GESTURE_CANCEL); // outside the glass
}

TEST(a_second_tap_on_one_control_within_half_a_second_is_one) {
    assert_int_equal(tap(hand, 20, 20), GESTURE_TAP);
    hand->now_ms += 499;
    assert_int_equal(down(hand, FIRST, 150, 80), GESTURE_BOUNCE);
    assert_int_equal(up(hand, FIRST, 150, 80), GESTURE_NONE);
    hand->now_ms += 1; // half a second after the tap that counted, not after the bounce
    assert_int_equal(down(hand, FIRST, 20, 20), GESTURE_PRESS);
    assert_int_equal(up(hand, FIRST, 20, 20), GESTURE_TAP);
}

TEST(two_controls_within_half_a_second_are_two) {
    assert_int_equal(tap(hand, 20, 20), GESTURE_TAP);
    assert_int_equal(tap(hand, 300, 20), GESTURE_TAP);
    assert_int_equal(tap(hand, 20, 20), GESTURE_TAP);
}

TEST(a_bounce_is_known_by_its_place_and_by_its_action) {
    struct scene after = picture;
    after.targets = swapped;
    assert_int_equal(tap(hand, 20, 20), GESTURE_TAP);
    hand->scene = &after;
    assert_int_equal(down(hand, FIRST, 25, 25), GESTURE_BOUNCE); // another button is there now
    up(hand, FIRST, 25, 25);
    assert_int_equal(down(hand, FIRST, 300, 25), GESTURE_BOUNCE); // the same button went there
    up(hand, FIRST, 300, 25);
    hand->now_ms += 500;
    assert_int_equal(tap(hand, 25, 25), GESTURE_TAP);
}

TEST(a_near_miss_may_be_put_right_at_once) {
    assert_int_equal(tap(hand, 100, 105), GESTURE_CANCEL);
    assert_int_equal(tap(hand, 100, 95), GESTURE_TAP);
}

TEST(only_the_first_finger_counts) {
    down(hand, FIRST, 20, 20);
    assert_int_equal(down(hand, SECOND, 300, 20), GESTURE_NONE);
    assert_int_equal(move(hand, SECOND, 600, 400), GESTURE_NONE);
    assert_int_equal(up(hand, SECOND, 300, 20), GESTURE_NONE);
    assert_int_equal(up(hand, FIRST, 20, 20), GESTURE_TAP);
}

TEST(a_third_finger_blocks_until_all_have_lifted) {
    down(hand, FIRST, 20, 20);
    down(hand, SECOND, 300, 20);
    assert_int_equal(down(hand, THIRD, 300, 300), GESTURE_CANCEL);
    assert_int_equal(up(hand, FIRST, 20, 20), GESTURE_NONE);
    assert_int_equal(up(hand, SECOND, 300, 20), GESTURE_NONE);
    assert_int_equal(down(hand, FIRST, 20, 20), GESTURE_NONE); // the third still lies there
    assert_int_equal(up(hand, FIRST, 20, 20), GESTURE_NONE);
    assert_int_equal(up(hand, THIRD, 300, 300), GESTURE_NONE);
    assert_int_equal(tap(hand, 20, 20), GESTURE_TAP);
}

TEST(a_finger_held_for_ten_seconds_counts_no_more) {
    down(hand, FIRST, 20, 20);
    assert_int_equal(gesture_deadline_ms(&hand->gesture), hand->now_ms + 10000);
    hand->now_ms += 9999;
    assert_int_equal(gesture_step(&hand->gesture, hand->now_ms).kind, GESTURE_NONE);
    hand->now_ms += 1;
    assert_int_equal(gesture_step(&hand->gesture, hand->now_ms).kind, GESTURE_CANCEL);
    assert_true(gesture_deadline_ms(&hand->gesture) == UINT64_MAX);
    assert_int_equal(down(hand, SECOND, 300, 20), GESTURE_PRESS); // of somebody else
    assert_int_equal(up(hand, FIRST, 20, 20), GESTURE_NONE);
    assert_int_equal(up(hand, SECOND, 300, 20), GESTURE_TAP);
}

TEST(a_loop_that_wakes_late_still_forgets_the_held_finger) {
    down(hand, FIRST, 20, 20);
    hand->now_ms += 12000;
    assert_int_equal(up(hand, FIRST, 20, 20), GESTURE_CANCEL);
}

TEST(a_drop_of_water_is_forgotten_after_a_while) {
    down(hand, THIRD, 400, 300); // it will never lift
    hand->now_ms += 9000;
    assert_int_equal(tap(hand, 20, 20), GESTURE_NONE);
    hand->now_ms += 1000;
    assert_int_equal(tap(hand, 20, 20), GESTURE_TAP);
    assert_int_equal(move(hand, THIRD, 20, 20), GESTURE_NONE);
    assert_int_equal(up(hand, THIRD, 20, 20), GESTURE_NONE);
}

TEST(a_lost_lift_is_made_up_for_by_the_next_press) {
    down(hand, FIRST, 20, 20);
    hand->now_ms += 5000;
    assert_int_equal(down(hand, FIRST, 300, 20), GESTURE_PRESS);
    assert_int_equal(hand->gesture.finger_count, 1);
    assert_int_equal(up(hand, FIRST, 300, 20), GESTURE_TAP);
}

TEST(fingers_that_nobody_saw_come_down_are_ignored) {
    assert_int_equal(move(hand, 77, 20, 20), GESTURE_NONE);
    assert_int_equal(up(hand, 77, 20, 20), GESTURE_NONE);
    assert_int_equal(tap(hand, 20, 20), GESTURE_TAP);
}

TEST(more_fingers_than_there_is_room_for_do_no_harm) {
    for (int i = 0; i < 3 * GESTURE_FINGER_LIMIT; i++) {
        down(hand, i, 10 * i, 20);
    }
    assert_int_equal(hand->gesture.finger_count, GESTURE_FINGER_LIMIT);
    for (int i = 0; i < 3 * GESTURE_FINGER_LIMIT; i++) {
        assert_int_equal(up(hand, i, 10 * i, 20), GESTURE_NONE);
    }
    assert_int_equal(tap(hand, 20, 20), GESTURE_TAP);
}

TEST(a_drag_starts_at_the_slop_and_follows_the_finger) {
    static const int cases[][2] = {{50, 0},    {60, 20},     {99, 98},   {100, 100}, {101, 101},
                                   {400, 400}, {-400, -400}, {-60, -20}, {10, 0},    {0, 0}};
    down(hand, FIRST, 300, 200);
    assert_int_equal(move(hand, FIRST, 349, 200), GESTURE_NONE);
    for (int i = 0; i < COUNT_OF(cases); i++) {
        hand->now_ms += 300;
        struct rect at = {300 + cases[i][0], 210, 0, 0};
        struct gesture_event event = touch(hand, TOUCH_MOVE, FIRST, at);
        assert_int_equal(event.kind, GESTURE_DRAG);
        assert_int_equal(event.drag_px, cases[i][1]);
    }
    hand->now_ms += 300;
    struct gesture_event end = touch(hand, TOUCH_UP, FIRST, (struct rect){500, 210, 0, 0});
    assert_int_equal(end.kind, GESTURE_DRAG_END);
    assert_int_equal(end.drag_px, 200);
    assert_int_equal(end.flick, 0); // it had come to rest
}

TEST(a_drag_starts_on_the_card_alone_and_only_sideways) {
    down(hand, FIRST, 20, 20); // a button
    assert_int_equal(move(hand, FIRST, 500, 20), GESTURE_OVER);
    assert_int_equal(up(hand, FIRST, 500, 20), GESTURE_CANCEL);
    hand->now_ms += 1000;
    down(hand, FIRST, 300, 150);
    assert_int_equal(move(hand, FIRST, 340, 400), GESTURE_NONE);
    assert_int_equal(up(hand, FIRST, 360, 400), GESTURE_CANCEL);
    down(hand, FIRST, 620, 300); // beside the card
    assert_int_equal(move(hand, FIRST, 20, 300), GESTURE_NONE);
    assert_int_equal(up(hand, FIRST, 20, 300), GESTURE_CANCEL);
}

// Moves by `step_px` every `step_ms`, twenty times, and lets go after `rest_ms`.
static int swipe(struct hand *hand, int step_px, uint64_t step_ms, uint64_t rest_ms) {
    int x = 300;
    *hand = FRESH_HAND;
    down(hand, FIRST, x, 200);
    for (int i = 0; i < 20; i++) {
        hand->now_ms += step_ms;
        x += step_px;
        move(hand, FIRST, x, 200);
    }
    hand->now_ms += rest_ms;
    return touch(hand, TOUCH_UP, FIRST, (struct rect){x, 200, 0, 0}).flick;
}

TEST(a_flick_is_known_by_its_speed_at_the_end) {
    assert_int_equal(swipe(hand, 8, 8, 0), 1); // 1000 px/s, and 500 are needed
    assert_int_equal(swipe(hand, -8, 8, 0), -1);
    assert_int_equal(swipe(hand, 3, 8, 0), 0);
    assert_int_equal(swipe(hand, 10, 0, 0), 1);   // all events came in one heap
    assert_int_equal(swipe(hand, 10, 8, 101), 0); // fast, and then a rest
}

TEST(what_a_tap_does_is_settled_at_the_press) {
    struct scene after = picture;
    after.targets = swapped;
    down(hand, FIRST, 20, 20);
    hand->scene = &after; // the picture changed under the finger
    struct gesture_event lift = touch(hand, TOUCH_UP, FIRST, (struct rect){20, 20, 0, 0});
    assert_int_equal(lift.kind, GESTURE_TAP);
    assert_int_equal(lift.action.kind, ACTION_NEXT);
}

TEST(a_finger_that_was_let_go_means_nothing_more) {
    down(hand, FIRST, 20, 20);
    gesture_let_go(&hand->gesture, hand->now_ms);
    assert_int_equal(up(hand, FIRST, 20, 20), GESTURE_NONE);
    hand->now_ms += 200;
    assert_int_equal(down(hand, FIRST, 30, 20), GESTURE_BOUNCE);
    up(hand, FIRST, 30, 20);
    hand->now_ms += 300;
    assert_int_equal(tap(hand, 30, 20), GESTURE_TAP);
}

TEST(a_reset_ignores_what_stays_on_the_glass) {
    down(hand, FIRST, 20, 20);
    gesture_reset(&hand->gesture);
    assert_int_equal(move(hand, FIRST, 300, 20), GESTURE_NONE);
    down(hand, SECOND, 20, 20);
    assert_int_equal(up(hand, FIRST, 20, 20), GESTURE_NONE);
    assert_int_equal(up(hand, SECOND, 20, 20), GESTURE_TAP);
}
