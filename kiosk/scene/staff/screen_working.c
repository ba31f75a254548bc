// SPDX-License-Identifier: MIT
// A stick is being read, checked or written: how far it is, and that it should stay in.
#include "scene/staff/staff_builders.h"
#include "scene/staff/staff_widgets.h"

#include <assert.h>

static const enum staff_word headings[] = {
    [WORK_READING] = STAFF_READING_HEADING,
    [WORK_CHECKING] = STAFF_CHECKING_HEADING,
    [WORK_COPYING] = STAFF_COPYING_HEADING,
};
static_assert(COUNT_OF(headings) == WORK_COUNT, "a work has no heading");

static void draw_bar(struct scene_builder *builder, struct rect at) {
    const struct staff_scene *staff = builder->source->staff;
    struct scene_item *track = builder_box(builder, at, builder_colour(builder, COLOUR_TRACK), 0);
    track->radius_px = at.h / 2;
    track->is_decoration = true;
    int done =
        staff->total_count > 0 ? (int)((int64_t)at.w * staff->done_count / staff->total_count) : 0;
    if (done >= at.h) {
        at.w = done < at.w ? done : at.w;
        struct scene_item *bar =
            builder_box(builder, at, builder_colour(builder, COLOUR_ACCENT), 0);
        bar->radius_px = at.h / 2;
        bar->is_decoration = true;
    }
}

void screen_working_build(struct scene_builder *builder) {
    const struct metrics *m = builder_metrics(builder);
    const struct staff_scene *staff = builder->source->staff;
    staff_header_draw(builder, STAFF_UPDATE, STAFF_CANCEL);
    int y = heading_draw(builder, str_from(staff_word(builder, headings[staff->work])));
    y = staff_text_draw(builder, y, staff_word(builder, STAFF_WORKING_TEXT));
    y += builder_px(builder, 4);
    struct rect bar = {m->margin_px, y, m->width_px - 2 * m->margin_px, builder_px(builder, 3)};
    draw_bar(builder, bar);
    if (staff->total_count > 0) {
        const char *words =
            staff_word_with_count(builder, STAFF_FILES_DONE, "{done}", staff->done_count);
        words = word_with_number(builder, words, "{total}", staff->total_count);
        staff_text_draw(builder, y + bar.h + builder_px(builder, 2), words);
    }
}
