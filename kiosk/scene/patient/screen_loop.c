// SPDX-License-Identifier: MIT
// A card in the loop, which nobody touches: large words, its drawing, the number and its code, no
// toolbar. What does not fit is a second picture, which says so.
#include "scene/patient/patient_builders.h"

static const double WORDS_SHARE = 0.62; // of the width
static const double DRAWING_U = 61, DRAWING_TALL_U = 63;
static const double PICTURE_TALL_U = 76, PICTURE_LEAST_U = 26, SMALL_SKY_U = 50, STRIP_U = 8,
                    WORDS_TALL_U = 104;
static const double HINT_U = 6, HINT_LEAST_U = 2.7, TITLE_PITCH_EM = 1.1;

enum { NOTE_EM = 4 };

struct loop_plan {
    const struct card *card;
    const char *drawing; // NULL: none
    struct refer_block block;
    struct card_picture picture;
    struct rect sky, hint;
    struct rect picture_at; // empty: there is none, or it stands among the words
    struct label title;
    struct read_style style;
    struct flow flow;
};

void loop_targets_draw(struct scene_builder *builder) {
    struct rect all = {0, 0, builder->metrics->width_px, builder->metrics->height_px};
    builder_target(builder, all, (struct action){ACTION_READ, 0},
                   builder_word(builder, WORD_TOUCH_TO_READ));
}

void loop_hint_draw(struct scene_builder *builder, struct rect room, enum colour colour) {
    struct look look = {builder->metrics->small_px, WEIGHT_SEMIBOLD, colour, ALIGN_START};
    struct label hint =
        builder_fit(builder, str_from(builder_word(builder, WORD_TOUCH_TO_READ)), look,
                    (struct fit){room.w - look.size_px * 2, 1, builder_px(builder, HINT_LEAST_U)});
    if (hint.paragraph.line_count > 1) {
        return;
    }
    struct rect icon = builder_take_start(&room, look.size_px * 5 / 4, look.size_px / 2);
    builder_icon(builder, builder_middle(icon, icon.w), "touch", builder_colour(builder, colour));
    builder_label(builder, room, &hint);
}

void loop_block_draw(struct scene_builder *builder, const struct refer_block *block) {
    if (block->at.x > 0) {
        int top = floor_top_px(builder);
        floor_draw(builder, (struct rect){0, top, block->at.x, builder->metrics->floor_px});
    }
    refer_block_draw(builder, block);
}

static void plan_wide(const struct scene_builder *builder, struct loop_plan *plan) {
    const struct metrics *m = builder->metrics;
    bool is_column = plan->block.form == REFER_COLUMN;
    int floor = is_column ? floor_top_px(builder) : plan->block.at.y;
    int share = is_column ? plan->block.at.x : (int)(m->width_px * WORDS_SHARE);
    bool has_words = plan->picture.words.count > 0;
    bool has_sky = plan->drawing || is_column || (plan->picture.plan.name && has_words);
    int end = has_sky ? share : m->width_px;
    if (has_sky) {
        plan->sky = (struct rect){end, 0, m->width_px - end, plan->block.at.y};
    }
    int top = builder_px(builder, is_column ? 0.6 : 2.4 + HINT_U);
    plan->hint = builder_row(builder, builder_px(builder, 2), builder_px(builder, HINT_U));
    plan->hint.w = end - m->margin_px - builder_px(builder, 3);
    plan->style.column = (struct rect){m->margin_px, top, plan->hint.w, floor - top};
}

// The names stand in a strip of sky where there is no drawing.
static void plan_tall(const struct scene_builder *builder, struct loop_plan *plan) {
    int room = plan->block.at.y, spare = room - builder_px(builder, WORDS_TALL_U);
    int drawing = int_min(spare, builder_px(builder, PICTURE_TALL_U));
    int sky = plan->drawing ? drawing : builder_px(builder, STRIP_U);
    int top = sky + builder_px(builder, 2);
    plan->sky = (struct rect){0, 0, builder->metrics->width_px, sky};
    plan->hint = builder_row(builder, builder_px(builder, 1), builder_px(builder, HINT_U));
    plan->style.column = builder_row(builder, top, room - top - builder_px(builder, 0.5));
}

static void plan_title(const struct scene_builder *builder, struct loop_plan *plan) {
    double wide_u = plan->block.form == REFER_COLUMN ? 7.5 : 9; // a small screen
    int size = builder_either_px(builder, wide_u, 10.4), least = builder_either_px(builder, 7.5, 9);
    struct look look = {size, WEIGHT_BOLD, COLOUR_INK, ALIGN_START};
    int width = plan->style.column.w;
    if (plan->block.form == REFER_COLUMN) {
        width -= NOTE_EM * builder->metrics->small_px; // "1 of 2" stands beside it
    }
    plan->title = builder_fit(builder, plan->card->title, look, (struct fit){width, 2, least});
    builder_set_pitch(&plan->title, TITLE_PITCH_EM);
    int used = plan->title.height_px + builder_px(builder, 0.5);
    plan->style.size_px = builder->metrics->loop_px;
    plan->style.first_used_px = plan->style.next_used_px = used;
}

// Beside the words it has the sky; on a portrait screen what the words leave; alone everything.
static void plan_picture(const struct scene_builder *builder, struct loop_plan *plan) {
    struct rect below = plan->style.column;
    builder_take_top(&below, plan->style.first_used_px, 0);
    below.h -= builder_px(builder, 1.5);
    if (!plan->picture.plan.name) {
        return;
    }
    if (plan->picture.words.count == 0) {
        plan->picture_at = below;
    } else if (builder->metrics->is_portrait) {
        struct flow flow = read_flow(builder, &plan->picture.words, &plan->style);
        builder_take_top(&below, flow.pages[0].height_px, builder_px(builder, 3));
        bool is_worth = flow.page_count == 1 && below.h > builder_px(builder, PICTURE_LEAST_U);
        plan->picture_at = is_worth ? below : (struct rect){0};
    } else if (plan->block.form == REFER_BAND) {
        plan->picture_at = builder_inset(plan->sky, builder_px(builder, 2));
    }
}

