// SPDX-License-Identifier: MIT
// The vertical rhythm, in ems of the body's letter size, and the indents of lists. The numbers of
// ordered lists stand right-aligned in one gutter that is as wide as the widest of them needs.
#include "layout/column.h"

static const double LINE_PITCH_EM = 1.42; // NHS and GOV.UK design systems
static const double HEADING_PITCH_EM = 1.25;
static const double HEADING_SIZE = 1.15;
static const double PARAGRAPH_GAP_EM = 0.55;
static const double ITEM_GAP_EM = 0.35;
static const double HEADING_GAP_EM = 0.9; // before it
static const double AFTER_HEADING_EM = 0.15;
static const double INDENT_EM = 1.15;
static const double NUMBER_GAP_EM = 0.35;
static const double CALLOUT_PAD_EM = 0.6;
static const double PICTURE_SHARE = 0.45; // of a page's height

enum { LEVELS = 8 };

static int em_px(double em, int size_px) {
    return (int)(em * size_px + 0.5);
}

static int64_t em_units(double em) {
    return (int64_t)(em * FONTS_UNITS_PER_EM + 0.5);
}

static bool is_heading(const struct block *block) {
    return block->kind == BLOCK_HEADING;
}

static void shape_text(const struct column *column, struct column_block *out, struct arena *arena) {
    const struct block *block = out->block;
    struct shape_style shaping = {.stretches = block->stretch_count > 0 ? block->stretches : NULL,
                                  .weight = is_heading(block) ? WEIGHT_BOLD : WEIGHT_REGULAR,
                                  .is_right_to_left = column->style->is_right_to_left};
    out->shape = shape_build(block->text, &shaping, column->fonts, arena);
    if (block->kind == BLOCK_ITEM && block->number > 0) {
        shaping.stretches = NULL;
        struct str number = str_from(arena_format(arena, "%d.", block->number));
        out->number = shape_build(number, &shaping, column->fonts, arena);
    }
}

static void find_picture(const struct column *column, struct column_block *out,
                         struct arena *arena) {
    const struct picture_shapes *pictures = column->style->pictures;
    int w = 0;
    int h = 0;
    if (pictures && pictures->find(pictures->self, arena_text(arena, out->block->text), &w, &h) &&
        w > 0 && h > 0) {
        out->picture_w = w;
        out->picture_h = h;
    }
}

// A list's further paragraphs begin where its items' texts do, so each level remembers its gutter.
static void set_indents(struct column *column) {
    int64_t gutter = em_units(INDENT_EM);
    for (int i = 0; i < column->count; i++) {
        int64_t needed = column->list[i].number.widest_units + em_units(NUMBER_GAP_EM);
        gutter = needed > gutter ? needed : gutter;
    }
    int64_t levels[LEVELS] = {0};
    for (int i = 0; i < column->count; i++) {
        struct column_block *out = &column->list[i];
        int level = out->block->indent < LEVELS ? out->block->indent : LEVELS - 1;
        if (out->block->kind == BLOCK_ITEM || levels[level] == 0) {
            levels[level] = out->block->number > 0 ? gutter : em_units(INDENT_EM);
        }
        for (int k = 1; k <= level; k++) {
            out->indent_units += levels[k] > 0 ? levels[k] : em_units(INDENT_EM);
        }
    }
}

struct column column_build(const struct document *document, const struct flow_style *style,
                           const struct fonts *fonts, struct arena *arena) {
    struct column column = {.style = style, .fonts = fonts};
    column.list = ARENA_ARRAY(arena, struct column_block, document->count + 1);
    for (int i = 0; i < document->count; i++) {
        struct column_block *out = &column.list[column.count];
        *out = (struct column_block){.block = &document->blocks[i]};
        bool is_picture = out->block->kind == BLOCK_PICTURE;
        if (is_picture) {
            find_picture(&column, out, arena);
        } else {
            shape_text(&column, out, arena);
        }
        column.count += is_picture ? out->picture_w > 0 : out->shape.word_count > 0;
    }
    set_indents(&column);
    return column;
}

int column_callout_pad_px(int size_px) {
    return em_px(CALLOUT_PAD_EM, size_px);
}

int column_indent_px(const struct column *column, int index, int size_px) {
    const struct column_block *block = &column->list[index];
    int pad = block->block->callout ? column_callout_pad_px(size_px) : 0;
    int64_t units = block->indent_units * size_px + FONTS_UNITS_PER_EM / 2;
    int indent = pad + (int)(units / FONTS_UNITS_PER_EM);
    int most = column->style->width_px / 2; // a very narrow column still has room for words
    return indent < most ? indent : most;
}

// Inside indent and padding, and no longer than a line can be read.
static int text_width(const struct column *column, int index, int size_px) {
    int pad = column->list[index].block->callout ? column_callout_pad_px(size_px) : 0;
    int width = column->style->width_px - column_indent_px(column, index, size_px) - pad;
    int most = column->style->measure_em * size_px;
    width = most > 0 && width > most ? most : width;
    return width > 1 ? width : 1;
}

struct paragraph_style column_text_style(const struct column *column, int index, int size_px) {
    bool is_large = is_heading(column->list[index].block);
    return (struct paragraph_style){
        .size_px = is_large ? em_px(HEADING_SIZE, size_px) : size_px,
        .width_px = text_width(column, index, size_px),
        .is_right_to_left = column->style->is_right_to_left,
        .is_balanced = is_large,
        .shrinks_numbers = true,
    };
}

int column_pitch_px(const struct column *column, int index, int size_px) {
    double pitch =
        is_heading(column->list[index].block) ? HEADING_PITCH_EM * HEADING_SIZE : LINE_PITCH_EM;
    return em_px(pitch, size_px);
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

int column_gap_px(const struct column *column, int index, int size_px) {
    if (index == 0) {
        return 0;
    }
    const struct block *before = column->list[index - 1].block;
    const struct block *block = column->list[index].block;
    bool closes = before->callout && before->callout != block->callout;
    bool opens = block->callout && before->callout != block->callout;
    double gap = closes || opens ? PARAGRAPH_GAP_EM : 0;
    gap = gap > gap_em(before, block) ? gap : gap_em(before, block);
    return em_px(gap, size_px) + (closes + opens) * column_callout_pad_px(size_px);
}

struct rect column_picture(const struct column *column, int index, int size_px) {
    const struct column_block *block = &column->list[index];
    double by_width = (double)text_width(column, index, size_px) / block->picture_w;
    double by_height = column->style->height_px * PICTURE_SHARE / block->picture_h;
    double scale = by_width < by_height ? by_width : by_height;
    int w = (int)(block->picture_w * scale);
    int h = (int)(block->picture_h * scale);
    return (struct rect){0, 0, w > 0 ? w : 1, h > 0 ? h : 1};
}

int64_t column_height_px(const struct column *column, int size_px) {
    int64_t height = 0;
    for (int i = 0; i < column->count; i++) {
        height += column_gap_px(column, i, size_px);
        if (column->list[i].picture_w > 0) {
            height += column_picture(column, i, size_px).h;
            continue;
        }
        struct paragraph_style style = column_text_style(column, i, size_px);
        int lines = paragraph_count_lines(&column->list[i].shape, &style);
        if (lines < 0) {
            return -1;
        }
        height += (int64_t)lines * column_pitch_px(column, i, size_px);
    }
    bool opens = column->count > 0 && column->list[0].block->callout;
    bool closes = column->count > 0 && column->list[column->count - 1].block->callout;
    return height + (opens + closes) * column_callout_pad_px(size_px);
}
