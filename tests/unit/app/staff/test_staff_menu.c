// SPDX-License-Identifier: MIT
// The staff menu: how it opens without a stick, and what each of its items leads to.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "fake_session.h"

// With everything that can be done there.
static void session_show_menu(struct session_room *session) {
    struct staff_event event = {.kind = STAFF_EVENT_MENU, .notice = NOTICE_COUNT};
    for (int i = 0; i < MENU_ITEM_COUNT; i++) {
        event.items[i] = true;
    }
    session_plug_in(session);
    session_admit(session);
    assert_job(session, JOB_READ);
    session_tell(session, (struct staff_event){.kind = STAFF_EVENT_NOTICE, .notice = NOTICE_SAME});
    person_tap(staff_kiosk(session), ACTION_MENU);
    assert_job(session, JOB_MENU);
    session_tell(session, event);
}

static void hold(struct fake_kiosk *kiosk, int64_t finger, enum touch_phase phase, bool is_low) {
    int64_t before = kiosk->finger;
    kiosk->finger = finger;
    person_touch(kiosk, phase, is_low ? (struct rect){1275, 715, 1, 1} : (struct rect){4, 4, 1, 1});
    kiosk->finger = before;
}

static void two_corners_ask_for_the_pin_and_press_nothing(void **state) {
    struct session_room *session = *state;
    struct fake_kiosk *kiosk = staff_kiosk(session);
    hold(kiosk, 1, TOUCH_DOWN, false);
    hold(kiosk, 2, TOUCH_DOWN, true);
    kiosk_wait_ms(kiosk, 2900);
    assert_false(kiosk->app.view.is_admitting);
    kiosk_wait_ms(kiosk, 200);
    assert_true(kiosk->app.view.is_admitting);
    assert_false(kiosk->app.session.scene.is_for_stick);
    assert_job(session, JOB_OPEN);
    hold(kiosk, 1, TOUCH_UP, false);
    hold(kiosk, 2, TOUCH_UP, true);
    assert_true(kiosk->app.view.is_admitting);
    session_tell(
        session,
        (struct staff_event){.kind = STAFF_EVENT_PIN, .answer = PIN_LOCKOUT_OPEN, .tries_left = 5});
    session_admit(session);
    assert_job(session, JOB_MENU);
}

static void open_menu(struct session_room *session, enum menu_item item) {
    session_show_menu(session);
    person_tap_nth(staff_kiosk(session), ACTION_MENU_ITEM, (int)item);
}

static void for_staff_arrows_point_as_in_english(void **state) {
    struct session_room *session = *state;
    struct fake_kiosk *kiosk = staff_kiosk(session);
    person_tap(kiosk, ACTION_LANGUAGES);
    person_tap_nth(kiosk, ACTION_SET_LANGUAGE, FAKE_ARABIC);
    assert_true(app_is_right_to_left(&kiosk->app));
    session_plug_in(session);
    assert_false(app_is_right_to_left(&kiosk->app));
    person_tap(kiosk, ACTION_STAFF_CLOSE);
    assert_true(app_is_right_to_left(&kiosk->app));
    session_tell_kind(session, STAFF_EVENT_STICK_OUT);
    session_show_menu(session);
    assert_false(app_is_right_to_left(&kiosk->app));
    person_tap_nth(kiosk, ACTION_MENU_ITEM, MENU_ABOUT);
    assert_false(app_is_right_to_left(&kiosk->app));
}

