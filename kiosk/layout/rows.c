// SPDX-License-Identifier: MIT
// Blocks become rows. The vertical rhythm, in ems of the body's letter size, stands in one table; a
// block that is wider than its column even as one number gets letters of its own that fit.
#include "layout/rows.h"

#include <string.h>

static const double LINE_PITCH_EM = 1.42; // NHS and GOV.UK design systems
static const double HEADING_PITCH_EM = 1.25;
static const double HEADING_SIZE = 1.15;
static const double PARAGRAPH_GAP_EM = 0.55;
static const double ITEM_GAP_EM = 0.35;
static const double HEADING_GAP_EM = 0.9; // before it
static const double AFTER_HEADING_EM = 0.15;
static const double INDENT_EM = 1.15;
static const double NUMBER_INDENT_EM = 1.35;
static const double BULLET_EM = 0.36;
static const double HALF_CAPITAL_EM = 0.334;
static const double HALF_X_HEIGHT_EM = 0.248;
static const double CALLOUT_PAD_EM = 0.6;
static const double PICTURE_SHARE = 0.45; // of a page's height

struct building {
    const struct row_source *source;
    struct arena *arena;
    struct rows rows;
};

static int px(const struct building *b, double em) {
    return (int)(em * b->source->size_px + 0.5);
}

int rows_callout_pad_px(int size_px) {
    return (int)(CALLOUT_PAD_EM * size_px + 0.5);
}

struct shaped_document rows_shape(const struct document *document, const struct flow_style *style,
                                  const struct fonts *fonts, struct arena *arena) {
    struct shaped_document shaped = {ARENA_ARRAY(arena, struct shaped_block, document->count + 1),
                                     document->count};
    for (int i = 0; i < document->count; i++) {
        const struct block *block = &document->blocks[i];
        struct shaped_block *out = &shaped.list[i];
        out->block = block;
        bool is_heading = block->kind == BLOCK_HEADING;
        struct shape_style shaping = {.stretches = block->stretches,
                                      .weight = is_heading ? WEIGHT_BOLD : WEIGHT_REGULAR,
                                      .is_right_to_left = style->is_right_to_left};
        if (block->kind != BLOCK_PICTURE) {
            out->shape = shape_build(block->text, &shaping, fonts, arena);
        }
        if (block->kind == BLOCK_ITEM && block->number > 0) {
            shaping.stretches = NULL;
            struct str number = str_from(arena_format(arena, "%d.", block->number));
            out->number = shape_build(number, &shaping, fonts, arena);
        }
    }
    return shaped;
}

static double gap_between_em(const struct block *before, const struct block *block) {
    if (!before) {
        return 0;
    }
    if (block->kind == BLOCK_HEADING) {
        return HEADING_GAP_EM;
    }
    if (before->kind == BLOCK_HEADING) {
        return AFTER_HEADING_EM;
    }
    return block->indent > 0 ? ITEM_GAP_EM : PARAGRAPH_GAP_EM; // a list belongs to what leads to it
}

static int gap_above(const struct building *b, const struct block *before,
                     const struct block *block) {
    int gap = px(b, gap_between_em(before, block));
    int pad = rows_callout_pad_px(b->source->size_px);
    bool opens = block->callout && (!before || before->callout != block->callout);
    bool closes = before && before->callout && before->callout != block->callout;
    return gap + (opens ? pad : 0) + (closes ? pad : 0);
}

static int indent_px(const struct building *b, const struct block *block) {
    if (block->indent == 0) {
        return 0;
    }
    double own = block->number > 0 ? NUMBER_INDENT_EM + (block->number > 9 ? 0.6 : 0) : INDENT_EM;
    return px(b, own + (block->indent - 1) * INDENT_EM);
}

static int mirrored(const struct building *b, int x, int w) {
    return b->source->style->is_right_to_left ? b->source->style->width_px - x - w : x;
}

static struct row *add_row(struct building *b) {
    b->rows.list = arena_grow(b->arena, b->rows.list, b->rows.count, sizeof *b->rows.list);
    struct row *row = &b->rows.list[b->rows.count++];
    *row = (struct row){0};
    return row;
}

static struct paragraph break_block(struct building *b, const struct shape *shape,
                                    struct paragraph_style *style) {
    struct paragraph paragraph = paragraph_break(shape, style, b->source->fonts, b->arena);
    if (paragraph.widest_px > style->width_px) {
        // Only a telephone number is never broken: it gets smaller, never clipped.
        b->rows.overflows = true;
        style->size_px = (int)((int64_t)style->size_px * style->width_px / paragraph.widest_px);
        style->size_px = style->size_px > 1 ? style->size_px : 1;
        paragraph = paragraph_break(shape, style, b->source->fonts, b->arena);
    }
    return paragraph;
}

