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

// A script (UAX #24) is ISO 15924's four letters in one number, so that two of them compare at
// once.
enum { SCRIPT_COMMON = 0, SCRIPT_LATIN = 0x4C61746E };

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

// All but their faces, which shape_build chooses.
struct letters letters_build(struct str text, const struct shape_style *style, struct arena *arena);

// SCRIPT_COMMON for digits, spaces, punctuation and marks, which take their neighbour's script.
uint32_t letters_find_script(uint32_t code_point);

// Whether nothing may come between the two: UAX #29, as far as one code point on either side tells,
// and without emoji, which no font on board has.
bool letters_are_joined(uint32_t before, uint32_t code_point);

// Sets which way each letter runs (UAX #9): odd levels run right to left. The letters are one
// paragraph, '\n' is a line break in it, and they have no embeddings, overrides and isolates of
// their own: whoever brings them could nest them so deep that ours are ignored (UAX #9, BD2), and a
// number would turn round.
void letters_set_levels(struct letters letters, bool is_right_to_left, struct arena *arena);
