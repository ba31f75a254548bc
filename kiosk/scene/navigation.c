// SPDX-License-Identifier: MIT
// The row of controls on the floor. Urgent help has one rectangle in it, wherever a patient looks
// and whatever its words are in a language; the others share what is left.
#include "scene/widgets.h"

struct rect navigation_row(const struct scene_builder *builder) {
    const struct metrics *m = builder->metrics;
    return builder_row(builder, m->height_px - m->edge_gap_px - m->button_px, m->button_px);
}

struct rect navigation_room(const struct scene_builder *builder) {
    struct rect room = navigation_row(builder);
    builder_take_start(&room, builder->metrics->urgent_w_px, builder->metrics->gap_px);
    return room;
}

int navigation_draw_urgent(struct scene_builder *builder) {
    bool is_here = builder->view->screen == SCREEN_URGENT;
    struct rect room = navigation_row(builder);
    room.w = builder->metrics->urgent_w_px;
    struct button button = button_word(builder, is_here ? BUTTON_HERE : BUTTON_URGENT,
                                       ACTION_URGENT_HELP, WORD_URGENT_HELP);
    button_fit(builder, &button, room.w);
    button_draw(builder, &button, room);
    return room.w;
}

// From the fullest form of the row to the barest.
static void take_form(const struct scene_builder *builder, struct button *button, int form) {
    enum action_kind kind = button->action.kind;
    if (form >= 1 && (kind == ACTION_BACK || kind == ACTION_PAGE_BACK)) {
        button->words = NULL;
    }
    if (form >= 2 && kind == ACTION_TOPICS) {
        button->words = builder_word(builder, WORD_TOPICS_SHORT);
    }
    if (form >= 2 && kind == ACTION_REFER) {
        button->words = builder_word(builder, WORD_REFER_SHORT);
    }
    button->is_narrow = form >= 3;
    if (form >= 4 && (kind == ACTION_NEXT || kind == ACTION_PAGE_NEXT)) {
        button->words = NULL;
    }
    *button = button_plan(builder, *button);
}

enum { FORM_COUNT = 5 };

static void fit_row(const struct scene_builder *builder, struct button *buttons, int count,
                    int width_px) {
    for (int form = 0; form < FORM_COUNT; form++) {
        for (int i = 0; i < count; i++) {
            take_form(builder, &buttons[i], form);
        }
        if (button_row_px(builder, buttons, count) <= width_px) {
            return;
        }
    }
    int gaps = (count - 1) * builder->metrics->gap_px;
    for (int i = 0; i < count; i++) {
        button_fit(builder, &buttons[i], (width_px - gaps) / count);
    }
}

// What leads away from a screen stands at the start, what goes on with it at the end.
static int lead_count(const struct button *buttons, int count) {
    for (int i = 0; i < count; i++) {
        if (buttons[i].action.kind == ACTION_BACK) {
            return i;
        }
    }
    return count > 1 ? 1 : 0;
}

void navigation_draw(struct scene_builder *builder, struct button *buttons, int count,
                     const char *note) {
    if (builder->view->is_preview || builder->view->screen == SCREEN_WIPE) {
        return; // the row is the staff's
    }
    if (builder->view->is_asking) {
        question_draw(builder);
        return;
    }
    navigation_draw_urgent(builder);
    struct rect room = navigation_room(builder);
    fit_row(builder, buttons, count, room.w);
    int gap = builder->metrics->gap_px, lead = lead_count(buttons, count);
    int lead_px = button_row_px(builder, buttons, lead);
    button_row_draw(builder, buttons, lead, builder_take_start(&room, lead_px, gap));
    buttons += lead;
    count -= lead;
    struct rect row = builder_take_end(&room, button_row_px(builder, buttons, count), gap);
    struct look look = {builder->metrics->small_px, WEIGHT_REGULAR, COLOUR_ON_FLOOR, ALIGN_CENTRE};
    builder_note(builder, room, note, look);
    button_row_draw(builder, buttons, count, row);
}
