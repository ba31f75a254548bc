// SPDX-License-Identifier: MIT
// Lines are matched by their longest common subsequence, so that a line put in at the top is one
// change and not as many as there are lines. Numbers are matched wherever they stand; what is left
// between two that stayed is paired by its place.
#include "content/diff/card_diff.h"

#include "base/hash.h"

#include <string.h>

enum {
    REACH = 64
}; // numbers that one is looked for among, so that a card of numbers takes no time

// What makes a line of a card what it is.
struct card_line {
    struct block block; // its text, kind and emphasis; a label and a title are paragraphs
    uint64_t hash;      // of its text, so that most lines are compared as numbers
};

struct card_lines {
    struct card_line *list;
    int count;
};

static struct card_lines lines_of(const struct card *card, struct arena *arena) {
    struct card_lines lines = {ARENA_ARRAY(arena, struct card_line, card_text_count(card)), 0};
    for (int i = 0; i < card_text_count(card); i++) {
        struct card_text text = card_text_at(card, i);
        struct block block = {.kind = BLOCK_PARAGRAPH, .text = text.words};
        if (i == CARD_TITLE) {
            block.kind = BLOCK_HEADING;
            block.level = 1;
        }
        block = text.block ? *text.block : block;
        if (block.text.size > 0) {
            lines.list[lines.count++] = (struct card_line){block, hash_add(HASH_START, block.text)};
        }
    }
    return lines;
}

static bool same_text(struct str a, struct str b) {
    return a.size == b.size && (a.size == 0 || memcmp(a.at, b.at, a.size) == 0);
}

static bool same_stretches(const struct block *a, const struct block *b) {
    if (a->stretch_count != b->stretch_count) {
        return false;
    }
    for (int i = 0; i < a->stretch_count; i++) {
        if (a->stretches[i].size != b->stretches[i].size ||
            a->stretches[i].emphasis != b->stretches[i].emphasis) {
            return false;
        }
    }
    return true;
}

static bool same_line(const struct card_line *left, const struct card_line *right) {
    const struct block *a = &left->block, *b = &right->block;
    return left->hash == right->hash && a->kind == b->kind && a->level == b->level &&
           a->indent == b->indent && (a->callout > 0) == (b->callout > 0) &&
           a->number == b->number && same_text(a->text, b->text) && same_text(a->alt, b->alt) &&
           same_stretches(a, b);
}

// The length of the longest common subsequence, with one row of the table at a time.
static int common_count(const struct card_lines *a, const struct card_lines *b,
                        struct arena *arena) {
    int *row = ARENA_ARRAY(arena, int, b->count + 1);
    for (int i = 0; i < a->count; i++) {
        int diagonal = 0;
        for (int j = 0; j < b->count; j++) {
            int above = row[j + 1];
            int longer = above > row[j] ? above : row[j];
            row[j + 1] = same_line(&a->list[i], &b->list[j]) ? diagonal + 1 : longer;
            diagonal = above;
        }
    }
    return row[b->count];
}

int card_diff_lines(const struct card *old, const struct card *now) {
    struct arena arena = {0};
    struct card_lines a = lines_of(old, &arena);
    struct card_lines b = lines_of(now, &arena);
    int most = a.count > b.count ? a.count : b.count;
    int differing = most - common_count(&a, &b, &arena);
    arena_finish(&arena);
    return differing;
}

// Marks the numbers that stand in both.
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

static void tell(const struct card_diff_taker *taker, const struct number *old,
                 const struct number *now) {
    if (!old || !now || !numbers_are_same(old, now)) {
        taker->take(taker->self, old ? old->text : NULL, now ? now->text : NULL);
    }
}

void card_diff_numbers(const struct numbers *old, const struct numbers *now,
                       const struct card_diff_taker *taker) {
    struct arena arena = {0};
    bool *in_old = ARENA_ARRAY(&arena, bool, old->count + 1); // false behind the last
    bool *in_now = ARENA_ARRAY(&arena, bool, now->count + 1);
    mark_common(old, now, in_old, in_now);
    for (int i = 0, k = 0; i < old->count || k < now->count;) {
        bool both = in_old[i] && in_now[k];
        bool has_old = i < old->count && (both || !in_old[i]);
        bool has_now = k < now->count && (both || !in_now[k]);
        tell(taker, has_old ? &old->list[i] : NULL, has_now ? &now->list[k] : NULL);
        i += has_old;
        k += has_now;
    }
    arena_finish(&arena);
}

static struct numbers numbers_of(const struct card *card, struct arena *arena) {
    struct numbers numbers = {.arena = arena};
    for (int i = 0; card && i < card_text_count(card); i++) {
        numbers_add(&numbers, card_text_at(card, i).words);
    }
    return numbers;
}

void card_diff_card_numbers(const struct card *old, const struct card *now,
                            const struct card_diff_taker *taker) {
    struct arena arena = {0};
    struct numbers a = numbers_of(old, &arena);
    struct numbers b = numbers_of(now, &arena);
    card_diff_numbers(&a, &b, taker);
    arena_finish(&arena);
}
