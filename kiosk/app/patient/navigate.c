// SPDX-License-Identifier: MIT
// Every action is a row of one table. A screen remembers where it was opened from one step deep:
// closing goes there once and then to the cards, so no two screens can send a person in a circle.
#include "app/patient/navigate.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const struct language *language_of(const struct app *app) {
    return &app->deck->languages[app->view.language];
}

// Until a page is shown, its card counts as a single page: a second key in the same moment goes on
// to the next card.
struct view navigate_neighbour(const struct app *app, int step) {
    struct view view = app->view;
    int page_count = app->page_count > 0 ? app->page_count : 1;
    int page = app->page_count > 0 ? view.page + step : step;
    if (page >= 0 && page < page_count) {
        view.page = page;
        return view;
    }
    int card_count = language_of(app)->card_count;
    view.card = card_count > 0 ? (view.card + step + card_count) % card_count : 0;
    view.page = step < 0 ? NAVIGATE_LAST_PAGE : 0;
    return view;
}

bool navigate_can_turn(const struct app *app) {
    return app->view.screen == SCREEN_CARD &&
           (language_of(app)->card_count > 1 || app->page_count > 1);
}

void navigate_slide(struct app *app, int step) {
    if (!navigate_can_turn(app)) {
        return;
    }
    struct view to = navigate_neighbour(app, step);
    app->view.card = to.card;
    app->view.page = to.page;
    app->transition = step < 0 ? TRANSITION_SLIDE_BACK : TRANSITION_SLIDE_NEXT;
}

static void go_to(struct app *app, enum screen screen, int page) {
    if (app->view.screen == SCREEN_CARD) {
        app->card_page = VIEW_AT_WORD - app->first_word;
    }
    app->view.screen = screen;
    app->view.page = page;
}

static void open_screen(struct app *app, enum screen screen) {
    if (app->view.screen == screen) {
        return;
    }
    app->opened_from = app->view.screen;
    app->opened_page = app->view.page;
    go_to(app, screen, 0);
}

static void go_home(struct app *app) {
    enum screen home = state_home(app->deck, app->view.language);
    if (app->view.screen != home) {
        go_to(app, home, home == SCREEN_CARD ? app->card_page : 0);
    }
    app->opened_from = home;
    app->opened_page = 0;
}

static void act_page(struct app *app) {
    int page = app->view.page + (app->action.kind == ACTION_PAGE_BACK ? -1 : +1);
    if (page >= 0 && page < app->page_count) {
        app->view.page = page;
    }
}

static void act_next(struct app *app) {
    if (app->view.screen == SCREEN_CARD) {
        navigate_slide(app, +1);
    } else {
        act_page(app);
    }
}

static void act_back(struct app *app) {
    if (app->view.screen == SCREEN_CARD) {
        navigate_slide(app, -1);
    } else {
        go_home(app);
    }
}

static void act_open(struct app *app) {
    static const enum screen screens[] = {[ACTION_TOPICS] = SCREEN_TOPICS,
                                          [ACTION_REFER] = SCREEN_REFER,
                                          [ACTION_URGENT_HELP] = SCREEN_URGENT,
                                          [ACTION_SETTINGS] = SCREEN_SETTINGS};
    open_screen(app, screens[app->action.kind]);
}

static void act_close(struct app *app) {
    if (app->opened_from == SCREEN_CARD) {
        go_home(app);
        return;
    }
    go_to(app, app->opened_from, app->opened_page);
    app->opened_from = state_home(app->deck, app->view.language);
    app->opened_page = 0;
}

static void act_open_card(struct app *app) {
    if (app->action.argument < language_of(app)->card_count) {
        app->view.card = app->action.argument;
        app->view.page = 0;
        app->card_page = 0;
        go_home(app);
    }
}

static void act_languages(struct app *app) {
    if (app->view.screen == SCREEN_LANGUAGES) {
        act_close(app);
    } else {
        open_screen(app, SCREEN_LANGUAGES);
    }
}

// The same card by its id, or else the one that stands nearest to its number.
static int find_card(const struct language *language, const struct card *like) {
    int nearest = 0;
    for (int i = 0; i < language->card_count; i++) {
        const struct card *card = &language->cards[i];
        if (strcmp(card->id, like->id) == 0) {
            return i;
        }
        if (labs(card->order - like->order) < labs(language->cards[nearest].order - like->order)) {
            nearest = i;
        }
    }
    return nearest;
}

