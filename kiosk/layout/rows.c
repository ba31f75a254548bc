// SPDX-License-Identifier: MIT
// Blocks become rows: lines at their indents, with their bullets and markers, mirrored where the
// language runs right to left. What goes on with a typed line hangs, so that two typed lines never
// look like three. The vertical rhythm is in ems of the body's letter size.
#include "layout/rows.h"

static const double LINE_PITCH_EM = 1.42; // NHS and GOV.UK design systems
static const double HEADING_PITCH_EM = 1.25;
static const double HEADING_SIZE = 1.15;
static const double PARAGRAPH_GAP_EM = 0.35;
static const double ITEM_GAP_EM = 0.3;
static const double HEADING_GAP_EM = 0.9; // before it
static const double AFTER_HEADING_EM = 0.15;
static const double HANG_EM = 1.15;
static const double PICTURE_SHARE = 0.75; // of a page's height
static const double BULLET_EM = 0.36;
static const double BULLET_INSET_EM = 0.08;
static const double HALF_CAPITAL_EM = 0.334; // of the house's face: centres capitals in a line
static const double HALF_X_HEIGHT_EM = 0.248;

enum { MEASURE_EM = 36 }; // of the longest line: 75 characters

// Where a block stands.
struct place {
    int indent_px; // of its text or picture
    int lead_px;   // of the first column of a table, which stands beside the second
    int hang_px;   // how much further a line stands in that goes on with a typed line
    int pitch_px;  // of its lines
    struct paragraph_style text;
};

struct row_builder {
    const struct column *column;
    const struct fonts *fonts;
    struct arena *arena;
    int size_px;
    int gap_px; // above the next row, the padding of call-outs that close or open there included
    struct rows rows;
};

static int em_px(double em, int size_px) {
    return (int)(em * size_px + 0.5);
}

static bool is_heading(const struct block *block) {
    return block->kind == BLOCK_HEADING;
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
    return em_px(gap, size_px) + pads * em_px(COLUMN_CALLOUT_PAD_EM, size_px);
}

static struct place find_place(const struct row_builder *b, const struct column_block *block) {
    int size_px = b->size_px, width_px = b->column->style->width_px;
    bool is_large = is_heading(block->block);
    int pad = block->block->callout ? b->rows.callout_pad_px : 0;
    int indent = pad + shape_px(block->indent_units, size_px);
    int most = width_px / 2; // a very narrow column still has room for words
    struct place place = {
        .indent_px = int_min(indent, most),
        .lead_px = indent - shape_px(block->table_units, size_px),
        .hang_px = block->has_lines ? em_px(HANG_EM, size_px) : 0,
        .pitch_px = em_px(is_large ? HEADING_PITCH_EM * HEADING_SIZE : LINE_PITCH_EM, size_px),
        .text = {.size_px = is_large ? em_px(HEADING_SIZE, size_px) : size_px,
                 .is_balanced = is_large,
                 .shrinks_numbers = true},
    };
    // Inside indent and padding, and no longer than a line can be read.
    int width = width_px - place.indent_px - place.hang_px - pad;
    place.text.width_px = int_max(int_min(width, MEASURE_EM * size_px), 1);
    return place;
}

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
    int side = int_max(em_px(BULLET_EM, b->size_px), 1);
    int x = text_x - em_px(COLUMN_INDENT_EM, b->size_px) + em_px(BULLET_INSET_EM, b->size_px);
    int middle = row->pieces[0].baseline_px - em_px(HALF_X_HEIGHT_EM, b->size_px);
    row->pieces[row->piece_count++] =
        (struct piece){.kind = PIECE_BULLET,
                       .at = {mirrored(b, x, side), middle - side / 2, side, side},
                       .size_px = b->size_px};
}

// The marker of an item, which ends before the text, or the first column of a table.
static void add_lead(struct row_builder *b, struct row *row, const struct column_block *shaped,
                     const struct place *place) {
    struct paragraph_style style = {.size_px = b->size_px};
    struct paragraph lead = paragraph_break(&shaped->lead, &style, b->fonts, b->arena);
    int w = lead.widest_px;
    int x = shaped->table_units > 0
                ? place->lead_px
                : place->indent_px - em_px(COLUMN_MARKER_GAP_EM, b->size_px) - w;
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
                            const struct place *place, const struct line *line) {
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

static void add_text(struct row_builder *b, int index, const struct place *place) {
    const struct column_block *shaped = &b->column->list[index];
    bool is_first = index == 0 || shaped[-1].block != shaped->block; // of its sentences
    struct paragraph paragraph = paragraph_break(&shaped->shape, &place->text, b->fonts, b->arena);
    for (int i = 0; i < paragraph.line_count; i++) {
        struct row *row = add_line(b, shaped->block, place, &paragraph.lines[i]);
        row->bond = bond_behind(b->column, index, i, paragraph.line_count);
        if (i == 0 && shaped->lead.word_count > 0) {
            add_lead(b, row, shaped, place);
        } else if (i == 0 && shaped->block->kind == BLOCK_ITEM && is_first) {
            add_bullet(b, row, place->indent_px);
        }
    }
}

static void add_picture(struct row_builder *b, const struct block *block,
                        const struct place *place) {
    double by_width = (double)place->text.width_px / block->picture_w;
    double by_height = b->column->style->height_px * PICTURE_SHARE / block->picture_h;
    double scale = by_width < by_height ? by_width : by_height;
    int w = int_max((int)(block->picture_w * scale), 1);
    int h = int_max((int)(block->picture_h * scale), 1);
    struct row *row = add_row(b, block, h);
    row->pieces[row->piece_count++] = (struct piece){
        .kind = PIECE_PICTURE,
        .at = {mirrored(b, place->indent_px, w), 0, w, h},
        .picture = arena_text(b->arena, block->text),
    };
}

struct rows rows_build(const struct column *column, const struct fonts *fonts,
                       struct arena *arena) {
    int size_px = column->style->size_px;
    struct row_builder b = {.column = column, .fonts = fonts, .arena = arena, .size_px = size_px};
    b.rows.callout_pad_px = em_px(COLUMN_CALLOUT_PAD_EM, size_px);
    for (int i = 0; i < column->count; i++) {
        const struct column_block *shaped = &column->list[i];
        struct place place = find_place(&b, shaped);
        b.gap_px = i > 0 ? gap_px(shaped[-1].block, shaped->block, size_px) : 0;
        if (shaped->block->picture_w > 0) {
            add_picture(&b, shaped->block, &place);
        } else {
            add_text(&b, i, &place);
        }
    }
    return b.rows;
}