static void every_item_leads_where_it_says(void **state) {
    static const struct {
        enum menu_item item;
        enum staff_job job;
        enum screen screen;
    } cases[] = {
        {MENU_EARLIER, JOB_LOOK_BACK, SCREEN_MENU}, {MENU_STICK, JOB_READ, SCREEN_WORKING},
        {MENU_COPY, JOB_COPY, SCREEN_WORKING},      {MENU_WIPE, JOB_NONE, SCREEN_WIPE},
        {MENU_TOUCH, JOB_NONE, SCREEN_TOUCH},       {MENU_ABOUT, JOB_NONE, SCREEN_ABOUT},
        {MENU_RESTART, JOB_NONE, SCREEN_NOTICE},    {MENU_POWER, JOB_NONE, SCREEN_NOTICE},
    };
    struct session_room *session = *state;
    struct fake_kiosk *kiosk = staff_kiosk(session);
    for (int i = 0; i < COUNT_OF(cases); i++) {
        open_menu(session, cases[i].item);
        assert_screen(kiosk, cases[i].screen);
        assert_job(session, cases[i].job);
        kiosk_wait_ms(kiosk, 200 * 1000);               // and left alone
        if (kiosk->app.view.screen == SCREEN_WORKING) { // which its own time ends
            session_tell(session,
                         (struct staff_event){.kind = STAFF_EVENT_NOTICE, .notice = NOTICE_FAILED});
            kiosk_wait_ms(kiosk, 200 * 1000);
        }
        (void)app_take_job(&kiosk->app);
        assert_false(kiosk->app.session.is_admitted || state_is_staff(&kiosk->app));
        assert_true(kiosk->app.view.is_cycling);
        session_tell_kind(session, STAFF_EVENT_STICK_OUT);
    }
}

static void an_old_folder_on_the_stick_is_asked_about(void **state) {
    struct session_room *session = *state;
    open_menu(session, MENU_COPY);
    assert_job(session, JOB_COPY);
    session_tell(session, (struct staff_event){.kind = STAFF_EVENT_NOTICE,
                                               .notice = NOTICE_COPY_OVER,
                                               .detail = "kiosk-old"});
    person_tap(staff_kiosk(session), ACTION_AGREE);
    assert_job(session, JOB_COPY_OVER);
    assert_screen(staff_kiosk(session), SCREEN_WORKING);
}

static void the_machine_is_stopped_only_after_a_question(void **state) {
    struct session_room *session = *state;
    open_menu(session, MENU_POWER);
    assert_job(session, JOB_NONE);
    person_tap(staff_kiosk(session), ACTION_AGREE);
    assert_job(session, JOB_POWER_OFF);
    person_tap(staff_kiosk(session), ACTION_STAFF_CLOSE);
    session_tell_kind(session, STAFF_EVENT_STICK_OUT);
    open_menu(session, MENU_RESTART);
    person_tap(staff_kiosk(session), ACTION_STAFF_CLOSE);
    assert_job(session, JOB_DROP);
}

static void while_the_screen_is_wiped_no_touch_counts(void **state) {
    struct session_room *session = *state;
    struct fake_kiosk *kiosk = staff_kiosk(session);
    open_menu(session, MENU_WIPE);
    assert_int_equal(kiosk->app.session.scene.wait_s, 30);
    assert_int_equal(kiosk->scene->target_count, 0);
    for (int i = 0; i < 25; i++) {
        struct rect at = {40 * i, 27 * i, 1, 1};
        kiosk_wait_ms(kiosk, 1000);
        person_touch(kiosk, TOUCH_DOWN, at);
        person_touch(kiosk, TOUCH_UP, at);
        person_key(kiosk, KEY_ENTER);
        assert_screen(kiosk, SCREEN_WIPE);
    }
    assert_int_equal(kiosk->app.session.scene.wait_s, 5);
    person_touch(kiosk, TOUCH_DOWN, (struct rect){100, 700, 1, 1}); // the cloth lies there still
    kiosk_wait_ms(kiosk, 5100);
    assert_screen(kiosk, SCREEN_CARD);
    person_touch(kiosk, TOUCH_UP, (struct rect){100, 700, 1, 1});
    assert_screen(kiosk, SCREEN_CARD);
    assert_false(kiosk->app.session.is_admitted);
}

