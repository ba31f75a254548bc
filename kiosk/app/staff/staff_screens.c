// SPDX-License-Identifier: MIT
// See staff_screens.h. A patient's page lies untouched below the keypad; behind the PIN, leaving
// means to start afresh for the next patient.
#include "app/staff/staff_screens.h"

#include <string.h>

#include "app/patient/autoplay.h"
#include "app/patient/idle.h"

enum { SECOND_MS = 1000, MINUTE_S = 60 };

static const struct action no_action = {ACTION_NONE, 0};

bool staff_screens_is_trying_touch(const struct app *app) {
    return app->view.screen == SCREEN_NOTICE && app->session.scene.notice == NOTICE_KEEP_TOUCH;
}

void staff_screens_want(struct app *app, enum staff_job job) {
    app->session.job = job;
}

void staff_screens_renew(struct app *app) {
    app->view.staff.revision++;
}

void staff_screens_stay(struct app *app, uint64_t stays_ms, uint64_t now_ms) {
    app->session.stays_ms = stays_ms;
    app->session.until_ms = stays_ms == UINT64_MAX ? UINT64_MAX : now_ms + stays_ms;
    staff_screens_warn(app, now_ms);
}

bool staff_screens_can_warn(const struct app *app) {
    bool counts_otherwise = app->view.screen == SCREEN_WIPE || staff_screens_is_trying_touch(app);
    return app->session.is_admitted && app->session.until_ms != UINT64_MAX && !counts_otherwise;
}

void staff_screens_warn(struct app *app, uint64_t now_ms) {
    uint64_t until_ms = app->session.until_ms;
    bool is_near = staff_screens_can_warn(app) && until_ms > now_ms &&
                   until_ms - now_ms <= STAFF_SCREENS_WARNING_MS;
    int seconds = is_near ? (int)((until_ms - now_ms + SECOND_MS - 1) / SECOND_MS) : 0;
    if (app->session.scene.leaves_s != seconds) {
        app->session.scene.leaves_s = seconds;
        staff_screens_renew(app);
    }
}

// Minutes are enough until the last one.
static int shown_seconds(uint64_t left_ms) {
    int seconds = (int)((left_ms + SECOND_MS - 1) / SECOND_MS);
    return seconds > MINUTE_S ? (seconds + MINUTE_S - 1) / MINUTE_S * MINUTE_S : seconds;
}

void staff_screens_count_down(struct app *app, uint64_t until_ms, uint64_t now_ms) {
    bool is_counting = until_ms != UINT64_MAX;
    int seconds = is_counting && until_ms > now_ms ? shown_seconds(until_ms - now_ms) : 0;
    app->session.counts_until_ms = until_ms;
    if (app->session.scene.wait_s != seconds) {
        app->session.scene.wait_s = seconds;
        staff_screens_renew(app);
    }
}

void staff_screens_show(struct app *app, enum screen screen, uint64_t now_ms) {
    app->view.is_admitting = false;
    app->view.is_preview = false;
    app->view.is_cycling = false;
    app->view.is_asking = false;
    app->view.screen = screen;
    app->view.page = 0;
    app->view.pressed = app->view.focused = no_action;
    staff_screens_stay(app, STAFF_SCREENS_SCREEN_MS, now_ms);
    staff_screens_count_down(app, UINT64_MAX, now_ms);
    staff_screens_renew(app);
}

void staff_screens_notify(struct app *app, enum notice notice, const char *detail,
                          uint64_t now_ms) {
    app->session.scene.notice = notice;
    app->session.scene.detail = detail;
    app->session.scene.receipt = RECEIPT_NONE;
    staff_screens_show(app, SCREEN_NOTICE, now_ms);
}

void staff_screens_wipe_pin(struct app *app) {
    explicit_bzero(app->session.pin, sizeof app->session.pin);
    app->view.staff.digit_count = 0;
}

void staff_screens_ask_for_pin(struct app *app, bool is_for_stick, uint64_t now_ms) {
    struct staff_session *session = &app->session;
    if (state_is_staff(app)) {
        return;
    }
    session->asks_later = false;
    session->before = app->view;
    session->before.pressed = session->before.focused = no_action;
    session->before.is_asking = false;
    session->scene.is_for_stick = is_for_stick;
    session->scene.pin = STAFF_PIN_ASKED;
    app->view = session->before;
    app->view.is_admitting = true;
    gesture_let_go(&app->gesture, now_ms);
    app->is_dragging = false; // or the card would hang where the finger left it
    app->drag_px = 0;
    staff_screens_wipe_pin(app);
    staff_screens_stay(app, STAFF_SCREENS_KEYPAD_MS, now_ms);
    staff_screens_count_down(app, UINT64_MAX, now_ms);
    staff_screens_renew(app);
    staff_screens_want(app, JOB_OPEN);
}

// The keypad would hide the numbers from somebody who may need one now.
void staff_screens_ask_about_stick(struct app *app, uint64_t now_ms) {
    app->session.asks_later = app->view.screen == SCREEN_URGENT && !state_is_staff(app);
    if (!app->session.asks_later) {
        staff_screens_ask_for_pin(app, true, now_ms);
    }
}

void staff_screens_forget_setup(struct app *app) {
    explicit_bzero(app->session.first_pin, sizeof app->session.first_pin);
    app->session.setup = SETUP_OVER;
    app->session.scene.can_be_wrong_way_up = false;
}

void staff_screens_leave_keypad(struct app *app, uint64_t now_ms) {
    struct staff_view staff;
    staff_screens_forget_setup(app);
    staff_screens_wipe_pin(app);
    staff = app->view.staff;
    app->view = app->session.before;
    app->view.staff = staff;
    app->session.counts_until_ms = UINT64_MAX;
    if (app->view.is_cycling) {
        autoplay_start(app, now_ms);
    } else {
        idle_touch(app, now_ms);
    }
}

void staff_screens_read_stick(struct app *app, uint64_t now_ms) {
    app->session.scene.work = WORK_READING;
    app->session.scene.is_back = false;
    app->session.scene.done_count = app->session.scene.total_count = 0;
    app->deck = app->session.shown;
    app->session.fresh = NULL;
    staff_screens_show(app, SCREEN_WORKING, now_ms);
    staff_screens_stay(app, UINT64_MAX, now_ms);
    staff_screens_want(app, JOB_READ);
}

void staff_screens_leave(struct app *app, uint64_t now_ms) {
    if (staff_screens_is_trying_touch(app)) {
        staff_screens_want(app, JOB_UNDO_TOUCH); // or nobody could touch the way back
    } else if (app->session.is_admitted) {
        staff_screens_want(app, JOB_DROP); // an update that is over still holds the store
    }
    app->deck = app->session.shown ? app->session.shown : app->deck;
    app->session.fresh = NULL;
    app->session.is_admitted = false;
    app->session.counts_until_ms = UINT64_MAX;
    staff_screens_forget_setup(app);
    staff_screens_wipe_pin(app);
    state_restart(app, now_ms);
}
