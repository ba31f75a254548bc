// SPDX-License-Identifier: MIT
// See moves.h. A patient's page lies untouched below the keypad; behind the PIN, leaving means to
// start afresh for the next patient.
#include "app/staff/moves.h"

#include <string.h>

#include "app/patient/idle.h"
#include "app/patient/pace.h"

enum { SECOND_MS = 1000, MINUTE_S = 60 };

static const struct action no_action = {ACTION_NONE, 0};

bool moves_is_trying_touch(const struct app *app) {
    return app->view.screen == SCREEN_NOTICE && app->desk.scene.notice == NOTICE_KEEP_TOUCH;
}

void moves_want(struct app *app, enum desk_job job) {
    app->desk.job = job;
}

void moves_renew(struct app *app) {
    app->view.staff.revision++;
}

void moves_stay(struct app *app, uint64_t stays_ms, uint64_t now_ms) {
    app->desk.stays_ms = stays_ms;
    app->desk.until_ms = stays_ms == UINT64_MAX ? UINT64_MAX : now_ms + stays_ms;
    moves_warn(app, now_ms);
}

bool moves_can_warn(const struct app *app) {
    bool counts_otherwise = app->view.screen == SCREEN_WIPE || moves_is_trying_touch(app);
    return app->desk.is_admitted && app->desk.until_ms != UINT64_MAX && !counts_otherwise;
}

void moves_warn(struct app *app, uint64_t now_ms) {
    uint64_t until_ms = app->desk.until_ms;
    bool is_near =
        moves_can_warn(app) && until_ms > now_ms && until_ms - now_ms <= MOVES_WARNING_MS;
    int seconds = is_near ? (int)((until_ms - now_ms + SECOND_MS - 1) / SECOND_MS) : 0;
    if (app->desk.scene.leaves_s != seconds) {
        app->desk.scene.leaves_s = seconds;
        moves_renew(app);
    }
}

// Minutes are enough until the last one.
static int shown_seconds(uint64_t left_ms) {
    int seconds = (int)((left_ms + SECOND_MS - 1) / SECOND_MS);
    return seconds > MINUTE_S ? (seconds + MINUTE_S - 1) / MINUTE_S * MINUTE_S : seconds;
}

void moves_count_down(struct app *app, uint64_t until_ms, uint64_t now_ms) {
    bool is_counting = until_ms != UINT64_MAX;
    int seconds = is_counting && until_ms > now_ms ? shown_seconds(until_ms - now_ms) : 0;
    app->desk.counts_until_ms = until_ms;
    if (app->desk.scene.wait_s != seconds) {
        app->desk.scene.wait_s = seconds;
        moves_renew(app);
    }
}

void moves_show(struct app *app, enum screen screen, uint64_t now_ms) {
    app->view.is_admitting = false;
    app->view.is_preview = false;
    app->view.is_cycling = false;
    app->view.is_asking = false;
    app->view.screen = screen;
    app->view.page = 0;
    app->view.pressed = app->view.focused = no_action;
    moves_stay(app, MOVES_SCREEN_MS, now_ms);
    moves_count_down(app, UINT64_MAX, now_ms);
    moves_renew(app);
}

void moves_notify(struct app *app, enum notice notice, const char *detail, uint64_t now_ms) {
    app->desk.scene.notice = notice;
    app->desk.scene.detail = detail;
    app->desk.scene.receipt = RECEIPT_NONE;
    moves_show(app, SCREEN_NOTICE, now_ms);
}

void moves_wipe_pin(struct app *app) {
    explicit_bzero(app->desk.pin, sizeof app->desk.pin);
    app->view.staff.digit_count = 0;
}

void moves_ask_for_pin(struct app *app, bool is_for_stick, uint64_t now_ms) {
    struct desk *desk = &app->desk;
    if (state_is_staff(app)) {
        return;
    }
    desk->asks_later = false;
    desk->before = app->view;
    desk->before.pressed = desk->before.focused = no_action;
    desk->before.is_asking = false;
    desk->scene.is_for_stick = is_for_stick;
    desk->scene.pin = STAFF_PIN_ASKED;
    app->view = desk->before;
    app->view.is_admitting = true;
    gesture_let_go(&app->gesture, now_ms);
    app->is_dragging = false; // or the card would hang where the finger left it
    app->drag_px = 0;
    moves_wipe_pin(app);
    moves_stay(app, MOVES_KEYPAD_MS, now_ms);
    moves_count_down(app, UINT64_MAX, now_ms);
    moves_renew(app);
    moves_want(app, JOB_OPEN);
}

// The keypad would hide the numbers from somebody who may need one now.
void moves_ask_about_stick(struct app *app, uint64_t now_ms) {
    app->desk.asks_later = app->view.screen == SCREEN_URGENT && !state_is_staff(app);
    if (!app->desk.asks_later) {
        moves_ask_for_pin(app, true, now_ms);
    }
}

void moves_forget_setup(struct app *app) {
    explicit_bzero(app->desk.first_pin, sizeof app->desk.first_pin);
    app->desk.setup = SETUP_OVER;
    app->desk.scene.can_be_wrong_way_up = false;
}

void moves_leave_keypad(struct app *app, uint64_t now_ms) {
    struct staff_view staff;
    moves_forget_setup(app);
    moves_wipe_pin(app);
    staff = app->view.staff;
    app->view = app->desk.before;
    app->view.staff = staff;
    app->desk.counts_until_ms = UINT64_MAX;
    if (app->view.is_cycling) {
        pace_start(app, now_ms);
    } else {
        idle_touch(app, now_ms);
    }
}

void moves_read_stick(struct app *app, uint64_t now_ms) {
    app->desk.scene.work = WORK_READING;
    app->desk.scene.is_back = false;
    app->desk.scene.done_count = app->desk.scene.total_count = 0;
    app->deck = app->desk.shown;
    app->desk.fresh = NULL;
    moves_show(app, SCREEN_WORKING, now_ms);
    moves_stay(app, UINT64_MAX, now_ms);
    moves_want(app, JOB_READ);
}

void moves_leave(struct app *app, uint64_t now_ms) {
    if (moves_is_trying_touch(app)) {
        moves_want(app, JOB_UNDO_TOUCH); // or nobody could touch the way back
    } else if (app->desk.is_admitted) {
        moves_want(app, JOB_DROP); // an update that is over still holds the store
    }
    app->deck = app->desk.shown ? app->desk.shown : app->deck;
    app->desk.fresh = NULL;
    app->desk.is_admitted = false;
    app->desk.counts_until_ms = UINT64_MAX;
    moves_forget_setup(app);
    moves_wipe_pin(app);
    state_restart(app, now_ms);
}
