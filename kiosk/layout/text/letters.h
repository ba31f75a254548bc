// SPDX-License-Identifier: MIT
// A text letter by letter: what is drawn of it, and for each letter its face, script, direction and
// whether a line may end behind it. What belongs to one cluster (a letter and all that hangs on it)
// has one answer to all of these, so that no run ever parts a mark from its base.
#pragma once

#include "base/arena.h"
#include "content/card/block.h"
#include "layout/text/fonts.h"

// Where a line may end (UAX #14), by libunibreak; scripts without spaces (Thai, Khmer, Lao) get no
// breaks from it.
enum line_break { BREAK_MUST, BREAK_MAY, BREAK_NONE };

struct letter {
    uint32_t code_point;
    uint32_t script;
    int first_byte, byte_count; // in the drawn text; 0 bytes for what only steers
    uint8_t family, weight, level;
    uint8_t line_break; // enum line_break: what may happen behind it
    bool is_space, is_number, starts_cluster;
};

struct letters {
    struct str text; // what is drawn, with '\n' for hard breaks: no controls, no direction marks
    struct letter *list;
    int count;
};

struct shape_style {
    const struct stretch *stretches; // cover the whole text; NULL: no emphasis
    enum weight weight;              // of text without emphasis
    bool is_right_to_left;
};

// All but their levels and faces, which bidi_set_levels and font_fallback_set choose.
struct letters letters_build(struct str text, const struct shape_style *style, struct arena *arena);
