// SPDX-License-Identifier: MIT
// A staff session for tests: a room whose kiosk has a store behind it, staff words that name
// themselves, and a shell that does nothing but remember what it was asked for; the test is the
// shell.
#ifndef DIT_FAKE_SESSION_H
#define DIT_FAKE_SESSION_H

#include "fake_room.h"

#include "app/staff/staff.h"

enum { STAFF_EVENT_CHANGE_COUNT = 3, STAFF_EVENT_CONFIRM_COUNT = 2 };

struct session_room {
    struct room room;
    struct staff_words words;
    struct changes changes;
    struct change list[STAFF_EVENT_CHANGE_COUNT];
    bool confirmed[STAFF_EVENT_CHANGE_COUNT];
    struct findings findings;
    struct fake_deck fresh;
};

static inline struct fake_kiosk *staff_kiosk(struct session_room *session) {
    return &session->room.kiosk;
}

static inline int session_open(void **state) {
    struct session_room *session = calloc(1, sizeof *session);
    fake_deck_open(&session->room.deck);
    fake_deck_open(&session->fresh);
    for (int i = 0; i < STAFF_WORD_COUNT; i++) {
        session->words.text[i] = "Words";
    }
    session->findings.arena = &session->room.deck.arena;
    finding_add(&session->findings, (struct finding){.level = FINDING_ERROR,
                                                     .path = "kiosk.ini",
                                                     .line = 7,
                                                     .what = "It is wrong.",
                                                     .todo = "Mend it."});
    for (int i = 0; i < STAFF_EVENT_CHANGE_COUNT; i++) {
        session->list[i] = (struct change){
            .kind = i < STAFF_EVENT_CONFIRM_COUNT ? CHANGE_NUMBER : CHANGE_CARD_ADDED,
            .where = "Card",
            .old = "999",
            .now = "111"};
    }
    session->changes = (struct changes){.list = session->list,
                                        .count = STAFF_EVENT_CHANGE_COUNT,
                                        .confirm_count = STAFF_EVENT_CONFIRM_COUNT};
    session->room.kiosk.deck = session->room.deck.deck;
    kiosk_open(staff_kiosk(session));
    app_open_session(&session->room.kiosk.app, &session->words);
    *state = session;
    return 0;
}

static inline int session_close(void **state) {
    struct session_room *session = *state;
    arena_finish(&session->room.kiosk.arena);
    fake_deck_close(&session->room.deck);
    fake_deck_close(&session->fresh);
    free(session);
    return 0;
}

static inline void session_tell(struct session_room *session, struct staff_event event) {
    kiosk_send(staff_kiosk(session), (struct input){.kind = INPUT_STAFF, .staff = &event});
}

static inline void session_tell_kind(struct session_room *session, enum staff_event_kind kind) {
    session_tell(session, (struct staff_event){.kind = kind});
}

static inline void assert_job(struct session_room *session, enum staff_job job) {
    assert_int_equal(app_take_job(&session->room.kiosk.app), job);
}

static inline void session_type(struct session_room *session, const char *digits) {
    for (; *digits; digits++) {
        person_tap_nth(staff_kiosk(session), ACTION_PIN_DIGIT, *digits - '0');
    }
}

// A stick comes in and the keypad is up.
static inline void session_plug_in(struct session_room *session) {
    session_tell_kind(session, STAFF_EVENT_STICK_IN);
    assert_job(session, JOB_OPEN);
    session_tell(
        session,
        (struct staff_event){.kind = STAFF_EVENT_PIN, .answer = PIN_LOCKOUT_OPEN, .tries_left = 5});
}

static inline void session_admit(struct session_room *session) {
    session_type(session, "271828");
    person_tap(staff_kiosk(session), ACTION_PIN_OK);
    assert_job(session, JOB_TRY_PIN);
    session_tell(session, (struct staff_event){.kind = STAFF_EVENT_PIN,
                                               .answer = PIN_LOCKOUT_RIGHT,
                                               .tries_left = 5});
}

static inline void session_show_findings(struct session_room *session) {
    session_plug_in(session);
    session_admit(session);
    assert_job(session, JOB_READ);
    session_tell(session, (struct staff_event){.kind = STAFF_EVENT_FINDINGS,
                                               .findings = &session->findings});
    assert_job(session, JOB_NONE);
}

static inline void session_show_changes(struct session_room *session) {
    session_plug_in(session);
    session_admit(session);
    assert_job(session, JOB_READ);
    session_tell(session, (struct staff_event){.kind = STAFF_EVENT_CHANGES,
                                               .findings = &session->findings,
                                               .changes = &session->changes,
                                               .confirmed = session->confirmed,
                                               .deck = &session->fresh.deck});
}

#define STAFF_EVENT_TEST(name) cmocka_unit_test_setup_teardown(name, session_open, session_close)

#endif
