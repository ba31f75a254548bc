// SPDX-License-Identifier: MIT
// The staff menu: how it opens without a stick, and what each of its items leads to.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "fake_desk.h"

// With everything that can be done there.
static void desk_show_menu(struct desk_room *desk) {
    struct desk_news news = {.kind = DESK_MENU, .notice = NOTICE_COUNT};
    for (int i = 0; i < MENU_ITEM_COUNT; i++) {
        news.items[i] = true;
    }
    desk_plug_in(desk);
    desk_admit(desk);
    assert_job(desk, JOB_READ);
    desk_tell(desk, (struct desk_news){.kind = DESK_NOTICE, .notice = NOTICE_SAME});
    person_tap(desk_kiosk(desk), ACTION_MENU);
    assert_job(desk, JOB_MENU);
    desk_tell(desk, news);
}

static void hold(struct fake_kiosk *kiosk, int64_t finger, enum touch_phase phase, bool is_low) {
    int64_t before = kiosk->finger;
    kiosk->finger = finger;
    person_touch(kiosk, phase, is_low ? (struct rect){1275, 715, 1, 1} : (struct rect){4, 4, 1, 1});
    kiosk->finger = before;
}

static void two_corners_ask_for_the_pin_and_press_nothing(void **state) {
    struct desk_room *desk = *state;
    struct fake_kiosk *kiosk = desk_kiosk(desk);
    hold(kiosk, 1, TOUCH_DOWN, false);
    hold(kiosk, 2, TOUCH_DOWN, true);
    kiosk_wait_ms(kiosk, 2900);
    assert_false(kiosk->app.view.is_admitting);
    kiosk_wait_ms(kiosk, 200);
    assert_true(kiosk->app.view.is_admitting);
    assert_false(kiosk->app.desk.scene.is_for_stick);
    assert_job(desk, JOB_OPEN);
    hold(kiosk, 1, TOUCH_UP, false);
    hold(kiosk, 2, TOUCH_UP, true);
    assert_true(kiosk->app.view.is_admitting);
    desk_tell(desk, (struct desk_news){.kind = DESK_GATE, .answer = GATE_OPEN, .tries_left = 5});
    desk_admit(desk);
    assert_job(desk, JOB_MENU);
}

static void open_menu(struct desk_room *desk, enum menu_item item) {
    desk_show_menu(desk);
    person_tap_nth(desk_kiosk(desk), ACTION_MENU_ITEM, (int)item);
}

static void for_staff_arrows_point_as_in_english(void **state) {
    struct desk_room *desk = *state;
    struct fake_kiosk *kiosk = desk_kiosk(desk);
    person_tap(kiosk, ACTION_LANGUAGES);
    person_tap_nth(kiosk, ACTION_SET_LANGUAGE, FAKE_ARABIC);
    assert_true(app_is_right_to_left(&kiosk->app));
    desk_plug_in(desk);
    assert_false(app_is_right_to_left(&kiosk->app));
    person_tap(kiosk, ACTION_STAFF_CLOSE);
    assert_true(app_is_right_to_left(&kiosk->app));
    desk_tell_kind(desk, DESK_STICK_OUT);
    desk_show_menu(desk);
    assert_false(app_is_right_to_left(&kiosk->app));
    person_tap_nth(kiosk, ACTION_MENU_ITEM, MENU_ABOUT);
    assert_false(app_is_right_to_left(&kiosk->app));
}

static void every_item_leads_where_it_says(void **state) {
    static const struct {
        enum menu_item item;
        enum desk_job job;
        enum screen screen;
    } cases[] = {
        {MENU_EARLIER, JOB_LOOK_BACK, SCREEN_MENU}, {MENU_STICK, JOB_READ, SCREEN_WORKING},
        {MENU_COPY, JOB_COPY, SCREEN_WORKING},      {MENU_WIPE, JOB_NONE, SCREEN_WIPE},
        {MENU_TOUCH, JOB_NONE, SCREEN_TOUCH},       {MENU_ABOUT, JOB_NONE, SCREEN_ABOUT},
        {MENU_RESTART, JOB_NONE, SCREEN_NOTICE},    {MENU_POWER, JOB_NONE, SCREEN_NOTICE},
    };
    struct desk_room *desk = *state;
    struct fake_kiosk *kiosk = desk_kiosk(desk);
    for (int i = 0; i < COUNT_OF(cases); i++) {
        open_menu(desk, cases[i].item);
        assert_screen(kiosk, cases[i].screen);
        assert_job(desk, cases[i].job);
        kiosk_wait_ms(kiosk, 200 * 1000);               // and left alone
        if (kiosk->app.view.screen == SCREEN_WORKING) { // which its own time ends
            desk_tell(desk, (struct desk_news){.kind = DESK_NOTICE, .notice = NOTICE_FAILED});
            kiosk_wait_ms(kiosk, 200 * 1000);
        }
        (void)app_take_job(&kiosk->app);
        assert_false(kiosk->app.desk.is_admitted || state_is_staff(&kiosk->app));
        assert_true(kiosk->app.view.is_cycling);
        desk_tell_kind(desk, DESK_STICK_OUT);
    }
}

