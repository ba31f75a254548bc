// SPDX-License-Identifier: MIT
// From a text to measured pieces. Every letter gets a face, a script, a direction and a break;
// where any of these changes, or a line may end, a new piece begins.
#include "layout/shape.h"

#include "base/utf8.h"
#include "layout/bidi.h"
#include "layout/breaks.h"
#include "layout/script.h"
#include "model/phone.h"

#include <string.h>

struct letter {
    uint32_t code_point;
    uint32_t script;
    int first_byte, byte_count;
    uint8_t family, weight, level;
    uint8_t line_break;
    bool is_space, is_number, is_mark;
};

struct letters {
    struct letter *list;
    int count;
};

static bool is_space(uint32_t c) {
    return c == ' ' || c == '\n' || c == '\t';
}

static struct letters decode(struct str text, struct arena *arena) {
    struct letters letters = {ARENA_ARRAY(arena, struct letter, text.size + 1), 0};
    const char *breaks = breaks_find(text, arena);
    const char *at = text.at;
    const char *end = text.at + text.size;
    while (at < end) {
        struct letter *letter = &letters.list[letters.count++];
        letter->first_byte = (int)(at - text.at);
        letter->code_point = utf8_next(&at, end);
        int after = (int)(at - text.at);
        letter->byte_count = after - letter->first_byte;
        letter->line_break = (uint8_t)breaks[after - 1];
        letter->is_space = is_space(letter->code_point);
        letter->is_mark = script_is_mark(letter->code_point);
    }
    return letters;
}

// A number is one thing: no line ends inside it.
static void mark_numbers(struct letters letters, struct str text) {
    size_t start = 0;
    size_t size = 0;
    int i = 0;
    for (size_t from = 0; phone_find(text, from, &start, &size); from = start + size) {
        int first = (int)start;
        int last = (int)(start + size);
        while (i < letters.count && letters.list[i].first_byte < first) {
            i++;
        }
        for (; i < letters.count && letters.list[i].first_byte < last; i++) {
            letters.list[i].is_number = true;
            letters.list[i].is_space = false;
            bool is_last = letters.list[i].first_byte + letters.list[i].byte_count >= last;
            letters.list[i].line_break = is_last ? letters.list[i].line_break : BREAK_NONE;
        }
    }
}

static enum weight weight_for(enum weight base, uint32_t emphasis) {
    if (emphasis & EMPHASIS_BOLD || base == WEIGHT_BOLD) {
        return WEIGHT_BOLD;
    }
    return emphasis & EMPHASIS_ITALIC && base == WEIGHT_REGULAR ? WEIGHT_ITALIC : base;
}

static void set_weights(struct letters letters, const struct stretch *stretches, enum weight base) {
    int ends = stretches ? (int)stretches->size : 0;
    for (int i = 0; i < letters.count; i++) {
        while (stretches && letters.list[i].first_byte >= ends) {
            stretches++;
            ends += (int)stretches->size;
        }
        uint32_t emphasis = stretches ? stretches->emphasis : EMPHASIS_NONE;
        letters.list[i].weight = (uint8_t)weight_for(base, emphasis);
    }
}

// Common letters take the script before them, or, at the start, the first that comes.
static void set_scripts(struct letters letters) {
    uint32_t current = SCRIPT_COMMON;
    for (int i = 0; i < letters.count && current == SCRIPT_COMMON; i++) {
        current = script_find(letters.list[i].code_point);
    }
    current = current == SCRIPT_COMMON ? SCRIPT_LATIN : current;
    for (int i = 0; i < letters.count; i++) {
        struct letter *letter = &letters.list[i];
        uint32_t own = script_find(letter->code_point);
        current = own == SCRIPT_COMMON ? current : own;
        letter->script = letter->is_number ? SCRIPT_LATIN : current;
    }
}

static int family_for(const struct letter *letter, int before, const struct fonts *fonts) {
    bool is_digit = letter->code_point >= '0' && letter->code_point <= '9';
    bool follows = before >= 0 && !is_digit && !letter->is_number;
    if (follows && fonts->has(fonts->self, before, letter->code_point)) {
        return before;
    }
    for (int family = 0; family < fonts->family_count; family++) {
        if (fonts->has(fonts->self, family, letter->code_point)) {
            return family;
        }
    }
    return letter->is_mark && before >= 0 ? before : 0; // `check` refuses such a letter
}

