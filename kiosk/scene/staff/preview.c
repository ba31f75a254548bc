// SPDX-License-Identifier: MIT
// New content as patients will see it, before they do. Where they have their controls stands a row
// for staff: how far this is, one back, one on, and out.
#include "scene/staff/staff_builders.h"
#include "scene/staff/staff_widgets.h"

// Content that has just come to the screen leads out; content that is not there yet leads back, and
// on to its other pages.
enum { NARROW_EM = 36 }; // of the screen, in letters of its buttons

struct preview_row {
    struct button first, second, last;
    const char *note;
    bool is_alarm; // it must not be taken for what is on screen
};

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

static struct preview_row row_before(const struct scene_builder *builder) {
    const struct metrics *m = builder_metrics(builder);
    bool is_narrow = m->width_px < m->label_px * NARROW_EM;
    return (struct preview_row){
        .first = {.kind = BUTTON_PLAIN,
                  .action = {ACTION_BACK, 0},
                  .said = staff_word(builder, STAFF_BACK),
                  .icon_before = "chevron-left"},
        .second = {.kind = BUTTON_PLAIN,
                   .action = {ACTION_NEXT, 0},
                   .said = staff_word(builder, STAFF_NEXT),
                   .icon_before = "chevron-right"},
        .last = {.kind = BUTTON_FILLED,
                 .action = {ACTION_PREVIEW_END, 0},
                 .words =
                     staff_word(builder, is_narrow ? STAFF_PREVIEW_END_SHORT : STAFF_PREVIEW_END)},
        .note = note_before(builder),
        .is_alarm = true,
    };
}

static enum staff_word note_after(const struct staff_scene *staff) {
    if (staff->notice == NOTICE_EARLIER) {
        return staff->is_newer ? STAFF_NEWER_HEADING : STAFF_EARLIER_HEADING;
    }
    return staff->receipt == RECEIPT_WAITED_FOR ? STAFF_DONE_WAIT
           : staff->receipt == RECEIPT_FAILED   ? STAFF_DONE_NO_RECEIPT
                                                : STAFF_DONE_TEXT;
}

static struct preview_row row_after(const struct scene_builder *builder) {
    return (struct preview_row){
        .last = {.kind = BUTTON_FILLED,
                 .action = {ACTION_STAFF_CLOSE, 0},
                 .words = staff_word(builder, STAFF_FINISH)},
        .note = staff_word(builder, note_after(builder->source->staff)),
    };
}

static void draw_button(struct scene_builder *builder, struct button *button, struct rect *at) {
    if (button->action.kind != ACTION_NONE) {
        button_plan(builder, button);
        at->w = button->width_px;
        button_draw(builder, button, *at);
        at->x += at->w + builder_metrics(builder)->gap_px;
    }
}

static void draw_note(struct scene_builder *builder, const struct preview_row *row,
                      struct rect at) {
    struct look look = {builder_metrics(builder)->label_px, WEIGHT_SEMIBOLD,
                        row->is_alarm ? COLOUR_ON_URGENT : COLOUR_INK, ALIGN_CENTRE};
    if (row->is_alarm) {
        uint32_t red = builder_colour(builder, COLOUR_URGENT);
        builder_box(builder, at, red, red)->radius_px = 0; // no button
        int in = builder_px(builder, 1.6);
        at = (struct rect){at.x + in, at.y, at.w - 2 * in, at.h};
    }
    struct label note = builder_wrap(builder, str_from(row->note), look, at.w > 1 ? at.w : 1);
    while (note.height_px > at.h && look.size_px > 1) {
        look.size_px = look.size_px * 9 / 10;
        note = builder_wrap(builder, str_from(row->note), look, at.w > 1 ? at.w : 1);
    }
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

void preview_draw(struct scene_builder *builder) {
    const struct metrics *m = builder_metrics(builder);
    bool is_after = builder->source->staff->notice != NOTICE_COUNT;
    struct rect at = {m->margin_px, navigation_top_px(builder), 0, m->button_px};
    keep_settings(builder);
    if (is_after) { // patients see their cards already
        at.x += navigation_draw_urgent(builder) + m->gap_px;
    }
    struct scene_builder plain = *builder;
    plain.language = staff_language();
    struct preview_row row = is_after ? row_after(&plain) : row_before(&plain);
    draw_button(&plain, &row.first, &at);
    draw_button(&plain, &row.second, &at);
    button_plan(&plain, &row.last);
    struct rect out = {m->width_px - m->margin_px - row.last.width_px, at.y, row.last.width_px,
                       at.h};
    at.w = out.x - m->gap_px - at.x;
    if (is_after) { // beside urgent help, which stands on the side of the patients' language
        out = builder_place(builder, out);
        at = builder_place(builder, at);
    }
    button_draw(&plain, &row.last, out);
    draw_note(&plain, &row, at);
    builder->items = plain.items;
    builder->targets = plain.targets;
}
