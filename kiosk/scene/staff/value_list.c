// SPDX-License-Identifier: MIT
// A list of labels and values, a line each where both fit side by side, else the value below its
// label. An old value stands struck out beside the new one. Rows are whole: a page ends between
// two of them.
#include "scene/staff/staff_widgets.h"

static const double BETWEEN_U = 3.0; // label, old and new value
static const double BOX_U = 6.0;     // of a tick

struct row_plan {
    struct label label, old, now;
    bool is_stacked; // the values stand below the label,
    bool is_tall;    // and the new one below the old one
    int height_px;
};

static int pad_px(const struct scene_builder *builder) {
    return builder_tight_px(builder, 0.8, 1.6);
}

static bool has_tick(const struct value_row *row) {
    return row->action.kind == ACTION_CONFIRM;
}

static int sign_px(const struct scene_builder *builder) {
    return builder->metrics->label_px * 5 / 4;
}

// Beside the tick and the sign.
static struct rect words_room(const struct scene_builder *builder, const struct value_row *row,
                              struct rect at) {
    if (has_tick(row)) {
        builder_take_start(&at, builder_px(builder, BOX_U), builder_px(builder, 2));
    } else if (row->action.kind != ACTION_NONE) {
        builder_take_end(&at, sign_px(builder), builder_px(builder, 1.2));
    }
    return at;
}

static struct row_plan plan_row(const struct scene_builder *builder,
                                const struct staff_stack *stack, const struct value_row *row) {
    int size = stack->size_px;
    struct look look = {size, WEIGHT_REGULAR, COLOUR_INK, ALIGN_START};
    struct look quiet = {size, WEIGHT_REGULAR, COLOUR_MUTED, ALIGN_START};
    struct look strong = {size * 5 / 4, WEIGHT_BOLD, COLOUR_INK, ALIGN_START};
    int room = words_room(builder, row, stack->room).w;
    struct row_plan plan = {
        .label = builder_wrap(builder, str_from(row->label), look, room),
        .old = builder_wrap(builder, str_from(row->old), quiet, room),
        .now = builder_wrap(builder, str_from(row->now), row->is_strong ? strong : look, room),
    };
    bool has_both = plan.old.width_px > 0 && plan.now.width_px > 0;
    int values_w =
        plan.old.width_px + plan.now.width_px + (has_both ? builder_px(builder, BETWEEN_U) : 0);
    plan.is_stacked = plan.label.width_px + builder_px(builder, BETWEEN_U) + values_w > room;
    plan.is_tall = plan.is_stacked && values_w > room;
    int values_h = plan.is_tall ? plan.old.height_px + plan.now.height_px
                                : int_max(plan.old.height_px, plan.now.height_px);
    plan.height_px =
        plan.is_stacked ? plan.label.height_px + values_h : int_max(plan.label.height_px, values_h);
    plan.height_px += 2 * pad_px(builder);
    if (row->action.kind != ACTION_NONE) {
        int control = int_max(builder->metrics->hit_px, builder_px(builder, BOX_U));
        plan.height_px = int_max(plan.height_px, control + pad_px(builder));
    }
    return plan;
}

static int row_height(const struct scene_builder *builder, const struct staff_stack *stack,
                      int index) {
    const struct value_row *rows = stack->parts;
    return plan_row(builder, stack, &rows[index]).height_px;
}

static void draw_tick(struct scene_builder *builder, const struct value_row *row, struct rect at) {
    int side = builder_px(builder, BOX_U);
    struct rect box = builder_centred((struct rect){at.x, at.y, side, at.h}, side);
    struct control_look look = {row->action, row->is_ticked ? COLOUR_ACCENT : COLOUR_CARD,
                                COLOUR_INK, COLOUR_ACCENT};
    builder_control(builder, box, look)->radius_px = builder_px(builder, 1.2);
    if (row->is_ticked) {
        builder_icon(builder, builder_inset(box, side / 8), "tick",
                     builder_colour(builder, COLOUR_ON_ACCENT));
    }
}

static void draw_sign(struct scene_builder *builder, const struct value_row *row, struct rect at) {
    int side = sign_px(builder);
    bool is_on = action_equals(builder->view->pressed, row->action) ||
                 action_equals(builder->view->focused, row->action);
    builder_icon(builder, (struct rect){at.x + at.w - side, at.y + (at.h - side) / 2, side, side},
                 "chevron-right", builder_colour(builder, is_on ? COLOUR_FOCUS : COLOUR_ACCENT));
}

// Where there is a new value, with a line through every line, over the letters.
static void draw_old(struct scene_builder *builder, const struct row_plan *plan, struct rect at) {
    const struct label *old = &plan->old;
    int stroke = builder->metrics->stroke_px;
    int y = at.y + (at.h - old->height_px) / 2;
    builder_label(builder, at, old);
    for (int i = 0; plan->now.width_px > 0 && i < old->paragraph.line_count; i++) {
        struct rect line = {at.x, y + old->pitch_px / 2 - stroke / 2,
                            old->paragraph.lines[i].width_px, stroke};
        builder_shape(builder, line, old->look.colour, 0);
        y += old->pitch_px;
    }
}

static void draw_beside(struct scene_builder *builder, const struct row_plan *plan,
                        struct rect at) {
    builder_label(builder, at, &plan->label);
    struct rect value = {at.x + at.w - plan->now.width_px, at.y, plan->now.width_px, at.h};
    builder_label(builder, value, &plan->now);
    value.x -= plan->old.width_px + (plan->now.width_px > 0 ? builder_px(builder, BETWEEN_U) : 0);
    draw_old(builder, plan, value);
}

static void draw_stacked(struct scene_builder *builder, const struct row_plan *plan,
                         struct rect at) {
    at.y = builder_below(builder, at, &plan->label);
    at.h = plan->is_tall ? plan->old.height_px : int_max(plan->old.height_px, plan->now.height_px);
    draw_old(builder, plan, at);
    if (plan->is_tall) {
        at.y += at.h;
        at.h = plan->now.height_px;
    } else if (plan->old.width_px > 0) {
        at.x += plan->old.width_px + builder_px(builder, BETWEEN_U);
    }
    builder_label(builder, at, &plan->now);
}

static void draw_row(struct scene_builder *builder, const struct staff_stack *stack, int index,
                     struct rect at) {
    const struct value_row *rows = stack->parts, *row = &rows[index];
    struct row_plan plan = plan_row(builder, stack, row);
    struct rect words = words_room(builder, row, at);
    struct rect rule = {at.x, at.y + at.h - 1, at.w, builder_px(builder, 0.15)};
    builder_shape(builder, rule, COLOUR_LINE, 0);
    if (row->action.kind != ACTION_NONE) {
        (has_tick(row) ? draw_tick : draw_sign)(builder, row, at);
        builder_target(builder, at, row->action, row->label);
    }
    if (plan.is_stacked) {
        words.y += pad_px(builder);
        draw_stacked(builder, &plan, words);
    } else {
        draw_beside(builder, &plan, words);
    }
}

void value_list_draw(struct scene_builder *builder, struct staff_stack list, int y) {
    list.room = frame_room(builder, y);
    list.height = row_height;
    list.draw = draw_row;
    staff_stack_draw(builder, &list);
}
