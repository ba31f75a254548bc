// SPDX-License-Identifier: MIT
// Words first, then number, then code, which is never smaller than can be scanned. What the number
// says and what the code says is one thing, so they always stand together.
#include "scene/patient/patient_builders.h"

static const double CODE_U[] = {24, 40}, CODE_TALL_U[] = {41, 46}; // on a card, on the poster
static const double NUMBER_U[] = {9, 8}, NUMBER_TALL_U[] = {10.2, 15.6};
static const double BAND_U[] = {26, 45}; // height
static const double BAND_START_U = 70;   // of the poster's
static const double AIR_U = 3;           // between words and code

struct label floor_words(const struct scene_builder *builder, enum word word, int width_px,
                         int lines) {
    struct look look = {builder->metrics->label_px, WEIGHT_SEMIBOLD, COLOUR_ON_FLOOR, ALIGN_START};
    return builder_fit(builder, str_from(builder_word(builder, word)), look,
                       (struct fit){width_px, lines, 0});
}

static void plan_labels(const struct scene_builder *builder, struct refer_block *block,
                        int width_px, int number_px) {
    bool is_on_card = block->form == REFER_BAND && block->at.x == 0;
    int lines = is_on_card ? 1 : 2;
    block->call = floor_words(builder, WORD_CALL_OR_SCAN, width_px, lines);
    block->gp = floor_words(builder, WORD_OR_GP, width_px, lines);
    block->number = widget_number(builder, width_px, number_px, COLOUR_ON_FLOOR);
    enum align align = is_on_card                    ? ALIGN_END
                       : block->form == REFER_COLUMN ? ALIGN_CENTRE
                                                     : ALIGN_START;
    block->call.look.align = block->gp.look.align = block->number.look.align = align;
}

static int words_px(const struct refer_block *block) {
    return block->call.height_px + block->number.height_px + block->gp.height_px;
}

static void plan_band(const struct scene_builder *builder, struct refer_block *block,
                      enum refer_place place) {
    const struct metrics *m = builder->metrics;
    int height = builder_px(builder, BAND_U[place]);
    int x = place == REFER_ON_POSTER ? builder_px(builder, BAND_START_U) : 0;
    block->at = (struct rect){x, m->height_px - height, m->width_px - x, height};
    int taken = block->code.side_px + builder_px(builder, AIR_U + 3.6) + m->margin_px;
    taken += place == REFER_ON_CARD ? m->urgent_w_px + builder_px(builder, AIR_U) : 0;
    plan_labels(builder, block, block->at.w - taken, builder_px(builder, NUMBER_U[place]));
}

static void plan_column(const struct scene_builder *builder, struct refer_block *block,
                        enum refer_place place) {
    const struct metrics *m = builder->metrics;
    int code = block->code.side_px, pad = builder_px(builder, 1.6), width = code + 2 * pad;
    plan_labels(builder, block, code, builder_px(builder, NUMBER_U[REFER_ON_POSTER]));
    block->has_words = place == REFER_ON_POSTER;
    int height = block->has_words ? m->height_px : code + block->number.height_px + 3 * pad;
    block->at = (struct rect){m->width_px - width, m->height_px - height, width, height};
}

static int foot_pad_px(const struct scene_builder *builder) {
    return builder_tight_px(builder, 2, 3.5);
}

static void plan_foot(const struct scene_builder *builder, struct refer_block *block,
                      enum refer_place place) {
    const struct metrics *m = builder->metrics;
    int pad = foot_pad_px(builder), code = block->code.side_px;
    int beside = m->width_px - m->margin_px - code - builder_px(builder, 3.6 + 2);
    plan_labels(builder, block, m->width_px - 2 * m->margin_px,
                builder_px(builder, NUMBER_TALL_U[place]));
    block->is_number_above = block->number.width_px > beside;
    block->gp = floor_words(builder, WORD_OR_GP, beside, 3);
    if (block->is_number_above) {
        block->call = floor_words(builder, WORD_CALL_OR_SCAN, beside, 4);
    }
    int words = words_px(block), row = m->button_px + m->edge_gap_px;
    int inside = block->is_number_above ? block->number.height_px + code : words + row;
    int height = int_max(inside, code) + 2 * pad;
    block->at = (struct rect){0, m->height_px - height, m->width_px, height};
    int gap = block->is_number_above ? builder_px(builder, 2) : 0;
    block->words_bottom_px = block->at.y + pad + words + gap;
}

