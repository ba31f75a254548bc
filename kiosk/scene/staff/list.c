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

static int pad_px(const struct sketch *sketch) {
    return sketch_px(sketch, sketch_metrics(sketch)->is_cramped ? 0.8 : 1.6);
}

static int between_px(const struct sketch *sketch) {
    return sketch_px(sketch, 3);
}

static int box_px(const struct sketch *sketch) {
    return sketch_px(sketch, 6.0);
}

static int tick_room_px(const struct sketch *sketch, const struct list_row *row) {
    return row->has_tick ? box_px(sketch) + sketch_px(sketch, 2) : 0;
}

static int sign_px(const struct sketch *sketch) {
    return sketch_metrics(sketch)->label_px * 5 / 4;
}

static int sign_room_px(const struct sketch *sketch, const struct list_row *row) {
    return row->opens ? sign_px(sketch) + sketch_px(sketch, 1.2) : 0;
}

static struct label plan_value(const struct sketch *sketch, const char *text, struct look look,
                               int width_px) {
    struct label label = sketch_measure(sketch, text ? text : "", look);
    if (!text) {
        label.height_px = 0;
        label.width_px = 0;
    } else if (label.width_px > width_px) {
        label = sketch_wrap(sketch, str_from(text), look, width_px);
    }
    return label;
}

static int values_width(const struct sketch *sketch, const struct row_plan *plan) {
    bool has_both = plan->old.width_px > 0 && plan->now.width_px > 0;
    return plan->old.width_px + plan->now.width_px + (has_both ? between_px(sketch) : 0);
}

static int taller(int a, int b) {
    return a > b ? a : b;
}

static struct row_plan plan_list_row(const struct sketch *sketch, const struct list_row *row,
                                     int width_px, int size) {
    const struct metrics *m = sketch_metrics(sketch);
    struct look look = {size, WEIGHT_REGULAR, COLOUR_INK, ALIGN_START};
    struct look strong = {row->is_strong ? size * 5 / 4 : size,
                          row->is_strong ? WEIGHT_BOLD : WEIGHT_REGULAR, COLOUR_INK, ALIGN_START};
    struct look quiet = {size, WEIGHT_REGULAR, COLOUR_MUTED, ALIGN_START};
    int room = width_px - tick_room_px(sketch, row) - sign_room_px(sketch, row);
    struct row_plan plan = {.row = row};
    plan.label = plan_value(sketch, row->label, look, room);
    plan.old = plan_value(sketch, row->old, quiet, room);
    plan.now = plan_value(sketch, row->now, strong, room);
    int side_by_side = plan.label.width_px + between_px(sketch) + values_width(sketch, &plan);
    plan.is_stacked = side_by_side > room;
    int values = taller(plan.old.height_px, plan.now.height_px);
    if (plan.is_stacked && values_width(sketch, &plan) > room) {
        values = plan.old.height_px + plan.now.height_px;
    }
    plan.height_px =
        plan.is_stacked ? plan.label.height_px + values : taller(plan.label.height_px, values);
    plan.height_px += 2 * pad_px(sketch);
    if (row->has_tick || row->opens) {
        plan.height_px = taller(plan.height_px, taller(m->hit_px, box_px(sketch)) + pad_px(sketch));
    }
    return plan;
}

static void draw_box(struct sketch *sketch, const struct list_row *row, struct rect at) {
    uint32_t accent = sketch_colour(sketch, COLOUR_ACCENT);
    int side = box_px(sketch);
    struct rect box = {at.x, at.y + (at.h - side) / 2, side, side};
    bool is_pressed = action_equals(sketch->view->pressed, row->action);
    bool is_focused = action_equals(sketch->view->focused, row->action);
    uint32_t fill = row->is_ticked ? accent : sketch_colour(sketch, COLOUR_CARD);
    fill = is_pressed ? theme_mix(fill, sketch_colour(sketch, COLOUR_INK), 18) : fill;
    struct scene_item *item =
        sketch_box(sketch, box, fill, is_focused ? sketch_colour(sketch, COLOUR_FOCUS) : accent);
    item->radius_px = sketch_px(sketch, 1.2);
    item->edge_px = is_focused ? sketch_px(sketch, 0.8) : item->edge_px;
    if (row->is_ticked) {
        int air = side / 8;
        sketch_icon(sketch, (struct rect){box.x + air, box.y + air, side - 2 * air, side - 2 * air},
                    "tick", sketch_colour(sketch, COLOUR_ON_ACCENT));
    }
}

// A line through every line of the label, over the letters.
static void strike_out(struct sketch *sketch, const struct label *label, struct rect at) {
    int stroke = sketch_metrics(sketch)->stroke_px;
    int y = at.y + (at.h - label->height_px) / 2;
    for (int i = 0; i < label->paragraph.line_count; i++) {
        struct rect line = {at.x, y + label->pitch_px / 2 - stroke / 2,
                            label->paragraph.lines[i].width_px, stroke};
        struct scene_item *item =
            sketch_box(sketch, line, sketch_colour(sketch, label->look.colour), 0);
        item->radius_px = 0;
        item->is_decoration = true;
        y += label->pitch_px;
    }
}

