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
                          .icon_before = widget_backward_icon(builder)},
        [CONTROL_NEXT] = {.kind = BUTTON_FILLED,
                          .action = {ACTION_NEXT, 0},
                          .words = form->has_next_word ? next : NULL,
                          .said = next,
                          .icon_after = widget_forward_icon(builder)},
    }};
    for (int i = 0; i < CONTROL_COUNT; i++) {
        button_plan(builder, &row.controls[i]);
    }
    return row;
}

static int row_width(const struct scene_builder *builder, const struct control_row *row) {
    const struct metrics *m = builder_metrics(builder);
    int width = 0;
    int gaps = 0;
    for (int i = 0; i < CONTROL_COUNT; i++) {
        if (i == CONTROL_PAUSE && m->is_portrait) {
            continue;
        }
        width += row->controls[i].width_px;
        gaps++;
    }
    if (!m->is_portrait) {
        width += builder_px(builder, TRACK_LEAST_U);
        gaps++;
    }
    return width + (gaps - 1) * m->gap_px;
}

static bool is_fitting(const struct scene_builder *builder, const struct control_row *row) {
    const struct metrics *m = builder_metrics(builder);
    return row_width(builder, row) <= m->width_px - 2 * m->margin_px;
}

// Where the words of the barest form are too long, they part into lines, and then their letters
// give way, both alike.
static void squeeze(const struct scene_builder *builder, struct control_row *row) {
    struct button *urgent = &row->controls[CONTROL_URGENT];
    struct button *topics = &row->controls[CONTROL_TOPICS];
    urgent->is_narrow = topics->is_narrow = true;
    button_plan(builder, urgent);
    button_plan(builder, topics);
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
    struct button pause = {.kind = BUTTON_ROUND, .icon_before = "pause"};
    button_plan(builder, &pause);
    return pause.height_px;
}

int navigation_top_px(const struct scene_builder *builder) {
    const struct metrics *m = builder_metrics(builder);
    return m->height_px - m->edge_gap_px - m->button_px;
}

int navigation_content_bottom_px(const struct scene_builder *builder) {
    return navigation_top_px(builder) - (builder_metrics(builder)->is_cramped
                                             ? builder_px(builder, 1.6)
                                             : builder_px(builder, 2.8));
}

static struct rect urgent_rect(const struct scene_builder *builder, const struct control_row *row) {
    const struct metrics *m = builder_metrics(builder);
    int width = row->controls[CONTROL_URGENT].width_px;
    return (struct rect){m->margin_px, navigation_top_px(builder), width, m->button_px};
}

int navigation_draw_urgent(struct scene_builder *builder) {
    struct control_row row = fitting_row(builder);
    struct rect at = urgent_rect(builder, &row);
    button_draw(builder, &row.controls[CONTROL_URGENT], at);
    return at.w;
}

static void draw_segment(struct scene_builder *builder, struct rect at, uint32_t colour) {
    struct scene_item *item = builder_box(builder, at, colour, 0);
    item->radius_px = at.h / 2;
    item->is_decoration = true;
}

// The segment that fills is not an item: the loop repaints it by itself, some pixels at a time.
static void set_filling(struct scene_builder *builder, struct rect at) {
    struct scene *scene = builder->scene;
    draw_segment(builder, at, builder_colour(builder, COLOUR_TRACK));
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
    int most = builder_px(builder, 6.0);
    width = width > most ? most : width;
    int y = room.y + (room.h - height) / 2;
    if (room.w < 2 * height) {
        return; // very long words leave it no room
    }
    if (width < 2 * height) {
        set_filling(builder, (struct rect){room.x, y, room.w, height});
        return;
    }
    int x = room.x + room.w - count * width - (count - 1) * gap;
    for (int i = 0; i < count; i++) {
        struct rect at = {x, y, width, height};
        bool is_past = i < builder->view->card;
        if (i == builder->view->card) {
            set_filling(builder, at);
        } else {
            draw_segment(builder, at,
                         builder_colour(builder, is_past ? COLOUR_ACCENT : COLOUR_TRACK));
        }
        x += width + gap;
    }
}

static struct rect take_left(struct rect *room, int width, int gap) {
    struct rect taken = {room->x, room->y, width, room->h};
    room->x += width + gap;
    room->w -= width + gap;
    return taken;
}

static struct rect take_right(struct rect *room, int width, int gap) {
    struct rect taken = {room->x + room->w - width, room->y, width, room->h};
    room->w -= width + gap;
    return taken;
}

static struct rect centred(struct rect at, int height) {
    return (struct rect){at.x, at.y + (at.h - height) / 2, at.w, height};
}

static void draw_progress_and_pause(struct scene_builder *builder, const struct control_row *row,
                                    struct rect room) {
    const struct button *pause = &row->controls[CONTROL_PAUSE];
    struct rect at = take_right(&room, pause->width_px, builder_px(builder, 1.6));
    draw_progress(builder, room);
    button_draw(builder, pause, centred(at, pause->height_px));
}

static void draw_card_controls(struct scene_builder *builder, const struct control_row *row,
                               struct rect room) {
    const struct metrics *m = builder_metrics(builder);
    const struct button *c = row->controls;
    struct rect topics = take_left(&room, c[CONTROL_TOPICS].width_px, m->gap_px);
    button_draw(builder, &c[CONTROL_TOPICS], topics);
    struct rect next = take_right(&room, c[CONTROL_NEXT].width_px, m->gap_px);
    struct rect back = take_right(&room, c[CONTROL_BACK].width_px, m->gap_px);
    if (m->is_portrait) {
        int height = c[CONTROL_PAUSE].height_px;
        int y = room.y - builder_px(builder, 1.6) - height;
        int width = m->width_px - 2 * m->margin_px;
        draw_progress_and_pause(builder, row, (struct rect){m->margin_px, y, width, height});
    } else {
        draw_progress_and_pause(builder, row, room);
    }
    button_draw(builder, &c[CONTROL_BACK], back);
    button_draw(builder, &c[CONTROL_NEXT], next);
}

static void draw_note(struct scene_builder *builder, const char *note, struct rect at) {
    struct look look = {builder_metrics(builder)->small_px, WEIGHT_REGULAR, COLOUR_MUTED,
                        ALIGN_CENTRE};
    struct label label = builder_measure(builder, note, look);
    if (label.width_px <= at.w) {
        builder_label(builder, at, &label);
    }
}

int navigation_room_px(const struct scene_builder *builder) {
    const struct metrics *m = builder_metrics(builder);
    struct control_row row = fitting_row(builder);
    return m->width_px - 2 * m->margin_px - row.controls[CONTROL_URGENT].width_px;
}

void navigation_draw(struct scene_builder *builder, const struct navigation *navigation) {
    const struct metrics *m = builder_metrics(builder);
    if (builder->view->is_preview) {
        return; // the preview has a row of its own, and what patients could touch rests
    }
    struct control_row row = fitting_row(builder);
    struct rect urgent = urgent_rect(builder, &row);
    button_draw(builder, &row.controls[CONTROL_URGENT], urgent);
    int x = urgent.x + urgent.w + m->gap_px;
    struct rect room = {x, urgent.y, m->width_px - m->margin_px - x, m->button_px};
    if (navigation->is_card) {
        draw_card_controls(builder, &row, room);
        return;
    }
    for (int i = navigation->count - 1; i >= 0; i--) {
        const struct button *button = &navigation->buttons[i];
        button_draw(builder, button, take_right(&room, button->width_px, m->gap_px));
    }
    if (navigation->note) {
        draw_note(builder, navigation->note, room);
    }
}
