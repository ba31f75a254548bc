// SPDX-License-Identifier: MIT
// See first_start.h. The arrows and the crosses are screens of staff without a PIN, because there
// is none yet; that opens nothing but these questions.
#include "app/staff/first_start.h"

#include <string.h>

#include "app/staff/staff_screens.h"
#include "store/pin/pin.h"

static void ask_for_pin(struct app *app, enum staff_pin pin, uint64_t now_ms) {
    explicit_bzero(app->session.first_pin, sizeof app->session.first_pin);
    app->session.is_admitted = false;
    state_restart(app, now_ms);
    staff_screens_ask_for_pin(app, false, now_ms);
    staff_screens_want(app, JOB_NONE); // there is no PIN yet
    app->session.scene.pin = pin;
}

void first_start_ask(struct app *app, enum setup next, uint64_t now_ms) {
    struct staff_session *session = &app->session;
    session->setup = next;
    session->scene.can_be_wrong_way_up = next == SETUP_TOUCH && session->can_turn;
    session->is_admitted = next == SETUP_ROTATION || next == SETUP_TOUCH;
    if (next == SETUP_ROTATION) {
        staff_screens_show(app, SCREEN_ARROWS, now_ms);
        staff_screens_stay(app, FIRST_START_ARROWS_MS, now_ms);
    } else if (next == SETUP_TOUCH) {
        session->scene.cross = 0;
        staff_screens_show(app, SCREEN_CROSS, now_ms);
        staff_screens_stay(app, FIRST_START_CROSS_MS, now_ms);
    } else if (next == SETUP_PIN) {
        ask_for_pin(app, STAFF_PIN_NEW, now_ms);
    } else {
        staff_screens_leave(app, now_ms);
    }
}

bool first_start_allows(const struct app *app, enum action_kind kind) {
    switch (kind) {
    case ACTION_ARROW:
        return app->view.screen == SCREEN_ARROWS;
    case ACTION_AGREE:
        return staff_screens_is_trying_touch(app);
    case ACTION_SET_UP_TOUCH:
        return app->view.screen == SCREEN_NOTICE;
    default:
        return kind <= ACTION_STAFF_CLOSE || kind == ACTION_STAY;
    }
}

void first_start_turn(struct app *app, int quarters, uint64_t now_ms) {
    (void)now_ms;
    app->session.quarters = quarters;
    staff_screens_want(app, JOB_TURN);
}

static void refuse_pin(struct app *app, enum staff_pin pin, const char *why) {
    explicit_bzero(app->session.first_pin, sizeof app->session.first_pin);
    app->session.scene.pin = pin;
    app->session.scene.detail = why;
}

void first_start_take_pin(struct app *app, uint64_t now_ms) {
    struct staff_session *session = &app->session;
    const char *refusal = pin_find_refusal(session->pin);
    (void)now_ms;
    if (session->scene.pin == STAFF_PIN_AGAIN && strcmp(session->pin, session->first_pin) == 0) {
        staff_screens_want(app, JOB_SET_PIN); // which wipes it
        return;
    }
    if (session->scene.pin == STAFF_PIN_AGAIN) {
        refuse_pin(app, STAFF_PIN_DIFFERS, NULL);
    } else if (refusal) {
        refuse_pin(app, STAFF_PIN_REFUSED, refusal);
    } else {
        memcpy(session->first_pin, session->pin, sizeof session->first_pin);
        session->scene.pin = STAFF_PIN_AGAIN;
    }
    staff_screens_wipe_pin(app);
    staff_screens_renew(app);
}

void first_start_retry(struct app *app, uint64_t now_ms) {
    first_start_ask(app, app->session.can_turn ? SETUP_ROTATION : SETUP_TOUCH, now_ms);
}

void first_start_undo_touch(struct app *app, uint64_t now_ms) {
    if (app->session.setup != SETUP_OVER) {
        first_start_retry(app, now_ms);
    } else {
        app->session.scene.touch_x = -1;
        staff_screens_show(app, SCREEN_TOUCH, now_ms);
    }
    staff_screens_want(app, JOB_UNDO_TOUCH);
}
