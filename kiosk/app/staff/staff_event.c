// SPDX-License-Identifier: MIT
// What the shell found out, and where that leads: one function for each kind of event. What came of
// work that was given up meanwhile means nothing any more.
#include "app/staff/staff.h"

#include <assert.h>
#include <string.h>

#include "app/staff/first_start.h"
#include "app/staff/preview.h"
#include "app/staff/staff_screens.h"

static void take_stick_in(struct app *app, const struct staff_event *event) {
    enum screen screen = app->view.screen;
    (void)event;
    app->session.has_stick = true;
    if (app->session.setup != SETUP_OVER) {
        return; // nothing is read before there is a PIN
    }
    bool is_waiting = screen == SCREEN_FINDINGS ||
                      (screen == SCREEN_NOTICE && !staff_screens_is_trying_touch(app));
    if (app->session.is_admitted && is_waiting) {
        staff_screens_read_stick(app); // mended on another machine, and back again
    } else if (app->session.is_admitted && screen == SCREEN_MENU) {
        app->session.job = JOB_MENU;
    } else {
        staff_screens_ask_about_stick(app);
    }
}

static bool is_noticed(const struct app *app, enum notice notice) {
    return app->view.screen == SCREEN_NOTICE && app->session.scene.notice == notice;
}

// What is up and came from the stick that was in. What goes on screen at this moment has left it.
static bool is_from_stick(const struct app *app) {
    if (app->session.is_committing) {
        return false;
    }
    bool is_list = app->view.screen >= SCREEN_ADVICE && app->view.screen <= SCREEN_CHANGE;
    bool is_preview = app->view.is_preview && app->session.fresh;
    return app->view.screen == SCREEN_WORKING ||
           (!app->session.scene.is_back && (is_list || is_preview));
}

// Of a copy nobody knows how much is on the stick.
static void stop_for_pulled(struct app *app) {
    bool is_copy = app->view.screen == SCREEN_WORKING && app->session.scene.work == WORK_COPYING;
    preview_close(app);
    app->session.fresh = NULL;
    staff_screens_notify(app, is_copy ? NOTICE_COPY_PULLED : NOTICE_PULLED, NULL);
    app->session.job = JOB_DROP;
}

// The stick goes because all is done: so do the screens. New cards are confirmed for their time.
static bool is_done(const struct app *app) {
    return is_noticed(app, NOTICE_SAME) || is_noticed(app, NOTICE_COPIED) ||
           is_noticed(app, NOTICE_EMPTY);
}

static void take_stick_out(struct app *app, const struct staff_event *event) {
    (void)event;
    app->session.has_stick = app->session.asks_later = false;
    if (app->view.is_admitting && app->session.scene.errand == ERRAND_STICK) {
        staff_screens_leave_keypad(app);
    } else if (is_from_stick(app)) {
        stop_for_pulled(app);
    } else if (is_done(app)) {
        staff_screens_leave(app);
    } else if (app->view.screen == SCREEN_MENU) {
        app->session.job = JOB_MENU;
    }
}

static void take_reloaded(struct app *app, const struct staff_event *event) {
    app->session.shown = event->deck;
    staff_screens_leave(app);
}

static const enum staff_pin pin_answers[] = {
    [PIN_RIGHT] = STAFF_PIN_ASKED,      [PIN_WRONG] = STAFF_PIN_WAS_WRONG,
    [PIN_UNSET] = STAFF_PIN_IS_UNSET,   [PIN_BROKEN] = STAFF_PIN_FAILS,
    [PIN_CLOSED] = STAFF_PIN_IS_CLOSED, [PIN_OPEN] = STAFF_PIN_ASKED,
};
static_assert(COUNT_OF(pin_answers) == PIN_ANSWER_COUNT, "an answer is not shown");

static void take_pin(struct app *app, const struct staff_event *event) {
    struct staff_session *session = &app->session;
    staff_screens_wipe_pin(app);
    if (!app->view.is_admitting) {
        return;
    }
    staff_screens_stay(app); // until it opens, when that is in a minute
    if (event->answer == PIN_RIGHT && session->scene.errand == ERRAND_NEW_PIN) {
        session->setup = SETUP_PIN;
        first_start_choose_pin(app, STAFF_PIN_NEW, NULL);
        return;
    }
    if (event->answer == PIN_RIGHT) {
        session->is_admitted = true;
        if (session->scene.errand == ERRAND_STICK && session->has_stick) {
            staff_screens_read_stick(app);
        } else {
            session->job = JOB_MENU;
        }
        return;
    }
    bool is_closed = event->wait_ms > 0;
    bool is_unasked = event->answer == PIN_UNSET && event->next != SETUP_OVER;
    session->scene.pin = is_closed    ? STAFF_PIN_IS_CLOSED
                         : is_unasked ? STAFF_PIN_IS_UNASKED
                                      : pin_answers[event->answer];
    session->scene.tries_left = event->tries_left;
    session->waits_until_ms = is_closed ? app->now_ms + event->wait_ms : UINT64_MAX;
}

