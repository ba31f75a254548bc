// SPDX-License-Identifier: MIT
// Fingers on the staff screens beside what they press: the corners that open the menu, the ring of
// the touch test, the crosses from which the panel is set up.
#include "app/staff/staff.h"
#include "app/staff/staff_screens.h"

enum { TRY_TOUCH_MS = 15 * 1000 };

static struct touch_point meant_at(const struct app *app, int index) {
    int width = app->metrics->width_px, height = app->metrics->height_px;
    struct rect cross = staff_cross(width, height, index);
    return (struct touch_point){(int)((int64_t)cross.x * TOUCH_MAP_ONE / width),
                                (int)((int64_t)cross.y * TOUCH_MAP_ONE / height)};
}

static void end_crosses(struct app *app, uint64_t now_ms) {
    struct touch_point meant[TOUCH_MAP_POINTS];
    for (int i = 0; i < TOUCH_MAP_POINTS; i++) {
        meant[i] = meant_at(app, i);
    }
    if (!touch_map_fit(&app->session.map, app->session.felt, meant)) {
        staff_screens_notify(app, NOTICE_UNFIT, NULL, now_ms);
        return;
    }
    staff_screens_notify(app, NOTICE_KEEP_TOUCH, NULL, now_ms);
    staff_screens_count_down(app, now_ms + TRY_TOUCH_MS, now_ms);
    staff_screens_want(app, JOB_TRY_TOUCH);
}

static void take_cross(struct app *app, const struct touch *touch, uint64_t now_ms) {
    if (touch->phase != TOUCH_UP) {
        return;
    }
    staff_extend(app, now_ms);
    app->session.felt[app->session.scene.cross] =
        (struct touch_point){touch->felt_x, touch->felt_y};
    if (app->session.scene.cross + 1 == TOUCH_MAP_POINTS) {
        end_crosses(app, now_ms);
        return;
    }
    app->session.scene.cross++;
    staff_screens_renew(app);
}

static void follow_ring(struct app *app, const struct touch *touch) {
    bool is_there = touch->phase == TOUCH_DOWN || touch->phase == TOUCH_MOVE;
    if (is_there) {
        app->session.scene.touch_x = touch->x;
        app->session.scene.touch_y = touch->y;
        staff_screens_renew(app);
    }
}

// A finger may lift in the dark, or on a screen on which nothing counts, and must not be taken for
// one that is still there.
void staff_follow_corners(struct app *app, const struct touch *touch, uint64_t now_ms) {
    enum screen screen = app->view.screen;
    bool is_lifted = touch->phase == TOUCH_UP || touch->phase == TOUCH_CANCEL;
    bool is_deaf = app->view.is_blank || screen == SCREEN_WIPE || screen == SCREEN_CROSS ||
                   screen == SCREEN_TOUCH;
    if (app->session.is_open && (is_lifted || !is_deaf)) {
        app->session.corners.width_px = app->metrics->width_px;
        app->session.corners.height_px = app->metrics->height_px;
        corners_apply(&app->session.corners, touch, now_ms);
    }
}

bool staff_touch(struct app *app, const struct touch *touch, uint64_t now_ms) {
    if (!app->session.is_open) {
        return false;
    }
    switch (app->view.screen) {
    case SCREEN_WIPE:
        return true;
    case SCREEN_CROSS:
        take_cross(app, touch, now_ms);
        return true;
    case SCREEN_TOUCH:
        follow_ring(app, touch);
        return false;
    default:
        return false;
    }
}
