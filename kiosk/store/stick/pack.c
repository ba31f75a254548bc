// SPDX-License-Identifier: MIT
// Writing puts numbers and texts behind each other; reading is a walk over one whole record that
// can only ever run out of bytes. Each kind of record is a row of a table.
#include "store/stick/pack.h"

#include "base/buffer.h"
#include "base/utf8.h"
#include "content/limits.h"

#include <assert.h>
#include <string.h>

enum { HEAD_BYTES = 5, COUNT_LIMIT = 100000000 };
enum { PATH_BYTES = 512 }; // "images/" and the longest name that a disk has

static void set_number(void *at, uint32_t number) {
    unsigned char *bytes = at;
    for (int i = 0; i < 4; i++) {
        bytes[i] = (unsigned char)(number >> (8 * i));
    }
}

static void put_number(struct buffer *writer, int number) {
    unsigned char bytes[4];
    set_number(bytes, (uint32_t)number);
    buffer_put(writer, bytes, sizeof bytes);
}

// Longer texts are cut between two letters: each has its share of a record.
static void put_text(struct buffer *writer, const char *text) {
    enum { TEXT_BYTES = PACK_RECORD_BYTES / 4 };
    size_t size = text ? strlen(text) : 0;
    if (size > TEXT_BYTES) {
        size = TEXT_BYTES;
        while (size > 0 && ((unsigned char)text[size] & 0xC0) == 0x80) {
            size--;
        }
    }
    buffer_put(writer, text ? text : "", size);
    buffer_put(writer, "", 1);
}

static size_t begin(struct buffer *writer, enum pack_kind kind) {
    size_t start = writer->size;
    unsigned char head[HEAD_BYTES] = {(unsigned char)kind};
    buffer_put(writer, head, sizeof head);
    return start;
}

static void end(struct buffer *writer, size_t start) {
    set_number(writer->at + start + 1, (uint32_t)(writer->size - start - HEAD_BYTES));
}

struct str pack_progress(const struct import *import, struct arena *arena) {
    struct buffer writer = {.arena = arena};
    size_t start = begin(&writer, PACK_PROGRESS);
    put_number(&writer, import->done_count);
    put_number(&writer, import->file_count);
    end(&writer, start);
    return buffer_str(&writer);
}

static void put_finding(struct buffer *writer, const struct finding *finding) {
    size_t start = begin(writer, PACK_FINDING);
    put_number(writer, (int)finding->level);
    put_number(writer, finding->line);
    put_text(writer, finding->path);
    put_text(writer, finding->what);
    put_text(writer, finding->todo);
    end(writer, start);
}

static void put_end(struct buffer *writer, const struct import *import) {
    const struct findings *findings = import->findings;
    int listed_errors = 0;
    for (int i = 0; i < findings->count; i++) {
        listed_errors += findings->list[i].level == FINDING_ERROR;
    }
    size_t start = begin(writer, PACK_END);
    put_number(writer, (int)import->state);
    put_number(writer, findings->dropped_count);
    put_number(writer, findings->error_count - listed_errors);
    put_text(writer, import->trouble);
    end(writer, start);
}

struct str pack_result(const struct import *import, struct arena *arena) {
    struct buffer writer = {.arena = arena};
    for (int i = 0; i < import->findings->count; i++) {
        put_finding(&writer, &import->findings->list[i]);
    }
    for (int i = 0; i < import->redrawn.count; i++) {
        size_t start = begin(&writer, PACK_REDRAWN);
        put_text(&writer, import->redrawn.paths[i]);
        end(&writer, start);
    }
    put_end(&writer, import);
    return buffer_str(&writer);
}

struct pack_reader {
    const uint8_t *at, *end;
    bool is_good;
};

static uint32_t number_at(const uint8_t *bytes) {
    return (uint32_t)bytes[0] | (uint32_t)bytes[1] << 8 | (uint32_t)bytes[2] << 16 |
           (uint32_t)bytes[3] << 24;
}

// From 0 to `most`; anything else spoils the record.
static int take_number(struct pack_reader *reader, int most) {
    if (reader->end - reader->at < 4) {
        reader->is_good = false;
        return 0;
    }
    uint32_t number = number_at(reader->at);
    reader->at += 4;
    reader->is_good = reader->is_good && number <= (uint32_t)most;
    return reader->is_good ? (int)number : 0;
}

static const char *take_text(struct pack_reader *reader) {
    const char *text = (const char *)reader->at;
    const uint8_t *stop = memchr(reader->at, '\0', (size_t)(reader->end - reader->at));
    if (!stop || !utf8_is_valid((struct str){text, (size_t)(stop - reader->at)})) {
        reader->is_good = false;
        return "";
    }
    reader->at = stop + 1;
    return text;
}

