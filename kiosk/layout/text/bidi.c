// SPDX-License-Identifier: MIT
// Embedding levels by FriBidi. Around every isolated stretch LRI and PDI are put in before the
// computation and taken out after it: FriBidi by itself shows "0203 228 1350" in an Arabic sentence
// as "1350 228 0203", which is another telephone number.
#include "layout/text/bidi.h"

#include <fribidi.h>

#include "content/phone/numbers.h"

enum { LRI = 0x2066, PDI = 0x2069, LINE_SEPARATOR = 0x2028, ZERO_WIDTH_SPACE = 0x200B };

static bool is_plain(struct letters letters) {
    for (int i = 0; i < letters.count; i++) {
        FriBidiCharType type = fribidi_get_bidi_type(letters.list[i].code_point);
        if (FRIBIDI_IS_RTL(type) || FRIBIDI_IS_ARABIC(type)) {
            return false;
        }
    }
    return true;
}

// A hard break does not end the paragraph, so it goes in as the separator of lines. Inside a number
// the digits of Arabic would turn its groups round, and a mark steers nothing.
static FriBidiChar told(const struct letter *letter) {
    uint32_t c = letter->code_point;
    int digit = letter->is_number ? numbers_digit(c) : -1;
    bool is_mark = letter->is_number && letter->byte_count == 0;
    return digit >= 0  ? '0' + (uint32_t)digit
           : is_mark   ? ZERO_WIDTH_SPACE
           : c == '\n' ? LINE_SEPARATOR
                       : c;
}

struct isolated {
    FriBidiChar *code_points;
    FriBidiStrIndex count;
};

static struct isolated wrap_isolates(struct letters letters, struct arena *arena) {
    struct isolated out = {ARENA_ARRAY(arena, FriBidiChar, 3 * letters.count + 1), 0};
    for (int i = 0; i < letters.count; i++) {
        const struct letter *letter = &letters.list[i];
        if (letter->is_number && (i == 0 || !letter[-1].is_number)) {
            out.code_points[out.count++] = LRI;
        }
        out.code_points[out.count++] = told(letter);
        if (letter->is_number && (i + 1 == letters.count || !letter[1].is_number)) {
            out.code_points[out.count++] = PDI;
        }
    }
    return out;
}

void bidi_set_levels(struct letters letters, bool is_right_to_left, struct arena *arena) {
    if (!is_right_to_left && is_plain(letters)) {
        return;
    }
    struct isolated in = wrap_isolates(letters, arena);
    FriBidiCharType *types = ARENA_ARRAY(arena, FriBidiCharType, in.count + 1);
    FriBidiBracketType *brackets = ARENA_ARRAY(arena, FriBidiBracketType, in.count + 1);
    FriBidiLevel *found = ARENA_ARRAY(arena, FriBidiLevel, in.count + 1);
    fribidi_get_bidi_types(in.code_points, in.count, types);
    fribidi_get_bracket_types(in.code_points, in.count, types, brackets);
    FriBidiParType base = is_right_to_left ? FRIBIDI_PAR_RTL : FRIBIDI_PAR_LTR;
    FriBidiLevel most =
        fribidi_get_par_embedding_levels_ex(types, brackets, in.count, &base, found);
    struct letter *letter = letters.list;
    for (int i = 0; i < in.count; i++) {
        if (in.code_points[i] != LRI && in.code_points[i] != PDI) {
            // 0 is FriBidi's own failure; every letter then runs with its paragraph.
            uint8_t level = most == 0 ? is_right_to_left : (uint8_t)found[i];
            letter->level = letter->starts_cluster ? level : letter[-1].level;
            letter++;
        }
    }
}
