// SPDX-License-Identifier: MIT
// Controls and time of the staff screens. Each control is a row of one table, as those of
// patients are in navigate.c.
#include "app/staff/staff.h"

#include <assert.h>

#include "app/patient/idle.h"
#include "app/patient/navigate.h"
#include "app/staff/first_start.h"
#include "app/staff/preview.h"

enum { SECOND_MS = 1000, WIPE_MS = 30 * SECOND_MS };

static void act_digit(struct app *app, int digit, uint64_t now_ms) {
    int count = app->view.staff.digit_count;
    (void)now_ms;
    if (count < LIMIT_PIN_DIGITS_MOST) {
        app->session.pin[count] = (char)('0' + digit);
        app->view.staff.digit_count = count + 1;
    }
}

static void act_delete(struct app *app, int argument, uint64_t now_ms) {
    int count = app->view.staff.digit_count;
    (void)argument;
    (void)now_ms;
    if (count > 0) {
        app->session.pin[count - 1] = '\0';
        app->view.staff.digit_count = count - 1;
    }
}

static void act_ok(struct app *app, int argument, uint64_t now_ms) {
    (void)argument;
    if (app->session.setup != SETUP_OVER) {
        first_start_take_pin(app, now_ms);
    } else if (app->view.staff.digit_count > 0) {
        staff_screens_want(app, JOB_TRY_PIN);
    }
}

static void act_preview_end(struct app *app, int argument, uint64_t now_ms) {
    (void)argument;
    preview_close(app);
    staff_screens_stay(app, STAFF_SCREENS_SCREEN_MS, now_ms);
}

// Whatever is up is given up.
static void give_up(struct app *app, uint64_t now_ms) {
    if (app->view.is_admitting) {
        staff_screens_leave_keypad(app, now_ms);
    } else if (staff_screens_is_trying_touch(app)) {
        first_start_undo_touch(app, now_ms);
    } else {
        staff_screens_leave(app, now_ms);
    }
}

static void act_close(struct app *app, int argument, uint64_t now_ms) {
    if (app->view.screen == SCREEN_ADVICE) {
        act_preview_end(app, argument, now_ms); // it leads back, and gives nothing up
    } else {
        give_up(app, now_ms);
    }
}

static void act_try_again(struct app *app, int argument, uint64_t now_ms) {
    (void)argument;
    if (app->session.has_stick) {
        staff_screens_read_stick(app, now_ms);
    } else {
        staff_screens_notify(app, NOTICE_PULLED, NULL, now_ms);
    }
}

static void act_confirm(struct app *app, int index, uint64_t now_ms) {
    struct staff_scene *scene = &app->session.scene;
    (void)now_ms;
    if (index < scene->changes->confirm_count) {
        app->session.confirmed[index] = !app->session.confirmed[index];
        scene->confirmed_count += app->session.confirmed[index] ? 1 : -1;
        staff_screens_renew(app);
    }
}

static void act_advice(struct app *app, int argument, uint64_t now_ms) {
    (void)argument;
    staff_screens_show(app, SCREEN_ADVICE, now_ms);
}

static void act_see_cards(struct app *app, int argument, uint64_t now_ms) {
    (void)argument;
    (void)now_ms;
    preview_open(app);
}

// Shows where the first tick is missing, and lays the ring round it.
static void show_unconfirmed(struct app *app) {
    int row = 0;
    while (app->session.confirmed[row]) {
        row++;
    }
    app->session.scene.wanted_row = row;
    app->view.focused = (struct action){ACTION_CONFIRM, row};
    staff_screens_renew(app);
}

static void act_put_on_screen(struct app *app, int argument, uint64_t now_ms) {
    const struct staff_scene *scene = &app->session.scene;
    (void)argument;
    (void)now_ms;
    if (scene->is_back) {
        staff_screens_want(app, JOB_ROLL_BACK);
    } else if (scene->confirmed_count == scene->changes->confirm_count) {
        staff_screens_want(app, JOB_PUT_ON_SCREEN);
    } else {
        show_unconfirmed(app);
    }
}

static void act_menu(struct app *app, int argument, uint64_t now_ms) {
    (void)argument;
    (void)now_ms;
    staff_screens_want(app, JOB_MENU);
}

static void choose_earlier(struct app *app, uint64_t now_ms) {
    (void)now_ms;
    staff_screens_want(app, JOB_LOOK_BACK);
}

static void choose_copy(struct app *app, uint64_t now_ms) {
    app->session.scene.work = WORK_COPYING;
    app->session.scene.done_count = app->session.scene.total_count = 0;
    staff_screens_show(app, SCREEN_WORKING, now_ms);
    staff_screens_stay(app, UINT64_MAX, now_ms);
    staff_screens_want(app, JOB_COPY);
}

