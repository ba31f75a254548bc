// SPDX-License-Identifier: MIT
// Two times count: the last touch, and the moment of the question. A finger on the glass stops
// both, and a wake-up that comes late shortens no warning.
#include "app/patient/idle.h"

#include "app/patient/navigate.h"
#include "app/state/state.h"

enum { SECOND_MS = 1000 };

// Slow readers are not hurried: the time that a page really takes counts here, not the at most 40 s
// that the loop gives it.
static uint64_t idle_ms(const struct app *app) {
    const struct settings *settings = &app->deck->settings;
    uint64_t set_ms = (uint64_t)settings->idle_s * SECOND_MS;
    uint64_t pace = settings->words_a_minute > 0 ? (uint64_t)settings->words_a_minute : 1;
    uint64_t words_ms = (uint64_t)app->word_count * 60 * SECOND_MS / pace + 4 * SECOND_MS;
    uint64_t least_ms = words_ms * 3 / 2;
    return set_ms > least_ms ? set_ms : least_ms;
}

static bool is_as_in_the_loop(const struct app *app) {
    const struct view *view = &app->view;
    const struct settings *settings = &app->deck->settings;
    return view->is_cycling && view->screen == state_home(app->deck, 0) && view->language == 0 &&
           view->theme == settings->theme && view->text_size == settings->text_size &&
           view->focused.kind == ACTION_NONE;
}

void idle_touch(struct app *app, uint64_t now_ms) {
    app->is_touched = true;
    app->touched_ms = now_ms;
}

void idle_extend(struct app *app, uint64_t now_ms) {
    app->asked_ms = now_ms;
    app->view.countdown_s = app->deck->settings.countdown_s;
}

static void ask(struct app *app, uint64_t now_ms) {
    app->view.is_asking = true;
    app->view.focused = (struct action){ACTION_NONE, 0};
    idle_extend(app, now_ms);
}

static bool count_down(struct app *app, uint64_t now_ms) {
    uint64_t spent_s = (now_ms - app->asked_ms) / SECOND_MS;
    uint64_t given_s = (uint64_t)app->deck->settings.countdown_s;
    if (spent_s >= given_s) {
        return false;
    }
    app->view.countdown_s = (int)(given_s - spent_s);
    return true;
}

// Staff screens have times of their own.
static bool is_resting(const struct app *app) {
    return !app->is_touched || app->gesture.is_following || state_is_staff(app);
}

bool idle_step(struct app *app, uint64_t now_ms) {
    if (is_resting(app)) {
        return true;
    }
    if (app->view.is_asking) {
        return count_down(app, now_ms);
    }
    if (now_ms - app->touched_ms < idle_ms(app)) {
        return true;
    }
    if (is_as_in_the_loop(app)) {
        app->is_touched = false;
    } else {
        ask(app, now_ms);
    }
    return true;
}

uint64_t idle_deadline_ms(const struct app *app) {
    if (is_resting(app)) {
        return UINT64_MAX;
    }
    if (!app->view.is_asking) {
        return app->touched_ms + idle_ms(app);
    }
    int counted_s = app->deck->settings.countdown_s - app->view.countdown_s;
    return app->asked_ms + ((uint64_t)counted_s + 1) * SECOND_MS;
}
