// SPDX-License-Identifier: MIT
// One floor runs along the foot of every patient screen, drawings stand on it, and where it rises
// it carries the number and the code: one shape, always one colour, always "what do I do".
#include "scene/widgets.h"

static const double DRAWING_INSET = 0.02; // of a drawing's side: it never touches an edge

int floor_top_px(const struct scene_builder *builder) {
    return builder->metrics->height_px - builder->metrics->floor_px;
}

void floor_draw(struct scene_builder *builder, struct rect at) {
    int line = builder->metrics->stroke_px;
    builder_shape(builder, at, COLOUR_FLOOR, 0);
    builder_shape(builder, (struct rect){at.x, at.y, at.w, line}, COLOUR_FLOOR_EDGE, 0);
    if (at.x > 0) {
        builder_shape(builder, (struct rect){at.x, at.y, line, at.h}, COLOUR_FLOOR_EDGE, 0);
    }
}

void floor_draw_row(struct scene_builder *builder) {
    const struct metrics *m = builder->metrics;
    floor_draw(builder, (struct rect){0, floor_top_px(builder), m->width_px, m->floor_px});
}

struct rect floor_upper_row(const struct scene_builder *builder) {
    const struct metrics *m = builder->metrics;
    int y = navigation_row(builder).y - m->gap_px - m->upper_row_px;
    return builder_row(builder, y, m->upper_row_px);
}

void sky_draw(struct scene_builder *builder, struct rect at, const char *drawing, int side_px) {
    int line = builder->metrics->stroke_px;
    if (rect_is_empty(at)) {
        return;
    }
    builder_shape(builder, at, COLOUR_SKY, 0);
    if (at.x > 0) {
        builder_shape(builder, (struct rect){at.x, at.y, line, at.h}, COLOUR_SKY_EDGE, 0);
    }
    int side = int_min(side_px, int_min(at.w, at.h));
    side -= (int)(side * DRAWING_INSET);
    if (drawing && side > 0) {
        struct rect square = {at.x + (at.w - side) / 2, at.y + at.h - side, side, side};
        builder_drawing(builder, square, drawing);
    }
}

void progress_draw(struct scene_builder *builder, struct rect at) {
    struct scene *scene = builder->scene;
    builder_shape(builder, at, COLOUR_TRACK, 0);
    scene->progress = builder_place(builder, at);
    scene->fills_leftwards = builder->language->words.is_right_to_left;
    scene->progress_ink = builder_colour(builder, COLOUR_SUN);
}
