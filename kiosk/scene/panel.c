// SPDX-License-Identifier: MIT
// The refer panel: the code and the number, side by side with every card. The code, the words that
// say what it is for, and the number are always there; the heading and the line about the GP stand
// where there is room, and on a small screen the panel grows up beside the header.
#include "scene/widgets.h"

struct panel_plan {
    struct label heading, scan, number, gp;
    bool has_heading, has_gp;
    int height_px;
};

static int pad_px(const struct sketch *sketch) {
    return sketch_px(sketch, sketch_metrics(sketch)->is_cramped ? 2.4 : 3.0);
}

// The largest letters in which a number fits its room on one line.
struct label widget_number(const struct sketch *sketch, int room_px, int most_px,
                           enum colour colour) {
    struct look look = {most_px, WEIGHT_BOLD, colour, ALIGN_CENTRE};
    const char *phone = sketch->source->deck->settings.phone;
    struct label label = sketch_measure(sketch, phone, look);
    if (label.width_px > room_px && label.width_px > 0) {
        look.size_px = (int)((double)most_px * room_px / label.width_px);
        label = sketch_measure(sketch, phone, look);
    }
    return label;
}

static struct label plan_line(const struct sketch *sketch, enum word word, enum word shorter,
                              int room_px) {
    struct look look = {sketch_metrics(sketch)->small_px, WEIGHT_REGULAR, COLOUR_ON_PANEL,
                        sketch_metrics(sketch)->is_portrait ? ALIGN_START : ALIGN_CENTRE};
    struct label label = sketch_measure(sketch, sketch_word(sketch, word), look);
    if (label.width_px > room_px && shorter != word) {
        label = sketch_measure(sketch, sketch_word(sketch, shorter), look);
    }
    if (label.width_px > room_px) {
        label = sketch_wrap(sketch, str_from(sketch_word(sketch, shorter)), look, room_px);
    }
    return label;
}

static struct panel_plan plan_panel(const struct sketch *sketch, int room_px) {
    const struct metrics *m = sketch_metrics(sketch);
    enum align align = m->is_portrait ? ALIGN_START : ALIGN_CENTRE;
    struct look heading = {metrics_px(m, 4.6), WEIGHT_BOLD, COLOUR_ON_PANEL, align};
    struct panel_plan plan = {0};
    struct str words = str_from(sketch_word(sketch, WORD_PANEL_HEADING));
    plan.heading = sketch_wrap(sketch, words, heading, room_px);
    enum word scan = m->is_cramped ? WORD_PANEL_SCAN_SHORT : WORD_PANEL_SCAN;
    plan.scan = plan_line(sketch, scan, WORD_PANEL_SCAN_SHORT, room_px);
    plan.number = widget_number(sketch, room_px, metrics_px(m, 8.0), COLOUR_ON_PANEL);
    plan.number.look.align = align;
    plan.gp = plan_line(sketch, WORD_PANEL_GP, WORD_PANEL_GP, room_px);
    return plan;
}

// Whole modules, and as many of them as the room holds; never fewer pixels than the design's least.
struct rect widget_qr(struct sketch *sketch, struct rect room) {
    struct qr *qr = ARENA_NEW(sketch->arena, struct qr);
    const char *payload = deck_qr_payload(sketch->source->deck, sketch->arena);
    if (!qr_build(qr, payload, sketch->arena)) {
        return (struct rect){0};
    }
    int side = room.w < room.h ? room.w : room.h;
    int modules = qr->modules + 2 * QR_QUIET_MODULES;
    int field = side / modules * modules;
    struct rect at = {room.x + (room.w - field) / 2, room.y + (room.h - field) / 2, field, field};
    sketch_qr(sketch, at, qr);
    return at;
}

static int required_height(const struct sketch *sketch, const struct panel_plan *plan) {
    return sketch_metrics(sketch)->qr_box_px + plan->scan.height_px + plan->number.height_px +
           2 * pad_px(sketch) + sketch_px(sketch, 1.0);
}

struct rect panel_rect(const struct sketch *sketch) {
    const struct metrics *m = sketch_metrics(sketch);
    int bottom = navigation_content_bottom_px(sketch);
    if (m->is_portrait) {
        int pause = m->is_cramped || sketch_px(sketch, 9.0) < m->hit_px ? m->button_px
                                                                        : sketch_px(sketch, 9.0);
        bottom = navigation_top_px(sketch) - sketch_px(sketch, 3.2) - pause;
        return (struct rect){m->margin_px, bottom - m->panel_h_px, m->width_px - 2 * m->margin_px,
                             m->panel_h_px};
    }
    int x = m->width_px - m->margin_px - m->panel_w_px;
    struct panel_plan plan = plan_panel(sketch, m->panel_w_px - 2 * pad_px(sketch));
    int top = m->header_px + sketch_px(sketch, m->is_cramped ? 0.5 : 2.0);
    if (bottom - top < required_height(sketch, &plan)) {
        top = m->edge_gap_px;
        bottom = navigation_top_px(sketch) - sketch_px(sketch, 1.2);
    }
    return (struct rect){x, top, m->panel_w_px, bottom - top};
}

