// SPDX-License-Identifier: MIT
// A thousand receptionists who touch whatever there is: what they see is behind the PIN or for
// patients, and what they put on screen they had ticked.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "fake_desk.h"

static uint32_t dice = 12345;

static int roll(int sides) {
    dice = dice * 1664525u + 1013904223u;
    return (int)((dice >> 16) % (uint32_t)sides);
}

// The clerk answers each job with something that may come of it, right or wrong.
static void answer(struct desk_room *desk, enum desk_job job) {
    struct desk_news news = {.kind = DESK_NOTICE,
                             .notice = (enum notice)roll(NOTICE_LOOK_COUNT),
                             .findings = &desk->findings,
                             .changes = &desk->changes,
                             .confirmed = desk->confirmed,
                             .deck = &desk->fresh.deck};
    switch (job) {
    case JOB_OPEN:
        news.kind = DESK_GATE;
        news.answer = roll(8) == 0 ? GATE_UNSET : GATE_OPEN;
        break;
    case JOB_TRY_PIN:
        news.kind = DESK_GATE;
        news.answer = roll(3) == 0 ? GATE_WRONG : GATE_RIGHT;
        news.wait_ms = roll(10) == 0 ? 60000 : 0;
        break;
    case JOB_READ:
        news.kind = roll(3) == 0 ? DESK_FINDINGS : roll(4) == 0 ? DESK_NOTICE : DESK_CHANGES;
        memset(desk->confirmed, 0, sizeof desk->confirmed);
        break;
    case JOB_LOOK_BACK:
        news.kind = DESK_CHANGES;
        news.is_back = true;
        break;
    case JOB_ROLL_BACK:
        assert_true(desk_kiosk(desk)->app.desk.is_admitted);
        news.notice = NOTICE_EARLIER;
        news.kind = DESK_SHOWN;
        news.deck = &desk_kiosk(desk)->deck;
        break;
    case JOB_PUT_ON_SCREEN:
        assert_true(desk->confirmed[0] && desk->confirmed[1]);
        assert_true(desk_kiosk(desk)->app.desk.is_admitted);
        news.notice = NOTICE_DONE;
        news.kind = DESK_SHOWN;
        news.deck = &desk_kiosk(desk)->deck;
        break;
    case JOB_MENU:
        news.kind = DESK_MENU;
        news.notice = NOTICE_COUNT;
        memset(news.items, true, sizeof news.items);
        break;
    default:
        break;
    }
    desk_tell(desk, news);
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
    person_touch(kiosk, roll(9) == 0 ? TOUCH_CANCEL : TOUCH_UP, at);
}

// Behind the PIN or not: nothing else decides what is seen.
static void assert_is_sound(const struct fake_kiosk *kiosk) {
    const struct app *app = &kiosk->app;
    bool is_behind = screen_is_for_staff(app->view.screen) || app->view.is_preview;
    assert_true(!is_behind || app->desk.is_admitted);
    assert_true(!app->view.is_admitting || !app->desk.is_admitted);
    assert_true(is_behind || app->deck == &kiosk->deck);
}

static void a_thousand_receptionists_leave_a_kiosk_for_patients(void **state) {
    struct desk_room *desk = *state;
    struct fake_kiosk *kiosk = desk_kiosk(desk);
    int admitted_count = 0, put_count = 0;
    finding_add(&desk->findings, (struct finding){.path = "a", .what = "A.", .todo = "B."});
    bool seen[SCREEN_COUNT] = {false};
    for (int i = 0; i < 20000; i++) {
        if (roll(15) == 0) {
            bool has_stick = kiosk->app.desk.has_stick;
            desk_tell_kind(desk, has_stick ? DESK_STICK_OUT : DESK_STICK_IN);
        } else if (roll(30) == 0) {
            person_key(kiosk, (enum key)roll(KEY_COUNT));
        } else {
            touch_something(kiosk);
        }
        for (enum desk_job job; (job = app_take_job(&kiosk->app)) != JOB_NONE;) {
            put_count += job == JOB_PUT_ON_SCREEN;
            answer(desk, job);
        }
        assert_is_sound(kiosk);
        admitted_count += kiosk->app.desk.is_admitted;
        seen[kiosk->app.view.screen] = true;
        if (i % 500 == 0) {
            kiosk_wait_ms(kiosk, 3600 * 1000);
            while (app_take_job(&kiosk->app) != JOB_NONE) {
            }
            assert_false(state_is_staff(&kiosk->app) || kiosk->app.desk.is_admitted);
        }
    }
    for (int screen = SCREEN_WORKING; screen < SCREEN_ARROWS; screen++) { // of a first start
        assert_true(seen[screen] || screen == SCREEN_WORKING); // which the clerk ends at once
    }
    assert_true(admitted_count > 1000);
    assert_true(put_count > 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        DESK_TEST(a_thousand_receptionists_leave_a_kiosk_for_patients),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