static void act_set_language(struct app *app) {
    if (app->action.argument >= app->deck->language_count) {
        return;
    }
    if (app->action.argument != app->view.language) {
        const struct language *before = language_of(app);
        app->view.language = app->action.argument;
        app->view.card = before->card_count > 0
                             ? find_card(language_of(app), &before->cards[app->view.card])
                             : 0;
        app->view.page = app->card_page = app->opened_page = 0; // the words are others now
    }
    if (app->view.screen == SCREEN_LANGUAGES) {
        act_close(app);
    }
}

// The words that are read stay in sight.
static void act_text_size(struct app *app) {
    app->view.text_size = (app->view.text_size + 1) % TEXT_SIZE_COUNT;
    app->opened_page = 0;
    app->view.page = app->view.screen == SCREEN_CARD ? VIEW_AT_WORD - app->first_word : 0;
}

static void act_contrast(struct app *app) {
    app->view.theme = (app->view.theme + 1) % THEME_COUNT;
}

// That the loop stops, or a question is answered, is the effect of the touch itself.
static void (*const actions[])(struct app *) = {
    [ACTION_NEXT] = act_next,
    [ACTION_BACK] = act_back,
    [ACTION_TOPICS] = act_open,
    [ACTION_OPEN_CARD] = act_open_card,
    [ACTION_REFER] = act_open,
    [ACTION_URGENT_HELP] = act_open,
    [ACTION_CLOSE] = act_close,
    [ACTION_PAGE_NEXT] = act_page,
    [ACTION_PAGE_BACK] = act_page,
    [ACTION_LANGUAGES] = act_languages,
    [ACTION_SET_LANGUAGE] = act_set_language,
    [ACTION_TEXT_SIZE] = act_text_size,
    [ACTION_CONTRAST] = act_contrast,
    [ACTION_SETTINGS] = act_open,
    [ACTION_FINISH] = state_restart,
};
static_assert(COUNT_OF(actions) == ACTION_PIN_DIGIT, "an action does nothing");

void navigate_act(struct app *app, struct action action) {
    if (action.kind < COUNT_OF(actions) && actions[action.kind]) { // the rest is for staff
        app->action = action;
        actions[action.kind](app);
    }
}

static int find_target(const struct scene *scene, struct action action) {
    for (int i = 0; i < scene->target_count; i++) {
        if (action_equals(scene->targets[i].action, action)) {
            return i;
        }
    }
    return -1;
}

// Controls are known by what they do. Where a picture offers one action twice, the first of them is
// the stop, or Tab would never get past the second.
void navigate_focus(struct app *app, const struct scene *scene, int step) {
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

void navigate_check_focus(struct app *app, const struct scene *scene) {
    if (find_target(scene, app->view.focused) < 0) {
        app->view.focused = (struct action){ACTION_NONE, 0};
    }
}

static void note_card(struct app *app, bool is_other) {
    const char *id = language_of(app)->cards[app->view.card].id;
    if (is_other && strcmp(id, app->card_opened) != 0) {
        snprintf(app->opened, sizeof app->opened, "card:%s", id);
    }
    snprintf(app->card_opened, sizeof app->card_opened, "%s", id);
}

void navigate_note_opened(struct app *app, const struct view *before) {
    const struct view *view = &app->view;
    bool is_other = view->screen != before->screen || view->card != before->card ||
                    (before->is_cycling && !view->is_cycling); // the loop was touched
    // A screen that is opened remembers where from; one that is come back to, something else.
    bool is_new = is_other && app->opened_from == before->screen;
    bool is_counted = app->is_touched && app->deck->settings.has_counts;
    if (!is_counted || view->is_cycling || state_is_staff(app)) {
        app->card_opened[0] = '\0';
    } else if (view->screen == SCREEN_CARD) {
        note_card(app, is_other);
    } else if (is_new && view->screen == SCREEN_REFER) {
        snprintf(app->opened, sizeof app->opened, "refer");
    } else if (is_new && view->screen == SCREEN_URGENT) {
        snprintf(app->opened, sizeof app->opened, "urgent-help");
    }
}
