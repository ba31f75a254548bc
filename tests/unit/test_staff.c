// SPDX-License-Identifier: MIT
// Staff at the kiosk: from the stick to the new cards, and every way in which that is given up. The
// clerk is the test itself.
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
    desk_tell(desk, (struct desk_news){.kind = DESK_GATE, .answer = GATE_RIGHT, .tries_left = 5});
    assert_int_equal(kiosk->app.desk.scene.pin, STAFF_PIN_ASKED);
    assert_false(kiosk->app.desk.is_admitted);
}

static void that_there_is_a_right_pin_admits_nobody_who_typed_none(void **state) {
    struct desk_room *desk = *state;
    desk_plug_in(desk); // the gate answers "right" for "open" here
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

static void every_number_is_ticked_before_anything_is_put_on_screen(void **state) {
    struct desk_room *desk = *state;
    struct fake_kiosk *kiosk = desk_kiosk(desk);
    desk_show_changes(desk);
    assert_screen(kiosk, SCREEN_CHANGES);
    person_tap(kiosk, ACTION_PUT_ON_SCREEN);
    assert_job(desk, JOB_NONE);
    person_tap_nth(kiosk, ACTION_CONFIRM, 0);
    person_tap(kiosk, ACTION_PUT_ON_SCREEN);
    assert_job(desk, JOB_NONE);
    person_tap_nth(kiosk, ACTION_CONFIRM, 1);
    person_tap_nth(kiosk, ACTION_CONFIRM, 0); // and back
    person_tap(kiosk, ACTION_PUT_ON_SCREEN);
    assert_job(desk, JOB_NONE);
    person_tap_nth(kiosk, ACTION_CONFIRM, 0);
    person_tap(kiosk, ACTION_PUT_ON_SCREEN);
    assert_job(desk, JOB_PUT_ON_SCREEN);
    desk_tell(desk, (struct desk_news){
                        .kind = DESK_SHOWN, .deck = &desk->fresh.deck, .notice = NOTICE_DONE});
    assert_ptr_equal(kiosk->app.deck, &desk->fresh.deck);
    assert_screen(kiosk, SCREEN_CARD);
    person_tap(kiosk, ACTION_STAFF_CLOSE);
    assert_job(desk, JOB_NONE);
    assert_false(kiosk->app.desk.is_admitted);
    assert_ptr_equal(kiosk->app.deck, &desk->fresh.deck);
    assert_true(kiosk->app.view.is_cycling);
}

static void cards_can_be_seen_before_they_are_on_screen(void **state) {
    struct desk_room *desk = *state;
    struct fake_kiosk *kiosk = desk_kiosk(desk);
    int page_count = 0;
    desk_show_changes(desk);
    person_tap(kiosk, ACTION_SEE_CARDS);
    assert_ptr_equal(kiosk->app.deck, &desk->fresh.deck);
    assert_false(person_sees(kiosk, ACTION_URGENT_HELP)); // what patients touch rests
    struct view first = kiosk->app.view;
    int stops = 0;
    bool has_refer = false, has_urgent = false;
    do {
        has_refer = has_refer || kiosk->app.view.screen == SCREEN_REFER;
        has_urgent = has_urgent || kiosk->app.view.screen == SCREEN_URGENT;
        stops = kiosk->app.desk.scene.total_count;
        person_tap(kiosk, ACTION_NEXT);
        page_count++;
    } while (!view_is_same_picture(&kiosk->app.view, &first) && page_count < 1000);
    assert_int_equal(stops, FAKE_CARD_COUNT + 2 + 2 + 2); // two languages
    assert_true(page_count > stops);                      // one card has several pages
    assert_true(has_refer && has_urgent);
    person_tap(kiosk, ACTION_BACK);
    assert_screen(kiosk, SCREEN_URGENT);
    person_tap(kiosk, ACTION_PREVIEW_END);
    assert_screen(kiosk, SCREEN_CHANGES);
    assert_ptr_equal(kiosk->app.deck, &kiosk->deck);
}

static void whoever_walks_away_leaves_the_old_cards(void **state) {
    struct desk_room *desk = *state;
    struct fake_kiosk *kiosk = desk_kiosk(desk);
    desk_show_changes(desk);
    person_tap_nth(kiosk, ACTION_CONFIRM, 0);
    person_tap(kiosk, ACTION_SEE_CARDS);
    kiosk_wait_ms(kiosk, 181 * 1000);
    assert_job(desk, JOB_DROP);
    assert_false(kiosk->app.desk.is_admitted);
    assert_ptr_equal(kiosk->app.deck, &kiosk->deck);
    assert_true(kiosk->app.view.is_cycling);
    assert_as_at_boot(kiosk);
}

static void a_stick_pulled_while_it_is_read_is_said(void **state) {
    struct desk_room *desk = *state;
    struct fake_kiosk *kiosk = desk_kiosk(desk);
    desk_plug_in(desk);
    desk_admit(desk);
    assert_job(desk, JOB_READ);
    assert_screen(kiosk, SCREEN_WORKING);
    desk_tell(desk, (struct desk_news){.kind = DESK_WORKING, .done_count = 3, .total_count = 9});
    assert_int_equal(kiosk->app.desk.scene.done_count, 3);
    desk_tell_kind(desk, DESK_STICK_OUT);
    assert_job(desk, JOB_DROP);
    assert_screen(kiosk, SCREEN_NOTICE);
    assert_int_equal(kiosk->app.desk.scene.notice, NOTICE_PULLED);
    desk_tell_kind(desk, DESK_STICK_IN); // and in again, by somebody who was admitted
    assert_job(desk, JOB_READ);
}

static void a_stick_pulled_when_all_was_read_stops_nothing(void **state) {
    struct desk_room *desk = *state;
    struct fake_kiosk *kiosk = desk_kiosk(desk);
    desk_show_changes(desk);
    desk_tell_kind(desk, DESK_STICK_OUT);
    assert_screen(kiosk, SCREEN_CHANGES);
    person_tap_nth(kiosk, ACTION_CONFIRM, 0);
    person_tap_nth(kiosk, ACTION_CONFIRM, 1);
    person_tap(kiosk, ACTION_PUT_ON_SCREEN);
    assert_job(desk, JOB_PUT_ON_SCREEN);
}

static void a_mended_stick_is_read_without_a_second_pin(void **state) {
    struct desk_room *desk = *state;
    struct fake_kiosk *kiosk = desk_kiosk(desk);
    desk_plug_in(desk);
    desk_admit(desk);
    assert_job(desk, JOB_READ);
    desk_tell(desk, (struct desk_news){.kind = DESK_FINDINGS, .findings = &desk->findings});
    assert_screen(kiosk, SCREEN_FINDINGS);
    desk_tell_kind(desk, DESK_STICK_OUT);
    desk_tell_kind(desk, DESK_STICK_IN);
    assert_job(desk, JOB_READ);
    desk_tell(desk, (struct desk_news){.kind = DESK_FINDINGS, .findings = &desk->findings});
    person_tap(kiosk, ACTION_TRY_AGAIN);
    assert_job(desk, JOB_READ);
    person_tap(kiosk, ACTION_STAFF_CLOSE);
    assert_job(desk, JOB_DROP);
    desk_tell_kind(desk, DESK_STICK_OUT);
    desk_tell_kind(desk, DESK_STICK_IN); // the next one needs it again
    assert_true(kiosk->app.view.is_admitting);
}

static void trying_again_needs_a_stick(void **state) {
    struct desk_room *desk = *state;
    struct fake_kiosk *kiosk = desk_kiosk(desk);
    desk_plug_in(desk);
    desk_admit(desk);
    assert_job(desk, JOB_READ);
    desk_tell(desk, (struct desk_news){.kind = DESK_FINDINGS, .findings = &desk->findings});
    desk_tell_kind(desk, DESK_STICK_OUT);
    person_tap(kiosk, ACTION_TRY_AGAIN);
    assert_job(desk, JOB_NONE);
    assert_screen(kiosk, SCREEN_NOTICE);
    assert_int_equal(kiosk->app.desk.scene.notice, NOTICE_PULLED);
    desk_tell_kind(desk, DESK_STICK_IN);
    assert_job(desk, JOB_READ);
}

static void escape_leaves_and_enter_presses_for_whoever_has_a_keyboard(void **state) {
    struct desk_room *desk = *state;
    struct fake_kiosk *kiosk = desk_kiosk(desk);
    desk_plug_in(desk);
    person_key(kiosk, KEY_ESCAPE);
    assert_false(kiosk->app.view.is_admitting);
    desk_show_changes(desk);
    person_key(kiosk, KEY_TAB);
    person_key(kiosk, KEY_TAB);
    assert_int_equal(kiosk->app.view.focused.kind, ACTION_CONFIRM);
    person_key(kiosk, KEY_ENTER);
    assert_int_equal(kiosk->app.desk.scene.confirmed_count, 1);
    person_key(kiosk, KEY_ESCAPE);
    assert_job(desk, JOB_DROP);
    assert_false(kiosk->app.desk.is_admitted);
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
        DESK_TEST(that_there_is_a_right_pin_admits_nobody_who_typed_none),
        DESK_TEST(news_that_nobody_was_admitted_for_change_nothing),
        DESK_TEST(what_a_lost_display_last_showed_opens_nothing),
        DESK_TEST(every_number_is_ticked_before_anything_is_put_on_screen),
        DESK_TEST(cards_can_be_seen_before_they_are_on_screen),
        DESK_TEST(whoever_walks_away_leaves_the_old_cards),
        DESK_TEST(a_stick_pulled_while_it_is_read_is_said),
        DESK_TEST(a_stick_pulled_when_all_was_read_stops_nothing),
        DESK_TEST(a_mended_stick_is_read_without_a_second_pin),
        DESK_TEST(trying_again_needs_a_stick),
        DESK_TEST(escape_leaves_and_enter_presses_for_whoever_has_a_keyboard),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
