// SPDX-License-Identifier: MIT
// The row of controls at the bottom. Its words are chosen once for the fullest row, the card's, and
// kept on every screen, so that urgent help is one rectangle wherever a patient looks.
#include "scene/widgets.h"

// From the fullest form of the row to the barest.
struct navigation_form {
    enum word urgent, topics;
    bool has_back_word, has_next_word;
};

static const struct navigation_form forms[] = {
    {WORD_URGENT_HELP, WORD_TOPICS, true, true},
    {WORD_URGENT_HELP, WORD_TOPICS, false, true},
    {WORD_URGENT_HELP_SHORT, WORD_TOPICS, false, true},
    {WORD_URGENT_HELP_SHORT, WORD_TOPICS_SHORT, false, true},
    {WORD_URGENT_HELP_SHORT, WORD_TOPICS_SHORT, false, false},
};

enum { CONTROL_URGENT, CONTROL_TOPICS, CONTROL_PAUSE, CONTROL_BACK, CONTROL_NEXT, CONTROL_COUNT };

struct control_row {
    struct button controls[CONTROL_COUNT];
};

static const double TRACK_LEAST_U = 14.0; // width that progress needs beside the controls

static struct control_row plan_row(const struct scene_builder *builder,
                                   const struct navigation_form *form) {
    bool is_cycling = builder->view->is_cycling;
    bool is_here = builder->view->screen == SCREEN_URGENT;
    const char *next = builder_word(builder, WORD_NEXT);
    const char *back = builder_word(builder, WORD_BACK);
    struct control_row row = {{
        [CONTROL_URGENT] = {.kind = is_here ? BUTTON_HERE : BUTTON_URGENT,
                            .action = {ACTION_URGENT_HELP, 0},
                            .words = builder_word(builder, form->urgent)},
        [CONTROL_TOPICS] = {.kind = BUTTON_PLAIN,
                            .action = {ACTION_TOPICS, 0},
                            .words = builder_word(builder, form->topics)},
        [CONTROL_PAUSE] = {.kind = BUTTON_ROUND,
                           .action = {is_cycling ? ACTION_PAUSE : ACTION_RESUME, 0},
                           .said = builder_word(builder, is_cycling ? WORD_PAUSE : WORD_RESUME),
                           .icon_before = is_cycling ? "pause" : "play"},
        [CONTROL_BACK] = {.kind = BUTTON_PLAIN,
                          .action = {ACTION_BACK, 0},
                          .words = form->has_back_word ? back : NULL,
                          .said = back,
                          .icon_before = widget_arrow(builder, -1)},
        [CONTROL_NEXT] = {.kind = BUTTON_FILLED,
                          .action = {ACTION_NEXT, 0},
                          .words = form->has_next_word ? next : NULL,
                          .said = next,
                          .icon_after = widget_arrow(builder, +1)},
    }};
    for (int i = 0; i < CONTROL_COUNT; i++) {
        row.controls[i] = button_plan(builder, row.controls[i]);
    }
    return row;
}

static int row_width(const struct scene_builder *builder, const struct control_row *row) {
    const struct button *c = row->controls;
    int gap = builder->metrics->gap_px;
    int beside = c[CONTROL_PAUSE].width_px + gap + builder_px(builder, TRACK_LEAST_U) + gap;
    return button_row_px(builder, c, CONTROL_PAUSE) + gap +
           (builder->metrics->is_portrait ? 0 : beside) +
           button_row_px(builder, c + CONTROL_BACK, 2);
}

static bool is_fitting(const struct scene_builder *builder, const struct control_row *row) {
    return row_width(builder, row) <= navigation_row(builder).w;
}

// Where the words of the barest form are too long, they part into lines, and then their letters
// give way, both alike.
static void squeeze(const struct scene_builder *builder, struct control_row *row) {
    struct button *urgent = &row->controls[CONTROL_URGENT];
    struct button *topics = &row->controls[CONTROL_TOPICS];
    urgent->is_narrow = topics->is_narrow = true;
    *urgent = button_plan(builder, *urgent);
    *topics = button_plan(builder, *topics);
    while (!is_fitting(builder, row)) {
        bool is_smaller = button_shrink(builder, urgent);
        if (!button_shrink(builder, topics) && !is_smaller) {
            return;
        }
    }
}

static struct control_row fitting_row(const struct scene_builder *builder) {
    struct control_row row = plan_row(builder, &forms[0]);
    for (int i = 1; i < COUNT_OF(forms) && !is_fitting(builder, &row); i++) {
        row = plan_row(builder, &forms[i]);
    }
    if (!is_fitting(builder, &row)) {
        squeeze(builder, &row);
    }
    return row;
}

