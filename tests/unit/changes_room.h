// SPDX-License-Identifier: MIT
// Two good content folders, each of them to be spoilt a little, and what is told of the difference.
#ifndef DIT_CHANGES_ROOM_H
#define DIT_CHANGES_ROOM_H

#include "content_folder.h"

#include "content/diff/changes.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

struct room {
    struct content_folder old, now;
    struct arena arena;
    struct deck before, after;
    struct changes changes;
};

static inline int room_setup(void **state) {
    struct room *room = calloc(1, sizeof *room);
    assert_non_null(room);
    room->old = content_make();
    room->now = content_make();
    *state = room;
    return 0;
}

static inline int room_teardown(void **state) {
    struct room *room = *state;
    content_remove(&room->old);
    content_remove(&room->now);
    arena_finish(&room->arena);
    free(room);
    return 0;
}

static inline void load(struct room *room, const struct content_folder *folder, struct deck *deck) {
    struct findings findings = {.arena = &room->arena};
    const struct deck_source source = {folder->path, DIT_SOURCE_DIR "/assets", NULL};
    assert_true(deck_load(deck, &source, &findings));
    assert_int_equal(findings.error_count, 0);
}

static inline void compare(struct room *room) {
    load(room, &room->old, &room->before);
    load(room, &room->now, &room->after);
    room->changes = (struct changes){.arena = &room->arena};
    changes_find(&room->changes, &room->before, &room->after);
}

#endif
