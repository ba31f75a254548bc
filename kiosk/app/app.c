// SPDX-License-Identifier: MIT
// Inputs come in, the view changes, and what changed decides how the new picture replaces the old
// one. A touch stops the loop when it ends, not when it begins: until then the page is held, so the
// picture under the finger stays what the person aimed at, pause and play included.
#include "app/app.h"

#include <assert.h>
#include <stdlib.h>

#include "app/patient/autoplay.h"
#include "app/patient/blank.h"
#include "app/patient/focus.h"
#include "app/patient/idle.h"
#include "app/patient/navigate.h"
#include "app/staff/staff.h"

enum {
    PROGRESS_FULL = 1000,
    TURN_PARTS = 3, // a card that was dragged by a third of its width turns
};

static const struct action no_action = {ACTION_NONE, 0};

void app_open_session(struct app *app, const struct staff_words *words) {
    app->session.is_open = true;
    app->session.scene.words = words;
}

enum staff_job app_take_job(struct app *app) {
    enum staff_job job = app->session.job;
    app->session.job = JOB_NONE;
    return job;
}

static void act(struct app *app, struct action action, uint64_t now_ms) {
    if (staff_act(app, action, now_ms)) {
        return;
    }
    if (action.kind == ACTION_FINISH) {
        state_restart(app, now_ms);
    } else if (action.kind == ACTION_RESUME) {
        autoplay_start(app, now_ms);
    } else {
        navigate_act(app, action);
    }
}

// The touch or key is over and the page stays; a question that was not answered otherwise is
// answered by it.
static void stay(struct app *app) {
    app->view.is_cycling = false;
    app->view.is_asking = false;
    app->view.countdown_s = 0;
    app->view.pressed = no_action;
    app->is_dragging = false;
    app->drag_px = 0;
}

static void on_nothing(struct app *app, const struct gesture_event *event, uint64_t now_ms) {
    (void)app;
    (void)event;
    (void)now_ms;
}

static void on_bounce(struct app *app, const struct gesture_event *event, uint64_t now_ms) {
    (void)event;
    app->touched_ms = now_ms;
}

// Beside the question's own controls, the whole screen means "keep reading".
static void on_press(struct app *app, const struct gesture_event *event, uint64_t now_ms) {
    idle_touch(app, now_ms);
    app->view.focused = no_action;
    app->view.pressed = event->action;
    app->is_dragging = false;
    app->drag_px = 0;
    bool is_answer = event->action.kind == ACTION_KEEP_READING ||
                     event->action.kind == ACTION_FINISH ||
                     event->action.kind == ACTION_URGENT_HELP;
    if (app->view.is_asking && !is_answer) {
        gesture_let_go(&app->gesture, now_ms);
        stay(app);
    }
}

static void on_leave(struct app *app, const struct gesture_event *event, uint64_t now_ms) {
    (void)event;
    (void)now_ms;
    app->view.pressed = no_action;
}

static void on_enter(struct app *app, const struct gesture_event *event, uint64_t now_ms) {
    (void)now_ms;
    app->view.pressed = event->action;
}

static void on_tap(struct app *app, const struct gesture_event *event, uint64_t now_ms) {
    idle_touch(app, now_ms);
    stay(app);
    act(app, event->action, now_ms);
}

static void on_drag(struct app *app, const struct gesture_event *event, uint64_t now_ms) {
    idle_touch(app, now_ms);
    app->view.pressed = no_action;
    app->is_dragging = navigate_can_turn(app) && !app->view.is_asking;
    app->drag_px = app->is_dragging ? event->drag_px : 0;
}

// A flick back calls the turn off, however far the card had come.
static bool is_turned(const struct gesture_event *event, int width_px) {
    int side = event->drag_px > 0 ? 1 : event->drag_px < 0 ? -1 : 0;
    if (side == 0 || event->flick == -side) {
        return false;
    }
    return event->flick == side || abs(event->drag_px) * TURN_PARTS >= width_px;
}

static void on_drag_end(struct app *app, const struct gesture_event *event, uint64_t now_ms) {
    bool was_dragging = app->is_dragging;
    idle_touch(app, now_ms);
    stay(app);
    if (was_dragging && is_turned(event, app->gesture.sliding_px)) {
        navigate_slide(app, app_drag_step(app, event->drag_px));
    }
}

static void on_cancel(struct app *app, const struct gesture_event *event, uint64_t now_ms) {
    (void)event;
    idle_touch(app, now_ms);
    stay(app);
}

