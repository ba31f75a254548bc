// SPDX-License-Identifier: MIT
// A text letter by letter: what is drawn of it, and for each letter its face, script, direction and
// whether a line may end behind it.
#ifndef DIT_LETTER_H
#define DIT_LETTER_H

#include "base/base.h"

struct letter {
    uint32_t code_point;
    uint32_t script;
    int first_byte, byte_count; // in the drawn text; 0 bytes for what only steers
    uint8_t family, weight, level, line_break;
    bool is_space, is_number, starts_cluster;
};

struct letters {
    struct str text; // what is drawn, with '\n' for hard breaks: no controls, no direction marks
    struct letter *list;
    int count;
};

#endif
