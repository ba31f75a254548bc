// SPDX-License-Identifier: MIT
// Embedding levels by FriBidi. Around every isolated stretch LRI and PDI are put in before the
// computation and taken out after it: FriBidi by itself shows "0203 228 1350" in an Arabic sentence
// as "1350 228 0203", which is another telephone number.
#include "layout/text/bidi.h"

#include <fribidi.h>

enum { LRI = 0x2066, PDI = 0x2069, LINE_SEPARATOR = 0x2028 };

bool bidi_is_plain(const struct bidi_text *text) {
    for (int i = 0; i < text->count; i++) {
        FriBidiCharType type = fribidi_get_bidi_type(text->code_points[i]);
        if (FRIBIDI_IS_RTL(type) || FRIBIDI_IS_ARABIC(type)) {
            return false;
        }
    }
    return true;
}

struct isolated {
    FriBidiChar *code_points;
    FriBidiStrIndex count;
};

// A hard break does not end the paragraph, so it goes in as the separator of lines.
static struct isolated wrap_isolates(const struct bidi_text *text, struct arena *arena) {
    struct isolated out = {ARENA_ARRAY(arena, FriBidiChar, 3 * text->count + 1), 0};
    for (int i = 0; i < text->count; i++) {
        uint32_t c = text->code_points[i];
        bool is_in = text->is_isolated[i];
        if (is_in && (i == 0 || !text->is_isolated[i - 1])) {
            out.code_points[out.count++] = LRI;
        }
        out.code_points[out.count++] = c == '\n' ? LINE_SEPARATOR : c;
        if (is_in && (i + 1 == text->count || !text->is_isolated[i + 1])) {
            out.code_points[out.count++] = PDI;
        }
    }
    return out;
}

const uint8_t *bidi_levels(const struct bidi_text *text, bool is_right_to_left,
                           struct arena *arena) {
    uint8_t *levels = ARENA_ARRAY(arena, uint8_t, text->count + 1);
    struct isolated in = wrap_isolates(text, arena);
    FriBidiCharType *types = ARENA_ARRAY(arena, FriBidiCharType, in.count + 1);
    FriBidiBracketType *brackets = ARENA_ARRAY(arena, FriBidiBracketType, in.count + 1);
    FriBidiLevel *found = ARENA_ARRAY(arena, FriBidiLevel, in.count + 1);
    fribidi_get_bidi_types(in.code_points, in.count, types);
    fribidi_get_bracket_types(in.code_points, in.count, types, brackets);
    FriBidiParType base = is_right_to_left ? FRIBIDI_PAR_RTL : FRIBIDI_PAR_LTR;
    FriBidiLevel most =
        fribidi_get_par_embedding_levels_ex(types, brackets, in.count, &base, found);
    for (int i = 0, count = 0; i < in.count; i++) {
        if (in.code_points[i] != LRI && in.code_points[i] != PDI) {
            // 0 is FriBidi's own failure; every letter then runs with its paragraph.
            levels[count++] = most == 0 ? is_right_to_left : (uint8_t)found[i];
        }
    }
    return levels;
}
