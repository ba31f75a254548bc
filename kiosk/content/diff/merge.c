// SPDX-License-Identifier: MIT
// A setting is a line of its own, so the stick's text is gone through line by line: its notes and
// its order stay.
#include "content/diff/merge.h"

#include "base/buffer.h"
#include "base/hash.h"
#include "base/ini.h"

#include <string.h>
#include <strings.h>

enum merge_side merge_judge(uint64_t base, uint64_t screen, uint64_t stick) {
    return screen == stick  ? MERGE_SAME
           : screen == base ? MERGE_STICK
           : stick == base  ? MERGE_SCREEN
                            : MERGE_BOTH;
}

bool merge_takes_stick(const struct merge_choice *choice, const char *id) {
    bool is_taken = choice->keeps_stick;
    for (int i = 0; i < choice->taken_count && !is_taken; i++) {
        is_taken = strcmp(choice->taken[i], id) == 0;
    }
    return is_taken;
}

struct pairs {
    struct ini_pair *list;
    int count;
    const char *section; // the last heading
};

static struct pairs read_pairs(struct str text, struct arena *arena) {
    struct pairs pairs = {0};
    struct findings unsaid = {.arena = arena}; // the text that comes of it is checked
    struct ini ini = {.text = text, .place.path = "", .findings = &unsaid};
    for (struct ini_pair pair; ini_next(&ini, &pair);) {
        *ARENA_ADD(arena, pairs.list, pairs.count) = pair;
    }
    pairs.section = ini.section ? ini.section : "";
    return pairs;
}

static const struct ini_pair *find(const struct pairs *pairs, const struct ini_pair *wanted) {
    for (int i = 0; i < pairs->count; i++) {
        const struct ini_pair *pair = &pairs->list[i];
        if (strcasecmp(pair->key, wanted->key) == 0 &&
            strcasecmp(pair->section, wanted->section) == 0) {
            return pair;
        }
    }
    return NULL;
}

static const char *value_in(const struct pairs *pairs, const struct ini_pair *wanted) {
    const struct ini_pair *pair = find(pairs, wanted);
    return pair ? pair->value : NULL;
}

static uint64_t state_of(const struct pairs *pairs, const struct ini_pair *wanted) {
    const char *value = value_in(pairs, wanted);
    return value ? hash_add(HASH_START, str_from(value)) : 0;
}

struct work {
    struct merge_settings *settings;
    struct arena *arena;
    struct pairs base, screen, stick;
    struct buffer text;
};

static bool is_screens(struct work *work, const struct ini_pair *pair) {
    struct merge_settings *settings = work->settings;
    enum merge_side side = merge_judge(state_of(&work->base, pair), state_of(&work->screen, pair),
                                       state_of(&work->stick, pair));
    if (side == MERGE_BOTH) {
        const char *id = arena_format(work->arena, "%s.%s", pair->section, pair->key);
        id = arena_lower(work->arena, str_from(id));
        *ARENA_ADD(work->arena, settings->items, settings->item_count) =
            (struct merge_item){id, settings->path, pair->key, value_in(&work->screen, pair),
                                value_in(&work->stick, pair)};
        return !merge_takes_stick(&settings->choice, id);
    }
    return side == MERGE_SCREEN;
}

static void put_pair(struct work *work, const struct ini_pair *pair) {
    buffer_format(&work->text, "%s = %s\n", pair->key, pair->value);
}

static void put_line(struct work *work, struct str line, const struct ini_pair *pair) {
    if (!pair || !is_screens(work, pair)) {
        buffer_put(&work->text, line);
        buffer_text(&work->text, "\n");
    } else if (find(&work->screen, pair)) {
        put_pair(work, find(&work->screen, pair));
    }
}

// Behind all others, below their headings again.
static void put_missing(struct work *work) {
    const struct pairs *stick = &work->stick;
    const char *section = stick->section;
    for (int i = 0; i < work->screen.count; i++) {
        const struct ini_pair *pair = &work->screen.list[i];
        if (find(stick, pair) || !is_screens(work, pair)) {
            continue;
        }
        if (strcasecmp(pair->section, section) != 0) {
            buffer_format(&work->text, "\n[%s]\n", pair->section);
        }
        section = pair->section;
        put_pair(work, pair);
    }
}

struct str merge_settings(struct merge_settings *settings, struct arena *arena) {
    struct work work = {
        settings,
        arena,
        read_pairs(settings->base, arena),
        read_pairs(settings->screen, arena),
        read_pairs(settings->stick, arena),
        {.arena = arena},
    };
    struct str rest = settings->stick;
    const struct ini_pair *pair = work.stick.list, *end = pair + work.stick.count;
    for (int line = 1; rest.size > 0; line++) {
        bool is_pair = pair < end && pair->line == line;
        put_line(&work, str_take_line(&rest), is_pair ? pair : NULL);
        pair += is_pair;
    }
    put_missing(&work);
    return buffer_str(&work.text);
}
