// SPDX-License-Identifier: MIT
// What happens next, on a small deck: the loop that nobody touches, what stops it, and where the
// controls and the finger lead. The question and the next person have tests of their own.
#include "app/app.h"

#include "app/patient/autoplay.h"
#include "fake_room.h"

static uint64_t page_time(const struct fake_kiosk *kiosk) {
    return autoplay_page_ms(&kiosk->deck.settings, kiosk->scene->word_count);
}

ROOM_TEST(reading_time_is_paced_and_bounded) {
    struct settings settings = kiosk->deck.settings;
    assert_int_equal(settings.words_a_minute, 130);
    assert_int_equal(autoplay_page_ms(&settings, 65), 34000);
    assert_int_equal(autoplay_page_ms(&settings, 0), 8000);
    assert_int_equal(autoplay_page_ms(&settings, 100000), 40000);
    settings.words_a_minute = 65;
    assert_int_equal(autoplay_page_ms(&settings, 13), 16000);
}

ROOM_TEST(the_loop_shows_every_page_and_starts_again) {
    for (int turn = 0; turn < 3; turn++) {
        assert_screen(kiosk, SCREEN_POSTER);
        kiosk_wait_ms(kiosk, page_time(kiosk));
        for (int card = 0; card < FAKE_CARD_COUNT; card++) {
            int page_count = kiosk->scene->page_count;
            assert_true(card == FAKE_LONG ? page_count > 1 : page_count == 1);
            for (int page = 0; page < page_count; page++) {
                assert_page(kiosk, card, page);
                kiosk_wait_ms(kiosk, page_time(kiosk) - 1);
                assert_page(kiosk, card, page);
                kiosk_wait_ms(kiosk, 1);
                assert_int_equal(kiosk->app.transition, TRANSITION_FADE);
            }
        }
    }
    assert_as_at_boot(kiosk);
}

// In the loop, behind the poster.
static void wait_for_first_card(struct fake_kiosk *kiosk) {
    kiosk_wait_ms(kiosk, page_time(kiosk));
    assert_page(kiosk, FAKE_FIRST, 0);
    kiosk->shown_count = 1;
}

ROOM_TEST(the_segment_fills_in_step_and_wakes_four_times_a_second) {
    wait_for_first_card(kiosk);
    uint64_t start_ms = kiosk->now_ms, last_ms = start_ms;
    int wake_count = 0, filled_px = 0;
    assert_false(rect_is_empty(kiosk->scene->progress));
    while (kiosk->app.view.card == FAKE_FIRST) {
        uint64_t due_ms = app_deadline_ms(&kiosk->app);
        assert_true(due_ms >= last_ms + 250 || due_ms == start_ms + page_time(kiosk));
        last_ms = kiosk->now_ms = due_ms;
        kiosk_tick(kiosk);
        wake_count++;
        int px = scene_progress_px(kiosk->scene, kiosk->app.view.progress);
        assert_true(kiosk->app.view.card != FAKE_FIRST || px >= filled_px);
        filled_px = px;
    }
    assert_int_equal(last_ms - start_ms, 22461); // 40 words at 130 a minute, and 4 s
    assert_true(wake_count > 10 && wake_count <= 22461 / 250 + 1);
    assert_int_equal(kiosk->shown_count, 2);
}

ROOM_TEST(progress_is_the_part_of_the_time_that_is_gone) {
    wait_for_first_card(kiosk);
    assert_false(rect_is_empty(kiosk->scene->progress));
    for (uint64_t spent_ms = 100; spent_ms < page_time(kiosk); spent_ms += 100) {
        kiosk_wait_ms(kiosk, 100);
        int px = scene_progress_px(kiosk->scene, kiosk->app.view.progress);
        int whole_px = kiosk->scene->progress.w;
        uint64_t steps_ms = spent_ms / 250 * 250; // four times a second
        int due_px = (int)((uint64_t)whole_px * steps_ms / page_time(kiosk));
        assert_true(px >= due_px - 2 && px <= due_px);
    }
}

ROOM_TEST(a_page_is_timed_from_when_it_is_on_the_glass) {
    wait_for_first_card(kiosk);
    kiosk->now_ms = app_deadline_ms(&kiosk->app) + page_time(kiosk);
    kiosk_apply(kiosk, (struct input){.kind = INPUT_TIME});
    assert_page(kiosk, FAKE_SECOND, 0);
    kiosk->now_ms += 700; // a slow machine draws
    kiosk_show(kiosk);
    kiosk_wait_ms(kiosk, page_time(kiosk) - 1);
    assert_page(kiosk, FAKE_SECOND, 0);
    kiosk_wait_ms(kiosk, 1);
    assert_page(kiosk, FAKE_LONG, 0);
}

