// SPDX-License-Identifier: MIT
// See font_list.h.
#include "platform/draw/font_list.h"

#include <assert.h>
#include <string.h>

#include "base/file.h"
#include "base/ini.h"
#include "platform/system/log.h"

enum { LIST_BYTES = 64 * 1024 };

static const char *const WEIGHT_KEYS[] = {"regular", "semibold", "bold", "italic"};
static_assert(COUNT_OF(WEIGHT_KEYS) == WEIGHT_COUNT, "a key for every weight");

// A missing weight is drawn with the one that differs least to the eye.
static const enum weight NEAREST[][WEIGHT_COUNT] = {
    [WEIGHT_REGULAR] = {WEIGHT_REGULAR, WEIGHT_SEMIBOLD, WEIGHT_BOLD, WEIGHT_ITALIC},
    [WEIGHT_SEMIBOLD] = {WEIGHT_SEMIBOLD, WEIGHT_BOLD, WEIGHT_REGULAR, WEIGHT_ITALIC},
    [WEIGHT_BOLD] = {WEIGHT_BOLD, WEIGHT_SEMIBOLD, WEIGHT_REGULAR, WEIGHT_ITALIC},
    [WEIGHT_ITALIC] = {WEIGHT_ITALIC, WEIGHT_REGULAR, WEIGHT_SEMIBOLD, WEIGHT_BOLD},
};
static_assert(COUNT_OF(NEAREST) == WEIGHT_COUNT, "a row for every weight");

struct font_list_loader {
    struct font_list *list;
    const char *assets_dir;
    struct arena *arena;
};

static struct font_family *family_find(const struct font_list_loader *loader, const char *name) {
    struct font_list *list = loader->list;
    for (int i = 0; i < list->count; i++) {
        if (strcmp(list->families[i].name, name) == 0) {
            return &list->families[i];
        }
    }
    if (list->count == FONT_FAMILY_LIMIT) {
        return NULL;
    }
    list->families[list->count].name = arena_text(loader->arena, str_from(name));
    return &list->families[list->count++];
}

static int weight_find(const char *key) {
    for (int i = 0; i < WEIGHT_COUNT; i++) {
        if (strcmp(WEIGHT_KEYS[i], key) == 0) {
            return i;
        }
    }
    return -1;
}

static void take_pair(void *self, const struct ini_pair *pair) {
    const struct font_list_loader *loader = self;
    int weight = weight_find(pair->key);
    struct font_family *family = weight < 0 ? NULL : family_find(loader, pair->section);
    if (!family || strchr(pair->value, '/')) {
        log_line("fonts.ini:%d: \"%s\" is not understood and was left out.", pair->line, pair->key);
        return;
    }
    family->paths[weight] =
        arena_format(loader->arena, "%s/fonts/%s", loader->assets_dir, pair->value);
}

void font_list_load(struct font_list *list, const char *assets_dir, struct arena *arena) {
    *list = (struct font_list){0};
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
    struct font_list_loader loader = {list, assets_dir, arena};
    struct ini_taker taker = {&loader, take_pair, NULL};
    struct findings findings = {.arena = arena};
    ini_load(text, path, &taker, &findings);
    for (int i = 0; i < findings.count; i++) {
        log_line("%s", finding_text(&findings.list[i], arena));
    }
}

int font_list_nearest(const struct font_family *family, enum weight weight, const bool *is_bad) {
    for (int i = 0; i < WEIGHT_COUNT; i++) {
        int nearest = NEAREST[weight][i];
        if (family->paths[nearest] && !is_bad[nearest]) {
            return nearest;
        }
    }
    return -1;
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
    if (bytes.size < HEAD) {
        return false;
    }
    uint32_t table_count = number_at(bytes.at + 4, 2);
    if (bytes.size < HEAD + (size_t)table_count * ENTRY) {
        return false;
    }
    for (uint32_t i = 0; i < table_count; i++) {
        const char *entry = bytes.at + HEAD + (size_t)i * ENTRY;
        uint64_t end = (uint64_t)number_at(entry + 8, 4) + number_at(entry + 12, 4);
        if (end > bytes.size) {
            return false;
        }
    }
    return table_count > 0;
}
