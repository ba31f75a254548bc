// SPDX-License-Identifier: MIT
// Blocks become rows: lines at their indents, with their bullets and numbers, mirrored where the
// language runs right to left.
#include "layout/rows.h"

static const double BULLET_EM = 0.36;
static const double BULLET_INSET_EM = 0.08;
static const double BULLET_GUTTER_EM = 1.15;
static const double NUMBER_GAP_EM = 0.35;
static const double HALF_CAPITAL_EM = 0.334; // of the house's face: centres capitals in a line
static const double HALF_X_HEIGHT_EM = 0.248;

struct row_builder {
    const struct column *column;
    struct arena *arena;
    int size_px;
    struct rows rows;
};

static int em_px(const struct row_builder *b, double em) {
    return (int)(em * b->size_px + 0.5);
}

static int mirrored(const struct row_builder *b, int x, int w) {
    const struct flow_style *style = b->column->style;
    return style->is_right_to_left ? style->width_px - x - w : x;
}

static struct row *add_row(struct row_builder *b) {
    b->rows.list = arena_grow(b->arena, b->rows.list, b->rows.count, sizeof *b->rows.list);
    struct row *row = &b->rows.list[b->rows.count++];
    *row = (struct row){0};
    return row;
}

static void add_bullet(struct row_builder *b, struct row *row, int text_x) {
    int side = em_px(b, BULLET_EM);
    side = side > 0 ? side : 1;
    int x = text_x - em_px(b, BULLET_GUTTER_EM) + em_px(b, BULLET_INSET_EM);
    int y = row->pieces[0].baseline_px - em_px(b, HALF_X_HEIGHT_EM) - side / 2;
    row->pieces[row->piece_count++] = (struct piece){
        .kind = PIECE_BULLET, .at = {mirrored(b, x, side), y, side, side}, .size_px = b->size_px};
}

static void add_number(struct row_builder *b, struct row *row, const struct shape *shape,
                       int text_x) {
    struct paragraph_style style = {.size_px = b->size_px};
    struct paragraph number = paragraph_break(shape, &style, b->column->fonts, b->arena);
    int w = number.widest_px;
    int x = text_x - em_px(b, NUMBER_GAP_EM) - w;
    x = x > 0 ? x : 0; // what rounding took
    row->pieces[row->piece_count++] = (struct piece){
        .kind = PIECE_NUMBER,
        .at = {mirrored(b, x, w), 0, w, row->height_px},
        .size_px = b->size_px,
        .baseline_px = row->pieces[0].baseline_px,
        .line = &number.lines[0],
    };
}

static void add_line(struct row_builder *b, int index, const struct line *line) {
    const struct block *block = b->column->list[index].block;
    int x = column_indent_px(b->column, index, b->size_px);
    struct row *row = add_row(b);
    row->height_px = column_pitch_px(b->column, index, b->size_px);
    row->callout = block->callout;
    row->word_count = line->word_count;
    row->pieces[row->piece_count++] = (struct piece){
        .kind = PIECE_LINE,
        .at = {mirrored(b, x, line->width_px), 0, line->width_px, row->height_px},
        .size_px = line->size_px,
        .baseline_px = (int)(row->height_px / 2.0 + HALF_CAPITAL_EM * line->size_px + 0.5),
        .is_heading = block->kind == BLOCK_HEADING,
        .line = line,
    };
}

static bool ends_with_colon(const struct block *block) {
    struct str text = str_trim(block->text);
    return text.size > 0 && text.at[text.size - 1] == ':';
}

// A heading takes two lines of what follows with it, and no line of a block stands alone.
static void bind_rows(struct row_builder *b, int index, int first) {
    const struct block *block = b->column->list[index].block;
    const struct block *before = index > 0 ? b->column->list[index - 1].block : NULL;
    const struct block *next =
        index + 1 < b->column->count ? b->column->list[index + 1].block : NULL;
    int last = b->rows.count - 1;
    for (int i = first; i < last; i++) {
        bool is_edge = i == first || i == last - 1;
        b->rows.list[i].bond = is_edge ? BOND_EDGE : BOND_LINE;
        if (i == first && before && before->kind == BLOCK_HEADING) {
            b->rows.list[i].bond = BOND_HEADING;
        }
    }
    b->rows.list[last].bond = ends_with_colon(block)                          ? BOND_EDGE
                              : next && next->indent > 0 && block->indent > 0 ? BOND_ITEM
                                                                              : BOND_NONE;
    for (int i = first; i <= last && block->kind == BLOCK_HEADING; i++) {
        b->rows.list[i].bond = BOND_HEADING;
    }
}

static void add_text(struct row_builder *b, int index) {
    const struct column_block *shaped = &b->column->list[index];
    struct paragraph_style style = column_text_style(b->column, index, b->size_px);
    struct paragraph paragraph =
        paragraph_break(&shaped->shape, &style, b->column->fonts, b->arena);
    int first = b->rows.count;
    for (int i = 0; i < paragraph.line_count; i++) {
        add_line(b, index, &paragraph.lines[i]);
    }
    if (b->rows.count == first) {
        return;
    }
    bind_rows(b, index, first);
    int text_x = column_indent_px(b->column, index, b->size_px);
    if (shaped->block->kind == BLOCK_ITEM && shaped->block->number > 0) {
        add_number(b, &b->rows.list[first], &shaped->number, text_x);
    } else if (shaped->block->kind == BLOCK_ITEM) {
        add_bullet(b, &b->rows.list[first], text_x);
    }
}

static void add_picture(struct row_builder *b, int index) {
    const struct block *block = b->column->list[index].block;
    struct rect at = column_picture(b->column, index, b->size_px);
    at.x = mirrored(b, column_indent_px(b->column, index, b->size_px), at.w);
    struct row *row = add_row(b);
    row->height_px = at.h;
    row->callout = block->callout;
    row->pieces[row->piece_count++] = (struct piece){
        .kind = PIECE_PICTURE,
        .at = at,
        .picture = arena_text(b->arena, block->text),
        .alt = arena_text(b->arena, block->alt),
    };
}

struct rows rows_build(const struct column *column, int size_px, struct arena *arena) {
    struct row_builder b = {.column = column, .arena = arena, .size_px = size_px};
    for (int i = 0; i < column->count; i++) {
        int first = b.rows.count;
        if (column->list[i].picture_w > 0) {
            add_picture(&b, i);
        } else {
            add_text(&b, i);
        }
        if (b.rows.count > first) {
            b.rows.list[first].gap_px = column_gap_px(column, i, size_px);
        }
    }
    return b.rows;
}
