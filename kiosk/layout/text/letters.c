// SPDX-License-Identifier: MIT
// One pass after the other over the letters, each filling one field. Controls that turn or embed
// text are dropped before anything else, so nothing that a card says can turn a telephone number
// round; left-to-right and right-to-left marks are obeyed, and not drawn.
#include "layout/text/letters.h"

#include "base/utf8.h"
#include "content/phone/numbers.h"
#include "content/phone/phone_find.h"

#include <fribidi.h>
#include <hb.h>
#include <linebreak.h>
#include <string.h>

enum {
    FIRST_MARK = 0x300,
    NON_JOINER = 0x200C,
    JOINER = 0x200D,
    LRI = 0x2066,
    PDI = 0x2069,
    LINE_SEPARATOR = 0x2028,
    ZERO_WIDTH_SPACE = 0x200B,
    VIRAMA_CLASS = 9,   // canonical combining class of the signs that bind Indic consonants
    GAP_SPACES = 4,     // between two columns
    CLUSTER_LIMIT = 32, // letters: what hangs on one base in any language (UAX #15, D5: 30 marks)
};

uint32_t letters_find_script(uint32_t code_point) {
    if (code_point < 0x80) {
        return char_is_letter((char)code_point) ? SCRIPT_LATIN : SCRIPT_COMMON;
    }
    hb_script_t script = hb_unicode_script(hb_unicode_funcs_get_default(), code_point);
    bool is_shared = script == HB_SCRIPT_COMMON || script == HB_SCRIPT_INHERITED ||
                     script == HB_SCRIPT_UNKNOWN || script == HB_SCRIPT_INVALID;
    return is_shared ? SCRIPT_COMMON : (uint32_t)hb_script_to_iso15924_tag(script);
}

static hb_unicode_general_category_t category_of(uint32_t code_point) {
    return hb_unicode_general_category(hb_unicode_funcs_get_default(), code_point);
}

// Marks, joiners and variation selectors: never parted from the letter before.
static bool is_mark(uint32_t code_point) {
    if (code_point < FIRST_MARK) {
        return false;
    }
    hb_unicode_general_category_t category = category_of(code_point);
    return code_point == NON_JOINER || code_point == JOINER ||
           category == HB_UNICODE_GENERAL_CATEGORY_NON_SPACING_MARK ||
           category == HB_UNICODE_GENERAL_CATEGORY_SPACING_MARK ||
           category == HB_UNICODE_GENERAL_CATEGORY_ENCLOSING_MARK;
}

bool letters_are_joined(uint32_t before, uint32_t code_point) {
    if (before == JOINER || is_mark(code_point)) {
        return true;
    }
    bool is_bound = before >= FIRST_MARK &&
                    hb_unicode_combining_class(hb_unicode_funcs_get_default(), before) ==
                        (hb_unicode_combining_class_t)VIRAMA_CLASS;
    return is_bound && category_of(code_point) == HB_UNICODE_GENERAL_CATEGORY_OTHER_LETTER;
}

enum meaning { SHOWN, STEERING, LEFT_OUT };

// Of what draws nothing, fonts want joiners and selectors; a soft hyphen we would have to draw.
// Marks order letters (UAX #9, implicit directional marks) or lines (UAX #14: ZW and WJ).
static enum meaning meaning_of(uint32_t c) {
    if (c == '\n' || (c >= ' ' && c < 0x7F)) {
        return SHOWN;
    }
    unsigned properties = utf8_properties(c);
    bool is_shaping = properties & (UTF8_JOIN_CONTROL | UTF8_VARIATION_SELECTOR);
    bool is_left_out = c < 0xA0 || (properties & UTF8_IGNORABLE && !is_shaping);
    bool is_mark = c == 0x61C || c == 0x200E || c == 0x200F || c == 0x200B || c == 0x2060;
    return is_mark ? STEERING : is_left_out ? LEFT_OUT : SHOWN;
}

static struct letters decode(struct str text, const struct shape_style *style,
                             struct arena *arena) {
    struct letters letters = {.list = ARENA_ARRAY(arena, struct letter, text.size + 1)};
    char *out = arena_alloc(arena, GAP_SPACES * text.size + 4); // or U+FFFD, of three
    int size = 0;
    const struct stretch *stretch = style->stretches;
    const char *end = text.at + text.size;
    const char *stretch_end = stretch ? text.at + stretch->size : end;
    for (const char *at = text.at; at < end;) {
        while (stretch && at >= stretch_end) {
            stretch_end += (++stretch)->size;
        }
        uint32_t c = utf8_next(&at, end);
        bool is_gap = c == '\t';
        c = is_gap ? ' ' : c;
        enum meaning meaning = meaning_of(c);
        if (meaning == LEFT_OUT) {
            continue;
        }
        struct letter *letter = &letters.list[letters.count++];
        *letter =
            (struct letter){.code_point = c, .script = letters_find_script(c), .first_byte = size};
        letter->byte_count = meaning == SHOWN ? utf8_put(out + size, c) : 0;
        bool is_bold = stretch && stretch->emphasis == EMPHASIS_BOLD;
        letter->weight = (uint8_t)(is_bold ? WEIGHT_BOLD : style->weight);
        letter->is_space = c == ' ' || c == '\n';
        if (is_gap) { // between two columns
            memset(out + size, ' ', GAP_SPACES);
            letter->byte_count = GAP_SPACES;
        }
        size += letter->byte_count;
    }
    letters.text = (struct str){out, (size_t)size};
    return letters;
}

