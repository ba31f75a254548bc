// SPDX-License-Identifier: MIT
// What counts as opened by a person: each card, the refer screen and urgent help when somebody goes
// there, and nothing that comes by itself, is come back to, or is seen by staff. The kiosk notes it
// as the program's loop does, after every input.

#include "fake_session.h"

static struct fake_kiosk *counting_kiosk(void **state) {
    static char opened[100000];
    struct fake_kiosk *kiosk = *state;
    opened[0] = '\0';
    kiosk->opened = opened;
    return kiosk;
}

static void forget(struct fake_kiosk *kiosk) {
    kiosk->opened[0] = '\0';
}

// The fake deck's cards are first, second and long, of which the last has several pages.
static void a_card_counts_when_somebody_turns_to_it(void **state) {
    struct fake_kiosk *kiosk = counting_kiosk(state);
    person_tap(kiosk, ACTION_NEXT);
    assert_string_equal(kiosk->opened, "card:second");
    person_tap(kiosk, ACTION_NEXT);
    assert_string_equal(kiosk->opened, "card:second card:long");
    person_tap(kiosk, ACTION_BACK);
    assert_string_equal(kiosk->opened, "card:second card:long card:second");
}

static void the_pages_of_one_card_are_one_card(void **state) {
    struct fake_kiosk *kiosk = counting_kiosk(state);
    person_tap(kiosk, ACTION_NEXT);
    person_tap(kiosk, ACTION_NEXT);
    forget(kiosk);
    assert_true(kiosk->app.page_count > 1);
    person_tap(kiosk, ACTION_NEXT);
    person_tap(kiosk, ACTION_BACK);
    assert_page(kiosk, FAKE_LONG, 0);
    assert_string_equal(kiosk->opened, "");
}

static void what_turns_by_itself_was_opened_by_nobody(void **state) {
    struct fake_kiosk *kiosk = counting_kiosk(state);
    kiosk_wait_ms(kiosk, 3600 * 1000);
    assert_true(kiosk->app.view.is_cycling);
    assert_string_equal(kiosk->opened, "");
}

static void a_touch_that_only_stops_the_loop_opens_nothing(void **state) {
    struct fake_kiosk *kiosk = counting_kiosk(state);
    kiosk_wait_ms(kiosk, 30 * 1000);
    person_tap(kiosk, ACTION_PAUSE);
    person_poke(kiosk, (struct rect){640, 200, 1, 1});
    assert_false(kiosk->app.view.is_cycling);
    assert_string_equal(kiosk->opened, "");
}

static void a_loop_that_somebody_set_going_again_counts_nothing(void **state) {
    struct fake_kiosk *kiosk = counting_kiosk(state);
    person_tap(kiosk, ACTION_PAUSE);
    person_tap(kiosk, ACTION_RESUME);
    int before = kiosk->app.view.card;
    kiosk_wait_ms(kiosk, 45 * 1000);
    assert_int_not_equal(kiosk->app.view.card, before);
    assert_string_equal(kiosk->opened, "");
}

static void to_come_back_from_another_screen_opens_nothing(void **state) {
    static const struct {
        enum action_kind go, back;
        const char *opened;
    } cases[] = {
        {ACTION_LANGUAGES, ACTION_CLOSE, ""},
        {ACTION_REFER, ACTION_CLOSE, "refer"},
        {ACTION_URGENT_HELP, ACTION_CLOSE, "urgent-help"},
    };
    struct fake_kiosk *kiosk = counting_kiosk(state);
    person_tap(kiosk, ACTION_NEXT);
    for (int i = 0; i < COUNT_OF(cases); i++) {
        forget(kiosk);
        person_tap(kiosk, cases[i].go);
        person_tap(kiosk, cases[i].back);
        assert_page(kiosk, FAKE_SECOND, 0);
        assert_string_equal(kiosk->opened, cases[i].opened);
    }
    forget(kiosk);
    person_key(kiosk, KEY_ESCAPE);
    assert_screen(kiosk, SCREEN_TOPICS);
    person_key(kiosk, KEY_ESCAPE);
    assert_page(kiosk, FAKE_SECOND, 0);
    assert_string_equal(kiosk->opened, "");
}

static void to_come_back_to_the_refer_screen_opens_nothing(void **state) {
    struct fake_kiosk *kiosk = counting_kiosk(state);
    person_tap(kiosk, ACTION_REFER);
    person_tap(kiosk, ACTION_URGENT_HELP);
    person_tap(kiosk, ACTION_CLOSE);
    assert_screen(kiosk, SCREEN_REFER);
    assert_string_equal(kiosk->opened, "refer urgent-help");
    person_tap(kiosk, ACTION_URGENT_HELP);
    assert_string_equal(kiosk->opened, "refer urgent-help urgent-help");
}

static void a_card_chosen_among_the_topics_counts_unless_it_was_open(void **state) {
    struct fake_kiosk *kiosk = counting_kiosk(state);
    person_tap(kiosk, ACTION_TOPICS);
    person_tap_nth(kiosk, ACTION_OPEN_CARD, FAKE_LONG);
    assert_string_equal(kiosk->opened, "card:long");
    person_tap(kiosk, ACTION_TOPICS);
    person_tap_nth(kiosk, ACTION_OPEN_CARD, FAKE_LONG);
    assert_string_equal(kiosk->opened, "card:long");
}

