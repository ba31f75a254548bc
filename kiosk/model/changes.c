// SPDX-License-Identifier: MIT
// Cards are known by language and id: a card that was renamed is one taken out and one put in. The
// list is built in two walks over the same pairs, first for what has to be confirmed.
#include "model/changes.h"

#include "model/compare.h"
#include "model/limits.h"

#include <string.h>

struct walk {
    struct changes *changes;
    const struct deck *old, *now;
    bool is_confirming;           // the first of the two walks
    const char *where, *language; // of the card at hand
};

bool change_needs_confirming(enum change_kind kind) {
    return kind <= CHANGE_NUMBER;
}

static void add(struct walk *walk, struct change change) {
    struct changes *changes = walk->changes;
    if (change_needs_confirming(change.kind) != walk->is_confirming) {
        return;
    }
    if (changes->count == LIMIT_CHANGES) {
        changes->is_over_limit = true;
        return;
    }
    changes->list =
        arena_grow(changes->arena, changes->list, changes->count, sizeof *changes->list);
    changes->list[changes->count++] = change;
    changes->confirm_count += walk->is_confirming;
}

static bool same(const char *a, const char *b) {
    return strcmp(a ? a : "", b ? b : "") == 0;
}

static const char *kept(const struct walk *walk, const char *text) {
    return text ? arena_text(walk->changes->arena, str_from(text)) : NULL;
}

static void take_number(void *self, const char *old, const char *now) {
    struct walk *walk = self;
    if (walk->changes->count == LIMIT_CHANGES) {
        walk->changes->is_over_limit = true; // before anything is kept for it
        return;
    }
    add(walk, (struct change){.kind = CHANGE_NUMBER,
                              .where = walk->where,
                              .language = walk->language,
                              .old = kept(walk, old),
                              .now = kept(walk, now)});
}

// A number may stand in any words of kiosk.ini that patients, or their telephones, are shown.
static void find_numbers_in(struct walk *walk, const char *key, const char *old, const char *now) {
    struct numbers before = {.arena = walk->changes->arena}, after = before;
    const struct compare_taker taker = {walk, take_number};
    numbers_add(&before, str_from(old));
    numbers_add(&after, str_from(now));
    walk->where = key;
    walk->language = NULL;
    compare_numbers(&before, &after, &taker);
}

static void find_phone(struct walk *walk) {
    const struct settings *old = &walk->old->settings, *now = &walk->now->settings;
    if (!same(old->phone, now->phone)) {
        add(walk, (struct change){.kind = CHANGE_PHONE, .old = old->phone, .now = now->phone});
    }
    bool is_other_code = old->qr != now->qr || !same(old->link, now->link) ||
                         (now->qr == QR_CONTACT && !same(old->service_name, now->service_name));
    if (is_other_code) {
        struct arena *arena = walk->changes->arena;
        add(walk, (struct change){.kind = CHANGE_CODE,
                                  .old = settings_qr_payload(old, arena),
                                  .now = settings_qr_payload(now, arena)});
    }
    find_numbers_in(walk, "name", old->practice_name, now->practice_name);
    find_numbers_in(walk, "strapline", old->strapline, now->strapline);
}

// One card that stands in both decks, or in one of them (the other is NULL).
static void compare_card(struct walk *walk, const struct card *old, const struct card *now) {
    struct arena *arena = walk->changes->arena;
    const struct compare_taker taker = {walk, take_number};
    struct change change = {.language = walk->language};
    walk->where = arena_text(arena, now ? now->title : old->title);
    if (walk->is_confirming) {
        compare_card_numbers(old, now, &taker);
        return;
    }
    change.kind = !old ? CHANGE_CARD_ADDED : !now ? CHANGE_CARD_REMOVED : CHANGE_CARD_CHANGED;
    change.where = walk->where;
    if (old && now) {
        change.line_count = compare_lines(old, now);
    }
    if (!old || !now || change.line_count > 0) {
        add(walk, change);
    } else {
        walk->changes->same_count++;
    }
}

