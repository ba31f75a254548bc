// SPDX-License-Identifier: MIT
// For the cleaner: touch is off for a while, and the row of the controls says for how long. Whoever
// needs help meanwhile can touch nothing, so urgent help stands above it, and the number beside it.
#include "scene/patient/patient_builders.h"
#include "scene/staff/staff_widgets.h"

static void draw_row(struct scene_builder *builder) {
    const struct metrics *m = builder->metrics;
    struct rect room = navigation_row(builder);
    struct label number = widget_number(builder, room.w * 2 / 5, m->title_px, COLOUR_ON_FLOOR);
    struct label refer = floor_words(builder, WORD_REFER, room.w / 5, 2);
    builder_label(builder, builder_take_end(&room, number.width_px, m->gap_px), &number);
    builder_label(builder, builder_take_end(&room, refer.width_px, m->gap_px), &refer);
    room = builder_place(builder, room);
    builder->language = staff_language();
    int wait_s = builder->source->staff->wait_s;
    const char *words = staff_word_with_count(builder, STAFF_WIPE_TEXT, "{seconds}", wait_s);
    struct look look = {m->label_px, WEIGHT_REGULAR, COLOUR_ON_FLOOR, ALIGN_START};
    struct label note = builder_fit(builder, str_from(words), look, (struct fit){room.w, 2, 0});
    builder_label(builder, room, &note);
}

// In letters as small as where no size in millimetres is known, so that the first page, the only
// one that can be seen, has all the calls.
void screen_wipe_build(struct scene_builder *builder) {
    const struct metrics *known = builder->metrics;
    struct metrics metrics = metrics_build(known->width_px, known->height_px, 0);
    builder->metrics = &metrics;
    screen_urgent_build(builder);
    draw_row(builder);
    builder->metrics = known;
    builder->scene->target_count = 0;
    builder->scene->page_count = 1;
}
