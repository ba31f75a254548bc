// SPDX-License-Identifier: MIT
// What the shell found out, and where that leads: one function for each kind of news. News of work
// that was given up meanwhile mean nothing any more.
#include "app/staff/staff.h"

#include <assert.h>
#include <string.h>

#include "app/staff/first_start.h"
#include "app/staff/preview.h"
#include "app/staff/staff_screens.h"

static void admit(struct app *app, uint64_t now_ms) {
    app->session.is_admitted = true;
    app->session.shown = app->deck;
    staff_screens_wipe_pin(app);
    if (app->session.scene.is_for_stick && app->session.has_stick) {
        staff_screens_read_stick(app, now_ms);
    } else {
        staff_screens_want(app, JOB_MENU);
    }
}

static void take_stick_in(struct app *app, const struct staff_event *event, uint64_t now_ms) {
    enum screen screen = app->view.screen;
    (void)event;
    app->session.has_stick = true;
    if (app->session.setup != SETUP_OVER) {
        return; // nothing is read before there is a PIN
    }
    bool is_waiting = screen == SCREEN_FINDINGS ||
                      (screen == SCREEN_NOTICE && !staff_screens_is_trying_touch(app));
    if (app->session.is_admitted && is_waiting && !app->view.is_preview) {
        staff_screens_read_stick(app, now_ms); // mended on another machine, and back again
    } else if (app->session.is_admitted && screen == SCREEN_MENU) {
        staff_screens_want(app, JOB_MENU);
    } else {
        staff_screens_ask_about_stick(app, now_ms);
    }
}

static bool is_noticed(const struct app *app, enum notice notice) {
    return app->view.screen == SCREEN_NOTICE && app->session.scene.notice == notice;
}

// What is up and came from the stick that was in.
static bool is_from_stick(const struct app *app) {
    bool is_list = app->view.screen == SCREEN_CHANGES || app->view.screen == SCREEN_ADVICE;
    return !app->session.scene.is_back && (is_list || (app->view.is_preview && app->session.fresh));
}

// Then nobody knows how much of it is on the stick.
static bool is_written(const struct app *app) {
    return app->view.screen == SCREEN_WORKING && app->session.scene.work == WORK_COPYING;
}

// The stick goes because all is done: so do the screens.
static bool is_done(const struct app *app) {
    enum notice notice = app->session.scene.notice;
    if (app->view.is_preview) {
        return !app->session.fresh && notice == NOTICE_DONE;
    }
    return app->view.screen == SCREEN_NOTICE &&
           (notice == NOTICE_SAME || notice == NOTICE_COPIED || notice == NOTICE_EMPTY);
}

static void take_stick_out(struct app *app, const struct staff_event *event, uint64_t now_ms) {
    (void)event;
    app->session.has_stick = app->session.asks_later = false;
    if (app->view.is_admitting && app->session.scene.is_for_stick) {
        staff_screens_leave_keypad(app, now_ms);
    } else if (app->view.screen == SCREEN_WORKING || is_from_stick(app)) {
        app->deck = app->session.shown;
        app->session.fresh = NULL;
        app->view.language = app->view.card = 0; // the cards on screen may have fewer of both
        staff_screens_notify(app, is_written(app) ? NOTICE_COPY_PULLED : NOTICE_PULLED, NULL,
                             now_ms);
        staff_screens_want(app, JOB_DROP);
    } else if (is_done(app)) {
        staff_screens_leave(app, now_ms);
    } else if (app->view.screen == SCREEN_MENU) {
        staff_screens_want(app, JOB_MENU);
    }
}

static void take_reloaded(struct app *app, const struct staff_event *event, uint64_t now_ms) {
    app->session.shown = event->deck;
    staff_screens_leave(app, now_ms);
    app->page_count = 0;
    staff_screens_renew(app); // the same view of another deck is another picture
}

static const enum staff_pin pin_looks[] = {
    [PIN_LOCKOUT_RIGHT] = STAFF_PIN_ASKED,      [PIN_LOCKOUT_WRONG] = STAFF_PIN_WAS_WRONG,
    [PIN_LOCKOUT_CLOSED] = STAFF_PIN_IS_CLOSED, [PIN_LOCKOUT_UNSET] = STAFF_PIN_IS_UNSET,
    [PIN_LOCKOUT_BROKEN] = STAFF_PIN_FAILS,     [PIN_LOCKOUT_OPEN] = STAFF_PIN_ASKED,
};
static_assert(COUNT_OF(pin_looks) == PIN_LOCKOUT_OPEN + 1, "an answer of the gate has no look");

static void take_pin(struct app *app, const struct staff_event *event, uint64_t now_ms) {
    staff_screens_wipe_pin(app);
    if (!app->view.is_admitting) {
        return;
    }
    if (event->answer == PIN_LOCKOUT_RIGHT) {
        admit(app, now_ms);
        return;
    }
    bool is_closed = event->wait_ms > 0;
    bool is_unasked = event->answer == PIN_LOCKOUT_UNSET && event->next != SETUP_OVER;
    app->session.scene.pin = is_closed    ? STAFF_PIN_IS_CLOSED
                             : is_unasked ? STAFF_PIN_IS_UNASKED
                                          : pin_looks[event->answer];
    app->session.scene.tries_left = event->tries_left;
    staff_screens_count_down(app, is_closed ? now_ms + event->wait_ms : UINT64_MAX, now_ms);
    staff_screens_renew(app);
}

