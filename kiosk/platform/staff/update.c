// SPDX-License-Identifier: MIT
// A child reads the stick, which may never answer, and says what it has; this process writes that
// down and does everything else, a step a turn. The pictures are decoded by children of their own
// (see decode.h), and the texts are read by whoever will show them: a check in a child would keep
// nothing out.
#include "platform/staff/update.h"

#include <unistd.h>

#include "base/disk.h"
#include "platform/system/clock.h"
#include "platform/system/sandbox.h"
#include "store/stick/reader.h"

enum {
    CPU_S = 240,
    PATIENCE_MS = 300 * 1000,
    MEMORY_BYTES = 64 * 1024 * 1024, // a picture at the limit, and all names
    END_MS = 2000,                   // between its last word and its end
};

static const char UNSAFE[] =
    "This machine cannot look at a stick safely, so it does not: see the installation.";
static const char CUT_OFF[] =
    "Reading the stick broke off. Nothing was changed. Try another stick.";
static const char TOO_LONG[] =
    "The stick takes too long to read. Nothing was changed. Try another stick.";

static bool say(void *self, struct str bytes) {
    (void)self;
    return disk_write(STDOUT_FILENO, bytes) == FILE_OK;
}

int update_in_child(const char *stick_dir) {
    const struct sandbox sandbox = {
        .readable = stick_dir, .cpu_s = CPU_S, .memory_bytes = MEMORY_BYTES};
    struct reader reader = {.stick_dir = stick_dir, .say = say};
    if (!sandbox_enter(&sandbox)) {
        return CHILD_UNSAFE;
    }
    while (reader_step(&reader)) {
    }
    return 0;
}

// What went wrong first is said.
static void fail(struct update *update, const char *trouble) {
    if (update->import.state != IMPORT_FAILED) {
        update->import.state = IMPORT_FAILED;
        update->import.trouble = trouble;
    }
    child_close(&update->child);
}

void update_open(struct update *update, const struct import_source *source, const char *stick_dir) {
    const char *const words[] = {UPDATE_CHILD, stick_dir, NULL};
    *update = (struct update){.started_ms = clock_ms()};
    child_close(&update->child);
    arena_reset(&source->slot->arena);
    update->findings.arena = &source->slot->arena;
    update->pack.import = &update->import;
    import_open(&update->import, source, &update->findings);
    if (update->import.state == IMPORT_LISTING &&
        !child_open(&update->child, words, str_from(""))) {
        fail(update, UNSAFE);
    }
}

static bool is_waiting(const struct update *update) {
    return update->child.pid > 0;
}

// The child has closed its end: what it said counts only if it ended as it should.
static void take_end(struct update *update) {
    if (child_wait(&update->child, END_MS) && update->pack.is_over) {
        child_close(&update->child);
    } else {
        fail(update, update->child.code == CHILD_UNSAFE ? UNSAFE : CUT_OFF);
    }
}

// Until a file is whole, which is on the disk then, and was made smaller before where it is a large
// picture: that takes long enough for one turn.
static void take_bytes(struct update *update) {
    char bytes[sizeof(struct pack_message)]; // with no more than one end of a file in them
    ssize_t size = 0;
    int before = update->import.done_count;
    while (update->import.done_count == before &&
           (size = child_read(&update->child, bytes, sizeof bytes)) > 0) {
        if (!pack_take(&update->pack, (struct str){bytes, (size_t)size})) {
            fail(update, CUT_OFF);
            return;
        }
    }
    if (size < 0) {
        take_end(update);
    }
}

bool update_step(struct update *update, uint64_t now_ms) {
    if (!is_waiting(update)) {
        return import_step(&update->import);
    }
    uint64_t began_ms = clock_ms();
    take_bytes(update);
    update->started_ms += clock_ms() - began_ms; // what we do ourselves is not the stick's fault
    if (is_waiting(update) && now_ms >= update_deadline_ms(update)) {
        fail(update, TOO_LONG);
    }
    return is_waiting(update) || update->import.state < IMPORT_READY;
}

uint64_t update_deadline_ms(const struct update *update) {
    bool is_over = !update->pack.import || update->import.state >= IMPORT_READY;
    return is_waiting(update) ? update->started_ms + PATIENCE_MS : is_over ? UINT64_MAX : 0;
}

int update_waker(const struct update *update) {
    return is_waiting(update) ? update->child.output : -1;
}

void update_close(struct update *update) {
    child_close(&update->child);
    if (update->pack.import) {
        import_close(&update->import);
    }
    *update = (struct update){.child = {.output = -1}};
}
