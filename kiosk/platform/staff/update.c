// SPDX-License-Identifier: MIT
// The import begins here with what only the store's owner may do, goes on in the child, which has a
// copy of the very same struct, and comes back as bytes that say what became of it. The last step,
// the texts, is this process's own: it would have to read them anyway to show them, so a check in
// the child would keep nothing out.
#include "platform/staff/update.h"

#include <errno.h>
#include <unistd.h>

#include "platform/system/clock.h"

enum {
    CPU_S = 240,
    PATIENCE_MS = 300 * 1000,
    MEMORY_BYTES = 448 * 1024 * 1024, // one photograph at the limit, decoded
    END_MS = 2000,                    // between its last word and its end
};

static const char UNSAFE[] =
    "This machine cannot look at a stick safely, so it does not: see the installation.";
static const char CUT_OFF[] =
    "The check of the stick broke off. Nothing was changed. Try another stick, and take out "
    "pictures that were added last.";
static const char TOO_LONG[] =
    "The stick takes too long to read. Nothing was changed. Try another stick.";

static bool send(int output, const void *bytes, size_t size) {
    for (size_t done = 0; done < size;) {
        const char *rest = (const char *)bytes + done;
        ssize_t written = TEMP_FAILURE_RETRY(write(output, rest, size - done));
        if (written <= 0) {
            return false;
        }
        done += (size_t)written;
    }
    return true;
}

static bool advance(struct import *import, enum import_state end, int output) {
    bool is_heard = true;
    while (is_heard && import->state < end) {
        import_step(import);
        const struct pack_message progress = pack_progress(import);
        is_heard = send(output, &progress, sizeof progress);
    }
    return is_heard;
}

// Everything that was written is on the disk before the first picture is decoded.
static bool walk(void *self, int output) {
    struct update *update = self;
    struct import *import = &update->import;
    picture_book_decode_here(update->pictures);
    if (!advance(import, IMPORT_DECODING, output) || !sandbox_narrow() ||
        !advance(import, IMPORT_CHECKING, output)) {
        return false;
    }
    struct str result = pack_result(import, import->findings->arena);
    return send(output, result.at, result.size);
}

static void fail(struct update *update, const char *trouble) {
    update->import.state = IMPORT_FAILED;
    update->import.trouble = trouble;
    child_close(&update->child);
}

static void start_child(struct update *update) {
    const struct import *import = &update->import;
    const struct child_job job = {
        .run = walk,
        .self = update,
        .sandbox = {.readable = {import->source->stick_dir, import->shown_path},
                    .writable = import->store.staging},
        .cpu_s = CPU_S,
        .memory_bytes = MEMORY_BYTES,
    };
    if (!child_open(&update->child, &job)) {
        fail(update, UNSAFE);
    }
}

void update_open(struct update *update, const struct import_source *source,
                 struct picture_book *pictures) {
    *update = (struct update){.source = *source, .pictures = pictures, .started_ms = clock_ms()};
    child_close(&update->child);
    arena_reset(&source->slot->arena);
    update->findings.arena = &source->slot->arena;
    update->pack.import = &update->import;
    import_open(&update->import, &update->source, &update->findings);
    if (update->import.state == IMPORT_LISTING) {
        start_child(update);
    }
}

static bool is_waiting(const struct update *update) {
    return update->child.pid > 0;
}

// The child has closed its end: what it said counts only if it ended as it should.
static void take_end(struct update *update) {
    bool is_good = child_wait(&update->child, END_MS) && update->pack.is_over;
    if (is_good) {
        child_close(&update->child);
    } else {
        fail(update, update->child.is_unsafe ? UNSAFE : CUT_OFF);
    }
}

static void take_bytes(struct update *update) {
    char bytes[4096];
    ssize_t size = 0;
    while ((size = child_read(&update->child, bytes, sizeof bytes)) > 0) {
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
    if (is_waiting(update)) {
        take_bytes(update);
    }
    if (is_waiting(update) && now_ms >= update_deadline_ms(update)) {
        fail(update, TOO_LONG);
    }
    if (!is_waiting(update)) {
        import_step(&update->import); // the texts, unless it has come to an end
    }
    return is_waiting(update);
}

uint64_t update_deadline_ms(const struct update *update) {
    return is_waiting(update) ? update->started_ms + PATIENCE_MS : UINT64_MAX;
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
