// SPDX-License-Identifier: MIT
// Controls and time of the staff screens, and the crosses from which the panel is set up. Each
// control is a row of one table, as those of patients are in navigate.c.
#include "app/staff/staff.h"

#include <assert.h>

#include "app/patient/idle.h"
#include "app/staff/first_start.h"
#include "app/staff/preview.h"
#include "app/staff/staff_screens.h"
#include "app/state/timer.h"
#include "app/touch/gesture.h"

enum { WARNING_S = 30 }; // at the end of its time, a screen says that it is about to go

static void act_digit(struct app *app) {
    int count = app->view.digit_count;
    if (count < LIMIT_PIN_DIGITS_MOST) {
        app->session.pin[count] = (char)('0' + app->action.argument);
        app->view.digit_count = count + 1;
    }
}

static void act_delete(struct app *app) {
    int count = app->view.digit_count;
    if (count > 0) {
        app->session.pin[count - 1] = '\0';
        app->view.digit_count = count - 1;
    }
}

static void act_ok(struct app *app) {
    if (app->session.setup != SETUP_OVER) {
        first_start_take_pin(app);
    } else if (app->view.digit_count > 0) {
        app->session.job = JOB_TRY_PIN;
    }
}

static void act_preview_end(struct app *app) {
    preview_close(app);
    staff_screens_stay(app);
}

static void leave(struct app *app) {
    if (app->view.is_admitting) {
        staff_screens_leave_keypad(app);
    } else {
        staff_screens_leave(app);
    }
}

static void give_up(struct app *app) {
    if (staff_screens_is_trying_touch(app)) {
        first_start_undo_touch(app);
    } else {
        leave(app);
    }
}

static void act_close(struct app *app) {
    if (app->view.screen == SCREEN_ADVICE || app->view.screen == SCREEN_CHANGE) {
        act_preview_end(app); // it leads back, and gives nothing up
    } else {
        give_up(app);
    }
}

static void act_try_again(struct app *app) {
    if (app->session.has_stick) {
        staff_screens_read_stick(app);
    } else {
        staff_screens_notify(app, NOTICE_PULLED, NULL);
    }
}

static void act_confirm(struct app *app) {
    struct staff_scene *scene = &app->session.scene;
    if (app->action.argument < scene->changes->confirm_count) {
        bool *confirmed = &scene->confirmed[app->action.argument];
        *confirmed = !*confirmed;
        scene->confirmed_count += *confirmed ? 1 : -1;
    }
}

static void act_open_change(struct app *app) {
    struct staff_scene *scene = &app->session.scene;
    if (app->action.argument < scene->changes->count) {
        scene->opened = app->action.argument;
        scene->seen[scene->opened] = true;
        scene->wanted_row = 0; // until the first page is turned
        staff_screens_show(app, SCREEN_CHANGE);
    }
}

// The stick is read once more, with that choice.
static void act_choose(struct app *app) {
    app->session.takes_stick = app->action.argument == 1;
    staff_screens_read_stick(app);
    app->session.job = JOB_CHOOSE;
}

static void act_advice(struct app *app) {
    staff_screens_show(app, SCREEN_ADVICE);
}

// Shows where the first tick is missing, and lays the ring round it.
static void show_unconfirmed(struct app *app) {
    int row = 0;
    while (app->session.scene.confirmed[row]) {
        row++;
    }
    app->session.scene.wanted_row = row;
    app->view.focused = (struct action){ACTION_CONFIRM, row};
}

static void act_put_on_screen(struct app *app) {
    const struct staff_scene *scene = &app->session.scene;
    if (scene->is_back) {
        app->session.job = JOB_ROLL_BACK;
    } else if (scene->confirmed_count == scene->changes->confirm_count) {
        app->session.job = JOB_PUT_ON_SCREEN;
        app->session.is_committing = true;
    } else {
        show_unconfirmed(app);
    }
}

static void act_menu(struct app *app) {
    app->session.job = JOB_MENU;
}

static void act_pick(struct app *app) {
    bool is_shown = app->view.screen == SCREEN_CHOICES;
    if (is_shown && app->action.argument < app->session.scene.choices.count) {
        app->session.chosen = app->action.argument;
        app->session.job = app->session.choice;
    }
}

