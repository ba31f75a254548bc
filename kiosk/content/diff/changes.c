// SPDX-License-Identifier: MIT
// Cards are known by language and id: a card that was renamed is one taken out and one put in. What
// is only to be looked at waits until all that has to be confirmed is in the list.
#include "content/diff/changes.h"

#include "content/diff/card_diff.h"
#include "content/limits.h"
#include "content/phone/numbers.h"

#include <string.h>

enum {
    REACH = 64
}; // numbers that one is looked for among, so that a card of numbers takes no time

struct change_walk {
    struct changes *changes;
    const struct deck *old, *now;
    const char *where, *language; // of the card at hand
    bool is_card;                 // else it is a line of kiosk.ini
    struct change *waiting;
    int waiting_count;
};

static void add(struct changes *changes, struct change change) {
    bool is_full = changes->count >= LIMIT_CHANGES;
    bool is_to_confirm = change.kind <= CHANGE_NUMBER;
    bool is_about_card = change.kind >= CHANGE_CARD_ADDED && change.kind <= CHANGE_KEPT;
    if (is_full && (is_to_confirm || is_about_card)) {
        changes->is_over_limit |= is_to_confirm;
        changes->dropped_count += is_about_card;
        return;
    }
    *ARENA_ADD(changes->arena, changes->list, changes->count) = change;
    changes->confirm_count += is_to_confirm;
}

static void add_waiting(struct change_walk *walk, struct change change) {
    *ARENA_ADD(walk->changes->arena, walk->waiting, walk->waiting_count) = change;
}

static bool same(const char *a, const char *b) {
    return strcmp(a ? a : "", b ? b : "") == 0;
}

static const char *kept(const struct change_walk *walk, const char *text) {
    return text ? arena_text(walk->changes->arena, str_from(text)) : NULL;
}

// The row about the same two numbers on another card, or on this one; NULL: there is none.
static struct change *find_pair(const struct change_walk *walk, const char *old, const char *now) {
    for (int i = 0; i < walk->changes->count; i++) {
        struct change *change = &walk->changes->list[i];
        if (change->card_count > 0 && same(change->old, old) && same(change->now, now)) {
            return change;
        }
    }
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
    struct change *known = walk->is_card ? find_pair(walk, old, now) : NULL;
    if (known) {
        count_card(walk, known);
    } else {
        add(walk->changes, (struct change){.kind = CHANGE_NUMBER,
                                           .where = walk->where,
                                           .last_where = walk->where,
                                           .card_count = walk->is_card,
                                           .language = walk->language,
                                           .old = kept(walk, old),
                                           .now = kept(walk, now)});
    }
}

static void mark_common(const struct numbers *old, const struct numbers *now, bool *in_old,
                        bool *in_now) {
    int first = 0; // that is left in the new version
    for (int i = 0; i < old->count; i++) {
        while (first < now->count && in_now[first]) {
            first++;
        }
        for (int k = first; k < now->count && k < first + REACH && !in_old[i]; k++) {
            in_old[i] = !in_now[k] && numbers_are_same(&old->list[i], &now->list[k]);
            in_now[k] |= in_old[i];
        }
    }
}

static struct numbers numbers_of(const struct card *card, struct arena *arena) {
    struct numbers numbers = {.arena = arena};
    for (int i = 0; card && i < card_text_count(card); i++) {
        numbers_add(&numbers, card_text_at(card, i).words);
    }
    return numbers;
}

// Every number that stands in one version alone, with what stands in its place in the other, and
// those that changed places with one another. One that stayed is none, whatever came or went beside
// it. Either card may be NULL: it has no numbers.
static void compare_numbers(struct change_walk *walk, const struct card *old,
                            const struct card *now) {
    struct arena arena = {0};
    struct numbers a = numbers_of(old, &arena), b = numbers_of(now, &arena);
    bool *in_old = ARENA_ARRAY(&arena, bool, a.count + 1); // false behind the last
    bool *in_now = ARENA_ARRAY(&arena, bool, b.count + 1);
    mark_common(&a, &b, in_old, in_now);
    for (int i = 0, k = 0; i < a.count || k < b.count;) {
        bool both = in_old[i] && in_now[k];
        bool has_old = i < a.count && (both || !in_old[i]);
        bool has_now = k < b.count && (both || !in_now[k]);
        bool is_same = has_old && has_now && numbers_are_same(&a.list[i], &b.list[k]);
        if (!is_same) {
            add_number(walk, has_old ? a.list[i].text : NULL, has_now ? b.list[k].text : NULL);
        }
        i += has_old;
        k += has_now;
    }
    arena_finish(&arena);
}

// A number may stand in any words of kiosk.ini that patients, or their telephones, are shown. They
// are compared as cards that have a title alone.
static void find_numbers_in(struct change_walk *walk, const char *plain, const char *old,
                            const char *now) {
    const struct card before = {.title = str_from(old)}, after = {.title = str_from(now)};
    walk->where = plain;
    walk->language = NULL;
    walk->is_card = false;
    compare_numbers(walk, &before, &after);
}

