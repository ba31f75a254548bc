// SPDX-License-Identifier: MIT
// Each kind of message is a row of a table: how many bytes it has, and how high its numbers go.
// Texts are ended where their room ends, and made harmless where they are kept.
#include "store/stick/pack.h"

#include "base/buffer.h"
#include "content/limits.h"

#include <assert.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

enum { COUNT_MOST = 100000000, HEAD_BYTES = sizeof(int) };

static const struct {
    size_t bytes;
    int most[4]; // from 0
} kinds[] = {
    [PACK_PROGRESS] = {offsetof(struct pack_message, path), {COUNT_MOST, COUNT_MOST}},
    [PACK_UNREAD] = {offsetof(struct pack_message, what), {0}},
    [PACK_UNDRAWABLE] = {offsetof(struct pack_message, what), {0}},
    [PACK_REDRAWN] = {offsetof(struct pack_message, what), {0}},
    [PACK_FINDING] = {sizeof(struct pack_message), {FINDING_ERROR, FINDING_CODE_COUNT - 1}},
    [PACK_END] = {sizeof(struct pack_message), {IMPORT_FAILED, 1, COUNT_MOST, COUNT_MOST}},
};
static_assert(COUNT_OF(kinds) == PACK_KIND_COUNT, "a row for every kind");

size_t pack_bytes(int kind) {
    return kind >= 0 && kind < PACK_KIND_COUNT ? kinds[kind].bytes : 0;
}

static void put(struct buffer *to, const struct pack_message *message) {
    buffer_put(to, message, pack_bytes(message->kind));
}

struct str pack_progress(const struct import *import, struct arena *arena) {
    struct buffer to = {.arena = arena};
    put(&to, &(struct pack_message){.kind = PACK_PROGRESS,
                                    .numbers = {import->done_count, import->file_count}});
    return buffer_str(&to);
}

static void put_names(struct buffer *to, enum pack_kind kind, const struct import_names *names) {
    for (int i = 0; i < names->count; i++) {
        struct pack_message message = {.kind = (int)kind};
        snprintf(message.path, sizeof message.path, "%s", names->list[i]);
        put(to, &message);
    }
}

struct str pack_result(const struct import *import, struct arena *arena) {
    struct buffer to = {.arena = arena};
    const struct findings *findings = import->findings;
    int unlisted_errors = findings->error_count;
    put_names(&to, PACK_UNREAD, &import->unread);
    put_names(&to, PACK_UNDRAWABLE, &import->undrawable);
    put_names(&to, PACK_REDRAWN, &import->redrawn);
    for (int i = 0; i < findings->count; i++) {
        const struct finding *finding = &findings->list[i];
        struct pack_message message = {.kind = PACK_FINDING,
                                       .numbers = {(int)finding->level, (int)finding->code}};
        snprintf(message.path, sizeof message.path, "%s", finding->path);
        snprintf(message.what, sizeof message.what, "%s", finding->what);
        snprintf(message.todo, sizeof message.todo, "%s", finding->todo);
        put(&to, &message);
        unlisted_errors -= finding->level == FINDING_ERROR;
    }
    struct pack_message end = {
        .kind = PACK_END,
        .numbers = {(int)import->state, import->is_same, findings->dropped_count, unlisted_errors}};
    snprintf(end.what, sizeof end.what, "%s", import->trouble ? import->trouble : "");
    put(&to, &end);
    return buffer_str(&to);
}

static bool take_name(struct import *import, const struct pack_message *said) {
    struct import_names *names = said->kind == PACK_UNREAD    ? &import->unread
                                 : said->kind == PACK_REDRAWN ? &import->redrawn
                                                              : &import->undrawable;
    if (names->count == LIMIT_FOLDER_ENTRIES) {
        return false;
    }
    import_add_name(import, names, finding_harmless(import->findings->arena, said->path));
    return true;
}

// An end that what was found before it does not bear out is none. The child goes as far as the
// check, which is the parent's.
static bool take_end(struct import *import, const struct pack_message *said) {
    struct findings *findings = import->findings;
    int state = said->numbers[0], errors = findings->error_count + said->numbers[3];
    bool is_end = state == IMPORT_CHECKING || (state == IMPORT_REFUSED && errors > 0) ||
                  (state == IMPORT_FAILED && said->what[0]);
    if (!is_end || said->numbers[3] > said->numbers[2]) {
        return false;
    }
    findings->dropped_count += said->numbers[2];
    findings->error_count = errors;
    import->is_same = said->numbers[1] == 1;
    import->state = (enum import_state)state;
    import->trouble = finding_harmless(findings->arena, said->what);
    return true;
}

static bool take_message(struct import *import, const struct pack_message *said) {
    const int *numbers = said->numbers;
    for (int i = 0; i < COUNT_OF(said->numbers); i++) {
        if (numbers[i] < 0 || numbers[i] > kinds[said->kind].most[i]) {
            return false;
        }
    }
    switch ((enum pack_kind)said->kind) {
    case PACK_PROGRESS:
        import->done_count = numbers[0];
        import->file_count = numbers[1];
        return numbers[0] <= numbers[1];
    case PACK_FINDING:
        finding_add(import->findings, (struct finding){.level = (enum finding_level)numbers[0],
                                                       .path = said->path,
                                                       .what = said->what,
                                                       .todo = said->todo,
                                                       .code = (enum finding_code)numbers[1]});
        return true;
    case PACK_END:
        return take_end(import, said);
    default:
        return take_name(import, said);
    }
}

bool pack_take(struct pack *pack, struct str bytes) {
    struct pack_message *said = &pack->message;
    while (bytes.size > 0) {
        size_t wanted = pack->size < HEAD_BYTES ? HEAD_BYTES : pack_bytes(said->kind);
        if (wanted == 0 || pack->is_over || pack->message_count == PACK_MESSAGE_LIMIT) {
            return false;
        }
        size_t missing = wanted - pack->size;
        size_t size = missing < bytes.size ? missing : bytes.size;
        memcpy((char *)said + pack->size, bytes.at, size);
        pack->size += size;
        bytes = (struct str){bytes.at + size, bytes.size - size};
        if (pack->size < wanted || wanted == HEAD_BYTES) {
            continue;
        }
        said->path[sizeof said->path - 1] = '\0';
        said->what[sizeof said->what - 1] = said->todo[sizeof said->todo - 1] = '\0';
        pack->size = 0;
        pack->message_count++;
        pack->is_over = said->kind == PACK_END;
        if (!take_message(pack->import, said)) {
            return false;
        }
    }
    return true;
}
