// SPDX-License-Identifier: MIT
// How high the numbers of each kind of message go stands in a table. Texts are ended where their
// room ends, and made harmless where they are kept.
#include "store/stick/pack.h"

#include "base/buffer.h"
#include "content/limits.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>

enum { COUNT_MOST = 100000000 };

static const int most[][4] = {
    [PACK_PROGRESS] = {COUNT_MOST, COUNT_MOST},
    [PACK_UNDRAWABLE] = {0},
    [PACK_REDRAWN] = {0},
    [PACK_FINDING] = {FINDING_ERROR, FINDING_CODE_COUNT - 1},
    [PACK_END] = {IMPORT_FAILED, 1, COUNT_MOST, COUNT_MOST},
};
static_assert(COUNT_OF(most) == PACK_KIND_COUNT, "a row for every kind");

struct pack_message pack_progress(const struct import *import) {
    return (struct pack_message){.kind = PACK_PROGRESS,
                                 .numbers = {import->done_count, import->file_count}};
}

static void put_names(struct buffer *to, enum pack_kind kind, const struct import_names *names) {
    for (int i = 0; i < names->count; i++) {
        struct pack_message message = {.kind = (int)kind};
        snprintf(message.path, sizeof message.path, "%s", names->list[i]);
        buffer_put(to, &message, sizeof message);
    }
}

static void put_finding(struct buffer *to, const struct finding *finding) {
    struct pack_message message = {.kind = PACK_FINDING,
                                   .numbers = {(int)finding->level, (int)finding->code}};
    snprintf(message.path, sizeof message.path, "%s", finding->path);
    snprintf(message.what, sizeof message.what, "%s", finding->what);
    snprintf(message.todo, sizeof message.todo, "%s", finding->todo);
    buffer_put(to, &message, sizeof message);
}

struct str pack_result(const struct import *import, struct arena *arena) {
    struct buffer to = {.arena = arena};
    const struct findings *findings = import->findings;
    struct pack_message end = {.kind = PACK_END,
                               .numbers = {(int)import->state, import->is_same,
                                           findings->dropped_count, findings->error_count}};
    put_names(&to, PACK_UNDRAWABLE, &import->undrawable);
    put_names(&to, PACK_REDRAWN, &import->redrawn);
    for (int i = 0; i < findings->count; i++) {
        put_finding(&to, &findings->list[i]);
        end.numbers[3] -= findings->list[i].level == FINDING_ERROR;
    }
    snprintf(end.what, sizeof end.what, "%s", import->trouble ? import->trouble : "");
    buffer_put(&to, &end, sizeof end);
    return buffer_str(&to);
}

static bool take_name(struct import *import, struct import_names *names, const char *name) {
    if (names->count == LIMIT_FOLDER_ENTRIES) {
        return false;
    }
    import_add_name(import, names, finding_harmless(import->findings->arena, name));
    return true;
}

// An end that what was found before it does not bear out is none. The child goes as far as the
// check, which is the parent's.
static bool take_end(struct import *import, const struct pack_message *said) {
    struct findings *findings = import->findings;
    int state = said->numbers[0];
    findings->dropped_count += said->numbers[2];
    findings->error_count += said->numbers[3];
    import->is_same = said->numbers[1] == 1;
    import->state = (enum import_state)state;
    import->trouble = finding_harmless(findings->arena, said->what);
    bool is_borne_out = state == IMPORT_CHECKING || (state == IMPORT_FAILED && said->what[0]) ||
                        (state == IMPORT_REFUSED && findings->error_count > 0);
    return is_borne_out && said->numbers[3] <= said->numbers[2];
}

static bool take_message(struct import *import, const struct pack_message *said) {
    const int *numbers = said->numbers;
    bool is_sound = said->kind >= 0 && said->kind < PACK_KIND_COUNT;
    for (int i = 0; is_sound && i < COUNT_OF(said->numbers); i++) {
        is_sound = numbers[i] >= 0 && numbers[i] <= most[said->kind][i];
    }
    if (!is_sound) {
        return false;
    }
    switch ((enum pack_kind)said->kind) {
    case PACK_PROGRESS:
        import->done_count = numbers[0];
        import->file_count = numbers[1];
        return numbers[0] <= numbers[1];
    case PACK_UNDRAWABLE:
        return take_name(import, &import->undrawable, said->path);
    case PACK_REDRAWN:
        return take_name(import, &import->redrawn, said->path);
    case PACK_FINDING:
        finding_add(import->findings, (struct finding){.level = (enum finding_level)numbers[0],
                                                       .path = said->path,
                                                       .what = said->what,
                                                       .todo = said->todo,
                                                       .code = (enum finding_code)numbers[1]});
        return true;
    default:
        return take_end(import, said);
    }
}

bool pack_take(struct pack *pack, struct str bytes) {
    struct pack_message *said = &pack->message;
    while (bytes.size > 0) {
        size_t missing = sizeof *said - pack->size;
        size_t size = missing < bytes.size ? missing : bytes.size;
        if (pack->is_over || pack->message_count == PACK_MESSAGE_LIMIT) {
            return false;
        }
        memcpy((char *)said + pack->size, bytes.at, size);
        pack->size = size < missing ? pack->size + size : 0;
        bytes = (struct str){bytes.at + size, bytes.size - size};
        if (pack->size > 0) {
            break;
        }
        said->path[sizeof said->path - 1] = '\0';
        said->what[sizeof said->what - 1] = said->todo[sizeof said->todo - 1] = '\0';
        pack->message_count++;
        pack->is_over = said->kind == PACK_END;
        if (!take_message(pack->import, said)) {
            return false;
        }
    }
    return true;
}
