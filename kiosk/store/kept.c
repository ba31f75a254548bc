// SPDX-License-Identifier: MIT
// See kept.h. A mark is read loosely, and then has to be the very line that writing it again gives.
#include "store/kept.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { LINE_BYTES = 400, NUMBER_DIGITS = 9 };

int kept_number(const char *name, const char *prefix) {
    size_t size = strlen(prefix);
    if (strncmp(name, prefix, size) != 0 || name[size] == '0') {
        return 0;
    }
    size_t digits = strspn(name + size, "0123456789");
    bool is_number = digits <= NUMBER_DIGITS && name[size + digits] == '\0';
    return is_number ? (int)strtol(name + size, NULL, 10) : 0;
}

enum file_fault kept_load(char *line, size_t room_bytes, struct disk_place place) {
    struct arena arena = {0};
    struct str bytes;
    const struct file_source source = {place.folder, place.name, room_bytes};
    enum file_fault fault = file_load(&bytes, &source, &arena);
    if (fault == FILE_OK && strcspn(bytes.at, "\n") + 1 != bytes.size) {
        fault = FILE_FAILED;
    }
    if (fault == FILE_OK) {
        snprintf(line, room_bytes, "%s", bytes.at);
        line[bytes.size - 1] = '\0';
    }
    arena_finish(&arena);
    return fault;
}

enum file_fault kept_store(struct disk_place place, const char *line) {
    char bytes[LINE_BYTES];
    int size = snprintf(bytes, sizeof bytes, "%s\n", line);
    bool has_room = size < (int)sizeof bytes;
    enum file_fault fault = has_room ? disk_replace_file(place, str_from(bytes)) : FILE_TOO_BIG;
    explicit_bzero(bytes, sizeof bytes);
    return fault;
}

static void format(char line[LINE_BYTES], const struct kept_mark *mark) {
    snprintf(line, LINE_BYTES, "%" PRIu64 " %" PRIu64 " %s", mark->numbers[0], mark->numbers[1],
             mark->boot);
}

enum file_fault kept_load_mark(struct kept_mark *mark, struct disk_place place) {
    char line[LINE_BYTES], again[LINE_BYTES];
    char *end;
    struct kept_mark read = {.boot = ""};
    enum file_fault fault = kept_load(line, sizeof line, place);
    if (fault != FILE_OK) {
        return fault;
    }
    read.numbers[0] = strtoull(line, &end, 10);
    read.numbers[1] = strtoull(end, &end, 10);
    snprintf(read.boot, sizeof read.boot, "%s", *end ? end + 1 : "");
    format(again, &read);
    if (strcmp(again, line) != 0) {
        return FILE_FAILED;
    }
    *mark = read;
    return FILE_OK;
}

enum file_fault kept_store_mark(struct disk_place place, const struct kept_mark *mark) {
    char line[LINE_BYTES];
    format(line, mark);
    return kept_store(place, line);
}
