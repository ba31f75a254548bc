// SPDX-License-Identifier: MIT
// Letters become pieces, and pieces words. A piece ends where the style changes, where a line may
// end, between a word and its spaces, and after PIECE_BYTES, so that a megabyte without a space is
// never measured twice as a whole. SDL_ttf knows one font at a time, so the fallback from face to
// face is made here.
#include "layout/text/shape.h"

#include "base/utf8.h"

#include <string.h>

enum {
    PIECE_BYTES = 512,
    LETTERS_LEAST = 3, // of a word, on either side of a hyphen
};

struct shape_builder {
    struct arena *arena;
    struct shape shape;
    struct shape_word word; // the one that is growing
};

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

static int64_t measure(const struct shape *shape, const struct shape_piece *piece,
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
    for (int i = 0; i < 4; i++) {
        piece.style.script[i] = (char)(first->script >> (24 - 8 * i));
    }
    return piece;
}

static void end_word(struct shape_builder *b, bool ends_line) {
    struct shape *shape = &b->shape;
    b->word.ends_line = ends_line;
    *ARENA_ADD(b->arena, shape->words, shape->word_count) = b->word;
    if (b->word.units > shape->widest_units) {
        shape->widest_units = b->word.units;
    }
    b->word = (struct shape_word){.first = shape->piece_count,
                                  .opens_word = ends_line || b->word.space_count > 0};
}

static void add_piece(struct shape_builder *b, const struct shape_piece *piece) {
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
            piece.units = measure(&b.shape, &piece, fonts);
            add_piece(&b, &piece);
            first = letter + 1;
        }
        if (is_last && letter->line_break != BREAK_NONE) {
            end_word(&b, letter->line_break == BREAK_MUST);
        }
    }
    return b.shape;
}

// Pieces of an overlong word are dealt out to parts until a part is full; a piece that straddles
// the edge is cut where a syllable of English ends, or else where the most clusters fit, with a
// hyphen between letters. Every part takes at least one cluster, so it always ends. A word that
// fits is its own only part.
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
    return measure(b->whole, &piece, b->fonts);
}

static int64_t room_units(const struct breaking *b) {
    return b->width_units - b->parts.word.units - b->parts.word.space_units;
}

static int next_cluster(const struct breaking *b, const struct shape_piece *piece, int at) {
    do {
        at++;
    } while (at < piece->byte_count && !b->whole->starts[piece->first_byte + at]);
    return at;
}

static int clusters_on(const struct breaking *b, const struct shape_piece *piece, int at,
                       int count) {
    for (; count > 0 && at < piece->byte_count; count--) {
        at = next_cluster(b, piece, at);
    }
    return at;
}

// The longest beginning of the piece that fits, in whole clusters: strides double until one is too
// long, and are halved from then on, so that a word as long as a card takes no time.
static int fitting_bytes(const struct breaking *b, const struct shape_piece *piece, int64_t room) {
    int fits = 0;
    bool is_growing = true;
    for (int stride = 1; stride > 0 && fits < piece->byte_count;) {
        int next = clusters_on(b, piece, fits, stride);
        bool is_in = units_of(b, *piece, next) <= room;
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
static int bytes_before_hyphen(const struct breaking *b, const struct shape_piece *piece) {
    const char *text = b->whole->text.at + piece->first_byte;
    int bytes = fitting_bytes(b, piece, room_units(b) - hyphen_of(b, piece).units);
    for (int at = bytes; at >= LETTERS_LEAST; at--) {
        if (piece->byte_count - at >= LETTERS_LEAST && is_syllable_end(text, at)) {
            return at;
        }
    }
    return bytes;
}

static void deal_out(struct breaking *b, struct shape_piece rest) {
    while (!rest.is_space && rest.byte_count > 0 && rest.units > room_units(b)) {
        int bytes = fitting_bytes(b, &rest, room_units(b));
        int before = takes_hyphen(b, &rest, bytes) ? bytes_before_hyphen(b, &rest) : 0;
        bytes = before > 0 ? before : bytes;
        if (bytes == 0 && b->parts.word.count > 0) {
            end_word(&b->parts, false);
            continue;
        }
        struct shape_piece head = rest;
        head.byte_count = bytes > 0 ? bytes : next_cluster(b, &rest, 0);
        head.units = units_of(b, head, head.byte_count);
        add_piece(&b->parts, &head);
        if (before > 0) {
            struct shape_piece hyphen = hyphen_of(b, &head);
            add_piece(&b->parts, &hyphen);
            end_word(&b->parts, false);
        }
        rest.first_byte += head.byte_count;
        rest.byte_count -= head.byte_count;
        rest.units = units_of(b, rest, rest.byte_count);
    }
    if (rest.byte_count > 0) {
        add_piece(&b->parts, &rest);
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
        end_word(&b->parts, false);
    }
    for (int i = first; i < behind; i++) {
        add_piece(&b->parts, &b->whole->pieces[i]);
    }
    return behind - first;
}

static void add_word(struct breaking *b, const struct shape_word *word) {
    int end = word->first + word->count;
    for (int i = word->first; i < end;) {
        if (b->whole->pieces[i].is_number) {
            i += add_number(b, i, end);
        } else {
            deal_out(b, b->whole->pieces[i++]);
        }
    }
    end_word(&b->parts, word->ends_line);
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

struct shape shape_break_words(const struct shape *shape, int64_t width_units,
                               const struct fonts *fonts, struct arena *arena) {
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