static void take_working(struct app *app, const struct staff_event *event, uint64_t now_ms) {
    struct staff_scene *scene = &app->session.scene;
    bool is_new = scene->work != event->work || scene->done_count != event->done_count ||
                  scene->total_count != event->total_count;
    (void)now_ms;
    if (app->view.screen == SCREEN_WORKING && is_new) {
        scene->work = event->work;
        scene->done_count = event->done_count;
        scene->total_count = event->total_count;
        staff_screens_renew(app);
    }
}

static void take_findings(struct app *app, const struct staff_event *event, uint64_t now_ms) {
    app->session.scene.findings = event->findings;
    staff_screens_show(app, SCREEN_FINDINGS, now_ms);
}

static void take_changes(struct app *app, const struct staff_event *event, uint64_t now_ms) {
    app->session.scene.findings = event->findings;
    app->session.scene.changes = event->changes;
    app->session.scene.confirmed = app->session.confirmed = event->confirmed;
    app->session.scene.confirmed_count = 0;
    app->session.scene.is_back = event->is_back;
    app->session.scene.is_newer = event->is_newer;
    app->session.fresh = event->deck;
    staff_screens_show(app, SCREEN_CHANGES, now_ms);
}

// The cards themselves come up, as patients see them, with a row for staff below.
static void take_shown(struct app *app, const struct staff_event *event, uint64_t now_ms) {
    app->deck = app->session.shown = event->deck;
    app->session.fresh = NULL;
    app->session.scene.notice = event->notice;
    app->session.scene.receipt = event->receipt;
    preview_show(app, now_ms);
}

static void take_notice(struct app *app, const struct staff_event *event, uint64_t now_ms) {
    staff_screens_notify(app, event->notice, event->detail, now_ms);
}

static void take_receipt(struct app *app, const struct staff_event *event, uint64_t now_ms) {
    (void)now_ms;
    app->session.scene.receipt = event->receipt;
    staff_screens_renew(app);
}

static void take_menu(struct app *app, const struct staff_event *event, uint64_t now_ms) {
    memcpy(app->session.scene.items, event->items, sizeof event->items);
    app->session.scene.facts = event->facts;
    app->session.scene.is_newer = event->is_newer;
    if (event->notice != NOTICE_COUNT) {
        staff_screens_notify(app, event->notice, event->detail, now_ms);
    } else {
        staff_screens_show(app, SCREEN_MENU, now_ms);
    }
}

static void take_setup(struct app *app, const struct staff_event *event, uint64_t now_ms) {
    if (app->session.setup != SETUP_OVER) {
        first_start_ask(app, event->next, now_ms);
    }
}

static void (*const takers[])(struct app *, const struct staff_event *, uint64_t) = {
    [STAFF_EVENT_STICK_IN] = take_stick_in, [STAFF_EVENT_STICK_OUT] = take_stick_out,
    [STAFF_EVENT_RELOADED] = take_reloaded, [STAFF_EVENT_PIN] = take_pin,
    [STAFF_EVENT_WORKING] = take_working,   [STAFF_EVENT_FINDINGS] = take_findings,
    [STAFF_EVENT_CHANGES] = take_changes,   [STAFF_EVENT_SHOWN] = take_shown,
    [STAFF_EVENT_NOTICE] = take_notice,     [STAFF_EVENT_RECEIPT] = take_receipt,
    [STAFF_EVENT_MENU] = take_menu,         [STAFF_EVENT_SETUP] = take_setup,
};
static_assert(COUNT_OF(takers) == STAFF_EVENT_COUNT, "news of a kind are not taken");

// Given up because the stick was taken out, and yet come to an end in the same moment: then it
// seems to be empty.
static bool is_overtaken(const struct app *app, enum staff_event_kind kind) {
    bool is_pulled = is_noticed(app, NOTICE_PULLED) || is_noticed(app, NOTICE_COPY_PULLED);
    return is_pulled && (kind == STAFF_EVENT_FINDINGS || kind == STAFF_EVENT_CHANGES ||
                         kind == STAFF_EVENT_NOTICE);
}

// After the PIN, news of work that was given up mean nothing any more.
static bool is_awaited(const struct app *app, enum staff_event_kind kind) {
    return kind <= STAFF_EVENT_PIN || kind == STAFF_EVENT_SETUP ||
           (app->session.is_admitted && !is_overtaken(app, kind));
}

void staff_take(struct app *app, const struct staff_event *event, uint64_t now_ms) {
    if (app->session.is_open && is_awaited(app, event->kind)) {
        takers[event->kind](app, event, now_ms);
    }
}
