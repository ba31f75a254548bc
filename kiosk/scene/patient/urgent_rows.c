// SPDX-License-Identifier: MIT
// The number of a heading is its first run of digits; what stands before it is said in small
// letters beside it, what stands after it in bold.
#include "scene/patient/urgent_rows.h"

enum {
    BRIEF_LINES = 2,
    DIGITS_MOST = 15, // of a telephone number (ITU-T E.164)
};

static const double BEFORE_U = 23, GAP_U = 2, NUMBER_PITCH_EM = 1.1, AFTER_PITCH_EM = 1.2;

static struct urgent_call split_heading(struct str text) {
    size_t first = 0;
    while (first < text.size && !char_is_digit(text.at[first])) {
        first++;
    }
    size_t end = first, digits = 0;
    while (char_is_digit(str_at(text, end)) ||
           (str_at(text, end) == ' ' && char_is_digit(str_at(text, end + 1)))) {
        digits += char_is_digit(text.at[end++]);
    }
    if (digits > DIGITS_MOST) {
        first = end = text.size; // words, of which no call can be made
    }
    return (struct urgent_call){.before = str_trim((struct str){text.at, first}),
                                .number = {text.at + first, end - first},
                                .after = str_trim(str_skip(text, end))};
}

struct urgent_calls urgent_calls_find(const struct scene_builder *builder) {
    const struct document *body = &builder->language->urgent.body;
    struct urgent_call *list = ARENA_ARRAY(builder->arena, struct urgent_call, body->count + 1);
    int count = 0;
    for (int i = 0; i < body->count; i++) {
        bool is_heading = body->blocks[i].kind == BLOCK_HEADING;
        if (is_heading || count == 0) {
            list[count] = split_heading(is_heading ? body->blocks[i].text : str_from(""));
            list[count++].words.blocks = &body->blocks[i + is_heading];
        }
        list[count - 1].words.count += !is_heading;
    }
    bool has_hero = count > 0 && list[0].number.size == 0 && list[0].before.size > 0;
    struct urgent_calls calls = {has_hero ? list : NULL, list + has_hero, count - has_hero, true};
    for (int i = 0; i < calls.count; i++) {
        calls.all_have_numbers = calls.all_have_numbers && calls.list[i].number.size > 0;
    }
    return calls;
}

struct row_builder {
    const struct scene_builder *builder;
    const struct urgent_sizes *sizes;
    struct urgent_rows rows;
};

static int pad_px(const struct scene_builder *builder) {
    return builder_tight_px(builder, 0.6, 1.2);
}

static struct urgent_row plan_row(const struct row_builder *b, const struct urgent_call *call) {
    const struct scene_builder *builder = b->builder;
    bool has_number = call->number.size > 0;
    struct look look = {builder->metrics->label_px, WEIGHT_SEMIBOLD, COLOUR_URGENT, ALIGN_START};
    struct urgent_row row = {0};
    row.before = builder_fit(
        builder, has_number ? call->before : str_from(""), look,
        (struct fit){builder_px(builder, BEFORE_U), 3, builder->metrics->small_px * 3 / 4});
    look = (struct look){b->sizes->number_px, WEIGHT_BOLD, COLOUR_URGENT, ALIGN_START};
    int room = builder_row(builder, 0, 0).w - builder_px(builder, BEFORE_U + GAP_U);
    room = builder->metrics->is_portrait ? room : room * 2 / 3; // the words stand beside it
    row.number =
        builder_fit(builder, call->number, look, (struct fit){room, 1, builder->metrics->small_px});
    builder_set_pitch(&row.number, NUMBER_PITCH_EM);
    row.number.height_px = has_number ? row.number.height_px : 0;
    return row;
}

static void find_columns(struct row_builder *b, const struct urgent_calls *calls) {
    const struct metrics *m = b->builder->metrics;
    int before = 0, number = 0;
    for (int i = 0; i < calls->count; i++) {
        struct urgent_row row = plan_row(b, &calls->list[i]);
        before = int_max(before, row.before.width_px);
        number = int_max(number, row.number.width_px);
    }
    int gap = builder_px(b->builder, GAP_U);
    struct urgent_columns *columns = &b->rows.columns;
    columns->number_x = m->margin_px + (before > 0 ? before + gap : 0);
    columns->words_x = m->is_portrait ? m->margin_px : columns->number_x + number + 3 * gap;
    columns->words_w = m->width_px - m->margin_px - columns->words_x;
}

static int number_height(const struct urgent_row *row) {
    return int_max(row->number.height_px, row->before.height_px);
}

static int words_height(const struct urgent_row *row) {
    return row->after.height_px + (row->words ? row->words->height_px : 0);
}

