// SPDX-License-Identifier: MIT
// Any bytes as what the reader of a stick, in its sandbox, says to its parent. However they are cut
// they are taken or refused alike; what is taken is harmless to show and ends in a state that what
// was found bears out; and nothing lies beside the folder (in /dev/shm) that is filled.
#include "fuzz.h"

#include <stddef.h>
#include <stdlib.h>

#include "base/buffer.h"
#include "base/folder.h"
#include "store/stick/pack.h"

struct listener {
    struct import import;
    struct findings findings;
    struct pack pack;
    char dir[32];
    bool is_taken;
};

static void open_folder(struct listener *listener) {
    struct import *import = &listener->import;
    snprintf(listener->dir, sizeof listener->dir, "/dev/shm/dit-fuzz-XXXXXX");
    FUZZ_CHECK(mkdtemp(listener->dir));
    const struct disk_place place = {FILE_FROM_HERE, listener->dir};
    int outer;
    FUZZ_CHECK(disk_open_folder(&outer, place) == FILE_OK);
    FUZZ_CHECK(disk_make_open_folder(&import->folders[import->folder_count++],
                                     (struct disk_place){outer, "in"}) == FILE_OK);
    disk_close(outer);
}

static void close_folder(struct listener *listener) {
    struct import *import = &listener->import;
    const struct disk_place place = {FILE_FROM_HERE, listener->dir};
    const struct folder_source source = {FILE_FROM_HERE, listener->dir, 10};
    struct folder folder;
    while (import->folder_count > 0) {
        disk_close(import->folders[--import->folder_count]);
    }
    FUZZ_CHECK(folder_open(&folder, &source, listener->findings.arena) == FILE_OK);
    FUZZ_CHECK(folder.count == 1);
    folder_close(&folder);
    FUZZ_CHECK(disk_remove(place) == FILE_OK);
    arena_finish(&import->merge.bytes);
}

// `step` bytes at a time, each part a copy of its own, so that a read behind it is seen.
static struct listener *listen(struct str bytes, size_t step, struct arena *arena) {
    struct listener *listener = ARENA_NEW(arena, struct listener);
    listener->findings.arena = arena;
    listener->import.findings = &listener->findings;
    listener->import.state = IMPORT_LISTING;
    listener->pack.import = &listener->import;
    listener->is_taken = true;
    open_folder(listener);
    for (size_t at = 0; at < bytes.size && listener->is_taken; at += step) {
        size_t size = bytes.size - at < step ? bytes.size - at : step;
        char *part = arena_alloc(arena, size);
        memcpy(part, bytes.at + at, size);
        listener->is_taken = pack_take(&listener->pack, (struct str){part, size});
    }
    close_folder(listener);
    return listener;
}

static void check_state(const struct listener *listener) {
    const struct import *import = &listener->import;
    int errors = listener->findings.error_count;
    if (!listener->pack.is_over) {
        FUZZ_CHECK(import->state <= IMPORT_COPYING || import->state == IMPORT_FAILED);
        return;
    }
    FUZZ_CHECK(import->state == IMPORT_MERGING || import->state == IMPORT_REFUSED ||
               import->state == IMPORT_FAILED);
    FUZZ_CHECK(import->state != IMPORT_REFUSED || errors > 0);
    FUZZ_CHECK(import->state != IMPORT_FAILED || import->trouble[0]);
    fuzz_check_text(str_from(import->trouble ? import->trouble : ""));
}

// A hostile child need not speak in sentences.
static void check_said(const struct listener *listener) {
    const struct import *import = &listener->import;
    FUZZ_CHECK(import->done_count >= 0 && import->done_count <= import->file_count);
    FUZZ_CHECK(listener->findings.count <= FINDINGS_LIMIT);
    for (int i = 0; i < listener->findings.count; i++) {
        const struct finding *finding = &listener->findings.list[i];
        const char *const texts[] = {finding->path, finding->what, finding->todo};
        FUZZ_CHECK(finding->level == FINDING_WARNING || finding->level == FINDING_ERROR);
        FUZZ_CHECK(finding->code >= FINDING_SAID && finding->code < FINDING_CODE_COUNT);
        for (int k = 0; k < COUNT_OF(texts); k++) {
            FUZZ_CHECK(!strpbrk(texts[k], "\n\r\t"));
            fuzz_check_text(str_from(texts[k]));
        }
    }
}

static void check_same(const struct listener *a, const struct listener *b, struct arena *arena) {
    FUZZ_CHECK(a->is_taken == b->is_taken);
    if (!a->is_taken) {
        return;
    }
    FUZZ_CHECK(a->import.state == b->import.state && a->pack.is_over == b->pack.is_over);
    FUZZ_CHECK(a->findings.count == b->findings.count);
    FUZZ_CHECK(a->findings.error_count == b->findings.error_count);
    FUZZ_CHECK(a->import.done_count == b->import.done_count);
    for (int i = 0; i < a->findings.count; i++) {
        const char *said = finding_text(&a->findings.list[i], arena);
        FUZZ_CHECK(strcmp(said, finding_text(&b->findings.list[i], arena)) == 0);
    }
}

// A message is longer than what a fuzzer likes to write: after each kind and its numbers, five
// bytes of the input are the beginning of its texts.
static struct str spread(struct str bytes, struct arena *arena) {
    enum { TEXT_BYTES = 5 };
    struct buffer to = {.arena = arena};
    const size_t head = offsetof(struct pack_message, path);
    while (bytes.size > 0) {
        struct pack_message message = {.kind = 0};
        size_t size = bytes.size < head ? bytes.size : head;
        memcpy(&message, bytes.at, size);
        bytes = (struct str){bytes.at + size, bytes.size - size};
        size_t text_size = bytes.size < TEXT_BYTES ? bytes.size : TEXT_BYTES;
        memcpy(message.path, bytes.at, text_size);
        memcpy(message.what, bytes.at, text_size);
        bytes = (struct str){bytes.at + text_size, bytes.size - text_size};
        buffer_put(&to, (struct str){(const char *)&message, sizeof message});
    }
    return buffer_str(&to);
}

static void fuzz_bytes(struct str bytes, struct arena *arena) {
    const struct listener *whole = listen(bytes, bytes.size + 1, arena);
    if (whole->is_taken) {
        check_state(whole);
        check_said(whole);
    }
    check_same(whole, listen(bytes, 1, arena), arena);
    check_same(whole, listen(bytes, 7, arena), arena);
}

void fuzz_one(struct str bytes, struct arena *arena) {
    fuzz_bytes(bytes, arena);
    fuzz_bytes(spread(bytes, arena), arena);
}
