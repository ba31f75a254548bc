// SPDX-License-Identifier: MIT
// Blocks become rows: lines at their indents, with their bullets and markers, mirrored where the
// language runs right to left. What goes on with a typed line hangs, so that two typed lines never
// look like three.
#include "layout/rows.h"

static const double BULLET_EM = 0.36;
static const double BULLET_INSET_EM = 0.08;
static const double HALF_CAPITAL_EM = 0.334; // of the house's face: centres capitals in a line
static const double HALF_X_HEIGHT_EM = 0.248;

struct row_builder {
    const struct column *column;
    const struct fonts *fonts;
    struct arena *arena;
    int size_px;
    int gap_px; // above the next row
    struct rows rows;
};

static int mirrored(const struct row_builder *b, int x, int w) {
    const struct flow_style *style = b->column->style;
    return style->is_right_to_left ? style->width_px - x - w : x;
}

static struct row *add_row(struct row_builder *b, const struct block *block, int height_px) {
    struct row *row = ARENA_ADD(b->arena, b->rows.list, b->rows.count);
    *row = (struct row){.gap_px = b->gap_px, .height_px = height_px, .callout = block->callout};
    b->gap_px = 0;
    return row;
}

static void add_bullet(struct row_builder *b, struct row *row, int text_x) {
    int side = int_max(column_em_px(BULLET_EM, b->size_px), 1);
    int x = text_x - column_em_px(COLUMN_INDENT_EM, b->size_px) +
            column_em_px(BULLET_INSET_EM, b->size_px);
    int middle = row->pieces[0].baseline_px - column_em_px(HALF_X_HEIGHT_EM, b->size_px);
    row->pieces[row->piece_count++] =
        (struct piece){.kind = PIECE_BULLET,
                       .at = {mirrored(b, x, side), middle - side / 2, side, side},
                       .size_px = b->size_px};
}

// The marker of an item, which ends before the text, or the first column of a table.
static void add_lead(struct row_builder *b, struct row *row, const struct column_block *shaped,
                     const struct column_place *place) {
    struct paragraph_style style = {.size_px = b->size_px};
    struct paragraph lead = paragraph_break(&shaped->lead, &style, b->fonts, b->arena);
    int w = lead.widest_px;
    int x = shaped->table_units > 0
                ? place->lead_px
                : place->indent_px - column_em_px(COLUMN_MARKER_GAP_EM, b->size_px) - w;
    x = x > 0 ? x : 0; // what rounding took
    row->pieces[row->piece_count++] = (struct piece){
        .kind = PIECE_NUMBER,
        .at = {mirrored(b, x, w), 0, w, row->height_px},
        .size_px = b->size_px,
        .baseline_px = row->pieces[0].baseline_px,
        .line = &lead.lines[0],
    };
}

static struct row *add_line(struct row_builder *b, const struct block *block,
                            const struct column_place *place, const struct line *line) {
    struct row *row = add_row(b, block, place->pitch_px);
    int x = place->indent_px + (line->is_continued ? place->hang_px : 0);
    row->word_count = line->word_count;
    row->pieces[row->piece_count++] = (struct piece){
        .kind = PIECE_LINE,
        .at = {mirrored(b, x, line->width_px), 0, line->width_px, row->height_px},
        .size_px = line->size_px,
        .baseline_px = (int)(row->height_px / 2.0 + HALF_CAPITAL_EM * line->size_px + 0.5),
        .line = line,
    };
    return row;
}

// Whether the block behind this one is the last of all.
static bool is_before_last(const struct column *column, int index) {
    const struct column_block *list = column->list;
    int next = index + 1, behind = next;
    while (behind < column->count && list[behind].block == list[next].block) {
        behind++;
    }
    return behind == column->count;
}

// Behind a line of a block. A heading takes two lines of what follows with it, and no line of a
// block stands alone.
static enum row_bond bond_behind(const struct column *column, int index, int line, int line_count) {
    const struct column_block *list = column->list;
    const struct block *block = list[index].block;
    bool is_led = index > 0 && list[index - 1].block->kind == BLOCK_HEADING;
    bool is_followed = index + 1 < column->count && list[index + 1].block->indent > 0;
    if (block->kind == BLOCK_HEADING) {
        return BOND_HEADING;
    }
    if (line == line_count - 1 && index + 1 < column->count && list[index + 1].block == block) {
        return list[index + 1].table_units > 0 ? BOND_LINE : BOND_ITEM; // or sentences
    }
    if (line == line_count - 1) {
        bool is_item = is_followed && block->indent > 0;
        struct str text = str_trim(block->text);
        if (str_at(text, text.size - 1) == ':') {
            return BOND_LEAD;
        }
        return !is_item ? BOND_NONE : is_before_last(column, index) ? BOND_LAST : BOND_ITEM;
    }
    if (line == 0) {
        return is_led ? BOND_HEADING : BOND_EDGE;
    }
    return line == line_count - 2 ? BOND_EDGE : BOND_LINE;
}

static void add_text(struct row_builder *b, int index, const struct column_place *place) {
    const struct column_block *shaped = &b->column->list[index];
    bool is_first = index == 0 || shaped[-1].block != shaped->block; // of its sentences
    struct paragraph paragraph = paragraph_break(&shaped->shape, &place->text, b->fonts, b->arena);
    if (place->is_above) {
        struct paragraph lead = paragraph_break(&shaped->lead, &place->text, b->fonts, b->arena);
        struct column_place above = *place;
        above.indent_px = place->lead_px;
        for (int i = 0; i < lead.line_count; i++) {
            add_line(b, shaped->block, &above, &lead.lines[i])->bond = BOND_EDGE;
        }
    }
    for (int i = 0; i < paragraph.line_count; i++) {
        struct row *row = add_line(b, shaped->block, place, &paragraph.lines[i]);
        row->bond = bond_behind(b->column, index, i, paragraph.line_count);
        if (i == 0 && shaped->lead.word_count > 0 && !place->is_above) {
            add_lead(b, row, shaped, place);
        } else if (i == 0 && shaped->block->kind == BLOCK_ITEM && is_first) {
            add_bullet(b, row, place->indent_px);
        }
    }
}

static void add_picture(struct row_builder *b, int index, const struct column_place *place) {
    const struct block *block = b->column->list[index].block;
    int w = place->picture_w_px, h = place->picture_h_px;
    struct row *row = add_row(b, block, h);
    row->pieces[row->piece_count++] = (struct piece){
        .kind = PIECE_PICTURE,
        .at = {mirrored(b, place->indent_px, w), 0, w, h},
        .picture = arena_text(b->arena, block->text),
    };
}

struct rows rows_build(const struct column *column, const struct fonts *fonts,
                       struct arena *arena) {
    struct row_builder b = {
        .column = column, .fonts = fonts, .arena = arena, .size_px = column->style->size_px};
    for (int i = 0; i < column->count; i++) {
        struct column_place place = column_find_place(column, i);
        b.gap_px = place.gap_px;
        if (place.picture_h_px > 0) {
            add_picture(&b, i, &place);
        } else {
            add_text(&b, i, &place);
        }
    }
    return b.rows;
}
