// SPDX-License-Identifier: MIT
// See font_list.h.
#include "platform/draw/font_list.h"

#include <assert.h>
#include <string.h>

#include "base/file.h"
#include "base/ini.h"
#include "platform/system/log.h"

enum { LIST_BYTES = 64 * 1024 };

static const char *const WEIGHT_KEYS[] = {"regular", "semibold", "bold"};
static_assert(COUNT_OF(WEIGHT_KEYS) == WEIGHT_COUNT, "a key for every weight");

static void take_pair(struct font_list *list, const struct ini_pair *pair, const char *assets_dir,
                      struct arena *arena) {
    int weight = 0;
    while (weight < WEIGHT_COUNT && strcmp(WEIGHT_KEYS[weight], pair->key) != 0) {
        weight++;
    }
    bool is_new = list->section != pair->section;
    if (weight == WEIGHT_COUNT || (is_new && list->count == FONT_FAMILY_LIMIT)) {
        log_line("fonts.ini:%d: \"%s\" is not understood and was left out.", pair->line, pair->key);
        return;
    }
    if (is_new) {
        list->section = pair->section;
        list->count++;
    }
    list->paths[list->count - 1][weight] =
        arena_format(arena, "%s/fonts/%s", assets_dir, pair->value);
}

void font_list_load(struct font_list *list, const char *assets_dir, struct arena *arena) {
    if (!assets_dir || !*assets_dir) {
        return;
    }
    struct str text;
    const char *path = arena_format(arena, "%s/fonts/fonts.ini", assets_dir);
    struct file_source source = {FILE_FROM_HERE, path, LIST_BYTES};
    if (file_load(&text, &source, arena) != FILE_OK) {
        log_line("%s cannot be read; the built-in font is used. Install the kiosk again.", path);
        return;
    }
    struct findings findings = {.arena = arena};
    struct ini ini = {.text = text, .place.path = path, .findings = &findings};
    for (struct ini_pair pair; ini_next(&ini, &pair);) {
        take_pair(list, &pair, assets_dir, arena);
    }
}

static uint32_t number_at(const char *at, int bytes) {
    uint32_t number = 0;
    for (int i = 0; i < bytes; i++) {
        number = number << 8 | (unsigned char)at[i];
    }
    return number;
}

bool font_list_is_whole(struct str bytes) {
    enum { HEAD = 12, ENTRY = 16 };
    size_t table_count = bytes.size < HEAD ? 0 : number_at(bytes.at + 4, 2);
    if (table_count == 0 || bytes.size < HEAD + table_count * ENTRY) {
        return false;
    }
    for (size_t i = 0; i < table_count; i++) {
        const char *entry = bytes.at + HEAD + i * ENTRY;
        uint64_t end = (uint64_t)number_at(entry + 8, 4) + number_at(entry + 12, 4);
        if (end > bytes.size) {
            return false;
        }
    }
    return true;
}
