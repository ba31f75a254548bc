// SPDX-License-Identifier: MIT
// "Are you still reading?": when it is asked, what answers it, and that the next person finds the
// kiosk as at boot. The standards are WCAG 2.2.1 (warned, extended by anything) and EN 301 549 on
// leaving nothing behind.
#include "app/app.h"

#include "app/patient/autoplay.h"
#include "fake_room.h"

static const struct rect bare = {640, 590, 0, 0}; // between the card and the row of buttons

static bool is_asked(const struct fake_kiosk *kiosk) {
    return kiosk->app.view.is_asking;
}

// Somebody has changed everything that can be changed, and has gone.
static void leave_with_everything_changed(struct fake_kiosk *kiosk) {
    person_tap(kiosk, ACTION_BACK);
    person_tap(kiosk, ACTION_LANGUAGES);
    person_tap_nth(kiosk, ACTION_SET_LANGUAGE, FAKE_ARABIC);
    person_tap(kiosk, ACTION_TEXT_SIZE);
    person_tap(kiosk, ACTION_CONTRAST);
    person_tap(kiosk, ACTION_TOPICS);
    person_key(kiosk, KEY_TAB);
}

static void be_asked(struct fake_kiosk *kiosk) {
    kiosk_wait_ms(kiosk, 90000);
    assert_true(is_asked(kiosk));
}

// On the second card.
static void be_asked_at_second(struct fake_kiosk *kiosk) {
    person_tap(kiosk, ACTION_NEXT);
    be_asked(kiosk);
}

static void assert_reading(const struct fake_kiosk *kiosk) {
    assert_false(is_asked(kiosk));
    assert_page(kiosk, FAKE_SECOND, 0);
}

ROOM_TEST(an_untouched_loop_never_asks) {
    for (int i = 0; i < 3600; i++) {
        kiosk_wait_ms(kiosk, 1000);
        assert_false(is_asked(kiosk));
    }
    assert_true(kiosk->app.view.is_cycling);
}

ROOM_TEST(it_asks_after_the_set_time_and_not_before) {
    person_tap(kiosk, ACTION_NEXT);
    kiosk_wait_ms(kiosk, 89999);
    assert_false(is_asked(kiosk));
    kiosk_wait_ms(kiosk, 1);
    assert_true(is_asked(kiosk));
    assert_int_equal(kiosk->app.transition, TRANSITION_FADE);
    assert_int_equal(kiosk->app.view.countdown_s, 25);
}

ROOM_TEST(a_long_page_is_given_half_as_much_again) {
    kiosk->deck.settings.words_a_minute = 80;
    person_tap(kiosk, ACTION_BACK);
    person_tap(kiosk, ACTION_BACK); // a full page of the long card
    uint64_t read_ms = (uint64_t)kiosk->scene->word_count * 60000 / 80 + 4000;
    assert_true(read_ms * 3 / 2 > 90000);
    kiosk_wait_ms(kiosk, read_ms * 3 / 2 - 1);
    assert_false(is_asked(kiosk));
    kiosk_wait_ms(kiosk, 1);
    assert_true(is_asked(kiosk));
}

ROOM_TEST(it_counts_down_a_second_at_a_time_and_then_goes_back) {
    leave_with_everything_changed(kiosk);
    be_asked(kiosk);
    for (int left_s = 25; left_s > 0; left_s--) {
        assert_int_equal(kiosk->app.view.countdown_s, left_s);
        assert_int_equal(app_deadline_ms(&kiosk->app), kiosk->now_ms + 1000);
        kiosk_wait_ms(kiosk, 999);
        assert_int_equal(kiosk->app.view.countdown_s, left_s);
        kiosk_wait_ms(kiosk, 1);
    }
    assert_as_at_boot(kiosk);
    assert_int_equal(kiosk->app.transition, TRANSITION_FADE);
    kiosk_wait_ms(kiosk, autoplay_page_ms(&kiosk->deck.settings, kiosk->scene->word_count) - 1);
    assert_screen(kiosk, SCREEN_POSTER);
    kiosk_wait_ms(kiosk, 1); // and the loop goes on
    assert_page(kiosk, FAKE_FIRST, 0);
}

ROOM_TEST(the_warning_is_whole_even_if_the_loop_wakes_late) {
    person_tap(kiosk, ACTION_NEXT);
    kiosk->now_ms += (uint64_t)3600 * 1000;
    kiosk_tick(kiosk);
    assert_true(is_asked(kiosk));
    kiosk_wait_ms(kiosk, 24999);
    assert_true(is_asked(kiosk));
    kiosk_wait_ms(kiosk, 1);
    assert_as_at_boot(kiosk);
}

ROOM_TEST(keep_reading_stays_as_often_as_wanted) {
    person_tap(kiosk, ACTION_NEXT);
    for (int i = 0; i < 20; i++) {
        be_asked(kiosk);
        person_tap(kiosk, ACTION_KEEP_READING);
        assert_reading(kiosk);
    }
}

ROOM_TEST(finish_starts_afresh_at_once_and_a_bounce_on_it_wakes_nothing) {
    leave_with_everything_changed(kiosk);
    be_asked(kiosk);
    struct rect at = person_find(kiosk, (struct action){ACTION_FINISH, 0});
    person_tap(kiosk, ACTION_FINISH);
    assert_as_at_boot(kiosk);
    kiosk->now_ms += 200;
    person_poke(kiosk, at);
    assert_as_at_boot(kiosk);
}

