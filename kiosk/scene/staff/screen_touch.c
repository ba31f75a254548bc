// SPDX-License-Identifier: MIT
// Whether a finger arrives where it touches, and the four crosses from whose touches the way from
// panel to picture is worked out.
#include "scene/staff/staff_builders.h"
#include "scene/staff/staff_widgets.h"

enum { INSET_PARTS = 8 }; // a cross stands an eighth of the side away from the corner

struct rect staff_cross(int width_px, int height_px, int index) {
    bool is_right = index == 1 || index == 2;
    bool is_low = index >= 2;
    int x = width_px / INSET_PARTS, y = height_px / INSET_PARTS;
    int side = (width_px < height_px ? width_px : height_px) / INSET_PARTS;
    return (struct rect){is_right ? width_px - x : x, is_low ? height_px - y : y, side, side};
}

static void draw_ring(struct scene_builder *builder, int x, int y) {
    int side = builder_px(builder, 12);
    struct rect at = {x - side / 2, y - side / 2, side, side};
    const struct scene *scene = builder->scene;
    struct rect screen = {0, 0, scene->width_px, scene->height_px};
    at = rect_intersection(at, screen);
    struct scene_item *ring = builder_box(builder, at, 0, builder_colour(builder, COLOUR_ACCENT));
    ring->radius_px = side / 2;
    ring->edge_px = builder_px(builder, 0.8);
    ring->is_decoration = true;
}

static void draw_bar(struct scene_builder *builder, struct rect at) {
    struct scene_item *bar = builder_box(builder, at, builder_colour(builder, COLOUR_ACCENT), 0);
    bar->radius_px = 0;
    bar->is_decoration = true;
}

void screen_touch_build(struct scene_builder *builder) {
    const struct staff_scene *staff = builder->source->staff;
    staff_header_draw(builder, STAFF_MENU_NOTE, STAFF_CLOSE);
    int y = heading_draw(builder, str_from(staff_word(builder, STAFF_TOUCH_HEADING)));
    staff_text_draw(builder, y, staff_word(builder, STAFF_TOUCH_TEXT));
    staff_row_draw(builder,
                   &(struct staff_row){.first = {.kind = BUTTON_PLAIN,
                                                 .action = {ACTION_SET_UP_TOUCH, 0},
                                                 .words = staff_word(builder, STAFF_TOUCH_SET_UP)},
                                       .last = {.kind = BUTTON_FILLED,
                                                .action = {ACTION_MENU, 0},
                                                .words = staff_word(builder, STAFF_MENU)}});
    if (staff->touch_x >= 0) {
        draw_ring(builder, staff->touch_x, staff->touch_y);
    }
}

// How to get away from a picture that the wrong arrow has turned.
static struct label wait_label(const struct scene_builder *builder, struct look look,
                               int width_px) {
    const struct staff_scene *staff = builder->source->staff;
    bool is_said = staff->can_be_wrong_way_up && staff->leaves_s > 0;
    const char *words =
        is_said ? staff_word_with_count(builder, STAFF_CROSS_WAIT, "{seconds}", staff->leaves_s)
                : "";
    return builder_wrap(builder, str_from(words), look, width_px);
}

void screen_cross_build(struct scene_builder *builder) {
    const struct metrics *m = builder_metrics(builder);
    const struct staff_scene *staff = builder->source->staff;
    struct rect cross = staff_cross(m->width_px, m->height_px, staff->cross);
    int stroke = builder_px(builder, 0.6);
    draw_bar(builder, (struct rect){cross.x - cross.w / 2, cross.y - stroke / 2, cross.w, stroke});
    draw_bar(builder, (struct rect){cross.x - stroke / 2, cross.y - cross.h / 2, stroke, cross.h});
    struct look heading = {m->title_px, WEIGHT_BOLD, COLOUR_INK, ALIGN_CENTRE};
    struct look text = {m->body_px, WEIGHT_REGULAR, COLOUR_INK, ALIGN_CENTRE};
    int width = m->width_px * 3 / 5;
    struct label words =
        builder_wrap(builder, str_from(staff_word(builder, STAFF_CROSS_HEADING)), heading, width);
    struct label done = builder_measure(
        builder, staff_word_with_count(builder, STAFF_CROSS_TEXT, "{done}", staff->cross + 1),
        text);
    struct label wait = wait_label(builder, text, width);
    int y = (m->height_px - words.height_px - done.height_px - wait.height_px) / 2;
    builder_label(builder, (struct rect){(m->width_px - width) / 2, y, width, words.height_px},
                  &words);
    builder_label(
        builder,
        (struct rect){(m->width_px - width) / 2, y + words.height_px, width, done.height_px},
        &done);
    y += words.height_px + done.height_px;
    builder_label(builder, (struct rect){(m->width_px - width) / 2, y, width, wait.height_px},
                  &wait);
}