static const struct card *find_card(const struct language *language, const char *id) {
    for (int i = 0; language && i < language->card_count; i++) {
        if (strcmp(language->cards[i].id, id) == 0) {
            return &language->cards[i];
        }
    }
    return NULL;
}

static const struct language *find_language(const struct deck *deck, const char *tag) {
    for (int i = 0; i < deck->language_count; i++) {
        if (strcmp(deck->languages[i].words.tag, tag) == 0) {
            return &deck->languages[i];
        }
    }
    return NULL;
}

// Whether the cards that both have stand in another order.
static bool is_reordered(const struct language *old, const struct language *now) {
    int last = -1;
    for (int i = 0; i < now->card_count; i++) {
        const struct card *card = find_card(old, now->cards[i].id);
        int place = card ? (int)(card - old->cards) : last;
        if (place < last) {
            return true;
        }
        last = place;
    }
    return false;
}

static void compare_language(struct walk *walk, const struct language *old,
                             const struct language *now) {
    for (int i = 0; i < now->card_count; i++) {
        compare_card(walk, find_card(old, now->cards[i].id), &now->cards[i]);
    }
    for (int i = 0; old && i < old->card_count; i++) {
        if (!find_card(now, old->cards[i].id)) {
            compare_card(walk, &old->cards[i], NULL);
        }
    }
    compare_card(walk, old ? &old->refer : NULL, &now->refer);
    compare_card(walk, old ? &old->urgent : NULL, &now->urgent);
    if (old && is_reordered(old, now)) {
        add(walk, (struct change){.kind = CHANGE_ORDER, .language = walk->language});
    }
}

static const char *name_of(const struct language *language) {
    return language->words.text[WORD_LANGUAGE_NAME];
}

// Of a new language there is one row, and a row for each of its numbers.
static void add_language(struct walk *walk, const struct language *now) {
    if (walk->is_confirming) {
        compare_language(walk, NULL, now);
        return;
    }
    add(walk, (struct change){.kind = CHANGE_LANGUAGE_ADDED,
                              .where = name_of(now),
                              .line_count = now->card_count});
}

static void find_languages(struct walk *walk) {
    const struct deck *old = walk->old, *now = walk->now;
    bool has_several = old->language_count > 1 || now->language_count > 1;
    for (int i = 0; i < now->language_count; i++) {
        const struct language *language = &now->languages[i];
        const struct language *before = find_language(old, language->words.tag);
        walk->language = has_several ? name_of(language) : NULL;
        if (before) {
            compare_language(walk, before, language);
        } else {
            add_language(walk, language);
        }
    }
    for (int i = 0; i < old->language_count; i++) {
        if (!find_language(now, old->languages[i].words.tag)) {
            add(walk, (struct change){.kind = CHANGE_LANGUAGE_REMOVED,
                                      .where = name_of(&old->languages[i])});
        }
    }
    if (!same(old->languages[0].words.tag, now->languages[0].words.tag)) {
        add(walk, (struct change){.kind = CHANGE_START, .where = name_of(&now->languages[0])});
    }
}

static void take_setting(void *self, const char *key, const char *old, const char *now) {
    add(self, (struct change){.kind = CHANGE_SETTING, .where = key, .old = old, .now = now});
}

void changes_find(struct changes *changes, const struct deck *old, const struct deck *now) {
    struct walk walk = {.changes = changes, .old = old, .now = now, .is_confirming = true};
    const struct settings_taker taker = {&walk, take_setting};
    find_phone(&walk);
    find_languages(&walk);
    walk.is_confirming = false;
    find_languages(&walk);
    settings_compare(&old->settings, &now->settings, &taker, changes->arena);
}

void changes_add_picture(struct changes *changes, const char *name) {
    struct walk walk = {.changes = changes};
    add(&walk, (struct change){.kind = CHANGE_PICTURE, .where = name});
}
