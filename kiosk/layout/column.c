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
static const double CALLOUT_PAD_EM = 0.6;
static const double PICTURE_SHARE = 0.45; // of a page's height

int column_em_px(double em, int size_px) {
    return (int)(em * size_px + 0.5);
}

static int64_t em_units(double em) {
    return (int64_t)(em * FONTS_UNITS_PER_EM + 0.5);
}

static bool is_heading(const struct block *block) {
    return block->kind == BLOCK_HEADING;
}

static void shape_text(const struct flow_style *style, const struct fonts *fonts,
                       struct column_block *out, struct arena *arena) {
    const struct block *block = out->block;
    struct shape_style shaping = {.stretches = block->stretch_count > 0 ? block->stretches : NULL,
                                  .weight = is_heading(block) ? WEIGHT_BOLD : WEIGHT_REGULAR,
                                  .is_right_to_left = style->is_right_to_left};
    out->shape = shape_build(block->text, &shaping, fonts, arena);
    if (block->kind == BLOCK_ITEM && block->number > 0) {
        shaping.stretches = NULL;
        struct str number = str_from(arena_format(arena, "%d.", block->number));
        out->number = shape_build(number, &shaping, fonts, arena);
    }
}

static void find_picture(const struct picture_shapes *pictures, struct column_block *out,
                         struct arena *arena) {
    int w = 0, h = 0;
    if (pictures && pictures->find(pictures->self, arena_text(arena, out->block->text), &w, &h)) {
        out->picture_w = w;
        out->picture_h = h;
    }
}

// A list's further paragraphs begin where its items' texts do, so each level remembers its gutter.
static void set_indents(struct column *column) {
    int64_t gutter = em_units(COLUMN_INDENT_EM);
    for (int i = 0; i < column->count; i++) {
        int64_t needed = column->list[i].number.widest_units + em_units(COLUMN_NUMBER_GAP_EM);
        gutter = needed > gutter ? needed : gutter;
    }
    int64_t levels[UINT8_MAX + 1] = {0}; // by a block's indent
    for (int i = 0; i < column->count; i++) {
        struct column_block *out = &column->list[i];
        int level = out->block->indent;
        if (out->block->kind == BLOCK_ITEM || levels[level] == 0) {
            levels[level] = out->block->number > 0 ? gutter : em_units(COLUMN_INDENT_EM);
        }
        for (int k = 1; k <= level; k++) {
            out->indent_units += levels[k] > 0 ? levels[k] : em_units(COLUMN_INDENT_EM);
        }
    }
}

struct column column_build(const struct document *document, const struct flow_style *style,
                           const struct fonts *fonts, struct arena *arena) {
    struct column column = {.style = style};
    column.list = ARENA_ARRAY(arena, struct column_block, document->count + 1);
    for (int i = 0; i < document->count; i++) {
        struct column_block *out = &column.list[column.count];
        *out = (struct column_block){.block = &document->blocks[i]};
        if (out->block->kind == BLOCK_PICTURE) {
            find_picture(style->pictures, out, arena);
        } else {
            shape_text(style, fonts, out, arena);
        }
        column.count += out->picture_w > 0 || out->shape.word_count > 0;
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
    bool is_edge = before->callout != block->callout;
    int pads = is_edge ? (before->callout > 0) + (block->callout > 0) : 0;
    double gap = gap_em(before, block);
    gap = pads > 0 && gap < PARAGRAPH_GAP_EM ? PARAGRAPH_GAP_EM : gap;
    return column_em_px(gap, size_px) + pads * column_callout_pad_px(size_px);
}

// Inside indent and padding, and no longer than a line can be read.
static int text_width_px(const struct flow_style *style, int indent_px, int pad_px, int size_px) {
    int width = style->width_px - indent_px - pad_px;
    int most = style->measure_em * size_px;
    width = most > 0 && width > most ? most : width;
    return width > 1 ? width : 1;
}

static void fit_picture(struct column_place *place, const struct column_block *block,
                        int column_height_px) {
    double by_width = (double)place->text.width_px / block->picture_w;
    double by_height = column_height_px * PICTURE_SHARE / block->picture_h;
    double scale = by_width < by_height ? by_width : by_height;
    int w = (int)(block->picture_w * scale), h = (int)(block->picture_h * scale);
    place->picture_w_px = w > 0 ? w : 1;
    place->picture_h_px = h > 0 ? h : 1;
}

struct column_place column_find_place(const struct column *column, int index, int size_px) {
    const struct column_block *block = &column->list[index];
    bool is_large = is_heading(block->block);
    int pad = block->block->callout ? column_callout_pad_px(size_px) : 0;
    int64_t units = block->indent_units * size_px + FONTS_UNITS_PER_EM / 2;
    int indent = pad + (int)(units / FONTS_UNITS_PER_EM);
    int most = column->style->width_px / 2; // a very narrow column still has room for words
    struct column_place place = {
        .gap_px = index > 0 ? gap_px(column->list[index - 1].block, block->block, size_px) : 0,
        .indent_px = indent < most ? indent : most,
        .pitch_px =
            column_em_px(is_large ? HEADING_PITCH_EM * HEADING_SIZE : LINE_PITCH_EM, size_px),
        .text = {.size_px = is_large ? column_em_px(HEADING_SIZE, size_px) : size_px,
                 .is_balanced = is_large,
                 .shrinks_numbers = true},
    };
    place.text.width_px = text_width_px(column->style, place.indent_px, pad, size_px);
    if (block->picture_w > 0) {
        fit_picture(&place, block, column->style->height_px);
    }
    return place;
}

int64_t column_height_px(const struct column *column, int size_px) {
    int64_t height = 0;
    for (int i = 0; i < column->count; i++) {
        struct column_place place = column_find_place(column, i, size_px);
        int lines = paragraph_count_lines(&column->list[i].shape, &place.text);
        if (lines < 0) {
            return -1;
        }
        height += place.gap_px + place.picture_h_px + (int64_t)lines * place.pitch_px;
    }
    bool opens = column->count > 0 && column->list[0].block->callout;
    bool closes = column->count > 0 && column->list[column->count - 1].block->callout;
    return height + (opens + closes) * column_callout_pad_px(size_px);
}