static struct loop_plan plan_with(const struct scene_builder *builder, const struct card *card,
                                  const char *drawing) {
    struct loop_plan plan = {.card = card,
                             .picture = card_picture_find(builder, card),
                             .block = refer_block_plan(builder, REFER_ON_CARD)};
    plan.drawing = plan.picture.plan.name ? NULL : drawing;
    if (plan.block.form == REFER_COLUMN && !plan.drawing) {
        plan.block = refer_block_plan(builder, REFER_ON_POSTER); // with words above and below
    }
    (builder->metrics->is_portrait ? plan_tall : plan_wide)(builder, &plan);
    plan_title(builder, &plan);
    plan_picture(builder, &plan);
    plan.flow =
        read_flow(builder, plan.picture_at.h > 0 ? &plan.picture.words : &card->body, &plan.style);
    return plan;
}

// On a portrait screen a small drawing gives way to words that would need another picture.
static struct loop_plan plan_loop(const struct scene_builder *builder, const struct card *card) {
    struct loop_plan plan = plan_with(builder, card, card->drawing);
    struct loop_plan bare = plan_with(builder, card, NULL);
    bool is_small = plan.sky.h < builder_px(builder, SMALL_SKY_U);
    bool is_bare = builder->metrics->is_portrait && is_small &&
                   (read_flow_is_better(&bare.flow, &plan.flow) ||
                    plan.sky.h < builder_px(builder, PICTURE_LEAST_U));
    return is_bare ? bare : plan;
}

// On a portrait screen the drawing stands at the end, the names at the start.
static void draw_sky(struct scene_builder *builder, const struct loop_plan *plan) {
    struct rect sky = plan->sky;
    if (!builder->metrics->is_portrait) {
        sky_draw(builder, sky, plan->drawing, builder_px(builder, DRAWING_U));
        return;
    }
    sky_draw(builder, sky, NULL, 0);
    int side = int_min(builder_px(builder, DRAWING_TALL_U), sky.h - builder_px(builder, 8));
    if (plan->drawing && side > builder_px(builder, 12)) {
        int x = sky.w - side - builder_px(builder, 6);
        builder_drawing(builder, (struct rect){x, sky.h - side, side, side}, plan->drawing);
    }
    builder_shape(builder, (struct rect){0, sky.h, sky.w, builder_px(builder, 1)}, COLOUR_FLOOR, 0);
}

// On the floor beside urgent help, or above it: who this is.
static void draw_name(struct scene_builder *builder, const struct loop_plan *plan) {
    if (plan->block.form == REFER_COLUMN) {
        struct rect room = navigation_room(builder);
        room.w = plan->block.at.x - room.x - builder_px(builder, 1);
        loop_hint_draw(builder, room, COLOUR_ON_FLOOR);
    } else if (plan->block.form == REFER_BAND) {
        struct label name = header_name(builder, COLOUR_ON_FLOOR);
        int top = plan->block.at.y + builder_px(builder, 1.5);
        builder_label(builder, builder_row(builder, top, navigation_row(builder).y - top), &name);
    }
}

static void draw_languages(struct scene_builder *builder, const struct loop_plan *plan) {
    const struct metrics *m = builder->metrics;
    struct rect room = builder_inset(plan->sky, builder_px(builder, 2.5));
    if (m->is_portrait) {
        room = plan->hint;
        room.y += room.h;
        room.w /= 2;
    } else if (plan->block.form == REFER_COLUMN || plan->sky.w == 0) {
        return; // the poster has it
    }
    struct button languages = header_languages(builder, room.w);
    room.w = m->is_portrait ? languages.width_px : room.w;
    room.h = languages.height_px;
    if (languages.action.kind != ACTION_NONE && room.y + room.h < plan->sky.y + plan->sky.h) {
        button_draw(builder, &languages, room);
    }
}

static void draw_notes(struct scene_builder *builder, const struct loop_plan *plan) {
    enum colour ink = builder->metrics->is_portrait ? COLOUR_INK : COLOUR_MUTED;
    struct rect room = plan->hint;
    if (plan->block.form == REFER_COLUMN) {
        room = plan->style.column;
        room.h = plan->title.pitch_px;
    }
    room.w -= page_note_draw(builder, room, ink);
    if (plan->block.form != REFER_COLUMN) {
        loop_hint_draw(builder, room, ink);
    }
}

void card_loop_build(struct scene_builder *builder, const struct card *card) {
    struct loop_plan plan = plan_loop(builder, card);
    loop_targets_draw(builder);
    draw_sky(builder, &plan);
    loop_block_draw(builder, &plan.block);
    page_choose(builder, &plan.flow);
    builder_below(builder, plan.style.column, &plan.title);
    builder_picture(builder, plan.picture_at, &plan.picture.plan);
    page_draw(builder, &plan.flow, &plan.style);
    draw_notes(builder, &plan);
    bool is_column = plan.block.form == REFER_COLUMN;
    int top = is_column ? floor_top_px(builder) : plan.block.at.y;
    int width = is_column ? plan.block.at.x : plan.block.at.w;
    progress_draw(builder, (struct rect){0, top, width, builder_px(builder, 0.9)});
    draw_name(builder, &plan);
    draw_languages(builder, &plan);
    navigation_draw_urgent(builder);
}
