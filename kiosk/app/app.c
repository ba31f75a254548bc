// SPDX-License-Identifier: MIT
// Inputs come in, the view changes, and what changed decides how the new picture replaces the old
// one. A touch stops the loop when it ends, not when it begins: until then the page is held, so the
// picture under the finger stays what the person aimed at.
#include "app/app.h"

#include <stdlib.h>

#include "app/patient/autoplay.h"
#include "app/patient/idle.h"
#include "app/patient/navigate.h"
#include "app/staff/staff.h"
#include "app/staff/staff_screens.h"
#include "app/state/timer.h"

enum {
    SETTLE_MS = 250, // a tap so soon was aimed at the picture before
    TURN_PARTS = 3,  // a card that was dragged by a third of its width turns
};

static const struct action no_action = {ACTION_NONE, 0};

enum staff_job app_take_job(struct app *app) {
    enum staff_job job = app->session.job;
    app->session.job = JOB_NONE;
    return job;
}

static void act(struct app *app, struct action action) {
    if (!staff_act(app, action)) {
        navigate_act(app, action);
    }
}

// The touch or key is over and the page stays; a question that was not answered otherwise is
// answered by it.
static void stay(struct app *app) {
    state_stop_loop(app);
    app->view.is_asking = false;
    app->view.countdown_s = 0;
    state_release(app);
}

// Beside the question's own controls, the whole screen means "keep reading".
static void press(struct app *app, struct action action) {
    state_release(app);
    app->view.focused = no_action;
    if (!app->view.is_cycling && app->now_ms - app->page_ms < SETTLE_MS) {
        gesture_let_go(&app->gesture, app->now_ms);
        return;
    }
    app->view.pressed = action;
    bool is_answer = action.kind == ACTION_KEEP_READING || action.kind == ACTION_FINISH ||
                     action.kind == ACTION_URGENT_HELP;
    if (app->view.is_asking && !is_answer) {
        gesture_let_go(&app->gesture, app->now_ms);
        stay(app);
    }
}

static void drag(struct app *app, int drag_px) {
    app->view.pressed = no_action;
    app->is_dragging = navigate_can_turn(app) && !app->view.is_asking;
    app->drag_px = app->is_dragging ? drag_px : 0;
}

// A flick back calls the turn off, however far the card had come.
static bool is_turned(const struct gesture_event *event, int width_px) {
    int side = event->drag_px > 0 ? 1 : event->drag_px < 0 ? -1 : 0;
    if (side == 0 || event->flick == -side) {
        return false;
    }
    return event->flick == side || abs(event->drag_px) * TURN_PARTS >= width_px;
}

static void end_drag(struct app *app, const struct gesture_event *event) {
    bool was_dragging = app->is_dragging;
    stay(app);
    if (was_dragging && is_turned(event, app->gesture.sliding_px)) {
        navigate_slide(app, app_drag_step(app, event->drag_px));
    }
}

static void apply_gesture(struct app *app, const struct gesture_event *event) {
    if (event->kind == GESTURE_BOUNCE) {
        app->touched_ms = app->now_ms;
    } else if (event->kind != GESTURE_NONE) {
        idle_touch(app);
    }
    switch (event->kind) {
    case GESTURE_PRESS:
        press(app, event->action);
        break;
    case GESTURE_OVER:
        app->view.pressed = event->action;
        break;
    case GESTURE_TAP:
        stay(app);
        act(app, event->action);
        break;
    case GESTURE_DRAG:
        drag(app, event->drag_px);
        break;
    case GESTURE_DRAG_END:
        end_drag(app, event);
        break;
    case GESTURE_CANCEL:
        stay(app);
        break;
    case GESTURE_BOUNCE:
    case GESTURE_NONE:
        break;
    }
}

// A finger that does not count is still somebody who is there.
static void apply_touch(struct app *app, const struct touch *touch, const struct scene *scene) {
    app->gesture.slop_px = app->metrics->tap_slop_px;
    if (idle_wake(app, touch, scene)) {
        return;
    }
    if (staff_touch(app, touch)) {
        gesture_let_go(&app->gesture, app->now_ms);
        return;
    }
    struct gesture_event event = gesture_apply(&app->gesture, touch, scene, app->now_ms);
    apply_gesture(app, &event);
    if (event.kind == GESTURE_NONE && touch->phase == TOUCH_DOWN) {
        idle_touch(app);
        if (!app->gesture.is_following) {
            stay(app);
        }
    }
}

static enum action_kind escape_action(const struct app *app) {
    const struct view *view = &app->view;
    bool is_before = view->screen == SCREEN_ADVICE ||
                     (view->is_preview && app->session.fresh); // afterwards there is no list
    if (state_is_staff(app)) {
        return is_before ? ACTION_PREVIEW_END : ACTION_STAFF_CLOSE;
    }
    return view->screen == SCREEN_TOPICS ? ACTION_BACK : ACTION_TOPICS;
}

