// SPDX-License-Identifier: MIT
// The dark screen outside the opening hours: when it comes, what brings the light back, and that
// nobody who needs the screen ever meets it for longer than a touch.
#include "app/app.h"

#include "fake_session.h"

enum { MINUTE_MS = 60 * 1000, HOUR_MS = 60 * MINUTE_MS, DAYS = 30 };

static const struct rect anywhere = {640, 400, 0, 0};

static void send_hours(struct fake_kiosk *kiosk, bool is_open) {
    kiosk_send(kiosk, (struct input){.kind = INPUT_HOURS, .is_open = is_open});
}

static bool is_blank(const struct fake_kiosk *kiosk) {
    return kiosk->app.view.is_blank;
}

static void assert_dark_after(struct fake_kiosk *kiosk, uint64_t wait_ms) {
    kiosk_wait_ms(kiosk, wait_ms - 1);
    assert_false(is_blank(kiosk));
    kiosk_wait_ms(kiosk, 1);
    assert_true(is_blank(kiosk));
}

static void close_practice(struct fake_kiosk *kiosk) {
    kiosk_wait_ms(kiosk, HOUR_MS);
    send_hours(kiosk, false);
    assert_true(is_blank(kiosk));
}

ROOM_TEST(at_closing_time_an_unused_screen_goes_dark) {
    close_practice(kiosk);
    assert_int_equal(kiosk->app.transition, TRANSITION_FADE);
    assert_string_equal(scene_dump(kiosk->scene, &kiosk->arena),
                        "scene 0 0 1280 720 page=1/1 words=0\n"
                        "decoration 0 0 1280 720 fill=#FF000000 edge=#00000000 edge_px=0 "
                        "radius=0\n");
}

ROOM_TEST(a_kiosk_that_starts_at_night_is_seen_to_work_first) {
    send_hours(kiosk, false);
    assert_dark_after(kiosk, 5 * MINUTE_MS);
}

ROOM_TEST(at_opening_time_the_light_comes_by_itself) {
    close_practice(kiosk);
    send_hours(kiosk, true);
    assert_false(is_blank(kiosk));
    assert_as_at_boot(kiosk);
    assert_screen(kiosk, SCREEN_POSTER);
    assert_int_equal(kiosk->app.view.progress, 0);
    kiosk_wait_ms(kiosk, 7999); // the poster has its whole time
    assert_screen(kiosk, SCREEN_POSTER);
    kiosk_wait_ms(kiosk, HOUR_MS);
    assert_false(is_blank(kiosk));
}

ROOM_TEST(a_touch_brings_the_cards_and_presses_nothing) {
    close_practice(kiosk);
    static struct fake_album album;
    kiosk->album = &album;
    for (int x = 10; x < 1280; x += 90) {
        for (int y = 10; y < 720; y += 50) {
            person_touch(kiosk, TOUCH_DOWN, (struct rect){x, y, 0, 0});
            assert_false(is_blank(kiosk));
            assert_int_equal(kiosk->app.view.pressed.kind, ACTION_NONE);
            kiosk_wait_ms(kiosk, 90);
            person_touch(kiosk, TOUCH_UP, (struct rect){x, y, 0, 0});
            assert_screen(kiosk, SCREEN_POSTER);
            assert_true(kiosk->app.view.is_cycling && !state_is_staff(&kiosk->app));
            assert_dark_after(kiosk, 5 * MINUTE_MS - 90);
        }
    }
}

ROOM_TEST(a_second_tap_in_the_same_moment_presses_nothing_either) {
    close_practice(kiosk);
    send_hours(kiosk, true); // to see where the control will be
    struct rect at = person_find(kiosk, (struct action){ACTION_URGENT_HELP, 0});
    kiosk_wait_ms(kiosk, 10 * MINUTE_MS);
    send_hours(kiosk, false);
    for (int i = 0; i < 2; i++) {
        person_touch(kiosk, TOUCH_DOWN, at);
        kiosk_wait_ms(kiosk, 80);
        person_touch(kiosk, TOUCH_UP, at);
        kiosk_wait_ms(kiosk, 150);
        assert_screen(kiosk, SCREEN_POSTER);
    }
}

ROOM_TEST(the_waking_finger_drags_no_card) {
    close_practice(kiosk);
    struct rect at = person_drag(kiosk, anywhere, -50);
    assert_false(kiosk->app.is_dragging);
    person_touch(kiosk, TOUCH_UP, at);
    assert_screen(kiosk, SCREEN_POSTER);
}

ROOM_TEST(any_key_brings_the_cards_and_turns_none) {
    close_practice(kiosk);
    for (int key = 0; key < KEY_COUNT; key++) {
        person_key(kiosk, (enum key)key);
        assert_screen(kiosk, SCREEN_POSTER);
        assert_int_equal(kiosk->app.view.focused.kind, ACTION_NONE);
        assert_dark_after(kiosk, 5 * MINUTE_MS);
    }
}

