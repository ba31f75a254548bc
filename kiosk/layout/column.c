// SPDX-License-Identifier: MIT
// The vertical rhythm, in ems of the body's letter size, and the indents of lists. The markers of
// lists stand right-aligned in one gutter that is as wide as the widest of them needs. A paragraph
// whose typed lines all have a gap in them is a table of two columns.
#include "layout/column.h"

#include <string.h>

static const double LINE_PITCH_EM = 1.42; // NHS and GOV.UK design systems
static const double HEADING_PITCH_EM = 1.25;
static const double HEADING_SIZE = 1.15;
static const double PARAGRAPH_GAP_EM = 0.35;
static const double ITEM_GAP_EM = 0.3;
static const double HEADING_GAP_EM = 0.9; // before it
static const double AFTER_HEADING_EM = 0.15;
static const double CALLOUT_PAD_EM = 0.6;
static const double COLUMN_GAP_EM = 1.0; // of a table
static const double HANG_EM = 1.15;
static const double PICTURE_SHARE = 0.75; // of a page's height

enum { MEASURE_EM = 36 }; // of the longest line: 75 characters

int column_em_px(double em, int size_px) {
    return (int)(em * size_px + 0.5);
}

static int64_t em_units(double em) {
    return (int64_t)(em * FONTS_UNITS_PER_EM + 0.5);
}

// What every text of a column is shaped with.
struct shaping {
    const struct flow_style *style;
    const struct fonts *fonts;
    struct arena *arena;
};

static bool is_heading(const struct block *block) {
    return block->kind == BLOCK_HEADING;
}

static struct shape shape_part(const struct block *block, struct str part,
                               const struct shaping *shaping) {
    struct stretch *stretches = ARENA_ARRAY(shaping->arena, struct stretch, block->stretch_count);
    const char *at = block->text.at;
    int count = 0;
    for (int i = 0; i < block->stretch_count; i++) { // what of each stretch lies in the part
        const char *first = at > part.at ? at : part.at;
        const char *end = at + block->stretches[i].size;
        const char *last = end < part.at + part.size ? end : part.at + part.size;
        if (first < last) {
            stretches[count++] =
                (struct stretch){(uint32_t)(last - first), block->stretches[i].emphasis};
        }
        at = end;
    }
    struct shape_style style = {.stretches = count > 0 ? stretches : NULL,
                                .weight = is_heading(block) ? WEIGHT_BOLD : WEIGHT_REGULAR,
                                .is_right_to_left = shaping->style->is_right_to_left};
    return shape_build(part, &style, shaping->fonts, shaping->arena);
}

// A line up to its gap, or all of it.
static struct str lead_of(struct str line) {
    const char *gap = line.size > 0 ? memchr(line.at, '\t', line.size) : NULL;
    return gap ? (struct str){line.at, (size_t)(gap - line.at)} : line;
}

static bool is_table(const struct block *block) {
    struct str text = block->text;
    int lines = 0;
    for (; text.size > 0; lines++) {
        struct str line = str_take_line(&text);
        if (block->kind != BLOCK_PARAGRAPH || lead_of(line).size == line.size) {
            return false;
        }
    }
    return lines > 1;
}

static void add_table(struct column *column, const struct block *block,
                      const struct shaping *shaping) {
    int first = column->count;
    int64_t widest = 0;
    for (struct str text = block->text; text.size > 0;) {
        struct str line = str_take_line(&text), lead = lead_of(line);
        struct column_block row = {.block = block,
                                   .lead = shape_part(block, lead, shaping),
                                   .shape =
                                       shape_part(block, str_skip(line, lead.size + 1), shaping)};
        int64_t units = shape_line_units(&row.lead);
        widest = units > widest ? units : widest;
        *ARENA_ADD(shaping->arena, column->list, column->count) = row;
    }
    for (int i = first; i < column->count; i++) {
        column->list[i].table_units = widest + em_units(COLUMN_GAP_EM);
    }
}

// "Dr. Smith" goes on; "Ask your GP. Or" does not.
static bool is_short_form(struct str text, size_t at) {
    size_t first = at;
    while (first > 0 && text.at[first - 1] != ' ') {
        first--;
    }
    bool is_name = text.at[first] >= 'A' && text.at[first] <= 'Z';
    return text.at[at] == '.' && is_name && at - first > 1 && at - first < 4 &&
           text.at[at - 1] >= 'a' && text.at[at - 1] <= 'z';
}

// The bytes of the first sentence, with the space behind it.
static size_t sentence_size(struct str text) {
    for (size_t i = 0; i + 2 < text.size; i++) {
        bool is_small = text.at[i + 2] >= 'a' && text.at[i + 2] <= 'z';
        bool is_end = strchr(".?!", text.at[i]) && text.at[i + 1] == ' ';
        if (is_end && !is_small && !is_short_form(text, i)) {
            return i + 2;
        }
    }
    return text.size;
}

