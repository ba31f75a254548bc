// SPDX-License-Identifier: MIT
// See first_start.h. A PIN is changed as the first is chosen. The arrows and the crosses are
// screens of staff without a PIN, because there is none yet; that opens nothing but these
// questions.
#include "app/staff/first_start.h"

#include <string.h>

#include "app/staff/staff_screens.h"
#include "store/pin/pin.h"

void first_start_choose_pin(struct app *app, enum staff_pin pin, const char *why) {
    explicit_bzero(app->session.first_pin, sizeof app->session.first_pin);
    app->session.scene.pin = pin;
    app->session.scene.detail = why;
}

void first_start_ask(struct app *app, enum setup next) {
    struct staff_session *session = &app->session;
    session->setup = next;
    session->scene.can_be_wrong_way_up = next == SETUP_TOUCH && session->can_turn;
    session->is_admitted = next == SETUP_ROTATION || next == SETUP_TOUCH;
    if (next == SETUP_ROTATION) {
        staff_screens_show(app, SCREEN_ARROWS);
    } else if (next == SETUP_TOUCH) {
        staff_screens_show(app, SCREEN_CROSS);
    } else if (next == SETUP_PIN) {
        state_restart(app);
        staff_screens_ask_for_pin(app, ERRAND_MENU);
        session->job = JOB_NONE; // there is no PIN yet
        first_start_choose_pin(app, STAFF_PIN_NEW, NULL);
    } else {
        staff_screens_leave(app);
    }
}

void first_start_turn(struct app *app) {
    app->session.quarters = app->action.argument;
    app->session.job = JOB_TURN;
}

// Whoever leaves it from here on leaves the menu too; nothing but the keypad is open.
void first_start_change_pin(struct app *app) {
    app->session.is_admitted = false;
    state_restart(app);
    staff_screens_ask_for_pin(app, ERRAND_NEW_PIN);
}

void first_start_take_pin(struct app *app) {
    struct staff_session *session = &app->session;
    const char *refusal = pin_find_refusal(session->pin);
    bool is_again = session->scene.pin == STAFF_PIN_AGAIN;
    if (is_again && strcmp(session->pin, session->first_pin) == 0) {
        session->job = JOB_SET_PIN; // which wipes it
        return;
    }
    if (is_again) {
        first_start_choose_pin(app, STAFF_PIN_DIFFERS, NULL);
    } else if (refusal) {
        first_start_choose_pin(app, STAFF_PIN_REFUSED, refusal);
    } else {
        memcpy(session->first_pin, session->pin, sizeof session->first_pin);
        session->scene.pin = STAFF_PIN_AGAIN;
    }
    staff_screens_wipe_pin(app);
}

void first_start_undo_touch(struct app *app) {
    if (app->session.setup != SETUP_OVER) {
        first_start_ask(app, app->session.can_turn ? SETUP_ROTATION : SETUP_TOUCH);
    } else {
        staff_screens_show(app, SCREEN_MENU);
    }
    app->session.job = JOB_UNDO_TOUCH;
}
