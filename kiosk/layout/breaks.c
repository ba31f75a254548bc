// SPDX-License-Identifier: MIT
// Line breaks by libunibreak's tables. Its four answers become our three.
#include "layout/breaks.h"

#include <linebreak.h>

const char *breaks_find(struct str text, struct arena *arena) {
    char *breaks = arena_alloc(arena, text.size + 1);
    set_linebreaks_utf8((const utf8_t *)text.at, text.size, "", breaks);
    for (size_t i = 0; i < text.size; i++) {
        char found = breaks[i];
        breaks[i] = (char)(found == LINEBREAK_MUSTBREAK    ? BREAK_MUST
                           : found == LINEBREAK_ALLOWBREAK ? BREAK_MAY
                                                           : BREAK_NONE);
    }
    if (text.size > 0) {
        breaks[text.size - 1] = BREAK_MUST;
    }
    return breaks;
}
