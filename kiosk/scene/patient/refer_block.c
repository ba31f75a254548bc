// SPDX-License-Identifier: MIT
// Words first, then number, then code, which is never smaller than can be scanned. What the number
// says and what the code says is one thing, so they always stand together.
#include "scene/patient/patient_builders.h"

static const double CODE_U[] = {24, 40}, CODE_TALL_U[] = {41, 46}; // on a card, on the poster
static const double NUMBER_U[] = {9, 8}, NUMBER_TALL_U[] = {10.2, 15.6};
static const double BAND_U[] = {26, 45}; // height
static const double BAND_START_U = 70;   // of the poster's
static const double LEAST_U = 2.6;       // no letters are smaller
static const double AIR_U = 3;           // between words and code

static struct label plan_words(const struct scene_builder *builder, enum word word, int width_px,
                               int lines) {
    struct look look = {builder->metrics->label_px, WEIGHT_SEMIBOLD, COLOUR_ON_FLOOR, ALIGN_START};
    return builder_fit(builder, str_from(builder_word(builder, word)), look,
                       (struct fit){width_px, lines, builder_px(builder, LEAST_U)});
}

static void plan_labels(const struct scene_builder *builder, struct refer_block *block,
                        int width_px, int number_px) {
    int lines = block->form == REFER_BAND && block->at.x == 0 ? 1 : 2;
    block->call = plan_words(builder, WORD_CALL_OR_SCAN, width_px, lines);
    block->gp = plan_words(builder, WORD_OR_GP, width_px, lines);
    block->number = widget_number(builder, width_px, number_px, COLOUR_ON_FLOOR);
}

static void plan_band(const struct scene_builder *builder, struct refer_block *block,
                      enum refer_place place) {
    const struct metrics *m = builder->metrics;
    int height = builder_px(builder, BAND_U[place]);
    int x = place == REFER_ON_POSTER ? builder_px(builder, BAND_START_U) : 0;
    block->at = (struct rect){x, m->height_px - height, m->width_px - x, height};
    int taken = block->code_px + builder_px(builder, AIR_U + 3.6);
    taken += place == REFER_ON_POSTER ? m->margin_px
                                      : m->margin_px + m->urgent_w_px + builder_px(builder, AIR_U);
    plan_labels(builder, block, block->at.w - taken, builder_px(builder, NUMBER_U[place]));
}

static void plan_column(const struct scene_builder *builder, struct refer_block *block,
                        enum refer_place place) {
    const struct metrics *m = builder->metrics;
    int pad = builder_px(builder, 1.6), width = block->code_px + 2 * pad;
    plan_labels(builder, block, block->code_px, builder_px(builder, NUMBER_U[REFER_ON_POSTER]));
    block->has_words = place == REFER_ON_POSTER;
    int height = block->code_px + block->number.height_px + 3 * pad;
    height = block->has_words ? m->height_px : height;
    block->at = (struct rect){m->width_px - width, m->height_px - height, width, height};
}

static int foot_pad_px(const struct scene_builder *builder) {
    return builder_tight_px(builder, 2, 3.5);
}

static void plan_foot(const struct scene_builder *builder, struct refer_block *block,
                      enum refer_place place) {
    const struct metrics *m = builder->metrics;
    int pad = foot_pad_px(builder), row = m->button_px + m->edge_gap_px;
    int beside = m->width_px - m->margin_px - block->code_px - builder_px(builder, 3.6 + 2);
    int number_px = builder_px(builder, NUMBER_TALL_U[place]);
    plan_labels(builder, block, m->width_px - 2 * m->margin_px, number_px);
    block->is_number_above = block->number.width_px > beside;
    block->gp = plan_words(builder, WORD_OR_GP, beside, 3);
    if (block->is_number_above) {
        block->call = plan_words(builder, WORD_CALL_OR_SCAN, beside, 4);
    }
    int words = block->call.height_px + block->number.height_px;
    int height = block->is_number_above ? block->number.height_px + block->code_px + 2 * pad
                                        : words + block->gp.height_px + row + 2 * pad;
    int least = block->code_px + 2 * pad;
    height = height > least ? height : least;
    block->at = (struct rect){0, m->height_px - height, m->width_px, height};
    int above = block->is_number_above ? block->number.height_px : words;
    int beside_px = block->is_number_above ? block->call.height_px + builder_px(builder, 2) : 0;
    block->words_bottom_px = block->at.y + pad + above + beside_px + block->gp.height_px;
}

