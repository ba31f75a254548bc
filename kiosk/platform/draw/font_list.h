// SPDX-License-Identifier: MIT
// Which font files there are, from assets/fonts/fonts.ini: a section for each family, in the order
// in which a letter is looked for, and a key for each weight with the name of a file beside it.
#pragma once

#include "base/arena.h"
#include "layout/text/fonts.h"

enum { FONT_FAMILY_LIMIT = 32 };

struct font_list {
    const char *paths[FONT_FAMILY_LIMIT][WEIGHT_COUNT]; // NULL: the family has no such weight
    int count;                                          // of families
    const char *section;                                // of the last one
};

// What is wrong with the list is one log line each; a list that cannot be read is empty. The texts
// live in `arena`.
void font_list_load(struct font_list *list, const char *assets_dir, struct arena *arena);

// Whether all tables of a font (OpenType, "Table directory") lie inside the file. FreeType opens
// one that was cut short and then draws nothing, which on the wall is an empty screen.
bool font_list_is_whole(struct str bytes);
