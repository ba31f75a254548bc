// SPDX-License-Identifier: MIT
// Lines from measured pieces. Breaking is greedy over words, in logical order; then each line is
// put into visual order (UAX #9, L2) and neighbours of one style become one run. Headings are
// balanced, and body text does not leave one short word on a line of its own when a slightly
// narrower measure avoids it.
#include "layout/paragraph.h"

#include "base/utf8.h"
#include "layout/script.h"

#include <string.h>

struct word {
    int first, count; // pieces, the spaces behind it included
    int units;        // without those spaces
    int space_units;
    bool ends_line;
};

struct breaker {
    const struct shape *shape;
    const struct fonts *fonts;
    struct arena *arena;
    struct shape_piece *pieces; // the shape's, with overlong words split
    int piece_count;
    struct word *words;
    int word_count;
    int *starts; // first word of each line, and word_count behind the last
};

static int bytes_to_boundary(struct str text, size_t at) {
    const char *next = text.at + at;
    const char *end = text.at + text.size;
    utf8_next(&next, end);
    while (next < end) {
        const char *mark = next;
        if (!script_is_mark(utf8_next(&mark, end))) {
            break;
        }
        next = mark;
    }
    return (int)(next - text.at);
}

static int units_of(const struct breaker *b, const struct shape_piece *piece, int bytes) {
    struct str text = {b->shape->text.at + piece->first_byte, (size_t)bytes};
    return b->fonts->width_units(b->fonts->self, &piece->style, text);
}

// How many bytes of an overlong piece fit; at least one letter with its marks.
static int fitting_bytes(const struct breaker *b, const struct shape_piece *piece,
                         int width_units) {
    struct str text = {b->shape->text.at + piece->first_byte, (size_t)piece->byte_count};
    int fits = bytes_to_boundary(text, 0);
    int step = 1;
    while (fits < piece->byte_count) {
        int next = fits;
        for (int i = 0; i < step && next < piece->byte_count; i++) {
            next = bytes_to_boundary(text, (size_t)next);
        }
        if (units_of(b, piece, next) <= width_units) {
            fits = next;
            step *= 2;
        } else if (step > 1) {
            step /= 4;
            step = step > 0 ? step : 1;
        } else {
            break;
        }
    }
    return fits;
}

static void add_piece(struct breaker *b, struct shape_piece piece) {
    b->pieces = arena_grow(b->arena, b->pieces, b->piece_count, sizeof *b->pieces);
    b->pieces[b->piece_count++] = piece;
}

static void add_split(struct breaker *b, struct shape_piece piece, int width_units) {
    while (piece.units > width_units && piece.byte_count > 1) {
        struct shape_piece part = piece;
        part.byte_count = fitting_bytes(b, &piece, width_units);
        if (part.byte_count >= piece.byte_count) {
            break;
        }
        part.units = units_of(b, &part, part.byte_count);
        part.may_end_line = true;
        part.must_end_line = false;
        add_piece(b, part);
        piece.first_byte += part.byte_count;
        piece.byte_count -= part.byte_count;
        piece.units = units_of(b, &piece, piece.byte_count);
    }
    add_piece(b, piece);
}

static void split_overlong(struct breaker *b, int width_units) {
    for (int i = 0; i < b->shape->piece_count; i++) {
        const struct shape_piece *piece = &b->shape->pieces[i];
        bool is_overlong = piece->units > width_units && !piece->is_number && !piece->is_space;
        add_split(b, *piece, is_overlong ? width_units : piece->units);
    }
}

static void collect_words(struct breaker *b) {
    struct word word = {0};
    for (int i = 0; i < b->piece_count; i++) {
        const struct shape_piece *piece = &b->pieces[i];
        word.count++;
        if (piece->is_space) {
            word.space_units += piece->units;
        } else {
            word.units += word.space_units + piece->units;
            word.space_units = 0;
        }
        if (piece->may_end_line || i + 1 == b->piece_count) {
            word.ends_line = piece->must_end_line;
            b->words = arena_grow(b->arena, b->words, b->word_count, sizeof *b->words);
            b->words[b->word_count++] = word;
            word = (struct word){.first = i + 1};
        }
    }
    b->starts = ARENA_ARRAY(b->arena, int, b->word_count + 2);
}

// Fills `starts`; returns the number of lines.
static int break_lines(struct breaker *b, int width_units) {
    int lines = 0;
    int64_t used = 0;
    int space = 0;
    bool is_new = true;
    for (int i = 0; i < b->word_count; i++) {
        const struct word *word = &b->words[i];
        if (is_new || used + space + word->units > width_units) {
            b->starts[lines++] = i;
            used = 0;
            space = 0;
        }
        used += space + word->units;
        space = word->space_units;
        is_new = word->ends_line;
    }
    b->starts[lines] = b->word_count;
    return lines;
}

static int balance(struct breaker *b, int lines, int width_units) {
    int too_narrow = width_units / lines - 1;
    int enough = width_units;
    while (enough - too_narrow > FONTS_UNITS_PER_EM / 32) {
        int middle = too_narrow + (enough - too_narrow) / 2;
        if (break_lines(b, middle) <= lines) {
            enough = middle;
        } else {
            too_narrow = middle;
        }
    }
    return break_lines(b, enough);
}

static bool has_lonely_word(const struct breaker *b, int lines, int width_units) {
    int last = b->starts[lines - 1];
    return lines > 1 && b->word_count - last == 1 && b->words[last].units < width_units * 2 / 5 &&
           b->starts[lines - 1] - b->starts[lines - 2] > 2;
}

static int avoid_lonely_word(struct breaker *b, int lines, int width_units) {
    for (int percent = 97; percent >= 76; percent -= 3) {
        int narrower = (int)((int64_t)width_units * percent / 100);
        if (break_lines(b, narrower) == lines && !has_lonely_word(b, lines, width_units)) {
            return lines;
        }
    }
    return break_lines(b, width_units);
}

