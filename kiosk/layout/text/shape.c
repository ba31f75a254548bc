// SPDX-License-Identifier: MIT
// Letters become pieces, and pieces words. A piece ends where the style changes, where a line may
// end, between a word and its spaces, and after PIECE_BYTES, so that a megabyte without a space is
// never measured twice as a whole. SDL_ttf knows one font at a time, so the fallback from face to
// face is made here.
#include "layout/text/shape.h"

#include "base/utf8.h"
#include "layout/text/bidi.h"

#include <hb.h>

enum { PIECE_BYTES = 512 };

static bool has_letter(const struct fonts *fonts, int family, const struct letter *letter) {
    uint32_t c = letter->code_point;
    bool is_pictureless = c == '\n' || utf8_properties(c) & UTF8_IGNORABLE;
    return is_pictureless || fonts->has(fonts->self, family, c);
}

// Of a cluster: its first letter, and how many it has.
static bool has_all(const struct fonts *fonts, int family, const struct letter *first, int count) {
    for (int i = 0; i < count; i++) {
        if (!has_letter(fonts, family, &first[i])) {
            return false;
        }
    }
    return true;
}

static int family_for(const struct fonts *fonts, const struct letter *first, int count,
                      int preferred) {
    if (preferred >= 0 && has_all(fonts, preferred, first, count)) {
        return preferred;
    }
    int with_base = -1;
    for (int family = 0; family < fonts->family_count; family++) {
        if (has_all(fonts, family, first, count)) {
            return family;
        }
        bool has_base = has_letter(fonts, family, first);
        with_base = with_base < 0 && has_base ? family : with_base;
    }
    return with_base < 0 ? 0 : with_base; // `check` refuses a letter that nobody has
}

// Common letters take the script before them or, at the start, the first that comes.
static void resolve_scripts(struct letters letters) {
    uint32_t current = SCRIPT_COMMON;
    for (int i = 0; i < letters.count && current == SCRIPT_COMMON; i++) {
        current = letters.list[i].is_number ? SCRIPT_COMMON : letters.list[i].script;
    }
    current = current == SCRIPT_COMMON ? SCRIPT_LATIN : current;
    for (int i = 0; i < letters.count; i++) {
        struct letter *letter = &letters.list[i];
        if (letter->is_number) {
            continue; // what stands behind a number belongs to the text around it
        }
        current = letter->script == SCRIPT_COMMON ? current : letter->script;
        letter->script = current;
    }
}

static bool asks_house_first(const struct letter *letter) {
    uint32_t c = letter->code_point;
    return letter->is_number || letter->script == SCRIPT_LATIN || (c >= '0' && c <= '9');
}

// A cluster takes the family of the text around it where that has all its letters; else the first
// family that has them. Digits and Latin letters ask the house's own face first, so that a number
// looks the same in every language.
static void set_families(struct letters letters, const struct fonts *fonts) {
    resolve_scripts(letters);
    const struct letter *before = NULL; // the last that stood in its text's own face
    for (int i = 0; i < letters.count;) {
        struct letter *letter = &letters.list[i];
        int count = 1;
        while (i + count < letters.count && !letter[count].starts_cluster) {
            count++;
        }
        bool follows = before && before->script == letter->script && !asks_house_first(letter);
        int family = family_for(fonts, letter, count, follows ? before->family : -1);
        for (int k = 0; k < count; k++) {
            letter[k].family = (uint8_t)family;
        }
        bool is_guest =
            letter->is_number || (asks_house_first(letter) && letter->script != SCRIPT_LATIN);
        before = is_guest ? before : letter;
        i += count;
    }
}

static bool is_one_piece(const struct letter *first, const struct letter *last,
                         const struct letter *next) {
    bool is_long = next->first_byte - first->first_byte >= PIECE_BYTES && next->starts_cluster &&
                   !next->is_number;
    return !is_long && last->line_break == BREAK_NONE && last->is_space == next->is_space &&
           last->family == next->family && last->weight == next->weight &&
           last->level == next->level && last->script == next->script &&
           last->is_number == next->is_number;
}