static void the_card_that_the_loop_was_at_counts_when_it_is_chosen(void **state) {
    struct fake_kiosk *kiosk = counting_kiosk(state);
    person_tap(kiosk, ACTION_NEXT);
    person_tap(kiosk, ACTION_BACK);
    assert_string_equal(kiosk->opened, "card:second card:first");
}

static void letters_colours_and_languages_open_nothing(void **state) {
    struct fake_kiosk *kiosk = counting_kiosk(state);
    person_tap(kiosk, ACTION_NEXT);
    forget(kiosk);
    person_tap(kiosk, ACTION_TEXT_SIZE);
    person_tap(kiosk, ACTION_CONTRAST);
    person_tap(kiosk, ACTION_LANGUAGES);
    person_tap_nth(kiosk, ACTION_SET_LANGUAGE, FAKE_ARABIC);
    assert_int_equal(kiosk->app.view.language, FAKE_ARABIC);
    assert_string_equal(kiosk->opened, ""); // the same card, in other letters
}

static void the_next_person_counts_afresh(void **state) {
    struct fake_kiosk *kiosk = counting_kiosk(state);
    for (int person = 0; person < 2; person++) {
        forget(kiosk);
        person_tap(kiosk, ACTION_NEXT);
        assert_string_equal(kiosk->opened, "card:second");
        kiosk_wait_ms(kiosk, 600 * 1000);
        assert_true(kiosk->app.view.is_cycling);
        while (kiosk->app.view.card != FAKE_FIRST) {
            kiosk_wait_ms(kiosk, 1000);
        }
    }
}

static void keys_and_drags_open_as_taps_do(void **state) {
    struct fake_kiosk *kiosk = counting_kiosk(state);
    struct rect card = kiosk->scene->sliding;
    person_key(kiosk, KEY_NEXT);
    kiosk_wait_ms(kiosk, 1000);
    struct rect at =
        person_drag(kiosk, (struct rect){card.x + card.w - 40, card.y + 200, 1, 1}, -50);
    assert_string_equal(kiosk->opened, "card:second");
    person_touch(kiosk, TOUCH_UP, at);
    assert_string_equal(kiosk->opened, "card:second card:long");
}

static void urgent_help_from_the_keypad_counts_and_the_way_to_it_does_not(void **state) {
    struct fake_kiosk *kiosk = counting_kiosk(state);
    person_tap(kiosk, ACTION_NEXT);
    forget(kiosk);
    session_plug_in(kiosk);
    person_tap(kiosk, ACTION_STAFF_CLOSE);
    assert_string_equal(kiosk->opened, "");
    session_say(kiosk, STAFF_EVENT_STICK_OUT);
    session_plug_in(kiosk);
    person_tap(kiosk, ACTION_URGENT_HELP);
    assert_string_equal(kiosk->opened, "urgent-help");
}

static void what_staff_look_at_is_not_counted(void **state) {
    struct fake_kiosk *kiosk = counting_kiosk(state);
    session_show(kiosk, STAFF_EVENT_CHANGES);
    person_tap(kiosk, ACTION_SEE_CARDS);
    for (int i = 0; i < 20; i++) {
        person_tap(kiosk, ACTION_NEXT);
    }
    person_tap(kiosk, ACTION_PREVIEW_END);
    person_tap_nth(kiosk, ACTION_CONFIRM, 0);
    person_tap_nth(kiosk, ACTION_CONFIRM, 1);
    person_tap(kiosk, ACTION_PUT_ON_SCREEN);
    assert_job(kiosk, JOB_PUT_ON_SCREEN);
    session_say(kiosk, STAFF_EVENT_SHOWN);
    person_tap(kiosk, ACTION_STAFF_CLOSE);
    assert_true(kiosk->app.view.is_cycling);
    assert_string_equal(kiosk->opened, "");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        ROOM_TEST(a_card_counts_when_somebody_turns_to_it),
        ROOM_TEST(the_pages_of_one_card_are_one_card),
        ROOM_TEST(what_turns_by_itself_was_opened_by_nobody),
        ROOM_TEST(a_touch_that_only_stops_the_loop_opens_nothing),
        ROOM_TEST(a_loop_that_somebody_set_going_again_counts_nothing),
        ROOM_TEST(to_come_back_from_another_screen_opens_nothing),
        ROOM_TEST(to_come_back_to_the_refer_screen_opens_nothing),
        ROOM_TEST(a_card_chosen_among_the_topics_counts_unless_it_was_open),
        ROOM_TEST(the_card_that_the_loop_was_at_counts_when_it_is_chosen),
        ROOM_TEST(letters_colours_and_languages_open_nothing),
        ROOM_TEST(the_next_person_counts_afresh),
        ROOM_TEST(keys_and_drags_open_as_taps_do),
        ROOM_TEST(urgent_help_from_the_keypad_counts_and_the_way_to_it_does_not),
        ROOM_TEST(what_staff_look_at_is_not_counted),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
