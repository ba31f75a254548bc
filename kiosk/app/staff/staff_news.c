// SPDX-License-Identifier: MIT
// What the shell found out, and where that leads: one function for each kind of news. News of work
// that was given up meanwhile mean nothing any more.
#include "app/staff/staff.h"

#include <assert.h>
#include <string.h>

#include "app/staff/first_start.h"
#include "app/staff/moves.h"
#include "app/staff/preview.h"

static void admit(struct app *app, uint64_t now_ms) {
    app->desk.is_admitted = true;
    app->desk.shown = app->deck;
    moves_wipe_pin(app);
    if (app->desk.scene.is_for_stick && app->desk.has_stick) {
        moves_read_stick(app, now_ms);
    } else {
        moves_want(app, JOB_MENU);
    }
}

static void take_stick_in(struct app *app, const struct desk_news *news, uint64_t now_ms) {
    enum screen screen = app->view.screen;
    (void)news;
    app->desk.has_stick = true;
    if (app->desk.setup != SETUP_OVER) {
        return; // nothing is read before there is a PIN
    }
    bool is_waiting =
        screen == SCREEN_FINDINGS || (screen == SCREEN_NOTICE && !moves_is_trying_touch(app));
    if (app->desk.is_admitted && is_waiting && !app->view.is_preview) {
        moves_read_stick(app, now_ms); // mended on another machine, and back again
    } else if (app->desk.is_admitted && screen == SCREEN_MENU) {
        moves_want(app, JOB_MENU);
    } else {
        moves_ask_about_stick(app, now_ms);
    }
}

static bool is_noticed(const struct app *app, enum notice notice) {
    return app->view.screen == SCREEN_NOTICE && app->desk.scene.notice == notice;
}

// What lies on the desk and came from the stick that was in.
static bool is_from_stick(const struct app *app) {
    bool is_list = app->view.screen == SCREEN_CHANGES || app->view.screen == SCREEN_ADVICE;
    return !app->desk.scene.is_back && (is_list || (app->view.is_preview && app->desk.fresh));
}

// Then nobody knows how much of it is on the stick.
static bool is_written(const struct app *app) {
    return app->view.screen == SCREEN_WORKING && app->desk.scene.work == WORK_COPYING;
}

// The stick goes because all is done: so does the desk.
static bool is_done(const struct app *app) {
    enum notice notice = app->desk.scene.notice;
    if (app->view.is_preview) {
        return !app->desk.fresh && notice == NOTICE_DONE;
    }
    return app->view.screen == SCREEN_NOTICE &&
           (notice == NOTICE_SAME || notice == NOTICE_COPIED || notice == NOTICE_EMPTY);
}

static void take_stick_out(struct app *app, const struct desk_news *news, uint64_t now_ms) {
    (void)news;
    app->desk.has_stick = app->desk.asks_later = false;
    if (app->view.is_admitting && app->desk.scene.is_for_stick) {
        moves_leave_keypad(app, now_ms);
    } else if (app->view.screen == SCREEN_WORKING || is_from_stick(app)) {
        app->deck = app->desk.shown;
        app->desk.fresh = NULL;
        app->view.language = app->view.card = 0; // the cards on screen may have fewer of both
        moves_notify(app, is_written(app) ? NOTICE_COPY_PULLED : NOTICE_PULLED, NULL, now_ms);
        moves_want(app, JOB_DROP);
    } else if (is_done(app)) {
        moves_leave(app, now_ms);
    } else if (app->view.screen == SCREEN_MENU) {
        moves_want(app, JOB_MENU);
    }
}

static void take_reloaded(struct app *app, const struct desk_news *news, uint64_t now_ms) {
    app->desk.shown = news->deck;
    moves_leave(app, now_ms);
    app->page_count = 0;
    moves_renew(app); // the same view of another deck is another picture
}

static const enum staff_pin gate_looks[] = {
    [GATE_RIGHT] = STAFF_PIN_ASKED,      [GATE_WRONG] = STAFF_PIN_WAS_WRONG,
    [GATE_CLOSED] = STAFF_PIN_IS_CLOSED, [GATE_UNSET] = STAFF_PIN_IS_UNSET,
    [GATE_BROKEN] = STAFF_PIN_FAILS,     [GATE_OPEN] = STAFF_PIN_ASKED,
};
static_assert(COUNT_OF(gate_looks) == GATE_OPEN + 1, "an answer of the gate has no look");

