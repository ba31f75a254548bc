// SPDX-License-Identifier: MIT
// A list of labels and values, a line each where both fit side by side, else the value below its
// label. An old value stands struck out beside the new one. Rows are whole: a page ends between
// two of them.
#include "scene/staff/list.h"
#include "scene/staff/staff_widgets.h"

struct row_plan {
    const struct list_row *row;
    struct label label, old, now;
    bool is_stacked; // the values stand below the label
    int height_px;
};

static int pad_px(const struct scene_builder *builder) {
    return builder_px(builder, builder_metrics(builder)->is_cramped ? 0.8 : 1.6);
}

static int between_px(const struct scene_builder *builder) {
    return builder_px(builder, 3);
}

static int box_px(const struct scene_builder *builder) {
    return builder_px(builder, 6.0);
}

static int tick_room_px(const struct scene_builder *builder, const struct list_row *row) {
    return row->has_tick ? box_px(builder) + builder_px(builder, 2) : 0;
}

static int sign_px(const struct scene_builder *builder) {
    return builder_metrics(builder)->label_px * 5 / 4;
}

static int sign_room_px(const struct scene_builder *builder, const struct list_row *row) {
    return row->opens ? sign_px(builder) + builder_px(builder, 1.2) : 0;
}

static struct label plan_value(const struct scene_builder *builder, const char *text,
                               struct look look, int width_px) {
    struct label label = builder_measure(builder, text ? text : "", look);
    if (!text) {
        label.height_px = 0;
        label.width_px = 0;
    } else if (label.width_px > width_px) {
        label = builder_wrap(builder, str_from(text), look, width_px);
    }
    return label;
}

static int values_width(const struct scene_builder *builder, const struct row_plan *plan) {
    bool has_both = plan->old.width_px > 0 && plan->now.width_px > 0;
    return plan->old.width_px + plan->now.width_px + (has_both ? between_px(builder) : 0);
}

static int taller(int a, int b) {
    return a > b ? a : b;
}

static struct row_plan plan_list_row(const struct scene_builder *builder,
                                     const struct list_row *row, int width_px, int size) {
    const struct metrics *m = builder_metrics(builder);
    struct look look = {size, WEIGHT_REGULAR, COLOUR_INK, ALIGN_START};
    struct look strong = {row->is_strong ? size * 5 / 4 : size,
                          row->is_strong ? WEIGHT_BOLD : WEIGHT_REGULAR, COLOUR_INK, ALIGN_START};
    struct look quiet = {size, WEIGHT_REGULAR, COLOUR_MUTED, ALIGN_START};
    int room = width_px - tick_room_px(builder, row) - sign_room_px(builder, row);
    struct row_plan plan = {.row = row};
    plan.label = plan_value(builder, row->label, look, room);
    plan.old = plan_value(builder, row->old, quiet, room);
    plan.now = plan_value(builder, row->now, strong, room);
    int side_by_side = plan.label.width_px + between_px(builder) + values_width(builder, &plan);
    plan.is_stacked = side_by_side > room;
    int values = taller(plan.old.height_px, plan.now.height_px);
    if (plan.is_stacked && values_width(builder, &plan) > room) {
        values = plan.old.height_px + plan.now.height_px;
    }
    plan.height_px =
        plan.is_stacked ? plan.label.height_px + values : taller(plan.label.height_px, values);
    plan.height_px += 2 * pad_px(builder);
    if (row->has_tick || row->opens) {
        plan.height_px =
            taller(plan.height_px, taller(m->hit_px, box_px(builder)) + pad_px(builder));
    }
    return plan;
}

static void draw_box(struct scene_builder *builder, const struct list_row *row, struct rect at) {
    uint32_t accent = builder_colour(builder, COLOUR_ACCENT);
    int side = box_px(builder);
    struct rect box = {at.x, at.y + (at.h - side) / 2, side, side};
    bool is_pressed = action_equals(builder->view->pressed, row->action);
    bool is_focused = action_equals(builder->view->focused, row->action);
    uint32_t fill = row->is_ticked ? accent : builder_colour(builder, COLOUR_CARD);
    fill = is_pressed ? theme_mix(fill, builder_colour(builder, COLOUR_INK), 18) : fill;
    struct scene_item *item = builder_box(
        builder, box, fill, is_focused ? builder_colour(builder, COLOUR_FOCUS) : accent);
    item->radius_px = builder_px(builder, 1.2);
    item->edge_px = is_focused ? builder_px(builder, 0.8) : item->edge_px;
    if (row->is_ticked) {
        int air = side / 8;
        builder_icon(builder,
                     (struct rect){box.x + air, box.y + air, side - 2 * air, side - 2 * air},
                     "tick", builder_colour(builder, COLOUR_ON_ACCENT));
    }
}

// A line through every line of the label, over the letters.
static void strike_out(struct scene_builder *builder, const struct label *label, struct rect at) {
    int stroke = builder_metrics(builder)->stroke_px;
    int y = at.y + (at.h - label->height_px) / 2;
    for (int i = 0; i < label->paragraph.line_count; i++) {
        struct rect line = {at.x, y + label->pitch_px / 2 - stroke / 2,
                            label->paragraph.lines[i].width_px, stroke};
        struct scene_item *item =
            builder_box(builder, line, builder_colour(builder, label->look.colour), 0);
        item->radius_px = 0;
        item->is_decoration = true;
        y += label->pitch_px;
    }
}