struct refer_block refer_block_plan(const struct scene_builder *builder, enum refer_place place) {
    const struct metrics *m = builder->metrics;
    int wanted = builder_either_px(builder, CODE_U[place], CODE_TALL_U[place]);
    struct code code = widget_code_plan(builder, wanted, m->qr_px);
    struct refer_block block = {.qr = code.qr, .code_px = code.side_px};
    int band = builder_px(builder, BAND_U[REFER_ON_CARD]);
    int on_card =
        widget_code_plan(builder, builder_px(builder, CODE_U[REFER_ON_CARD]), m->qr_px).side_px;
    block.form = m->is_portrait ? REFER_FOOT : on_card > band ? REFER_COLUMN : REFER_BAND;
    if (block.form == REFER_BAND) {
        plan_band(builder, &block, place);
    } else if (block.form == REFER_COLUMN) {
        plan_column(builder, &block, place);
    } else {
        plan_foot(builder, &block, place);
    }
    return block;
}

static struct label aligned(struct label label, enum align align) {
    label.look.align = align;
    return label;
}

static void draw_three(struct scene_builder *builder, struct rect room, struct refer_block block,
                       enum align align) {
    struct label lines[] = {block.call, block.number, block.gp};
    for (int i = 0; i < COUNT_OF(lines); i++) {
        lines[i] = aligned(lines[i], align);
        room.y = builder_below(builder, room, &lines[i]);
    }
}

static void draw_band(struct scene_builder *builder, const struct refer_block *block) {
    struct rect room = block->at;
    bool is_poster = room.x > 0;
    room.w -= builder_px(builder, is_poster ? 2.5 : 1.6);
    struct rect code = builder_take_end(&room, block->code_px, builder_px(builder, AIR_U));
    widget_code_draw(builder, block->qr, builder_centred(code, block->code_px));
    int words = block->call.height_px + block->number.height_px + block->gp.height_px;
    struct button languages = header_languages(builder, room.w - builder->metrics->margin_px);
    if (!is_poster) {
        room.y += (room.h - words) / 2;
        draw_three(builder, room, *block, ALIGN_END);
        return;
    }
    room.x += builder->metrics->margin_px;
    room.w -= builder->metrics->margin_px;
    bool has_pill = languages.action.kind != ACTION_NONE;
    int gap = builder_px(builder, 2);
    int height = words + (has_pill ? gap + languages.height_px : 0);
    room.y += (room.h - height) / 2;
    draw_three(builder, room, *block, ALIGN_START);
    if (has_pill) {
        struct rect pill = {room.x, room.y + words + gap, languages.width_px, languages.height_px};
        button_draw(builder, &languages, pill);
    }
}

static void draw_column(struct scene_builder *builder, const struct refer_block *block) {
    int pad = builder_px(builder, 1.6);
    struct rect room = builder_inset(block->at, pad);
    struct label call = aligned(block->call, ALIGN_CENTRE), gp = aligned(block->gp, ALIGN_CENTRE);
    struct label number = aligned(block->number, ALIGN_CENTRE);
    if (block->has_words) {
        int words = call.height_px + number.height_px + gp.height_px;
        room.y += (room.h - words - block->code_px - 2 * pad) / 2;
        room.y = builder_below(builder, room, &call) + pad;
    }
    widget_code_draw(builder, block->qr,
                     (struct rect){room.x, room.y, block->code_px, block->code_px});
    room.y += block->code_px + pad / 2;
    room.y = builder_below(builder, room, &number);
    if (block->has_words) {
        builder_below(builder, room, &gp);
    }
}

static void draw_foot(struct scene_builder *builder, const struct refer_block *block) {
    const struct metrics *m = builder->metrics;
    int pad = foot_pad_px(builder);
    struct rect room = block->at;
    struct rect code = {m->width_px - builder_px(builder, 3.6) - block->code_px,
                        m->height_px - pad - block->code_px, block->code_px, block->code_px};
    widget_code_draw(builder, block->qr, code);
    room.x = m->margin_px;
    room.w -= 2 * m->margin_px;
    room.y += pad - builder_px(builder, 1);
    if (block->is_number_above) {
        builder_below(builder, room, &block->number);
        room.y = code.y;
        room.y = builder_below(builder, room, &block->call) + builder_px(builder, 2);
    } else {
        room.y = builder_below(builder, room, &block->call);
        room.y = builder_below(builder, room, &block->number);
    }
    builder_below(builder, room, &block->gp);
}

void refer_block_draw(struct scene_builder *builder, const struct refer_block *block) {
    static void (*const draw[])(struct scene_builder *, const struct refer_block *) = {
        [REFER_BAND] = draw_band, [REFER_COLUMN] = draw_column, [REFER_FOOT] = draw_foot};
    floor_draw(builder, block->at);
    draw[block->form](builder, block);
}
