// SPDX-License-Identifier: MIT
// Pieces of an overlong word are dealt out to parts until a part is full; a piece that straddles
// the edge is cut where the most clusters fit. Every part takes at least one cluster, so it always
// ends.
#include "layout/text/break_word.h"

struct tearing {
    const struct shape *shape;
    const struct fonts *fonts;
    struct arena *arena;
    int64_t width_units;
    struct shape_piece *pieces;
    int piece_count;
    struct shape_word *words;
    int word_count;
    struct shape_word part; // the one that is being filled
};

static void add_piece(struct tearing *t, const struct shape_piece *piece) {
    t->pieces = arena_grow(t->arena, t->pieces, t->piece_count, sizeof *t->pieces);
    t->pieces[t->piece_count++] = *piece;
    t->part.count++;
}

static void end_part(struct tearing *t) {
    t->words = arena_grow(t->arena, t->words, t->word_count, sizeof *t->words);
    t->words[t->word_count++] = t->part;
    t->part = (struct shape_word){.first = t->piece_count};
}

static int64_t units_of(const struct tearing *t, struct shape_piece piece, int byte_count) {
    piece.byte_count = byte_count;
    return shape_measure(t->shape, &piece, t->fonts);
}

static int clusters_on(const struct tearing *t, const struct shape_piece *piece, int at,
                       int count) {
    for (; count > 0 && at < piece->byte_count; count--) {
        at++;
        while (at < piece->byte_count && !t->shape->starts[piece->first_byte + at]) {
            at++;
        }
    }
    return at;
}

// The longest beginning of the piece that fits, in whole clusters: strides double until one is too
// long, and are halved from then on.
static int fitting_bytes(const struct tearing *t, const struct shape_piece *piece, int64_t room) {
    int fits = 0;
    bool is_growing = true;
    for (int stride = 1; stride > 0 && fits < piece->byte_count;) {
        int next = clusters_on(t, piece, fits, stride);
        bool is_in = units_of(t, *piece, next) <= room;
        fits = is_in ? next : fits;
        is_growing = is_growing && is_in;
        stride = is_growing ? stride * 2 : stride / 2;
    }
    return fits;
}

static void fill(struct tearing *t, struct shape_piece rest) {
    while (rest.byte_count > 0) {
        int64_t room = t->width_units - t->part.units;
        int bytes = rest.units <= room ? rest.byte_count : fitting_bytes(t, &rest, room);
        if (bytes == 0 && t->part.count > 0) {
            end_part(t);
            continue;
        }
        bytes = bytes > 0 ? bytes : clusters_on(t, &rest, 0, 1);
        struct shape_piece head = rest;
        head.byte_count = bytes;
        head.units = bytes == rest.byte_count ? rest.units : units_of(t, rest, bytes);
        t->part.units += head.units;
        add_piece(t, &head);
        rest.first_byte += bytes;
        rest.byte_count -= bytes;
        rest.units = rest.byte_count > 0 ? units_of(t, rest, rest.byte_count) : 0;
    }
}

// Pieces `first` to the result are one telephone number, in one face or in several.
static int number_end(const struct shape *shape, int first, int end) {
    while (first < end && shape->pieces[first].is_number) {
        first++;
    }
    return first;
}

static void fill_number(struct tearing *t, int first, int end) {
    int64_t units = 0;
    for (int i = first; i < end; i++) {
        units += t->shape->pieces[i].units;
    }
    if (t->part.count > 0 && t->part.units + units > t->width_units) {
        end_part(t);
    }
    for (int i = first; i < end; i++) {
        add_piece(t, &t->shape->pieces[i]);
    }
    t->part.units += units;
}

static void break_one_word(struct tearing *t, const struct shape_word *word) {
    int end = word->first + word->count - word->space_count;
    t->part.opens_word = word->opens_word;
    for (int i = word->first; i < end;) {
        int behind = number_end(t->shape, i, end);
        if (behind > i) {
            fill_number(t, i, behind);
            i = behind;
        } else {
            fill(t, t->shape->pieces[i++]);
        }
    }
    for (int i = end; i < word->first + word->count; i++) {
        add_piece(t, &t->shape->pieces[i]);
    }
    t->part.space_count = word->space_count;
    t->part.space_units = word->space_units;
    t->part.ends_line = word->ends_line;
    end_part(t);
}

static void copy_word(struct tearing *t, const struct shape_word *word) {
    for (int i = word->first; i < word->first + word->count; i++) {
        add_piece(t, &t->shape->pieces[i]);
    }
    int first = t->part.first;
    t->part = *word;
    t->part.first = first;
    end_part(t);
}

struct shape break_words(const struct shape *shape, int64_t width_units, const struct fonts *fonts,
                         struct arena *arena) {
    if (shape->widest_units <= width_units) {
        return *shape;
    }
    struct tearing t = {.shape = shape, .fonts = fonts, .arena = arena, .width_units = width_units};
    for (int i = 0; i < shape->word_count; i++) {
        if (shape->words[i].units > width_units) {
            break_one_word(&t, &shape->words[i]);
        } else {
            copy_word(&t, &shape->words[i]);
        }
    }
    struct shape torn = *shape;
    torn.pieces = t.pieces;
    torn.piece_count = t.piece_count;
    torn.words = t.words;
    torn.word_count = t.word_count;
    return torn;
}
