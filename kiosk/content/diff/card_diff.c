// SPDX-License-Identifier: MIT
// Lines are matched by their longest common subsequence, so that a line put in at the top is one
// change and not as many as there are lines; their texts are compared by their ids. Of numbers,
// align.c says which stand in both versions; what is left between two of these is paired by its
// place.
#include "content/diff/card_diff.h"

#include "base/ids.h"
#include "content/diff/align.h"

#include <assert.h>
#include <string.h>

// What makes a line of a card what it is.
struct card_line {
    struct block block; // its text, kind and emphasis; a label and a title are paragraphs
    int text_id;
};

struct card_lines {
    struct ids *ids;
    struct card_line *list;
    int count;
};

static void add_line(struct card_lines *lines, struct block block) {
    if (block.text.size > 0) {
        lines->list[lines->count++] = (struct card_line){block, ids_add(lines->ids, block.text)};
    }
}

static struct card_lines lines_of(const struct card *card, struct ids *ids) {
    struct card_lines lines = {ids, ARENA_ARRAY(ids->arena, struct card_line, card->body.count + 2),
                               0};
    add_line(&lines, (struct block){.kind = BLOCK_PARAGRAPH, .text = card->label});
    add_line(&lines, (struct block){.kind = BLOCK_HEADING, .level = 1, .text = card->title});
    for (int i = 0; i < card->body.count; i++) {
        add_line(&lines, card->body.blocks[i]);
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
    return left->text_id == right->text_id && a->kind == b->kind && a->level == b->level &&
           a->indent == b->indent && (a->callout > 0) == (b->callout > 0) &&
           a->number == b->number && same_text(a->alt, b->alt) && same_stretches(a, b);
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
    struct ids ids = {.arena = &arena};
    struct card_lines a = lines_of(old, &ids);
    struct card_lines b = lines_of(now, &ids);
    int most = a.count > b.count ? a.count : b.count;
    int differing = most - common_count(&a, &b, &arena);
    arena_finish(&arena);
    return differing;
}

static struct numbers numbers_of(const struct card *card, struct arena *arena) {
    struct numbers numbers = {.arena = arena};
    if (!card) {
        return numbers;
    }
    numbers_add(&numbers, card->label);
    numbers_add(&numbers, card->title);
    for (int i = 0; i < card->body.count; i++) {
        const struct block *block = &card->body.blocks[i];
        bool is_picture = block->kind == BLOCK_PICTURE; // whose text is the name of a file
        numbers_add(&numbers, is_picture ? block->alt : block->text);
    }
    return numbers;
}

static const struct number *number_at(const struct numbers *numbers, int at) {
    assert(numbers->list && at < numbers->count);
    return &numbers->list[at];
}

static const char *number_text(const struct numbers *numbers, int at, int end) {
    return at < end ? arena_text(numbers->arena, number_at(numbers, at)->text) : NULL;
}

// Two versions of a row of numbers, and how far each is told.
struct telling {
    const struct numbers *old, *now;
    int old_at, now_at;
    const struct card_diff_taker *taker;
};

static void tell_until(struct telling *telling, int old_end, int now_end) {
    const struct numbers *old = telling->old, *now = telling->now;
    int i = telling->old_at, k = telling->now_at;
    for (; i < old_end || k < now_end; i++, k++) {
        bool is_pair = i < old_end && k < now_end;
        if (!is_pair || !numbers_are_same(number_at(old, i), number_at(now, k))) {
            telling->taker->take(telling->taker->self, number_text(old, i, old_end),
                                 number_text(now, k, now_end));
        }
    }
    telling->old_at = old_end;
    telling->now_at = now_end;
}

void card_diff_numbers(struct numbers *old, struct numbers *now,
                       const struct card_diff_taker *taker) {
    struct arena arena = {0};
    struct telling telling = {old, now, 0, 0, taker};
    struct alignment common = align_numbers(old, now, &arena);
    for (int i = 0; i < common.count; i++) {
        tell_until(&telling, common.old[i], common.now[i]);
        tell_until(&telling, common.old[i] + 1, common.now[i] + 1);
    }
    tell_until(&telling, old->count, now->count);
    arena_finish(&arena);
}

void card_diff_card_numbers(const struct card *old, const struct card *now,
                            const struct card_diff_taker *taker) {
    struct arena arena = {0};
    struct numbers a = numbers_of(old, &arena);
    struct numbers b = numbers_of(now, &arena);
    card_diff_numbers(&a, &b, taker);
    arena_finish(&arena);
}
