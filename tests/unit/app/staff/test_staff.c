// SPDX-License-Identifier: MIT
// Staff at the kiosk, admitted: from the changes to the new cards, and every way in which that is
// given up. The shell is the test itself.

#include "fake_session.h"

ROOM_TEST(every_number_is_ticked_before_anything_is_put_on_screen) {
    session_show(kiosk, STAFF_EVENT_CHANGES);
    assert_screen(kiosk, SCREEN_CHANGES);
    person_tap(kiosk, ACTION_PUT_ON_SCREEN);
    assert_job(kiosk, JOB_NONE);
    person_tap_nth(kiosk, ACTION_CONFIRM, 0);
    person_tap(kiosk, ACTION_PUT_ON_SCREEN);
    assert_job(kiosk, JOB_NONE);
    assert_int_equal(kiosk->app.session.scene.wanted_row, 1); // where the tick is missing
    assert_true(action_equals(kiosk->app.view.focused, (struct action){ACTION_CONFIRM, 1}));
    person_tap_nth(kiosk, ACTION_CONFIRM, 1);
    assert_int_equal(kiosk->app.session.scene.wanted_row, -1);
    person_tap_nth(kiosk, ACTION_CONFIRM, 0); // and back
    person_tap(kiosk, ACTION_PUT_ON_SCREEN);
    assert_job(kiosk, JOB_NONE);
    person_tap_nth(kiosk, ACTION_CONFIRM, 0);
    person_tap(kiosk, ACTION_PUT_ON_SCREEN);
    assert_job(kiosk, JOB_PUT_ON_SCREEN);
    session_say(kiosk, STAFF_EVENT_SHOWN);
    assert_ptr_equal(kiosk->app.deck, &room_of(kiosk)->fresh.deck);
    assert_patients(kiosk);
    person_tap(kiosk, ACTION_STAFF_CLOSE);
    assert_job(kiosk, JOB_DROP);
    assert_false(kiosk->app.session.is_admitted);
    assert_ptr_equal(kiosk->app.deck, &room_of(kiosk)->fresh.deck);
    assert_true(kiosk->app.view.is_cycling);
}

ROOM_TEST(cards_can_be_seen_before_they_are_on_screen) {
    const struct staff_scene *scene = &kiosk->app.session.scene;
    bool seen[SCREEN_COUNT] = {false};
    int page_count = 0;
    session_show(kiosk, STAFF_EVENT_CHANGES);
    person_tap(kiosk, ACTION_SEE_CARDS);
    assert_ptr_equal(kiosk->app.deck, &room_of(kiosk)->fresh.deck);
    assert_false(person_sees(kiosk, ACTION_URGENT_HELP)); // what patients touch rests
    do {
        seen[kiosk->app.view.screen] = true;
        person_tap(kiosk, ACTION_NEXT);
        page_count++;
    } while (scene->done_count > 1 && page_count < 1000);
    assert_int_equal(scene->total_count, FAKE_CARD_COUNT + 2 + 2 + 2); // two languages
    assert_true(page_count > scene->total_count);                      // one card has several pages
    assert_true(seen[SCREEN_REFER] && seen[SCREEN_URGENT]);
    person_tap(kiosk, ACTION_BACK);
    assert_screen(kiosk, SCREEN_URGENT);
    person_tap(kiosk, ACTION_PREVIEW_END);
    assert_screen(kiosk, SCREEN_CHANGES);
    assert_ptr_equal(kiosk->app.deck, &kiosk->deck);
}