static void touch_cross(struct fake_kiosk *kiosk, int index) {
    struct rect cross = staff_cross(1280, 720, index);
    struct touch touch = {.finger = 1, .x = cross.x, .y = cross.y};
    touch.felt_x = TOUCH_MAP_ONE - cross.x * TOUCH_MAP_ONE / 1280; // a panel that is mirrored
    touch.felt_y = cross.y * TOUCH_MAP_ONE / 720;
    kiosk->now_ms += 800;
    for (int phase = TOUCH_DOWN; phase <= TOUCH_UP; phase += TOUCH_UP) {
        touch.phase = (enum touch_phase)phase;
        kiosk_send(kiosk, (struct input){.kind = INPUT_TOUCH, .touch = touch});
    }
}

static void four_touches_set_touch_up_if_somebody_can_then_press_a_button(void **state) {
    struct session_room *session = *state;
    struct fake_kiosk *kiosk = staff_kiosk(session);
    for (int is_kept = 0; is_kept < 2; is_kept++) {
        open_menu(session, MENU_TOUCH);
        person_tap(kiosk, ACTION_SET_UP_TOUCH);
        for (int i = 0; i < 4; i++) {
            assert_screen(kiosk, SCREEN_CROSS);
            touch_cross(kiosk, i);
        }
        assert_job(session, JOB_TRY_TOUCH);
        assert_int_equal(kiosk->app.session.scene.notice, NOTICE_KEEP_TOUCH);
        assert_true(kiosk->app.session.map.is_set);
        if (is_kept == 1) {
            person_tap(kiosk, ACTION_AGREE);
            assert_job(session, JOB_KEEP_TOUCH);
        } else {
            kiosk_wait_ms(kiosk, 15 * 1000);
            assert_job(session, JOB_UNDO_TOUCH);
            assert_screen(kiosk, SCREEN_TOUCH);
        }
        person_key(kiosk, KEY_ESCAPE);
        (void)app_take_job(&kiosk->app);
        session_tell_kind(session, STAFF_EVENT_STICK_OUT);
    }
}

static void try_touch(struct session_room *session) {
    open_menu(session, MENU_TOUCH);
    person_tap(staff_kiosk(session), ACTION_SET_UP_TOUCH);
    for (int i = 0; i < 4; i++) {
        touch_cross(staff_kiosk(session), i);
    }
    assert_job(session, JOB_TRY_TOUCH);
    assert_int_equal(staff_kiosk(session)->app.session.scene.notice, NOTICE_KEEP_TOUCH);
}

static void a_stick_leaves_touch_on_trial_until_its_time_is_over(void **state) {
    struct session_room *session = *state;
    try_touch(session);
    session_tell_kind(session, STAFF_EVENT_STICK_OUT);
    session_tell_kind(session, STAFF_EVENT_STICK_IN);
    assert_job(session, JOB_NONE);
    kiosk_wait_ms(staff_kiosk(session), 15 * 1000);
    assert_job(session, JOB_UNDO_TOUCH);
}

static void content_from_elsewhere_puts_touch_on_trial_back(void **state) {
    struct session_room *session = *state;
    try_touch(session);
    session_tell(session,
                 (struct staff_event){.kind = STAFF_EVENT_RELOADED, .deck = &session->fresh.deck});
    assert_job(session, JOB_UNDO_TOUCH);
    assert_screen(staff_kiosk(session), SCREEN_CARD);
    assert_false(staff_kiosk(session)->app.session.is_admitted);
}

static void four_touches_in_one_place_are_refused(void **state) {
    struct session_room *session = *state;
    struct fake_kiosk *kiosk = staff_kiosk(session);
    open_menu(session, MENU_TOUCH);
    person_tap(kiosk, ACTION_SET_UP_TOUCH);
    for (int i = 0; i < 4; i++) {
        touch_cross(kiosk, 0);
    }
    assert_job(session, JOB_NONE);
    assert_int_equal(kiosk->app.session.scene.notice, NOTICE_UNFIT);
    assert_false(kiosk->app.session.map.is_set);
}

