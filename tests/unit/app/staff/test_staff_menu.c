// SPDX-License-Identifier: MIT
// The staff menu: how it opens without a stick, and what each of its items leads to.

#include "fake_session.h"

static void show_menu(struct fake_kiosk *kiosk) {
    session_read(kiosk);
    session_notify(kiosk, NOTICE_SAME);
    person_tap(kiosk, ACTION_MENU);
    assert_job(kiosk, JOB_MENU);
    session_say(kiosk, STAFF_EVENT_MENU);
}

static void open_item(struct fake_kiosk *kiosk, enum menu_item item) {
    show_menu(kiosk);
    person_tap_nth(kiosk, ACTION_MENU_ITEM, (int)item);
}

static void put(struct fake_kiosk *kiosk, int64_t finger, enum touch_phase phase) {
    kiosk->finger = finger;
    person_touch(kiosk, phase,
                 finger == 1 ? (struct rect){4, 4, 1, 1} : (struct rect){1275, 715, 1, 1});
    kiosk->finger = 1;
}

ROOM_TEST(two_corners_ask_for_the_pin_and_press_nothing) {
    put(kiosk, 1, TOUCH_DOWN);
    put(kiosk, 2, TOUCH_DOWN);
    kiosk_wait_ms(kiosk, 2900);
    assert_false(kiosk->app.view.is_admitting);
    kiosk_wait_ms(kiosk, 200);
    assert_true(kiosk->app.view.is_admitting);
    assert_int_equal(kiosk->app.session.scene.errand, ERRAND_MENU);
    assert_job(kiosk, JOB_OPEN);
    put(kiosk, 1, TOUCH_UP);
    put(kiosk, 2, TOUCH_UP);
    assert_true(kiosk->app.view.is_admitting);
    session_say(kiosk, STAFF_EVENT_PIN);
    session_admit(kiosk);
    assert_job(kiosk, JOB_MENU);
}

ROOM_TEST(for_staff_arrows_point_as_in_english) {
    person_tap(kiosk, ACTION_LANGUAGES);
    person_tap_nth(kiosk, ACTION_SET_LANGUAGE, FAKE_ARABIC);
    assert_true(app_is_right_to_left(&kiosk->app));
    session_plug_in(kiosk);
    assert_false(app_is_right_to_left(&kiosk->app));
    person_tap(kiosk, ACTION_STAFF_CLOSE);
    assert_true(app_is_right_to_left(&kiosk->app));
    session_say(kiosk, STAFF_EVENT_STICK_OUT);
    show_menu(kiosk);
    assert_false(app_is_right_to_left(&kiosk->app));
    person_tap_nth(kiosk, ACTION_MENU_ITEM, MENU_ABOUT);
    assert_false(app_is_right_to_left(&kiosk->app));
}

ROOM_TEST(every_item_leads_where_it_says) {
    static const struct {
        enum menu_item item;
        enum staff_job job;
        enum screen screen;
    } cases[] = {
        {MENU_EARLIER, JOB_EARLIER, SCREEN_MENU}, {MENU_STICK, JOB_READ, SCREEN_WORKING},
        {MENU_COPY, JOB_COPY, SCREEN_WORKING},    {MENU_WIPE, JOB_NONE, SCREEN_WIPE},
        {MENU_TOUCH, JOB_NONE, SCREEN_CROSS},     {MENU_ABOUT, JOB_NONE, SCREEN_ABOUT},
        {MENU_RESTART, JOB_NONE, SCREEN_NOTICE},  {MENU_POWER, JOB_NONE, SCREEN_NOTICE},
        {MENU_PIN, JOB_OPEN, SCREEN_POSTER},
    };
    for (int i = 0; i < COUNT_OF(cases); i++) {
        open_item(kiosk, cases[i].item);
        assert_screen(kiosk, cases[i].screen);
        assert_job(kiosk, cases[i].job);
        kiosk_wait_ms(kiosk, 200 * 1000);               // and left alone
        if (kiosk->app.view.screen == SCREEN_WORKING) { // which its own time ends
            session_notify(kiosk, NOTICE_FAILED);
            kiosk_wait_ms(kiosk, 200 * 1000);
        }
        (void)app_take_job(&kiosk->app);
        assert_cards_for_patients(kiosk);
        session_say(kiosk, STAFF_EVENT_STICK_OUT);
    }
}

