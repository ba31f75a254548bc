// SPDX-License-Identifier: MIT
// A stick is being read, checked or written: how far it is, and that it should stay in.
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
    int total = staff->total_count;
    int done = total > 0 ? (int)((int64_t)at.w * staff->done_count / total) : 0;
    builder_shape(builder, at, COLOUR_TRACK, at.h / 2);
    if (done >= at.h) {
        at.w = done < at.w ? done : at.w;
        builder_shape(builder, at, COLOUR_ACCENT, at.h / 2);
    }
}

void screen_working_build(struct scene_builder *builder) {
    const struct staff_scene *staff = builder->source->staff;
    staff_header_draw(builder, STAFF_UPDATE, STAFF_CANCEL);
    int y = heading_draw(builder, str_from(staff_word(builder, headings[staff->work])));
    y = staff_text_draw(builder, y, staff_word(builder, STAFF_WORKING_TEXT));
    struct rect bar = frame_room(builder, y + builder_px(builder, 4));
    bar.h = builder_px(builder, 3);
    draw_bar(builder, bar);
    if (staff->total_count > 0) {
        const char *words =
            staff_word_with_count(builder, STAFF_FILES_DONE, "{done}", staff->done_count);
        words = word_with_number(builder, words, "{total}", staff->total_count);
        staff_text_draw(builder, bar.y + bar.h + builder_px(builder, 2), words);
    }
}
