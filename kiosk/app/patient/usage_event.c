// SPDX-License-Identifier: MIT
// The card that was opened last is remembered, so that coming back to it counts for nothing, and
// forgotten with the person who opened it.
#include "app/patient/usage_event.h"

#include <stdio.h>
#include <string.h>

#include "app/state/state.h"

static void name_view(const struct app *app, char name[APP_OPENED_BYTES]) {
    const struct view *view = &app->view;
    const struct language *language = &app->deck->languages[view->language];
    name[0] = '\0';
    if (view->screen == SCREEN_CARD && view->card < language->card_count) {
        snprintf(name, APP_OPENED_BYTES, "card:%s", language->cards[view->card].id);
    } else if (view->screen == SCREEN_REFER || view->screen == SCREEN_URGENT) {
        snprintf(name, APP_OPENED_BYTES, "%s",
                 view->screen == SCREEN_REFER ? "refer" : "urgent-help");
    }
}

// A screen that is opened remembers where from; one that is come back to remembers something else.
static bool is_come_back_to(const struct app *app, const struct view *before) {
    return app->view.screen != SCREEN_CARD && app->opened_from != before->screen;
}

const char *usage_event_find(struct app *app, const struct view *before) {
    char name[APP_OPENED_BYTES];
    const struct view *view = &app->view;
    bool is_other = view->screen != before->screen || view->card != before->card;
    if (!app->is_touched || view->is_cycling || state_is_staff(app)) {
        app->opened[0] = '\0';
        return "";
    }
    name_view(app, name);
    bool is_same_card = strcmp(name, app->opened) == 0;
    if (strncmp(name, "card:", strlen("card:")) == 0) {
        memcpy(app->opened, name, sizeof app->opened);
    }
    if (!is_other || is_same_card || is_come_back_to(app, before)) {
        return "";
    }
    memcpy(app->counted, name, sizeof app->counted);
    return app->counted;
}