static void (*const gestures[])(struct app *, const struct gesture_event *, uint64_t) = {
    [GESTURE_NONE] = on_nothing, [GESTURE_BOUNCE] = on_bounce,     [GESTURE_PRESS] = on_press,
    [GESTURE_LEAVE] = on_leave,  [GESTURE_ENTER] = on_enter,       [GESTURE_TAP] = on_tap,
    [GESTURE_DRAG] = on_drag,    [GESTURE_DRAG_END] = on_drag_end, [GESTURE_CANCEL] = on_cancel,
};
static_assert(COUNT_OF(gestures) == GESTURE_KIND_COUNT, "a gesture is not handled");

static void apply_gesture(struct app *app, struct gesture_event event, uint64_t now_ms) {
    gestures[event.kind](app, &event, now_ms);
}

// A finger that does not count is still somebody who is there.
static void apply_touch(struct app *app, const struct input *input, const struct scene *scene,
                        uint64_t now_ms) {
    app->gesture.slop_px = app->metrics->tap_slop_px;
    staff_follow_corners(app, &input->touch, now_ms);
    if (blank_wake(app, input, scene, now_ms)) {
        return;
    }
    if (staff_touch(app, &input->touch, now_ms)) {
        gesture_let_go(&app->gesture, now_ms);
        return;
    }
    struct gesture_event event = gesture_apply(&app->gesture, &input->touch, scene, now_ms);
    apply_gesture(app, event, now_ms);
    if (event.kind == GESTURE_NONE && input->touch.phase == TOUCH_DOWN) {
        idle_touch(app, now_ms);
        if (!app->gesture.is_following) {
            stay(app);
        }
    }
}

static const struct action key_actions[] = {
    [KEY_NEXT] = {ACTION_NEXT, 0},
    [KEY_BACK] = {ACTION_BACK, 0},
    [KEY_ESCAPE] = {ACTION_TOPICS, 0},
    [KEY_OTHER] = {ACTION_NONE, 0},
};
static_assert(COUNT_OF(key_actions) == KEY_COUNT, "a key is not handled");

static struct action key_action(const struct app *app, enum key key) {
    const struct view *view = &app->view;
    if (key == KEY_ENTER) {
        return view->focused;
    }
    if (key == KEY_ESCAPE && state_is_staff(app)) {
        bool is_before = view->screen == SCREEN_ADVICE ||
                         (view->is_preview && app->session.fresh); // afterwards there is no list
        return (struct action){is_before ? ACTION_PREVIEW_END : ACTION_STAFF_CLOSE, 0};
    }
    if (key == KEY_ESCAPE && view->screen == SCREEN_TOPICS) {
        return (struct action){ACTION_BACK, 0};
    }
    if (key == KEY_BACK && view->screen != SCREEN_CARD && view->page > 0) {
        return (struct action){ACTION_PAGE_BACK, 0};
    }
    return key_actions[key];
}

// How far a key moves the ring: Tab everywhere, the arrows among tiles.
static int focus_step(const struct app *app, enum key key) {
    bool has_tiles = app->view.screen == SCREEN_TOPICS || app->view.screen == SCREEN_LANGUAGES ||
                     (state_is_staff(app) && !app->view.is_preview);
    if (key == KEY_TAB || (has_tiles && key == KEY_NEXT)) {
        return +1;
    }
    return key == KEY_TAB_BACK || (has_tiles && key == KEY_BACK) ? -1 : 0;
}

// While it is asked, Tab chooses an answer and Enter gives it; every other key keeps reading.
static void apply_answer_key(struct app *app, enum key key, const struct scene *scene,
                             uint64_t now_ms) {
    if (key == KEY_TAB || key == KEY_TAB_BACK) {
        idle_extend(app, now_ms);
        focus_move(app, scene, key == KEY_TAB ? +1 : -1);
        return;
    }
    struct action answer = key == KEY_ENTER ? app->view.focused : no_action;
    stay(app);
    app->view.focused = no_action;
    act(app, answer, now_ms);
}

// Pause and play are one button.
static void keep_focus_on_pause(struct app *app) {
    enum action_kind kind = app->view.focused.kind;
    if (kind == ACTION_PAUSE || kind == ACTION_RESUME) {
        app->view.focused.kind = app->view.is_cycling ? ACTION_PAUSE : ACTION_RESUME;
    }
}