static void add_text(struct column *column, const struct block *block,
                     const struct shaping *shaping) {
    struct str text = block->text, first = text;
    bool has_lines = str_take_line(&first).size < text.size;
    do {
        struct str part = text;
        part.size = column->style->parts_sentences && !has_lines ? sentence_size(text) : text.size;
        bool goes_on = part.at != block->text.at;
        const struct column_block out = {
            .block = block,
            .shape = shape_part(block, part, shaping),
            .lead = shape_part(block, goes_on ? str_from("") : block->marker, shaping),
            .has_lines = has_lines};
        if (out.shape.word_count > 0) {
            *ARENA_ADD(shaping->arena, column->list, column->count) = out;
        }
        text = str_skip(text, part.size);
    } while (text.size > 0);
}

// A list's further paragraphs begin where its items' texts do, so each level remembers its gutter.
static void set_indents(struct column *column) {
    int64_t gutter = em_units(COLUMN_INDENT_EM);
    for (int i = 0; i < column->count; i++) {
        const struct column_block *item = &column->list[i];
        int64_t needed = shape_line_units(&item->lead) + em_units(COLUMN_MARKER_GAP_EM);
        gutter = item->block->marker.size > 0 && needed > gutter ? needed : gutter;
    }
    int64_t levels[UINT8_MAX + 1] = {0}; // by a block's indent
    for (int i = 0; i < column->count; i++) {
        struct column_block *out = &column->list[i];
        int level = out->block->indent;
        if (out->block->kind == BLOCK_ITEM || levels[level] == 0) {
            levels[level] = out->block->marker.size > 0 ? gutter : em_units(COLUMN_INDENT_EM);
        }
        for (int k = 1; k <= level; k++) {
            out->indent_units += levels[k] > 0 ? levels[k] : em_units(COLUMN_INDENT_EM);
        }
        out->indent_units += out->table_units;
    }
}

struct column column_build(const struct document *document, const struct flow_style *style,
                           const struct fonts *fonts, struct arena *arena) {
    struct column column = {.style = style};
    const struct shaping shaping = {style, fonts, arena};
    for (int i = 0; i < document->count; i++) {
        const struct block *block = &document->blocks[i];
        if (block->picture_w > 0) {
            *ARENA_ADD(arena, column.list, column.count) = (struct column_block){.block = block};
        } else if (block->kind == BLOCK_PICTURE) {
            continue; // it cannot be shown
        } else if (is_table(block)) {
            add_table(&column, block, &shaping);
        } else {
            add_text(&column, block, &shaping);
        }
    }
    set_indents(&column);
    return column;
}

int column_callout_pad_px(int size_px) {
    return column_em_px(CALLOUT_PAD_EM, size_px);
}

static double gap_em(const struct block *before, const struct block *block) {
    if (is_heading(block)) {
        return HEADING_GAP_EM;
    }
    if (is_heading(before)) {
        return AFTER_HEADING_EM;
    }
    return block->indent > 0 ? ITEM_GAP_EM : PARAGRAPH_GAP_EM; // a list belongs to what leads to it
}

static int gap_px(const struct block *before, const struct block *block, int size_px) {
    if (before == block) {
        return 0; // two lines of one table, two sentences
    }
    bool is_edge = before->callout != block->callout;
    int pads = is_edge ? (before->callout > 0) + (block->callout > 0) : 0;
    double gap = gap_em(before, block);
    gap = pads > 0 && gap < PARAGRAPH_GAP_EM ? PARAGRAPH_GAP_EM : gap;
    return column_em_px(gap, size_px) + pads * column_callout_pad_px(size_px);
}

struct column_place column_find_place(const struct column *column, int index) {
    const struct column_block *block = &column->list[index];
    int size_px = column->style->size_px;
    bool is_large = is_heading(block->block);
    int pad = block->block->callout ? column_callout_pad_px(size_px) : 0;
    int indent = pad + shape_px(block->indent_units, size_px);
    int lead = indent - shape_px(block->table_units, size_px);
    int most = column->style->width_px / 2; // a very narrow column still has room for words
    bool is_above = block->table_units > 0 && indent > most;
    indent = is_above ? lead + column_em_px(HANG_EM, size_px) : indent;
    struct column_place place = {
        .gap_px = index > 0 ? gap_px(column->list[index - 1].block, block->block, size_px) : 0,
        .indent_px = int_min(indent, most),
        .lead_px = int_min(lead, most),
        .is_above = is_above,
        .hang_px = block->has_lines ? column_em_px(HANG_EM, size_px) : 0,
        .pitch_px =
            column_em_px(is_large ? HEADING_PITCH_EM * HEADING_SIZE : LINE_PITCH_EM, size_px),
        .text = {.size_px = is_large ? column_em_px(HEADING_SIZE, size_px) : size_px,
                 .is_balanced = is_large,
                 .shrinks_numbers = true},
    };
    // Inside indent and padding, and no longer than a line can be read.
    int width = column->style->width_px - place.indent_px - place.hang_px - pad;
    place.text.width_px = int_max(int_min(width, MEASURE_EM * size_px), 1);
    if (block->block->picture_w > 0) {
        int w = block->block->picture_w, h = block->block->picture_h;
        double by_width = (double)place.text.width_px / w;
        double by_height = column->style->height_px * PICTURE_SHARE / h;
        double scale = by_width < by_height ? by_width : by_height;
        place.picture_w_px = int_max((int)(w * scale), 1);
        place.picture_h_px = int_max((int)(h * scale), 1);
    }
    return place;
}
