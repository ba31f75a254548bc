// SPDX-License-Identifier: MIT
// A waiting room for one test: a small deck, a kiosk that shows it, and a person in front of it.
#ifndef DIT_FAKE_ROOM_H
#define DIT_FAKE_ROOM_H

#include <stdlib.h>

#include "fake_deck.h"
#include "fake_person.h"

struct room {
    struct fake_deck deck;
    struct fake_kiosk kiosk;
};

static inline int room_open(void **state) {
    struct room *room = calloc(1, sizeof *room);
    fake_deck_open(&room->deck);
    room->kiosk.deck = room->deck.deck;
    kiosk_open(&room->kiosk);
    *state = room;
    return 0;
}

static inline int room_close(void **state) {
    struct room *room = *state;
    arena_finish(&room->kiosk.arena);
    fake_deck_close(&room->deck);
    free(room);
    return 0;
}

static inline struct fake_kiosk *kiosk_of(void **state) {
    return &((struct room *)*state)->kiosk;
}

static inline void assert_page(const struct fake_kiosk *kiosk, int card, int page) {
    assert_int_equal(kiosk->app.view.screen, SCREEN_CARD);
    assert_int_equal(kiosk->app.view.card, card);
    assert_int_equal(kiosk->app.view.page, page);
}

static inline void assert_screen(const struct fake_kiosk *kiosk, enum screen screen) {
    assert_int_equal(kiosk->app.view.screen, screen);
}

#define ROOM_TEST(name) cmocka_unit_test_setup_teardown(name, room_open, room_close)

#endif
