// SPDX-License-Identifier: MIT
// Refer yourself, on one page at every size: the code as large as it can be, the number in the
// largest type, the steps, and who else can be asked. The number and the code are equals. What is
// too much gives way in this order: the drawing, the heading, the size of the steps.
#include "scene/patient/patient_builders.h"

static const double CODE_U = 60, NUMBER_U = 13.4, CODE_TALL_U = 72, NUMBER_TALL_U = 16.6;
static const double DRAWING_U = 26;

struct refer_plan {
    struct code code;
    struct rect ground, words; // of the code; of everything else
    struct label title, number, call, gp;
    bool has_title, has_drawing;
    struct read_style style;
    struct flow flow;
};

static void plan_rooms(const struct scene_builder *builder, struct refer_plan *plan) {
    const struct metrics *m = builder->metrics;
    int gap = builder_px(builder, 4), wanted = builder_either_px(builder, CODE_U, CODE_TALL_U);
    int share = m->is_portrait ? m->height_px / 3 : m->width_px * 2 / 5;
    plan->code = widget_code_plan(builder, int_max(int_min(wanted, share), m->qr_px));
    if (m->is_portrait) {
        plan->ground = (struct rect){0, 0, m->width_px, plan->code.side_px + 2 * gap};
        plan->words = frame_room(builder, plan->ground.h + gap / 2);
    } else {
        int side = plan->code.side_px + 2 * builder_px(builder, m->is_cramped ? 2 : 5);
        plan->ground = (struct rect){0, 0, side, floor_top_px(builder)};
        plan->words =
            frame_room(builder, header_is_there(builder) ? m->header_px : builder_px(builder, 1));
        plan->words.x = side + gap;
        plan->words.w = m->width_px - side - gap - m->margin_px;
    }
}

// "Or ask your GP" is a sentence of its own, so that nobody takes the number for the GP's.
static void plan_labels(const struct scene_builder *builder, struct refer_plan *plan) {
    const struct metrics *m = builder->metrics;
    int width = plan->words.w;
    struct look look = {builder_either_px(builder, 6.4, 7), WEIGHT_BOLD, COLOUR_INK, ALIGN_START};
    plan->title = builder_fit(builder, builder->language->refer.title, look,
                              (struct fit){width, 2, m->label_px});
    plan->number = widget_number(
        builder, width, builder_either_px(builder, NUMBER_U, NUMBER_TALL_U), COLOUR_ACCENT);
    look = (struct look){m->read_px, WEIGHT_REGULAR, COLOUR_INK, ALIGN_START};
    if (!m->is_cramped) { // there the steps say it
        plan->call =
            builder_wrap(builder, str_from(builder_word(builder, WORD_REFER_CALL)), look, width);
    }
    look.weight = WEIGHT_SEMIBOLD;
    plan->gp = builder_wrap(builder, str_from(builder_word(builder, WORD_OR_GP)), look, width);
}

static bool try_steps(const struct scene_builder *builder, struct refer_plan *plan, int size_px) {
    struct rect room = plan->words;
    int above = (plan->has_title ? plan->title.height_px : 0) + plan->number.height_px +
                plan->call.height_px + plan->gp.height_px;
    builder_take_top(&room, above, 2 * builder_tight_px(builder, 0.4, 1.6));
    room.w -= plan->has_drawing ? builder_px(builder, DRAWING_U) : 0;
    plan->style = (struct read_style){.size_px = size_px, .column = room};
    arena_reset(builder->arena);
    plan->flow = read_flow(builder, &builder->language->refer.body, &plan->style);
    return plan->flow.page_count == 1 && plan->flow.pages[0].height_px <= room.h;
}

// Pixel by pixel, so that what is tried for larger text ends with what was tried for smaller.
static void plan_steps(const struct scene_builder *builder, struct refer_plan *plan) {
    bool may_draw = builder->language->refer.drawing && !builder->metrics->is_cramped;
    int size_px = read_size_px(builder);
    for (; size_px >= builder->metrics->small_px; size_px--) {
        for (int form = 0; form < 3; form++) {
            plan->has_drawing = form == 0 && may_draw;
            plan->has_title = form < 2;
            if ((form > 0 || may_draw) && try_steps(builder, plan, size_px)) {
                return;
            }
        }
    }
}

static void draw_words(struct scene_builder *builder, struct refer_plan *plan) {
    int gap = builder_tight_px(builder, 0.4, 1.6);
    struct rect *steps = &plan->style.column;
    int spare = plan->flow.page_count > 0 ? steps->h - plan->flow.pages[0].height_px : 0;
    int air = int_min(int_max(spare / 4, 0), builder_px(builder, 6));
    struct rect room = plan->words;
    room.y += air;
    if (plan->has_title) {
        room.y = builder_below(builder, room, &plan->title);
    }
    room.y = builder_below(builder, room, &plan->number);
    room.y = builder_below(builder, room, &plan->call);
    room.y = builder_below(builder, room, &plan->gp) + gap;
    steps->y += int_max(int_min(room.y + air - steps->y, spare), 0);
    page_choose(builder, &plan->flow);
    page_draw(builder, &plan->flow, &plan->style);
    if (plan->has_drawing) {
        int side = builder_px(builder, DRAWING_U), x = room.x + room.w - side;
        struct rect square = {x, floor_top_px(builder) - side, side, side};
        builder_drawing(builder, square, builder->language->refer.drawing);
    }
}

void screen_refer_build(struct scene_builder *builder) {
    struct refer_plan plan = {0};
    plan_rooms(builder, &plan);
    plan_labels(builder, &plan);
    struct arena trials = {0}; // what was only tried is thrown away
    struct scene_builder trial = *builder;
    trial.arena = &trials;
    plan_steps(&trial, &plan);
    arena_finish(&trials);
    plan.flow = read_flow(builder, &builder->language->refer.body, &plan.style);
    floor_draw_row(builder);
    floor_draw(builder, plan.ground);
    widget_code_draw(builder, plan.code, plan.ground);
    draw_words(builder, &plan);
    header_draw(builder, plan.words.x);
    pages_draw(builder, BUTTON_FLOOR,
               button_word(builder, BUTTON_NEXT,
                           builder->metrics->is_cramped ? ACTION_NONE : ACTION_FINISH,
                           WORD_FINISH));
}
