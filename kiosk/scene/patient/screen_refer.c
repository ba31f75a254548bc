// SPDX-License-Identifier: MIT
// Refer yourself: the code as large as it can be, the steps, and the number in the largest type.
// The number and the code are equals; neither waits behind the other.
#include "layout/flow.h"
#include "scene/frame.h"
#include "scene/patient/patient_builders.h"

struct refer_plan {
    struct rect code;  // room for the framed code
    struct rect words; // room for everything else
    struct label title, ring, number;
    int number_top_px;
};

enum { PAGE_LIMIT = 4, STEP_LINES = 3 };
static const double STEP_PITCH_EM = 1.42;
static const double CODE_SHARE = 0.40; // of the width, in landscape

static void plan_rooms(const struct scene_builder *builder, struct refer_plan *plan) {
    const struct metrics *m = builder->metrics;
    struct rect room = frame_room(builder, m->header_px + builder_tight_px(builder, 0.5, 2.0));
    int gap = builder_tight_px(builder, 3.0, 6.0);
    int share = m->is_portrait ? room.h * 45 / 100 : (int)(room.w * CODE_SHARE);
    int most = m->is_portrait ? room.w : room.h;
    int side = share < most ? share : most;
    if (m->is_portrait) {
        plan->code = (struct rect){room.x + (room.w - side) / 2, room.y, side, side};
        room.y += side + gap / 2;
        room.h -= side + gap / 2;
    } else {
        plan->code = builder_centred(builder_take_start(&room, side, gap), side);
    }
    plan->words = room;
}

// Between the title and the number.
static struct rect steps_room(const struct scene_builder *builder, const struct refer_plan *plan) {
    struct rect room = plan->words;
    room.y += plan->title.height_px + builder_tight_px(builder, 0.6, 2.0);
    room.h = plan->number_top_px - builder_tight_px(builder, 0.6, 2.0) - room.y;
    return room;
}

// Whether a smaller title would give the steps the lines that they lack: three, or, in letters that
// are smaller than those of buttons, one.
static bool title_gives_way(const struct scene_builder *builder, const struct refer_plan *plan) {
    const struct metrics *m = builder->metrics;
    int sizes[BODY_SIZE_LIMIT];
    int count = body_sizes(builder, builder->view->text_size, sizes);
    double line = sizes[count - 1] * STEP_PITCH_EM;
    int size = plan->title.look.size_px;
    int room = steps_room(builder, plan).h;
    return (size > m->label_px && room < STEP_LINES * line) || (size > m->small_px && room < line);
}

// On a small screen a long title gets small letters before it takes a line from the steps.
static void plan_title(const struct scene_builder *builder, struct refer_plan *plan) {
    const struct metrics *m = builder->metrics;
    struct str words = builder->language->refer.title;
    struct look look = {m->title_px, WEIGHT_BOLD, COLOUR_INK, ALIGN_START};
    plan->title = builder_wrap(builder, words, look, plan->words.w);
    if (m->is_cramped && plan->title.paragraph.line_count > 1) {
        look.size_px = m->label_px;
        plan->title = builder_wrap(builder, words, look, plan->words.w);
    }
    while (title_gives_way(builder, plan)) {
        look.size_px = look.size_px * 19 / 20;
        plan->title = builder_wrap(builder, words, look, plan->words.w);
    }
}

static void plan_labels(const struct scene_builder *builder, struct refer_plan *plan) {
    const struct metrics *m = builder->metrics;
    int width = plan->words.w;
    struct look ring = {m->body_px, WEIGHT_REGULAR, COLOUR_INK, ALIGN_START};
    plan->ring = builder_measure(builder, builder_word(builder, WORD_REFER_RING), ring);
    plan->number =
        widget_number(builder, width, metrics_px(m, m->is_portrait ? 13.0 : 10.0), COLOUR_ACCENT);
    plan->number.look.align = ALIGN_START;
    plan->number_top_px =
        plan->words.y + plan->words.h - plan->number.height_px - plan->ring.height_px;
    plan_title(builder, plan);
}

static void draw_code(struct scene_builder *builder, struct rect room) {
    uint32_t fill = builder_colour(builder, COLOUR_PANEL);
    struct scene_item *frame =
        builder_box(builder, room, fill, builder_colour(builder, COLOUR_PANEL_EDGE));
    frame->radius_px = builder->metrics->panel_radius_px;
    int pad = builder_tight_px(builder, 1.2, 2.4);
    widget_code_draw(builder, widget_code(builder), builder_inset(room, pad));
}

static struct flow flow_at(const struct scene_builder *builder, struct rect room, const int *sizes,
                           int count) {
    struct flow_style style = {
        .width_px = room.w,
        .height_px = room.h,
        .sizes_px = sizes,
        .size_count = count,
        .measure_em = 36,
        .is_right_to_left = builder->language->words.is_right_to_left,
        .pictures = builder->source->pictures,
    };
    return flow_build(&builder->language->refer.body, &style, builder->source->fonts,
                      builder->arena);
}

// Steps that are read a word a page help nobody: beyond a few pages the letters give way, down to
// those of the buttons.
static struct flow flow_steps(const struct scene_builder *builder, struct rect room) {
    int sizes[BODY_SIZE_LIMIT];
    int count = body_sizes(builder, builder->view->text_size, sizes);
    struct flow flow = flow_at(builder, room, sizes, count);
    int size = sizes[count - 1];
    while (flow.page_count > PAGE_LIMIT && size > builder->metrics->label_px) {
        size = size * 9 / 10;
        flow = flow_at(builder, room, &size, 1);
    }
    return flow;
}

void screen_refer_build(struct scene_builder *builder) {
    const struct metrics *m = builder->metrics;
    struct scene *scene = builder->scene;
    struct refer_plan plan = {0};
    plan_rooms(builder, &plan);
    plan_labels(builder, &plan);
    header_draw(builder, m->width_px - m->margin_px, NULL);
    draw_code(builder, plan.code);
    builder_below(builder, plan.words, &plan.title);
    struct rect steps = steps_room(builder, &plan);
    struct flow flow = flow_steps(builder, steps);
    pages_set(builder, flow.page_count);
    int used = 0;
    if (flow.page_count > 0) {
        builder_page(builder, steps, &flow.pages[scene->page]);
        scene->word_count = flow.pages[scene->page].word_count;
        used = flow.pages[scene->page].height_px;
    }
    int spare = plan.number_top_px - (steps.y + used);
    plan.words.y = plan.number_top_px - (spare > 0 ? spare / 2 : 0);
    plan.words.y = builder_below(builder, plan.words, &plan.ring);
    builder_below(builder, plan.words, &plan.number);
    pages_draw_close(builder);
}