int navigation_pause_px(const struct scene_builder *builder) {
    return button_plan(builder, (struct button){.kind = BUTTON_ROUND, .icon_before = "pause"})
        .height_px;
}

struct rect navigation_row(const struct scene_builder *builder) {
    const struct metrics *m = builder->metrics;
    return (struct rect){m->margin_px, m->height_px - m->edge_gap_px - m->button_px,
                         m->width_px - 2 * m->margin_px, m->button_px};
}

struct rect navigation_room(const struct scene_builder *builder) {
    struct control_row row = fitting_row(builder);
    struct rect room = navigation_row(builder);
    builder_take_start(&room, row.controls[CONTROL_URGENT].width_px, builder->metrics->gap_px);
    return room;
}

int navigation_content_bottom_px(const struct scene_builder *builder) {
    return navigation_row(builder).y - builder_tight_px(builder, 1.6, 2.8);
}

int navigation_draw_urgent(struct scene_builder *builder) {
    struct control_row row = fitting_row(builder);
    struct rect room = navigation_row(builder);
    button_draw_start(builder, &row.controls[CONTROL_URGENT], &room);
    return row.controls[CONTROL_URGENT].width_px;
}

// The segment that fills is not an item: the loop repaints it by itself, some pixels at a time.
static void set_filling(struct scene_builder *builder, struct rect at) {
    struct scene *scene = builder->scene;
    builder_shape(builder, at, COLOUR_TRACK, at.h / 2);
    scene->progress = builder_place(builder, at);
    scene->fills_leftwards = builder->language->words.is_right_to_left;
    scene->progress_ink = builder_colour(builder, COLOUR_ACCENT);
    scene->progress_track = builder_colour(builder, COLOUR_TRACK);
}

// A segment a card where they can be told apart; else one bar for the page.
static void draw_progress(struct scene_builder *builder, struct rect room) {
    int count = builder->language->card_count;
    int gap = builder_px(builder, 1.2);
    int height = builder_px(builder, 1.4);
    int width = count > 0 ? (room.w - (count - 1) * gap) / count : 0;
    width = int_min(width, builder_px(builder, 6.0));
    int y = room.y + (room.h - height) / 2;
    if (room.w < 2 * height) {
        return; // very long words leave it no room
    }
    if (width < 2 * height) {
        set_filling(builder, (struct rect){room.x, y, room.w, height});
        return;
    }
    struct rect at = {room.x + room.w - count * width - (count - 1) * gap, y, width, height};
    for (int i = 0; i < count; i++) {
        if (i == builder->view->card) {
            set_filling(builder, at);
        } else {
            bool is_past = i < builder->view->card;
            builder_shape(builder, at, is_past ? COLOUR_ACCENT : COLOUR_TRACK, height / 2);
        }
        at.x += width + gap;
    }
}

// A preview has a row of its own, and what patients could touch rests.
void navigation_draw_card(struct scene_builder *builder) {
    const struct metrics *m = builder->metrics;
    struct control_row row = fitting_row(builder);
    const struct button *c = row.controls, *pause = &c[CONTROL_PAUSE];
    struct rect room = navigation_row(builder);
    if (builder->view->is_preview) {
        return;
    }
    button_draw_start(builder, &c[CONTROL_URGENT], &room);
    button_draw_start(builder, &c[CONTROL_TOPICS], &room);
    struct rect next = builder_take_end(&room, c[CONTROL_NEXT].width_px, m->gap_px);
    struct rect back = builder_take_end(&room, c[CONTROL_BACK].width_px, m->gap_px);
    if (m->is_portrait) { // progress and pause stand above
        room = navigation_row(builder);
        room.y -= builder_px(builder, 1.6) + pause->height_px;
        room.h = pause->height_px;
    }
    struct rect at = builder_take_end(&room, pause->width_px, builder_px(builder, 1.6));
    draw_progress(builder, room);
    button_draw(builder, pause, builder_centred(at, pause->height_px));
    button_draw(builder, &c[CONTROL_BACK], back);
    button_draw(builder, &c[CONTROL_NEXT], next);
}

void navigation_draw(struct scene_builder *builder, const struct button *buttons, int count,
                     const char *note) {
    if (builder->view->is_preview) {
        return;
    }
    struct rect room = navigation_row(builder);
    builder_take_start(&room, navigation_draw_urgent(builder), builder->metrics->gap_px);
    for (int i = count - 1; i >= 0; i--) {
        button_draw_end(builder, &buttons[i], &room);
    }
    if (note) {
        builder_note(builder, room, note, ALIGN_CENTRE);
    }
}