static void act_set_up_touch(struct app *app) {
    if (app->session.setup != SETUP_OVER) {
        first_start_ask(app, SETUP_TOUCH);
    } else {
        staff_screens_show(app, SCREEN_CROSS);
    }
}

static void act_menu_item(struct app *app) {
    static const enum screen screens[MENU_ITEM_COUNT] = {
        [MENU_WIPE] = SCREEN_WIPE, [MENU_TOUCH] = SCREEN_CROSS, [MENU_ABOUT] = SCREEN_ABOUT};
    enum menu_item item = (enum menu_item)app->action.argument;
    if (item == MENU_EARLIER || item == MENU_NAME) {
        app->session.job = item == MENU_NAME ? JOB_NAMES : JOB_EARLIER;
    } else if (item == MENU_STICK) {
        staff_screens_read_stick(app);
    } else if (item == MENU_COPY) {
        staff_screens_work(app, WORK_COPYING, JOB_COPY);
    } else if (item == MENU_PIN) {
        first_start_change_pin(app);
    } else if (item == MENU_RESTART || item == MENU_POWER) {
        staff_screens_notify(app, item == MENU_POWER ? NOTICE_POWER : NOTICE_RESTART, NULL);
    } else {
        staff_screens_show(app, screens[item]);
    }
}

static const enum staff_job agreed_jobs[NOTICE_COUNT] = {
    [NOTICE_EMPTY] = JOB_COPY,
    [NOTICE_COPY_OVER] = JOB_COPY_OVER,
    [NOTICE_RESTART] = JOB_RESTART,
    [NOTICE_POWER] = JOB_POWER_OFF,
    [NOTICE_KEEP_TOUCH] = JOB_KEEP_TOUCH,
};

static void act_agree(struct app *app) {
    enum staff_job job = agreed_jobs[app->session.scene.notice];
    if (job == JOB_COPY || job == JOB_COPY_OVER) {
        staff_screens_work(app, WORK_COPYING, job);
    } else {
        app->session.waits_until_ms = UINT64_MAX;
        app->session.job = job;
    }
}

static void (*const actions[ACTION_COUNT])(struct app *) = {
    [ACTION_PIN_DIGIT] = act_digit,
    [ACTION_PIN_DELETE] = act_delete,
    [ACTION_PIN_OK] = act_ok,
    [ACTION_STAFF_CLOSE] = act_close,
    [ACTION_TRY_AGAIN] = act_try_again,
    [ACTION_CONFIRM] = act_confirm,
    [ACTION_OPEN_CHANGE] = act_open_change,
    [ACTION_CHOOSE] = act_choose,
    [ACTION_SEE_CARDS] = preview_open,
    [ACTION_PREVIEW_END] = act_preview_end,
    [ACTION_PUT_ON_SCREEN] = act_put_on_screen,
    [ACTION_MENU] = act_menu,
    [ACTION_MENU_ITEM] = act_menu_item,
    [ACTION_AGREE] = act_agree,
    [ACTION_SET_UP_TOUCH] = act_set_up_touch,
    [ACTION_STAY] = staff_screens_stay,
    [ACTION_ADVICE] = act_advice,
    [ACTION_PICK] = act_pick,
    [ACTION_ARROW] = first_start_turn,
};

bool staff_act(struct app *app, struct action action) {
    bool is_turn = action.kind == ACTION_NEXT || action.kind == ACTION_BACK;
    if (!state_is_staff(app)) {
        return false;
    }
    app->action = action;
    app->session.scene.wanted_row = -1;
    app->view.staff_revision++;
    if (action.kind != ACTION_NONE) {
        staff_screens_stay(app); // a hand that strays over the screen keeps nothing open
    }
    if (!app->session.is_admitted && action.kind > ACTION_STAFF_CLOSE) {
        // Before the PIN the keypad's own controls alone, whatever picture a touch was meant for:
        // one that a lost display showed last may be of any screen.
        return true;
    }
    if (app->view.is_preview && is_turn) {
        preview_turn(app, action.kind == ACTION_NEXT ? +1 : -1);
        return true;
    }
    if (action.kind == ACTION_URGENT_HELP) { // a patient who needs more than this screen
        leave(app);
        state_stop_loop(app);
        idle_touch(app); // what comes up is a page that somebody reads
    }
    if (actions[action.kind]) {
        actions[action.kind](app);
    }
    return actions[action.kind] != NULL;
}

