// SPDX-License-Identifier: MIT
// The keypad over the patients' page: when a stick asks for the PIN, how that is given up, and that
// nothing behind it opens without one. The clerk is the test itself.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "fake_desk.h"

static void a_stick_asks_for_the_pin_over_the_patients_page(void **state) {
    struct desk_room *desk = *state;
    struct fake_kiosk *kiosk = desk_kiosk(desk);
    person_tap(kiosk, ACTION_NEXT);
    person_tap(kiosk, ACTION_CONTRAST);
    struct view before = kiosk->app.view;
    desk_plug_in(desk);
    assert_true(kiosk->app.view.is_admitting);
    assert_true(person_sees(kiosk, ACTION_URGENT_HELP));
    assert_false(person_sees(kiosk, ACTION_NEXT));
    desk_type(desk, "27");
    person_tap(kiosk, ACTION_STAFF_CLOSE);
    before.staff = kiosk->app.view.staff;
    assert_true(view_is_same_picture(&kiosk->app.view, &before));
    assert_int_equal(kiosk->app.view.staff.digit_count, 0);
    assert_int_equal(kiosk->app.desk.pin[0], 0);
    assert_job(desk, JOB_NONE);
}

static void a_card_that_is_dragged_when_a_stick_comes_is_let_go(void **state) {
    struct desk_room *desk = *state;
    struct fake_kiosk *kiosk = desk_kiosk(desk);
    struct rect at = kiosk->scene->sliding;
    at = (struct rect){at.x + at.w / 2, at.y + at.h / 2, 1, 1};
    kiosk_wait_ms(kiosk, 1000);
    person_touch(kiosk, TOUCH_DOWN, at);
    for (int i = 0; i < 10; i++) {
        at.x -= 20;
        kiosk->now_ms += 20;
        person_touch(kiosk, TOUCH_MOVE, at);
    }
    assert_true(kiosk->app.is_dragging);
    desk_plug_in(desk);
    assert_false(kiosk->app.is_dragging);
    assert_int_equal(kiosk->app.drag_px, 0);
    person_touch(kiosk, TOUCH_UP, at);
    desk_tell_kind(desk, DESK_STICK_OUT);
    assert_page(kiosk, FAKE_FIRST, 0);
    assert_false(kiosk->app.is_dragging);
}

static void left_alone_the_keypad_goes_away_and_the_loop_goes_on(void **state) {
    struct desk_room *desk = *state;
    struct fake_kiosk *kiosk = desk_kiosk(desk);
    desk_plug_in(desk);
    kiosk_wait_ms(kiosk, 59 * 1000);
    assert_true(kiosk->app.view.is_admitting);
    kiosk_wait_ms(kiosk, 2 * 1000);
    assert_false(kiosk->app.view.is_admitting);
    assert_true(kiosk->app.view.is_cycling);
    kiosk_wait_ms(kiosk, 60 * 1000);
    assert_int_not_equal(kiosk->app.view.card, 0);
}

static void a_stick_that_is_taken_out_takes_the_keypad_with_it(void **state) {
    struct desk_room *desk = *state;
    desk_plug_in(desk);
    desk_tell_kind(desk, DESK_STICK_OUT);
    assert_false(desk_kiosk(desk)->app.view.is_admitting);
}

static void without_a_store_a_stick_is_nothing(void **state) {
    struct desk_room *desk = *state;
    desk_kiosk(desk)->app.desk.is_open = false;
    desk_tell_kind(desk, DESK_STICK_IN);
    assert_false(desk_kiosk(desk)->app.view.is_admitting);
    assert_job(desk, JOB_NONE);
}

static void urgent_help_is_one_touch_away_from_the_keypad(void **state) {
    struct desk_room *desk = *state;
    desk_plug_in(desk);
    desk_type(desk, "2718");
    person_tap(desk_kiosk(desk), ACTION_URGENT_HELP);
    assert_screen(desk_kiosk(desk), SCREEN_URGENT);
    assert_false(desk_kiosk(desk)->app.view.is_admitting);
    assert_int_equal(desk_kiosk(desk)->app.desk.pin[0], 0);
}