int64_t shape_measure(const struct shape *shape, const struct shape_piece *piece,
                      const struct fonts *fonts) {
    struct str text = {shape->text.at + piece->first_byte, (size_t)piece->byte_count};
    if (!piece->is_space) {
        return text.size > 0 ? fonts->width_units(fonts->self, &piece->style, text) : 0;
    }
    int64_t count = 0;
    for (size_t i = 0; i < text.size; i++) {
        count += text.at[i] == ' ';
    }
    return count * fonts->width_units(fonts->self, &piece->style, str_from(" "));
}

int shape_px(int64_t units, int size_px) {
    return (int)((units * size_px + FONTS_UNITS_PER_EM / 2) / FONTS_UNITS_PER_EM);
}

int64_t shape_line_units(const struct shape *shape) {
    int64_t units = 0;
    for (int i = 0; i < shape->word_count; i++) {
        bool is_last = i + 1 == shape->word_count;
        units += shape->words[i].units + (is_last ? 0 : shape->words[i].space_units);
    }
    return units;
}

static struct shape_piece piece_of(const struct letter *first, const struct letter *last) {
    struct shape_piece piece = {
        .first_byte = first->first_byte,
        .byte_count = last->first_byte + last->byte_count - first->first_byte,
        .style = {first->family, first->weight, first->level % 2 == 1, ""},
        .level = first->level,
        .is_space = first->is_space,
        .is_number = first->is_number,
    };
    hb_tag_to_string(first->script, piece.style.script);
    return piece;
}

void shape_end_word(struct shape_builder *b, bool ends_line) {
    struct shape *shape = &b->shape;
    b->word.ends_line = ends_line;
    *ARENA_ADD(b->arena, shape->words, shape->word_count) = b->word;
    if (b->word.units > shape->widest_units) {
        shape->widest_units = b->word.units;
    }
    b->word = (struct shape_word){.first = shape->piece_count,
                                  .opens_word = ends_line || b->word.space_count > 0};
}

void shape_add_piece(struct shape_builder *b, const struct shape_piece *piece) {
    struct shape *shape = &b->shape;
    *ARENA_ADD(b->arena, shape->pieces, shape->piece_count) = *piece;
    b->word.count++;
    if (piece->is_space) {
        b->word.space_count++;
        b->word.space_units += piece->units;
    } else {
        b->word.units += b->word.space_units + piece->units;
        b->word.space_units = 0;
        b->word.space_count = 0;
    }
}

static const uint8_t *cluster_starts(struct letters letters, struct arena *arena) {
    uint8_t *starts = ARENA_ARRAY(arena, uint8_t, letters.text.size + 1);
    for (int i = 0; i < letters.count; i++) {
        starts[letters.list[i].first_byte] |= letters.list[i].starts_cluster;
    }
    return starts;
}

struct shape shape_build(struct str text, const struct shape_style *style,
                         const struct fonts *fonts, struct arena *arena) {
    struct letters letters = letters_build(text, style, arena);
    bidi_set_levels(letters, style->is_right_to_left, arena);
    set_families(letters, fonts);
    struct shape_builder b = {.arena = arena, .word = {.opens_word = true}};
    b.shape.text = letters.text;
    b.shape.starts = cluster_starts(letters, arena);
    const struct letter *first = letters.list;
    for (int i = 0; i < letters.count; i++) {
        const struct letter *letter = &letters.list[i];
        bool is_last = i + 1 == letters.count || !is_one_piece(first, letter, letter + 1);
        if (is_last) {
            struct shape_piece piece = piece_of(first, letter);
            piece.units = shape_measure(&b.shape, &piece, fonts);
            shape_add_piece(&b, &piece);
            first = letter + 1;
        }
        if (is_last && letter->line_break != BREAK_NONE) {
            shape_end_word(&b, letter->line_break == BREAK_MUST);
        }
    }
    return b.shape;
}
