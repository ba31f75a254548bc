// SPDX-License-Identifier: MIT
// The card that was opened last is remembered, so that coming back to it counts for nothing, and
// forgotten with the person who opened it.
#include "app/patient/usage_event.h"

#include <stdio.h>
#include <string.h>

static void find_card(struct app *app, bool is_other) {
    const struct language *language = &app->deck->languages[app->view.language];
    const char *id = language->cards[app->view.card].id;
    if (is_other && strcmp(id, app->card_opened) != 0) {
        snprintf(app->opened, sizeof app->opened, "card:%s", id);
    }
    snprintf(app->card_opened, sizeof app->card_opened, "%s", id);
}

void usage_event_find(struct app *app, const struct view *before) {
    const struct view *view = &app->view;
    bool is_other = view->screen != before->screen || view->card != before->card ||
                    (before->is_cycling && !view->is_cycling); // the loop was touched
    // A screen that is opened remembers where from; one that is come back to, something else.
    bool is_new = is_other && app->opened_from == before->screen;
    if (!app->is_touched || view->is_cycling || state_is_staff(app)) {
        app->card_opened[0] = '\0';
    } else if (view->screen == SCREEN_CARD) {
        find_card(app, is_other);
    } else if (is_new && view->screen == SCREEN_REFER) {
        snprintf(app->opened, sizeof app->opened, "refer");
    } else if (is_new && view->screen == SCREEN_URGENT) {
        snprintf(app->opened, sizeof app->opened, "urgent-help");
    }
}
