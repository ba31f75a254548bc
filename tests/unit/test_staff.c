// SPDX-License-Identifier: MIT
// Staff at the kiosk, admitted: from the changes to the new cards, and every way in which that is
// given up. The clerk is the test itself.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "fake_desk.h"

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
    assert_job(desk, JOB_DROP);
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
    kiosk_wait_ms(kiosk, 89 * 1000);
    assert_true(kiosk->app.desk.is_admitted);
    kiosk_wait_ms(kiosk, 2 * 1000);
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

// A list of another stick than the one that is in would put old words on screen in its name.
static void a_stick_that_goes_takes_its_changes_with_it(void **state) {
    struct desk_room *desk = *state;
    struct fake_kiosk *kiosk = desk_kiosk(desk);
    for (int is_preview = 0; is_preview < 2; is_preview++) {
        desk_show_changes(desk);
        person_tap_nth(kiosk, ACTION_CONFIRM, 0);
        if (is_preview == 1) {
            person_tap(kiosk, ACTION_SEE_CARDS);
        }
        desk_tell_kind(desk, DESK_STICK_OUT);
        assert_job(desk, JOB_DROP);
        assert_screen(kiosk, SCREEN_NOTICE);
        assert_int_equal(kiosk->app.desk.scene.notice, NOTICE_PULLED);
        assert_ptr_equal(kiosk->app.deck, &kiosk->deck);
        desk_tell_kind(desk, DESK_STICK_IN);
        assert_job(desk, JOB_READ); // by somebody who was admitted
        desk_tell_kind(desk, DESK_STICK_OUT);
        assert_job(desk, JOB_DROP);
        person_tap(kiosk, ACTION_STAFF_CLOSE);
        (void)app_take_job(&kiosk->app);
    }
}

static void a_stick_that_goes_when_all_is_done_ends_it(void **state) {
    struct desk_room *desk = *state;
    struct fake_kiosk *kiosk = desk_kiosk(desk);
    static const enum notice notices[] = {NOTICE_SAME, NOTICE_COPIED, NOTICE_EMPTY};
    for (int i = 0; i < COUNT_OF(notices); i++) {
        desk_plug_in(desk);
        desk_admit(desk);
        assert_job(desk, JOB_READ);
        desk_tell(desk, (struct desk_news){.kind = DESK_NOTICE, .notice = notices[i]});
        desk_tell_kind(desk, DESK_STICK_OUT);
        assert_screen(kiosk, SCREEN_CARD);
        assert_false(kiosk->app.desk.is_admitted);
    }
    desk_show_changes(desk);
    desk_tell(desk, (struct desk_news){
                        .kind = DESK_SHOWN, .deck = &desk->fresh.deck, .notice = NOTICE_DONE});
    desk_tell_kind(desk, DESK_STICK_OUT);
    assert_false(kiosk->app.desk.is_admitted || kiosk->app.view.is_preview);
    assert_ptr_equal(kiosk->app.deck, &desk->fresh.deck);
}

static void the_screen_says_when_it_goes_and_stray_touches_do_not_keep_it(void **state) {
    struct desk_room *desk = *state;
    struct fake_kiosk *kiosk = desk_kiosk(desk);
    const struct staff_scene *scene = &kiosk->app.desk.scene;
    desk_show_changes(desk);
    kiosk_wait_ms(kiosk, 55 * 1000);
    assert_int_equal(scene->leaves_s, 0);
    person_touch(kiosk, TOUCH_DOWN, (struct rect){640, 620, 1, 1});
    person_touch(kiosk, TOUCH_UP, (struct rect){640, 620, 1, 1});
    kiosk_wait_ms(kiosk, 15 * 1000);
    assert_in_range(scene->leaves_s, 19, 20);
    person_tap(kiosk, ACTION_STAY);
    assert_int_equal(scene->leaves_s, 0);
    kiosk_wait_ms(kiosk, 80 * 1000);
    assert_true(kiosk->app.desk.is_admitted);
    kiosk_wait_ms(kiosk, 11 * 1000);
    assert_false(kiosk->app.desk.is_admitted);
    assert_int_equal(scene->leaves_s, 0);
}

static void urgent_help_is_one_touch_away_behind_the_pin_too(void **state) {
    struct desk_room *desk = *state;
    struct fake_kiosk *kiosk = desk_kiosk(desk);
    desk_show_changes(desk);
    person_tap(kiosk, ACTION_URGENT_HELP);
    assert_job(desk, JOB_DROP);
    assert_screen(kiosk, SCREEN_URGENT);
    assert_false(kiosk->app.desk.is_admitted || state_is_staff(&kiosk->app));
    assert_ptr_equal(kiosk->app.deck, &kiosk->deck);
    desk_tell_kind(desk, DESK_STICK_IN);
    kiosk_wait_ms(kiosk, 20 * 1000);
    assert_screen(kiosk, SCREEN_URGENT);
    assert_false(kiosk->app.view.is_admitting); // somebody is reading
    kiosk_wait_ms(kiosk, 200 * 1000);
    assert_screen(kiosk, SCREEN_CARD); // nobody was any more
}