ROOM_TEST(one_of_the_names_is_chosen_on_a_page_of_its_own) {
    static const char *const names[] = {"Waiting room", "Reception"};
    struct staff_fact name = {STAFF_FACT_NAME, "Screen 3f2a"};
    struct staff_event menu = session_event(kiosk, STAFF_EVENT_MENU);
    menu.facts = (struct staff_facts){&name, 1};
    session_read(kiosk);
    session_tell(kiosk, menu);
    person_tap_nth(kiosk, ACTION_MENU_ITEM, MENU_ABOUT);
    person_tap_nth(kiosk, ACTION_MENU_ITEM, MENU_NAME);
    assert_job(kiosk, JOB_NAMES);
    session_tell(kiosk, (struct staff_event){.kind = STAFF_EVENT_CHOICES,
                                             .choices = {0, names, COUNT_OF(names), -1},
                                             .job = JOB_NAME});
    assert_screen(kiosk, SCREEN_CHOICES);
    person_tap_nth(kiosk, ACTION_PICK, 1);
    assert_job(kiosk, JOB_NAME);
    assert_int_equal(kiosk->app.session.chosen, 1);
    menu.items[MENU_NAME] = false; // device.ini has the last word
    session_tell(kiosk, menu);
    person_tap_nth(kiosk, ACTION_MENU_ITEM, MENU_ABOUT);
    assert_false(person_sees(kiosk, ACTION_MENU_ITEM));
}

ROOM_TEST(an_old_folder_on_the_stick_is_asked_about) {
    open_item(kiosk, MENU_COPY);
    assert_job(kiosk, JOB_COPY);
    session_notify(kiosk, NOTICE_COPY_OVER);
    person_tap(kiosk, ACTION_AGREE);
    assert_job(kiosk, JOB_COPY_OVER);
    assert_screen(kiosk, SCREEN_WORKING);
}

ROOM_TEST(the_machine_is_stopped_only_after_a_question) {
    open_item(kiosk, MENU_POWER);
    assert_job(kiosk, JOB_NONE);
    person_tap(kiosk, ACTION_AGREE);
    assert_job(kiosk, JOB_POWER_OFF);
    person_tap(kiosk, ACTION_STAFF_CLOSE);
    session_say(kiosk, STAFF_EVENT_STICK_OUT);
    open_item(kiosk, MENU_RESTART);
    person_tap(kiosk, ACTION_STAFF_CLOSE);
    assert_job(kiosk, JOB_DROP);
}

ROOM_TEST(while_the_screen_is_wiped_no_touch_counts) {
    open_item(kiosk, MENU_WIPE);
    assert_int_equal(kiosk->app.session.scene.wait_s, 30);
    assert_int_equal(kiosk->scene->target_count, 0);
    for (int i = 0; i < 25; i++) {
        struct rect at = {40 * i, 27 * i, 1, 1};
        kiosk_wait_ms(kiosk, 1000);
        person_poke(kiosk, at);
        person_key(kiosk, KEY_ENTER);
        assert_screen(kiosk, SCREEN_WIPE);
    }
    assert_int_equal(kiosk->app.session.scene.wait_s, 5);
    person_touch(kiosk, TOUCH_DOWN, (struct rect){100, 700, 1, 1}); // the cloth lies there still
    kiosk_wait_ms(kiosk, 5100);
    person_touch(kiosk, TOUCH_UP, (struct rect){100, 700, 1, 1});
    assert_cards_for_patients(kiosk);
}

static void try_touch(struct fake_kiosk *kiosk) {
    open_item(kiosk, MENU_TOUCH);
    session_touch_crosses(kiosk);
    assert_notice(kiosk, NOTICE_KEEP_TOUCH);
    assert_true(kiosk->app.session.map.is_set);
}

