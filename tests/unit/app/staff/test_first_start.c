// SPDX-License-Identifier: MIT
// A new kiosk asks its installer three things, one after the other; whoever leaves it alone leaves
// cards for patients, and no question opens anything but the next. The shell is the test itself.

#include "fake_session.h"

#include "app/staff/first_start.h"
#include "app/staff/staff.h"

static void ask(struct fake_kiosk *kiosk, enum setup next, bool can_turn) {
    session_tell(kiosk, (struct staff_event){
                            .kind = STAFF_EVENT_FIRST_START, .next = next, .can_turn = can_turn});
}

static void tell_next(struct fake_kiosk *kiosk, enum setup next) {
    session_tell(kiosk, (struct staff_event){.kind = STAFF_EVENT_SETUP, .next = next});
}

static void assert_no_digit_left(const struct fake_kiosk *kiosk) {
    for (size_t i = 0; i < sizeof kiosk->app.session.pin; i++) {
        assert_int_equal(kiosk->app.session.pin[i] | kiosk->app.session.first_pin[i], 0);
    }
}

ROOM_TEST(an_arrow_turns_the_picture_by_as_much) {
    for (int quarters = 0; quarters < 4; quarters++) {
        ask(kiosk, SETUP_ROTATION, true);
        assert_screen(kiosk, SCREEN_ARROWS);
        person_tap_nth(kiosk, ACTION_ARROW, quarters);
        assert_job(kiosk, JOB_TURN);
        assert_int_equal(kiosk->app.session.quarters, quarters);
    }
}

ROOM_TEST(four_touches_and_a_pin_typed_twice_end_it) {
    ask(kiosk, SETUP_TOUCH, true);
    session_touch_crosses(kiosk);
    person_tap(kiosk, ACTION_AGREE);
    assert_job(kiosk, JOB_KEEP_TOUCH);
    tell_next(kiosk, SETUP_PIN);
    assert_true(kiosk->app.view.is_admitting);
    assert_false(kiosk->app.session.is_admitted);
    assert_job(kiosk, JOB_NONE);
    session_enter(kiosk, "271828");
    assert_int_equal(kiosk->app.session.scene.pin, STAFF_PIN_AGAIN);
    assert_int_equal(kiosk->app.view.digit_count, 0);
    assert_job(kiosk, JOB_NONE);
    session_enter(kiosk, "271828");
    assert_job(kiosk, JOB_SET_PIN);
    assert_string_equal(kiosk->app.session.pin, "271828");
    tell_next(kiosk, SETUP_OVER);
    assert_int_equal(kiosk->app.session.setup, SETUP_OVER);
    assert_no_digit_left(kiosk);
    assert_notice(kiosk, NOTICE_PIN_SET);
    person_tap(kiosk, ACTION_MENU);
    assert_job(kiosk, JOB_MENU);
}

static void begin_change(struct fake_kiosk *kiosk) {
    session_read(kiosk);
    session_say(kiosk, STAFF_EVENT_MENU);
    person_tap_nth(kiosk, ACTION_MENU_ITEM, MENU_PIN);
    assert_job(kiosk, JOB_OPEN);
    assert_false(kiosk->app.session.is_admitted); // nothing but the keypad is open
    session_enter(kiosk, "271828");
    assert_job(kiosk, JOB_TRY_PIN);
}

ROOM_TEST(another_pin_is_chosen_once_the_one_in_force_was_typed) {
    begin_change(kiosk);
    session_tell(kiosk, (struct staff_event){.kind = STAFF_EVENT_PIN, .answer = PIN_RIGHT});
    assert_int_equal(kiosk->app.session.scene.pin, STAFF_PIN_NEW);
    assert_false(kiosk->app.session.is_admitted);
    assert_no_digit_left(kiosk);
    session_enter(kiosk, "314159");
    session_enter(kiosk, "314159");
    assert_job(kiosk, JOB_SET_PIN);
    tell_next(kiosk, SETUP_OVER);
    assert_notice(kiosk, NOTICE_PIN_SET);
    assert_no_digit_left(kiosk);
}

ROOM_TEST(without_the_one_in_force_no_other_pin_is_asked_for) {
    static const enum pin_answer answers[] = {PIN_WRONG, PIN_BROKEN, PIN_CLOSED, PIN_UNSET};
    for (int i = 0; i < COUNT_OF(answers); i++) {
        begin_change(kiosk);
        session_tell(kiosk, (struct staff_event){
                                .kind = STAFF_EVENT_PIN, .answer = answers[i], .tries_left = 4});
        assert_true(kiosk->app.session.scene.pin < STAFF_PIN_NEW);
        person_tap(kiosk, ACTION_STAFF_CLOSE);
        assert_cards_for_patients(kiosk);
        session_say(kiosk, STAFF_EVENT_STICK_OUT);
    }
}

