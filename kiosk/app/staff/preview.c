// SPDX-License-Identifier: MIT
// Stops are counted through: for each language its cards, then refer and urgent help. A page that
// is not the last one of its stop leads to the next page; how many pages there are is known once
// one is shown. Which stop this is stands in done_count, from 1.
#include "app/staff/preview.h"

#include "app/patient/navigate.h"
#include "app/staff/staff_screens.h"

enum { STOPS_BESIDE_CARDS = 2 };

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

static const struct card *card_at(const struct language *language, int stop) {
    return stop < language->card_count    ? &language->cards[stop]
           : stop == language->card_count ? &language->refer
                                          : &language->urgent;
}

static void mark_seen(struct app *app, const struct card *card) {
    const struct changes *changes = app->session.scene.changes;
    for (int i = 0; app->session.fresh && i < changes->count; i++) {
        app->session.scene.seen[i] |= changes->list[i].now_card == card;
    }
}

static void go_to(struct app *app, int stop) {
    const struct language *language = app->deck->languages;
    struct view *view = &app->view;
    app->session.scene.done_count = stop + 1;
    app->session.scene.total_count = stop_count(app->deck);
    for (view->language = 0; stop >= stops_of(language); view->language++) {
        stop -= stops_of(language++);
    }
    view->screen = stop < language->card_count    ? SCREEN_CARD
                   : stop == language->card_count ? SCREEN_REFER
                                                  : SCREEN_URGENT;
    view->card = stop < language->card_count ? stop : 0;
    view->page = 0;
    mark_seen(app, card_at(language, stop));
}

// The stop of the change that is looked at; else of the first that has a card; else the first.
static int stop_of_change(const struct app *app) {
    const struct changes *changes = app->session.scene.changes;
    bool is_opened = app->view.screen == SCREEN_CHANGE;
    int first = is_opened ? app->session.scene.opened : changes->confirm_count;
    for (int i = first; i < changes->count; i++) {
        int stop = 0;
        const struct card *card = changes->list[i].now_card;
        for (int k = 0; card && k < app->deck->language_count; k++) {
            const struct language *language = &app->deck->languages[k];
            for (int at = 0; at < stops_of(language); at++, stop++) {
                if (card_at(language, at) == card) {
                    return stop;
                }
            }
        }
    }
    return 0;
}

static void start(struct app *app, int stop) {
    app->view.is_preview = true;
    app->view.theme = app->deck->settings.theme;
    app->view.text_size = app->deck->settings.text_size;
    go_to(app, stop);
}

void preview_open(struct app *app) {
    if (app->session.fresh) {
        app->deck = app->session.fresh;
        app->session.scene.notice = NOTICE_COUNT;
        start(app, stop_of_change(app));
    }
}

void preview_turn(struct app *app, int step) {
    int page_count = app->page_count > 0 ? app->page_count : 1;
    int page = app->view.page + step;
    if (page >= 0 && page < page_count) {
        app->view.page = page;
        return;
    }
    int count = stop_count(app->deck);
    go_to(app, (app->session.scene.done_count - 1 + step + count) % count);
    app->view.page = step < 0 ? NAVIGATE_LAST_PAGE : 0;
}

void preview_close(struct app *app) {
    app->deck = app->session.shown;
    app->view.is_preview = false;
    app->view.screen = SCREEN_CHANGES;
    app->view.language = app->view.card = app->view.page = 0;
}

void preview_show(struct app *app) {
    staff_screens_show(app, state_home(app->deck, 0));
    start(app, 0);
    staff_screens_stay(app);
}
