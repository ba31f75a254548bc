// SPDX-License-Identifier: MIT
// The number and its code beside a card that is read. The whole of it is one control, and says so;
// a slim one is the number in a bar with a small code below it or beside it.
#include "scene/patient/read_plan.h"

struct button read_panel_button(const struct scene_builder *builder, int width_px) {
    struct button button = button_word(builder, BUTTON_FLOOR, ACTION_REFER, WORD_REFER_SHORT);
    button_fit(builder, &button, width_px);
    button.height_px = int_max(builder_px(builder, 8), builder->metrics->hit_px);
    return button;
}

static void draw_panel_wide(struct scene_builder *builder, const struct read_plan *plan) {
    struct rect room = plan->panel;
    int gap = builder_px(builder, 1.6);
    room.y += builder_px(builder, 2);
    widget_code_draw(builder, plan->code, builder_take_top(&room, plan->code.side_px, gap / 2));
    room.y = builder_below(builder, room, &plan->number) + gap / 2;
    room.x += builder_px(builder, 3);
    struct button button = read_panel_button(builder, room.w - 2 * builder_px(builder, 3));
    room.h = button.height_px;
    button_draw_start(builder, &button, &room);
}

static void draw_panel_tall(struct scene_builder *builder, const struct read_plan *plan) {
    struct rect room =
        builder_row(builder, plan->panel.y + builder_px(builder, 2.5), plan->code.side_px);
    room.w = builder->metrics->width_px - room.x - builder_px(builder, 3.6);
    struct rect code = builder_take_end(&room, plan->code.side_px, builder_px(builder, 3));
    widget_code_draw(builder, plan->code, code);
    struct label call = floor_words(builder, WORD_CALL_OR_SCAN, room.w, 2);
    struct button button = read_panel_button(builder, room.w * 2 / 3);
    room.y = builder_below(builder, room, &call);
    builder_below(builder, room, &plan->number);
    room.y = code.y + code.h - button.height_px;
    room.h = button.height_px;
    button_draw_start(builder, &button, &room);
}

static void draw_arrow(struct scene_builder *builder, struct rect at) {
    builder_icon(builder, builder_middle(at, builder->metrics->label_px * 5 / 4),
                 widget_arrow(builder, +1), builder_colour(builder, COLOUR_ON_FLOOR));
}

static void draw_slim_wide(struct scene_builder *builder, const struct read_plan *plan) {
    const struct metrics *m = builder->metrics;
    struct rect room = builder_inset(plan->panel, builder_px(builder, 1.6));
    floor_draw(builder, plan->bar);
    floor_draw(builder, plan->panel);
    builder_label(builder, plan->bar, &plan->number);
    room.y = plan->panel.y;
    widget_code_draw(builder, plan->code,
                     builder_take_top(&room, plan->code.side_px, builder_px(builder, 1)));
    struct label words = floor_words(builder, WORD_REFER_SHORT, room.w, 3);
    words.look.align = ALIGN_CENTRE;
    room.y = builder_below(builder, room, &words);
    room.h = m->label_px * 5 / 4;
    draw_arrow(builder, room);
    const char *note = page_note(builder, builder->scene->page, builder->scene->page_count);
    if (note) {
        struct look look = {m->label_px, WEIGHT_REGULAR, COLOUR_ON_FLOOR, ALIGN_CENTRE};
        struct label label = builder_fit(builder, str_from(note), look, (struct fit){room.w, 1, 0});
        room.y = plan->panel.y + plan->panel.h - label.height_px;
        builder_below(builder, room, &label);
    }
}

static void draw_slim_tall(struct scene_builder *builder, const struct read_plan *plan) {
    const struct metrics *m = builder->metrics;
    struct rect room = builder_inset(plan->bar, builder_px(builder, 1.6));
    floor_draw(builder, plan->bar);
    struct rect code = builder_take_end(&room, plan->code.side_px, builder_px(builder, 2));
    widget_code_draw(builder, plan->code, code);
    room.x = m->margin_px;
    room.w = code.x - room.x - builder_px(builder, 2);
    struct label words = floor_words(builder, WORD_REFER_SHORT, room.w - 2 * m->label_px, 3);
    room = builder_centred(room, plan->number.height_px + words.height_px);
    room.y = builder_below(builder, room, &plan->number);
    builder_below(builder, room, &words);
    draw_arrow(builder, (struct rect){room.x + words.width_px + m->label_px / 2, room.y,
                                      m->label_px, words.height_px});
}

// The code with its number is one large control, of which the words say what it does.
void read_panel_draw(struct scene_builder *builder, const struct read_plan *plan) {
    const struct rect parts[] = {plan->panel, plan->bar};
    for (int i = 0; i < COUNT_OF(parts); i++) {
        if (!rect_is_empty(parts[i])) {
            builder_target(builder, parts[i], (struct action){ACTION_REFER, 0},
                           builder_word(builder, WORD_REFER));
        }
    }
    bool is_tall = builder->metrics->is_portrait;
    if (plan->is_slim) {
        (is_tall ? draw_slim_tall : draw_slim_wide)(builder, plan);
    } else {
        floor_draw(builder, plan->panel);
        (is_tall ? draw_panel_tall : draw_panel_wide)(builder, plan);
    }
}