static void take_working(struct app *app, const struct staff_event *event) {
    app->session.scene.work = event->work;
    app->session.scene.done_count = event->done_count;
    app->session.scene.total_count = event->total_count;
}

static void take_findings(struct app *app, const struct staff_event *event) {
    app->session.scene.findings = event->findings;
    staff_screens_show(app, SCREEN_FINDINGS);
}

static void take_changes(struct app *app, const struct staff_event *event) {
    struct staff_scene *scene = &app->session.scene;
    scene->findings = event->findings;
    scene->changes = event->changes;
    scene->confirmed = event->confirmed;
    scene->confirmed_count = 0;
    scene->seen = event->seen;
    scene->is_back = event->is_back;
    scene->is_newer = event->is_newer;
    app->session.fresh = event->deck;
    staff_screens_show(app, SCREEN_CHANGES);
}

// The cards themselves come up, as patients see them, with a row for staff below.
static void take_shown(struct app *app, const struct staff_event *event) {
    app->deck = app->session.shown = event->deck;
    app->session.fresh = NULL;
    app->session.scene.notice = event->notice;
    app->session.scene.receipt = event->receipt;
    preview_show(app);
}

static void take_notice(struct app *app, const struct staff_event *event) {
    staff_screens_notify(app, event->notice, event->detail);
}

static void take_receipt(struct app *app, const struct staff_event *event) {
    app->session.scene.receipt = event->receipt;
}

static void take_menu(struct app *app, const struct staff_event *event) {
    memcpy(app->session.scene.items, event->items, sizeof event->items);
    app->session.scene.facts = event->facts;
    app->session.scene.is_newer = event->is_newer;
    if (event->notice != NOTICE_COUNT) {
        staff_screens_notify(app, event->notice, event->detail);
    } else {
        staff_screens_show(app, SCREEN_MENU);
    }
}

static void take_choices(struct app *app, const struct staff_event *event) {
    app->session.scene.choices = event->choices;
    app->session.choice = event->job;
    staff_screens_show(app, SCREEN_CHOICES);
}

static void take_first_start(struct app *app, const struct staff_event *event) {
    app->session.can_turn = event->can_turn;
    first_start_ask(app, event->next);
}

static void take_setup(struct app *app, const struct staff_event *event) {
    bool is_pin_set = app->session.setup == SETUP_PIN && event->next == SETUP_OVER;
    if (app->session.setup != SETUP_OVER) {
        first_start_ask(app, event->next);
    }
    if (is_pin_set) {
        app->session.is_admitted = true; // by the digits that were typed twice just now
        staff_screens_notify(app, NOTICE_PIN_SET, NULL);
    }
}

static void (*const takers[])(struct app *, const struct staff_event *) = {
    [STAFF_EVENT_FIRST_START] = take_first_start, [STAFF_EVENT_SETUP] = take_setup,
    [STAFF_EVENT_STICK_IN] = take_stick_in,       [STAFF_EVENT_STICK_OUT] = take_stick_out,
    [STAFF_EVENT_RELOADED] = take_reloaded,       [STAFF_EVENT_PIN] = take_pin,
    [STAFF_EVENT_WORKING] = take_working,         [STAFF_EVENT_FINDINGS] = take_findings,
    [STAFF_EVENT_CHANGES] = take_changes,         [STAFF_EVENT_SHOWN] = take_shown,
    [STAFF_EVENT_NOTICE] = take_notice,           [STAFF_EVENT_RECEIPT] = take_receipt,
    [STAFF_EVENT_CHOICES] = take_choices,         [STAFF_EVENT_MENU] = take_menu,
};
static_assert(COUNT_OF(takers) == STAFF_EVENT_COUNT, "an event is not taken");

// After the PIN, what came of work that was given up means nothing any more. Given up because the
// stick was taken out, and yet come to an end in the same moment, the stick would seem to be empty.
static bool is_awaited(const struct app *app, enum staff_event_kind kind) {
    bool is_pulled = is_noticed(app, NOTICE_PULLED) || is_noticed(app, NOTICE_COPY_PULLED);
    switch (kind) {
    case STAFF_EVENT_WORKING:
        return app->session.is_admitted && app->view.screen == SCREEN_WORKING;
    case STAFF_EVENT_FINDINGS:
    case STAFF_EVENT_CHANGES:
    case STAFF_EVENT_NOTICE:
        return app->session.is_admitted && !is_pulled;
    default:
        return app->session.is_admitted || kind <= STAFF_EVENT_PIN;
    }
}

void staff_take(struct app *app, const struct staff_event *event) {
    if (app->session.is_open && is_awaited(app, event->kind)) {
        bool is_result = event->kind > STAFF_EVENT_WORKING;
        app->session.is_committing = app->session.is_committing && !is_result;
        takers[event->kind](app, event);
        app->view.staff_revision++; // the same view of other content is another picture
    }
}