static void take_progress(struct pack *pack, struct pack_reader *reader) {
    int done = take_number(reader, COUNT_LIMIT);
    int total = take_number(reader, COUNT_LIMIT);
    reader->is_good = reader->is_good && done <= total;
    if (reader->is_good) {
        pack->import->done_count = done;
        pack->import->file_count = total;
    }
}

static void take_finding(struct pack *pack, struct pack_reader *reader) {
    struct finding finding = {0};
    finding.level = (enum finding_level)take_number(reader, FINDING_ERROR);
    finding.line = take_number(reader, COUNT_LIMIT);
    finding.path = take_text(reader);
    finding.what = take_text(reader);
    finding.todo = take_text(reader);
    if (reader->is_good) {
        finding_add(pack->import->findings, finding);
    }
}

static void take_redrawn(struct pack *pack, struct pack_reader *reader) {
    struct import_redrawn *redrawn = &pack->import->redrawn;
    struct arena *arena = pack->import->findings->arena;
    const char *path = take_text(reader);
    bool is_one_more = redrawn->count < LIMIT_FOLDER_ENTRIES && strlen(path) < PATH_BYTES;
    reader->is_good = reader->is_good && is_one_more;
    if (reader->is_good) {
        redrawn->paths = arena_grow(arena, redrawn->paths, redrawn->count, sizeof *redrawn->paths);
        redrawn->paths[redrawn->count++] = finding_harmless(arena, path);
    }
}

// An end that what was found before it does not bear out is none.
static bool is_borne_out(enum import_state state, const struct findings *findings,
                         const char *trouble) {
    switch (state) {
    case IMPORT_READY:
    case IMPORT_UNCHANGED:
        return findings->error_count == 0;
    case IMPORT_REFUSED:
        return findings->error_count > 0;
    case IMPORT_FAILED:
        return trouble[0] != '\0';
    default:
        return false;
    }
}

static void take_end(struct pack *pack, struct pack_reader *reader) {
    struct findings *findings = pack->import->findings;
    enum import_state state = (enum import_state)take_number(reader, IMPORT_STATE_COUNT);
    int unlisted = take_number(reader, COUNT_LIMIT);
    int unlisted_errors = take_number(reader, unlisted);
    const char *trouble = take_text(reader);
    findings->dropped_count += unlisted;
    findings->error_count += unlisted_errors;
    reader->is_good = reader->is_good && is_borne_out(state, findings, trouble);
    if (reader->is_good) {
        pack->import->state = state;
        pack->import->trouble = finding_harmless(findings->arena, trouble);
        pack->is_over = true;
    }
}

static bool take_record(struct pack *pack) {
    static void (*const takers[])(struct pack *, struct pack_reader *) = {
        [PACK_PROGRESS] = take_progress,
        [PACK_FINDING] = take_finding,
        [PACK_REDRAWN] = take_redrawn,
        [PACK_END] = take_end,
    };
    static_assert(COUNT_OF(takers) == PACK_KIND_COUNT, "a reader for every kind");
    struct pack_reader reader = {pack->record + HEAD_BYTES, pack->record + pack->size, true};
    takers[pack->record[0]](pack, &reader);
    pack->size = 0;
    pack->record_count++;
    return reader.is_good && reader.at == reader.end;
}

// How many bytes the record has that is begun; 0: it is none.
static size_t wanted_bytes(const struct pack *pack) {
    if (pack->size < HEAD_BYTES) {
        return HEAD_BYTES;
    }
    uint32_t size = number_at(pack->record + 1);
    bool is_known = pack->record[0] < PACK_KIND_COUNT;
    return is_known && size <= PACK_RECORD_BYTES - HEAD_BYTES ? HEAD_BYTES + size : 0;
}

bool pack_take(struct pack *pack, struct str bytes) {
    while (bytes.size > 0) {
        size_t wanted = wanted_bytes(pack);
        if (wanted == 0 || pack->is_over || pack->record_count == PACK_RECORD_LIMIT) {
            return false;
        }
        size_t missing = wanted - pack->size;
        size_t size = missing < bytes.size ? missing : bytes.size;
        memcpy(pack->record + pack->size, bytes.at, size);
        pack->size += size;
        bytes.at += size;
        bytes.size -= size;
        bool is_whole = pack->size >= HEAD_BYTES && pack->size == wanted_bytes(pack);
        if (is_whole && !take_record(pack)) {
            return false;
        }
    }
    return true;
}
