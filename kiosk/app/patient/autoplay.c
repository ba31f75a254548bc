// SPDX-License-Identifier: MIT
// The progress of a page is a function of the time it has been up, in steps of a quarter of a
// second; nothing is added up, so a loop that wakes late or often shows the same.
#include "app/patient/autoplay.h"

enum {
    STEP_MS = 250, // the segment is repainted at most four times a second
    START_MS = 4 * 1000,
    LEAST_MS = 8 * 1000,
    MOST_MS = 40 * 1000,
    PROGRESS_FULL = 1000,
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

static int progress_after(uint64_t spent_ms, uint64_t page_ms) {
    return (int)(spent_ms / STEP_MS * STEP_MS * PROGRESS_FULL / page_ms);
}

static bool is_seen(const struct scene *scene, int before, int after) {
    return scene_progress_px(scene, before) != scene_progress_px(scene, after);
}

// From the poster through every page of every card, and round.
static void turn(struct app *app) {
    struct view *view = &app->view;
    int card_count = app->deck->languages[view->language].card_count;
    view->progress = 0;
    app->page_ms = app->now_ms;
    if (view->screen == SCREEN_POSTER) {
        view->screen = card_count > 0 ? SCREEN_CARD : SCREEN_POSTER;
        view->card = view->page = 0;
    } else if (view->page + 1 < app->page_count) {
        view->page++;
    } else if (view->card + 1 < card_count) {
        view->card++;
        view->page = 0;
    } else {
        view->screen = SCREEN_POSTER;
        view->card = view->page = 0;
    }
}

void autoplay_step(struct app *app, const struct scene *scene) {
    uint64_t spent_ms = app->now_ms - app->page_ms;
    uint64_t page_ms = autoplay_page_ms(&app->deck->settings, app->word_count);
    if (!is_running(app)) {
        return;
    }
    if (spent_ms >= page_ms) {
        turn(app);
        return;
    }
    int progress = progress_after(spent_ms, page_ms);
    if (is_seen(scene, app->view.progress, progress)) {
        app->view.progress = progress;
    }
}

uint64_t autoplay_deadline_ms(const struct app *app, const struct scene *scene) {
    if (!is_running(app)) {
        return UINT64_MAX;
    }
    int shown = app->view.progress;
    uint64_t page_ms = autoplay_page_ms(&app->deck->settings, app->word_count);
    uint64_t shown_ms = (uint64_t)shown * page_ms / PROGRESS_FULL;
    for (uint64_t spent_ms = shown_ms / STEP_MS * STEP_MS; spent_ms < page_ms;
         spent_ms += STEP_MS) {
        int progress = progress_after(spent_ms, page_ms);
        if (progress > shown && is_seen(scene, shown, progress)) {
            return app->page_ms + spent_ms;
        }
    }
    return app->page_ms + page_ms;
}
