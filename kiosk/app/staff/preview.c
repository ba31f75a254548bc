// SPDX-License-Identifier: MIT
// Stops are counted through: for each language its cards, then refer and urgent help. A page that
// is not the last one of its stop leads to the next page; how many pages there are is known once
// one is shown.
#include "app/staff/preview.h"

#include "app/patient/navigate.h"
#include "app/staff/staff_screens.h"

enum { LAST_PAGE = 1000000, STOPS_BESIDE_CARDS = 2 };

static int stops_of(const struct language *language) {
    return language->card_count + STOPS_BESIDE_CARDS;
}

static int stop_count(const struct deck *deck) {
    int count = 0;
    for (int i = 0; i < deck->language_count; i++) {
        count += stops_of(&deck->languages[i]);
    }
    return count;
}

// Points the view at a stop of the fresh deck.
static void go_to(struct app *app, int stop) {
    const struct deck *deck = app->deck;
    struct view *view = &app->view;
    app->session.preview_at = stop;
    view->language = 0;
    while (stop >= stops_of(&deck->languages[view->language])) {
        stop -= stops_of(&deck->languages[view->language++]);
    }
    int card_count = deck->languages[view->language].card_count;
    view->screen = stop < card_count    ? SCREEN_CARD
                   : stop == card_count ? SCREEN_REFER
                                        : SCREEN_URGENT;
    view->card = stop < card_count ? stop : 0;
    view->page = 0;
    app->session.scene.done_count = app->session.preview_at + 1;
    app->session.scene.total_count = stop_count(deck);
}

void preview_open(struct app *app) {
    if (!app->session.fresh) {
        return;
    }
    app->deck = app->session.fresh;
    app->view.is_preview = true;
    app->view.theme = app->deck->settings.theme;
    app->view.text_size = app->deck->settings.text_size;
    app->session.scene.notice = NOTICE_COUNT;
    go_to(app, 0);
}

void preview_turn(struct app *app, int step) {
    int page_count = app->page_count > 0 ? app->page_count : 1;
    int page = app->view.page + step;
    if (page >= 0 && page < page_count) {
        app->view.page = page;
        return;
    }
    int count = stop_count(app->deck);
    go_to(app, (app->session.preview_at + step + count) % count);
    app->view.page = step < 0 ? LAST_PAGE : 0;
}

void preview_close(struct app *app) {
    app->deck = app->session.shown;
    app->view.is_preview = false;
    app->view.screen = SCREEN_CHANGES;
    app->view.language = 0;
    app->view.card = 0;
    app->view.page = 0;
    staff_screens_renew(app);
}

void preview_show(struct app *app, uint64_t now_ms) {
    staff_screens_show(app, state_home(app->deck, 0), now_ms);
    staff_screens_stay(app, STAFF_SCREENS_RESULT_MS, now_ms);
    app->view.is_preview = true;
    app->view.theme = app->deck->settings.theme;
    app->view.text_size = app->deck->settings.text_size;
    go_to(app, 0);
}
