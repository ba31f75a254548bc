// SPDX-License-Identifier: MIT
// The refer panel: the code and the number, side by side with every card. The code, the words that
// say what it is for, and the number are always there; the heading and the line about the GP stand
// where there is room, and on a small screen the panel grows up beside the header.
#include "scene/widgets.h"

static const double LEAST_WORDS_U = 40.0; // width in which the number is still large
static const double WORDS_GAP_U = 1.4;    // between the code and the words below it

static int pad_px(const struct scene_builder *builder) {
    return builder_tight_px(builder, 2.4, 3.0);
}

// The largest letters in which a number fits its room on one line.
struct label widget_number(const struct scene_builder *builder, int room_px, int most_px,
                           enum colour colour) {
    struct look look = {most_px, WEIGHT_BOLD, colour, ALIGN_CENTRE};
    const char *phone = builder->source->deck->settings.phone;
    struct label label = builder_measure(builder, phone, look);
    if (label.width_px > room_px && label.width_px > 0) {
        look.size_px = (int)((double)most_px * room_px / label.width_px);
        label = builder_measure(builder, phone, look);
    }
    return label;
}

static void plan_words(const struct scene_builder *builder, struct panel *panel) {
    const struct metrics *m = builder->metrics;
    enum align align = panel->is_sideways ? ALIGN_START : ALIGN_CENTRE;
    struct look heading = {metrics_px(m, 4.6), WEIGHT_BOLD, COLOUR_ON_PANEL, align};
    struct look text = {m->small_px, WEIGHT_REGULAR, COLOUR_ON_PANEL, align};
    struct str words = str_from(builder_word(builder, WORD_PANEL_HEADING));
    int room = panel->room.w;
    panel->heading = builder_wrap(builder, words, heading, room);
    panel->scan = builder_measure(builder, builder_word(builder, WORD_PANEL_SCAN), text);
    if (m->is_cramped || panel->scan.width_px > room) {
        struct str shorter = str_from(builder_word(builder, WORD_PANEL_SCAN_SHORT));
        panel->scan = builder_wrap(builder, shorter, text, room);
    }
    panel->number = widget_number(builder, room, metrics_px(m, 8.0), COLOUR_ON_PANEL);
    panel->number.look.align = align;
    panel->gp = builder_wrap(builder, str_from(builder_word(builder, WORD_PANEL_GP)), text, room);
}

const struct qr *widget_code(const struct scene_builder *builder) {
    struct qr *qr = ARENA_NEW(builder->arena, struct qr);
    const char *payload = settings_qr_payload(&builder->source->deck->settings, builder->arena);
    return qr_build(qr, payload, builder->arena) ? qr : NULL;
}

static int field_modules(const struct qr *qr) {
    return qr->modules + 2 * QR_QUIET_MODULES;
}

int widget_code_least_px(const struct scene_builder *builder, const struct qr *qr) {
    int least = builder->metrics->qr_box_px;
    int modules = qr ? field_modules(qr) : 1;
    return (least + modules - 1) / modules * modules;
}

struct rect widget_code_draw(struct scene_builder *builder, const struct qr *qr, struct rect room) {
    if (!qr) {
        return (struct rect){0};
    }
    int field = int_min(room.w, room.h) / field_modules(qr) * field_modules(qr);
    struct rect at = builder_middle(room, field);
    builder_qr(builder, at, qr);
    return at;
}

// Words that are always there.
static int least_words_px(const struct scene_builder *builder, const struct panel *panel) {
    return panel->scan.height_px + panel->number.height_px + builder_px(builder, WORDS_GAP_U);
}

// Optional words are taken in while there is height for them.
static void choose_words(const struct scene_builder *builder, struct panel *panel, int height_px) {
    int spare = height_px - least_words_px(builder, panel);
    int heading = panel->heading.height_px + builder_px(builder, 1.6);
    int gp = panel->gp.height_px + builder_px(builder, 0.6);
    panel->has_heading = heading <= spare;
    spare -= panel->has_heading ? heading : 0;
    panel->has_gp = gp <= spare;
    panel->spare_px = spare - (panel->has_gp ? gp : 0);
}

