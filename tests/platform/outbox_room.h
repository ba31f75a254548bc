// SPDX-License-Identifier: MIT
// A room for tests of the outbox: a stick, a store and, where there is an appliance, an outbox, all
// of them folders of the test's own. Included by one test program at a time, so its functions are
// static.
#ifndef DIT_POST_ROOM_H
#define DIT_POST_ROOM_H

// clang-format off
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
// clang-format on
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/folder.h"
#include "platform/staff/outbox.h"
#include "platform/system/clock.h"
#include "store/stick/receipt.h"

#define CONTENT DIT_SOURCE_DIR "/config"

struct room {
    char path[64], stick[80], store[80], outbox_folder[80], absent[80];
    struct arena arena;
    struct log log;
    struct outbox outbox;
};

static inline const char *path_in(struct room *room, const char *name) {
    return arena_format(&room->arena, "%s/%s", room->path, name);
}

static inline void put(struct room *room, const char *name, const char *text) {
    const struct disk_place place = {FILE_FROM_HERE, path_in(room, name)};
    assert_int_equal(disk_remove(place), DISK_OK);
    assert_int_equal(disk_write_file(place, str_from(text)), DISK_OK);
}

static inline void make_folder(struct room *room, const char *name) {
    assert_int_equal(disk_make_folder((struct disk_place){FILE_FROM_HERE, path_in(room, name)}),
                     DISK_OK);
}

static inline const char *text_of(struct room *room, const char *name) {
    struct str bytes = {"", 0};
    const struct file_source source = {FILE_FROM_HERE, path_in(room, name), 100000};
    return file_load(&bytes, &source, &room->arena) == FILE_OK ? bytes.at : "";
}

static inline bool is_there(struct room *room, const char *name) {
    return access(path_in(room, name), F_OK) == 0;
}

static inline int setup(void **state) {
    struct room *room = calloc(1, sizeof *room);
    assert_non_null(room);
    strcpy(room->path, P_tmpdir "/dit-post-XXXXXX");
    assert_non_null(mkdtemp(room->path));
    snprintf(room->stick, sizeof room->stick, "%s/stick", room->path);
    snprintf(room->store, sizeof room->store, "%s/store", room->path);
    snprintf(room->outbox_folder, sizeof room->outbox_folder, "%s/outbox", room->path);
    snprintf(room->absent, sizeof room->absent, "%s/absent", room->path);
    make_folder(room, "stick");
    make_folder(room, "store");
    outbox_init(&room->outbox, NULL, &room->log);
    *state = room;
    return 0;
}

static inline int teardown(void **state) {
    struct room *room = *state;
    outbox_close(&room->outbox);
    assert_int_equal(disk_remove((struct disk_place){FILE_FROM_HERE, room->path}), DISK_OK);
    arena_finish(&room->arena);
    free(room);
    return 0;
}

// From now on there is an appliance around the kiosk, on which it cannot write the stick itself.
static inline void become_appliance(struct room *room) {
    make_folder(room, "outbox");
    outbox_init(&room->outbox, room->outbox_folder, &room->log);
}

static inline struct outbox_order order_of(struct room *room) {
    bool is_helped = room->outbox.shared_dir != NULL;
    return (struct outbox_order){.stick_dir = is_helped ? room->absent : room->stick,
                                 .store_dir = room->store,
                                 .receipt = str_from("Receipt.\r\n"),
                                 .counts = str_from("period,what,opened\r\n")};
}

static inline enum outbox_state wait_for_end(struct room *room) {
    uint64_t end_ms = clock_ms() + 60000;
    while (!outbox_step(&room->outbox, clock_ms())) {
        assert_true(clock_ms() < end_ms);
        assert_true(outbox_deadline_ms(&room->outbox) > clock_ms());
        struct pollfd waker = {.fd = outbox_waker(&room->outbox), .events = POLLIN};
        assert_true(waker.fd >= 0);
        poll(&waker, 1, 1000);
    }
    assert_int_equal(outbox_waker(&room->outbox), -1);
    assert_int_equal(outbox_deadline_ms(&room->outbox), UINT64_MAX);
    return room->outbox.state;
}

static inline enum outbox_state send(struct room *room, const struct outbox_order *order) {
    outbox_send(&room->outbox, order, clock_ms());
    return room->outbox.state == OUTBOX_BUSY ? wait_for_end(room) : room->outbox.state;
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

#endif
