// SPDX-License-Identifier: MIT
// New content as patients will see it, before they do. Where they have their controls stands a row
// for staff: how far this is, one back, one on, and out.
#include "scene/staff_widgets.h"

// Content that has just come to the screen leads out; content that is not there yet leads back, and
// on to its other pages.
enum { NARROW_EM = 36 }; // of the screen, in letters of its buttons

struct preview_row {
    struct button first, second, last;
    const char *note;
    enum colour colour;
};

static struct preview_row row_before(const struct sketch *sketch) {
    const struct metrics *m = sketch_metrics(sketch);
    const struct staff_scene *staff = sketch->source->staff;
    bool is_narrow = m->width_px < m->label_px * NARROW_EM;
    const char *words =
        staff_word_with_count(sketch, STAFF_PREVIEW_NOTE, "{page}", staff->done_count);
    return (struct preview_row){
        .first = {.kind = BUTTON_PLAIN,
                  .action = {ACTION_BACK, 0},
                  .said = staff_word(sketch, STAFF_BACK),
                  .icon_before = "chevron-left"},
        .second = {.kind = BUTTON_PLAIN,
                   .action = {ACTION_NEXT, 0},
                   .said = staff_word(sketch, STAFF_NEXT),
                   .icon_before = "chevron-right"},
        .last = {.kind = BUTTON_FILLED,
                 .action = {ACTION_PREVIEW_END, 0},
                 .words =
                     staff_word(sketch, is_narrow ? STAFF_PREVIEW_END_SHORT : STAFF_PREVIEW_END)},
        .note = word_with_number(sketch, words, "{pages}", staff->total_count),
        .colour = COLOUR_URGENT,
    };
}

static enum staff_word note_after(const struct staff_scene *staff) {
    if (staff->notice == NOTICE_EARLIER) {
        return STAFF_EARLIER_HEADING;
    }
    return staff->receipt == RECEIPT_WAITED_FOR ? STAFF_DONE_WAIT
           : staff->receipt == RECEIPT_FAILED   ? STAFF_DONE_NO_RECEIPT
                                                : STAFF_DONE_TEXT;
}

static struct preview_row row_after(const struct sketch *sketch) {
    return (struct preview_row){
        .first = {.kind = BUTTON_PLAIN,
                  .action = {ACTION_MENU, 0},
                  .words = staff_word(sketch, STAFF_MENU)},
        .last = {.kind = BUTTON_FILLED,
                 .action = {ACTION_STAFF_CLOSE, 0},
                 .words = staff_word(sketch, STAFF_FINISH)},
        .note = staff_word(sketch, note_after(sketch->source->staff)),
        .colour = COLOUR_INK,
    };
}

static void draw_button(struct sketch *sketch, struct button *button, struct rect *at) {
    if (button->action.kind != ACTION_NONE) {
        button_plan(sketch, button);
        at->w = button->width_px;
        button_draw(sketch, button, *at);
        at->x += at->w + sketch_metrics(sketch)->gap_px;
    }
}

static void draw_note(struct sketch *sketch, const struct preview_row *row, struct rect at) {
    struct look look = {sketch_metrics(sketch)->label_px, WEIGHT_SEMIBOLD, row->colour,
                        ALIGN_CENTRE};
    struct label note = sketch_wrap(sketch, str_from(row->note), look, at.w > 1 ? at.w : 1);
    while (note.height_px > at.h && look.size_px > 1) {
        look.size_px = look.size_px * 9 / 10;
        note = sketch_wrap(sketch, str_from(row->note), look, at.w > 1 ? at.w : 1);
    }
    sketch_label(sketch, at, &note);
}

void preview_draw(struct sketch *sketch) {
    const struct metrics *m = sketch_metrics(sketch);
    bool is_after = sketch->source->staff->notice != NOTICE_COUNT;
    struct sketch plain = *sketch;
    plain.language = staff_language();
    struct scene *scene = sketch->scene;
    scene->target_count = 0; // what patients will touch rests
    scene->sliding = scene->progress = (struct rect){0};
    struct preview_row row = is_after ? row_after(&plain) : row_before(&plain);
    struct rect at = {m->margin_px, navigation_top_px(sketch), 0, m->button_px};
    draw_button(&plain, &row.first, &at);
    draw_button(&plain, &row.second, &at);
    button_plan(&plain, &row.last);
    struct rect out = {m->width_px - m->margin_px - row.last.width_px, at.y, row.last.width_px,
                       at.h};
    button_draw(&plain, &row.last, out);
    at.w = out.x - m->gap_px - at.x;
    draw_note(&plain, &row, at);
    sketch->items = plain.items;
    sketch->targets = plain.targets;
}
