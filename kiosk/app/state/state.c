// SPDX-License-Identifier: MIT
// Everything that is not named when it begins afresh is zero: untouched, undragged, unasked.
#include "app/state/state.h"

enum screen state_home(const struct deck *deck, int language) {
    return deck->languages[language].card_count > 0 ? SCREEN_CARD : SCREEN_REFER;
}

bool state_is_staff(const struct app *app) {
    const struct view *view = &app->view;
    return view->is_admitting || view->is_preview || screen_is_for_staff(view->screen);
}

void state_init(struct app *app, const struct deck *deck, const struct metrics *metrics,
                uint64_t now_ms) {
    *app = (struct app){
        .now_ms = now_ms,
        .deck = deck,
        .metrics = metrics,
        .gesture = {.slop_px = metrics->tap_slop_px},
        .view = {.screen = SCREEN_POSTER,
                 .theme = deck->settings.theme,
                 .text_size = deck->settings.text_size,
                 .is_cycling = true},
        .opened_from = state_home(deck, 0),
        .touched_ms = now_ms,
        .page_ms = now_ms,
    };
    app->session.scene.wanted_row = -1;
    app->session.shown = deck;
    app->session.stays_until_ms = app->session.waits_until_ms = UINT64_MAX;
}

void state_restart(struct app *app) {
    struct app before = *app;
    state_init(app, before.deck, before.metrics, before.now_ms);
    app->gesture = before.gesture;
    gesture_reset(&app->gesture);
    app->session = before.session;
    app->view.staff_revision = before.view.staff_revision;
    app->is_closed = before.is_closed;
}

void state_release(struct app *app) {
    app->view.pressed = (struct action){ACTION_NONE, 0};
    app->is_dragging = false;
    app->drag_px = 0;
}

void state_stop_loop(struct app *app) {
    struct view *view = &app->view;
    if (!view->is_cycling || state_is_staff(app)) { // behind the keypad it waits
        return;
    }
    view->is_cycling = false;
    if (view->screen == SCREEN_POSTER) {
        view->screen = state_home(app->deck, view->language);
        view->card = view->page = 0;
    } else {
        view->page = VIEW_AT_WORD - app->first_word;
    }
}
