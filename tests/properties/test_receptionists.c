// SPDX-License-Identifier: MIT
// A thousand receptionists who touch whatever there is: what they see is behind the PIN or for
// patients, and what they put on screen they had ticked.
#include "fake_session.h"

static uint32_t dice = 12345;

static int roll(int sides) {
    dice = dice * 1664525u + 1013904223u;
    return (int)((dice >> 16) % (uint32_t)sides);
}

// What comes of a job when all goes well; 0: somebody is told something.
static const enum staff_event_kind answers[JOB_POWER_OFF + 1] = {
    [JOB_OPEN] = STAFF_EVENT_PIN,
    [JOB_TRY_PIN] = STAFF_EVENT_PIN,
    [JOB_READ] = STAFF_EVENT_CHANGES,
    [JOB_LOOK_BACK] = STAFF_EVENT_CHANGES,
    [JOB_PUT_ON_SCREEN] = STAFF_EVENT_SHOWN,
    [JOB_ROLL_BACK] = STAFF_EVENT_SHOWN,
    [JOB_MENU] = STAFF_EVENT_MENU,
    [JOB_EARLIER] = STAFF_EVENT_CHOICES,
    [JOB_NAMES] = STAFF_EVENT_CHOICES,
};

// Right or wrong.
static void answer(struct fake_kiosk *kiosk, enum staff_job job) {
    struct fake_room *room = room_of(kiosk);
    enum staff_event_kind kind = answers[job];
    if (job == JOB_READ && roll(2) == 0) {
        kind = roll(3) == 0 ? 0 : STAFF_EVENT_FINDINGS;
    }
    struct staff_event event = session_event(kiosk, kind ? kind : STAFF_EVENT_NOTICE);
    event.is_back = job == JOB_LOOK_BACK;
    event.job = job == JOB_EARLIER ? JOB_LOOK_BACK : JOB_NAME;
    if (kind == 0) {
        event.notice = (enum notice)roll(NOTICE_LOOK_COUNT);
    } else if (kind == STAFF_EVENT_SHOWN) {
        assert_true(kiosk->app.session.is_admitted);
        event.deck = &kiosk->deck;
    } else if (kind == STAFF_EVENT_CHANGES) {
        memset(room->confirmed, 0, sizeof room->confirmed);
    }
    if (job == JOB_OPEN) {
        event.answer = roll(8) == 0 ? PIN_UNSET : PIN_OPEN;
    } else if (job == JOB_TRY_PIN) {
        event.answer = roll(3) == 0 ? PIN_WRONG : PIN_RIGHT;
        event.wait_ms = roll(10) == 0 ? 60000 : 0;
    } else if (job == JOB_PUT_ON_SCREEN) {
        assert_true(room->confirmed[0] && room->confirmed[1]);
    }
    session_tell(kiosk, event);
}

static void touch_something(struct fake_kiosk *kiosk) {
    struct rect at = {roll(1280), roll(720), 1, 1};
    bool is_sure = kiosk->app.view.is_admitting && roll(2) == 0;
    if (is_sure && person_sees(kiosk, ACTION_PIN_OK)) { // somebody who knows the PIN
        at = person_find(kiosk, (struct action){ACTION_PIN_OK, 0});
    } else if (kiosk->scene->target_count > 0 && roll(8) > 0) {
        const struct scene_target *target =
            &kiosk->scene->targets[roll(kiosk->scene->target_count)];
        bool is_way_out = target->action.kind == ACTION_URGENT_HELP;
        if (is_way_out && roll(4) > 0) { // or hardly anybody would get far
            return;
        }
        struct rect hit = target->seen;
        at = (struct rect){hit.x + hit.w / 2, hit.y + hit.h / 2, 1, 1};
    }
    kiosk_wait_ms(kiosk, (uint64_t)roll(900));
    person_touch(kiosk, TOUCH_DOWN, at);
    person_touch(kiosk, TOUCH_UP, at);
}

// Behind the PIN or not: nothing else decides what is seen.
static void assert_is_sound(const struct fake_kiosk *kiosk) {
    const struct app *app = &kiosk->app;
    bool is_behind = screen_is_for_staff(app->view.screen) || app->view.is_preview;
    assert_true(!is_behind || app->session.is_admitted);
    assert_true(!app->view.is_admitting || !app->session.is_admitted);
    assert_true(is_behind || app->deck == &kiosk->deck);
}

ROOM_TEST(a_thousand_receptionists_leave_a_kiosk_for_patients) {
    int admitted_count = 0, put_count = 0;
    finding_add(&room_of(kiosk)->findings,
                (struct finding){.path = "a", .what = "A.", .todo = "B."});
    bool seen[SCREEN_COUNT] = {false};
    for (int i = 0; i < 40000; i++) {
        if (roll(15) == 0) {
            bool has_stick = kiosk->app.session.has_stick;
            session_say(kiosk, has_stick ? STAFF_EVENT_STICK_OUT : STAFF_EVENT_STICK_IN);
        } else if (roll(30) == 0) {
            person_key(kiosk, (enum key)roll(KEY_COUNT));
        } else {
            touch_something(kiosk);
        }
        for (enum staff_job job; (job = app_take_job(&kiosk->app)) != JOB_NONE;) {
            put_count += job == JOB_PUT_ON_SCREEN;
            answer(kiosk, job);
        }
        assert_is_sound(kiosk);
        admitted_count += kiosk->app.session.is_admitted;
        seen[kiosk->app.view.screen] = true;
        if (i % 500 == 0) {
            kiosk_wait_ms(kiosk, 3600 * 1000);
            while (app_take_job(&kiosk->app) != JOB_NONE) {
            }
            assert_false(state_is_staff(&kiosk->app) || kiosk->app.session.is_admitted);
        }
    }
    for (int screen = SCREEN_WORKING; screen < SCREEN_ARROWS; screen++) { // of a first start
        assert_true(seen[screen] || screen == SCREEN_WORKING); // which the shell ends at once
    }
    assert_true(admitted_count > 1000);
    assert_true(put_count > 0);
}
