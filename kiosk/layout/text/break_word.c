// SPDX-License-Identifier: MIT
// Pieces of an overlong word are dealt out to parts until a part is full; a piece that straddles
// the edge is cut where the most clusters fit. Every part takes at least one cluster, so it always
// ends. A word that fits is its own only part.
#include "layout/text/break_word.h"

struct breaking {
    const struct shape *whole;
    const struct fonts *fonts;
    int64_t width_units;
    struct shape_builder parts; // each is a word there
};

static int64_t units_of(const struct breaking *b, struct shape_piece piece, int byte_count) {
    piece.byte_count = byte_count;
    return shape_measure(b->whole, &piece, b->fonts);
}

static int64_t room_units(const struct breaking *b) {
    return b->width_units - b->parts.word.units - b->parts.word.space_units;
}

static int clusters_on(const struct breaking *b, const struct shape_piece *piece, int at,
                       int count) {
    for (; count > 0 && at < piece->byte_count; count--) {
        at++;
        while (at < piece->byte_count && !b->whole->starts[piece->first_byte + at]) {
            at++;
        }
    }
    return at;
}

// The longest beginning of the piece that fits, in whole clusters: strides double until one is too
// long, and are halved from then on.
static int fitting_bytes(const struct breaking *b, const struct shape_piece *piece) {
    int fits = 0;
    bool is_growing = true;
    for (int stride = 1; stride > 0 && fits < piece->byte_count;) {
        int next = clusters_on(b, piece, fits, stride);
        bool is_in = units_of(b, *piece, next) <= room_units(b);
        fits = is_in ? next : fits;
        is_growing = is_growing && is_in;
        stride = is_growing ? stride * 2 : stride / 2;
    }
    return fits;
}

static void add_piece(struct breaking *b, struct shape_piece rest) {
    while (!rest.is_space && rest.byte_count > 0 && rest.units > room_units(b)) {
        int bytes = fitting_bytes(b, &rest);
        if (bytes == 0 && b->parts.word.count > 0) {
            shape_end_word(&b->parts, false);
            continue;
        }
        struct shape_piece head = rest;
        head.byte_count = bytes > 0 ? bytes : clusters_on(b, &rest, 0, 1);
        head.units = units_of(b, head, head.byte_count);
        shape_add_piece(&b->parts, &head);
        rest.first_byte += head.byte_count;
        rest.byte_count -= head.byte_count;
        rest.units = units_of(b, rest, rest.byte_count);
    }
    if (rest.byte_count > 0) {
        shape_add_piece(&b->parts, &rest);
    }
}

// Adds the pieces of the telephone number that begins at `first`, in one face or in several, and
// returns how many they are.
static int add_number(struct breaking *b, int first, int end) {
    int64_t units = 0;
    int behind = first;
    for (; behind < end && b->whole->pieces[behind].is_number; behind++) {
        units += b->whole->pieces[behind].units;
    }
    if (b->parts.word.count > 0 && units > room_units(b)) {
        shape_end_word(&b->parts, false);
    }
    for (int i = first; i < behind; i++) {
        shape_add_piece(&b->parts, &b->whole->pieces[i]);
    }
    return behind - first;
}

static void add_word(struct breaking *b, const struct shape_word *word) {
    int end = word->first + word->count;
    for (int i = word->first; i < end;) {
        if (b->whole->pieces[i].is_number) {
            i += add_number(b, i, end);
        } else {
            add_piece(b, b->whole->pieces[i++]);
        }
    }
    shape_end_word(&b->parts, word->ends_line);
}

struct shape break_words(const struct shape *shape, int64_t width_units, const struct fonts *fonts,
                         struct arena *arena) {
    if (shape->widest_units <= width_units) {
        return *shape;
    }
    struct breaking b = {.whole = shape, .fonts = fonts, .width_units = width_units};
    b.parts = (struct shape_builder){.arena = arena, .word = {.opens_word = true}};
    b.parts.shape = (struct shape){.text = shape->text, .starts = shape->starts};
    for (int i = 0; i < shape->word_count; i++) {
        add_word(&b, &shape->words[i]);
    }
    return b.parts.shape;
}
