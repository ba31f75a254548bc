// SPDX-License-Identifier: MIT
// See first_start.h. The arrows and the crosses are screens of staff without a PIN, because there
// is none yet; that opens nothing but these questions.
#include "app/staff/first_start.h"

#include <string.h>

#include "app/staff/moves.h"
#include "store/pin.h"

static void ask_for_pin(struct app *app, enum staff_pin pin, uint64_t now_ms) {
    explicit_bzero(app->desk.first_pin, sizeof app->desk.first_pin);
    app->desk.is_admitted = false;
    state_restart(app, now_ms);
    moves_ask_for_pin(app, false, now_ms);
    moves_want(app, JOB_NONE); // there is no gate yet
    app->desk.scene.pin = pin;
}

void first_start_ask(struct app *app, enum setup next, uint64_t now_ms) {
    struct desk *desk = &app->desk;
    desk->setup = next;
    desk->scene.can_be_wrong_way_up = next == SETUP_TOUCH && desk->can_turn;
    desk->is_admitted = next == SETUP_ROTATION || next == SETUP_TOUCH;
    if (next == SETUP_ROTATION) {
        moves_show(app, SCREEN_ARROWS, now_ms);
        moves_stay(app, FIRST_START_ARROWS_MS, now_ms);
    } else if (next == SETUP_TOUCH) {
        desk->scene.cross = 0;
        moves_show(app, SCREEN_CROSS, now_ms);
        moves_stay(app, FIRST_START_CROSS_MS, now_ms);
    } else if (next == SETUP_PIN) {
        ask_for_pin(app, STAFF_PIN_NEW, now_ms);
    } else {
        moves_leave(app, now_ms);
    }
}

bool first_start_allows(const struct app *app, enum action_kind kind) {
    switch (kind) {
    case ACTION_ARROW:
        return app->view.screen == SCREEN_ARROWS;
    case ACTION_AGREE:
        return moves_is_trying_touch(app);
    case ACTION_SET_UP_TOUCH:
        return app->view.screen == SCREEN_NOTICE;
    default:
        return kind <= ACTION_STAFF_CLOSE || kind == ACTION_STAY;
    }
}

void first_start_turn(struct app *app, int quarters, uint64_t now_ms) {
    (void)now_ms;
    app->desk.quarters = quarters;
    moves_want(app, JOB_TURN);
}

static void refuse_pin(struct app *app, enum staff_pin pin, const char *why) {
    explicit_bzero(app->desk.first_pin, sizeof app->desk.first_pin);
    app->desk.scene.pin = pin;
    app->desk.scene.detail = why;
}

void first_start_take_pin(struct app *app, uint64_t now_ms) {
    struct desk *desk = &app->desk;
    const char *refusal = pin_find_refusal(desk->pin);
    (void)now_ms;
    if (desk->scene.pin == STAFF_PIN_AGAIN && strcmp(desk->pin, desk->first_pin) == 0) {
        moves_want(app, JOB_SET_PIN); // which wipes it
        return;
    }
    if (desk->scene.pin == STAFF_PIN_AGAIN) {
        refuse_pin(app, STAFF_PIN_DIFFERS, NULL);
    } else if (refusal) {
        refuse_pin(app, STAFF_PIN_REFUSED, refusal);
    } else {
        memcpy(desk->first_pin, desk->pin, sizeof desk->first_pin);
        desk->scene.pin = STAFF_PIN_AGAIN;
    }
    moves_wipe_pin(app);
    moves_renew(app);
}

void first_start_retry(struct app *app, uint64_t now_ms) {
    first_start_ask(app, app->desk.can_turn ? SETUP_ROTATION : SETUP_TOUCH, now_ms);
}

void first_start_undo_touch(struct app *app, uint64_t now_ms) {
    if (app->desk.setup != SETUP_OVER) {
        first_start_retry(app, now_ms);
    } else {
        app->desk.scene.touch_x = -1;
        moves_show(app, SCREEN_TOUCH, now_ms);
    }
    moves_want(app, JOB_UNDO_TOUCH);
}
