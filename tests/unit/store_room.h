// SPDX-License-Identifier: MIT
// A store in a folder of its own, with generations that say who they are by the file `words`.
#ifndef DIT_STORE_ROOM_H
#define DIT_STORE_ROOM_H

#include "content_folder.h"

#include "base/folder.h"
#include "store/store.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

struct room {
    struct content_folder folder;
    char dir[80];
    struct arena arena;
    struct store store;
};

static int setup(void **state) {
    struct room *room = calloc(1, sizeof *room);
    room->folder = content_make();
    snprintf(room->dir, sizeof room->dir, "%s/store", room->folder.path);
    *state = room;
    return store_make(room->dir) != DISK_OK;
}

static int teardown(void **state) {
    struct room *room = *state;
    content_remove(&room->folder);
    arena_finish(&room->arena);
    free(room);
    return 0;
}

static void open_it(struct room *room) {
    assert_int_equal(store_open(&room->store, room->dir, &room->arena), DISK_OK);
}

static void compositor(struct room *room, const char *words) {
    open_it(room);
    assert_int_equal(store_prune(&room->store), DISK_OK);
    assert_int_equal(disk_make_folder(store_staging(&room->store)), DISK_OK);
    content_put_text(&room->folder, "store/staging/words", words);
}

static void commit(struct room *room, const char *words) {
    compositor(room, words);
    assert_int_equal(store_commit(&room->store), DISK_OK);
    assert_false(room->store.is_unconfirmed);
    store_close(&room->store);
}

// What stands behind a pointer, read as any other program would; "" where it leads nowhere.
static const char *words_behind(struct room *room, const char *pointer) {
    struct str bytes = {"", 0};
    const char *path = arena_format(&room->arena, "%s/%s/words", room->dir, pointer);
    const struct file_source source = {FILE_FROM_HERE, path, 1000};
    return file_load(&bytes, &source, &room->arena) == FILE_OK ? bytes.at : "";
}

#endif
