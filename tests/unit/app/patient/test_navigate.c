// SPDX-License-Identifier: MIT
// The ways through the cards that are not buttons: a finger that drags, and a keyboard. Both only
// repeat what single taps do.
#include "app/patient/navigate.h"

#include "fake_room.h"

// Puts a finger on the card and moves it; each event comes long after the last, so nothing flicks.
static void drag(struct fake_kiosk *kiosk, int by_px) {
    struct rect card = kiosk->scene->sliding;
    struct rect at = {card.x + card.w / 2, card.y + card.h / 2, 0, 0};
    kiosk->now_ms += 600;
    person_touch(kiosk, TOUCH_DOWN, at);
    at.x += by_px;
    kiosk->now_ms += 200;
    person_touch(kiosk, TOUCH_MOVE, at);
    kiosk->now_ms += 200;
}

static void lift(struct fake_kiosk *kiosk, int by_px) {
    struct rect card = kiosk->scene->sliding;
    struct rect at = {card.x + card.w / 2 + by_px, card.y + card.h / 2, 0, 0};
    person_touch(kiosk, TOUCH_UP, at);
}

static void speak_arabic(struct fake_kiosk *kiosk) {
    person_tap(kiosk, ACTION_LANGUAGES);
    person_tap_nth(kiosk, ACTION_SET_LANGUAGE, FAKE_ARABIC);
}

READING_TEST(a_dragged_card_follows_and_comes_back) {
    int third = kiosk->scene->sliding.w / 3;
    drag(kiosk, -third + 1);
    assert_true(kiosk->app.is_dragging);
    assert_int_equal(kiosk->app.drag_px, -third + 1);
    assert_page(kiosk, FAKE_FIRST, 0);
    lift(kiosk, -third + 1);
    assert_false(kiosk->app.is_dragging);
    assert_int_equal(kiosk->app.drag_px, 0);
    assert_page(kiosk, FAKE_FIRST, 0);
    assert_int_equal(kiosk->app.transition, TRANSITION_NONE);
    assert_false(kiosk->app.view.is_cycling);
}

READING_TEST(a_third_of_the_width_turns_the_card_either_way) {
    int third = kiosk->scene->sliding.w / 3 + 1;
    drag(kiosk, -third);
    lift(kiosk, -third);
    assert_page(kiosk, FAKE_SECOND, 0);
    assert_int_equal(kiosk->app.transition, TRANSITION_SLIDE_NEXT);
    drag(kiosk, third);
    lift(kiosk, third);
    assert_page(kiosk, FAKE_FIRST, 0);
    assert_int_equal(kiosk->app.transition, TRANSITION_SLIDE_BACK);
    drag(kiosk, third); // round to the last page of the last card
    lift(kiosk, third);
    assert_page(kiosk, FAKE_LONG, kiosk->scene->page_count - 1);
}

READING_TEST(a_flick_turns_the_card_and_a_flick_back_does_not) {
    int slop = kiosk->metrics.tap_slop_px;
    struct rect card = kiosk->scene->sliding;
    struct rect at = {card.x + card.w / 2, card.y + 30, 0, 0};
    static const struct {
        int out, back, card;
    } cases[] = {{-2, 0, FAKE_SECOND}, {-8, 2, FAKE_SECOND}, {2, 0, FAKE_FIRST}};
    for (int i = 0; i < COUNT_OF(cases); i++) {
        struct rect to = at;
        kiosk->now_ms += 1000;
        person_touch(kiosk, TOUCH_DOWN, at);
        kiosk->now_ms += 30;
        to.x += cases[i].out * slop;
        person_touch(kiosk, TOUCH_MOVE, to);
        if (cases[i].back != 0) {
            kiosk->now_ms += 150;
            person_touch(kiosk, TOUCH_MOVE, to);
            to.x += cases[i].back * slop;
            kiosk->now_ms += 30;
            person_touch(kiosk, TOUCH_MOVE, to);
        }
        person_touch(kiosk, TOUCH_UP, to);
        assert_page(kiosk, cases[i].card, 0);
    }
}