// A letter stays in its neighbour's face where that has it: a comma in Arabic text is Arabic's. The
// face of a word in another script does not spread beyond its word.
static void set_families(struct letters letters, const struct fonts *fonts) {
    int before = -1;
    for (int i = 0; i < letters.count; i++) {
        struct letter *letter = &letters.list[i];
        bool is_own = script_find(letter->code_point) != SCRIPT_COMMON;
        int preferred = is_own && before > 0 && !letter->is_mark && i > 0 &&
                                letters.list[i - 1].script != letter->script
                            ? -1
                            : before;
        preferred = is_own && letter->script == SCRIPT_LATIN && !letter->is_mark ? -1 : preferred;
        letter->family = is_space(letter->code_point) && before >= 0
                             ? (uint8_t)before
                             : (uint8_t)family_for(letter, preferred, fonts);
        before = letter->family;
    }
}

static void set_levels(struct letters letters, bool is_right_to_left, struct arena *arena) {
    uint32_t *code_points = ARENA_ARRAY(arena, uint32_t, letters.count + 1);
    bool *is_isolated = ARENA_ARRAY(arena, bool, letters.count + 1);
    for (int i = 0; i < letters.count; i++) {
        code_points[i] = letters.list[i].code_point;
        is_isolated[i] = letters.list[i].is_number;
    }
    struct bidi_text text = {code_points, is_isolated, letters.count};
    if (!is_right_to_left && bidi_is_plain(&text)) {
        return;
    }
    const uint8_t *levels = bidi_levels(&text, is_right_to_left, arena);
    for (int i = 0; i < letters.count; i++) {
        letters.list[i].level = levels[i];
    }
}

static bool is_one_piece(const struct letter *a, const struct letter *b) {
    return a->line_break == BREAK_NONE && a->is_space == b->is_space && a->family == b->family &&
           a->weight == b->weight && a->level == b->level && a->script == b->script &&
           a->is_number == b->is_number;
}

static struct shape_piece piece_of(const struct letter *first, const struct letter *last) {
    struct shape_piece piece = {
        .first_byte = first->first_byte,
        .byte_count = last->first_byte + last->byte_count - first->first_byte,
        .style = {first->family, first->weight, first->level % 2 == 1, ""},
        .level = first->level,
        .is_space = first->is_space,
        .is_number = first->is_number,
        .may_end_line = last->line_break != BREAK_NONE,
        .must_end_line = last->line_break == BREAK_MUST,
    };
    script_name(first->script, piece.style.script);
    return piece;
}

static int measure(const struct shape *shape, const struct shape_piece *piece,
                   const struct fonts *fonts) {
    struct str text = {shape->text.at + piece->first_byte, (size_t)piece->byte_count};
    if (piece->is_space) {
        int one = fonts->width_units(fonts->self, &piece->style, str_from(" "));
        int count = 0;
        for (size_t i = 0; i < text.size; i++) {
            count += text.at[i] == ' ' || text.at[i] == '\t';
        }
        return one * count;
    }
    return fonts->width_units(fonts->self, &piece->style, text);
}

struct shape shape_build(struct str text, const struct shape_style *style,
                         const struct fonts *fonts, struct arena *arena) {
    struct shape shape = {.text = text, .is_right_to_left = style->is_right_to_left};
    struct letters letters = decode(text, arena);
    mark_numbers(letters, text);
    set_weights(letters, style->stretches, style->weight);
    set_scripts(letters);
    set_families(letters, fonts);
    set_levels(letters, style->is_right_to_left, arena);
    int first = 0;
    for (int i = 0; i < letters.count; i++) {
        bool is_last = i + 1 == letters.count;
        if (!is_last && is_one_piece(&letters.list[i], &letters.list[i + 1])) {
            continue;
        }
        shape.pieces = arena_grow(arena, shape.pieces, shape.piece_count, sizeof *shape.pieces);
        struct shape_piece *piece = &shape.pieces[shape.piece_count++];
        *piece = piece_of(&letters.list[first], &letters.list[i]);
        piece->units = measure(&shape, piece, fonts);
        first = i + 1;
    }
    return shape;
}