ROOM_TEST(a_change_is_opened_and_leads_to_its_card_and_back) {
    const struct staff_scene *scene = &kiosk->app.session.scene;
    struct fake_room *room = room_of(kiosk);
    room->list[2].now_card = &room->fresh.deck.languages[0].cards[1];
    session_show(kiosk, STAFF_EVENT_CHANGES);
    assert_true(person_sees(kiosk, ACTION_PUT_ON_SCREEN));
    person_tap_nth(kiosk, ACTION_OPEN_CHANGE, 2);
    assert_screen(kiosk, SCREEN_CHANGE);
    assert_int_equal(scene->opened, 2);
    assert_true(scene->seen[2] && !scene->seen[0]);
    person_tap(kiosk, ACTION_SEE_CARDS); // its own, in two touches
    assert_true(kiosk->app.view.is_preview);
    assert_int_equal(kiosk->app.view.card, 1);
    assert_ptr_equal(kiosk->app.deck, &room->fresh.deck);
    person_tap(kiosk, ACTION_PREVIEW_END);
    assert_screen(kiosk, SCREEN_CHANGES);
    person_tap_nth(kiosk, ACTION_OPEN_CHANGE, 2);
    person_tap(kiosk, ACTION_STAFF_CLOSE); // leads back, and gives nothing up
    assert_screen(kiosk, SCREEN_CHANGES);
    assert_job(kiosk, JOB_NONE);
}

ROOM_TEST(all_cards_begin_with_one_that_changed_and_count_as_looked_at) {
    struct fake_room *room = room_of(kiosk);
    room->list[2].now_card = &room->fresh.deck.languages[0].cards[1];
    session_show(kiosk, STAFF_EVENT_CHANGES);
    assert_false(room->seen[2]);
    person_tap(kiosk, ACTION_SEE_CARDS);
    assert_int_equal(kiosk->app.view.card, 1);
    assert_true(room->seen[2]);
}

ROOM_TEST(whoever_walks_away_leaves_the_old_cards) {
    session_show(kiosk, STAFF_EVENT_CHANGES);
    person_tap_nth(kiosk, ACTION_CONFIRM, 0);
    person_tap(kiosk, ACTION_SEE_CARDS);
    kiosk_wait_ms(kiosk, 89 * 1000);
    assert_true(kiosk->app.session.is_admitted);
    kiosk_wait_ms(kiosk, 2 * 1000);
    assert_job(kiosk, JOB_DROP);
    assert_false(kiosk->app.session.is_admitted);
    assert_ptr_equal(kiosk->app.deck, &kiosk->deck);
    assert_true(kiosk->app.view.is_cycling);
    assert_as_at_boot(kiosk);
}

ROOM_TEST(a_stick_pulled_while_it_is_read_is_said) {
    session_read(kiosk);
    assert_screen(kiosk, SCREEN_WORKING);
    session_tell(kiosk, (struct staff_event){
                            .kind = STAFF_EVENT_WORKING, .done_count = 3, .total_count = 9});
    assert_int_equal(kiosk->app.session.scene.done_count, 3);
    session_say(kiosk, STAFF_EVENT_STICK_OUT);
    assert_job(kiosk, JOB_DROP);
    assert_notice(kiosk, NOTICE_PULLED);
    session_say(kiosk, STAFF_EVENT_STICK_IN); // and in again, by somebody who was admitted
    assert_job(kiosk, JOB_READ);
}

// A list of another stick than the one that is in would put old words on screen in its name.
ROOM_TEST(a_stick_that_goes_takes_its_changes_with_it) {
    for (int is_preview = 0; is_preview < 2; is_preview++) {
        session_show(kiosk, STAFF_EVENT_CHANGES);
        person_tap_nth(kiosk, ACTION_CONFIRM, 0);
        if (is_preview == 1) {
            person_tap(kiosk, ACTION_SEE_CARDS);
        }
        session_say(kiosk, STAFF_EVENT_STICK_OUT);
        assert_job(kiosk, JOB_DROP);
        assert_notice(kiosk, NOTICE_PULLED);
        assert_ptr_equal(kiosk->app.deck, &kiosk->deck);
        session_say(kiosk, STAFF_EVENT_STICK_IN);
        assert_job(kiosk, JOB_READ); // by somebody who was admitted
        session_say(kiosk, STAFF_EVENT_STICK_OUT);
        assert_job(kiosk, JOB_DROP);
        person_tap(kiosk, ACTION_STAFF_CLOSE);
        (void)app_take_job(&kiosk->app);
    }
}

