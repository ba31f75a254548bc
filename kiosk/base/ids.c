// SPDX-License-Identifier: MIT
// A hash table with open addressing: a slot holds the number of a text and one more, and is looked
// for from where the hash of the text says, one by one. Half of the slots stay empty.
#include "base/ids.h"

#include <string.h>

#include "base/hash.h"

enum { SLOTS_LEAST = 64 };

static bool is_same(struct str a, struct str b) {
    return a.size == b.size && (a.size == 0 || memcmp(a.at, b.at, a.size) == 0);
}

// Where the number of a text stands, or is to stand.
static int *find_slot(const struct ids *ids, struct str text) {
    uint64_t most = (uint64_t)ids->slot_count - 1; // a power of two less one
    uint64_t hash = hash_add(HASH_START, text);
    uint64_t at = (hash ^ hash >> 32) & most;
    while (ids->slots[at] > 0 && !is_same(ids->texts[ids->slots[at] - 1], text)) {
        at = (at + 1) & most;
    }
    return &ids->slots[at];
}

static void widen(struct ids *ids) {
    ids->slot_count = ids->slot_count > 0 ? ids->slot_count * 2 : SLOTS_LEAST;
    ids->slots = ARENA_ARRAY(ids->arena, int, ids->slot_count);
    for (int i = 0; i < ids->count; i++) {
        *find_slot(ids, ids->texts[i]) = i + 1;
    }
}

int ids_add(struct ids *ids, struct str text) {
    if (ids->count * 2 >= ids->slot_count) {
        widen(ids);
    }
    int *slot = find_slot(ids, text);
    if (*slot == 0) {
        ids->texts = arena_grow(ids->arena, ids->texts, ids->count, sizeof *ids->texts);
        ids->texts[ids->count++] = (struct str){arena_text(ids->arena, text), text.size};
        *slot = ids->count;
    }
    return *slot - 1;
}