ROOM_TEST(whoever_leaves_a_change_keeps_the_pin_in_force) {
    begin_change(kiosk);
    session_tell(kiosk, (struct staff_event){.kind = STAFF_EVENT_PIN, .answer = PIN_RIGHT});
    session_enter(kiosk, "314159");
    kiosk_wait_ms(kiosk, 61 * 1000);
    assert_cards_for_patients(kiosk);
    assert_job(kiosk, JOB_NONE);
    assert_no_digit_left(kiosk);
    tell_next(kiosk, SETUP_OVER); // which nobody waits for any more
    assert_cards_for_patients(kiosk);
}

ROOM_TEST(a_pin_that_is_weak_or_not_the_same_is_chosen_again) {
    static const char *const refused[] = {"2718", "111111", "123456"};
    ask(kiosk, SETUP_PIN, true);
    assert_int_equal(kiosk->app.session.scene.pin, STAFF_PIN_NEW);
    for (int i = 0; i < COUNT_OF(refused); i++) {
        session_enter(kiosk, refused[i]);
        assert_int_equal(kiosk->app.session.scene.pin, STAFF_PIN_REFUSED);
        assert_non_null(kiosk->app.session.scene.detail);
        assert_job(kiosk, JOB_NONE);
    }
    session_enter(kiosk, "271828");
    session_enter(kiosk, "271829");
    assert_int_equal(kiosk->app.session.scene.pin, STAFF_PIN_DIFFERS);
    session_enter(kiosk, "271829"); // the first of two again
    assert_int_equal(kiosk->app.session.scene.pin, STAFF_PIN_AGAIN);
    assert_job(kiosk, JOB_NONE);
}

ROOM_TEST(left_alone_each_question_gives_way_to_the_cards) {
    for (int next = SETUP_ROTATION; next < SETUP_COUNT; next++) {
        ask(kiosk, (enum setup)next, false);
        kiosk_wait_ms(kiosk, 121 * 1000);
        assert_cards_for_patients(kiosk);
        assert_int_equal(kiosk->app.session.setup, SETUP_OVER);
        enum staff_job job = app_take_job(&kiosk->app);
        assert_true(job == JOB_NONE || job == JOB_DROP); // no answer is made up
    }
}

ROOM_TEST(the_wrong_arrow_is_mended_by_waiting) {
    ask(kiosk, SETUP_TOUCH, true);
    assert_true(kiosk->app.session.scene.can_be_wrong_way_up);
    assert_int_equal(kiosk->app.session.scene.leaves_s, 30);
    kiosk_wait_ms(kiosk, 30 * 1000);
    assert_screen(kiosk, SCREEN_ARROWS);
    ask(kiosk, SETUP_TOUCH, true);
    session_touch_crosses(kiosk); // in which ever way they fitted
    kiosk_wait_ms(kiosk, 16 * 1000);
    assert_job(kiosk, JOB_UNDO_TOUCH);
    assert_screen(kiosk, SCREEN_ARROWS);
}

ROOM_TEST(where_device_ini_says_how_it_hangs_no_arrow_is_asked_for) {
    ask(kiosk, SETUP_TOUCH, false);
    assert_false(kiosk->app.session.scene.can_be_wrong_way_up);
    session_touch_crosses(kiosk);
    person_tap(kiosk, ACTION_STAFF_CLOSE); // "it does not fit"
    assert_job(kiosk, JOB_UNDO_TOUCH);
    assert_screen(kiosk, SCREEN_CROSS);
}

ROOM_TEST(not_now_and_urgent_help_lead_away_from_each_question) {
    static const enum setup asked[] = {SETUP_ROTATION, SETUP_PIN};
    for (int i = 0; i < COUNT_OF(asked); i++) {
        ask(kiosk, asked[i], true);
        person_tap(kiosk, ACTION_STAFF_CLOSE);
        assert_patients(kiosk);
        assert_int_equal(kiosk->app.session.setup, SETUP_OVER);
        ask(kiosk, asked[i], true);
        person_tap(kiosk, ACTION_URGENT_HELP);
        assert_screen(kiosk, SCREEN_URGENT);
        assert_false(kiosk->app.session.is_admitted);
        assert_int_equal(kiosk->app.session.setup, SETUP_OVER);
        person_tap(kiosk, ACTION_CLOSE);
    }
}

ROOM_TEST(a_stick_waits_until_there_is_a_pin) {
    for (int next = SETUP_ROTATION; next < SETUP_COUNT; next++) {
        ask(kiosk, (enum setup)next, true);
        struct view before = kiosk->app.view;
        session_say(kiosk, STAFF_EVENT_STICK_IN);
        assert_job(kiosk, JOB_NONE);
        assert_int_equal(kiosk->app.view.screen, before.screen);
        session_say(kiosk, STAFF_EVENT_STICK_OUT);
    }
}

ROOM_TEST(what_a_first_start_asks_means_nothing_later) {
    for (int next = SETUP_OVER; next < SETUP_COUNT; next++) {
        tell_next(kiosk, (enum setup)next);
        assert_patients(kiosk);
        assert_false(state_is_staff(&kiosk->app));
    }
}