static void reverse(struct shape_piece *list, int first, int last) {
    for (; first < last; first++, last--) {
        struct shape_piece kept = list[first];
        list[first] = list[last];
        list[last] = kept;
    }
}

// UAX #9, rule L2: from the highest level down, every stretch at that level or above turns round.
static void order_visually(struct shape_piece *list, int count) {
    int highest = 0;
    for (int i = 0; i < count; i++) {
        highest = list[i].level > highest ? list[i].level : highest;
    }
    for (int level = highest; level >= 1; level--) {
        for (int i = 0; i < count; i++) {
            int first = i;
            while (i < count && list[i].level >= level) {
                i++;
            }
            reverse(list, first, i - 1);
        }
    }
}

static bool is_same_style(const struct shape_piece *a, const struct shape_piece *b) {
    return a->level == b->level && a->style.family == b->style.family &&
           a->style.weight == b->style.weight && strcmp(a->style.script, b->style.script) == 0;
}

// Joins `next` to `piece` when the two stand side by side in the text as well as on the line.
static bool join(struct shape_piece *piece, const struct shape_piece *next) {
    if (!is_same_style(piece, next)) {
        return false;
    }
    if (!piece->style.is_right_to_left &&
        piece->first_byte + piece->byte_count == next->first_byte) {
        piece->byte_count += next->byte_count;
    } else if (piece->style.is_right_to_left &&
               next->first_byte + next->byte_count == piece->first_byte) {
        piece->first_byte = next->first_byte;
        piece->byte_count += next->byte_count;
    } else {
        return false;
    }
    piece->units += next->units;
    return true;
}

static const char *run_text(const struct breaker *b, const struct shape_piece *piece) {
    struct str text = {b->shape->text.at + piece->first_byte, (size_t)piece->byte_count};
    char *copy = arena_text(b->arena, text);
    for (char *c = copy; *c; c++) {
        if (*c == '\n' || *c == '\t') {
            *c = ' ';
        }
    }
    return copy;
}

static int to_px(int64_t units, int size_px) {
    return (int)((units * size_px + FONTS_UNITS_PER_EM / 2) / FONTS_UNITS_PER_EM);
}

static void build_runs(const struct breaker *b, struct line *line, struct shape_piece *list,
                       int count) {
    order_visually(list, count);
    int joined = 0;
    for (int i = 1; i < count; i++) {
        if (!join(&list[joined], &list[i])) {
            list[++joined] = list[i];
        }
    }
    line->run_count = count > 0 ? joined + 1 : 0;
    line->runs = ARENA_ARRAY(b->arena, struct run, line->run_count);
    for (int i = 0; i < line->run_count; i++) {
        line->runs[i] = (struct run){.style = list[i].style, .text = run_text(b, &list[i])};
        line->runs[i].width_px = list[i].units; // in units until the positions are known
    }
}

static void place_runs(struct line *line, int size_px) {
    int64_t units = 0;
    for (int i = 0; i < line->run_count; i++) {
        struct run *run = &line->runs[i];
        int64_t after = units + run->width_px;
        run->x_px = to_px(units, size_px);
        run->width_px = to_px(after, size_px) - run->x_px;
        units = after;
    }
    line->width_px = to_px(units, size_px);
}

static struct line build_line(const struct breaker *b, int first_word, int end_word) {
    struct line line = {.word_count = end_word - first_word};
    int first = b->words[first_word].first;
    int end = b->words[end_word - 1].first + b->words[end_word - 1].count;
    while (end > first && b->pieces[end - 1].is_space) {
        end--; // UAX #9, L1: spaces at the end of a line belong to no run
    }
    struct shape_piece *list = ARENA_ARRAY(b->arena, struct shape_piece, end - first + 1);
    memcpy(list, b->pieces + first, (size_t)(end - first) * sizeof *list);
    build_runs(b, &line, list, end - first);
    return line;
}

struct paragraph paragraph_break(const struct shape *shape, const struct paragraph_style *style,
                                 const struct fonts *fonts, struct arena *arena) {
    struct paragraph paragraph = {0};
    struct breaker b = {.shape = shape, .fonts = fonts, .arena = arena};
    int width_units = INT32_MAX / 2;
    if (style->width_px > 0 && style->size_px > 0) {
        int64_t units = (int64_t)style->width_px * FONTS_UNITS_PER_EM / style->size_px;
        width_units = units < width_units ? (int)units : width_units;
    }
    split_overlong(&b, width_units);
    collect_words(&b);
    int lines = break_lines(&b, width_units);
    if (style->is_balanced && lines > 1) {
        lines = balance(&b, lines, width_units);
    } else if (lines > 1 && has_lonely_word(&b, lines, width_units)) {
        lines = avoid_lonely_word(&b, lines, width_units);
    }
    paragraph.lines = ARENA_ARRAY(arena, struct line, lines);
    paragraph.line_count = lines;
    for (int i = 0; i < lines; i++) {
        struct line *line = &paragraph.lines[i];
        *line = build_line(&b, b.starts[i], b.starts[i + 1]);
        place_runs(line, style->size_px);
        paragraph.widest_px =
            line->width_px > paragraph.widest_px ? line->width_px : paragraph.widest_px;
    }
    return paragraph;
}

struct paragraph paragraph_build(struct str text, const struct paragraph_style *style,
                                 const struct fonts *fonts, struct arena *arena) {
    struct shape_style shaping = {style->stretches, style->weight, style->is_right_to_left};
    struct shape shape = shape_build(text, &shaping, fonts, arena);
    return paragraph_break(&shape, style, fonts, arena);
}