ROOM_TEST(a_late_wake_up_skips_no_page) {
    wait_for_first_card(kiosk);
    kiosk->now_ms += (uint64_t)3600 * 1000;
    kiosk_tick(kiosk);
    assert_page(kiosk, FAKE_SECOND, 0);
    assert_int_equal(kiosk->app.view.progress, 0);
}

ROOM_TEST(a_finger_holds_the_page_and_stops_the_loop_when_it_lifts) {
    wait_for_first_card(kiosk);
    kiosk_wait_ms(kiosk, page_time(kiosk) - 1000);
    struct rect bare = {640, 590, 0, 0};
    person_touch(kiosk, TOUCH_DOWN, bare);
    kiosk_wait_ms(kiosk, 9000);
    assert_page(kiosk, FAKE_FIRST, 0);
    assert_true(kiosk->app.view.is_cycling);
    person_touch(kiosk, TOUCH_UP, bare);
    assert_false(kiosk->app.view.is_cycling);
    kiosk_wait_ms(kiosk, 60000);
    assert_page(kiosk, FAKE_FIRST, 0);
}

READING_TEST(next_and_back_walk_every_page_and_wrap_round) {
    int seen[50][2];
    int count = 0;
    do {
        seen[count][0] = kiosk->app.view.card;
        seen[count++][1] = kiosk->app.view.page;
        person_tap(kiosk, ACTION_NEXT);
        assert_int_equal(kiosk->app.transition, TRANSITION_SLIDE_NEXT);
        assert_int_equal(kiosk->app.view.progress, 1000); // "you are here"
    } while (count < 50 && (kiosk->app.view.card != 0 || kiosk->app.view.page != 0));
    assert_true(count > FAKE_CARD_COUNT);
    while (count-- > 0) {
        person_tap(kiosk, ACTION_BACK);
        assert_int_equal(kiosk->app.transition, TRANSITION_SLIDE_BACK);
        assert_page(kiosk, seen[count][0], seen[count][1]);
    }
}

READING_TEST(a_tile_opens_its_card) {
    for (int card = 0; card < FAKE_CARD_COUNT; card++) {
        person_tap(kiosk, ACTION_TOPICS);
        assert_screen(kiosk, SCREEN_TOPICS);
        person_tap_nth(kiosk, ACTION_OPEN_CARD, card);
        assert_page(kiosk, card, 0);
        assert_int_equal(kiosk->app.transition, TRANSITION_FADE);
    }
}

READING_TEST(closing_goes_back_to_the_very_page) {
    person_tap(kiosk, ACTION_BACK);
    person_tap(kiosk, ACTION_BACK);
    int page = kiosk->app.view.page;
    assert_true(page > 0);
    person_tap(kiosk, ACTION_REFER);
    assert_screen(kiosk, SCREEN_REFER);
    person_tap(kiosk, ACTION_URGENT_HELP);
    assert_screen(kiosk, SCREEN_URGENT);
    person_tap(kiosk, ACTION_CLOSE);
    assert_screen(kiosk, SCREEN_REFER);
    person_tap(kiosk, ACTION_CLOSE);
    assert_page(kiosk, FAKE_LONG, page);
}

READING_TEST(no_two_screens_send_a_person_in_a_circle) {
    static const enum action_kind doors[] = {ACTION_REFER, ACTION_URGENT_HELP, ACTION_LANGUAGES,
                                             ACTION_TOPICS};
    for (int i = 0; i < 64; i++) {
        for (int step = 0; step < 3; step++) {
            enum action_kind door = doors[(i >> (2 * step)) & 3];
            if (person_sees(kiosk, door)) {
                person_tap(kiosk, door);
            }
        }
        for (int step = 0; step < 2 && person_sees(kiosk, ACTION_CLOSE); step++) {
            person_tap(kiosk, ACTION_CLOSE);
        }
        if (kiosk->app.view.screen == SCREEN_TOPICS) {
            person_tap(kiosk, ACTION_OPEN_CARD);
        }
        assert_screen(kiosk, SCREEN_CARD);
    }
}

READING_TEST(another_language_keeps_the_card_by_its_id) {
    person_tap(kiosk, ACTION_NEXT);
    person_tap(kiosk, ACTION_LANGUAGES);
    person_tap_nth(kiosk, ACTION_SET_LANGUAGE, FAKE_ARABIC);
    assert_int_equal(kiosk->app.view.language, FAKE_ARABIC);
    assert_page(kiosk, 1, 0); // "second"
    person_tap(kiosk, ACTION_LANGUAGES);
    person_tap_nth(kiosk, ACTION_SET_LANGUAGE, FAKE_ENGLISH);
    assert_page(kiosk, FAKE_SECOND, 0);
}