ROOM_TEST(four_touches_set_touch_up_if_somebody_can_then_press_a_button) {
    try_touch(kiosk);
    person_tap(kiosk, ACTION_AGREE);
    assert_job(kiosk, JOB_KEEP_TOUCH);
    person_key(kiosk, KEY_ESCAPE);
    assert_job(kiosk, JOB_UNDO_TOUCH);
    assert_screen(kiosk, SCREEN_MENU);
}

ROOM_TEST(a_stick_leaves_touch_on_trial_until_its_time_is_over) {
    try_touch(kiosk);
    session_say(kiosk, STAFF_EVENT_STICK_OUT);
    session_say(kiosk, STAFF_EVENT_STICK_IN);
    assert_job(kiosk, JOB_NONE);
    kiosk_wait_ms(kiosk, 15 * 1000);
    assert_job(kiosk, JOB_UNDO_TOUCH);
    assert_screen(kiosk, SCREEN_MENU);
}

ROOM_TEST(content_from_elsewhere_puts_touch_on_trial_back) {
    try_touch(kiosk);
    session_say(kiosk, STAFF_EVENT_RELOADED);
    assert_job(kiosk, JOB_UNDO_TOUCH);
    assert_cards_for_patients(kiosk);
}

ROOM_TEST(four_touches_in_one_place_are_refused) {
    open_item(kiosk, MENU_TOUCH);
    for (int i = 0; i < 4; i++) {
        session_touch_cross(kiosk, 0);
    }
    assert_job(kiosk, JOB_NONE);
    assert_notice(kiosk, NOTICE_UNFIT);
    assert_false(kiosk->app.session.map.is_set);
}

static void look_back(struct fake_kiosk *kiosk) {
    struct staff_event event = session_event(kiosk, STAFF_EVENT_CHANGES);
    event.is_back = true;
    open_item(kiosk, MENU_EARLIER);
    assert_job(kiosk, JOB_EARLIER);
    session_tell(kiosk, event);
}

ROOM_TEST(the_earlier_cards_are_looked_at_before_they_come_back) {
    look_back(kiosk);
    assert_screen(kiosk, SCREEN_CHANGES);
    assert_false(person_sees(kiosk, ACTION_CONFIRM)); // they were ticked when they came
    person_tap(kiosk, ACTION_SEE_CARDS);
    assert_ptr_equal(kiosk->app.deck, &room_of(kiosk)->fresh.deck);
    session_say(kiosk, STAFF_EVENT_STICK_OUT); // has nothing to do with it
    person_tap(kiosk, ACTION_PREVIEW_END);
    person_tap(kiosk, ACTION_STAFF_CLOSE);
    assert_job(kiosk, JOB_DROP);
    assert_ptr_equal(kiosk->app.deck, &kiosk->deck);
    assert_patients(kiosk);
}

ROOM_TEST(of_several_earlier_contents_one_is_chosen) {
    static const char *const dates[] = {"2026-11-25 14:05", "2026-11-02 09:30"};
    open_item(kiosk, MENU_EARLIER);
    assert_job(kiosk, JOB_EARLIER);
    session_tell(kiosk, (struct staff_event){.kind = STAFF_EVENT_CHOICES,
                                             .choices = {0, dates, COUNT_OF(dates), -1},
                                             .job = JOB_LOOK_BACK});
    person_tap_nth(kiosk, ACTION_PICK, 1);
    assert_job(kiosk, JOB_LOOK_BACK);
    assert_int_equal(kiosk->app.session.chosen, 1);
}

ROOM_TEST(escape_after_the_earlier_cards_came_back_leads_to_the_cards) {
    look_back(kiosk);
    person_tap(kiosk, ACTION_PUT_ON_SCREEN);
    assert_job(kiosk, JOB_ROLL_BACK);
    session_say(kiosk, STAFF_EVENT_SHOWN);
    person_key(kiosk, KEY_ESCAPE); // there is no list of changes to go back to
    assert_cards_for_patients(kiosk);
    assert_ptr_equal(kiosk->app.deck, &room_of(kiosk)->fresh.deck);
}