ROOM_TEST(urgent_help_answers_the_question_too) {
    be_asked_at_second(kiosk);
    person_tap(kiosk, ACTION_URGENT_HELP);
    assert_false(is_asked(kiosk));
    assert_screen(kiosk, SCREEN_URGENT);
    person_tap(kiosk, ACTION_CLOSE);
    assert_page(kiosk, FAKE_SECOND, 0);
}

ROOM_TEST(urgent_help_stays_while_somebody_reads_and_returns_when_nobody_does) {
    person_tap(kiosk, ACTION_URGENT_HELP);
    for (int i = 0; i < 5; i++) { // somebody may be dialling
        kiosk_wait_ms(kiosk, 179999);
        assert_false(is_asked(kiosk));
        kiosk_wait_ms(kiosk, 1);
        assert_true(is_asked(kiosk));
        assert_int_equal(kiosk->app.view.countdown_s, 60);
        person_poke(kiosk, bare);
        assert_screen(kiosk, SCREEN_URGENT);
    }
    kiosk_wait_ms(kiosk, 180000 + 60000);
    assert_as_at_boot(kiosk);
}

// Every control of the card is tried, those too in whose place the question stands.
ROOM_TEST(a_touch_outside_the_question_answers_it_and_does_nothing_else) {
    static const enum action_kind below[] = {ACTION_TEXT_SIZE, ACTION_CONTRAST, ACTION_LANGUAGES,
                                             ACTION_REFER};
    person_tap(kiosk, ACTION_NEXT);
    for (int i = 0; i < COUNT_OF(below); i++) {
        struct rect at = person_find(kiosk, (struct action){below[i], 0});
        assert_false(rect_is_empty(at));
        struct view before = kiosk->app.view;
        be_asked(kiosk);
        person_touch(kiosk, TOUCH_DOWN, at);
        assert_false(is_asked(kiosk));
        kiosk->now_ms += 80;
        person_touch(kiosk, TOUCH_UP, at);
        assert_true(view_is_same_picture(&kiosk->app.view, &before));
        kiosk->now_ms += 200; // and the hand shakes
        person_poke(kiosk, at);
        assert_page(kiosk, FAKE_SECOND, 0);
    }
}

ROOM_TEST(the_finger_that_answers_cannot_drag_the_card) {
    person_tap(kiosk, ACTION_NEXT);
    struct rect card = kiosk->scene->sliding;
    struct rect at = {card.x + 20, card.y + 20, 0, 0};
    be_asked(kiosk);
    person_touch(kiosk, TOUCH_DOWN, at);
    at.x += card.w / 2;
    person_touch(kiosk, TOUCH_MOVE, at);
    assert_false(kiosk->app.is_dragging);
    person_touch(kiosk, TOUCH_UP, at);
    assert_page(kiosk, FAKE_SECOND, 0);
}

ROOM_TEST(sliding_off_finish_keeps_reading) {
    be_asked_at_second(kiosk);
    person_press_nth(kiosk, ACTION_FINISH, 0);
    person_touch(kiosk, TOUCH_UP, bare);
    assert_reading(kiosk);
}

ROOM_TEST(a_press_as_the_time_runs_out_is_in_time) {
    be_asked_at_second(kiosk);
    kiosk_wait_ms(kiosk, 24990);
    struct rect at = person_press_nth(kiosk, ACTION_KEEP_READING, 0);
    kiosk_wait_ms(kiosk, 5000);
    person_touch(kiosk, TOUCH_UP, at);
    assert_reading(kiosk);
}

ROOM_TEST(any_key_keeps_reading_and_tab_chooses) {
    static const enum key keys[] = {KEY_NEXT, KEY_BACK, KEY_ENTER, KEY_ESCAPE, KEY_OTHER};
    person_tap(kiosk, ACTION_NEXT);
    for (int i = 0; i < COUNT_OF(keys); i++) {
        be_asked(kiosk);
        person_key(kiosk, keys[i]);
        assert_reading(kiosk);
    }
    be_asked(kiosk);
    kiosk_wait_ms(kiosk, 20000);
    while (kiosk->app.view.focused.kind != ACTION_FINISH) {
        person_key(kiosk, KEY_TAB);
        assert_int_equal(kiosk->app.view.countdown_s, 25);
    }
    person_key(kiosk, KEY_ENTER);
    assert_as_at_boot(kiosk);
}

ROOM_TEST(a_leaning_palm_answers_and_later_gives_way) {
    person_touch(kiosk, TOUCH_DOWN, bare);
    kiosk_wait_ms(kiosk, 10000 + 90000);
    assert_true(is_asked(kiosk)); // it still lies there, and is nobody
    kiosk->finger = 2;
    person_poke(kiosk, bare);
    assert_false(is_asked(kiosk));
    kiosk_wait_ms(kiosk, 90000 + 25000);
    assert_as_at_boot(kiosk);
    person_tap(kiosk, ACTION_NEXT); // with the palm still there
    assert_page(kiosk, FAKE_SECOND, 0);
}
