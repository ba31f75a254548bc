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
    enum screen home = state_home(deck, 0);
    *app = (struct app){
        .deck = deck,
        .metrics = metrics,
        .gesture = {.slop_px = metrics->tap_slop_px},
        .view = {.screen = home,
                 .theme = deck->settings.theme,
                 .text_size = deck->settings.text_size,
                 .is_cycling = true},
        .opened_from = home,
        .touched_ms = now_ms,
        .page_ms = now_ms,
        .is_page_new = true,
    };
    app->session.corners.first = -1;
    app->session.scene.wanted_row = -1;
    app->session.shown = deck;
    app->session.until_ms = app->session.counts_until_ms = UINT64_MAX;
}

void state_restart(struct app *app, uint64_t now_ms) {
    struct gesture gesture = app->gesture;
    struct staff_session session = app->session;
    struct staff_view staff = app->view.staff;
    bool is_closed = app->is_closed;
    gesture_reset(&gesture, now_ms);
    state_init(app, app->deck, app->metrics, now_ms);
    app->gesture = gesture;
    app->session = session;
    app->view.staff = staff;
    app->is_closed = is_closed;
}