ROOM_TEST(a_stick_that_goes_when_all_is_done_ends_it) {
    static const enum notice notices[] = {NOTICE_SAME, NOTICE_COPIED, NOTICE_EMPTY};
    for (int i = 0; i < COUNT_OF(notices); i++) {
        session_read(kiosk);
        session_notify(kiosk, notices[i]);
        session_say(kiosk, STAFF_EVENT_STICK_OUT);
        assert_patients(kiosk);
        assert_false(kiosk->app.session.is_admitted);
    }
}

static void put_on_screen(struct fake_kiosk *kiosk) {
    memset(room_of(kiosk)->confirmed, false, sizeof room_of(kiosk)->confirmed);
    session_show(kiosk, STAFF_EVENT_CHANGES);
    person_tap_nth(kiosk, ACTION_CONFIRM, 0);
    person_tap_nth(kiosk, ACTION_CONFIRM, 1);
    person_tap(kiosk, ACTION_PUT_ON_SCREEN);
    assert_job(kiosk, JOB_PUT_ON_SCREEN);
}

ROOM_TEST(that_the_new_cards_are_on_screen_stays_its_time_when_the_stick_goes) {
    put_on_screen(kiosk);
    session_say(kiosk, STAFF_EVENT_SHOWN);
    session_say(kiosk, STAFF_EVENT_STICK_OUT);
    assert_true(kiosk->app.view.is_preview);
    assert_int_equal(kiosk->app.session.scene.notice, NOTICE_DONE);
    kiosk_wait_ms(kiosk, 59 * 1000);
    assert_true(kiosk->app.view.is_preview);
    kiosk_wait_ms(kiosk, 2 * 1000);
    assert_cards_for_patients(kiosk);
    assert_ptr_equal(kiosk->app.deck, &room_of(kiosk)->fresh.deck);
}

ROOM_TEST(a_stick_pulled_while_its_cards_go_on_screen_is_not_said_to_have_changed_nothing) {
    finding_add(&room_of(kiosk)->findings, (struct finding){.what = "It is long."});
    put_on_screen(kiosk);
    person_tap(kiosk, ACTION_ADVICE); // while it goes on
    session_say(kiosk, STAFF_EVENT_STICK_OUT);
    assert_job(kiosk, JOB_NONE); // nothing is given up
    assert_screen(kiosk, SCREEN_ADVICE);
    session_say(kiosk, STAFF_EVENT_SHOWN);
    assert_int_equal(kiosk->app.session.scene.notice, NOTICE_DONE);
    assert_ptr_equal(kiosk->app.deck, &room_of(kiosk)->fresh.deck);
    person_tap(kiosk, ACTION_STAFF_CLOSE);
    (void)app_take_job(&kiosk->app);
    put_on_screen(kiosk); // and this time it fails
    session_say(kiosk, STAFF_EVENT_STICK_OUT);
    session_notify(kiosk, NOTICE_FAILED);
    assert_notice(kiosk, NOTICE_FAILED);
    assert_false(kiosk->app.session.is_committing);
}

ROOM_TEST(the_screen_says_when_it_goes_and_stray_touches_do_not_keep_it) {
    const struct staff_scene *scene = &kiosk->app.session.scene;
    session_show(kiosk, STAFF_EVENT_CHANGES);
    kiosk_wait_ms(kiosk, 55 * 1000);
    assert_int_equal(scene->leaves_s, 0);
    person_poke(kiosk, (struct rect){640, 620, 1, 1});
    kiosk_wait_ms(kiosk, 15 * 1000);
    assert_in_range(scene->leaves_s, 19, 20);
    person_tap(kiosk, ACTION_STAY);
    assert_int_equal(scene->leaves_s, 0);
    kiosk_wait_ms(kiosk, 80 * 1000);
    assert_true(kiosk->app.session.is_admitted);
    kiosk_wait_ms(kiosk, 11 * 1000);
    assert_false(kiosk->app.session.is_admitted);
    assert_int_equal(scene->leaves_s, 0);
}

