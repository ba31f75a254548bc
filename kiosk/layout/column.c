// SPDX-License-Identifier: MIT
// A paragraph whose typed lines all have a gap in them is a table of two columns. The markers of
// lists stand right-aligned in one gutter that is as wide as the widest of them needs.
#include "layout/column.h"

#include <string.h>

static const double TABLE_GAP_EM = 1.0; // between its columns

static int64_t em_units(double em) {
    return (int64_t)(em * FONTS_UNITS_PER_EM + 0.5);
}

// What every text of a column is shaped with.
struct shaping {
    const struct flow_style *style;
    const struct fonts *fonts;
    struct arena *arena;
};

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
                                .weight =
                                    block->kind == BLOCK_HEADING ? WEIGHT_BOLD : WEIGHT_REGULAR,
                                .is_right_to_left = shaping->style->is_right_to_left};
    return shape_build(part, &style, shaping->fonts, shaping->arena);
}

// A line up to its gap, or all of it.
static struct str lead_of(struct str line) {
    const char *gap = line.size > 0 ? memchr(line.at, '\t', line.size) : NULL;
    return gap ? (struct str){line.at, (size_t)(gap - line.at)} : line;
}

// How far in the second column of a table begins; 0 where there is none, or no room for it.
static int64_t table_units(const struct block *block, const struct shaping *shaping) {
    int64_t widest = 0;
    int lines = 0;
    for (struct str text = block->text; text.size > 0; lines++) {
        struct str line = str_take_line(&text), lead = lead_of(line);
        if (block->kind != BLOCK_PARAGRAPH || block->indent > 0 || lead.size == line.size) {
            return 0;
        }
        struct shape shape = shape_part(block, lead, shaping);
        int64_t units = shape_line_units(&shape);
        widest = units > widest ? units : widest;
    }
    int64_t units = widest + em_units(TABLE_GAP_EM);
    int64_t pad = block->callout ? em_units(COLUMN_CALLOUT_PAD_EM) : 0;
    bool has_room = shape_px(units + pad, shaping->style->size_px) <= shaping->style->width_px / 2;
    return lines > 1 && has_room ? units : 0;
}

static void add_table(struct column *column, const struct block *block,
                      const struct shaping *shaping) {
    int64_t units = table_units(block, shaping);
    for (struct str text = block->text; text.size > 0;) {
        struct str line = str_take_line(&text), lead = lead_of(line);
        *ARENA_ADD(shaping->arena, column->list, column->count) = (struct column_block){
            .block = block,
            .lead = shape_part(block, lead, shaping),
            .shape = shape_part(block, str_skip(line, lead.size + 1), shaping),
            .table_units = units,
        };
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
        } else if (table_units(block, &shaping) > 0) {
            add_table(&column, block, &shaping);
        } else {
            add_text(&column, block, &shaping);
        }
    }
    set_indents(&column);
    return column;
}
