// SPDX-License-Identifier: MIT
// A desk for tests: a room whose kiosk has a store behind it, staff words that name themselves, and
// a clerk that does nothing but remember what it was asked for; the test is the clerk.
#ifndef DIT_FAKE_DESK_H
#define DIT_FAKE_DESK_H

#include "fake_room.h"

#include "app/staff/staff.h"

enum { DESK_CHANGE_COUNT = 3, DESK_CONFIRM_COUNT = 2 };

struct desk_room {
    struct room room;
    struct staff_words words;
    struct changes changes;
    struct change list[DESK_CHANGE_COUNT];
    bool confirmed[DESK_CHANGE_COUNT];
    struct findings findings;
    struct fake_deck fresh;
};

static inline struct fake_kiosk *desk_kiosk(struct desk_room *desk) {
    return &desk->room.kiosk;
}

static inline int desk_open(void **state) {
    struct desk_room *desk = calloc(1, sizeof *desk);
    fake_deck_open(&desk->room.deck);
    fake_deck_open(&desk->fresh);
    for (int i = 0; i < STAFF_WORD_COUNT; i++) {
        desk->words.text[i] = "Words";
    }
    desk->findings.arena = &desk->room.deck.arena;
    finding_add(&desk->findings, (struct finding){.level = FINDING_ERROR,
                                                  .path = "kiosk.ini",
                                                  .line = 7,
                                                  .what = "It is wrong.",
                                                  .todo = "Mend it."});
    for (int i = 0; i < DESK_CHANGE_COUNT; i++) {
        desk->list[i] =
            (struct change){.kind = i < DESK_CONFIRM_COUNT ? CHANGE_NUMBER : CHANGE_CARD_ADDED,
                            .where = "Card",
                            .old = "999",
                            .now = "111"};
    }
    desk->changes = (struct changes){
        .list = desk->list, .count = DESK_CHANGE_COUNT, .confirm_count = DESK_CONFIRM_COUNT};
    desk->room.kiosk.deck = desk->room.deck.deck;
    kiosk_open(desk_kiosk(desk));
    app_open_desk(&desk->room.kiosk.app, &desk->words);
    *state = desk;
    return 0;
}

static inline int desk_close(void **state) {
    struct desk_room *desk = *state;
    arena_finish(&desk->room.kiosk.arena);
    fake_deck_close(&desk->room.deck);
    fake_deck_close(&desk->fresh);
    free(desk);
    return 0;
}

static inline void desk_tell(struct desk_room *desk, struct desk_news news) {
    kiosk_send(desk_kiosk(desk), (struct input){.kind = INPUT_DESK, .desk = &news});
}

static inline void desk_tell_kind(struct desk_room *desk, enum desk_news_kind kind) {
    desk_tell(desk, (struct desk_news){.kind = kind});
}

static inline void assert_job(struct desk_room *desk, enum desk_job job) {
    assert_int_equal(app_take_job(&desk->room.kiosk.app), job);
}

static inline void desk_type(struct desk_room *desk, const char *digits) {
    for (; *digits; digits++) {
        person_tap_nth(desk_kiosk(desk), ACTION_PIN_DIGIT, *digits - '0');
    }
}

// A stick comes in and the keypad is up.
static inline void desk_plug_in(struct desk_room *desk) {
    desk_tell_kind(desk, DESK_STICK_IN);
    assert_job(desk, JOB_OPEN);
    desk_tell(desk, (struct desk_news){.kind = DESK_GATE, .answer = GATE_OPEN, .tries_left = 5});
}

static inline void desk_admit(struct desk_room *desk) {
    desk_type(desk, "271828");
    person_tap(desk_kiosk(desk), ACTION_PIN_OK);
    assert_job(desk, JOB_TRY_PIN);
    desk_tell(desk, (struct desk_news){.kind = DESK_GATE, .answer = GATE_RIGHT, .tries_left = 5});
}

static inline void desk_show_findings(struct desk_room *desk) {
    desk_plug_in(desk);
    desk_admit(desk);
    assert_job(desk, JOB_READ);
    desk_tell(desk, (struct desk_news){.kind = DESK_FINDINGS, .findings = &desk->findings});
    assert_job(desk, JOB_NONE);
}

static inline void desk_show_changes(struct desk_room *desk) {
    desk_plug_in(desk);
    desk_admit(desk);
    assert_job(desk, JOB_READ);
    desk_tell(desk, (struct desk_news){.kind = DESK_CHANGES,
                                       .findings = &desk->findings,
                                       .changes = &desk->changes,
                                       .confirmed = desk->confirmed,
                                       .deck = &desk->fresh.deck});
}

#define DESK_TEST(name) cmocka_unit_test_setup_teardown(name, desk_open, desk_close)

#endif