static void a_preview_of_another_language_ends_on_cards_that_are_there(void **state) {
    struct desk_room *desk = *state;
    struct fake_kiosk *kiosk = desk_kiosk(desk);
    kiosk->deck.language_count = 1;
    desk_show_changes(desk);
    person_tap(kiosk, ACTION_SEE_CARDS);
    while (kiosk->app.view.language == 0) {
        person_tap(kiosk, ACTION_NEXT);
    }
    desk_tell_kind(desk, DESK_STICK_OUT);
    assert_int_equal(kiosk->app.view.language, 0);
    assert_int_equal(kiosk->app.view.card, 0);
}

// An update that is over holds the store until it is dropped: nobody else could update.
static void whoever_leaves_lets_go_of_the_store(void **state) {
    struct desk_room *desk = *state;
    struct fake_kiosk *kiosk = desk_kiosk(desk);
    desk_show_findings(desk);
    kiosk_wait_ms(kiosk, 200 * 1000);
    assert_false(kiosk->app.desk.is_admitted);
    assert_job(desk, JOB_DROP);
}

static void where_a_tick_is_missing_is_shown(void **state) {
    struct desk_room *desk = *state;
    struct fake_kiosk *kiosk = desk_kiosk(desk);
    desk_show_changes(desk);
    person_tap_nth(kiosk, ACTION_CONFIRM, 0);
    person_tap(kiosk, ACTION_PUT_ON_SCREEN);
    assert_job(desk, JOB_NONE);
    assert_int_equal(kiosk->app.desk.scene.wanted_row, 1);
    assert_true(action_equals(kiosk->app.view.focused, (struct action){ACTION_CONFIRM, 1}));
    person_tap_nth(kiosk, ACTION_CONFIRM, 1);
    assert_int_equal(kiosk->app.desk.scene.wanted_row, -1);
}

static void advice_can_be_read_before_anything_is_put_on_screen(void **state) {
    struct desk_room *desk = *state;
    struct fake_kiosk *kiosk = desk_kiosk(desk);
    finding_add(&desk->findings, (struct finding){.path = "cards/en/10-a.md",
                                                  .what = "It is long.",
                                                  .todo = "Make it shorter."});
    desk_show_changes(desk);
    person_tap(kiosk, ACTION_ADVICE);
    assert_screen(kiosk, SCREEN_ADVICE);
    person_tap(kiosk, ACTION_PREVIEW_END);
    assert_screen(kiosk, SCREEN_CHANGES);
    person_tap(kiosk, ACTION_ADVICE);
    person_key(kiosk, KEY_ESCAPE);
    assert_screen(kiosk, SCREEN_CHANGES);
    person_tap(kiosk, ACTION_ADVICE);
    person_tap(kiosk, ACTION_STAFF_CLOSE); // gives nothing up from here
    assert_screen(kiosk, SCREEN_CHANGES);
    assert_job(desk, JOB_NONE);
    person_tap(kiosk, ACTION_ADVICE);
    desk_tell_kind(desk, DESK_STICK_OUT);
    assert_int_equal(kiosk->app.desk.scene.notice, NOTICE_PULLED);
}

static void a_mended_stick_is_read_without_a_second_pin(void **state) {
    struct desk_room *desk = *state;
    struct fake_kiosk *kiosk = desk_kiosk(desk);
    desk_show_findings(desk);
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
    desk_show_findings(desk);
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
    for (int i = 0; i < 3; i++) { // past the way out and urgent help
        person_key(kiosk, KEY_TAB);
    }
    assert_int_equal(kiosk->app.view.focused.kind, ACTION_CONFIRM);
    person_key(kiosk, KEY_ENTER);
    assert_int_equal(kiosk->app.desk.scene.confirmed_count, 1);
    person_key(kiosk, KEY_ESCAPE);
    assert_job(desk, JOB_DROP);
    assert_false(kiosk->app.desk.is_admitted);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        DESK_TEST(every_number_is_ticked_before_anything_is_put_on_screen),
        DESK_TEST(cards_can_be_seen_before_they_are_on_screen),
        DESK_TEST(whoever_walks_away_leaves_the_old_cards),
        DESK_TEST(a_stick_pulled_while_it_is_read_is_said),
        DESK_TEST(a_stick_that_goes_takes_its_changes_with_it),
        DESK_TEST(a_stick_that_goes_when_all_is_done_ends_it),
        DESK_TEST(the_screen_says_when_it_goes_and_stray_touches_do_not_keep_it),
        DESK_TEST(urgent_help_is_one_touch_away_behind_the_pin_too),
        DESK_TEST(a_preview_of_another_language_ends_on_cards_that_are_there),
        DESK_TEST(whoever_leaves_lets_go_of_the_store),
        DESK_TEST(where_a_tick_is_missing_is_shown),
        DESK_TEST(advice_can_be_read_before_anything_is_put_on_screen),
        DESK_TEST(a_mended_stick_is_read_without_a_second_pin),
        DESK_TEST(trying_again_needs_a_stick),
        DESK_TEST(escape_leaves_and_enter_presses_for_whoever_has_a_keyboard),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
