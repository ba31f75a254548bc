// SPDX-License-Identifier: MIT
// A new kiosk asks its installer three things, one after the other; whoever leaves it alone leaves
// cards for patients, and no question opens anything but the next. The shell is the test itself.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "fake_session.h"

#include "app/staff/first_start.h"

static void ask(struct session_room *session, enum setup next, bool can_turn) {
    struct fake_kiosk *kiosk = staff_kiosk(session);
    kiosk->app.session.can_turn = can_turn;
    first_start_ask(&kiosk->app, next, kiosk->now_ms);
    kiosk_show(kiosk);
}

static void tell_next(struct session_room *session, enum setup next) {
    session_tell(session, (struct staff_event){.kind = STAFF_EVENT_SETUP, .next = next});
}

static void touch_crosses(struct fake_kiosk *kiosk) {
    for (int i = 0; i < TOUCH_MAP_POINTS; i++) {
        struct rect cross = staff_cross(1280, 720, i);
        kiosk_wait_ms(kiosk, 1000);
        for (int phase = TOUCH_DOWN; phase <= TOUCH_UP; phase += TOUCH_UP) {
            struct touch touch = {.phase = (enum touch_phase)phase,
                                  .finger = 1,
                                  .x = cross.x,
                                  .y = cross.y,
                                  .felt_x = cross.x * TOUCH_MAP_ONE / 1280,
                                  .felt_y = cross.y * TOUCH_MAP_ONE / 720};
            kiosk_send(kiosk, (struct input){.kind = INPUT_TOUCH, .touch = touch});
        }
    }
}

static void press_digits(struct session_room *session, const char *digits) {
    session_type(session, digits);
    person_tap(staff_kiosk(session), ACTION_PIN_OK);
}

static void an_arrow_turns_the_picture_by_as_much(void **state) {
    struct session_room *session = *state;
    for (int quarters = 0; quarters < 4; quarters++) {
        ask(session, SETUP_ROTATION, true);
        assert_screen(staff_kiosk(session), SCREEN_ARROWS);
        person_tap_nth(staff_kiosk(session), ACTION_ARROW, quarters);
        assert_job(session, JOB_TURN);
        assert_int_equal(staff_kiosk(session)->app.session.quarters, quarters);
    }
}

static void four_touches_and_a_pin_typed_twice_end_it(void **state) {
    struct session_room *session = *state;
    struct fake_kiosk *kiosk = staff_kiosk(session);
    ask(session, SETUP_TOUCH, true);
    touch_crosses(kiosk);
    assert_job(session, JOB_TRY_TOUCH);
    person_tap(kiosk, ACTION_AGREE);
    assert_job(session, JOB_KEEP_TOUCH);
    tell_next(session, SETUP_PIN);
    assert_true(kiosk->app.view.is_admitting);
    assert_false(kiosk->app.session.is_admitted);
    assert_job(session, JOB_NONE);
    press_digits(session, "271828");
    assert_int_equal(kiosk->app.session.scene.pin, STAFF_PIN_AGAIN);
    assert_int_equal(kiosk->app.view.staff.digit_count, 0);
    assert_job(session, JOB_NONE);
    press_digits(session, "271828");
    assert_job(session, JOB_SET_PIN);
    assert_string_equal(kiosk->app.session.pin, "271828");
    tell_next(session, SETUP_OVER);
    assert_screen(kiosk, SCREEN_CARD);
    assert_false(state_is_staff(&kiosk->app) || kiosk->app.session.is_admitted);
    assert_int_equal(kiosk->app.session.setup, SETUP_OVER);
    for (size_t i = 0; i < sizeof kiosk->app.session.pin; i++) {
        assert_int_equal(kiosk->app.session.pin[i] | kiosk->app.session.first_pin[i], 0);
    }
    assert_true(kiosk->app.view.is_cycling);
}

static void a_pin_that_is_weak_or_not_the_same_is_chosen_again(void **state) {
    struct session_room *session = *state;
    struct fake_kiosk *kiosk = staff_kiosk(session);
    static const char *const refused[] = {"2718", "111111", "123456"};
    ask(session, SETUP_PIN, true);
    assert_int_equal(kiosk->app.session.scene.pin, STAFF_PIN_NEW);
    for (int i = 0; i < COUNT_OF(refused); i++) {
        press_digits(session, refused[i]);
        assert_int_equal(kiosk->app.session.scene.pin, STAFF_PIN_REFUSED);
        assert_non_null(kiosk->app.session.scene.detail);
        assert_job(session, JOB_NONE);
    }
    press_digits(session, "271828");
    press_digits(session, "271829");
    assert_int_equal(kiosk->app.session.scene.pin, STAFF_PIN_DIFFERS);
    press_digits(session, "271829"); // the first of two again
    assert_int_equal(kiosk->app.session.scene.pin, STAFF_PIN_AGAIN);
    assert_job(session, JOB_NONE);
}

static void left_alone_each_question_gives_way_to_the_cards(void **state) {
    struct session_room *session = *state;
    struct fake_kiosk *kiosk = staff_kiosk(session);
    for (int next = SETUP_ROTATION; next < SETUP_COUNT; next++) {
        ask(session, (enum setup)next, false);
        kiosk_wait_ms(kiosk, FIRST_START_ARROWS_MS + 1000);
        assert_false(state_is_staff(&kiosk->app) || kiosk->app.session.is_admitted);
        assert_int_equal(kiosk->app.session.setup, SETUP_OVER);
        assert_true(kiosk->app.view.is_cycling);
        enum staff_job job = app_take_job(&kiosk->app);
        assert_true(job == JOB_NONE || job == JOB_DROP); // no answer is made up
    }
}