READING_TEST(right_to_left_a_drag_to_the_right_shows_the_next) {
    speak_arabic(kiosk);
    int card = kiosk->app.view.card;
    int third = kiosk->scene->sliding.w / 3 + 1;
    drag(kiosk, third);
    assert_int_equal(app_drag_step(&kiosk->app, kiosk->app.drag_px), 1);
    lift(kiosk, third);
    assert_page(kiosk, 1 - card, 0);
    assert_int_equal(kiosk->app.transition, TRANSITION_SLIDE_NEXT);
}

READING_TEST(the_neighbours_are_where_next_and_back_lead) {
    for (int i = 0; i < 12; i++) {
        struct view next = navigate_neighbour(&kiosk->app, 1);
        struct view here = kiosk->app.view;
        person_tap(kiosk, ACTION_NEXT);
        assert_page(kiosk, next.card, next.page);
        struct view back = navigate_neighbour(&kiosk->app, -1);
        assert_int_equal(back.card, here.card);
        assert_true(back.page >= here.page); // the last page, whichever that is
    }
}

READING_TEST(a_card_held_half_way_for_too_long_goes_back) {
    drag(kiosk, -kiosk->scene->sliding.w / 2);
    kiosk_wait_ms(kiosk, 10000);
    assert_false(kiosk->app.is_dragging);
    lift(kiosk, -kiosk->scene->sliding.w / 2);
    assert_page(kiosk, FAKE_FIRST, 0);
}

READING_TEST(other_screens_do_not_slide) {
    struct rect card = kiosk->scene->sliding;
    person_tap(kiosk, ACTION_REFER);
    kiosk->now_ms += 1000;
    person_touch(kiosk, TOUCH_DOWN, (struct rect){card.x + card.w, card.y + 20, 0, 0});
    person_touch(kiosk, TOUCH_MOVE, (struct rect){card.x, card.y + 20, 0, 0});
    assert_false(kiosk->app.is_dragging);
    person_touch(kiosk, TOUCH_UP, (struct rect){card.x, card.y + 20, 0, 0});
    assert_screen(kiosk, SCREEN_REFER);
}

READING_TEST(the_only_page_of_a_deck_stays_where_it_is) {
    room_of(kiosk)->deck.languages[FAKE_ENGLISH].card_count = 1;
    drag(kiosk, -kiosk->scene->sliding.w / 2);
    assert_false(kiosk->app.is_dragging);
    lift(kiosk, -kiosk->scene->sliding.w / 2);
    person_key(kiosk, KEY_NEXT);
    assert_page(kiosk, FAKE_FIRST, 0);
    assert_int_equal(kiosk->app.transition, TRANSITION_NONE);
}

READING_TEST(arrows_turn_and_escape_goes_to_topics_and_back) {
    person_key(kiosk, KEY_NEXT);
    assert_page(kiosk, FAKE_SECOND, 0);
    assert_int_equal(kiosk->app.transition, TRANSITION_SLIDE_NEXT);
    assert_false(kiosk->app.view.is_cycling);
    person_key(kiosk, KEY_BACK);
    assert_page(kiosk, FAKE_FIRST, 0);
    person_key(kiosk, KEY_NEXT);
    person_key(kiosk, KEY_ESCAPE);
    assert_screen(kiosk, SCREEN_TOPICS);
    person_key(kiosk, KEY_ESCAPE);
    assert_page(kiosk, FAKE_SECOND, 0);
}

READING_TEST(a_key_that_means_nothing_is_a_touch) {
    person_key(kiosk, KEY_OTHER);
    assert_page(kiosk, FAKE_FIRST, 0);
    assert_true(kiosk->app.is_touched);
    assert_false(kiosk->app.view.is_cycling);
}