static void find_breaks(struct letters letters, struct arena *arena) {
    uint32_t *code_points = ARENA_ARRAY(arena, uint32_t, letters.count + 1);
    char *breaks = ARENA_ARRAY(arena, char, letters.count + 1);
    uint32_t highest = 0;
    for (int i = 0; i < letters.count; i++) {
        code_points[i] = letters.list[i].code_point;
        highest = code_points[i] > highest ? code_points[i] : highest;
    }
    if (highest >= FIRST_MARK) {
        init_linebreak(); // an index, without which answers for such letters come slowly
    }
    set_linebreaks_utf32(code_points, (size_t)letters.count, "", breaks);
    for (int i = 0; i < letters.count; i++) {
        bool is_last = code_points[i] == '\n' || i + 1 == letters.count;
        bool may = breaks[i] == LINEBREAK_ALLOWBREAK;
        letters.list[i].line_break = is_last || breaks[i] == LINEBREAK_MUSTBREAK ? BREAK_MUST
                                     : may                                       ? BREAK_MAY
                                                                                 : BREAK_NONE;
    }
}

static void find_clusters(struct letters letters) {
    int size = 0;
    for (int i = 0; i < letters.count; i++) {
        struct letter *letter = &letters.list[i];
        bool hangs = i > 0 && size < CLUSTER_LIMIT && !letter[-1].is_space &&
                     letters_are_joined(letter[-1].code_point, letter->code_point);
        bool is_steering = i > 0 && letter->byte_count == 0;
        letter->starts_cluster = !hangs && !is_steering;
        size = letter->starts_cluster ? 1 : size + 1;
        if (hangs) {
            letter[-1].line_break = BREAK_NONE;
        }
    }
}

// The text in digits from 0 to 9, in which numbers of every script are found.
struct plain {
    struct str text;
    int *ends; // of each letter, in there
};

static struct plain plain_of(struct letters letters, struct arena *arena) {
    char *out = arena_alloc(arena, letters.text.size + 1);
    struct plain plain = {{out, 0}, ARENA_ARRAY(arena, int, letters.count + 1)};
    for (int i = 0; i < letters.count; i++) {
        const struct letter *letter = &letters.list[i];
        struct str bytes = {letters.text.at + letter->first_byte, (size_t)letter->byte_count};
        plain.text.size += numbers_put_plain(out + plain.text.size, letter->code_point, bytes);
        plain.ends[i] = (int)plain.text.size;
    }
    return plain;
}

// A number is one thing: no line ends inside it, and its spaces are not spaces between words.
static void mark_numbers(struct letters letters, struct arena *arena) {
    struct plain plain = plain_of(letters, arena);
    struct str number = {plain.text.at, 0};
    int last = 0, i = 0;
    while (phone_find(plain.text, (size_t)last, &number)) {
        int first = (int)(number.at - plain.text.at);
        last = first + (int)number.size;
        while (plain.ends[i] <= first) {
            i++;
        }
        for (bool is_last = false; !is_last; i++) {
            struct letter *letter = &letters.list[i];
            is_last = plain.ends[i] >= last;
            letter->is_number = true;
            letter->is_space = false;
            letter->script = SCRIPT_LATIN; // its digits are the house's, in any language
            letter->line_break = is_last ? letter->line_break : BREAK_NONE;
        }
    }
}

// What hangs on a letter is drawn with it.
static void follow_base(struct letters letters) {
    const struct letter *base = letters.list;
    for (int i = 0; i < letters.count; i++) {
        struct letter *letter = &letters.list[i];
        if (letter->starts_cluster) {
            base = letter;
            continue;
        }
        letter->weight = base->weight;
        letter->script = base->script;
        letter->is_number = base->is_number;
        letter->is_space = base->is_space;
    }
}

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

// FriBidi by itself shows "0203 228 1350" in an Arabic sentence as "1350 228 0203", which is
// another telephone number: around every one LRI and PDI are put in, and taken out after it.
void letters_set_levels(struct letters letters, bool is_right_to_left, struct arena *arena) {
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

struct letters letters_build(struct str text, const struct shape_style *style,
                             struct arena *arena) {
    struct letters letters = decode(text, style, arena);
    find_breaks(letters, arena);
    find_clusters(letters);
    mark_numbers(letters, arena);
    follow_base(letters);
    letters_set_levels(letters, style->is_right_to_left, arena);
    return letters;
}
