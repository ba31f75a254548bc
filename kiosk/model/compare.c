// SPDX-License-Identifier: MIT
// Lines are matched by their longest common subsequence, so that a line put in at the top is one
// change and not as many as there are lines. Numbers are matched by their place while there are as
// many as before, so that two that were exchanged are two changes.
#include "model/compare.h"

#include "model/phone.h"

#include <string.h>

// What makes a line of a card what it is.
struct card_line {
    struct block block; // its text, kind and emphasis; a label and a title are paragraphs
};

struct card_lines {
    struct card_line *list;
    int count;
};

static void add_line(struct card_lines *lines, struct block block) {
    if (block.text.size > 0) {
        lines->list[lines->count++] = (struct card_line){block};
    }
}

static struct card_lines lines_of(const struct card *card, struct arena *arena) {
    struct card_lines lines = {ARENA_ARRAY(arena, struct card_line, card->body.count + 2), 0};
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
    return a->kind == b->kind && a->level == b->level && a->indent == b->indent &&
           (a->callout > 0) == (b->callout > 0) && a->number == b->number &&
           same_text(a->text, b->text) && same_text(a->alt, b->alt) && same_stretches(a, b);
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

int compare_lines(const struct card *old, const struct card *now, struct arena *arena) {
    struct card_lines a = lines_of(old, arena);
    struct card_lines b = lines_of(now, arena);
    int most = a.count > b.count ? a.count : b.count;
    return most - common_count(&a, &b, arena);
}

struct numbers {
    struct arena *arena;
    struct str *list;
    int count;
};

static void add_numbers(struct numbers *numbers, struct str text) {
    size_t start, size;
    for (size_t from = 0; phone_find(text, from, &start, &size); from = start + size) {
        numbers->list =
            arena_grow(numbers->arena, numbers->list, numbers->count, sizeof *numbers->list);
        numbers->list[numbers->count++] = (struct str){text.at + start, size};
    }
}

static struct numbers numbers_of(const struct card *card, struct arena *arena) {
    struct numbers numbers = {.arena = arena};
    if (!card) {
        return numbers;
    }
    add_numbers(&numbers, card->label);
    add_numbers(&numbers, card->title);
    for (int i = 0; i < card->body.count; i++) {
        add_numbers(&numbers, card->body.blocks[i].text);
        add_numbers(&numbers, card->body.blocks[i].alt);
    }
    return numbers;
}

static const char *number_text(const struct numbers *numbers, int at) {
    return at < numbers->count ? arena_text(numbers->arena, numbers->list[at]) : NULL;
}

// Takes those out of both that stand in both, each as often as it stands in both.
static void take_out_common(struct numbers *a, struct numbers *b) {
    int kept = 0;
    for (int i = 0; i < a->count; i++) {
        int found = 0;
        while (found < b->count && !phone_is_same(a->list[i], b->list[found])) {
            found++;
        }
        if (found == b->count) {
            a->list[kept++] = a->list[i];
        } else {
            b->count--;
            memmove(&b->list[found], &b->list[found + 1],
                    sizeof *b->list * (size_t)(b->count - found));
        }
    }
    a->count = kept;
}

void compare_numbers(const struct card *old, const struct card *now,
                     const struct compare_taker *taker, struct arena *arena) {
    struct numbers a = numbers_of(old, arena);
    struct numbers b = numbers_of(now, arena);
    if (a.count != b.count) {
        take_out_common(&a, &b);
    }
    for (int i = 0; i < a.count || i < b.count; i++) {
        bool is_pair = i < a.count && i < b.count;
        if (!is_pair || !phone_is_same(a.list[i], b.list[i])) {
            taker->take(taker->self, number_text(&a, i), number_text(&b, i));
        }
    }
}