static void draw_old(struct sketch *sketch, const struct row_plan *plan, struct rect at) {
    sketch_label(sketch, at, &plan->old);
    if (plan->row->now) {
        strike_out(sketch, &plan->old, at);
    }
}

static void draw_beside(struct sketch *sketch, const struct row_plan *plan, struct rect at) {
    struct rect label = {at.x, at.y, plan->label.width_px, at.h};
    sketch_label(sketch, label, &plan->label);
    struct rect value = {at.x + at.w - plan->now.width_px, at.y, plan->now.width_px, at.h};
    if (plan->row->now) {
        sketch_label(sketch, value, &plan->now);
        value.x -= between_px(sketch);
    }
    if (plan->row->old) {
        value.w = plan->old.width_px;
        value.x -= value.w;
        draw_old(sketch, plan, value);
    }
}

static void draw_stacked(struct sketch *sketch, const struct row_plan *plan, struct rect at) {
    bool is_tall = values_width(sketch, plan) > at.w;
    struct rect line = {at.x, at.y, at.w, plan->label.height_px};
    sketch_label(sketch, line, &plan->label);
    line.y += line.h;
    line.h = is_tall ? plan->old.height_px : taller(plan->old.height_px, plan->now.height_px);
    if (plan->row->old) {
        line.w = plan->old.width_px;
        draw_old(sketch, plan, line);
        line.x += is_tall ? 0 : line.w + between_px(sketch);
        line.y += is_tall ? line.h : 0;
    }
    if (plan->row->now) {
        line.w = plan->now.width_px;
        line.h = is_tall ? plan->now.height_px : line.h;
        sketch_label(sketch, line, &plan->now);
    }
}

static void draw_rule(struct sketch *sketch, struct rect at) {
    struct rect line = {at.x, at.y + at.h - 1, at.w, sketch_px(sketch, 0.15)};
    struct scene_item *rule = sketch_box(sketch, line, sketch_colour(sketch, COLOUR_LINE), 0);
    rule->radius_px = 0;
    rule->is_decoration = true;
}

static void draw_way_in(struct sketch *sketch, const struct list_row *row, struct rect at) {
    int side = sign_px(sketch);
    bool is_on = action_equals(sketch->view->pressed, row->action) ||
                 action_equals(sketch->view->focused, row->action);
    sketch_icon(sketch, (struct rect){at.x + at.w - side, at.y + (at.h - side) / 2, side, side},
                "chevron-right", sketch_colour(sketch, is_on ? COLOUR_FOCUS : COLOUR_ACCENT));
    sketch_target(sketch, at, row->action, row->label);
}

static void draw_row(struct sketch *sketch, const struct row_plan *plan, struct rect at) {
    const struct list_row *row = plan->row;
    struct rect words = at;
    words.x += tick_room_px(sketch, row);
    words.w -= tick_room_px(sketch, row) + sign_room_px(sketch, row);
    draw_rule(sketch, at);
    if (row->has_tick) {
        draw_box(sketch, row, at);
        sketch_target(sketch, at, row->action, row->label);
    } else if (row->opens) {
        draw_way_in(sketch, row, at);
    }
    if (plan->is_stacked) {
        words.y += pad_px(sketch);
        draw_stacked(sketch, plan, words);
    } else {
        draw_beside(sketch, plan, words);
    }
}

struct layout {
    struct row_plan *plans;
    int *pages;
    int page_count;
};

static struct layout lay_out(const struct sketch *sketch, const struct list *list, int size) {
    struct layout layout = {.plans = ARENA_ARRAY(sketch->arena, struct row_plan, list->count + 1),
                            .pages = ARENA_ARRAY(sketch->arena, int, list->count + 1)};
    int *heights = ARENA_ARRAY(sketch->arena, int, list->count + 1);
    for (int i = 0; i < list->count; i++) {
        layout.plans[i] = plan_list_row(sketch, &list->rows[i], list->room.w, size);
        heights[i] = layout.plans[i].height_px;
    }
    const struct stack stack = {heights, list->count, 0};
    layout.page_count = staff_paginate(&stack, list->room.h, layout.pages);
    return layout;
}

static struct layout largest_layout(const struct sketch *sketch, const struct list *list) {
    int sizes[STAFF_SIZE_LIMIT];
    int count = staff_sizes(sketch, sizes);
    struct layout layout = lay_out(sketch, list, sizes[0]);
    for (int i = 1; i < count && layout.page_count > 1; i++) {
        layout = lay_out(sketch, list, sizes[i]);
    }
    return layout;
}

void list_draw(struct sketch *sketch, const struct list *list) {
    struct layout layout = largest_layout(sketch, list);
    pages_set(sketch, layout.page_count);
    if (list->wanted >= 0 && list->wanted < list->count) {
        sketch->scene->page = layout.pages[list->wanted];
    }
    struct rect at = list->room;
    for (int i = 0; i < list->count; i++) {
        if (layout.pages[i] == sketch->scene->page) {
            at.h = layout.plans[i].height_px;
            draw_row(sketch, &layout.plans[i], at);
            at.y += at.h;
        }
    }
}