static void choose_wipe(struct app *app, uint64_t now_ms) {
    staff_screens_show(app, SCREEN_WIPE, now_ms);
    staff_screens_count_down(app, now_ms + WIPE_MS, now_ms);
}

static void choose_touch(struct app *app, uint64_t now_ms) {
    app->session.scene.touch_x = -1;
    staff_screens_show(app, SCREEN_TOUCH, now_ms);
}

static void choose_about(struct app *app, uint64_t now_ms) {
    staff_screens_show(app, SCREEN_ABOUT, now_ms);
}

static void choose_restart(struct app *app, uint64_t now_ms) {
    staff_screens_notify(app, NOTICE_RESTART, NULL, now_ms);
}

static void choose_power(struct app *app, uint64_t now_ms) {
    staff_screens_notify(app, NOTICE_POWER, NULL, now_ms);
}

static void (*const choices[])(struct app *, uint64_t) = {
    [MENU_EARLIER] = choose_earlier, [MENU_STICK] = staff_screens_read_stick,
    [MENU_COPY] = choose_copy,       [MENU_WIPE] = choose_wipe,
    [MENU_TOUCH] = choose_touch,     [MENU_ABOUT] = choose_about,
    [MENU_RESTART] = choose_restart, [MENU_POWER] = choose_power,
};
static_assert(COUNT_OF(choices) == MENU_ITEM_COUNT, "an item of the menu does nothing");

static void act_choose(struct app *app, int item, uint64_t now_ms) {
    choices[item](app, now_ms);
}

static void act_agree(struct app *app, int argument, uint64_t now_ms) {
    (void)argument;
    switch (app->session.scene.notice) {
    case NOTICE_EMPTY:
        choose_copy(app, now_ms);
        break;
    case NOTICE_COPY_OVER:
        choose_copy(app, now_ms);
        staff_screens_want(app, JOB_COPY_OVER);
        break;
    case NOTICE_RESTART:
        staff_screens_want(app, JOB_RESTART);
        break;
    case NOTICE_POWER:
        staff_screens_want(app, JOB_POWER_OFF);
        break;
    case NOTICE_KEEP_TOUCH:
        staff_screens_count_down(app, UINT64_MAX, now_ms);
        staff_screens_want(app, JOB_KEEP_TOUCH);
        break;
    default:
        break;
    }
}

static void act_set_up_touch(struct app *app, int argument, uint64_t now_ms) {
    (void)argument;
    if (app->session.setup != SETUP_OVER) {
        first_start_ask(app, SETUP_TOUCH, now_ms);
        return;
    }
    app->session.scene.cross = 0;
    staff_screens_show(app, SCREEN_CROSS, now_ms);
}

static void act_stay(struct app *app, int argument, uint64_t now_ms) {
    (void)app;
    (void)argument;
    (void)now_ms; // every control makes the screen stay
}

static void act_turn(struct app *app, int step, uint64_t now_ms) {
    (void)now_ms;
    preview_turn(app, step);
}

static void (*const actions[ACTION_COUNT])(struct app *, int, uint64_t) = {
    [ACTION_PIN_DIGIT] = act_digit,
    [ACTION_PIN_DELETE] = act_delete,
    [ACTION_PIN_OK] = act_ok,
    [ACTION_STAFF_CLOSE] = act_close,
    [ACTION_TRY_AGAIN] = act_try_again,
    [ACTION_CONFIRM] = act_confirm,
    [ACTION_SEE_CARDS] = act_see_cards,
    [ACTION_PREVIEW_END] = act_preview_end,
    [ACTION_PUT_ON_SCREEN] = act_put_on_screen,
    [ACTION_MENU] = act_menu,
    [ACTION_MENU_ITEM] = act_choose,
    [ACTION_AGREE] = act_agree,
    [ACTION_SET_UP_TOUCH] = act_set_up_touch,
    [ACTION_STAY] = act_stay,
    [ACTION_ADVICE] = act_advice,
    [ACTION_ARROW] = first_start_turn,
};

// What comes up then is a page that somebody reads, and goes as any other does.
static void leave_for_patient(struct app *app, uint64_t now_ms) {
    if (app->view.is_admitting) {
        staff_screens_leave_keypad(app, now_ms);
    } else {
        staff_screens_leave(app, now_ms);
    }
    app->view.is_cycling = false;
    idle_touch(app, now_ms);
}

