// SPDX-License-Identifier: MIT
// Dark is not a state that is entered and left but an answer that is found anew after every input:
// closed, nobody there, no staff screen up. So whatever happens brings the light back by itself.
#include "app/patient/blank.h"

#include "app/patient/idle.h"

// A touch is forgotten when the kiosk is back in its loop, so nobody reads or needs help then.
static bool can_be_blank(const struct app *app) {
    return app->is_closed && !app->is_touched && !state_is_staff(app);
}

static uint64_t due_ms(const struct app *app) {
    return app->touched_ms + BLANK_AFTER_MS;
}

bool blank_wake(struct app *app, const struct touch *touch, const struct scene *scene) {
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

// The loop begins at its first card when the light comes back.
void blank_step(struct app *app) {
    bool is_blank = can_be_blank(app) && app->now_ms >= due_ms(app);
    if (is_blank && !app->view.is_blank) {
        uint64_t touched_ms = app->touched_ms;
        state_restart(app);
        app->touched_ms = touched_ms;
    }
    app->view.is_blank = is_blank;
}

uint64_t blank_deadline_ms(const struct app *app) {
    return can_be_blank(app) && !app->view.is_blank ? due_ms(app) : UINT64_MAX;
}
