// SPDX-License-Identifier: MIT
// Pieces of an overlong word are dealt out to parts until a part is full; a piece that straddles
// the edge is cut where a syllable of English ends, or else where the most clusters fit, with a
// hyphen between letters. Every part takes at least one cluster, so it always ends. A word that
// fits is its own only part.
#include "layout/text/break_word.h"

#include <string.h>

enum { LETTERS_LEAST = 3 }; // of a word, on either side of a hyphen

struct breaking {
    const struct shape *whole;
    const struct fonts *fonts;
    int64_t width_units;
    struct shape_builder parts; // each is a word there
};

// One that a hyphen may follow: of any script, but no digit and no sign.
static bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (unsigned char)c >= 0x80;
}

static bool is_vowel(char c) {
    return c && strchr("aeiouyAEIOUY", c);
}

// Between two consonants behind a vowel: "psychother-apy" no, "psy-chody-nam-ic" nearly so. It asks
// no dictionary, and pairs that are one sound stay together.
static bool is_syllable_end(const char *text, int at) {
    static const char *const pairs[] = {"th", "ch", "sh", "ph", "ck", "ng", "gh", "wh", "qu"};
    for (int i = 0; i < COUNT_OF(pairs); i++) {
        if (strncmp(text + at - 1, pairs[i], 2) == 0) {
            return false;
        }
    }
    bool is_plain = (text[at - 1] & 0x80) == 0 && (text[at] & 0x80) == 0;
    return is_plain && !is_vowel(text[at]) &&
           (is_vowel(text[at - 1]) ? is_vowel(text[at + 1]) : is_vowel(text[at - 2]));
}

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

static bool takes_hyphen(const struct breaking *b, const struct shape_piece *piece, int bytes) {
    const char *text = b->whole->text.at + piece->first_byte;
    return bytes > 0 && bytes < piece->byte_count && is_letter(text[bytes - 1]) &&
           is_letter(text[bytes]);
}

static struct shape_piece hyphen_of(const struct breaking *b, const struct shape_piece *piece) {
    struct shape_piece hyphen = *piece;
    hyphen.first_byte = (int)b->whole->text.size - 1; // see with_hyphen
    hyphen.byte_count = 1;
    hyphen.units = units_of(b, hyphen, 1);
    return hyphen;
}

// How much of the piece stands before the hyphen: the last syllable's end that leaves letters
// enough on both sides, or else every cluster beside which the hyphen fits.
static int bytes_before_hyphen(const struct breaking *b, const struct shape_piece *piece,
                               int bytes) {
    const char *text = b->whole->text.at + piece->first_byte;
    int64_t room = room_units(b) - hyphen_of(b, piece).units;
    while (bytes > 0 &&
           (!b->whole->starts[piece->first_byte + bytes] || units_of(b, *piece, bytes) > room)) {
        bytes--;
    }
    for (int at = bytes; at >= LETTERS_LEAST; at--) {
        if (piece->byte_count - at >= LETTERS_LEAST && is_syllable_end(text, at)) {
            return at;
        }
    }
    return bytes;
}

static void add_piece(struct breaking *b, struct shape_piece rest) {
    while (!rest.is_space && rest.byte_count > 0 && rest.units > room_units(b)) {
        int bytes = fitting_bytes(b, &rest);
        int before = takes_hyphen(b, &rest, bytes) ? bytes_before_hyphen(b, &rest, bytes) : 0;
        bytes = before > 0 ? before : bytes;
        if (bytes == 0 && b->parts.word.count > 0) {
            shape_end_word(&b->parts, false);
            continue;
        }
        struct shape_piece head = rest;
        head.byte_count = bytes > 0 ? bytes : clusters_on(b, &rest, 0, 1);
        head.units = units_of(b, head, head.byte_count);
        shape_add_piece(&b->parts, &head);
        if (before > 0) {
            struct shape_piece hyphen = hyphen_of(b, &head);
            shape_add_piece(&b->parts, &hyphen);
            shape_end_word(&b->parts, false);
        }
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

// The hyphen stands behind the text and a line's end, beside no letter of it.
static struct shape with_hyphen(const struct shape *shape, struct arena *arena) {
    struct shape whole = *shape;
    int size = (int)shape->text.size;
    uint8_t *starts = ARENA_ARRAY(arena, uint8_t, size + 2);
    memcpy(starts, shape->starts, shape->text.size);
    starts[size] = starts[size + 1] = 1;
    whole.text = str_from(arena_format(arena, "%.*s\n-", size, shape->text.at));
    whole.starts = starts;
    return whole;
}

struct shape break_words(const struct shape *shape, int64_t width_units, const struct fonts *fonts,
                         struct arena *arena) {
    if (shape->widest_units <= width_units) {
        return *shape;
    }
    struct shape whole = with_hyphen(shape, arena);
    struct breaking b = {.whole = &whole, .fonts = fonts, .width_units = width_units};
    b.parts = (struct shape_builder){.arena = arena, .word = {.opens_word = true}};
    b.parts.shape = (struct shape){.text = whole.text, .starts = whole.starts};
    for (int i = 0; i < shape->word_count; i++) {
        add_word(&b, &shape->words[i]);
    }
    return b.parts.shape;
}