READING_TEST(a_card_that_a_language_lacks_gives_way_to_the_nearest) {
    person_tap(kiosk, ACTION_BACK); // "long", number 30, on its last page
    person_tap(kiosk, ACTION_LANGUAGES);
    person_tap_nth(kiosk, ACTION_SET_LANGUAGE, FAKE_ARABIC);
    assert_page(kiosk, 0, 0); // number 28, not 50
}

READING_TEST(languages_close_to_the_screen_they_came_from) {
    person_tap(kiosk, ACTION_REFER);
    person_tap(kiosk, ACTION_LANGUAGES);
    person_tap_nth(kiosk, ACTION_SET_LANGUAGE, FAKE_ARABIC);
    assert_screen(kiosk, SCREEN_REFER);
    person_tap(kiosk, ACTION_CLOSE);
    assert_screen(kiosk, SCREEN_CARD);
}

// What was read first on the page before is on the page then.
READING_TEST(a_larger_text_keeps_the_words_in_sight) {
    person_tap(kiosk, ACTION_BACK);
    int word = kiosk->app.first_word;
    assert_true(word > 0);
    person_tap(kiosk, ACTION_TEXT_SIZE);
    const struct scene *scene = kiosk->scene;
    assert_true(scene->first_word <= word && word < scene->first_word + scene->word_count);
}

ROOM_TEST(a_touch_on_the_loop_opens_its_words_to_be_read) {
    wait_for_first_card(kiosk);
    while (kiosk->app.view.card != FAKE_LONG || kiosk->app.view.page == 0) {
        kiosk_wait_ms(kiosk, 1000);
    }
    int word = kiosk->app.first_word;
    person_tap(kiosk, ACTION_READ);
    const struct scene *scene = kiosk->scene;
    assert_false(kiosk->app.view.is_cycling);
    assert_int_equal(kiosk->app.view.card, FAKE_LONG);
    assert_true(scene->first_word <= word && word < scene->first_word + scene->word_count);
    assert_true(person_sees(kiosk, ACTION_NEXT) && person_sees(kiosk, ACTION_FINISH));
}

READING_TEST(a_tap_that_was_meant_for_the_picture_before_presses_nothing) {
    struct rect next = person_find(kiosk, (struct action){ACTION_NEXT, 0});
    person_tap(kiosk, ACTION_TOPICS);
    kiosk->now_ms += 249;
    person_poke(kiosk, next);
    assert_screen(kiosk, SCREEN_TOPICS);
    assert_int_equal(kiosk->app.view.pressed.kind, ACTION_NONE);
}

// Where letters are large, the header's controls have a screen of their own.
static void change_setting(struct fake_kiosk *kiosk, enum action_kind kind) {
    bool is_seen = person_sees(kiosk, kind);
    if (!is_seen) {
        person_tap(kiosk, ACTION_SETTINGS);
    }
    person_tap(kiosk, kind);
    if (!is_seen) {
        person_tap(kiosk, ACTION_CLOSE);
    }
}

READING_TEST(text_size_and_contrast_go_round_on_the_same_card) {
    person_tap(kiosk, ACTION_BACK);
    static const enum text_size sizes[] = {TEXT_LARGER, TEXT_LARGEST, TEXT_NORMAL};
    for (int i = 0; i < COUNT_OF(sizes); i++) {
        change_setting(kiosk, ACTION_TEXT_SIZE);
        assert_int_equal(kiosk->app.view.text_size, sizes[i]);
        assert_int_equal(kiosk->app.view.card, FAKE_LONG);
    }
    person_tap(kiosk, ACTION_CONTRAST);
    assert_int_equal(kiosk->app.view.theme, THEME_CONTRAST);
    assert_int_equal(kiosk->app.transition, TRANSITION_FADE);
    person_tap(kiosk, ACTION_CONTRAST);
    assert_int_equal(kiosk->app.view.theme, THEME_LIGHT);
}

READING_TEST(without_motion_nothing_moves) {
    kiosk->deck.settings.has_motion = false;
    static const enum action_kind taps[] = {ACTION_NEXT, ACTION_BACK, ACTION_TOPICS, ACTION_REFER,
                                            ACTION_CONTRAST};
    for (int i = 0; i < COUNT_OF(taps); i++) {
        person_tap(kiosk, taps[i]);
        assert_int_equal(kiosk->app.transition, TRANSITION_NONE);
    }
}
