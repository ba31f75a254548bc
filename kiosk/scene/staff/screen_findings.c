// SPDX-License-Identifier: MIT
// What has to be changed on the stick, and what the check advises, in its words, a box each, over
// as many pages as they need. The file and line stand out, because that is where the reader goes
// next.
#include "scene/staff/staff_builders.h"
#include "scene/staff/staff_widgets.h"

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
                                   int width_px, int size_px) {
    const char *place = place_of(sketch, finding);
    const char *text = arena_format(sketch->arena, "%s %s %s", place, finding->what, finding->todo);
    const struct stretch stretches[] = {
        {(uint32_t)strlen(place), EMPHASIS_BOLD},
        {(uint32_t)(strlen(text) - strlen(place)), EMPHASIS_NONE},
    };
    struct finding_box box = {.look = {size_px, WEIGHT_REGULAR, COLOUR_INK, ALIGN_START}};
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

// The findings of one level, in the order of the files.
static int count_of(const struct findings *findings, enum finding_level level) {
    int count = 0;
    for (int i = 0; i < findings->count; i++) {
        count += findings->list[i].level == level;
    }
    return count;
}

struct layout {
    struct finding_box *boxes;
    int *pages; // on which each of them stands
    int count, page_count;
};

static struct layout lay_out(const struct sketch *sketch, enum finding_level level,
                             struct rect room, int size_px) {
    const struct findings *findings = sketch->source->staff->findings;
    int limit = count_of(findings, level);
    struct layout layout = {.boxes = ARENA_ARRAY(sketch->arena, struct finding_box, limit + 1),
                            .pages = ARENA_ARRAY(sketch->arena, int, limit + 1)};
    int *heights = ARENA_ARRAY(sketch->arena, int, limit + 1);
    for (int i = 0; i < findings->count; i++) {
        if (findings->list[i].level == level) {
            layout.boxes[layout.count] = plan_box(sketch, &findings->list[i], room.w, size_px);
            heights[layout.count] = layout.boxes[layout.count].height_px;
            layout.count++;
        }
    }
    const struct stack stack = {heights, layout.count, gap_px(sketch)};
    layout.page_count = staff_paginate(&stack, room.h, layout.pages);
    return layout;
}

static struct layout largest_layout(const struct sketch *sketch, enum finding_level level,
                                    struct rect room) {
    int sizes[STAFF_SIZE_LIMIT];
    int count = staff_sizes(sketch, sizes);
    struct layout layout = lay_out(sketch, level, room, sizes[0]);
    for (int i = 1; i < count && layout.page_count > 1; i++) {
        layout = lay_out(sketch, level, room, sizes[i]);
    }
    return layout;
}

static void draw_more(struct sketch *sketch, int y, int count) {
    const struct metrics *m = sketch_metrics(sketch);
    struct look look = {m->small_px, WEIGHT_SEMIBOLD, COLOUR_MUTED, ALIGN_START};
    const char *words = staff_word_with_count(sketch, STAFF_MORE_FINDINGS, "{count}", count);
    struct label label = sketch_measure(sketch, words, look);
    sketch_label(sketch, (struct rect){m->margin_px, y, label.width_px, m->small_px * 3 / 2},
                 &label);
}

// Draws a page of boxes; on the last one, how many findings there are that nobody kept.
static void draw_boxes(struct sketch *sketch, enum finding_level level, int y, int dropped_count) {
    const struct metrics *m = sketch_metrics(sketch);
    int line = dropped_count > 0 ? m->small_px * 3 / 2 : 0;
    struct rect at = {m->margin_px, y, m->width_px - 2 * m->margin_px,
                      navigation_content_bottom_px(sketch) - y - line};
    struct layout layout = largest_layout(sketch, level, at);
    pages_set(sketch, layout.page_count);
    for (int i = 0; i < layout.count; i++) {
        if (layout.pages[i] == sketch->scene->page) {
            at.h = layout.boxes[i].height_px;
            draw_box(sketch, &layout.boxes[i], at);
            at.y += at.h + gap_px(sketch);
        }
    }
    if (dropped_count > 0 && sketch->scene->page + 1 == sketch->scene->page_count) {
        draw_more(sketch, at.y, dropped_count);
    }
}

void screen_findings_build(struct sketch *sketch) {
    const struct findings *findings = sketch->source->staff->findings;
    int count = findings->error_count;
    staff_header_draw(sketch, STAFF_UPDATE, STAFF_CLOSE);
    const char *heading = count == 1
                              ? staff_word(sketch, STAFF_NEEDS_ONE)
                              : staff_word_with_count(sketch, STAFF_NEEDS_MANY, "{count}", count);
    int y = heading_draw(sketch, str_from(heading));
    y = staff_text_draw(sketch, y, staff_word(sketch, STAFF_NOTHING_LOST));
    draw_boxes(sketch, FINDING_ERROR, y, count - count_of(findings, FINDING_ERROR));
    staff_row_draw(sketch,
                   &(struct staff_row){.first = {.kind = BUTTON_PLAIN,
                                                 .action = {ACTION_MENU, 0},
                                                 .words = staff_word(sketch, STAFF_MENU)},
                                       .last = {.kind = BUTTON_FILLED,
                                                .action = {ACTION_TRY_AGAIN, 0},
                                                .words = staff_word(sketch, STAFF_TRY_AGAIN)}});
}

void screen_advice_build(struct sketch *sketch) {
    const struct findings *findings = sketch->source->staff->findings;
    int kept = count_of(findings, FINDING_WARNING);
    int all = findings->count + findings->dropped_count - findings->error_count;
    staff_header_draw(sketch, STAFF_UPDATE, STAFF_BACK);
    int y = heading_draw(sketch, str_from(staff_word(sketch, STAFF_ADVICE_HEADING)));
    y = staff_text_draw(sketch, y, staff_word(sketch, STAFF_ADVICE_TEXT));
    draw_boxes(sketch, FINDING_WARNING, y, all - kept);
    staff_row_draw(sketch,
                   &(struct staff_row){.last = {.kind = BUTTON_FILLED,
                                                .action = {ACTION_PREVIEW_END, 0},
                                                .words = staff_word(sketch, STAFF_PREVIEW_END)}});
}