ROOM_TEST(urgent_help_is_one_touch_away_behind_the_pin_too) {
    session_show(kiosk, STAFF_EVENT_CHANGES);
    person_tap(kiosk, ACTION_URGENT_HELP);
    assert_job(kiosk, JOB_DROP);
    assert_screen(kiosk, SCREEN_URGENT);
    assert_false(kiosk->app.session.is_admitted || state_is_staff(&kiosk->app));
    assert_ptr_equal(kiosk->app.deck, &kiosk->deck);
    session_say(kiosk, STAFF_EVENT_STICK_IN);
    kiosk_wait_ms(kiosk, 20 * 1000);
    assert_screen(kiosk, SCREEN_URGENT);
    assert_false(kiosk->app.view.is_admitting); // somebody is reading
    kiosk_wait_ms(kiosk, 250 * 1000);
    assert_patients(kiosk); // nobody was any more
}

ROOM_TEST(a_preview_of_another_language_ends_on_cards_that_are_there) {
    kiosk->deck.language_count = 1;
    session_show(kiosk, STAFF_EVENT_CHANGES);
    person_tap(kiosk, ACTION_SEE_CARDS);
    while (kiosk->app.view.language == 0) {
        person_tap(kiosk, ACTION_NEXT);
    }
    session_say(kiosk, STAFF_EVENT_STICK_OUT);
    assert_int_equal(kiosk->app.view.language, 0);
    assert_int_equal(kiosk->app.view.card, 0);
}

// An update that is over holds the store until it is dropped: nobody else could update.
ROOM_TEST(whoever_leaves_lets_go_of_the_store) {
    session_show(kiosk, STAFF_EVENT_FINDINGS);
    kiosk_wait_ms(kiosk, 250 * 1000);
    assert_false(kiosk->app.session.is_admitted);
    assert_job(kiosk, JOB_DROP);
}

ROOM_TEST(advice_can_be_read_before_anything_is_put_on_screen) {
    finding_add(&room_of(kiosk)->findings, (struct finding){.path = "cards/en/10-a.md",
                                                            .what = "It is long.",
                                                            .todo = "Make it shorter."});
    session_show(kiosk, STAFF_EVENT_CHANGES);
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
    assert_job(kiosk, JOB_NONE);
    person_tap(kiosk, ACTION_ADVICE);
    session_say(kiosk, STAFF_EVENT_STICK_OUT);
    assert_notice(kiosk, NOTICE_PULLED);
}

ROOM_TEST(a_mended_stick_is_read_without_a_second_pin) {
    session_show(kiosk, STAFF_EVENT_FINDINGS);
    assert_screen(kiosk, SCREEN_FINDINGS);
    session_say(kiosk, STAFF_EVENT_STICK_OUT);
    person_tap(kiosk, ACTION_TRY_AGAIN); // which needs a stick
    assert_job(kiosk, JOB_NONE);
    assert_notice(kiosk, NOTICE_PULLED);
    session_say(kiosk, STAFF_EVENT_STICK_IN);
    assert_job(kiosk, JOB_READ);
    session_say(kiosk, STAFF_EVENT_FINDINGS);
    person_tap(kiosk, ACTION_TRY_AGAIN);
    assert_job(kiosk, JOB_READ);
    person_tap(kiosk, ACTION_STAFF_CLOSE);
    assert_job(kiosk, JOB_DROP);
    session_say(kiosk, STAFF_EVENT_STICK_OUT);
    session_say(kiosk, STAFF_EVENT_STICK_IN); // the next one needs it again
    assert_true(kiosk->app.view.is_admitting);
}

ROOM_TEST(escape_leaves_and_enter_presses_for_whoever_has_a_keyboard) {
    session_plug_in(kiosk);
    person_key(kiosk, KEY_ESCAPE);
    assert_false(kiosk->app.view.is_admitting);
    session_show(kiosk, STAFF_EVENT_CHANGES);
    for (int i = 0; i < 3; i++) { // past the way out and urgent help
        person_key(kiosk, KEY_TAB);
    }
    assert_int_equal(kiosk->app.view.focused.kind, ACTION_CONFIRM);
    person_key(kiosk, KEY_ENTER);
    assert_int_equal(kiosk->app.session.scene.confirmed_count, 1);
    person_key(kiosk, KEY_ESCAPE);
    assert_job(kiosk, JOB_DROP);
    assert_false(kiosk->app.session.is_admitted);
}
