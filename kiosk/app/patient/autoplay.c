// SPDX-License-Identifier: MIT
// The progress of a page is a function of the time it has been up, in steps of a quarter of a
// second; nothing is added up, so a loop that wakes late or often shows the same.
#include "app/patient/autoplay.h"

#include "app/state/timer.h"

enum {
    STEP_MS = 250, // the segment is repainted at most four times a second
    START_MS = 4 * 1000,
    LEAST_MS = 8 * 1000,
    MOST_MS = 40 * 1000,
};

uint64_t autoplay_reading_ms(const struct settings *settings, int word_count) {
    return (uint64_t)word_count * 60 * 1000 / (uint64_t)settings->words_a_minute + START_MS;
}

uint64_t autoplay_page_ms(const struct settings *settings, int word_count) {
    uint64_t reading_ms = autoplay_reading_ms(settings, word_count);
    return reading_ms < LEAST_MS ? LEAST_MS : reading_ms > MOST_MS ? MOST_MS : reading_ms;
}

// A finger on the glass and the question hold the page; in the dark nobody sees it.
static bool is_running(const struct app *app) {
    return app->view.is_cycling && !app->view.is_blank && !app->view.is_asking &&
           !state_is_staff(app) && !app->gesture.is_following;
}

// From the poster through every page of every card, and round.
static void turn(struct app *app) {
    struct view *view = &app->view;
    int card_count = app->deck->languages[view->language].card_count;
    view->progress = 0;
    app->page_ms = app->now_ms;
    bool is_card = view->screen == SCREEN_CARD;
    if (is_card && view->page + 1 < app->page_count) {
        view->page++;
    } else if (is_card && view->card + 1 < card_count) {
        view->card++;
        view->page = 0;
    } else {
        view->screen = is_card || card_count == 0 ? SCREEN_POSTER : SCREEN_CARD;
        view->card = view->page = 0;
    }
}

void autoplay_step(struct app *app) {
    uint64_t spent_ms = app->now_ms - app->page_ms;
    uint64_t page_ms = autoplay_page_ms(&app->deck->settings, app->word_count);
    if (!is_running(app)) {
        return;
    }
    if (spent_ms >= page_ms) {
        turn(app);
    } else {
        app->view.progress = (int)(spent_ms / STEP_MS * STEP_MS * VIEW_PROGRESS_FULL / page_ms);
    }
}

uint64_t autoplay_deadline_ms(const struct app *app) {
    uint64_t page_ms = autoplay_page_ms(&app->deck->settings, app->word_count);
    uint64_t next_ms = ((app->now_ms - app->page_ms) / STEP_MS + 1) * STEP_MS;
    return is_running(app) ? app->page_ms + timer_sooner_ms(next_ms, page_ms) : UINT64_MAX;
}
