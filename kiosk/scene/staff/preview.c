// SPDX-License-Identifier: MIT
// New content as patients will see it, before they do. Where they have their controls stands a row
// for staff: how far this is, one back, one on, and out.
#include "scene/staff/staff_widgets.h"

enum { NARROW_EM = 36 }; // of the screen, in letters of its buttons

// How far this is, and at the end how long it stays.
static const char *note_before(const struct scene_builder *builder) {
    const struct staff_scene *staff = builder->source->staff;
    const struct scene *scene = builder->scene;
    const char *note =
        staff_word_with_count(builder, STAFF_PREVIEW_NOTE, "{page}", staff->done_count);
    note = word_with_number(builder, note, "{pages}", staff->total_count);
    if (staff->leaves_s > 0) {
        return staff_word_with_count(builder, STAFF_CLOSES, "{seconds}", staff->leaves_s);
    }
    if (scene->page_count > 1) {
        note = staff_word_with(builder, STAFF_PREVIEW_PAGE, "{note}", note);
        note = word_with_number(builder, note, "{page}", scene->page + 1);
        note = word_with_number(builder, note, "{pages}", scene->page_count);
    }
    return note;
}

static enum staff_word note_after(const struct staff_scene *staff) {
    if (staff->notice == NOTICE_EARLIER) {
        return staff->is_newer ? STAFF_NEWER_HEADING : STAFF_EARLIER_HEADING;
    }
    return staff->receipt == RECEIPT_WAITED_FOR ? STAFF_DONE_WAIT
           : staff->receipt == RECEIPT_FAILED   ? STAFF_DONE_NO_RECEIPT
                                                : STAFF_DONE_TEXT;
}

static void draw_note(struct scene_builder *builder, const char *words, enum colour colour,
                      struct rect at) {
    struct look look = {builder->metrics->label_px, WEIGHT_SEMIBOLD, colour, ALIGN_CENTRE};
    struct label note;
    do {
        note = builder_wrap(builder, str_from(words), look, int_max(at.w, 1));
        look.size_px = look.size_px * 9 / 10;
    } while (note.height_px > at.h && look.size_px > 0);
    builder_label(builder, at, &note);
}

// What patients will touch rests, but for the size of the text and the colours, which staff try
// too.
static void keep_settings(struct scene_builder *builder) {
    struct scene *scene = builder->scene;
    int count = 0;
    for (int i = 0; i < scene->target_count; i++) {
        enum action_kind kind = builder->targets[i].action.kind;
        if (kind == ACTION_TEXT_SIZE || kind == ACTION_CONTRAST) {
            builder->targets[count++] = builder->targets[i];
        }
    }
    scene->target_count = count;
    scene->sliding = scene->progress = (struct rect){0};
}

// Content that is not there yet leads back, and on to its other pages. It must not be taken for
// what is on screen.
static void draw_before(struct scene_builder *builder) {
    const struct metrics *m = builder->metrics;
    bool is_narrow = m->width_px < m->label_px * NARROW_EM;
    struct rect room = navigation_row(builder);
    struct button back = button_arrow(builder, ACTION_BACK, staff_word(builder, STAFF_BACK));
    struct button next = button_arrow(builder, ACTION_NEXT, staff_word(builder, STAFF_NEXT));
    struct button end = staff_button(builder, BUTTON_FLOOR, ACTION_PREVIEW_END,
                                     is_narrow ? STAFF_PREVIEW_END_SHORT : STAFF_PREVIEW_END);
    button_draw_start(builder, &back, &room);
    button_draw_start(builder, &next, &room);
    button_draw_end(builder, &end, &room);
    uint32_t ink = builder_colour(builder, COLOUR_INK);  // red is urgent help's
    builder_box(builder, room, ink, ink)->radius_px = 0; // no button
    int in = builder_px(builder, 1.6);
    room.x += in;
    room.w -= 2 * in;
    draw_note(builder, note_before(builder), COLOUR_PAPER, room);
}

// Content that has just come to the screen leads out. Patients see their cards already, so urgent
// help stands on the side of their language, and all else with it.
static void draw_after(struct scene_builder *builder, const struct language *patients) {
    struct rect room = navigation_row(builder);
    struct button end = staff_button(builder, BUTTON_NEXT, ACTION_STAFF_CLOSE, STAFF_FINISH);
    builder->language = patients;
    builder_take_start(&room, navigation_draw_urgent(builder), builder->metrics->gap_px);
    struct rect out = builder_take_end(&room, end.width_px, builder->metrics->gap_px);
    out = builder_place(builder, out);
    room = builder_place(builder, room);
    builder->language = staff_language();
    button_draw(builder, &end, out);
    draw_note(builder, staff_word(builder, note_after(builder->source->staff)), COLOUR_ON_FLOOR,
              room);
}

void preview_draw(struct scene_builder *builder) {
    const struct language *patients = builder->language;
    keep_settings(builder);
    builder->language = staff_language();
    if (builder->source->staff->notice == NOTICE_COUNT) {
        draw_before(builder);
    } else {
        draw_after(builder, patients);
    }
}