static void add_sign(struct building *b, struct row *row, const struct shaped_block *shaped,
                     int text_x) {
    const struct block *block = shaped->block;
    int size = b->source->size_px;
    struct piece piece = {.size_px = size, .baseline_px = row->pieces[0].baseline_px};
    if (block->number > 0) {
        struct paragraph_style style = {.size_px = size};
        struct paragraph number =
            paragraph_break(&shaped->number, &style, b->source->fonts, b->arena);
        int x = text_x - px(b, 0.35) - number.widest_px;
        piece.kind = PIECE_NUMBER;
        piece.line = &number.lines[0];
        piece.at =
            (struct rect){mirrored(b, x, number.widest_px), 0, number.widest_px, row->height_px};
    } else {
        int side = px(b, BULLET_EM);
        int x = text_x - px(b, INDENT_EM) + px(b, 0.08);
        int y = piece.baseline_px - px(b, HALF_X_HEIGHT_EM) - side / 2;
        piece.kind = PIECE_BULLET;
        piece.at = (struct rect){mirrored(b, x, side), y, side, side};
    }
    row->pieces[row->piece_count++] = piece;
}

static void add_line(struct building *b, const struct shaped_block *shaped,
                     const struct paragraph_style *style, const struct line *line) {
    bool is_heading = shaped->block->kind == BLOCK_HEADING;
    int pad = shaped->block->callout ? rows_callout_pad_px(b->source->size_px) : 0;
    int x = pad + indent_px(b, shaped->block);
    struct row *row = add_row(b);
    double pitch = is_heading ? HEADING_PITCH_EM : LINE_PITCH_EM;
    row->height_px = (int)(pitch * style->size_px + 0.5);
    row->callout = shaped->block->callout;
    row->word_count = line->word_count;
    row->pieces[row->piece_count++] = (struct piece){
        .kind = PIECE_LINE,
        .at = {mirrored(b, x, line->width_px), 0, line->width_px, row->height_px},
        .size_px = style->size_px,
        .baseline_px = (int)(row->height_px / 2.0 + HALF_CAPITAL_EM * style->size_px + 0.5),
        .is_heading = is_heading,
        .line = line,
    };
}

// Column width for a block: inside its indent and padding, and no longer than 75 characters.
static int text_width(const struct building *b, const struct block *block) {
    int pad = block->callout ? rows_callout_pad_px(b->source->size_px) : 0;
    int width = b->source->style->width_px - indent_px(b, block) - 2 * pad;
    int most = b->source->style->measure_em * b->source->size_px;
    width = most > 0 && width > most ? most : width;
    return width > 1 ? width : 1;
}

static void add_text(struct building *b, const struct shaped_block *shaped) {
    const struct block *block = shaped->block;
    bool is_heading = block->kind == BLOCK_HEADING;
    struct paragraph_style style = {
        .size_px = is_heading ? px(b, HEADING_SIZE) : b->source->size_px,
        .width_px = text_width(b, block),
        .is_right_to_left = b->source->style->is_right_to_left,
        .is_balanced = is_heading,
    };
    struct paragraph paragraph = break_block(b, &shaped->shape, &style);
    int first = b->rows.count;
    for (int i = 0; i < paragraph.line_count; i++) {
        add_line(b, shaped, &style, &paragraph.lines[i]);
    }
    int last = b->rows.count - 1;
    for (int i = first; i <= last; i++) {
        // A heading stays with what follows; no paragraph leaves one line alone on a page.
        bool is_edge = i < last && (i == first || i == last - 1);
        b->rows.list[i].keeps_next = is_heading || is_edge;
    }
    if (block->kind == BLOCK_ITEM && last >= first) {
        int pad = block->callout ? rows_callout_pad_px(b->source->size_px) : 0;
        add_sign(b, &b->rows.list[first], shaped, pad + indent_px(b, block));
    }
}

static void add_picture(struct building *b, const struct block *block) {
    const struct flow_style *style = b->source->style;
    const char *name = arena_text(b->arena, block->text);
    int width = 0;
    int height = 0;
    bool is_known =
        style->pictures && style->pictures->find(style->pictures->self, name, &width, &height);
    if (!is_known || width <= 0 || height <= 0) {
        return;
    }
    double by_width = (double)text_width(b, block) / width;
    double by_height = style->height_px * PICTURE_SHARE / height;
    double scale = by_width < by_height ? by_width : by_height;
    int w = (int)(width * scale) > 0 ? (int)(width * scale) : 1;
    int h = (int)(height * scale) > 0 ? (int)(height * scale) : 1;
    struct row *row = add_row(b);
    row->height_px = h;
    row->callout = block->callout;
    row->pieces[row->piece_count++] = (struct piece){
        .kind = PIECE_PICTURE,
        .at = {mirrored(b, indent_px(b, block), w), 0, w, h},
        .picture = name,
        .alt = arena_text(b->arena, block->alt),
    };
}

struct rows rows_build(const struct row_source *source, struct arena *arena) {
    struct building b = {.source = source, .arena = arena};
    const struct block *before = NULL;
    for (int i = 0; i < source->document->count; i++) {
        const struct shaped_block *shaped = &source->document->list[i];
        int first = b.rows.count;
        if (shaped->block->kind == BLOCK_PICTURE) {
            add_picture(&b, shaped->block);
        } else {
            add_text(&b, shaped);
        }
        if (b.rows.count > first) {
            b.rows.list[first].gap_px = gap_above(&b, before, shaped->block);
            before = shaped->block;
        }
    }
    return b.rows;
}
