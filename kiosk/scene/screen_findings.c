// SPDX-License-Identifier: MIT
// What has to be changed on the stick, in the words of the check, a box each, as many as a screen
// holds; the receipt on the stick has the rest. The file and line stand out, because that is where
// the reader goes next.
#include "scene/staff_widgets.h"

#include <string.h>

struct finding_box {
    struct paragraph words;
    struct look look;
    int pitch_px, height_px;
};

static int pad_px(const struct sketch *sketch) {
    return sketch_px(sketch, sketch_metrics(sketch)->is_cramped ? 1.2 : 2.0);
}

static int gap_px(const struct sketch *sketch) {
    return sketch_px(sketch, sketch_metrics(sketch)->is_cramped ? 1.0 : 1.6);
}

static const char *place_of(const struct sketch *sketch, const struct finding *finding) {
    bool has_line = finding->line > 0;
    const char *words = staff_word_with(sketch, has_line ? STAFF_FINDING_LINE : STAFF_FINDING_FILE,
                                        "{path}", finding->path);
    return has_line ? word_with_number(sketch, words, "{line}", finding->line) : words;
}

static struct finding_box plan_box(const struct sketch *sketch, const struct finding *finding,
                                   int width_px) {
    const char *place = place_of(sketch, finding);
    const char *text = arena_format(sketch->arena, "%s %s %s", place, finding->what, finding->todo);
    const struct stretch stretches[] = {
        {(uint32_t)strlen(place), EMPHASIS_BOLD},
        {(uint32_t)(strlen(text) - strlen(place)), EMPHASIS_NONE},
    };
    struct finding_box box = {.look = {sketch_metrics(sketch)->small_px * 11 / 10, WEIGHT_REGULAR,
                                       COLOUR_INK, ALIGN_START}};
    const struct paragraph_style style = {
        .stretches = stretches,
        .size_px = box.look.size_px,
        .width_px = width_px - 2 * pad_px(sketch),
        .weight = WEIGHT_REGULAR,
    };
    box.words = paragraph_build(str_from(text), &style, sketch->source->fonts, sketch->arena);
    box.pitch_px = box.look.size_px * 135 / 100;
    box.height_px = box.words.line_count * box.pitch_px + 2 * pad_px(sketch);
    return box;
}

static void draw_box(struct sketch *sketch, const struct finding_box *box, struct rect at) {
    struct scene_item *ground = sketch_box(sketch, at, sketch_colour(sketch, COLOUR_CARD),
                                           sketch_colour(sketch, COLOUR_EDGE));
    ground->radius_px = sketch_px(sketch, 1.2);
    struct rect line = {at.x + pad_px(sketch), at.y + pad_px(sketch), at.w - 2 * pad_px(sketch),
                        box->pitch_px};
    for (int i = 0; i < box->words.line_count; i++) {
        int first = sketch->scene->item_count;
        sketch_line(sketch, line, &box->words.lines[i], box->look);
        for (int k = first; k < sketch->scene->item_count; k++) {
            if (sketch->items[k].style.weight == WEIGHT_BOLD) {
                sketch->items[k].ink = sketch_colour(sketch, COLOUR_URGENT);
            }
        }
        line.y += line.h;
    }
}

// Errors first: a piece of advice never takes the place of what stops the update.
static const struct finding *nth_error(const struct findings *findings, int n) {
    for (int i = 0; i < findings->count; i++) {
        if (findings->list[i].level == FINDING_ERROR && n-- == 0) {
            return &findings->list[i];
        }
    }
    return NULL;
}

// Draws as many as fit, with room for a line about the others; returns where that line may stand.
static int draw_boxes(struct sketch *sketch, struct rect room, int *shown_count) {
    const struct findings *findings = sketch->source->staff->findings;
    int line = sketch_metrics(sketch)->body_px * 3 / 2;
    int y = room.y;
    const struct finding *finding;
    for (*shown_count = 0; (finding = nth_error(findings, *shown_count)); (*shown_count)++) {
        struct finding_box box = plan_box(sketch, finding, room.w);
        bool is_last = *shown_count + 1 == findings->error_count;
        if (y + box.height_px + (is_last ? 0 : line) > room.y + room.h) {
            break;
        }
        draw_box(sketch, &box, (struct rect){room.x, y, room.w, box.height_px});
        y += box.height_px + gap_px(sketch);
    }
    return y;
}

static void draw_more(struct sketch *sketch, int y, int count) {
    const struct metrics *m = sketch_metrics(sketch);
    struct look look = {m->small_px, WEIGHT_SEMIBOLD, COLOUR_MUTED, ALIGN_START};
    const char *words = staff_word_with_count(sketch, STAFF_MORE_FINDINGS, "{count}", count);
    struct label label = sketch_measure(sketch, words, look);
    sketch_label(sketch, (struct rect){m->margin_px, y, label.width_px, m->small_px * 3 / 2},
                 &label);
}

void screen_findings_build(struct sketch *sketch) {
    const struct metrics *m = sketch_metrics(sketch);
    const struct findings *findings = sketch->source->staff->findings;
    int count = findings->error_count;
    staff_header_draw(sketch, STAFF_UPDATE, STAFF_CLOSE);
    const char *heading = count == 1
                              ? staff_word(sketch, STAFF_NEEDS_ONE)
                              : staff_word_with_count(sketch, STAFF_NEEDS_MANY, "{count}", count);
    int y = heading_draw(sketch, str_from(heading));
    y = staff_text_draw(sketch, y, staff_word(sketch, STAFF_NOTHING_LOST));
    struct rect room = {m->margin_px, y, m->width_px - 2 * m->margin_px,
                        navigation_content_bottom_px(sketch) - y};
    int shown = 0;
    y = draw_boxes(sketch, room, &shown);
    if (shown < count) {
        draw_more(sketch, y, count - shown);
    }
    staff_row_draw(sketch,
                   &(struct staff_row){.first = {.kind = BUTTON_PLAIN,
                                                 .action = {ACTION_MENU, 0},
                                                 .words = staff_word(sketch, STAFF_MENU)},
                                       .last = {.kind = BUTTON_FILLED,
                                                .action = {ACTION_TRY_AGAIN, 0},
                                                .words = staff_word(sketch, STAFF_TRY_AGAIN)}});
}
