// SPDX-License-Identifier: MIT
// The number and its code beside a card that is read. The whole of it is one control, and says so;
// a slim one is the number in a bar with a small code below it or beside it.
#include "scene/frame.h"
#include "scene/patient/read_plan.h"

static const double LEAST_U = 2.6; // no letters are smaller

struct button read_panel_button(const struct scene_builder *builder, int width_px) {
    struct button button = button_word(builder, BUTTON_FLOOR, ACTION_REFER, WORD_REFER_SHORT);
    button_fit(builder, &button, width_px);
    button.height_px = int_max(builder_px(builder, 8), builder->metrics->hit_px);
    return button;
}

struct label read_panel_words(const struct scene_builder *builder, enum align align, int width_px) {
    struct look look = {builder->metrics->label_px, WEIGHT_SEMIBOLD, COLOUR_ON_FLOOR, align};
    return builder_fit(builder, str_from(builder_word(builder, WORD_REFER_SHORT)), look,
                       (struct fit){width_px, 3, builder_px(builder, LEAST_U)});
}

static void draw_panel_wide(struct scene_builder *builder, const struct read_plan *plan) {
    struct rect room = plan->panel;
    int gap = builder_px(builder, 1.6);
    room.y += builder_px(builder, 2);
    struct rect code = {room.x + (room.w - plan->code_px) / 2, room.y, plan->code_px,
                        plan->code_px};
    widget_code_draw(builder, plan->qr, code);
    room.y += plan->code_px + gap / 2;
    struct label number = plan->number;
    number.look.align = ALIGN_CENTRE;
    room.y = builder_below(builder, room, &number) + gap / 2;
    struct button button = read_panel_button(builder, room.w - 2 * builder_px(builder, 3));
    struct rect at = {room.x + builder_px(builder, 3), room.y, button.width_px, button.height_px};
    button_draw(builder, &button, at);
}

static void draw_panel_tall(struct scene_builder *builder, const struct read_plan *plan) {
    const struct metrics *m = builder->metrics;
    struct rect room = builder_inset(plan->panel, builder_px(builder, 2.5));
    room.x = m->margin_px;
    room.w = m->width_px - m->margin_px - builder_px(builder, 3.6);
    struct rect code = builder_take_end(&room, plan->code_px, builder_px(builder, 3));
    code.h = plan->code_px;
    widget_code_draw(builder, plan->qr, code);
    struct look look = {m->label_px, WEIGHT_SEMIBOLD, COLOUR_ON_FLOOR, ALIGN_START};
    struct label call = builder_fit(builder, str_from(builder_word(builder, WORD_CALL_OR_SCAN)),
                                    look, (struct fit){room.w, 2, builder_px(builder, LEAST_U)});
    struct button button = read_panel_button(builder, room.w * 2 / 3);
    room.y = builder_below(builder, room, &call);
    builder_below(builder, room, &plan->number);
    button_draw(builder, &button,
                (struct rect){room.x, code.y + code.h - button.height_px, button.width_px,
                              button.height_px});
}

static int arrow_px(const struct scene_builder *builder) {
    return builder->metrics->label_px * 5 / 4;
}

static void draw_arrow(struct scene_builder *builder, struct rect at) {
    builder_icon(builder, builder_middle(at, arrow_px(builder)), widget_arrow(builder, +1),
                 builder_colour(builder, COLOUR_ON_FLOOR));
}

static void draw_slim_wide(struct scene_builder *builder, const struct read_plan *plan) {
    struct rect room = builder_inset(plan->panel, builder_px(builder, 1.6));
    floor_draw(builder, plan->bar);
    floor_draw(builder, plan->panel);
    struct label number = plan->number;
    number.look.align = ALIGN_CENTRE;
    builder_label(builder, plan->bar, &number);
    room.y = plan->panel.y;
    widget_code_draw(
        builder, plan->qr,
        (struct rect){room.x + (room.w - plan->code_px) / 2, room.y, plan->code_px, plan->code_px});
    room.y += plan->code_px + builder_px(builder, 1);
    struct label words = read_panel_words(builder, ALIGN_CENTRE, room.w);
    room.y = builder_below(builder, room, &words);
    draw_arrow(builder, (struct rect){room.x, room.y, room.w, arrow_px(builder)});
    const char *note = page_note(builder, builder->scene->page, builder->scene->page_count);
    if (note) {
        struct look look = {builder->metrics->label_px, WEIGHT_REGULAR, COLOUR_ON_FLOOR,
                            ALIGN_CENTRE};
        struct label label = builder_fit(builder, str_from(note), look,
                                         (struct fit){room.w, 1, builder_px(builder, LEAST_U)});
        room.y = plan->panel.y + plan->panel.h - label.height_px;
        builder_below(builder, room, &label);
    }
}

static void draw_slim_tall(struct scene_builder *builder, const struct read_plan *plan) {
    const struct metrics *m = builder->metrics;
    struct rect room = builder_inset(plan->bar, builder_px(builder, 1.6));
    floor_draw(builder, plan->bar);
    struct rect code = builder_take_end(&room, plan->code_px, builder_px(builder, 2));
    widget_code_draw(builder, plan->qr, code);
    room.x = m->margin_px;
    room.w = code.x - room.x - builder_px(builder, 2);
    struct label number = plan->number;
    struct label words = read_panel_words(builder, ALIGN_START, room.w - 2 * m->label_px);
    room.y += (room.h - number.height_px - words.height_px) / 2;
    room.y = builder_below(builder, room, &number);
    builder_below(builder, room, &words);
    draw_arrow(builder, (struct rect){room.x + words.width_px + m->label_px / 2, room.y,
                                      m->label_px, words.height_px});
}

static void add_targets(struct scene_builder *builder, const struct read_plan *plan) {
    const struct rect parts[] = {plan->panel, plan->bar};
    for (int i = 0; i < COUNT_OF(parts); i++) {
        if (!rect_is_empty(parts[i])) {
            builder_target(builder, parts[i], (struct action){ACTION_REFER, 0},
                           builder_word(builder, WORD_REFER));
        }
    }
}

// The code with its number is one large control, of which the words say what it does.
void read_panel_draw(struct scene_builder *builder, const struct read_plan *plan) {
    bool is_tall = builder->metrics->is_portrait;
    add_targets(builder, plan);
    if (plan->is_slim && is_tall) {
        draw_slim_tall(builder, plan);
    } else if (plan->is_slim) {
        draw_slim_wide(builder, plan);
    } else {
        floor_draw(builder, plan->panel);
        (is_tall ? draw_panel_tall : draw_panel_wide)(builder, plan);
    }
}
