// SPDX-License-Identifier: MIT
// Lines are matched by their longest common subsequence, so that a line put in at the top is one
// change and not as many as there are lines.
#include "content/diff/card_diff.h"

#include "base/hash.h"

enum { TABLE_LIMIT = 1024 * 1024 };

// The typed lines of a card, and of each a hash of all that makes it what it is.
struct card_lines {
    struct arena *arena;
    struct card_line {
        struct str words;
        uint64_t hash;
    } * list;
    int count;
};

// Every letter with its emphasis, since bold may begin on one line and end on the next.
static void add_lines(struct card_lines *lines, struct card_text text, uint64_t start) {
    const struct stretch *stretch = text.block ? text.block->stretches : NULL;
    size_t left = stretch ? stretch->size : SIZE_MAX;
    struct card_line line = {{text.words.at, 0}, start};
    for (size_t i = 0; i <= text.words.size; i++) {
        bool is_end = i == text.words.size || text.words.at[i] == '\n';
        for (; left == 0 && i < text.words.size; left = stretch->size) {
            stretch++;
        }
        if (is_end) {
            *ARENA_ADD(lines->arena, lines->list, lines->count) = line;
            line = (struct card_line){{text.words.at + i + 1, 0}, start};
        } else {
            const char letter[] = {text.words.at[i], stretch ? (char)stretch->emphasis : 0};
            line.hash = hash_add(line.hash, (struct str){letter, sizeof letter});
            line.words.size++;
        }
        left--;
    }
}

// NULL has none.
static struct card_lines lines_of(const struct card *card, struct arena *arena) {
    struct card_lines lines = {.arena = arena};
    for (int i = 0; card && i < card_text_count(card); i++) {
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

static bool is_same(const struct card_lines *a, int i, const struct card_lines *b, int k) {
    return i < a->count && k < b->count && a->list[i].hash == b->list[k].hash;
}

// For each place in both, the length of the longest common subsequence from there on. NULL: there
// are more lines than anybody could look at side by side.
static const int *find_common(const struct card_lines *a, const struct card_lines *b) {
    int width = b->count + 1;
    if ((int64_t)a->count * b->count > TABLE_LIMIT) {
        return NULL;
    }
    int *table = ARENA_ARRAY(a->arena, int, (a->count + 1) * width);
    for (int i = a->count - 1; i >= 0; i--) {
        for (int k = b->count - 1; k >= 0; k--) {
            int *at = &table[i * width + k];
            *at = is_same(a, i, b, k) ? at[width + 1] + 1 : int_max(at[width], at[1]);
        }
    }
    return table;
}

// What is left between two lines that stayed is paired by its place.
static void add_between(struct card_pairs *pairs, struct card_lines a, struct card_lines b) {
    for (int i = 0; i < a.count || i < b.count; i++) {
        struct card_pair pair = {.old = i < a.count ? a.list[i].words : (struct str){NULL, 0},
                                 .now = i < b.count ? b.list[i].words : (struct str){NULL, 0}};
        *ARENA_ADD(a.arena, pairs->list, pairs->count) = pair;
        pairs->changed_count++;
    }
}

static struct card_lines part(const struct card_lines *lines, int from, int to) {
    const struct card_lines none = {.arena = lines->arena};
    return lines->list ? (struct card_lines){lines->arena, lines->list + from, to - from} : none;
}

void card_diff_pair_lines(struct card_pairs *pairs, const struct card *old, const struct card *now,
                          struct arena *arena) {
    struct card_lines a = lines_of(old, arena), b = lines_of(now, arena);
    const int *common = find_common(&a, &b);
    int width = b.count + 1;
    *pairs = (struct card_pairs){0};
    for (int i = 0, k = 0; i < a.count || k < b.count;) {
        int from_i = i, from_k = k;
        while (!is_same(&a, i, &b, k) && (i < a.count || k < b.count)) {
            int here = i * width + k;
            bool is_old = k == b.count ||
                          (i < a.count && (!common || common[here + width] >= common[here + 1]));
            i += is_old;
            k += !is_old;
        }
        add_between(pairs, part(&a, from_i, i), part(&b, from_k, k));
        for (; is_same(&a, i, &b, k); i++, k++) {
            *ARENA_ADD(arena, pairs->list, pairs->count) =
                (struct card_pair){a.list[i].words, b.list[k].words, true};
        }
    }
}

int card_diff_lines(const struct card *old, const struct card *now) {
    struct arena arena = {0};
    struct card_pairs pairs;
    card_diff_pair_lines(&pairs, old, now, &arena);
    arena_finish(&arena);
    return pairs.changed_count;
}
