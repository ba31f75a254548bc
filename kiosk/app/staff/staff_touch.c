// SPDX-License-Identifier: MIT
// Fingers on the staff screens beside what they press: the ring of the touch test, and
// the crosses from which the panel is set up.
#include "app/staff/staff.h"
#include "app/staff/staff_screens.h"

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

static void follow_ring(struct app *app, const struct touch *touch) {
    if (touch->phase == TOUCH_DOWN || touch->phase == TOUCH_MOVE) {
        app->session.scene.touch_x = touch->x;
        app->session.scene.touch_y = touch->y;
        app->view.staff_revision++;
    }
}

bool staff_touch(struct app *app, const struct touch *touch) {
    enum screen screen = app->view.screen;
    if (screen == SCREEN_CROSS) {
        take_cross(app, touch);
    } else if (screen == SCREEN_TOUCH) {
        follow_ring(app, touch);
    }
    return screen == SCREEN_WIPE || screen == SCREEN_CROSS;
}
