// SPDX-License-Identifier: MIT
// Two times count: the last touch, and the moment of the question. A finger on the glass stops
// both, and a wake-up that comes late shortens no warning. Dark is not a state that is entered and
// left but an answer that is found anew after every input: whatever happens brings the light back.
#include "app/patient/idle.h"

#include "app/patient/autoplay.h"
#include "app/state/timer.h"

enum {
    CALLING_S = 180,
    CALLING_COUNTDOWN_S = 60,
    BLANK_AFTER_MS = 5 * 60 * 1000, // from the last touch, or from the start of the kiosk
};

// Somebody may be dialling.
static bool is_calling(const struct app *app) {
    return app->view.screen == SCREEN_REFER || app->view.screen == SCREEN_URGENT;
}

// Slow readers are not hurried: the time that a page really takes counts here, not the at most 40 s
// that the loop gives it.
static uint64_t ask_at_ms(const struct app *app) {
    const struct settings *settings = &app->deck->settings;
    int set_s = is_calling(app) ? int_max(settings->idle_s, CALLING_S) : settings->idle_s;
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
    app->view.countdown_s = is_calling(app) ? int_max(set_s, CALLING_COUNTDOWN_S) : set_s;
    app->answer_by_ms = app->now_ms + (uint64_t)app->view.countdown_s * TIMER_SECOND_MS;
}

// When to ask, or to count. Staff screens have times of their own.
static uint64_t step_at_ms(const struct app *app) {
    if (!app->is_touched || app->gesture.is_following || state_is_staff(app)) {
        return UINT64_MAX;
    }
    return app->view.is_asking ? timer_next_ms(app->answer_by_ms, app->view.countdown_s)
                               : ask_at_ms(app);
}

void idle_step(struct app *app) {
    if (app->now_ms < step_at_ms(app)) {
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

// A touch is forgotten when the kiosk is back in its loop, so nobody reads or needs help then.
static uint64_t blank_at_ms(const struct app *app) {
    bool can_be_blank = app->is_closed && !app->is_touched && !state_is_staff(app);
    return can_be_blank ? app->touched_ms + BLANK_AFTER_MS : UINT64_MAX;
}

// The loop begins at its first card when the light comes back.
void idle_blank(struct app *app) {
    bool is_blank = app->now_ms >= blank_at_ms(app);
    if (is_blank && !app->view.is_blank) {
        uint64_t touched_ms = app->touched_ms;
        state_restart(app);
        app->touched_ms = touched_ms;
    }
    app->view.is_blank = is_blank;
}

bool idle_wake(struct app *app, const struct touch *touch, const struct scene *scene) {
    if (!app->view.is_blank) {
        return false;
    }
    if (touch) {
        gesture_apply(&app->gesture, touch, scene, app->now_ms);
        gesture_let_go(&app->gesture, app->now_ms);
    }
    if (!touch || touch->phase == TOUCH_DOWN) {
        idle_touch(app);
    }
    return true;
}

uint64_t idle_deadline_ms(const struct app *app) {
    uint64_t blank_ms = app->view.is_blank ? UINT64_MAX : blank_at_ms(app);
    return timer_sooner_ms(step_at_ms(app), blank_ms);
}