static void apply_key(struct app *app, const struct input *input, const struct scene *scene,
                      uint64_t now_ms) {
    if (blank_wake(app, input, scene, now_ms)) {
        return;
    }
    idle_touch(app, now_ms);
    staff_extend(app, now_ms);
    gesture_let_go(&app->gesture, now_ms);
    if (app->view.screen == SCREEN_WIPE || app->view.screen == SCREEN_CROSS) {
        return;
    }
    if (app->view.is_asking) {
        apply_answer_key(app, input->key, scene, now_ms);
        return;
    }
    stay(app);
    int step = focus_step(app, input->key);
    if (step != 0) {
        focus_move(app, scene, step);
    } else {
        act(app, key_action(app, input->key), now_ms);
    }
    keep_focus_on_pause(app);
}

static void apply_time(struct app *app, const struct input *input, const struct scene *scene,
                       uint64_t now_ms) {
    (void)input;
    apply_gesture(app, gesture_step(&app->gesture, now_ms), now_ms);
    staff_step(app, now_ms);
    autoplay_step(app, scene, now_ms);
    if (!idle_step(app, now_ms)) {
        state_restart(app, now_ms);
    }
}

static void apply_shown(struct app *app, const struct input *input, const struct scene *scene,
                        uint64_t now_ms) {
    (void)input;
    app->view.page = scene->page;
    app->page_count = scene->page_count;
    app->word_count = scene->word_count;
    focus_check(app, scene);
    if (app->is_page_new && app->view.is_cycling) {
        autoplay_start(app, now_ms);
    }
    app->is_page_new = false;
}

static void apply_staff_event(struct app *app, const struct input *input, const struct scene *scene,
                              uint64_t now_ms) {
    (void)scene;
    staff_take(app, input->staff, now_ms);
}

static void apply_hours(struct app *app, const struct input *input, const struct scene *scene,
                        uint64_t now_ms) {
    (void)scene;
    (void)now_ms;
    app->is_closed = !input->is_open;
}

static void (*const appliers[])(struct app *, const struct input *, const struct scene *,
                                uint64_t) = {
    [INPUT_TOUCH] = apply_touch, [INPUT_KEY] = apply_key,           [INPUT_TIME] = apply_time,
    [INPUT_SHOWN] = apply_shown, [INPUT_STAFF] = apply_staff_event, [INPUT_HOURS] = apply_hours,
};
static_assert(COUNT_OF(appliers) == INPUT_KIND_COUNT, "an input is not handled");

static bool is_other_page(const struct view *a, const struct view *b) {
    return a->screen != b->screen || a->language != b->language || a->card != b->card ||
           a->page != b->page || a->text_size != b->text_size || a->is_blank != b->is_blank;
}

// The segment of a page that somebody turned to is full: it says where one is, not how long.
static void arrive(struct app *app, uint64_t now_ms) {
    app->page_count = 0;
    app->word_count = 0;
    app->is_page_new = true;
    app->page_ms = now_ms;
    app->view.progress = app->view.is_cycling ? 0 : PROGRESS_FULL;
}

static void choose_transition(struct app *app, const struct view *before) {
    bool is_other = is_other_page(&app->view, before) || app->view.theme != before->theme ||
                    app->view.is_asking != before->is_asking ||
                    app->view.is_admitting != before->is_admitting ||
                    app->view.is_preview != before->is_preview;
    if (is_other && app->transition == TRANSITION_NONE) {
        app->transition = TRANSITION_FADE;
    }
    if (!app->deck->settings.has_motion) {
        app->transition = TRANSITION_NONE;
    }
}

void app_apply(struct app *app, const struct input *input, const struct scene *scene,
               uint64_t now_ms) {
    struct view before = app->view;
    app->transition = TRANSITION_NONE;
    appliers[input->kind](app, input, scene, now_ms);
    if (input->kind == INPUT_SHOWN) {
        return;
    }
    blank_step(app, now_ms);
    if (is_other_page(&app->view, &before)) {
        arrive(app, now_ms);
    }
    choose_transition(app, &before);
}

static uint64_t sooner(uint64_t a, uint64_t b) {
    return a < b ? a : b;
}

uint64_t app_deadline_ms(const struct app *app, const struct scene *scene) {
    uint64_t deadline_ms = gesture_deadline_ms(&app->gesture);
    deadline_ms = sooner(deadline_ms, autoplay_deadline_ms(app, scene));
    deadline_ms = sooner(deadline_ms, staff_deadline_ms(app));
    deadline_ms = sooner(deadline_ms, blank_deadline_ms(app));
    return sooner(deadline_ms, idle_deadline_ms(app));
}

bool app_is_right_to_left(const struct app *app) {
    return !state_is_staff(app) && app->deck->languages[app->view.language].words.is_right_to_left;
}

int app_drag_step(const struct app *app, int drag_px) {
    return (drag_px < 0) != app_is_right_to_left(app) ? +1 : -1;
}