struct refer_block refer_block_plan(const struct scene_builder *builder, enum refer_place place) {
    static void (*const plan[])(const struct scene_builder *, struct refer_block *,
                                enum refer_place) = {
        [REFER_BAND] = plan_band, [REFER_COLUMN] = plan_column, [REFER_FOOT] = plan_foot};
    const struct metrics *m = builder->metrics;
    int wanted = builder_either_px(builder, CODE_U[place], CODE_TALL_U[place]);
    int on_card = int_max(builder_px(builder, CODE_U[REFER_ON_CARD]), m->qr_px);
    bool is_high =
        widget_code_plan(builder, on_card).side_px > builder_px(builder, BAND_U[REFER_ON_CARD]);
    struct refer_block block = {
        .form = m->is_portrait ? REFER_FOOT
                : is_high      ? REFER_COLUMN
                               : REFER_BAND,
        .code = widget_code_plan(builder, int_max(wanted, m->qr_px)),
    };
    plan[block.form](builder, &block, place);
    return block;
}

static int draw_words(struct scene_builder *builder, struct rect room,
                      const struct refer_block *block) {
    room.y = builder_below(builder, room, &block->call);
    room.y = builder_below(builder, room, &block->number);
    return builder_below(builder, room, &block->gp);
}

static void draw_band(struct scene_builder *builder, const struct refer_block *block) {
    struct rect room = block->at;
    bool is_poster = room.x > 0;
    room.w -= builder_px(builder, is_poster ? 2.5 : 1.6);
    widget_code_draw(builder, block->code,
                     builder_take_end(&room, block->code.side_px, builder_px(builder, AIR_U)));
    if (!is_poster) {
        draw_words(builder, builder_centred(room, words_px(block)), block);
        return;
    }
    builder_take_start(&room, builder->metrics->margin_px, 0);
    struct button languages = header_languages(builder, room.w);
    bool has_pill = languages.action.kind != ACTION_NONE;
    int gap = builder_px(builder, 2);
    room = builder_centred(room, words_px(block) + (has_pill ? gap + languages.height_px : 0));
    room.y = draw_words(builder, room, block) + gap;
    room.h = languages.height_px;
    button_draw_start(builder, &languages, &room);
}

static void draw_column(struct scene_builder *builder, const struct refer_block *block) {
    int pad = builder_px(builder, 1.6);
    struct rect room = builder_inset(block->at, pad);
    if (block->has_words) {
        room.y += (room.h - words_px(block) - block->code.side_px - 2 * pad) / 2;
        room.y = builder_below(builder, room, &block->call) + pad;
    }
    widget_code_draw(builder, block->code, builder_take_top(&room, block->code.side_px, pad / 2));
    room.y = builder_below(builder, room, &block->number);
    if (block->has_words) {
        builder_below(builder, room, &block->gp);
    }
}

static void draw_foot(struct scene_builder *builder, const struct refer_block *block) {
    const struct metrics *m = builder->metrics;
    int pad = foot_pad_px(builder), side = block->code.side_px;
    struct rect code = {m->width_px - builder_px(builder, 3.6) - side, m->height_px - pad - side,
                        side, side};
    widget_code_draw(builder, block->code, code);
    struct rect room = builder_row(builder, block->at.y + pad - builder_px(builder, 1), 0);
    if (block->is_number_above) {
        builder_below(builder, room, &block->number);
        room.y = code.y;
        room.y = builder_below(builder, room, &block->call) + builder_px(builder, 2);
        builder_below(builder, room, &block->gp);
    } else {
        draw_words(builder, room, block);
    }
}

void refer_block_draw(struct scene_builder *builder, const struct refer_block *block) {
    static void (*const draw[])(struct scene_builder *, const struct refer_block *) = {
        [REFER_BAND] = draw_band, [REFER_COLUMN] = draw_column, [REFER_FOOT] = draw_foot};
    floor_draw(builder, block->at);
    draw[block->form](builder, block);
}
