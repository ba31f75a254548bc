// SPDX-License-Identifier: MIT
// The keypad over the patients' page: when a stick asks for the PIN, how that is given up, and that
// nothing behind it opens without one. The shell is the test itself.

#include "fake_session.h"

ROOM_TEST(a_stick_asks_for_the_pin_over_the_patients_page) {
    person_tap(kiosk, ACTION_NEXT);
    person_tap(kiosk, ACTION_CONTRAST);
    struct view before = kiosk->app.view;
    session_plug_in(kiosk);
    assert_true(kiosk->app.view.is_admitting);
    assert_true(person_sees(kiosk, ACTION_URGENT_HELP));
    assert_false(person_sees(kiosk, ACTION_NEXT));
    session_type(kiosk, "27");
    person_tap(kiosk, ACTION_STAFF_CLOSE);
    before.staff_revision = kiosk->app.view.staff_revision;
    assert_true(view_is_same_picture(&kiosk->app.view, &before));
    assert_int_equal(kiosk->app.view.digit_count, 0);
    assert_int_equal(kiosk->app.session.pin[0], 0);
    assert_job(kiosk, JOB_NONE);
}

READING_TEST(a_card_that_is_dragged_when_a_stick_comes_is_let_go) {
    struct rect card = kiosk->scene->sliding;
    kiosk_wait_ms(kiosk, 1000);
    struct rect at =
        person_drag(kiosk, (struct rect){card.x + card.w / 2, card.y + card.h / 2, 1, 1}, -20);
    assert_true(kiosk->app.is_dragging);
    session_plug_in(kiosk);
    assert_false(kiosk->app.is_dragging);
    assert_int_equal(kiosk->app.drag_px, 0);
    person_touch(kiosk, TOUCH_UP, at);
    session_say(kiosk, STAFF_EVENT_STICK_OUT);
    assert_page(kiosk, FAKE_FIRST, 0);
    assert_false(kiosk->app.is_dragging);
}

ROOM_TEST(left_alone_the_keypad_goes_away_and_the_loop_goes_on) {
    session_plug_in(kiosk);
    kiosk_wait_ms(kiosk, 59 * 1000);
    assert_true(kiosk->app.view.is_admitting);
    kiosk_wait_ms(kiosk, 2 * 1000);
    assert_false(kiosk->app.view.is_admitting);
    assert_true(kiosk->app.view.is_cycling);
    kiosk_wait_ms(kiosk, 60 * 1000);
    assert_int_not_equal(kiosk->app.view.card, 0);
}

ROOM_TEST(a_stick_that_is_taken_out_takes_the_keypad_with_it) {
    session_plug_in(kiosk);
    session_say(kiosk, STAFF_EVENT_STICK_OUT);
    assert_false(kiosk->app.view.is_admitting);
}

ROOM_TEST(without_a_store_a_stick_is_nothing) {
    kiosk->app.session.is_open = false;
    session_say(kiosk, STAFF_EVENT_STICK_IN);
    assert_false(kiosk->app.view.is_admitting);
    assert_job(kiosk, JOB_NONE);
}

ROOM_TEST(urgent_help_is_one_touch_away_from_the_keypad) {
    session_plug_in(kiosk);
    session_type(kiosk, "2718");
    person_tap(kiosk, ACTION_URGENT_HELP);
    assert_screen(kiosk, SCREEN_URGENT);
    assert_false(kiosk->app.view.is_admitting);
    assert_int_equal(kiosk->app.session.pin[0], 0);
}

ROOM_TEST(the_pin_is_nowhere_in_the_picture_and_wiped_when_it_was_tried) {
    struct arena arena = {0};
    session_plug_in(kiosk);
    session_type(kiosk, "271828");
    const char *one = scene_dump(kiosk->scene, &arena);
    for (int i = 0; i < 6; i++) {
        person_tap(kiosk, ACTION_PIN_DELETE);
    }
    session_type(kiosk, "314159");
    assert_string_equal(one, scene_dump(kiosk->scene, &arena));
    assert_string_equal(kiosk->app.session.pin, "314159");
    person_tap(kiosk, ACTION_PIN_OK);
    assert_job(kiosk, JOB_TRY_PIN);
    session_tell(
        kiosk, (struct staff_event){.kind = STAFF_EVENT_PIN, .answer = PIN_WRONG, .tries_left = 4});
    for (size_t i = 0; i < sizeof kiosk->app.session.pin; i++) {
        assert_int_equal(kiosk->app.session.pin[i], 0);
    }
    assert_int_equal(kiosk->app.view.digit_count, 0);
    arena_finish(&arena);
}

ROOM_TEST(a_pin_takes_twelve_digits_and_no_more) {
    session_plug_in(kiosk);
    session_type(kiosk, "12345678901234");
    assert_string_equal(kiosk->app.session.pin, "123456789012");
    assert_int_equal(kiosk->app.view.digit_count, 12);
}

ROOM_TEST(one_digit_twice_needs_120_ms) {
    session_plug_in(kiosk);
    for (int i = 0; i < 4; i++) {
        struct rect at = person_find(kiosk, (struct action){ACTION_PIN_DIGIT, 7});
        kiosk->now_ms += i % 2 == 0 ? 120 : 119; // the second and fourth tremble
        person_poke(kiosk, at);
    }
    assert_int_equal(kiosk->app.view.digit_count, 2);
}

