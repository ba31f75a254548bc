// SPDX-License-Identifier: MIT
// Which font files there are, from assets/fonts/fonts.ini: a section for each family, in the order
// in which a letter is looked for, and a key for each weight with the name of a file beside it.
#ifndef DIT_FONT_LIST_H
#define DIT_FONT_LIST_H

#include "base/arena.h"
#include "layout/text/fonts.h"

enum { FONT_FAMILY_LIMIT = 32 };

struct font_family {
    const char *name;
    const char *paths[WEIGHT_COUNT]; // NULL: the family has no such weight
};

struct font_list {
    struct font_family families[FONT_FAMILY_LIMIT];
    int count;
};

// What is wrong with the list is one log line each; a list that cannot be read is empty. The texts
// live in `arena`.
void font_list_load(struct font_list *list, const char *assets_dir, struct arena *arena);

// The weight that a family with these files draws `weight` with, or -1 when it has none. `is_bad`
// marks files that were tried in vain.
int font_list_nearest(const struct font_family *family, enum weight weight, const bool *is_bad);

// Whether all tables of a font (OpenType, "Table directory") lie inside the file. FreeType opens
// one that was cut short and then draws nothing, which on the wall is an empty screen.
bool font_list_is_whole(struct str bytes);

#endif
