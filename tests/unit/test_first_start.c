// SPDX-License-Identifier: MIT
// A new kiosk asks its installer three things, one after the other; whoever leaves it alone leaves
// cards for patients, and no question opens anything but the next. The clerk is the test itself.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "fake_desk.h"

#include "app/staff/first_start.h"

static void ask(struct desk_room *desk, enum setup next, bool can_turn) {
    struct fake_kiosk *kiosk = desk_kiosk(desk);
    kiosk->app.desk.can_turn = can_turn;
    first_start_ask(&kiosk->app, next, kiosk->now_ms);
    kiosk_show(kiosk);
}

static void tell_next(struct desk_room *desk, enum setup next) {
    desk_tell(desk, (struct desk_news){.kind = DESK_SETUP, .next = next});
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

static void press_digits(struct desk_room *desk, const char *digits) {
    desk_type(desk, digits);
    person_tap(desk_kiosk(desk), ACTION_PIN_OK);
}

static void an_arrow_turns_the_picture_by_as_much(void **state) {
    struct desk_room *desk = *state;
    for (int quarters = 0; quarters < 4; quarters++) {
        ask(desk, SETUP_ROTATION, true);
        assert_screen(desk_kiosk(desk), SCREEN_ARROWS);
        person_tap_nth(desk_kiosk(desk), ACTION_ARROW, quarters);
        assert_job(desk, JOB_TURN);
        assert_int_equal(desk_kiosk(desk)->app.desk.quarters, quarters);
    }
}

static void four_touches_and_a_pin_typed_twice_end_it(void **state) {
    struct desk_room *desk = *state;
    struct fake_kiosk *kiosk = desk_kiosk(desk);
    ask(desk, SETUP_TOUCH, true);
    touch_crosses(kiosk);
    assert_job(desk, JOB_TRY_TOUCH);
    person_tap(kiosk, ACTION_AGREE);
    assert_job(desk, JOB_KEEP_TOUCH);
    tell_next(desk, SETUP_PIN);
    assert_true(kiosk->app.view.is_admitting);
    assert_false(kiosk->app.desk.is_admitted);
    assert_job(desk, JOB_NONE);
    press_digits(desk, "271828");
    assert_int_equal(kiosk->app.desk.scene.pin, STAFF_PIN_AGAIN);
    assert_int_equal(kiosk->app.view.staff.digit_count, 0);
    assert_job(desk, JOB_NONE);
    press_digits(desk, "271828");
    assert_job(desk, JOB_SET_PIN);
    assert_string_equal(kiosk->app.desk.pin, "271828");
    tell_next(desk, SETUP_OVER);
    assert_screen(kiosk, SCREEN_CARD);
    assert_false(state_is_staff(&kiosk->app) || kiosk->app.desk.is_admitted);
    assert_int_equal(kiosk->app.desk.setup, SETUP_OVER);
    for (size_t i = 0; i < sizeof kiosk->app.desk.pin; i++) {
        assert_int_equal(kiosk->app.desk.pin[i] | kiosk->app.desk.first_pin[i], 0);
    }
    assert_true(kiosk->app.view.is_cycling);
}

static void a_pin_that_is_weak_or_not_the_same_is_chosen_again(void **state) {
    struct desk_room *desk = *state;
    struct fake_kiosk *kiosk = desk_kiosk(desk);
    static const char *const refused[] = {"2718", "111111", "123456"};
    ask(desk, SETUP_PIN, true);
    assert_int_equal(kiosk->app.desk.scene.pin, STAFF_PIN_NEW);
    for (int i = 0; i < COUNT_OF(refused); i++) {
        press_digits(desk, refused[i]);
        assert_int_equal(kiosk->app.desk.scene.pin, STAFF_PIN_REFUSED);
        assert_non_null(kiosk->app.desk.scene.detail);
        assert_job(desk, JOB_NONE);
    }
    press_digits(desk, "271828");
    press_digits(desk, "271829");
    assert_int_equal(kiosk->app.desk.scene.pin, STAFF_PIN_DIFFERS);
    press_digits(desk, "271829"); // the first of two again
    assert_int_equal(kiosk->app.desk.scene.pin, STAFF_PIN_AGAIN);
    assert_job(desk, JOB_NONE);
}

static void left_alone_each_question_gives_way_to_the_cards(void **state) {
    struct desk_room *desk = *state;
    struct fake_kiosk *kiosk = desk_kiosk(desk);
    for (int next = SETUP_ROTATION; next < SETUP_COUNT; next++) {
        ask(desk, (enum setup)next, false);
        kiosk_wait_ms(kiosk, FIRST_START_ARROWS_MS + 1000);
        assert_false(state_is_staff(&kiosk->app) || kiosk->app.desk.is_admitted);
        assert_int_equal(kiosk->app.desk.setup, SETUP_OVER);
        assert_true(kiosk->app.view.is_cycling);
        enum desk_job job = app_take_job(&kiosk->app);
        assert_true(job == JOB_NONE || job == JOB_DROP); // no answer is made up
    }
}

static void the_wrong_arrow_is_mended_by_waiting(void **state) {
    struct desk_room *desk = *state;
    struct fake_kiosk *kiosk = desk_kiosk(desk);
    ask(desk, SETUP_TOUCH, true);
    assert_true(kiosk->app.desk.scene.can_be_wrong_way_up);
    assert_int_equal(kiosk->app.desk.scene.leaves_s, FIRST_START_CROSS_MS / 1000);
    kiosk_wait_ms(kiosk, FIRST_START_CROSS_MS);
    assert_screen(kiosk, SCREEN_ARROWS);
    ask(desk, SETUP_TOUCH, true);
    touch_crosses(kiosk); // in which ever way they fitted
    assert_job(desk, JOB_TRY_TOUCH);
    kiosk_wait_ms(kiosk, 16 * 1000);
    assert_job(desk, JOB_UNDO_TOUCH);
    assert_screen(kiosk, SCREEN_ARROWS);
}

static void where_device_ini_says_how_it_hangs_no_arrow_is_asked_for(void **state) {
    struct desk_room *desk = *state;
    struct fake_kiosk *kiosk = desk_kiosk(desk);
    ask(desk, SETUP_TOUCH, false);
    assert_false(kiosk->app.desk.scene.can_be_wrong_way_up);
    touch_crosses(kiosk);
    assert_job(desk, JOB_TRY_TOUCH);
    person_tap(kiosk, ACTION_STAFF_CLOSE); // "it does not fit"
    assert_job(desk, JOB_UNDO_TOUCH);
    assert_screen(kiosk, SCREEN_CROSS);
}

static void not_now_and_urgent_help_lead_away_from_each_question(void **state) {
    struct desk_room *desk = *state;
    struct fake_kiosk *kiosk = desk_kiosk(desk);
    static const enum setup asked[] = {SETUP_ROTATION, SETUP_PIN};
    for (int i = 0; i < COUNT_OF(asked); i++) {
        ask(desk, asked[i], true);
        person_tap(kiosk, ACTION_STAFF_CLOSE);
        assert_screen(kiosk, SCREEN_CARD);
        assert_int_equal(kiosk->app.desk.setup, SETUP_OVER);
        ask(desk, asked[i], true);
        person_tap(kiosk, ACTION_URGENT_HELP);
        assert_screen(kiosk, SCREEN_URGENT);
        assert_false(kiosk->app.desk.is_admitted);
        assert_int_equal(kiosk->app.desk.setup, SETUP_OVER);
        person_tap(kiosk, ACTION_CLOSE);
    }
}

static void a_question_opens_nothing_but_the_next(void **state) {
    struct desk_room *desk = *state;
    struct fake_kiosk *kiosk = desk_kiosk(desk);
    for (int next = SETUP_ROTATION; next < SETUP_COUNT; next++) {
        ask(desk, (enum setup)next, true);
        struct view before = kiosk->app.view;
        for (int kind = ACTION_TRY_AGAIN; kind < ACTION_COUNT; kind++) {
            bool is_answer = next == SETUP_ROTATION && kind == ACTION_ARROW;
            struct action action = {(enum action_kind)kind, 0};
            assert_true(staff_act(&kiosk->app, action, kiosk->now_ms) ||
                        !first_start_allows(&kiosk->app, action.kind));
            assert_int_equal(app_take_job(&kiosk->app), is_answer ? JOB_TURN : JOB_NONE);
            assert_int_equal(kiosk->app.view.screen, before.screen);
        }
        desk_tell_kind(desk, DESK_STICK_IN); // nothing on it is read before there is a PIN
        assert_job(desk, JOB_NONE);
        assert_int_equal(kiosk->app.view.screen, before.screen);
        desk_tell_kind(desk, DESK_STICK_OUT);
    }
}

static void news_of_a_first_start_mean_nothing_later(void **state) {
    struct desk_room *desk = *state;
    for (int next = SETUP_OVER; next < SETUP_COUNT; next++) {
        tell_next(desk, (enum setup)next);
        assert_screen(desk_kiosk(desk), SCREEN_CARD);
        assert_false(state_is_staff(&desk_kiosk(desk)->app));
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        DESK_TEST(an_arrow_turns_the_picture_by_as_much),
        DESK_TEST(four_touches_and_a_pin_typed_twice_end_it),
        DESK_TEST(a_pin_that_is_weak_or_not_the_same_is_chosen_again),
        DESK_TEST(left_alone_each_question_gives_way_to_the_cards),
        DESK_TEST(the_wrong_arrow_is_mended_by_waiting),
        DESK_TEST(where_device_ini_says_how_it_hangs_no_arrow_is_asked_for),
        DESK_TEST(not_now_and_urgent_help_lead_away_from_each_question),
        DESK_TEST(a_question_opens_nothing_but_the_next),
        DESK_TEST(news_of_a_first_start_mean_nothing_later),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
