// SPDX-License-Identifier: MIT
// Cards are known by language and id: a card that was renamed is one taken out and one put in. The
// list is built in two walks over the same pairs, first for what has to be confirmed. What urgent
// help no longer says is looked for before either, and left out where it comes a second time. A
// stick may hold millions of numbers, so the row of two of them is found by their id, and nobody
// looks for another once there are too many.
#include "content/diff/changes.h"

#include "base/bidi_quote.h"
#include "base/ids.h"
#include "content/deck/urgent.h"
#include "content/diff/card_diff.h"
#include "content/limits.h"
#include "content/phone/extension.h"
#include "content/phone/phone.h"
#include "content/phone/phone_find.h"

#include <string.h>

struct change_walk {
    struct changes *changes;
    const struct deck *old, *now;
    bool is_confirming;                // the first of the two walks
    const char *where, *language;      // of the card at hand
    bool is_card;                      // else it is a line of kiosk.ini
    bool is_lost[URGENT_NUMBER_COUNT]; // urgent help says it no longer; of that card alone
    bool is_told[URGENT_NUMBER_COUNT]; // of those
    struct ids pairs;                  // of two numbers on cards
    int *rows;                         // in the list, of each pair
    struct arena keys, scratch;        // of the pairs, and for one more
};

bool change_needs_confirming(enum change_kind kind) {
    return kind <= CHANGE_NUMBER;
}

