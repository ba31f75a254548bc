// SPDX-License-Identifier: MIT
// See staff_screens.h. A patient's page lies untouched below the keypad; behind the PIN, leaving
// means to start afresh for the next patient.
#include "app/staff/staff_screens.h"

#include <string.h>

#include "app/patient/idle.h"

enum {
    LONG_MS = 90 * 1000,        // a receptionist was called away, and patients wait
    SHORT_MS = 60 * 1000,       // a patient left it standing, or it was read and all is done
    ARROWS_MS = 120 * 1000,     // and then the cards, for the patients who are there
    FIRST_CROSS_MS = 30 * 1000, // and then the arrows: the wrong one may have been touched
    WIPE_MS = 30 * 1000,
    TRY_TOUCH_MS = 15 * 1000,
};

bool staff_screens_is_trying_touch(const struct app *app) {
    return app->view.screen == SCREEN_NOTICE && app->session.scene.notice == NOTICE_KEEP_TOUCH;
}

static uint64_t stays_ms(const struct app *app) {
    bool is_result = app->view.is_preview && !app->session.fresh;
    bool is_first_cross = app->view.screen == SCREEN_CROSS && app->session.setup != SETUP_OVER;
    return app->view.is_admitting || is_result ? SHORT_MS
           : app->view.screen == SCREEN_ARROWS ? ARROWS_MS
           : is_first_cross                    ? FIRST_CROSS_MS
                                               : LONG_MS;
}

// A screen that ends by itself would be counted down by a finger that happened to lie there.
void staff_screens_stay(struct app *app) {
    enum screen screen = app->view.screen;
    bool ends_by_itself =
        screen == SCREEN_WORKING || screen == SCREEN_WIPE || staff_screens_is_trying_touch(app);
    app->session.stays_until_ms = ends_by_itself ? UINT64_MAX : app->now_ms + stays_ms(app);
}

void staff_screens_show(struct app *app, enum screen screen) {
    struct view *view = &app->view;
    view->is_admitting = view->is_preview = view->is_cycling = view->is_asking = false;
    view->screen = screen;
    view->page = 0;
    view->pressed = view->focused = (struct action){ACTION_NONE, 0};
    app->session.scene.cross = 0;
    app->session.waits_until_ms = screen == SCREEN_WIPE                ? app->now_ms + WIPE_MS
                                  : staff_screens_is_trying_touch(app) ? app->now_ms + TRY_TOUCH_MS
                                                                       : UINT64_MAX;
    staff_screens_stay(app);
}

void staff_screens_notify(struct app *app, enum notice notice, const char *detail) {
    app->session.scene.notice = notice;
    app->session.scene.detail = detail;
    app->session.scene.receipt = RECEIPT_NONE;
    staff_screens_show(app, SCREEN_NOTICE);
}

void staff_screens_work(struct app *app, enum staff_work work, enum staff_job job) {
    app->session.scene.work = work;
    app->session.scene.done_count = app->session.scene.total_count = 0;
    app->session.job = job;
    staff_screens_show(app, SCREEN_WORKING);
}

void staff_screens_read_stick(struct app *app) {
    app->session.scene.is_back = false;
    app->deck = app->session.shown;
    app->session.fresh = NULL;
    staff_screens_work(app, WORK_READING, JOB_READ);
}

void staff_screens_wipe_pin(struct app *app) {
    explicit_bzero(app->session.pin, sizeof app->session.pin);
    app->view.digit_count = 0;
}

void staff_screens_ask_for_pin(struct app *app, enum staff_errand errand) {
    struct staff_session *session = &app->session;
    if (state_is_staff(app)) {
        return;
    }
    state_release(app); // or the card would hang where the finger left it
    app->view.focused = (struct action){ACTION_NONE, 0};
    app->view.is_asking = false;
    session->before = app->view;
    app->view.is_admitting = true;
    session->asks_later = false;
    session->scene.errand = errand;
    session->scene.pin = STAFF_PIN_ASKED;
    gesture_let_go(&app->gesture, app->now_ms);
    staff_screens_wipe_pin(app);
    staff_screens_stay(app);
    session->waits_until_ms = UINT64_MAX;
    session->job = JOB_OPEN;
}

// The keypad would hide the numbers from somebody who may need one now.
void staff_screens_ask_about_stick(struct app *app) {
    app->session.asks_later = app->view.screen == SCREEN_URGENT && !state_is_staff(app);
    if (!app->session.asks_later) {
        staff_screens_ask_for_pin(app, ERRAND_STICK);
    }
}

// What was typed, and what the first start was told and asked.
static void forget(struct app *app) {
    staff_screens_wipe_pin(app);
    explicit_bzero(app->session.first_pin, sizeof app->session.first_pin);
    app->session.setup = SETUP_OVER;
    app->session.is_committing = false;
    app->session.scene.can_be_wrong_way_up = false;
    app->session.waits_until_ms = UINT64_MAX;
}

void staff_screens_leave_keypad(struct app *app) {
    forget(app);
    app->session.before.staff_revision = app->view.staff_revision;
    app->view = app->session.before;
    if (app->view.is_cycling) {
        app->view.progress = 0;
        app->page_ms = app->now_ms;
    } else {
        idle_touch(app);
    }
}

void staff_screens_leave(struct app *app) {
    if (staff_screens_is_trying_touch(app)) {
        app->session.job = JOB_UNDO_TOUCH; // or nobody could touch the way back
    } else if (app->session.is_admitted) {
        app->session.job = JOB_DROP; // an update that is over still holds the store
    }
    forget(app);
    app->deck = app->session.shown;
    app->session.fresh = NULL;
    app->session.is_admitted = false;
    state_restart(app);
}
