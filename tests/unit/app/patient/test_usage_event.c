// SPDX-License-Identifier: MIT
// What counts as opened by a person: each card, the refer screen and urgent help when somebody goes
// there, and nothing that comes by itself, is come back to, or is seen by staff. The kiosk notes it
// as the program's loop does, after every input.

#include "fake_session.h"

static void count(struct fake_kiosk *kiosk) {
    static char opened[100000];
    opened[0] = '\0';
    kiosk->opened = opened;
}

enum { TAP_LIMIT = 5 };

// The fake deck's cards are first, second and long, of which the last has several pages.
static const struct {
    const char *why;
    struct action taps[TAP_LIMIT];
    const char *opened;
} visits[] = {
    {"to turn to a card",
     {{ACTION_NEXT, 0}, {ACTION_NEXT, 0}, {ACTION_BACK, 0}},
     "card:second card:long card:second"},
    {"to turn the pages of one card",
     {{ACTION_NEXT, 0}, {ACTION_NEXT, 0}, {ACTION_NEXT, 0}, {ACTION_BACK, 0}},
     "card:second card:long"},
    {"to come back to the card that the loop was at",
     {{ACTION_NEXT, 0}, {ACTION_BACK, 0}},
     "card:second card:first"},
    {"to choose among the topics the card that was open",
     {{ACTION_TOPICS, 0},
      {ACTION_OPEN_CARD, FAKE_LONG},
      {ACTION_TOPICS, 0},
      {ACTION_OPEN_CARD, FAKE_LONG}},
     "card:long"},
    {"to come back from the languages",
     {{ACTION_NEXT, 0}, {ACTION_LANGUAGES, 0}, {ACTION_CLOSE, 0}},
     "card:second"},
    {"to come back from the refer screen",
     {{ACTION_NEXT, 0}, {ACTION_REFER, 0}, {ACTION_CLOSE, 0}},
     "card:second refer"},
    {"to come back to the refer screen",
     {{ACTION_REFER, 0}, {ACTION_URGENT_HELP, 0}, {ACTION_CLOSE, 0}, {ACTION_URGENT_HELP, 0}},
     "refer urgent-help urgent-help"},
    {"to come back from urgent help",
     {{ACTION_NEXT, 0}, {ACTION_URGENT_HELP, 0}, {ACTION_CLOSE, 0}},
     "card:second urgent-help"},
    {"to have the same card in other letters, colours and words",
     {{ACTION_NEXT, 0},
      {ACTION_TEXT_SIZE, 0},
      {ACTION_CONTRAST, 0},
      {ACTION_LANGUAGES, 0},
      {ACTION_SET_LANGUAGE, FAKE_ARABIC}},
     "card:second"},
};

ROOM_TEST(what_somebody_goes_to_counts_and_what_they_come_back_to_does_not) {
    for (int i = 0; i < COUNT_OF(visits); i++) {
        kiosk_open(kiosk);
        person_tap(kiosk, ACTION_READ);
        kiosk_wait_ms(kiosk, 1000);
        count(kiosk);
        for (int k = 0; k < TAP_LIMIT && visits[i].taps[k].kind != ACTION_NONE; k++) {
            person_tap_nth(kiosk, visits[i].taps[k].kind, visits[i].taps[k].argument);
        }
        if (strcmp(kiosk->opened, visits[i].opened) != 0) {
            fail_msg("%s counted %s", visits[i].why, kiosk->opened);
        }
    }
}

READING_TEST(a_key_to_the_topics_and_back_opens_nothing) {
    person_key(kiosk, KEY_NEXT);
    count(kiosk);
    person_key(kiosk, KEY_ESCAPE);
    assert_screen(kiosk, SCREEN_TOPICS);
    person_key(kiosk, KEY_ESCAPE);
    assert_string_equal(kiosk->opened, "");
}

ROOM_TEST(what_turns_by_itself_was_opened_by_nobody) {
    count(kiosk);
    kiosk_wait_ms(kiosk, 3600 * 1000);
    assert_true(kiosk->app.view.is_cycling);
    assert_string_equal(kiosk->opened, "");
}

ROOM_TEST(a_touch_on_the_loop_opens_the_card_that_it_shows) {
    count(kiosk);
    while (kiosk->app.view.screen != SCREEN_CARD || kiosk->app.view.card != FAKE_SECOND) {
        kiosk_wait_ms(kiosk, 1000);
    }
    person_tap(kiosk, ACTION_READ);
    assert_false(kiosk->app.view.is_cycling);
    assert_string_equal(kiosk->opened, "card:second");
}

ROOM_TEST(the_next_person_counts_afresh) {
    for (int person = 0; person < 2; person++) {
        count(kiosk);
        person_tap(kiosk, ACTION_NEXT);
        assert_string_equal(kiosk->opened, "card:first card:second");
        kiosk_wait_ms(kiosk, 600 * 1000);
        assert_true(kiosk->app.view.is_cycling);
        while (kiosk->app.view.card != FAKE_FIRST) {
            kiosk_wait_ms(kiosk, 1000);
        }
    }
}

READING_TEST(keys_and_drags_open_as_taps_do) {
    count(kiosk);
    struct rect card = kiosk->scene->sliding;
    person_key(kiosk, KEY_NEXT);
    kiosk_wait_ms(kiosk, 1000);
    struct rect at =
        person_drag(kiosk, (struct rect){card.x + card.w - 40, card.y + 200, 1, 1}, -50);
    assert_string_equal(kiosk->opened, "card:second");
    person_touch(kiosk, TOUCH_UP, at);
    assert_string_equal(kiosk->opened, "card:second card:long");
}

READING_TEST(urgent_help_from_the_keypad_counts_and_the_way_to_it_does_not) {
    person_tap(kiosk, ACTION_NEXT);
    count(kiosk);
    session_plug_in(kiosk);
    person_tap(kiosk, ACTION_STAFF_CLOSE);
    assert_string_equal(kiosk->opened, "");
    session_say(kiosk, STAFF_EVENT_STICK_OUT);
    session_plug_in(kiosk);
    person_tap(kiosk, ACTION_URGENT_HELP);
    assert_string_equal(kiosk->opened, "urgent-help");
}

READING_TEST(what_staff_look_at_is_not_counted) {
    count(kiosk);
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

READING_TEST(with_counts_off_nothing_is_noted) {
    kiosk->deck.settings.has_counts = false;
    count(kiosk);
    person_tap(kiosk, ACTION_NEXT);
    person_tap(kiosk, ACTION_REFER);
    assert_string_equal(kiosk->opened, "");
}