static struct action key_action(const struct app *app, enum key key) {
    bool is_later_page = app->view.screen != SCREEN_CARD && app->view.page > 0;
    switch (key) {
    case KEY_ENTER:
        return app->view.focused;
    case KEY_ESCAPE:
        return (struct action){escape_action(app), 0};
    case KEY_NEXT:
        return (struct action){ACTION_NEXT, 0};
    case KEY_BACK:
        return (struct action){is_later_page ? ACTION_PAGE_BACK : ACTION_BACK, 0};
    default:
        return no_action;
    }
}

static bool has_tiles(const struct app *app) {
    const struct view *view = &app->view;
    bool is_patients = view->screen == SCREEN_TOPICS || view->screen == SCREEN_LANGUAGES ||
                       view->screen == SCREEN_SETTINGS;
    return !view->is_asking && (is_patients || (state_is_staff(app) && !view->is_preview));
}

// How far a key moves the ring: Tab everywhere, the arrows among tiles.
static int focus_step(const struct app *app, enum key key) {
    if (key == KEY_TAB || (key == KEY_NEXT && has_tiles(app))) {
        return +1;
    }
    return key == KEY_TAB_BACK || (key == KEY_BACK && has_tiles(app)) ? -1 : 0;
}

// While it is asked, Tab chooses an answer and Enter gives it; every other key keeps reading.
static void apply_key(struct app *app, enum key key, const struct scene *scene) {
    if (idle_wake(app, NULL, scene)) {
        return;
    }
    bool was_asking = app->view.is_asking, was_cycling = app->view.is_cycling;
    int step = focus_step(app, key);
    struct action action = was_asking && key != KEY_ENTER ? no_action : key_action(app, key);
    idle_touch(app);
    staff_screens_stay(app);
    gesture_let_go(&app->gesture, app->now_ms);
    if (app->view.screen == SCREEN_WIPE || app->view.screen == SCREEN_CROSS) {
        return;
    }
    if (was_asking && step != 0) {
        idle_extend(app);
    } else {
        stay(app);
    }
    if (step != 0) {
        navigate_focus(app, scene, step);
        return;
    }
    if (was_asking) {
        app->view.focused = no_action;
    }
    bool is_turn = action.kind == ACTION_NEXT || action.kind == ACTION_BACK;
    if (!was_cycling || !is_turn) { // in the loop, an arrow opens what it shows
        act(app, action);
    }
}

static void apply_time(struct app *app) {
    struct gesture_event event = gesture_step(&app->gesture, app->now_ms);
    apply_gesture(app, &event);
    staff_step(app);
    autoplay_step(app);
    idle_step(app);
}

static void apply_shown(struct app *app, const struct scene *scene) {
    app->view.page = scene->page;
    if (app->page_count == 0 && app->view.is_cycling) {
        app->page_ms = app->now_ms; // its time begins now
    }
    app->page_count = scene->page_count;
    app->word_count = scene->word_count;
    app->first_word = scene->first_word;
    navigate_check_focus(app, scene);
}

static void apply(struct app *app, const struct input *input, const struct scene *scene) {
    switch (input->kind) {
    case INPUT_TOUCH:
        apply_touch(app, &input->touch, scene);
        break;
    case INPUT_KEY:
        apply_key(app, input->key, scene);
        break;
    case INPUT_TIME:
        apply_time(app);
        break;
    case INPUT_STAFF:
        staff_take(app, input->staff);
        break;
    case INPUT_HOURS:
        app->is_closed = !input->is_open;
        break;
    case INPUT_SHOWN:
        break;
    }
}

static bool is_other_page(const struct view *a, const struct view *b) {
    return a->screen != b->screen || a->language != b->language || a->card != b->card ||
           a->page != b->page || a->is_cycling != b->is_cycling || a->text_size != b->text_size ||
           a->is_blank != b->is_blank;
}

// The segment of a page that somebody turned to is full: it says where one is, not how long.
static void arrive(struct app *app) {
    app->page_count = 0;
    app->word_count = 0;
    app->page_ms = app->now_ms;
    app->view.progress = app->view.is_cycling ? 0 : VIEW_PROGRESS_FULL;
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
    app->now_ms = now_ms;
    app->transition = TRANSITION_NONE;
    app->opened[0] = '\0';
    if (input->kind == INPUT_SHOWN) {
        apply_shown(app, scene);
        return;
    }
    apply(app, input, scene);
    idle_blank(app);
    staff_count(app);
    if (is_other_page(&app->view, &before)) {
        arrive(app);
    }
    choose_transition(app, &before);
    navigate_note_opened(app, &before);
}

uint64_t app_deadline_ms(const struct app *app) {
    uint64_t due_ms = gesture_deadline_ms(&app->gesture);
    due_ms = timer_sooner_ms(due_ms, autoplay_deadline_ms(app));
    due_ms = timer_sooner_ms(due_ms, staff_deadline_ms(app));
    return timer_sooner_ms(due_ms, idle_deadline_ms(app));
}

bool app_is_right_to_left(const struct app *app) {
    return !state_is_staff(app) && app->deck->languages[app->view.language].words.is_right_to_left;
}

int app_drag_step(const struct app *app, int drag_px) {
    return (drag_px < 0) != app_is_right_to_left(app) ? +1 : -1;
}