// Optional lines are taken in while the code keeps its least size.
static int choose_lines(const struct sketch *sketch, struct panel_plan *plan, int height_px) {
    int used = required_height(sketch, plan);
    int heading = plan->heading.height_px + sketch_px(sketch, 1.6);
    int gp = plan->gp.height_px + sketch_px(sketch, 1.0);
    plan->has_heading = used + heading <= height_px;
    used += plan->has_heading ? heading : 0;
    plan->has_gp = used + gp <= height_px;
    used += plan->has_gp ? gp : 0;
    return used;
}

static int draw_below(struct sketch *sketch, struct rect room, int y, const struct label *label) {
    struct rect at = {room.x, y, room.w, label->height_px};
    sketch_label(sketch, at, label);
    return y + label->height_px;
}

static void draw_upright(struct sketch *sketch, struct rect panel) {
    int pad = pad_px(sketch);
    struct rect room = {panel.x + pad, panel.y + pad, panel.w - 2 * pad, panel.h - 2 * pad};
    struct panel_plan plan = plan_panel(sketch, room.w);
    int least = sketch_metrics(sketch)->qr_box_px;
    int spare = panel.h - choose_lines(sketch, &plan, panel.h);
    int code = least + spare < room.w ? least + spare : room.w;
    int gap = (least + spare - code) / 3;
    int y = room.y + gap;
    if (plan.has_heading) {
        y = draw_below(sketch, room, y, &plan.heading) + sketch_px(sketch, 1.6);
    }
    struct rect field = widget_qr(sketch, (struct rect){room.x, y, room.w, code});
    y = (field.w > 0 ? field.y + field.h : y) + gap / 2 + sketch_px(sketch, 1.0);
    y = draw_below(sketch, room, y, &plan.scan);
    y = draw_below(sketch, room, y, &plan.number);
    if (plan.has_gp) {
        draw_below(sketch, room, y + gap / 2, &plan.gp);
    }
}

static void draw_sideways(struct sketch *sketch, struct rect panel) {
    int pad = pad_px(sketch);
    int code = panel.h - 2 * pad;
    struct rect field = {panel.x + pad, panel.y + pad, code, code};
    widget_qr(sketch, field);
    int x = field.x + field.w + sketch_px(sketch, 3.6);
    struct rect room = {x, panel.y, panel.x + panel.w - pad - x, panel.h};
    struct panel_plan plan = plan_panel(sketch, room.w);
    int gap = sketch_px(sketch, 1.0);
    int used = plan.scan.height_px + plan.number.height_px + gap;
    int heading = plan.heading.height_px + gap;
    int gp = plan.gp.height_px + gap;
    plan.has_heading = used + heading <= code;
    used += plan.has_heading ? heading : 0;
    plan.has_gp = used + gp <= code;
    used += plan.has_gp ? gp : 0;
    int y = panel.y + (panel.h - used) / 2;
    if (plan.has_heading) {
        y = draw_below(sketch, room, y, &plan.heading) + gap;
    }
    y = draw_below(sketch, room, y, &plan.scan);
    y = draw_below(sketch, room, y, &plan.number) + gap;
    if (plan.has_gp) {
        draw_below(sketch, room, y, &plan.gp);
    }
}

void panel_draw(struct sketch *sketch) {
    struct rect panel = panel_rect(sketch);
    struct action action = {ACTION_REFER, 0};
    uint32_t fill = sketch_colour(sketch, COLOUR_PANEL);
    if (action_equals(sketch->view->pressed, action)) {
        fill = theme_mix(fill, sketch_colour(sketch, COLOUR_ON_PANEL), 12);
    }
    bool is_focused = action_equals(sketch->view->focused, action);
    uint32_t edge = sketch_colour(sketch, is_focused ? COLOUR_FOCUS : COLOUR_PANEL_EDGE);
    struct scene_item *box = sketch_box(sketch, panel, fill, edge);
    box->radius_px = sketch_metrics(sketch)->panel_radius_px;
    box->edge_px = is_focused ? sketch_px(sketch, 0.8) : box->edge_px;
    if (sketch_metrics(sketch)->is_portrait) {
        draw_sideways(sketch, panel);
    } else {
        draw_upright(sketch, panel);
    }
    sketch_target(sketch, panel, action, sketch_word(sketch, WORD_REFER));
}