static void draw_old(struct scene_builder *builder, const struct row_plan *plan, struct rect at) {
    builder_label(builder, at, &plan->old);
    if (plan->row->now) {
        strike_out(builder, &plan->old, at);
    }
}

static void draw_beside(struct scene_builder *builder, const struct row_plan *plan,
                        struct rect at) {
    struct rect label = {at.x, at.y, plan->label.width_px, at.h};
    builder_label(builder, label, &plan->label);
    struct rect value = {at.x + at.w - plan->now.width_px, at.y, plan->now.width_px, at.h};
    if (plan->row->now) {
        builder_label(builder, value, &plan->now);
        value.x -= between_px(builder);
    }
    if (plan->row->old) {
        value.w = plan->old.width_px;
        value.x -= value.w;
        draw_old(builder, plan, value);
    }
}

static void draw_stacked(struct scene_builder *builder, const struct row_plan *plan,
                         struct rect at) {
    bool is_tall = values_width(builder, plan) > at.w;
    struct rect line = {at.x, at.y, at.w, plan->label.height_px};
    builder_label(builder, line, &plan->label);
    line.y += line.h;
    line.h = is_tall ? plan->old.height_px : taller(plan->old.height_px, plan->now.height_px);
    if (plan->row->old) {
        line.w = plan->old.width_px;
        draw_old(builder, plan, line);
        line.x += is_tall ? 0 : line.w + between_px(builder);
        line.y += is_tall ? line.h : 0;
    }
    if (plan->row->now) {
        line.w = plan->now.width_px;
        line.h = is_tall ? plan->now.height_px : line.h;
        builder_label(builder, line, &plan->now);
    }
}

static void draw_rule(struct scene_builder *builder, struct rect at) {
    struct rect line = {at.x, at.y + at.h - 1, at.w, builder_px(builder, 0.15)};
    struct scene_item *rule = builder_box(builder, line, builder_colour(builder, COLOUR_LINE), 0);
    rule->radius_px = 0;
    rule->is_decoration = true;
}

static void draw_way_in(struct scene_builder *builder, const struct list_row *row, struct rect at) {
    int side = sign_px(builder);
    bool is_on = action_equals(builder->view->pressed, row->action) ||
                 action_equals(builder->view->focused, row->action);
    builder_icon(builder, (struct rect){at.x + at.w - side, at.y + (at.h - side) / 2, side, side},
                 "chevron-right", builder_colour(builder, is_on ? COLOUR_FOCUS : COLOUR_ACCENT));
    builder_target(builder, at, row->action, row->label);
}

static void draw_row(struct scene_builder *builder, const struct row_plan *plan, struct rect at) {
    const struct list_row *row = plan->row;
    struct rect words = at;
    words.x += tick_room_px(builder, row);
    words.w -= tick_room_px(builder, row) + sign_room_px(builder, row);
    draw_rule(builder, at);
    if (row->has_tick) {
        draw_box(builder, row, at);
        builder_target(builder, at, row->action, row->label);
    } else if (row->opens) {
        draw_way_in(builder, row, at);
    }
    if (plan->is_stacked) {
        words.y += pad_px(builder);
        draw_stacked(builder, plan, words);
    } else {
        draw_beside(builder, plan, words);
    }
}

struct list_layout {
    struct row_plan *plans;
    int *pages;
    int page_count;
};

static struct list_layout lay_out(const struct scene_builder *builder, const struct list *list,
                                  int size) {
    struct list_layout layout = {.plans =
                                     ARENA_ARRAY(builder->arena, struct row_plan, list->count + 1),
                                 .pages = ARENA_ARRAY(builder->arena, int, list->count + 1)};
    int *heights = ARENA_ARRAY(builder->arena, int, list->count + 1);
    for (int i = 0; i < list->count; i++) {
        layout.plans[i] = plan_list_row(builder, &list->rows[i], list->room.w, size);
        heights[i] = layout.plans[i].height_px;
    }
    const struct stack stack = {heights, list->count, 0};
    layout.page_count = staff_paginate(&stack, list->room.h, layout.pages);
    return layout;
}

static struct list_layout largest_layout(const struct scene_builder *builder,
                                         const struct list *list) {
    int sizes[STAFF_SIZE_LIMIT];
    int count = staff_sizes(builder, sizes);
    struct list_layout layout = lay_out(builder, list, sizes[0]);
    for (int i = 1; i < count && layout.page_count > 1; i++) {
        layout = lay_out(builder, list, sizes[i]);
    }
    return layout;
}

void list_draw(struct scene_builder *builder, const struct list *list) {
    struct list_layout layout = largest_layout(builder, list);
    pages_set(builder, layout.page_count);
    if (list->wanted >= 0 && list->wanted < list->count) {
        builder->scene->page = layout.pages[list->wanted];
    }
    struct rect at = list->room;
    for (int i = 0; i < list->count; i++) {
        if (layout.pages[i] == builder->scene->page) {
            at.h = layout.plans[i].height_px;
            draw_row(builder, &layout.plans[i], at);
            at.y += at.h;
        }
    }
}
