// SPDX-License-Identifier: MIT
// Lines are matched by their longest common subsequence, so that a line put in at the top is one
// change and not as many as there are lines. Numbers are matched wherever they stand; what is left
// between two that stayed is paired by its place.
#include "content/diff/card_diff.h"

#include "base/hash.h"
#include "content/phone/numbers.h"

#include <string.h>

enum {
    REACH = 64
}; // numbers that one is looked for among, so that a card of numbers takes no time

// The typed lines of a card, each as a hash of all that makes it what it is.
struct card_lines {
    struct arena *arena;
    uint64_t *list;
    int count;
};

// Every letter with its emphasis, since bold may begin on one line and end on the next.
static void add_lines(struct card_lines *lines, struct card_text text, uint64_t start) {
    const struct stretch *stretch = text.block ? text.block->stretches : NULL;
    size_t left = stretch ? stretch->size : SIZE_MAX;
    uint64_t hash = start;
    for (size_t i = 0; i <= text.words.size; i++) {
        bool is_end = i == text.words.size || text.words.at[i] == '\n';
        for (; left == 0 && i < text.words.size; left = stretch->size) {
            stretch++;
        }
        if (is_end) {
            *ARENA_ADD(lines->arena, lines->list, lines->count) = hash;
            hash = start;
        } else {
            const char letter[] = {text.words.at[i], stretch ? (char)stretch->emphasis : 0};
            hash = hash_add(hash, (struct str){letter, sizeof letter});
        }
        left--;
    }
}

static struct card_lines lines_of(const struct card *card, struct arena *arena) {
    struct card_lines lines = {.arena = arena};
    for (int i = 0; i < card_text_count(card); i++) {
        struct card_text text = card_text_at(card, i);
        const struct block *block = text.block;
        char shape[] = {(char)(BLOCK_PICTURE + 1 + i), 0, 0}; // of the label and the title
        struct str more = {"", 0};
        if (block) {
            shape[0] = (char)block->kind;
            shape[1] = (char)block->indent;
            shape[2] = (char)(block->callout > 0);
            more = block->kind == BLOCK_PICTURE ? block->text : block->marker;
        }
        if (block || text.words.size > 0) {
            uint64_t start = hash_add(HASH_START, (struct str){shape, sizeof shape});
            add_lines(&lines, text, hash_add_text(start, more));
        }
    }
    return lines;
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
            row[j + 1] = a->list[i] == b->list[j] ? diagonal + 1 : longer;
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

static void tell(const struct numbers *old, const struct numbers *now,
                 const struct card_diff_taker *taker) {
    bool *in_old = ARENA_ARRAY(old->arena, bool, old->count + 1); // false behind the last
    bool *in_now = ARENA_ARRAY(now->arena, bool, now->count + 1);
    mark_common(old, now, in_old, in_now);
    for (int i = 0, k = 0; i < old->count || k < now->count;) {
        bool both = in_old[i] && in_now[k];
        bool has_old = i < old->count && (both || !in_old[i]);
        bool has_now = k < now->count && (both || !in_now[k]);
        bool is_same = has_old && has_now && numbers_are_same(&old->list[i], &now->list[k]);
        if (!is_same) {
            taker->take(taker->self, has_old ? old->list[i].text : NULL,
                        has_now ? now->list[k].text : NULL);
        }
        i += has_old;
        k += has_now;
    }
}

static struct numbers numbers_of(const struct card *card, struct arena *arena) {
    struct numbers numbers = {.arena = arena};
    for (int i = 0; card && i < card_text_count(card); i++) {
        numbers_add(&numbers, card_text_at(card, i).words);
    }
    return numbers;
}

void card_diff_numbers(const struct card *old, const struct card *now,
                       const struct card_diff_taker *taker) {
    struct arena arena = {0};
    struct numbers a = numbers_of(old, &arena);
    struct numbers b = numbers_of(now, &arena);
    tell(&a, &b, taker);
    arena_finish(&arena);
}