ROOM_TEST(a_closed_keypad_counts_down_and_opens_again) {
    session_plug_in(kiosk);
    session_type(kiosk, "999999");
    person_tap(kiosk, ACTION_PIN_OK);
    assert_job(kiosk, JOB_TRY_PIN);
    kiosk->now_ms += 900; // which the hash takes
    session_tell(kiosk, (struct staff_event){
                            .kind = STAFF_EVENT_PIN, .answer = PIN_WRONG, .wait_ms = 60 * 1000});
    assert_int_equal(kiosk->app.session.scene.pin, STAFF_PIN_IS_CLOSED);
    assert_int_equal(kiosk->app.session.scene.wait_s, 60);
    assert_false(person_sees(kiosk, ACTION_PIN_OK));
    kiosk_wait_ms(kiosk, 30 * 1000);
    assert_int_equal(kiosk->app.session.scene.wait_s, 30);
    kiosk_wait_ms(kiosk, 30 * 1000);
    assert_true(kiosk->app.view.is_admitting);
    assert_job(kiosk, JOB_OPEN);
    session_say(kiosk, STAFF_EVENT_PIN);
    assert_int_equal(kiosk->app.session.scene.pin, STAFF_PIN_ASKED);
    assert_true(person_sees(kiosk, ACTION_PIN_OK));
    assert_false(kiosk->app.session.is_admitted);
    kiosk_wait_ms(kiosk, 59 * 1000);
    assert_true(kiosk->app.view.is_admitting); // for whoever waited for it
    kiosk_wait_ms(kiosk, 2 * 1000);
    assert_false(kiosk->app.view.is_admitting);
}

ROOM_TEST(a_keypad_that_is_closed_for_longer_leaves_the_cards_to_patients) {
    session_plug_in(kiosk);
    session_tell(kiosk, (struct staff_event){
                            .kind = STAFF_EVENT_PIN, .answer = PIN_CLOSED, .wait_ms = 300 * 1000});
    kiosk_wait_ms(kiosk, 61 * 1000);
    assert_false(kiosk->app.view.is_admitting);
}

ROOM_TEST(that_there_is_a_pin_admits_nobody) {
    session_plug_in(kiosk);
    session_type(kiosk, "271828"); // and the countdown of a closed keypad ends
    session_say(kiosk, STAFF_EVENT_PIN);
    assert_false(kiosk->app.session.is_admitted);
    person_tap(kiosk, ACTION_PIN_OK);
    assert_job(kiosk, JOB_NONE);
}

ROOM_TEST(what_nobody_was_admitted_for_changes_nothing) {
    session_plug_in(kiosk);
    for (int kind = STAFF_EVENT_WORKING; kind < STAFF_EVENT_COUNT; kind++) {
        struct view before = kiosk->app.view;
        session_say(kiosk, (enum staff_event_kind)kind);
        assert_true(view_is_same_picture(&kiosk->app.view, &before));
        assert_ptr_equal(kiosk->app.deck, &kiosk->deck);
    }
}

// A display that was lost while staff were at it leaves the picture behind that touches are judged
// by, and the kiosk has long gone on.
ROOM_TEST(what_a_lost_display_last_showed_opens_nothing) {
    static const struct action actions[] = {
        {ACTION_MENU_ITEM, MENU_EARLIER},
        {ACTION_MENU_ITEM, MENU_COPY},
        {ACTION_MENU_ITEM, MENU_WIPE},
        {ACTION_MENU, 0},
        {ACTION_PUT_ON_SCREEN, 0},
        {ACTION_AGREE, 0},
        {ACTION_TRY_AGAIN, 0},
        {ACTION_SEE_CARDS, 0},
        {ACTION_SET_UP_TOUCH, 0},
        {ACTION_PREVIEW_END, 0},
    };
    session_plug_in(kiosk);
    for (int i = 0; i < COUNT_OF(actions); i++) {
        struct rect all = {0, 0, 1280, 720};
        struct scene_target target = {.hit = all, .seen = all, .action = actions[i]};
        struct scene stale = {
            .width_px = 1280, .height_px = 720, .targets = &target, .target_count = 1};
        kiosk->now_ms += 2000;
        for (int phase = TOUCH_DOWN; phase <= TOUCH_UP; phase += TOUCH_UP) {
            struct touch touch = {.phase = (enum touch_phase)phase, .finger = 1, .x = 9, .y = 9};
            struct input input = {.kind = INPUT_TOUCH, .touch = touch};
            app_apply(&kiosk->app, &input, &stale, kiosk->now_ms);
        }
        assert_job(kiosk, JOB_NONE);
        assert_true(kiosk->app.view.is_admitting);
        assert_patients(kiosk);
    }
}

ROOM_TEST(nobody_who_reads_urgent_help_is_asked_for_a_pin) {
    person_tap(kiosk, ACTION_URGENT_HELP);
    session_say(kiosk, STAFF_EVENT_STICK_IN);
    kiosk_wait_ms(kiosk, 5000);
    assert_false(kiosk->app.view.is_admitting);
    person_tap(kiosk, ACTION_CLOSE);
    kiosk_wait_ms(kiosk, 1);
    assert_true(kiosk->app.view.is_admitting); // now
    assert_job(kiosk, JOB_OPEN);
    session_say(kiosk, STAFF_EVENT_PIN);
    person_tap(kiosk, ACTION_STAFF_CLOSE);
    session_say(kiosk, STAFF_EVENT_STICK_OUT);
    person_tap(kiosk, ACTION_URGENT_HELP);
    session_say(kiosk, STAFF_EVENT_STICK_IN);
    session_say(kiosk, STAFF_EVENT_STICK_OUT);
    person_tap(kiosk, ACTION_CLOSE);
    kiosk_wait_ms(kiosk, 1);
    assert_false(kiosk->app.view.is_admitting); // it went before anybody could be asked
}
