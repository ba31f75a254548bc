// SPDX-License-Identifier: MIT
// The longest common subsequence says what stayed, so that one that came or went moves nothing.
// What is left over in both rows was moved. Rows that differ little are matched from both ends
// first, and then there is nothing or little left to look at. The table of the rest is as large as
// both rows multiplied, so it compares ids.
#include "content/diff/align.h"

#include "base/ids.h"

enum { MOST_NUMBERS = 256 }; // in the middle of a row

struct rows {
    const struct numbers *old, *now;
    int head, old_end, now_end; // the middle of each, behind what both begin with
    bool *in_old, *in_now;      // the number there stands in both
    int *old_ids, *now_ids;     // of the middle, the first at 0
};

static bool is_same(const struct rows *rows, int old, int now) {
    return numbers_are_same(&rows->old->list[old], &rows->now->list[now]);
}

static void pair(struct rows *rows, int old, int now) {
    rows->in_old[old] = rows->in_now[now] = true;
}

static void pair_ends(struct rows *rows) {
    while (rows->head < rows->old_end && rows->head < rows->now_end &&
           is_same(rows, rows->head, rows->head)) {
        pair(rows, rows->head, rows->head);
        rows->head++;
    }
    while (rows->head < rows->old_end && rows->head < rows->now_end &&
           is_same(rows, rows->old_end - 1, rows->now_end - 1)) {
        pair(rows, --rows->old_end, --rows->now_end);
    }
}

static int *find_ids(struct ids *ids, const struct number *list, int count) {
    int *found = ARENA_ARRAY(ids->arena, int, count + 1);
    for (int i = 0; i < count; i++) {
        found[i] = ids_add(ids, list[i].dialled);
    }
    return found;
}

// The table says how long the longest is of what lies behind two places.
static void pair_common(struct rows *rows, struct arena *arena) {
    int width = rows->now_end - rows->head + 1;
    int height = rows->old_end - rows->head + 1;
    uint16_t *table = ARENA_ARRAY(arena, uint16_t, width * height);
    for (int i = height - 2; i >= 0; i--) {
        for (int k = width - 2; k >= 0; k--) {
            uint16_t *at = &table[i * width + k];
            uint16_t longer = at[1] > at[width] ? at[1] : at[width];
            bool is_common = rows->old_ids[i] == rows->now_ids[k];
            *at = is_common ? (uint16_t)(at[width + 1] + 1) : longer;
        }
    }
    for (int i = 0, k = 0; i < height - 1 && k < width - 1;) {
        const uint16_t *at = &table[i * width + k];
        if (rows->old_ids[i] == rows->now_ids[k]) {
            pair(rows, rows->head + i++, rows->head + k++);
        } else if (at[width] >= at[1]) {
            i++;
        } else {
            k++;
        }
    }
}

// What is left of one number is paired in its order: its next place in the new row is kept by id.
static void pair_moved(struct rows *rows, int id_count, struct arena *arena) {
    int height = rows->old_end - rows->head;
    int width = rows->now_end - rows->head;
    int *next = ARENA_ARRAY(arena, int, id_count + 1);
    for (int i = 0; i < height; i++) {
        int id = rows->old_ids[i];
        bool is_left = !rows->in_old[rows->head + i];
        while (is_left && next[id] < width) {
            int k = next[id]++;
            if (rows->now_ids[k] == id && !rows->in_now[rows->head + k]) {
                pair(rows, rows->head + i, rows->head + k);
                is_left = false;
            }
        }
    }
}

static void pair_middle(struct rows *rows, struct arena *arena) {
    struct ids ids = {.arena = arena};
    int head = rows->head;
    if (rows->old_end - head > MOST_NUMBERS || rows->now_end - head > MOST_NUMBERS) {
        return;
    }
    rows->old_ids = find_ids(&ids, rows->old->list + head, rows->old_end - head);
    rows->now_ids = find_ids(&ids, rows->now->list + head, rows->now_end - head);
    pair_common(rows, arena);
    pair_moved(rows, ids.count, arena);
}

static int list_paired(int *list, const bool *is_paired, int count) {
    int paired = 0;
    for (int i = 0; i < count; i++) {
        if (is_paired[i]) {
            list[paired++] = i;
        }
    }
    return paired;
}

struct alignment align_numbers(const struct numbers *old, const struct numbers *now,
                               struct arena *arena) {
    struct rows rows = {
        .old = old, .now = now, .head = 0, .old_end = old->count, .now_end = now->count};
    struct alignment alignment;
    rows.in_old = ARENA_ARRAY(arena, bool, old->count + 1);
    rows.in_now = ARENA_ARRAY(arena, bool, now->count + 1);
    pair_ends(&rows);
    pair_middle(&rows, arena);
    alignment.old = ARENA_ARRAY(arena, int, old->count + 1);
    alignment.now = ARENA_ARRAY(arena, int, now->count + 1);
    alignment.count = list_paired(alignment.old, rows.in_old, old->count);
    (void)list_paired(alignment.now, rows.in_now, now->count);
    return alignment;
}