static void add_row(struct row_builder *b, struct urgent_row row) {
    const struct scene_builder *builder = b->builder;
    int number = number_height(&row), words = words_height(&row);
    row.height_px = builder->metrics->is_portrait ? number + words : int_max(number, words);
    row.height_px += pad_px(builder);
    struct urgent_rows *rows = &b->rows;
    *ARENA_ADD(builder->arena, rows->list, rows->count) = row;
    rows->height_px += row.height_px;
}

// At most half the room: staff may write a sentence where a call was meant.
static struct label plan_after(const struct row_builder *b, struct str after, struct look look) {
    int width = b->rows.columns.words_w, most = b->sizes->room_px / 2;
    struct label label = builder_wrap(b->builder, after, look, width);
    builder_set_pitch(&label, AFTER_PITCH_EM);
    while (label.height_px > most && look.size_px > b->builder->metrics->small_px) {
        look.size_px = look.size_px * 9 / 10;
        label = builder_wrap(b->builder, after, look, width);
        builder_set_pitch(&label, AFTER_PITCH_EM);
    }
    label.paragraph.line_count = int_min(label.paragraph.line_count, most / label.pitch_px);
    label.height_px = label.paragraph.line_count * label.pitch_px;
    return label;
}

static void add_call(struct row_builder *b, const struct urgent_call *call) {
    const struct scene_builder *builder = b->builder;
    struct urgent_row row = plan_row(b, call);
    enum urgent_detail detail = b->sizes->detail;
    struct look look = {b->sizes->words_px, WEIGHT_BOLD, COLOUR_INK, ALIGN_START};
    struct str after = call->number.size > 0 ? call->after : call->before;
    int width = b->rows.columns.words_w;
    if (after.size > 0 && (detail != URGENT_BARE || call->number.size == 0)) {
        row.after = plan_after(b, after, look);
    }
    struct document words = call->words;
    if (detail == URGENT_BRIEF && after.size == 0 && words.count > 0) {
        struct label brief = builder_wrap(builder, words.blocks[0].text, look, width);
        row.after = brief.paragraph.line_count > BRIEF_LINES ? row.after : brief;
    }
    words.count = detail == URGENT_WHOLE ? words.count : 0;
    int above = builder->metrics->is_portrait ? row.number.height_px : 0;
    int room = b->sizes->room_px - above - row.after.height_px - pad_px(builder);
    struct read_style style = {.size_px = b->sizes->words_px, .column = {0, 0, width, room}};
    struct flow flow = read_flow(builder, &words, &style);
    for (int i = 0; i < int_max(flow.page_count, 1); i++) {
        row.words = flow.page_count > 0 ? &flow.pages[i] : NULL;
        add_row(b, row);
    }
}

struct urgent_rows urgent_rows_build(const struct scene_builder *builder,
                                     const struct urgent_calls *calls,
                                     const struct urgent_sizes *sizes) {
    struct row_builder b = {.builder = builder, .sizes = sizes};
    find_columns(&b, calls);
    for (int i = 0; i < calls->count; i++) {
        add_call(&b, &calls->list[i]);
    }
    return b.rows;
}

static void draw_row(struct scene_builder *builder, const struct urgent_row *row,
                     const struct urgent_columns *columns, struct rect at) {
    const struct metrics *m = builder->metrics;
    int words_px = words_height(row);
    struct rect number = {columns->number_x, at.y, m->width_px - columns->number_x, at.h};
    struct rect before = {m->margin_px, at.y, columns->number_x - m->margin_px, at.h};
    struct rect words = {columns->words_x, at.y + (at.h - words_px) / 2, columns->words_w, 0};
    if (m->is_portrait) {
        number.h = number_height(row);
        number.y += (at.h - number.h - words_px) / 2;
        words.y = number.y + number.h;
        before.y = number.y;
        before.h = number.h;
    }
    if (row->number.height_px > 0) {
        builder_label(builder, before, &row->before);
        builder_label(builder, number, &row->number);
    }
    words.y = builder_below(builder, words, &row->after);
    if (row->words) {
        builder_page(builder, words, row->words, COLOUR_INK);
    }
}

void urgent_rows_draw(struct scene_builder *builder, const struct urgent_rows *rows,
                      struct rect room) {
    int spare = rows->count > 0 ? (room.h - rows->height_px) / rows->count : 0;
    spare = int_max(int_min(spare, builder_either_px(builder, 6, 14)), 0);
    for (int i = 0; i < rows->count; i++) {
        room.h = rows->list[i].height_px + spare;
        draw_row(builder, &rows->list[i], &rows->columns, room);
        room.y += room.h;
        if (i + 1 < rows->count) {
            builder_shape(builder, builder_row(builder, room.y, 1), COLOUR_LINE, 0);
        }
    }
}