static void a_ring_follows_the_finger(void **state) {
    struct session_room *session = *state;
    struct fake_kiosk *kiosk = staff_kiosk(session);
    open_menu(session, MENU_TOUCH);
    assert_int_equal(kiosk->app.session.scene.touch_x, -1);
    person_touch(kiosk, TOUCH_DOWN, (struct rect){640, 400, 1, 1});
    assert_int_equal(kiosk->app.session.scene.touch_x, 640);
    person_touch(kiosk, TOUCH_MOVE, (struct rect){700, 410, 1, 1});
    assert_int_equal(kiosk->app.session.scene.touch_x, 700);
    person_touch(kiosk, TOUCH_UP, (struct rect){700, 410, 1, 1});
}

static void look_back(struct session_room *session) {
    assert_job(session, JOB_LOOK_BACK);
    session_tell(session, (struct staff_event){.kind = STAFF_EVENT_CHANGES,
                                               .changes = &session->changes,
                                               .confirmed = session->confirmed,
                                               .deck = &session->fresh.deck,
                                               .is_back = true});
}

static void the_earlier_cards_are_looked_at_before_they_come_back(void **state) {
    struct session_room *session = *state;
    struct fake_kiosk *kiosk = staff_kiosk(session);
    open_menu(session, MENU_EARLIER);
    look_back(session);
    assert_screen(kiosk, SCREEN_CHANGES);
    assert_false(person_sees(kiosk, ACTION_CONFIRM)); // they were ticked when they came
    person_tap(kiosk, ACTION_SEE_CARDS);
    assert_ptr_equal(kiosk->app.deck, &session->fresh.deck);
    session_tell_kind(session, STAFF_EVENT_STICK_OUT); // has nothing to do with it
    person_tap(kiosk, ACTION_PREVIEW_END);
    person_tap(kiosk, ACTION_STAFF_CLOSE);
    assert_job(session, JOB_DROP);
    assert_ptr_equal(kiosk->app.deck, &kiosk->deck);
    assert_screen(kiosk, SCREEN_CARD);
}

static void escape_after_the_earlier_cards_came_back_leads_to_the_cards(void **state) {
    struct session_room *session = *state;
    struct fake_kiosk *kiosk = staff_kiosk(session);
    open_menu(session, MENU_EARLIER);
    look_back(session);
    person_tap(kiosk, ACTION_PUT_ON_SCREEN);
    assert_job(session, JOB_ROLL_BACK);
    session_tell(session, (struct staff_event){.kind = STAFF_EVENT_SHOWN,
                                               .deck = &session->fresh.deck,
                                               .notice = NOTICE_EARLIER});
    person_key(kiosk, KEY_ESCAPE); // there is no list of changes to go back to
    assert_screen(kiosk, SCREEN_CARD);
    assert_false(kiosk->app.session.is_admitted || state_is_staff(&kiosk->app));
    assert_ptr_equal(kiosk->app.deck, &session->fresh.deck);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        STAFF_EVENT_TEST(two_corners_ask_for_the_pin_and_press_nothing),
        STAFF_EVENT_TEST(for_staff_arrows_point_as_in_english),
        STAFF_EVENT_TEST(every_item_leads_where_it_says),
        STAFF_EVENT_TEST(an_old_folder_on_the_stick_is_asked_about),
        STAFF_EVENT_TEST(the_machine_is_stopped_only_after_a_question),
        STAFF_EVENT_TEST(while_the_screen_is_wiped_no_touch_counts),
        STAFF_EVENT_TEST(four_touches_set_touch_up_if_somebody_can_then_press_a_button),
        STAFF_EVENT_TEST(a_stick_leaves_touch_on_trial_until_its_time_is_over),
        STAFF_EVENT_TEST(content_from_elsewhere_puts_touch_on_trial_back),
        STAFF_EVENT_TEST(four_touches_in_one_place_are_refused),
        STAFF_EVENT_TEST(a_ring_follows_the_finger),
        STAFF_EVENT_TEST(the_earlier_cards_are_looked_at_before_they_come_back),
        STAFF_EVENT_TEST(escape_after_the_earlier_cards_came_back_leads_to_the_cards),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