static void find_phone(struct change_walk *walk) {
    const struct settings *old = &walk->old->settings, *now = &walk->now->settings;
    if (!same(old->phone, now->phone)) {
        add(walk->changes,
            (struct change){.kind = CHANGE_PHONE, .old = old->phone, .now = now->phone});
    }
    bool is_other_code = old->qr != now->qr || !same(old->link, now->link) ||
                         (now->qr == QR_CONTACT && !same(old->service_name, now->service_name));
    if (is_other_code) {
        struct arena *arena = walk->changes->arena;
        add(walk->changes, (struct change){.kind = CHANGE_CODE,
                                           .old = settings_qr_payload(old, arena),
                                           .now = settings_qr_payload(now, arena)});
    }
    find_numbers_in(walk, "Name of the practice", old->practice_name, now->practice_name);
    find_numbers_in(walk, "Words beside the name", old->strapline, now->strapline);
}

// One card that stands in both decks, or in one of them (the other is NULL).
static void compare_card(struct change_walk *walk, const struct card *old, const struct card *now) {
    old = old && old->is_borrowed ? NULL : old; // what the language lacks is no card of its own
    now = now && now->is_borrowed ? NULL : now;
    if (!old && !now) {
        return;
    }
    const char *title = arena_text(walk->changes->arena, now ? now->title : old->title);
    walk->where = finding_quote(title, walk->changes->arena);
    walk->is_card = true;
    if (!walk->changes->is_over_limit) {
        compare_numbers(walk, old, now);
    }
    int line_count = old && now ? card_diff_lines(old, now) : 0;
    if (old && now && line_count == 0) {
        walk->changes->same_count++;
        return;
    }
    add_waiting(walk, (struct change){.kind = !old   ? CHANGE_CARD_ADDED
                                              : !now ? CHANGE_CARD_REMOVED
                                                     : CHANGE_CARD_CHANGED,
                                      .where = walk->where,
                                      .language = walk->language,
                                      .old_card = old,
                                      .now_card = now,
                                      .line_count = line_count});
}

static bool is_reordered(const struct language *old, const struct language *now) {
    int last = -1;
    for (int i = 0; i < now->card_count; i++) {
        const struct card *card = language_find_card(old, now->cards[i].id);
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
        compare_card(walk, language_find_card(old, now->cards[i].id), &now->cards[i]);
    }
    for (int i = 0; old && i < old->card_count; i++) {
        if (!language_find_card(now, old->cards[i].id)) {
            compare_card(walk, &old->cards[i], NULL);
        }
    }
    compare_card(walk, old ? &old->refer : NULL, &now->refer);
    compare_card(walk, old ? &old->urgent : NULL, &now->urgent);
    if (old && is_reordered(old, now)) {
        add_waiting(walk, (struct change){.kind = CHANGE_ORDER, .language = walk->language});
    }
}

static const char *name_of(const struct change_walk *walk, const struct language *language) {
    return finding_quote(language->words.text[WORD_LANGUAGE_NAME], walk->changes->arena);
}

// Of a new language there is one row, and a row for each of its numbers.
static void add_language(struct change_walk *walk, const struct language *now) {
    int waiting_count = walk->waiting_count;
    compare_language(walk, NULL, now);
    walk->waiting_count = waiting_count;
    add_waiting(walk, (struct change){.kind = CHANGE_LANGUAGE_ADDED,
                                      .where = name_of(walk, now),
                                      .line_count = now->card_count});
}

static void find_languages(struct change_walk *walk) {
    const struct deck *old = walk->old, *now = walk->now;
    bool has_several = old->language_count > 1 || now->language_count > 1;
    for (int i = 0; i < now->language_count; i++) {
        const struct language *language = &now->languages[i];
        const struct language *before = deck_find_language(old, language->words.tag);
        walk->language = has_several ? name_of(walk, language) : NULL;
        if (before) {
            compare_language(walk, before, language);
        } else {
            add_language(walk, language);
        }
    }
    for (int i = 0; i < old->language_count; i++) {
        if (!deck_find_language(now, old->languages[i].words.tag)) {
            add_waiting(walk, (struct change){.kind = CHANGE_LANGUAGE_REMOVED,
                                              .where = name_of(walk, &old->languages[i])});
        }
    }
    if (!same(old->languages[0].words.tag, now->languages[0].words.tag)) {
        add_waiting(walk, (struct change){.kind = CHANGE_START,
                                          .where = name_of(walk, &now->languages[0])});
    }
}

static void take_setting(void *self, const char *plain, const char *old, const char *now) {
    add_waiting(self,
                (struct change){.kind = CHANGE_SETTING, .where = plain, .old = old, .now = now});
}

static void add_waited(const struct change_walk *walk, bool is_gone) {
    for (int i = 0; i < walk->waiting_count; i++) {
        enum change_kind kind = walk->waiting[i].kind;
        if ((kind == CHANGE_CARD_REMOVED || kind == CHANGE_LANGUAGE_REMOVED) == is_gone) {
            add(walk->changes, walk->waiting[i]);
        }
    }
}

void changes_find(struct changes *changes, const struct deck *old, const struct deck *now) {
    struct change_walk walk = {.changes = changes, .old = old, .now = now};
    const struct settings_taker taker = {&walk, take_setting};
    find_phone(&walk);
    find_languages(&walk);
    settings_compare(&old->settings, &now->settings, &taker, changes->arena);
    add_waited(&walk, true); // what is taken out stands on the first page
    add_waited(&walk, false);
}

// What somebody has to decide about stands in front.
void changes_add(struct changes *changes, struct change change) {
    int count = changes->count;
    add(changes, change);
    if (change.kind == CHANGE_CONTESTED && changes->count > count) {
        struct change *first = changes->list + changes->confirm_count;
        memmove(first + 1, first, sizeof *first * (size_t)(count - changes->confirm_count));
        *first = change;
    }
}