static struct touch_point meant_at(const struct app *app, int index) {
    int width = app->metrics->width_px, height = app->metrics->height_px;
    struct rect cross = staff_cross(width, height, index);
    return (struct touch_point){(int)((int64_t)cross.x * TOUCH_MAP_ONE / width),
                                (int)((int64_t)cross.y * TOUCH_MAP_ONE / height)};
}

static void end_crosses(struct app *app) {
    struct touch_point meant[TOUCH_MAP_POINTS];
    for (int i = 0; i < TOUCH_MAP_POINTS; i++) {
        meant[i] = meant_at(app, i);
    }
    if (!touch_map_fit(&app->session.map, app->session.felt, meant)) {
        staff_screens_notify(app, NOTICE_UNFIT, NULL);
        return;
    }
    staff_screens_notify(app, NOTICE_KEEP_TOUCH, NULL);
    app->session.job = JOB_TRY_TOUCH;
}

static void take_cross(struct app *app, const struct touch *touch) {
    int *cross = &app->session.scene.cross;
    if (touch->phase != TOUCH_UP) {
        return;
    }
    staff_screens_stay(app);
    app->session.felt[*cross] = (struct touch_point){touch->felt_x, touch->felt_y};
    if (*cross + 1 == TOUCH_MAP_POINTS) {
        end_crosses(app);
    } else {
        (*cross)++;
    }
    app->view.staff_revision++;
}

bool staff_touch(struct app *app, const struct touch *touch) {
    enum screen screen = app->view.screen;
    if (screen == SCREEN_CROSS) {
        take_cross(app, touch);
    }
    return screen == SCREEN_WIPE || screen == SCREEN_CROSS;
}

static void end_wait(struct app *app) {
    app->session.waits_until_ms = UINT64_MAX;
    if (app->view.is_admitting) {
        app->session.job = JOB_OPEN; // the keypad may be open now
        staff_screens_stay(app);
    } else {
        give_up(app);
    }
}

// Nobody touched what is up for as long as it stays.
static void end_stay(struct app *app) {
    if (app->session.scene.can_be_wrong_way_up && app->view.screen == SCREEN_CROSS) {
        first_start_ask(app, SETUP_ROTATION);
    } else {
        give_up(app);
    }
}

void staff_step(struct app *app) {
    struct staff_session *session = &app->session;
    if (session->is_open && gesture_step_corners(&app->gesture, app->now_ms)) {
        staff_screens_ask_for_pin(app, ERRAND_MENU);
    }
    if (session->asks_later) {
        staff_screens_ask_about_stick(app);
    }
    if (state_is_staff(app) && app->now_ms >= session->waits_until_ms) {
        end_wait(app);
    }
    if (state_is_staff(app) && app->now_ms >= session->stays_until_ms) {
        end_stay(app);
    }
}

void staff_count(struct app *app) {
    const struct staff_session *session = &app->session;
    struct staff_scene *scene = &app->session.scene;
    int wait_s = timer_left_s(session->waits_until_ms, app->now_ms);
    int leaves_s = timer_left_s(session->stays_until_ms, app->now_ms);
    bool is_warned = session->is_admitted && leaves_s <= WARNING_S; // nobody but staff is there
    leaves_s = is_warned ? leaves_s : 0;
    if (scene->wait_s != wait_s || scene->leaves_s != leaves_s) {
        scene->wait_s = wait_s;
        scene->leaves_s = leaves_s;
        app->view.staff_revision++;
    }
}

uint64_t staff_deadline_ms(const struct app *app) {
    const struct staff_session *session = &app->session;
    const struct staff_scene *scene = &session->scene;
    uint64_t due_ms = session->is_open ? gesture_corners_deadline_ms(&app->gesture) : UINT64_MAX;
    if (!state_is_staff(app)) {
        return due_ms;
    }
    bool is_to_warn = session->is_admitted && scene->leaves_s == 0;
    int leaves_s = is_to_warn ? WARNING_S + 1 : scene->leaves_s;
    due_ms = timer_sooner_ms(due_ms, timer_next_ms(session->waits_until_ms, scene->wait_s));
    return timer_sooner_ms(due_ms, timer_next_ms(session->stays_until_ms, leaves_s));
}