// Before the PIN the keypad's own controls alone, whatever picture a touch was meant for: one that
// a lost display showed last may be of any screen.
static bool is_open_to(const struct app *app, enum action_kind kind) {
    if (app->session.setup != SETUP_OVER) {
        return first_start_allows(app, kind);
    }
    return app->session.is_admitted || kind <= ACTION_STAFF_CLOSE;
}

bool staff_act(struct app *app, struct action action, uint64_t now_ms) {
    if (!state_is_staff(app)) {
        return false;
    }
    app->session.scene.wanted_row = -1;
    if (action.kind != ACTION_NONE) {
        staff_extend(app, now_ms); // a hand that strays over the screen keeps nothing open
    }
    if (!is_open_to(app, action.kind)) {
        return true;
    }
    if (app->view.is_preview && (action.kind == ACTION_NEXT || action.kind == ACTION_BACK)) {
        act_turn(app, action.kind == ACTION_NEXT ? +1 : -1, now_ms);
        return true;
    }
    if (action.kind == ACTION_URGENT_HELP) { // a patient who needs more than this screen
        leave_for_patient(app, now_ms);
    }
    if (actions[action.kind]) {
        actions[action.kind](app, action.argument, now_ms);
    }
    return actions[action.kind] != NULL;
}

// Without a finger on them, these would be counted down by one that happened to lie there.
static bool counts_by_itself(const struct app *app) {
    return app->view.screen == SCREEN_WIPE || staff_screens_is_trying_touch(app);
}

void staff_extend(struct app *app, uint64_t now_ms) {
    if (state_is_staff(app) && !counts_by_itself(app)) {
        staff_screens_stay(app, app->session.stays_ms, now_ms);
    }
}

// What a countdown leads to.
static void end_count(struct app *app, uint64_t now_ms) {
    staff_screens_count_down(app, UINT64_MAX, now_ms);
    if (app->view.is_admitting) {
        staff_screens_want(app, JOB_OPEN); // the keypad may be open now
    } else {
        give_up(app, now_ms);
    }
}

// Nobody touched what is up for as long as it stays.
static void end_stay(struct app *app, uint64_t now_ms) {
    if (app->session.scene.can_be_wrong_way_up && app->view.screen == SCREEN_CROSS) {
        first_start_ask(app, SETUP_ROTATION, now_ms);
    } else {
        give_up(app, now_ms);
    }
}

void staff_step(struct app *app, uint64_t now_ms) {
    struct staff_session *session = &app->session;
    if (session->is_open && corners_step(&session->corners, now_ms)) {
        staff_screens_ask_for_pin(app, false, now_ms);
    }
    if (session->asks_later) {
        staff_screens_ask_about_stick(app, now_ms);
    }
    if (!state_is_staff(app)) {
        return;
    }
    if (session->counts_until_ms != UINT64_MAX) {
        staff_screens_count_down(app, session->counts_until_ms, now_ms);
    }
    if (now_ms >= session->counts_until_ms) {
        end_count(app, now_ms);
    }
    if (state_is_staff(app) && now_ms >= session->until_ms) {
        end_stay(app, now_ms);
    }
    staff_screens_warn(app, now_ms); // of the screen that is up now
}

static uint64_t sooner(uint64_t a, uint64_t b) {
    return a < b ? a : b;
}

// When the countdown shows its next number.
static uint64_t count_deadline_ms(const struct staff_session *session) {
    int shown_s = session->scene.wait_s;
    int next_s = shown_s > 60 ? shown_s - 60 : shown_s - 1;
    if (session->counts_until_ms == UINT64_MAX) {
        return UINT64_MAX;
    }
    uint64_t left_ms = (uint64_t)(next_s > 0 ? next_s : 0) * SECOND_MS;
    return session->counts_until_ms > left_ms ? session->counts_until_ms - left_ms : 0;
}

// When the warning comes up, or shows its next number.
static uint64_t warning_deadline_ms(const struct app *app) {
    const struct staff_session *session = &app->session;
    int shown_s = session->scene.leaves_s;
    uint64_t left_ms = shown_s > 0 ? (uint64_t)(shown_s - 1) * SECOND_MS : STAFF_SCREENS_WARNING_MS;
    return staff_screens_can_warn(app) && session->until_ms > left_ms ? session->until_ms - left_ms
                                                                      : session->until_ms;
}

uint64_t staff_deadline_ms(const struct app *app) {
    const struct staff_session *session = &app->session;
    uint64_t due_ms = session->is_open ? corners_deadline_ms(&session->corners) : UINT64_MAX;
    if (state_is_staff(app)) {
        due_ms = sooner(due_ms, sooner(warning_deadline_ms(app), count_deadline_ms(session)));
    }
    return due_ms;
}
