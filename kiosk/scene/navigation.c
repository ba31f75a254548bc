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

struct row {
    struct button controls[CONTROL_COUNT];
};

static const double TRACK_LEAST_U = 14.0; // width that progress needs beside the controls

static struct row plan_row(const struct sketch *sketch, const struct navigation_form *form) {
    bool is_cycling = sketch->view->is_cycling;
    bool is_here = sketch->view->screen == SCREEN_URGENT;
    const char *next = sketch_word(sketch, WORD_NEXT);
    const char *back = sketch_word(sketch, WORD_BACK);
    struct row row = {{
        [CONTROL_URGENT] = {.kind = is_here ? BUTTON_HERE : BUTTON_URGENT,
                            .action = {ACTION_URGENT_HELP, 0},
                            .words = sketch_word(sketch, form->urgent)},
        [CONTROL_TOPICS] = {.kind = BUTTON_PLAIN,
                            .action = {ACTION_TOPICS, 0},
                            .words = sketch_word(sketch, form->topics)},
        [CONTROL_PAUSE] = {.kind = BUTTON_ROUND,
                           .action = {is_cycling ? ACTION_PAUSE : ACTION_RESUME, 0},
                           .said = sketch_word(sketch, is_cycling ? WORD_PAUSE : WORD_RESUME),
                           .icon_before = is_cycling ? "pause" : "play"},
        [CONTROL_BACK] = {.kind = BUTTON_PLAIN,
                          .action = {ACTION_BACK, 0},
                          .words = form->has_back_word ? back : NULL,
                          .said = back,
                          .icon_before = widget_backward_icon(sketch)},
        [CONTROL_NEXT] = {.kind = BUTTON_FILLED,
                          .action = {ACTION_NEXT, 0},
                          .words = form->has_next_word ? next : NULL,
                          .said = next,
                          .icon_after = widget_forward_icon(sketch)},
    }};
    for (int i = 0; i < CONTROL_COUNT; i++) {
        button_plan(sketch, &row.controls[i]);
    }
    return row;
}

static int row_width(const struct sketch *sketch, const struct row *row) {
    const struct metrics *m = sketch_metrics(sketch);
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
        width += sketch_px(sketch, TRACK_LEAST_U);
        gaps++;
    }
    return width + (gaps - 1) * m->gap_px;
}

static bool is_fitting(const struct sketch *sketch, const struct row *row) {
    const struct metrics *m = sketch_metrics(sketch);
    return row_width(sketch, row) <= m->width_px - 2 * m->margin_px;
}

// Where the words of the barest form are too long, they part into lines, and then their letters
// give way, both alike.
static void squeeze(const struct sketch *sketch, struct row *row) {
    struct button *urgent = &row->controls[CONTROL_URGENT];
    struct button *topics = &row->controls[CONTROL_TOPICS];
    urgent->is_narrow = topics->is_narrow = true;
    button_plan(sketch, urgent);
    button_plan(sketch, topics);
    while (!is_fitting(sketch, row)) {
        bool is_smaller = button_shrink(sketch, urgent);
        if (!button_shrink(sketch, topics) && !is_smaller) {
            return;
        }
    }
}

static struct row fitting_row(const struct sketch *sketch) {
    struct row row = plan_row(sketch, &forms[0]);
    for (int i = 1; i < COUNT_OF(forms) && !is_fitting(sketch, &row); i++) {
        row = plan_row(sketch, &forms[i]);
    }
    if (!is_fitting(sketch, &row)) {
        squeeze(sketch, &row);
    }
    return row;
}

int navigation_pause_px(const struct sketch *sketch) {
    struct button pause = {.kind = BUTTON_ROUND, .icon_before = "pause"};
    button_plan(sketch, &pause);
    return pause.height_px;
}

int navigation_top_px(const struct sketch *sketch) {
    const struct metrics *m = sketch_metrics(sketch);
    return m->height_px - m->edge_gap_px - m->button_px;
}

int navigation_content_bottom_px(const struct sketch *sketch) {
    return navigation_top_px(sketch) -
           (sketch_metrics(sketch)->is_cramped ? sketch_px(sketch, 1.6) : sketch_px(sketch, 2.8));
}

static struct rect urgent_rect(const struct sketch *sketch, const struct row *row) {
    const struct metrics *m = sketch_metrics(sketch);
    int width = row->controls[CONTROL_URGENT].width_px;
    return (struct rect){m->margin_px, navigation_top_px(sketch), width, m->button_px};
}

int navigation_draw_urgent(struct sketch *sketch) {
    struct row row = fitting_row(sketch);
    struct rect at = urgent_rect(sketch, &row);
    button_draw(sketch, &row.controls[CONTROL_URGENT], at);
    return at.w;
}

static void draw_segment(struct sketch *sketch, struct rect at, uint32_t colour) {
    struct scene_item *item = sketch_box(sketch, at, colour, 0);
    item->radius_px = at.h / 2;
    item->is_decoration = true;
}