READING_TEST(tab_reaches_every_control_and_comes_round) {
    person_key(kiosk, KEY_OTHER);
    int count = kiosk->scene->target_count;
    const struct scene_target *targets = kiosk->scene->targets;
    struct action stops[40];
    int stop_count = 0;
    for (int i = 0; i < count; i++) { // the code and the button on it are one
        if (i == 0 || !action_equals(targets[i].action, targets[i - 1].action)) {
            stops[stop_count++] = targets[i].action;
        }
    }
    count = stop_count;
    for (int turn = 0; turn < 2; turn++) {
        for (int i = 0; i < count; i++) {
            person_key(kiosk, KEY_TAB);
            assert_true(action_equals(kiosk->app.view.focused, stops[i]));
        }
    }
    person_key(kiosk, KEY_TAB);
    for (int i = count - 1; i >= 0; i--) {
        person_key(kiosk, KEY_TAB_BACK);
        assert_true(action_equals(kiosk->app.view.focused, stops[i]));
    }
    person_touch(kiosk, TOUCH_DOWN, (struct rect){640, 590, 0, 0});
    assert_int_equal(kiosk->app.view.focused.kind, ACTION_NONE);
}

static void focus_on(struct fake_kiosk *kiosk, enum action_kind kind) {
    for (int i = 0; i < 40 && kiosk->app.view.focused.kind != kind; i++) {
        person_key(kiosk, KEY_TAB);
    }
    assert_int_equal(kiosk->app.view.focused.kind, kind);
}

READING_TEST(enter_presses_what_is_focused) {
    person_key(kiosk, KEY_ENTER); // nothing is
    assert_page(kiosk, FAKE_FIRST, 0);
    focus_on(kiosk, ACTION_NEXT);
    person_key(kiosk, KEY_ENTER);
    assert_page(kiosk, FAKE_SECOND, 0);
    assert_int_equal(kiosk->app.view.focused.kind, ACTION_NEXT);
    focus_on(kiosk, ACTION_URGENT_HELP);
    person_key(kiosk, KEY_ENTER);
    assert_screen(kiosk, SCREEN_URGENT);
    focus_on(kiosk, ACTION_CLOSE);
    person_key(kiosk, KEY_ENTER);
    assert_page(kiosk, FAKE_SECOND, 0);
    assert_int_equal(kiosk->app.view.focused.kind, ACTION_NONE); // no such control here
}

READING_TEST(tab_passes_an_action_that_is_offered_twice) {
    static const struct scene_target twice[] = {{.action = {ACTION_REFER, 0}},
                                                {.action = {ACTION_TOPICS, 0}},
                                                {.action = {ACTION_REFER, 0}},
                                                {.action = {ACTION_NEXT, 0}}};
    const struct scene scene = {.targets = twice, .target_count = COUNT_OF(twice)};
    static const enum action_kind forwards[] = {ACTION_REFER, ACTION_TOPICS, ACTION_NEXT,
                                                ACTION_REFER};
    for (int i = 0; i < COUNT_OF(forwards); i++) {
        navigate_focus(&kiosk->app, &scene, +1);
        assert_int_equal(kiosk->app.view.focused.kind, forwards[i]);
    }
    for (int i = COUNT_OF(forwards) - 2; i >= 0; i--) {
        navigate_focus(&kiosk->app, &scene, -1);
        assert_int_equal(kiosk->app.view.focused.kind, forwards[i]);
    }
}

READING_TEST(a_key_takes_over_from_a_finger) {
    struct rect at = person_press_nth(kiosk, ACTION_REFER, 0);
    person_key(kiosk, KEY_NEXT);
    assert_int_equal(kiosk->app.view.pressed.kind, ACTION_NONE);
    person_touch(kiosk, TOUCH_UP, at);
    assert_page(kiosk, FAKE_SECOND, 0);
}

ROOM_TEST(a_palm_that_stays_stops_the_loop) {
    person_touch(kiosk, TOUCH_DOWN, (struct rect){640, 590, 0, 0});
    kiosk_wait_ms(kiosk, 9000);
    assert_true(kiosk->app.view.is_cycling);
    kiosk_wait_ms(kiosk, 2000);
    assert_false(kiosk->app.view.is_cycling);
    assert_page(kiosk, FAKE_FIRST, 0);
}

READING_TEST(pages_of_a_screen_end_at_the_last) {
    person_tap(kiosk, ACTION_REFER);
    person_key(kiosk, KEY_NEXT);
    assert_int_equal(kiosk->app.view.page, kiosk->scene->page_count > 1);
    for (int i = 0; i < 5; i++) {
        person_key(kiosk, KEY_NEXT);
    }
    assert_int_equal(kiosk->app.view.page, kiosk->scene->page_count - 1);
}