static void the_pin_is_nowhere_in_the_picture_and_wiped_when_it_was_tried(void **state) {
    struct desk_room *desk = *state;
    struct fake_kiosk *kiosk = desk_kiosk(desk);
    struct arena arena = {0};
    desk_plug_in(desk);
    desk_type(desk, "271828");
    const char *one = scene_dump(kiosk->scene, &arena);
    for (int i = 0; i < 6; i++) {
        person_tap(kiosk, ACTION_PIN_DELETE);
    }
    desk_type(desk, "314159");
    assert_string_equal(one, scene_dump(kiosk->scene, &arena));
    assert_string_equal(kiosk->app.desk.pin, "314159");
    person_tap(kiosk, ACTION_PIN_OK);
    assert_job(desk, JOB_TRY_PIN);
    desk_tell(desk, (struct desk_news){.kind = DESK_GATE, .answer = GATE_WRONG, .tries_left = 4});
    for (size_t i = 0; i < sizeof kiosk->app.desk.pin; i++) {
        assert_int_equal(kiosk->app.desk.pin[i], 0);
    }
    assert_int_equal(kiosk->app.view.staff.digit_count, 0);
    arena_finish(&arena);
}

static void a_pin_takes_twelve_digits_and_no_more(void **state) {
    struct desk_room *desk = *state;
    desk_plug_in(desk);
    desk_type(desk, "12345678901234");
    assert_string_equal(desk_kiosk(desk)->app.desk.pin, "123456789012");
    assert_int_equal(desk_kiosk(desk)->app.view.staff.digit_count, 12);
}

static void one_digit_twice_needs_a_quarter_of_a_second(void **state) {
    struct desk_room *desk = *state;
    struct fake_kiosk *kiosk = desk_kiosk(desk);
    desk_plug_in(desk);
    for (int i = 0; i < 4; i++) {
        struct rect at = person_find(kiosk, (struct action){ACTION_PIN_DIGIT, 7});
        kiosk->now_ms += i % 2 == 0 ? 260 : 200; // the second and fourth tremble
        person_touch(kiosk, TOUCH_DOWN, at);
        person_touch(kiosk, TOUCH_UP, at);
    }
    assert_int_equal(kiosk->app.view.staff.digit_count, 2);
}

static void a_closed_gate_counts_down_and_opens_again(void **state) {
    struct desk_room *desk = *state;
    struct fake_kiosk *kiosk = desk_kiosk(desk);
    desk_plug_in(desk);
    desk_type(desk, "999999");
    person_tap(kiosk, ACTION_PIN_OK);
    assert_job(desk, JOB_TRY_PIN);
    desk_tell(desk,
              (struct desk_news){.kind = DESK_GATE, .answer = GATE_WRONG, .wait_ms = 50 * 1000});
    assert_int_equal(kiosk->app.desk.scene.pin, STAFF_PIN_IS_CLOSED);
    assert_int_equal(kiosk->app.desk.scene.wait_s, 50);
    assert_false(person_sees(kiosk, ACTION_PIN_OK));
    kiosk_wait_ms(kiosk, 20 * 1000);
    assert_int_equal(kiosk->app.desk.scene.wait_s, 30);
    kiosk_wait_ms(kiosk, 30 * 1000);
    assert_job(desk, JOB_OPEN);
    desk_tell(desk, (struct desk_news){.kind = DESK_GATE, .answer = GATE_OPEN, .tries_left = 5});
    assert_int_equal(kiosk->app.desk.scene.pin, STAFF_PIN_ASKED);
    assert_false(kiosk->app.desk.is_admitted);
}

static void that_there_is_a_pin_admits_nobody(void **state) {
    struct desk_room *desk = *state;
    desk_plug_in(desk);
    desk_type(desk, "271828"); // and the countdown of a closed gate ends
    desk_tell(desk, (struct desk_news){.kind = DESK_GATE, .answer = GATE_OPEN, .tries_left = 5});
    assert_false(desk_kiosk(desk)->app.desk.is_admitted);
    person_tap(desk_kiosk(desk), ACTION_PIN_OK);
    assert_job(desk, JOB_NONE);
}

