// SPDX-License-Identifier: MIT
// A record on the disk is its key, a line "SUM PATH" for each file, an empty line, and kiosk.ini.
// It is written whole, so what is read is what was written.
#include "store/stick/record.h"

#include "base/buffer.h"
#include "base/hash.h"
#include "content/limits.h"
#include "content/name.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

enum { KEPT_COUNT = 50 };

static void add(struct record *record, const char *path, uint64_t sum) {
    struct arena *arena = record->arena;
    const char *slash = strrchr(path, '/');
    const char *name = slash ? slash + 1 : path;
    struct name card = name_read(name, arena);
    const char *id =
        slash ? arena_lower(arena, str_from(path)) : RECORD_SETTINGS; // or kiosk.ini.txt
    if (card.id) {
        id = arena_format(arena, "%.*s%s", (int)(name - path), id, card.id);
    }
    *ARENA_ADD(arena, record->files, record->count) =
        (struct record_file){path, id, card.order, sum};
}

void record_add(struct record *record, const struct tree_file *file, struct str plain) {
    add(record, file->path, hash_add(HASH_START, plain));
    if (file->folder == 0) {
        record->settings = str_from(arena_text(record->arena, plain));
    }
}

const struct record_file *record_find(const struct record *record, const char *id) {
    for (int i = 0; i < record->count; i++) {
        if (strcmp(record->files[i].id, id) == 0) {
            return &record->files[i];
        }
    }
    return NULL;
}

// Whatever the order of the files.
const char *record_key(const struct record *record) {
    uint64_t sum = 0;
    for (int i = 0; i < record->count; i++) {
        const struct record_file *file = &record->files[i];
        sum += hash_add_text(file->sum + (uint64_t)file->order, str_from(file->id));
    }
    return arena_format(record->arena, "%016" PRIx64, sum);
}

static const char *name_of(const struct record_place *place, int number, struct arena *arena) {
    return arena_format(arena, "%s-%d", place->series, number);
}

enum file_fault record_remove(const struct record_place *place) {
    struct arena arena = {0};
    const char *name = name_of(place, place->number, &arena);
    enum file_fault fault = disk_remove((struct disk_place){place->store, name});
    arena_finish(&arena);
    return fault;
}

enum file_fault record_store(const struct record *record, const struct record_place *place,
                             const char *key) {
    struct arena *arena = record->arena;
    struct buffer text = {.arena = arena};
    buffer_format(&text, "%s\n", key);
    for (int i = 0; i < record->count; i++) {
        buffer_format(&text, "%016" PRIx64 " %s\n", record->files[i].sum, record->files[i].path);
    }
    buffer_text(&text, "\n");
    buffer_put(&text, record->settings);
    const struct record_place oldest = {place->store, place->series, place->number - KEPT_COUNT};
    enum file_fault fault = record_remove(&oldest);
    const struct disk_place file = {place->store, name_of(place, place->number, arena)};
    return fault == FILE_OK ? disk_replace_file(file, buffer_str(&text)) : fault;
}

static void take(struct record *record, struct str text) {
    for (struct str line; (line = str_take_line(&text)).size > 0;) {
        const char *words = arena_text(record->arena, line);
        char *path;
        uint64_t sum = strtoull(words, &path, 16);
        add(record, path + (*path == ' '), sum);
    }
    record->settings = str_from(arena_text(record->arena, text));
}

enum file_fault record_load(struct record *record, const struct record_place *place,
                            const char *key) {
    struct arena arena = {0};
    struct str text = {NULL, 0};
    enum file_fault fault = FILE_MISSING;
    for (int i = 0; i < KEPT_COUNT && key[0] && fault == FILE_MISSING; i++) {
        const struct file_source source = {place->store, name_of(place, place->number - i, &arena),
                                           LIMIT_CONTENT_TEXT_BYTES};
        fault = file_load(&text, &source, &arena);
        if (fault == FILE_OK && !str_equals(str_take_line(&text), key)) {
            fault = FILE_MISSING;
        }
    }
    if (fault == FILE_OK) {
        take(record, text);
    }
    arena_finish(&arena);
    return fault;
}