static void an_old_folder_on_the_stick_is_asked_about(void **state) {
    struct desk_room *desk = *state;
    open_menu(desk, MENU_COPY);
    assert_job(desk, JOB_COPY);
    desk_tell(desk, (struct desk_news){
                        .kind = DESK_NOTICE, .notice = NOTICE_COPY_OVER, .detail = "kiosk-old"});
    person_tap(desk_kiosk(desk), ACTION_AGREE);
    assert_job(desk, JOB_COPY_OVER);
    assert_screen(desk_kiosk(desk), SCREEN_WORKING);
}

static void the_machine_is_stopped_only_after_a_question(void **state) {
    struct desk_room *desk = *state;
    open_menu(desk, MENU_POWER);
    assert_job(desk, JOB_NONE);
    person_tap(desk_kiosk(desk), ACTION_AGREE);
    assert_job(desk, JOB_POWER_OFF);
    person_tap(desk_kiosk(desk), ACTION_STAFF_CLOSE);
    desk_tell_kind(desk, DESK_STICK_OUT);
    open_menu(desk, MENU_RESTART);
    person_tap(desk_kiosk(desk), ACTION_STAFF_CLOSE);
    assert_job(desk, JOB_DROP);
}

static void while_the_screen_is_wiped_no_touch_counts(void **state) {
    struct desk_room *desk = *state;
    struct fake_kiosk *kiosk = desk_kiosk(desk);
    open_menu(desk, MENU_WIPE);
    assert_int_equal(kiosk->app.desk.scene.wait_s, 30);
    assert_int_equal(kiosk->scene->target_count, 0);
    for (int i = 0; i < 25; i++) {
        struct rect at = {40 * i, 27 * i, 1, 1};
        kiosk_wait_ms(kiosk, 1000);
        person_touch(kiosk, TOUCH_DOWN, at);
        person_touch(kiosk, TOUCH_UP, at);
        person_key(kiosk, KEY_ENTER);
        assert_screen(kiosk, SCREEN_WIPE);
    }
    assert_int_equal(kiosk->app.desk.scene.wait_s, 5);
    person_touch(kiosk, TOUCH_DOWN, (struct rect){100, 700, 1, 1}); // the cloth lies there still
    kiosk_wait_ms(kiosk, 5100);
    assert_screen(kiosk, SCREEN_CARD);
    person_touch(kiosk, TOUCH_UP, (struct rect){100, 700, 1, 1});
    assert_screen(kiosk, SCREEN_CARD);
    assert_false(kiosk->app.desk.is_admitted);
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
    struct desk_room *desk = *state;
    struct fake_kiosk *kiosk = desk_kiosk(desk);
    for (int is_kept = 0; is_kept < 2; is_kept++) {
        open_menu(desk, MENU_TOUCH);
        person_tap(kiosk, ACTION_SET_UP_TOUCH);
        for (int i = 0; i < 4; i++) {
            assert_screen(kiosk, SCREEN_CROSS);
            touch_cross(kiosk, i);
        }
        assert_job(desk, JOB_TRY_TOUCH);
        assert_int_equal(kiosk->app.desk.scene.notice, NOTICE_KEEP_TOUCH);
        assert_true(kiosk->app.desk.map.is_set);
        if (is_kept == 1) {
            person_tap(kiosk, ACTION_AGREE);
            assert_job(desk, JOB_KEEP_TOUCH);
        } else {
            kiosk_wait_ms(kiosk, 15 * 1000);
            assert_job(desk, JOB_UNDO_TOUCH);
            assert_screen(kiosk, SCREEN_TOUCH);
        }
        person_key(kiosk, KEY_ESCAPE);
        (void)app_take_job(&kiosk->app);
        desk_tell_kind(desk, DESK_STICK_OUT);
    }
}

static void try_touch(struct desk_room *desk) {
    open_menu(desk, MENU_TOUCH);
    person_tap(desk_kiosk(desk), ACTION_SET_UP_TOUCH);
    for (int i = 0; i < 4; i++) {
        touch_cross(desk_kiosk(desk), i);
    }
    assert_job(desk, JOB_TRY_TOUCH);
    assert_int_equal(desk_kiosk(desk)->app.desk.scene.notice, NOTICE_KEEP_TOUCH);
}

static void a_stick_leaves_touch_on_trial_until_its_time_is_over(void **state) {
    struct desk_room *desk = *state;
    try_touch(desk);
    desk_tell_kind(desk, DESK_STICK_OUT);
    desk_tell_kind(desk, DESK_STICK_IN);
    assert_job(desk, JOB_NONE);
    kiosk_wait_ms(desk_kiosk(desk), 15 * 1000);
    assert_job(desk, JOB_UNDO_TOUCH);
}