ROOM_TEST(urgent_help_is_two_touches_away_at_night) {
    close_practice(kiosk);
    person_poke(kiosk, anywhere);
    person_tap(kiosk, ACTION_URGENT_HELP);
    assert_screen(kiosk, SCREEN_URGENT);
}

ROOM_TEST(it_stays_lit_for_five_minutes_after_the_last_touch) {
    close_practice(kiosk);
    person_poke(kiosk, anywhere);
    assert_dark_after(kiosk, 5 * MINUTE_MS);
    person_key(kiosk, KEY_OTHER);
    for (int i = 0; i < 3; i++) {
        person_tap(kiosk, ACTION_NEXT);
        kiosk_wait_ms(kiosk, 5 * MINUTE_MS - 1); // it was asked and went back to the loop meanwhile
        assert_false(is_blank(kiosk));
    }
    kiosk_wait_ms(kiosk, 5 * MINUTE_MS);
    assert_true(is_blank(kiosk));
}

ROOM_TEST(nobody_who_reads_at_closing_time_is_left_in_the_dark) {
    kiosk_wait_ms(kiosk, HOUR_MS);
    person_tap(kiosk, ACTION_URGENT_HELP);
    send_hours(kiosk, false);
    for (int i = 0; i < 20; i++) { // asked whether they still read, and answering
        assert_screen(kiosk, SCREEN_URGENT);
        kiosk_wait_ms(kiosk, 80 * 1000);
        person_key(kiosk, KEY_OTHER);
        assert_false(is_blank(kiosk));
    }
    kiosk_wait_ms(kiosk, 4 * MINUTE_MS); // they have gone
    assert_true(kiosk->app.view.is_cycling);
    assert_false(is_blank(kiosk));
    kiosk_wait_ms(kiosk, 5 * MINUTE_MS);
    assert_true(is_blank(kiosk));
}

ROOM_TEST(a_finger_on_the_glass_keeps_the_light) {
    kiosk_wait_ms(kiosk, HOUR_MS);
    person_touch(kiosk, TOUCH_DOWN, anywhere);
    send_hours(kiosk, false);
    assert_false(is_blank(kiosk));
}

ROOM_TEST(staff_at_work_are_not_left_in_the_dark) {
    session_show(kiosk, STAFF_EVENT_CHANGES);
    send_hours(kiosk, false);
    for (int i = 0; i < 30; i++) {
        kiosk_wait_ms(kiosk, MINUTE_MS);
        person_poke(kiosk, anywhere);
        assert_screen(kiosk, SCREEN_CHANGES);
        assert_false(is_blank(kiosk));
        if (person_sees(kiosk, ACTION_STAY)) {
            person_tap(kiosk, ACTION_STAY);
        }
    }
    kiosk_wait_ms(kiosk, 10 * MINUTE_MS);
    assert_true(is_blank(kiosk));
    assert_false(kiosk->app.session.is_admitted);
}

ROOM_TEST(a_stick_lights_the_keypad) {
    close_practice(kiosk);
    session_plug_in(kiosk);
    assert_false(is_blank(kiosk));
    assert_true(person_sees(kiosk, ACTION_PIN_OK));
    person_tap(kiosk, ACTION_STAFF_CLOSE);
    assert_screen(kiosk, SCREEN_POSTER);
    assert_false(is_blank(kiosk));
    kiosk_wait_ms(kiosk, 10 * MINUTE_MS);
    assert_true(is_blank(kiosk));
    session_say(kiosk, STAFF_EVENT_STICK_OUT);
    session_plug_in(kiosk);
    kiosk_wait_ms(kiosk, 10 * MINUTE_MS); // nobody came
    assert_true(is_blank(kiosk));
}

ROOM_TEST(new_cards_are_seen_once_at_night_too) {
    close_practice(kiosk);
    session_say(kiosk, STAFF_EVENT_RELOADED);
    assert_dark_after(kiosk, 5 * MINUTE_MS); // what never comes to the glass would be taken back
}

// A dark screen wakes for nothing, and an open practice is never dark.
ROOM_TEST(a_month_of_nights_is_as_the_first) {
    static struct fake_album album;
    kiosk->album = &album; // built once: thirty days are the same few pictures
    for (int day = 0; day < DAYS; day++) {
        for (int hour = 0; hour < 11; hour++) {
            kiosk_wait_ms(kiosk, HOUR_MS);
            send_hours(kiosk, true);
            assert_false(is_blank(kiosk));
        }
        send_hours(kiosk, false);
        long shown_count = kiosk->shown_count;
        for (int hour = 0; hour < 13; hour++) {
            assert_true(app_deadline_ms(&kiosk->app) == UINT64_MAX);
            kiosk_wait_ms(kiosk, HOUR_MS);
            send_hours(kiosk, false);
            assert_true(is_blank(kiosk));
        }
        assert_int_equal(kiosk->shown_count, shown_count);
        send_hours(kiosk, true);
        assert_as_at_boot(kiosk);
    }
}