// In portrait the panel lies above progress and controls: words beside the code, or, where the
// code's 50 mm leave too little width for the number, below it.
static struct panel plan_lying(const struct scene_builder *builder) {
    const struct metrics *m = builder->metrics;
    int pad = pad_px(builder);
    int bottom =
        navigation_row(builder).y - builder_px(builder, 3.2) - navigation_pause_px(builder);
    struct panel panel = {.qr = widget_code(builder), .is_sideways = true};
    panel.code_px = widget_code_least_px(builder, panel.qr);
    int height = int_max(panel.code_px + 2 * pad, m->panel_h_px);
    int width = m->width_px - 2 * m->margin_px;
    int x = m->margin_px + height - pad + builder_px(builder, 3.6);
    int words_w = m->margin_px + width - pad - x;
    panel.at = (struct rect){m->margin_px, bottom - height, width, height};
    panel.room = (struct rect){x, panel.at.y + pad, words_w, height - 2 * pad};
    if (words_w < builder_px(builder, LEAST_WORDS_U)) {
        panel.is_sideways = false;
        panel.room = (struct rect){m->margin_px + pad, 0, width - 2 * pad, 0};
    }
    plan_words(builder, &panel);
    if (!panel.is_sideways) {
        height += least_words_px(builder, &panel);
        panel.at.y = bottom - height;
        panel.at.h = height;
        panel.room.y = panel.at.y + pad;
        panel.room.h = height - 2 * pad;
    }
    choose_words(builder, &panel, panel.room.h - (panel.is_sideways ? 0 : panel.code_px));
    return panel;
}

static struct panel plan_upright(const struct scene_builder *builder) {
    const struct metrics *m = builder->metrics;
    int pad = pad_px(builder);
    const struct qr *qr = widget_code(builder);
    int code = widget_code_least_px(builder, qr);
    int width = int_max(code + 2 * pad, m->panel_w_px);
    int x = m->width_px - m->margin_px - width;
    int top = m->header_px + builder_tight_px(builder, 0.5, 2.0);
    int bottom = navigation_content_bottom_px(builder);
    struct panel panel = {.qr = qr, .code_px = code, .room = {.w = width - 2 * pad}};
    plan_words(builder, &panel);
    if (bottom - top < code + 2 * pad + least_words_px(builder, &panel)) {
        top = m->edge_gap_px; // it grows up beside the header
        bottom = navigation_row(builder).y - builder_px(builder, 1.2);
    }
    panel.at = (struct rect){x, top, width, bottom - top};
    panel.room = (struct rect){x + pad, top + pad, width - 2 * pad, bottom - top - 2 * pad};
    choose_words(builder, &panel, panel.room.h - code);
    return panel;
}

struct panel panel_plan(const struct scene_builder *builder) {
    return builder->metrics->is_portrait ? plan_lying(builder) : plan_upright(builder);
}

// The code takes what height is left over, up to the panel's width.
static void draw_upright(struct scene_builder *builder, const struct panel *panel) {
    struct rect room = panel->room;
    int height = panel->code_px + panel->spare_px;
    int code = int_min(height, room.w);
    int gap = (height - code) / 3;
    room.y += gap;
    if (panel->has_heading) {
        room.y = builder_below(builder, room, &panel->heading) + builder_px(builder, 1.6);
    }
    room.h = code;
    struct rect field = widget_code_draw(builder, panel->qr, room);
    room.y = field.w > 0 ? field.y + field.h : room.y;
    room.y += gap / 2 + builder_px(builder, WORDS_GAP_U);
    room.y = builder_below(builder, room, &panel->scan);
    room.y = builder_below(builder, room, &panel->number);
    if (panel->has_gp) {
        room.y += gap / 2 + builder_px(builder, 0.6);
        builder_below(builder, room, &panel->gp);
    }
}

static void draw_sideways(struct scene_builder *builder, const struct panel *panel) {
    struct rect code = builder_inset(panel->at, pad_px(builder)), room = panel->room;
    int gap = builder_px(builder, 1.0);
    code.w = code.h;
    widget_code_draw(builder, panel->qr, code);
    room.y += panel->spare_px / 2;
    if (panel->has_heading) {
        room.y = builder_below(builder, room, &panel->heading) + gap;
    }
    room.y = builder_below(builder, room, &panel->scan);
    room.y = builder_below(builder, room, &panel->number) + gap;
    if (panel->has_gp) {
        builder_below(builder, room, &panel->gp);
    }
}

void panel_draw(struct scene_builder *builder, const struct panel *panel) {
    struct action action = {ACTION_REFER, 0};
    struct control_look look = {action, COLOUR_PANEL, COLOUR_ON_PANEL, COLOUR_PANEL_EDGE, 12};
    builder_control(builder, panel->at, look)->radius_px = builder->metrics->panel_radius_px;
    if (panel->is_sideways) {
        draw_sideways(builder, panel);
    } else {
        draw_upright(builder, panel);
    }
    builder_target(builder, panel->at, action, builder_word(builder, WORD_REFER));
}