static void take_gate(struct app *app, const struct desk_news *news, uint64_t now_ms) {
    moves_wipe_pin(app);
    if (!app->view.is_admitting) {
        return;
    }
    if (news->answer == GATE_RIGHT) {
        admit(app, now_ms);
        return;
    }
    bool is_closed = news->wait_ms > 0;
    bool is_unasked = news->answer == GATE_UNSET && news->next != SETUP_OVER;
    app->desk.scene.pin = is_closed    ? STAFF_PIN_IS_CLOSED
                          : is_unasked ? STAFF_PIN_IS_UNASKED
                                       : gate_looks[news->answer];
    app->desk.scene.tries_left = news->tries_left;
    moves_count_down(app, is_closed ? now_ms + news->wait_ms : UINT64_MAX, now_ms);
    moves_renew(app);
}

static void take_working(struct app *app, const struct desk_news *news, uint64_t now_ms) {
    struct staff_scene *scene = &app->desk.scene;
    bool is_new = scene->work != news->work || scene->done_count != news->done_count ||
                  scene->total_count != news->total_count;
    (void)now_ms;
    if (app->view.screen == SCREEN_WORKING && is_new) {
        scene->work = news->work;
        scene->done_count = news->done_count;
        scene->total_count = news->total_count;
        moves_renew(app);
    }
}

static void take_findings(struct app *app, const struct desk_news *news, uint64_t now_ms) {
    app->desk.scene.findings = news->findings;
    moves_show(app, SCREEN_FINDINGS, now_ms);
}

static void take_changes(struct app *app, const struct desk_news *news, uint64_t now_ms) {
    app->desk.scene.findings = news->findings;
    app->desk.scene.changes = news->changes;
    app->desk.scene.confirmed = app->desk.confirmed = news->confirmed;
    app->desk.scene.confirmed_count = 0;
    app->desk.scene.is_back = news->is_back;
    app->desk.scene.is_newer = news->is_newer;
    app->desk.fresh = news->deck;
    moves_show(app, SCREEN_CHANGES, now_ms);
}

// The cards themselves come up, as patients see them, with a row for staff below.
static void take_shown(struct app *app, const struct desk_news *news, uint64_t now_ms) {
    app->deck = app->desk.shown = news->deck;
    app->desk.fresh = NULL;
    app->desk.scene.notice = news->notice;
    app->desk.scene.receipt = news->receipt;
    preview_show(app, now_ms);
}

static void take_notice(struct app *app, const struct desk_news *news, uint64_t now_ms) {
    moves_notify(app, news->notice, news->detail, now_ms);
}

static void take_receipt(struct app *app, const struct desk_news *news, uint64_t now_ms) {
    (void)now_ms;
    app->desk.scene.receipt = news->receipt;
    moves_renew(app);
}

static void take_menu(struct app *app, const struct desk_news *news, uint64_t now_ms) {
    memcpy(app->desk.scene.items, news->items, sizeof news->items);
    app->desk.scene.facts = news->facts;
    app->desk.scene.is_newer = news->is_newer;
    if (news->notice != NOTICE_COUNT) {
        moves_notify(app, news->notice, news->detail, now_ms);
    } else {
        moves_show(app, SCREEN_MENU, now_ms);
    }
}

static void take_setup(struct app *app, const struct desk_news *news, uint64_t now_ms) {
    if (app->desk.setup != SETUP_OVER) {
        first_start_ask(app, news->next, now_ms);
    }
}

static void (*const takers[])(struct app *, const struct desk_news *, uint64_t) = {
    [DESK_STICK_IN] = take_stick_in, [DESK_STICK_OUT] = take_stick_out,
    [DESK_RELOADED] = take_reloaded, [DESK_GATE] = take_gate,
    [DESK_WORKING] = take_working,   [DESK_FINDINGS] = take_findings,
    [DESK_CHANGES] = take_changes,   [DESK_SHOWN] = take_shown,
    [DESK_NOTICE] = take_notice,     [DESK_RECEIPT] = take_receipt,
    [DESK_MENU] = take_menu,         [DESK_SETUP] = take_setup,
};
static_assert(COUNT_OF(takers) == DESK_NEWS_COUNT, "news of a kind are not taken");

// Given up because the stick was taken out, and yet come to an end in the same moment: then it
// seems to be empty.
static bool is_overtaken(const struct app *app, enum desk_news_kind kind) {
    bool is_pulled = is_noticed(app, NOTICE_PULLED) || is_noticed(app, NOTICE_COPY_PULLED);
    return is_pulled && (kind == DESK_FINDINGS || kind == DESK_CHANGES || kind == DESK_NOTICE);
}

// After the PIN, news of work that was given up mean nothing any more.
static bool is_awaited(const struct app *app, enum desk_news_kind kind) {
    return kind <= DESK_GATE || kind == DESK_SETUP ||
           (app->desk.is_admitted && !is_overtaken(app, kind));
}

void staff_take(struct app *app, const struct desk_news *news, uint64_t now_ms) {
    if (app->desk.is_open && is_awaited(app, news->kind)) {
        takers[news->kind](app, news, now_ms);
    }
}