// The segment that fills is not an item: the loop repaints it by itself, some pixels at a time.
static void set_filling(struct sketch *sketch, struct rect at) {
    struct scene *scene = sketch->scene;
    draw_segment(sketch, at, sketch_colour(sketch, COLOUR_TRACK));
    scene->progress = sketch_place(sketch, at);
    scene->fills_leftwards = sketch->language->words.is_right_to_left;
    scene->progress_ink = sketch_colour(sketch, COLOUR_ACCENT);
    scene->progress_track = sketch_colour(sketch, COLOUR_TRACK);
}

// A segment a card where they can be told apart; else one bar for the page.
static void draw_progress(struct sketch *sketch, struct rect room) {
    int count = sketch->language->card_count;
    int gap = sketch_px(sketch, 1.2);
    int height = sketch_px(sketch, 1.4);
    int width = count > 0 ? (room.w - (count - 1) * gap) / count : 0;
    int most = sketch_px(sketch, 6.0);
    width = width > most ? most : width;
    int y = room.y + (room.h - height) / 2;
    if (room.w < 2 * height) {
        return; // very long words leave it no room
    }
    if (width < 2 * height) {
        set_filling(sketch, (struct rect){room.x, y, room.w, height});
        return;
    }
    int x = room.x + room.w - count * width - (count - 1) * gap;
    for (int i = 0; i < count; i++) {
        struct rect at = {x, y, width, height};
        bool is_past = i < sketch->view->card;
        if (i == sketch->view->card) {
            set_filling(sketch, at);
        } else {
            draw_segment(sketch, at, sketch_colour(sketch, is_past ? COLOUR_ACCENT : COLOUR_TRACK));
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

static void draw_progress_and_pause(struct sketch *sketch, const struct row *row,
                                    struct rect room) {
    const struct button *pause = &row->controls[CONTROL_PAUSE];
    struct rect at = take_right(&room, pause->width_px, sketch_px(sketch, 1.6));
    draw_progress(sketch, room);
    button_draw(sketch, pause, centred(at, pause->height_px));
}

static void draw_card_controls(struct sketch *sketch, const struct row *row, struct rect room) {
    const struct metrics *m = sketch_metrics(sketch);
    const struct button *c = row->controls;
    struct rect topics = take_left(&room, c[CONTROL_TOPICS].width_px, m->gap_px);
    button_draw(sketch, &c[CONTROL_TOPICS], topics);
    struct rect next = take_right(&room, c[CONTROL_NEXT].width_px, m->gap_px);
    struct rect back = take_right(&room, c[CONTROL_BACK].width_px, m->gap_px);
    if (m->is_portrait) {
        int height = c[CONTROL_PAUSE].height_px;
        int y = room.y - sketch_px(sketch, 1.6) - height;
        int width = m->width_px - 2 * m->margin_px;
        draw_progress_and_pause(sketch, row, (struct rect){m->margin_px, y, width, height});
    } else {
        draw_progress_and_pause(sketch, row, room);
    }
    button_draw(sketch, &c[CONTROL_BACK], back);
    button_draw(sketch, &c[CONTROL_NEXT], next);
}

static void draw_note(struct sketch *sketch, const char *note, struct rect at) {
    struct look look = {sketch_metrics(sketch)->small_px, WEIGHT_REGULAR, COLOUR_MUTED,
                        ALIGN_CENTRE};
    struct label label = sketch_measure(sketch, note, look);
    if (label.width_px <= at.w) {
        sketch_label(sketch, at, &label);
    }
}

int navigation_room_px(const struct sketch *sketch) {
    const struct metrics *m = sketch_metrics(sketch);
    struct row row = fitting_row(sketch);
    return m->width_px - 2 * m->margin_px - row.controls[CONTROL_URGENT].width_px;
}

void navigation_draw(struct sketch *sketch, const struct navigation *navigation) {
    const struct metrics *m = sketch_metrics(sketch);
    if (sketch->view->is_preview) {
        return; // the preview has a row of its own, and what patients could touch rests
    }
    struct row row = fitting_row(sketch);
    struct rect urgent = urgent_rect(sketch, &row);
    button_draw(sketch, &row.controls[CONTROL_URGENT], urgent);
    int x = urgent.x + urgent.w + m->gap_px;
    struct rect room = {x, urgent.y, m->width_px - m->margin_px - x, m->button_px};
    if (navigation->is_card) {
        draw_card_controls(sketch, &row, room);
        return;
    }
    for (int i = navigation->count - 1; i >= 0; i--) {
        const struct button *button = &navigation->buttons[i];
        button_draw(sketch, button, take_right(&room, button->width_px, m->gap_px));
    }
    if (navigation->note) {
        draw_note(sketch, navigation->note, room);
    }
}
