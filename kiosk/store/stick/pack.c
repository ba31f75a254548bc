// SPDX-License-Identifier: MIT
// How high the numbers of each kind of message go stands in a table. Texts are ended where their
// room ends, and made harmless where they are kept.
#include "store/stick/pack.h"

#include <assert.h>
#include <string.h>

enum {
    COUNT_MOST = 100000000,
    SPARE_BYTES = 16 * 1024 * 1024, // of the disk, for everybody else
};

static const int most[][2] = {
    [PACK_COUNT] = {PACK_MESSAGE_LIMIT},
    [PACK_FOLDER] = {LIMIT_CONTENT_FOLDERS - 1},
    [PACK_FILE] = {LIMIT_CONTENT_FOLDERS - 1, LIMIT_PICTURE_BYTES},
    [PACK_COPIED_FROM] = {0},
    [PACK_FINDING] = {FINDING_ERROR, FINDING_CODE_COUNT - 1},
    [PACK_END] = {COUNT_MOST, COUNT_MOST},
};
static_assert(COUNT_OF(most) == PACK_KIND_COUNT, "a row for every kind");

static bool is_sound(const struct pack_message *said) {
    bool is_sound = said->kind >= 0 && said->kind < PACK_KIND_COUNT;
    for (int i = 0; is_sound && i < COUNT_OF(said->numbers); i++) {
        is_sound = said->numbers[i] >= 0 && said->numbers[i] <= most[said->kind][i];
    }
    return is_sound;
}

static void take_finding(struct import *import, const struct pack_message *said) {
    finding_add(import->findings, (struct finding){.level = (enum finding_level)said->numbers[0],
                                                   .path = said->path,
                                                   .what = said->what,
                                                   .todo = said->todo,
                                                   .code = (enum finding_code)said->numbers[1]});
}

// One part of a path, whatever the reader has become.
static bool is_name(const char *name) {
    return name[0] && !strchr(name, '/') && strcmp(name, ".") != 0 && strcmp(name, "..") != 0;
}

static bool take_count(struct import *import, int file_count) {
    if (import->state != IMPORT_LISTING) {
        return false;
    }
    import->state = IMPORT_COPYING;
    import->file_count = file_count;
    return true;
}

static bool take_folder(struct import *import, int parent, const char *name) {
    if (import->state != IMPORT_COPYING || parent >= import->folder_count ||
        import->folder_count == LIMIT_CONTENT_FOLDERS || !is_name(name)) {
        return false;
    }
    int *folder = &import->folders[import->folder_count];
    enum file_fault fault =
        disk_make_open_folder(folder, (struct disk_place){import->folders[parent], name});
    import->folder_count += fault == FILE_OK;
    return import_is_stored(import, fault);
}

static enum file_fault check_room(const struct import *import, size_t bytes) {
    uint64_t free_bytes = 0;
    enum file_fault fault = disk_free_bytes(&free_bytes, import->folders[0]);
    return fault == FILE_OK && free_bytes < bytes + SPARE_BYTES ? FILE_NO_SPACE : fault;
}

static bool take_file(struct pack *pack) {
    struct import *import = pack->import;
    const struct disk_place place = {import->folders[pack->message.numbers[0]], pack->message.path};
    struct str bytes = {pack->file, pack->file_size};
    pack->file = NULL;
    import->done_count++;
    import->copied_bytes += bytes.size;
    if (import->source.ports.reduced) {
        bytes = import->source.ports.reduced(bytes, &import->merge.bytes);
    }
    enum file_fault fault = check_room(import, bytes.size);
    if (fault == FILE_NO_SPACE) {
        fault = store_make_room(&import->store);
        fault = fault == FILE_OK ? check_room(import, bytes.size) : fault;
    }
    return import_is_stored(import, fault == FILE_OK ? disk_write_file(place, bytes) : fault);
}

// Its bytes are still to come, where it has any.
static bool begin_file(struct pack *pack) {
    struct import *import = pack->import;
    const struct pack_message *said = &pack->message;
    pack->file_size = (size_t)said->numbers[1];
    if (import->state != IMPORT_COPYING || import->done_count == import->file_count ||
        said->numbers[0] >= import->folder_count || !is_name(said->path) ||
        import->copied_bytes + pack->file_size > LIMIT_CONTENT_BYTES) {
        return false;
    }
    arena_reset(&import->merge.bytes);
    pack->file = arena_alloc(&import->merge.bytes, pack->file_size + 1);
    return pack->file_size > 0 || take_file(pack);
}

// Behind its name; what is none is as good as missing.
static void take_key(char key[RECORD_KEY_DIGITS + 1], const char *text, const char *name) {
    const char *at = strstr(text, name);
    at = at ? at + strlen(name) : "";
    if (strspn(at, "0123456789abcdef") == RECORD_KEY_DIGITS) {
        memcpy(key, at, RECORD_KEY_DIGITS);
    }
}

// What was found wrong counts before any trouble, which may come of it.
static bool take_end(struct import *import, const struct pack_message *said) {
    struct findings *findings = import->findings;
    bool is_copied = import->state == IMPORT_COPYING && import->done_count == import->file_count;
    if (import->state > IMPORT_COPYING || said->numbers[1] > said->numbers[0]) {
        return false;
    }
    findings->dropped_count += said->numbers[0];
    findings->error_count += said->numbers[1];
    import->trouble = said->what[0] ? finding_harmless(findings->arena, said->what) : NULL;
    import->state = import->trouble             ? IMPORT_FAILED
                    : findings->error_count > 0 ? IMPORT_REFUSED
                                                : IMPORT_MERGING;
    return is_copied || import->state != IMPORT_MERGING;
}

static bool take_message(struct pack *pack) {
    struct pack_message *said = &pack->message;
    said->path[sizeof said->path - 1] = '\0';
    said->what[sizeof said->what - 1] = said->todo[sizeof said->todo - 1] = '\0';
    if (pack->message_count++ == PACK_MESSAGE_LIMIT || !is_sound(said)) {
        return false;
    }
    switch ((enum pack_kind)said->kind) {
    case PACK_COUNT:
        return take_count(pack->import, said->numbers[0]);
    case PACK_FOLDER:
        return take_folder(pack->import, said->numbers[0], said->path);
    case PACK_FILE:
        return begin_file(pack);
    case PACK_COPIED_FROM:
        take_key(pack->import->merge.content, said->what, COPIED_FROM_CONTENT);
        take_key(pack->import->merge.copy, said->what, COPIED_FROM_COPY);
        return true;
    case PACK_FINDING:
        take_finding(pack->import, said);
        return true;
    default:
        pack->is_over = true;
        return take_end(pack->import, said);
    }
}

// Fills a message, or the file behind it; true when that is whole.
static bool fill(struct pack *pack, struct str *bytes) {
    char *to = pack->file ? pack->file : (char *)&pack->message;
    size_t whole = pack->file ? pack->file_size : sizeof pack->message;
    size_t missing = whole - pack->size;
    size_t size = missing < bytes->size ? missing : bytes->size;
    memcpy(to + pack->size, bytes->at, size);
    *bytes = str_skip(*bytes, size);
    pack->size = size < missing ? pack->size + size : 0;
    return size == missing;
}

bool pack_take(struct pack *pack, struct str bytes) {
    while (bytes.size > 0 && !pack->is_over) {
        bool is_file = pack->file != NULL;
        if (fill(pack, &bytes) && !(is_file ? take_file(pack) : take_message(pack))) {
            return false;
        }
    }
    return bytes.size == 0;
}
