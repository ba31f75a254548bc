// SPDX-License-Identifier: MIT
// A small deck for the tests of what happens next: three English cards, of which the last is too
// long for one page, and two Arabic ones. Its words are stand-ins; the bundled deck has tests of
// its own.
#ifndef DIT_FAKE_DECK_H
#define DIT_FAKE_DECK_H

#include <stdio.h>

#include "content/card/document.h"
#include "content/deck/deck.h"

enum { FAKE_FIRST, FAKE_SECOND, FAKE_LONG, FAKE_CARD_COUNT };
enum { FAKE_ENGLISH, FAKE_ARABIC, FAKE_LANGUAGE_COUNT };

struct fake_deck {
    struct arena arena;
    struct findings findings;
    struct card english[FAKE_CARD_COUNT], arabic[2];
    struct language languages[FAKE_LANGUAGE_COUNT];
    struct deck deck;
};

static inline struct card fake_card(struct fake_deck *fake, const char *id, long order, int words) {
    char *text = arena_alloc(&fake->arena, (size_t)words * 7 + 1);
    char *at = text;
    for (int i = 0; i < words; i++) {
        at += sprintf(at, "%s", i % 20 == 19 ? "word.\n\n" : "word ");
    }
    return (struct card){.id = id,
                         .path = id,
                         .order = order,
                         .title = str_from("Title"),
                         .body = document_load(str_from(text), id, &fake->findings)};
}

static inline void fake_language(struct fake_deck *fake, struct language *language) {
    for (int i = 0; i < WORD_COUNT; i++) {
        language->words.text[i] = "Word";
    }
    language->refer = fake_card(fake, "refer", -1, 20);
    language->urgent = fake_card(fake, "urgent-help", -1, 20);
}

static inline void fake_deck_open(struct fake_deck *fake) {
    *fake = (struct fake_deck){0};
    fake->findings.arena = &fake->arena;
    fake->english[FAKE_FIRST] = fake_card(fake, "first", 10, 40);
    fake->english[FAKE_SECOND] = fake_card(fake, "second", 20, 5);
    fake->english[FAKE_LONG] = fake_card(fake, "long", 30, 600);
    fake->arabic[0] = fake_card(fake, "other", 28, 5);
    fake->arabic[1] = fake_card(fake, "second", 50, 5);
    struct language *languages = fake->languages;
    languages[FAKE_ENGLISH] =
        (struct language){.words.tag = "en", .cards = fake->english, .card_count = FAKE_CARD_COUNT};
    languages[FAKE_ARABIC] =
        (struct language){.words.tag = "ar", .cards = fake->arabic, .card_count = 2};
    languages[FAKE_ARABIC].words.is_right_to_left = true;
    fake_language(fake, &languages[FAKE_ENGLISH]);
    fake_language(fake, &languages[FAKE_ARABIC]);
    fake->deck = (struct deck){.languages = languages, .language_count = FAKE_LANGUAGE_COUNT};
    settings_init(&fake->deck.settings, &fake->arena);
    fake->deck.settings.phone = "0203 228 1350";
    fake->deck.settings.phone_uri = "tel:+442032281350";
}

static inline void fake_deck_close(struct fake_deck *fake) {
    arena_finish(&fake->arena);
}

#endif