static void news_that_nobody_was_admitted_for_change_nothing(void **state) {
    struct desk_room *desk = *state;
    struct fake_kiosk *kiosk = desk_kiosk(desk);
    desk_plug_in(desk);
    for (int kind = DESK_WORKING; kind < DESK_NEWS_COUNT; kind++) {
        struct view before = kiosk->app.view;
        desk_tell(desk, (struct desk_news){.kind = (enum desk_news_kind)kind,
                                           .findings = &desk->findings,
                                           .changes = &desk->changes,
                                           .confirmed = desk->confirmed,
                                           .deck = &desk->fresh.deck});
        assert_true(view_is_same_picture(&kiosk->app.view, &before));
        assert_ptr_equal(kiosk->app.deck, &kiosk->deck);
    }
}

// A display that was lost while staff were at it leaves the picture behind that touches are judged
// by, and the kiosk has long gone on.
static void what_a_lost_display_last_showed_opens_nothing(void **state) {
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
    struct desk_room *desk = *state;
    struct fake_kiosk *kiosk = desk_kiosk(desk);
    desk_plug_in(desk);
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
        assert_job(desk, JOB_NONE);
        assert_true(kiosk->app.view.is_admitting);
        assert_screen(kiosk, SCREEN_CARD);
    }
}

static void nobody_who_reads_urgent_help_is_asked_for_a_pin(void **state) {
    struct desk_room *desk = *state;
    struct fake_kiosk *kiosk = desk_kiosk(desk);
    person_tap(kiosk, ACTION_URGENT_HELP);
    desk_tell_kind(desk, DESK_STICK_IN);
    kiosk_wait_ms(kiosk, 5000);
    assert_false(kiosk->app.view.is_admitting);
    person_tap(kiosk, ACTION_CLOSE);
    kiosk_wait_ms(kiosk, 1);
    assert_true(kiosk->app.view.is_admitting); // now
    assert_job(desk, JOB_OPEN);
    desk_tell(desk, (struct desk_news){.kind = DESK_GATE, .answer = GATE_OPEN, .tries_left = 5});
    person_tap(kiosk, ACTION_STAFF_CLOSE);
    desk_tell_kind(desk, DESK_STICK_OUT);
    person_tap(kiosk, ACTION_URGENT_HELP);
    desk_tell_kind(desk, DESK_STICK_IN);
    desk_tell_kind(desk, DESK_STICK_OUT);
    person_tap(kiosk, ACTION_CLOSE);
    kiosk_wait_ms(kiosk, 1);
    assert_false(kiosk->app.view.is_admitting); // it went before anybody could be asked
}

int main(void) {
    const struct CMUnitTest tests[] = {
        DESK_TEST(a_stick_asks_for_the_pin_over_the_patients_page),
        DESK_TEST(a_card_that_is_dragged_when_a_stick_comes_is_let_go),
        DESK_TEST(left_alone_the_keypad_goes_away_and_the_loop_goes_on),
        DESK_TEST(a_stick_that_is_taken_out_takes_the_keypad_with_it),
        DESK_TEST(without_a_store_a_stick_is_nothing),
        DESK_TEST(urgent_help_is_one_touch_away_from_the_keypad),
        DESK_TEST(the_pin_is_nowhere_in_the_picture_and_wiped_when_it_was_tried),
        DESK_TEST(a_pin_takes_twelve_digits_and_no_more),
        DESK_TEST(one_digit_twice_needs_a_quarter_of_a_second),
        DESK_TEST(a_closed_gate_counts_down_and_opens_again),
        DESK_TEST(that_there_is_a_pin_admits_nobody),
        DESK_TEST(news_that_nobody_was_admitted_for_change_nothing),
        DESK_TEST(what_a_lost_display_last_showed_opens_nothing),
        DESK_TEST(nobody_who_reads_urgent_help_is_asked_for_a_pin),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
