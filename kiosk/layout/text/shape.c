// SPDX-License-Identifier: MIT
// Letters become pieces, and pieces words. A piece ends where the style changes, where a line may
// end, between a word and its spaces, and after PIECE_BYTES, so that a megabyte without a space is
// never measured twice as a whole.
#include "layout/text/shape.h"

#include "layout/text/bidi.h"
#include "layout/text/font_fallback.h"
#include "layout/text/script.h"

enum { PIECE_BYTES = 512 };

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
    script_name(first->script, piece.style.script);
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
    font_fallback_set(letters, fonts);
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