static void content_from_elsewhere_puts_touch_on_trial_back(void **state) {
    struct desk_room *desk = *state;
    try_touch(desk);
    desk_tell(desk, (struct desk_news){.kind = DESK_RELOADED, .deck = &desk->fresh.deck});
    assert_job(desk, JOB_UNDO_TOUCH);
    assert_screen(desk_kiosk(desk), SCREEN_CARD);
    assert_false(desk_kiosk(desk)->app.desk.is_admitted);
}

static void four_touches_in_one_place_are_refused(void **state) {
    struct desk_room *desk = *state;
    struct fake_kiosk *kiosk = desk_kiosk(desk);
    open_menu(desk, MENU_TOUCH);
    person_tap(kiosk, ACTION_SET_UP_TOUCH);
    for (int i = 0; i < 4; i++) {
        touch_cross(kiosk, 0);
    }
    assert_job(desk, JOB_NONE);
    assert_int_equal(kiosk->app.desk.scene.notice, NOTICE_UNFIT);
    assert_false(kiosk->app.desk.map.is_set);
}

static void a_ring_follows_the_finger(void **state) {
    struct desk_room *desk = *state;
    struct fake_kiosk *kiosk = desk_kiosk(desk);
    open_menu(desk, MENU_TOUCH);
    assert_int_equal(kiosk->app.desk.scene.touch_x, -1);
    person_touch(kiosk, TOUCH_DOWN, (struct rect){640, 400, 1, 1});
    assert_int_equal(kiosk->app.desk.scene.touch_x, 640);
    person_touch(kiosk, TOUCH_MOVE, (struct rect){700, 410, 1, 1});
    assert_int_equal(kiosk->app.desk.scene.touch_x, 700);
    person_touch(kiosk, TOUCH_UP, (struct rect){700, 410, 1, 1});
}

static void look_back(struct desk_room *desk) {
    assert_job(desk, JOB_LOOK_BACK);
    desk_tell(desk, (struct desk_news){.kind = DESK_CHANGES,
                                       .changes = &desk->changes,
                                       .confirmed = desk->confirmed,
                                       .deck = &desk->fresh.deck,
                                       .is_back = true});
}

static void the_earlier_cards_are_looked_at_before_they_come_back(void **state) {
    struct desk_room *desk = *state;
    struct fake_kiosk *kiosk = desk_kiosk(desk);
    open_menu(desk, MENU_EARLIER);
    look_back(desk);
    assert_screen(kiosk, SCREEN_CHANGES);
    assert_false(person_sees(kiosk, ACTION_CONFIRM)); // they were ticked when they came
    person_tap(kiosk, ACTION_SEE_CARDS);
    assert_ptr_equal(kiosk->app.deck, &desk->fresh.deck);
    desk_tell_kind(desk, DESK_STICK_OUT); // has nothing to do with it
    person_tap(kiosk, ACTION_PREVIEW_END);
    person_tap(kiosk, ACTION_STAFF_CLOSE);
    assert_job(desk, JOB_DROP);
    assert_ptr_equal(kiosk->app.deck, &kiosk->deck);
    assert_screen(kiosk, SCREEN_CARD);
}

static void escape_after_the_earlier_cards_came_back_leads_to_the_cards(void **state) {
    struct desk_room *desk = *state;
    struct fake_kiosk *kiosk = desk_kiosk(desk);
    open_menu(desk, MENU_EARLIER);
    look_back(desk);
    person_tap(kiosk, ACTION_PUT_ON_SCREEN);
    assert_job(desk, JOB_ROLL_BACK);
    desk_tell(desk, (struct desk_news){
                        .kind = DESK_SHOWN, .deck = &desk->fresh.deck, .notice = NOTICE_EARLIER});
    person_key(kiosk, KEY_ESCAPE); // there is no list of changes to go back to
    assert_screen(kiosk, SCREEN_CARD);
    assert_false(kiosk->app.desk.is_admitted || state_is_staff(&kiosk->app));
    assert_ptr_equal(kiosk->app.deck, &desk->fresh.deck);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        DESK_TEST(two_corners_ask_for_the_pin_and_press_nothing),
        DESK_TEST(for_staff_arrows_point_as_in_english),
        DESK_TEST(every_item_leads_where_it_says),
        DESK_TEST(an_old_folder_on_the_stick_is_asked_about),
        DESK_TEST(the_machine_is_stopped_only_after_a_question),
        DESK_TEST(while_the_screen_is_wiped_no_touch_counts),
        DESK_TEST(four_touches_set_touch_up_if_somebody_can_then_press_a_button),
        DESK_TEST(a_stick_leaves_touch_on_trial_until_its_time_is_over),
        DESK_TEST(content_from_elsewhere_puts_touch_on_trial_back),
        DESK_TEST(four_touches_in_one_place_are_refused),
        DESK_TEST(a_ring_follows_the_finger),
        DESK_TEST(the_earlier_cards_are_looked_at_before_they_come_back),
        DESK_TEST(escape_after_the_earlier_cards_came_back_leads_to_the_cards),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