static void the_wrong_arrow_is_mended_by_waiting(void **state) {
    struct session_room *session = *state;
    struct fake_kiosk *kiosk = staff_kiosk(session);
    ask(session, SETUP_TOUCH, true);
    assert_true(kiosk->app.session.scene.can_be_wrong_way_up);
    assert_int_equal(kiosk->app.session.scene.leaves_s, FIRST_START_CROSS_MS / 1000);
    kiosk_wait_ms(kiosk, FIRST_START_CROSS_MS);
    assert_screen(kiosk, SCREEN_ARROWS);
    ask(session, SETUP_TOUCH, true);
    touch_crosses(kiosk); // in which ever way they fitted
    assert_job(session, JOB_TRY_TOUCH);
    kiosk_wait_ms(kiosk, 16 * 1000);
    assert_job(session, JOB_UNDO_TOUCH);
    assert_screen(kiosk, SCREEN_ARROWS);
}

static void where_device_ini_says_how_it_hangs_no_arrow_is_asked_for(void **state) {
    struct session_room *session = *state;
    struct fake_kiosk *kiosk = staff_kiosk(session);
    ask(session, SETUP_TOUCH, false);
    assert_false(kiosk->app.session.scene.can_be_wrong_way_up);
    touch_crosses(kiosk);
    assert_job(session, JOB_TRY_TOUCH);
    person_tap(kiosk, ACTION_STAFF_CLOSE); // "it does not fit"
    assert_job(session, JOB_UNDO_TOUCH);
    assert_screen(kiosk, SCREEN_CROSS);
}

static void not_now_and_urgent_help_lead_away_from_each_question(void **state) {
    struct session_room *session = *state;
    struct fake_kiosk *kiosk = staff_kiosk(session);
    static const enum setup asked[] = {SETUP_ROTATION, SETUP_PIN};
    for (int i = 0; i < COUNT_OF(asked); i++) {
        ask(session, asked[i], true);
        person_tap(kiosk, ACTION_STAFF_CLOSE);
        assert_screen(kiosk, SCREEN_CARD);
        assert_int_equal(kiosk->app.session.setup, SETUP_OVER);
        ask(session, asked[i], true);
        person_tap(kiosk, ACTION_URGENT_HELP);
        assert_screen(kiosk, SCREEN_URGENT);
        assert_false(kiosk->app.session.is_admitted);
        assert_int_equal(kiosk->app.session.setup, SETUP_OVER);
        person_tap(kiosk, ACTION_CLOSE);
    }
}

static void a_question_opens_nothing_but_the_next(void **state) {
    struct session_room *session = *state;
    struct fake_kiosk *kiosk = staff_kiosk(session);
    for (int next = SETUP_ROTATION; next < SETUP_COUNT; next++) {
        ask(session, (enum setup)next, true);
        struct view before = kiosk->app.view;
        for (int kind = ACTION_TRY_AGAIN; kind < ACTION_COUNT; kind++) {
            bool is_answer = next == SETUP_ROTATION && kind == ACTION_ARROW;
            struct action action = {(enum action_kind)kind, 0};
            assert_true(staff_act(&kiosk->app, action, kiosk->now_ms) ||
                        !first_start_allows(&kiosk->app, action.kind));
            assert_int_equal(app_take_job(&kiosk->app), is_answer ? JOB_TURN : JOB_NONE);
            assert_int_equal(kiosk->app.view.screen, before.screen);
        }
        session_tell_kind(session,
                          STAFF_EVENT_STICK_IN); // nothing on it is read before there is a PIN
        assert_job(session, JOB_NONE);
        assert_int_equal(kiosk->app.view.screen, before.screen);
        session_tell_kind(session, STAFF_EVENT_STICK_OUT);
    }
}

static void news_of_a_first_start_mean_nothing_later(void **state) {
    struct session_room *session = *state;
    for (int next = SETUP_OVER; next < SETUP_COUNT; next++) {
        tell_next(session, (enum setup)next);
        assert_screen(staff_kiosk(session), SCREEN_CARD);
        assert_false(state_is_staff(&staff_kiosk(session)->app));
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        STAFF_EVENT_TEST(an_arrow_turns_the_picture_by_as_much),
        STAFF_EVENT_TEST(four_touches_and_a_pin_typed_twice_end_it),
        STAFF_EVENT_TEST(a_pin_that_is_weak_or_not_the_same_is_chosen_again),
        STAFF_EVENT_TEST(left_alone_each_question_gives_way_to_the_cards),
        STAFF_EVENT_TEST(the_wrong_arrow_is_mended_by_waiting),
        STAFF_EVENT_TEST(where_device_ini_says_how_it_hangs_no_arrow_is_asked_for),
        STAFF_EVENT_TEST(not_now_and_urgent_help_lead_away_from_each_question),
        STAFF_EVENT_TEST(a_question_opens_nothing_but_the_next),
        STAFF_EVENT_TEST(news_of_a_first_start_mean_nothing_later),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
