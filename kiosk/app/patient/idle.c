// SPDX-License-Identifier: MIT
// Two times count: the last touch, and the moment of the question. A finger on the glass stops
// both, and a wake-up that comes late shortens no warning.
#include "app/patient/idle.h"

#include "app/patient/autoplay.h"
#include "app/state/timer.h"

enum { CALLING_S = 180, CALLING_COUNTDOWN_S = 60 };

// Somebody may be dialling.
static bool is_calling(const struct app *app) {
    return app->view.screen == SCREEN_REFER || app->view.screen == SCREEN_URGENT;
}

// Slow readers are not hurried: the time that a page really takes counts here, not the at most 40 s
// that the loop gives it.
static uint64_t ask_at_ms(const struct app *app) {
    const struct settings *settings = &app->deck->settings;
    int set_s = is_calling(app) && settings->idle_s < CALLING_S ? CALLING_S : settings->idle_s;
    uint64_t set_ms = (uint64_t)set_s * TIMER_SECOND_MS;
    uint64_t least_ms = autoplay_reading_ms(settings, app->word_count) * 3 / 2;
    return app->touched_ms + (set_ms > least_ms ? set_ms : least_ms);
}

static bool is_as_in_the_loop(const struct app *app) {
    const struct view *view = &app->view;
    const struct settings *settings = &app->deck->settings;
    return view->is_cycling && view->language == 0 && view->theme == settings->theme &&
           view->text_size == settings->text_size && view->focused.kind == ACTION_NONE;
}

void idle_touch(struct app *app) {
    app->is_touched = true;
    app->touched_ms = app->now_ms;
}

void idle_extend(struct app *app) {
    int set_s = app->deck->settings.countdown_s;
    bool is_longer = is_calling(app) && set_s < CALLING_COUNTDOWN_S;
    app->view.countdown_s = is_longer ? CALLING_COUNTDOWN_S : set_s;
    app->answer_by_ms = app->now_ms + (uint64_t)app->view.countdown_s * TIMER_SECOND_MS;
}

// Staff screens have times of their own.
static bool is_resting(const struct app *app) {
    return !app->is_touched || app->gesture.is_following || state_is_staff(app);
}

void idle_step(struct app *app) {
    if (is_resting(app) || app->now_ms < idle_deadline_ms(app)) {
        return;
    }
    if (app->view.is_asking) {
        app->view.countdown_s = timer_left_s(app->answer_by_ms, app->now_ms);
        if (app->view.countdown_s == 0) {
            state_restart(app);
        }
    } else if (is_as_in_the_loop(app)) {
        app->is_touched = false;
    } else {
        app->view.is_asking = true;
        app->view.focused = (struct action){ACTION_NONE, 0};
        idle_extend(app);
    }
}

uint64_t idle_deadline_ms(const struct app *app) {
    if (is_resting(app)) {
        return UINT64_MAX;
    }
    return app->view.is_asking ? timer_next_ms(app->answer_by_ms, app->view.countdown_s)
                               : ask_at_ms(app);
}
