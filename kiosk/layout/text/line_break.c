// SPDX-License-Identifier: MIT
// Line breaks by libunibreak's tables. Its answers become our three.
#include "layout/text/line_break.h"

#include <linebreak.h>

enum { FIRST_MARK = 0x300 };

const uint8_t *line_break_find(const uint32_t *code_points, int count, struct arena *arena) {
    uint8_t *breaks = ARENA_ARRAY(arena, uint8_t, count + 1);
    for (int i = 0; i < count; i++) {
        if (code_points[i] >= FIRST_MARK) {
            // It builds an index over the tables: without it the same answers come, and only those
            // for the first letters of Unicode come fast.
            init_linebreak();
            break;
        }
    }
    set_linebreaks_utf32(code_points, (size_t)count, "", (char *)breaks);
    for (int i = 0; i < count; i++) {
        bool must = breaks[i] == LINEBREAK_MUSTBREAK || code_points[i] == '\n' || i + 1 == count;
        bool may = breaks[i] == LINEBREAK_ALLOWBREAK;
        breaks[i] = (uint8_t)(must ? BREAK_MUST : may ? BREAK_MAY : BREAK_NONE);
    }
    return breaks;
}