static void add(struct change_walk *walk, struct change change) {
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

static const char *kept(const struct change_walk *walk, const char *text) {
    return text ? arena_text(walk->changes->arena, str_from(text)) : NULL;
}

// No number is empty, so that may stand for NULL.
static struct str pair_text(struct change_walk *walk, const char *old, const char *now) {
    size_t old_size = old ? strlen(old) : 0, now_size = now ? strlen(now) : 0;
    arena_reset(&walk->scratch);
    char *text = arena_alloc(&walk->scratch, old_size + 1 + now_size);
    memcpy(text, old ? old : "", old_size);
    memcpy(text + old_size + 1, now ? now : "", now_size);
    return (struct str){text, old_size + 1 + now_size};
}

// The row about the same two numbers on another card, or on this one; NULL: there is none, and the
// next row is theirs.
static struct change *find_pair(struct change_walk *walk, const char *old, const char *now) {
    int count = walk->pairs.count;
    int pair = ids_add(&walk->pairs, pair_text(walk, old, now));
    if (pair < count) {
        return &walk->changes->list[walk->rows[pair]];
    }
    walk->rows = arena_grow(&walk->keys, walk->rows, count, sizeof *walk->rows);
    walk->rows[pair] = walk->changes->count;
    return NULL;
}

static void count_card(const struct change_walk *walk, struct change *change) {
    if (change->last_where == walk->where) {
        return;
    }
    change->last_where = walk->where;
    change->card_count++;
    if (!same(change->language, walk->language)) {
        change->language = NULL;
    }
}

static void add_number(struct change_walk *walk, const char *old, const char *now) {
    if (walk->changes->is_over_limit) {
        return;
    }
    struct change *known = walk->is_card ? find_pair(walk, old, now) : NULL;
    if (known) {
        count_card(walk, known);
        return;
    }
    if (walk->changes->count == LIMIT_CHANGES) {
        walk->changes->is_over_limit = true; // before anything is kept for it
        return;
    }
    add(walk, (struct change){.kind = CHANGE_NUMBER,
                              .where = walk->where,
                              .last_where = walk->where,
                              .card_count = walk->is_card,
                              .language = walk->language,
                              .old = kept(walk, old),
                              .now = kept(walk, now)});
}

static bool is_number(const char *text, const struct urgent_number *number) {
    struct str shown = str_from(text);
    size_t start, size;
    if (phone_find(shown, 0, &start, &size) &&
        start + size + extension_bytes(shown, start, size) == shown.size) {
        shown = (struct str){text + start, size}; // "111 and choose option 2" is 111
    }
    return phone_is_same(shown, str_from(number->digits));
}

// Which number of urgent help it was that is lost; -1: none of them.
static int find_lost(const struct change_walk *walk, const char *old) {
    for (int i = 0; old && i < URGENT_NUMBER_COUNT; i++) {
        if (walk->is_lost[i] && is_number(old, &urgent_numbers[i])) {
            return i;
        }
    }
    return -1;
}

static void take_lost(void *self, const char *old, const char *now) {
    struct change_walk *walk = self;
    int lost = find_lost(walk, old);
    if (lost >= 0) {
        add_number(walk, urgent_numbers[lost].name, now);
        walk->is_told[lost] = true;
    }
}

static void take_number(void *self, const char *old, const char *now) {
    struct change_walk *walk = self;
    if (find_lost(walk, old) < 0) {
        add_number(walk, old, now);
    }
}

// A number may stand in any words of kiosk.ini that patients, or their telephones, are shown.
static void find_numbers_in(struct change_walk *walk, const char *plain, const char *old,
                            const char *now) {
    struct numbers before = {.arena = walk->changes->arena}, after = before;
    const struct card_diff_taker taker = {walk, take_number};
    numbers_add(&before, str_from(old));
    numbers_add(&after, str_from(now));
    walk->where = plain;
    walk->language = NULL;
    walk->is_card = false;
    card_diff_numbers(&before, &after, &taker);
}

static void find_phone(struct change_walk *walk) {
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
    find_numbers_in(walk, "Name of the practice", old->practice_name, now->practice_name);
    find_numbers_in(walk, "Words beside the name", old->strapline, now->strapline);
}

static void enter_card(struct change_walk *walk, const struct card *card) {
    walk->where = bidi_quote(arena_text(walk->changes->arena, card->title), walk->changes->arena);
    walk->is_card = true;
}

// One card that stands in both decks, or in one of them (the other is NULL).
static void compare_card(struct change_walk *walk, const struct card *old, const struct card *now) {
    const struct card_diff_taker taker = {walk, take_number};
    struct change change = {.language = walk->language};
    enter_card(walk, now ? now : old);
    if (walk->is_confirming) {
        if (!walk->changes->is_over_limit) {
            card_diff_card_numbers(old, now, &taker);
        }
        return;
    }
    change.kind = !old ? CHANGE_CARD_ADDED : !now ? CHANGE_CARD_REMOVED : CHANGE_CARD_CHANGED;
    change.where = walk->where;
    if (old && now) {
        change.line_count = card_diff_lines(old, now);
    }
    if (!old || !now || change.line_count > 0) {
        add(walk, change);
    } else {
        walk->changes->same_count++;
    }
}

// Notes which numbers the new version no longer has; false: it has all of them.
static bool note_lost(struct change_walk *walk, const struct card *old, const struct card *now) {
    bool is_any = false;
    for (int i = 0; i < URGENT_NUMBER_COUNT; i++) {
        const struct urgent_number *number = &urgent_numbers[i];
        walk->is_lost[i] = old && urgent_has(old, number) && !urgent_has(now, number);
        walk->is_told[i] = false;
        is_any |= walk->is_lost[i];
    }
    return is_any;
}

// Each with what stands in its place. One that was run into another number is in no pair.
static void find_lost_of(struct change_walk *walk, const struct language *old,
                         const struct language *now) {
    const struct card_diff_taker taker = {walk, take_lost};
    if (!note_lost(walk, &old->urgent, &now->urgent)) {
        return;
    }
    enter_card(walk, &now->urgent);
    card_diff_card_numbers(&old->urgent, &now->urgent, &taker);
    for (int i = 0; i < URGENT_NUMBER_COUNT; i++) {
        if (walk->is_lost[i] && !walk->is_told[i]) {
            add_number(walk, urgent_numbers[i].name, NULL);
        }
    }
}

static void compare_urgent(struct change_walk *walk, const struct language *old,
                           const struct language *now) {
    const struct card *before = old ? &old->urgent : NULL;
    (void)note_lost(walk, before, &now->urgent);
    compare_card(walk, before, &now->urgent);
    memset(walk->is_lost, 0, sizeof walk->is_lost);
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

static void compare_language(struct change_walk *walk, const struct language *old,
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
    compare_urgent(walk, old, now);
    if (old && is_reordered(old, now)) {
        add(walk, (struct change){.kind = CHANGE_ORDER, .language = walk->language});
    }
}

static const char *name_of(const struct change_walk *walk, const struct language *language) {
    return bidi_quote(language->words.text[WORD_LANGUAGE_NAME], walk->changes->arena);
}

static void enter_language(struct change_walk *walk, const struct language *language) {
    bool has_several = walk->old->language_count > 1 || walk->now->language_count > 1;
    walk->language = has_several ? name_of(walk, language) : NULL;
}

static void find_lost_numbers(struct change_walk *walk) {
    for (int i = 0; i < walk->now->language_count; i++) {
        const struct language *language = &walk->now->languages[i];
        const struct language *before = find_language(walk->old, language->words.tag);
        enter_language(walk, language);
        if (before) {
            find_lost_of(walk, before, language);
        }
    }
    memset(walk->is_lost, 0, sizeof walk->is_lost);
}

// Of a new language there is one row, and a row for each of its numbers.
static void add_language(struct change_walk *walk, const struct language *now) {
    if (walk->is_confirming) {
        compare_language(walk, NULL, now);
        return;
    }
    add(walk, (struct change){.kind = CHANGE_LANGUAGE_ADDED,
                              .where = name_of(walk, now),
                              .line_count = now->card_count});
}

static void find_languages(struct change_walk *walk) {
    const struct deck *old = walk->old, *now = walk->now;
    for (int i = 0; i < now->language_count; i++) {
        const struct language *language = &now->languages[i];
        const struct language *before = find_language(old, language->words.tag);
        enter_language(walk, language);
        if (before) {
            compare_language(walk, before, language);
        } else {
            add_language(walk, language);
        }
    }
    for (int i = 0; i < old->language_count; i++) {
        if (!find_language(now, old->languages[i].words.tag)) {
            add(walk, (struct change){.kind = CHANGE_LANGUAGE_REMOVED,
                                      .where = name_of(walk, &old->languages[i])});
        }
    }
    if (!same(old->languages[0].words.tag, now->languages[0].words.tag)) {
        add(walk,
            (struct change){.kind = CHANGE_START, .where = name_of(walk, &now->languages[0])});
    }
}

static void take_setting(void *self, const char *plain, const char *old, const char *now) {
    add(self, (struct change){.kind = CHANGE_SETTING, .where = plain, .old = old, .now = now});
}

void changes_find(struct changes *changes, const struct deck *old, const struct deck *now) {
    struct change_walk walk = {.changes = changes, .old = old, .now = now, .is_confirming = true};
    const struct settings_taker taker = {&walk, take_setting};
    walk.pairs.arena = &walk.keys;
    find_lost_numbers(&walk);
    find_phone(&walk);
    find_languages(&walk);
    walk.is_confirming = false;
    find_languages(&walk);
    settings_compare(&old->settings, &now->settings, &taker, changes->arena);
    arena_finish(&walk.keys);
    arena_finish(&walk.scratch);
}

void changes_add_picture(struct changes *changes, const char *name) {
    struct change_walk walk = {.changes = changes};
    add(&walk, (struct change){.kind = CHANGE_PICTURE, .where = name});
}
