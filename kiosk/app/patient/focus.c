// SPDX-License-Identifier: MIT
// Controls are known by what they do. Where a picture offers one action twice, the first of them is
// the stop, or Tab would never get past the second.
#include "app/patient/focus.h"

static int find_target(const struct scene *scene, struct action action) {
    for (int i = 0; i < scene->target_count; i++) {
        if (action_equals(scene->targets[i].action, action)) {
            return i;
        }
    }
    return -1;
}

void focus_move(struct app *app, const struct scene *scene, int step) {
    int count = scene->target_count;
    int at = find_target(scene, app->view.focused);
    if (at < 0 && step < 0) {
        at = 0; // one before the first is the last
    }
    for (int i = 0; i < count; i++) {
        at = (at + step + count) % count;
        struct action action = scene->targets[at].action;
        if (find_target(scene, action) == at) {
            app->view.focused = action;
            return;
        }
    }
}

void focus_check(struct app *app, const struct scene *scene) {
    if (find_target(scene, app->view.focused) < 0) {
        app->view.focused = (struct action){ACTION_NONE, 0};
    }
}
