// SPDX-License-Identifier: MIT
// Lines from measured words. Breaking is greedy, in logical order; then each line is put into
// visual order (UAX #9, L2) and neighbours of one style become one run. Headings are balanced, and
// body text does not leave one short word on a line of its own when a slightly narrower measure
// avoids it.
#include "layout/text/paragraph.h"

#include <string.h>

struct breaker {
    struct shape shape; // words that are too wide are in parts
    struct arena *arena;
    int64_t width_units;
    int *starts; // first word of each line, and word_count behind the last
};

// Returns the number of lines; fills `starts` where it is given.
static int break_lines(const struct shape *shape, int64_t width_units, int *starts) {
    int lines = 0;
    int64_t used = 0, space = 0;
    for (int i = 0; i < shape->word_count; i++) {
        const struct shape_word *word = &shape->words[i];
        used += space + word->units;
        space = word->space_units;
        if (i == 0 || word[-1].ends_line || used > width_units) {
            used = word->units;
            if (starts) {
                starts[lines] = i;
            }
            lines++;
        }
    }
    if (starts) {
        starts[lines] = shape->word_count;
    }
    return lines;
}

// The narrowest measure that needs no further line.
static int balance(struct breaker *b, int lines) {
    int64_t too_narrow = 0;
    int64_t enough = b->width_units;
    while (enough - too_narrow > FONTS_UNITS_PER_EM / 32) {
        int64_t middle = too_narrow + (enough - too_narrow) / 2;
        if (break_lines(&b->shape, middle, NULL) <= lines) {
            enough = middle;
        } else {
            too_narrow = middle;
        }
    }
    return break_lines(&b->shape, enough, b->starts);
}

static bool has_lonely_word(const struct breaker *b, int lines) {
    int last = b->starts[lines - 1];
    return lines > 1 && b->shape.word_count - last == 1 &&
           b->shape.words[last].units < b->width_units * 2 / 5 &&
           !b->shape.words[last - 1].ends_line && last - b->starts[lines - 2] > 2;
}

static int avoid_lonely_word(struct breaker *b, int lines) {
    for (int percent = 97; percent >= 58; percent -= 3) {
        if (break_lines(&b->shape, b->width_units * percent / 100, b->starts) == lines &&
            !has_lonely_word(b, lines)) {
            return lines;
        }
    }
    return break_lines(&b->shape, b->width_units, b->starts);
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
        highest = int_max(highest, list[i].level);
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

// Joins `next` to `piece` when the two stand side by side in the text as well as on the line.
static bool join(struct shape_piece *piece, const struct shape_piece *next) {
    bool is_same = piece->level == next->level &&
                   memcmp(&piece->style, &next->style, sizeof piece->style) == 0;
    const struct shape_piece *before = piece->style.is_right_to_left ? next : piece;
    const struct shape_piece *behind = before == piece ? next : piece;
    if (!is_same || before->first_byte + before->byte_count != behind->first_byte) {
        return false;
    }
    piece->first_byte = before->first_byte;
    piece->byte_count += next->byte_count;
    piece->units += next->units;
    return true;
}

static int join_all(struct shape_piece *list, int count) {
    int joined = 0;
    for (int i = 0; i < count; i++) {
        bool is_seen = list[i].byte_count > 0;
        if (is_seen && (joined == 0 || !join(&list[joined - 1], &list[i]))) {
            list[joined++] = list[i];
        }
    }
    return joined;
}

static void place_runs(struct line *line, const struct shape_piece *list) {
    int64_t units = 0;
    for (int i = 0; i < line->run_count; i++) {
        struct run *run = &line->runs[i];
        run->x_px = shape_px(units, line->size_px);
        units += list[i].units;
        run->width_px = shape_px(units, line->size_px) - run->x_px;
    }
    line->width_px = shape_px(units, line->size_px);
}

static void build_runs(const struct breaker *b, struct line *line, struct shape_piece *list,
                       int count) {
    order_visually(list, count);
    line->run_count = join_all(list, count);
    line->runs = ARENA_ARRAY(b->arena, struct run, line->run_count);
    for (int i = 0; i < line->run_count; i++) {
        struct str text = {b->shape.text.at + list[i].first_byte, (size_t)list[i].byte_count};
        line->runs[i].style = list[i].style;
        line->runs[i].text = arena_text(b->arena, text);
    }
    place_runs(line, list);
}

// The pieces of words first to end - 1, without spaces at the end: they belong to no run (UAX #9,
// L1, would only send them to the far side). Returns how many.
static int collect_pieces(const struct breaker *b, int first, int end, struct shape_piece **list) {
    const struct shape_word *last = &b->shape.words[end - 1];
    int from = b->shape.words[first].first, to = last->first + last->count;
    while (to > from && b->shape.pieces[to - 1].is_space) {
        to--;
    }
    *list = ARENA_ARRAY(b->arena, struct shape_piece, to - from);
    memcpy(*list, b->shape.pieces + from, sizeof **list * (size_t)(to - from));
    return to - from;
}

static struct line build_line(const struct breaker *b, int first_word, int end_word,
                              const struct paragraph_style *style) {
    struct line line = {.size_px = style->size_px,
                        .is_continued =
                            first_word > 0 && !b->shape.words[first_word - 1].ends_line};
    struct shape_piece *list;
    int count = collect_pieces(b, first_word, end_word, &list);
    build_runs(b, &line, list, count);
    bool is_shrinking = style->shrinks_numbers && style->width_px > 0;
    while (is_shrinking && line.width_px > style->width_px && line.size_px > 1) {
        int fitting = (int)((int64_t)line.size_px * style->width_px / line.width_px);
        line.size_px = int_max(fitting, 1);
        place_runs(&line, list);
    }
    for (int i = first_word; i < end_word; i++) {
        const struct shape_word *word = &b->shape.words[i];
        line.word_count += word->opens_word && word->count > word->space_count;
    }
    return line;
}

struct paragraph paragraph_break(const struct shape *shape, const struct paragraph_style *style,
                                 const struct fonts *fonts, struct arena *arena) {
    struct breaker b = {.arena = arena, .width_units = INT64_MAX / 4};
    if (style->width_px > 0) {
        b.width_units = (int64_t)style->width_px * FONTS_UNITS_PER_EM / style->size_px;
    }
    b.shape = shape_break_words(shape, b.width_units, fonts, arena);
    b.starts = ARENA_ARRAY(arena, int, b.shape.word_count + 2);
    int lines = break_lines(&b.shape, b.width_units, b.starts);
    if (style->is_balanced && lines > 1) {
        lines = balance(&b, lines);
    } else if (lines > 1 && has_lonely_word(&b, lines)) {
        lines = avoid_lonely_word(&b, lines);
    }
    struct paragraph paragraph = {.lines = ARENA_ARRAY(arena, struct line, lines),
                                  .line_count = lines,
                                  .is_torn = shape->widest_units > b.width_units};
    for (int i = 0; i < lines; i++) {
        struct line *line = &paragraph.lines[i];
        *line = build_line(&b, b.starts[i], b.starts[i + 1], style);
        paragraph.widest_px = int_max(paragraph.widest_px, line->width_px);
    }
    return paragraph;
}

struct paragraph paragraph_build(struct str text, const struct paragraph_style *style,
                                 const struct fonts *fonts, struct arena *arena) {
    struct shape_style shaping = {style->stretches, style->weight, style->is_right_to_left};
    struct shape shape = shape_build(text, &shaping, fonts, arena);
    return paragraph_break(&shape, style, fonts, arena);
}
