// SPDX-License-Identifier: MIT
// Lines are matched by their longest common subsequence, so that a line put in at the top is one
// change and not as many as there are lines.
#include "content/diff/card_diff.h"

#include "base/arena.h"
#include "base/hash.h"

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
