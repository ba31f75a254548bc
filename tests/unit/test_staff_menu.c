// SPDX-License-Identifier: MIT
// The staff menu: how it opens without a stick, what each of its items leads to, and a thousand
// receptionists who touch whatever there is.
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
    desk_tell(desk, (struct desk_news){.kind = DESK_GATE, .answer = GATE_RIGHT, .tries_left = 5});
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
        {MENU_EARLIER, JOB_ROLL_BACK, SCREEN_MENU}, {MENU_STICK, JOB_READ, SCREEN_WORKING},
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
        assert_false(kiosk->app.desk.is_admitted || staff_is_up(&kiosk->app));
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
    assert_job(desk, JOB_NONE);
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

static void escape_after_the_earlier_cards_came_back_leads_to_the_cards(void **state) {
    struct desk_room *desk = *state;
    struct fake_kiosk *kiosk = desk_kiosk(desk);
    open_menu(desk, MENU_EARLIER);
    assert_job(desk, JOB_ROLL_BACK);
    desk_tell(desk, (struct desk_news){
                        .kind = DESK_SHOWN, .deck = &desk->fresh.deck, .notice = NOTICE_EARLIER});
    person_key(kiosk, KEY_ESCAPE); // there is no list of changes to go back to
    assert_screen(kiosk, SCREEN_CARD);
    assert_false(kiosk->app.desk.is_admitted || staff_is_up(&kiosk->app));
    assert_ptr_equal(kiosk->app.deck, &desk->fresh.deck);
}

static uint32_t dice = 12345;

static int roll(int sides) {
    dice = dice * 1664525u + 1013904223u;
    return (int)((dice >> 16) % (uint32_t)sides);
}

// The clerk answers each job with something that may come of it, right or wrong.
static void answer(struct desk_room *desk, enum desk_job job) {
    struct desk_news news = {.kind = DESK_NOTICE,
                             .notice = (enum notice)roll(NOTICE_LOOK_COUNT),
                             .findings = &desk->findings,
                             .changes = &desk->changes,
                             .confirmed = desk->confirmed,
                             .deck = &desk->fresh.deck};
    switch (job) {
    case JOB_OPEN:
        news.kind = DESK_GATE;
        news.answer = roll(8) == 0 ? GATE_UNSET : GATE_RIGHT;
        break;
    case JOB_TRY_PIN:
        news.kind = DESK_GATE;
        news.answer = roll(3) == 0 ? GATE_WRONG : GATE_RIGHT;
        news.wait_ms = roll(10) == 0 ? 60000 : 0;
        break;
    case JOB_READ:
        news.kind = roll(3) == 0 ? DESK_FINDINGS : roll(4) == 0 ? DESK_NOTICE : DESK_CHANGES;
        memset(desk->confirmed, 0, sizeof desk->confirmed);
        break;
    case JOB_PUT_ON_SCREEN:
        assert_true(desk->confirmed[0] && desk->confirmed[1]);
        assert_true(desk_kiosk(desk)->app.desk.is_admitted);
        news.notice = NOTICE_DONE;
        news.kind = DESK_SHOWN;
        news.deck = &desk_kiosk(desk)->deck;
        break;
    case JOB_MENU:
        news.kind = DESK_MENU;
        news.notice = NOTICE_COUNT;
        memset(news.items, true, sizeof news.items);
        break;
    default:
        break;
    }
    desk_tell(desk, news);
}

static void touch_something(struct fake_kiosk *kiosk) {
    struct rect at = {roll(1280), roll(720), 1, 1};
    bool is_sure = kiosk->app.view.is_admitting && roll(2) == 0;
    if (is_sure && person_sees(kiosk, ACTION_PIN_OK)) { // somebody who knows the PIN
        at = person_find(kiosk, (struct action){ACTION_PIN_OK, 0});
    } else if (kiosk->scene->target_count > 0 && roll(8) > 0) {
        struct rect hit = kiosk->scene->targets[roll(kiosk->scene->target_count)].seen;
        at = (struct rect){hit.x + hit.w / 2, hit.y + hit.h / 2, 1, 1};
    }
    kiosk_wait_ms(kiosk, (uint64_t)roll(900));
    person_touch(kiosk, TOUCH_DOWN, at);
    person_touch(kiosk, roll(9) == 0 ? TOUCH_CANCEL : TOUCH_UP, at);
}

// Behind the PIN or not: nothing else decides what is seen.
static void assert_is_sound(const struct fake_kiosk *kiosk) {
    const struct app *app = &kiosk->app;
    bool is_behind = screen_is_for_staff(app->view.screen) || app->view.is_preview;
    assert_true(!is_behind || app->desk.is_admitted);
    assert_true(!app->view.is_admitting || !app->desk.is_admitted);
    assert_true(is_behind || app->deck == &kiosk->deck);
}

static void a_thousand_receptionists_leave_a_kiosk_for_patients(void **state) {
    struct desk_room *desk = *state;
    struct fake_kiosk *kiosk = desk_kiosk(desk);
    int admitted_count = 0, put_count = 0;
    bool seen[SCREEN_COUNT] = {false};
    for (int i = 0; i < 20000; i++) {
        if (roll(40) == 0) {
            bool has_stick = kiosk->app.desk.has_stick;
            desk_tell_kind(desk, has_stick ? DESK_STICK_OUT : DESK_STICK_IN);
        } else if (roll(30) == 0) {
            person_key(kiosk, (enum key)roll(KEY_COUNT));
        } else {
            touch_something(kiosk);
        }
        for (enum desk_job job; (job = app_take_job(&kiosk->app)) != JOB_NONE;) {
            put_count += job == JOB_PUT_ON_SCREEN;
            answer(desk, job);
        }
        assert_is_sound(kiosk);
        admitted_count += kiosk->app.desk.is_admitted;
        seen[kiosk->app.view.screen] = true;
        if (i % 500 == 0) {
            kiosk_wait_ms(kiosk, 3600 * 1000);
            while (app_take_job(&kiosk->app) != JOB_NONE) {
            }
            assert_false(staff_is_up(&kiosk->app) || kiosk->app.desk.is_admitted);
        }
    }
    for (int screen = SCREEN_WORKING; screen < SCREEN_COUNT; screen++) {
        assert_true(seen[screen] || screen == SCREEN_WORKING); // which the clerk ends at once
    }
    assert_true(admitted_count > 1000);
    assert_true(put_count > 0);
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
        DESK_TEST(escape_after_the_earlier_cards_came_back_leads_to_the_cards),
        DESK_TEST(a_thousand_receptionists_leave_a_kiosk_for_patients),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
