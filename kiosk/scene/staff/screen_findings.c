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

static int pad_px(const struct scene_builder *builder) {
    return builder_px(builder, builder_metrics(builder)->is_cramped ? 1.2 : 2.0);
}

static int gap_px(const struct scene_builder *builder) {
    return builder_px(builder, builder_metrics(builder)->is_cramped ? 1.0 : 1.6);
}

static const char *place_of(const struct scene_builder *builder, const struct finding *finding) {
    bool has_line = finding->line > 0;
    const char *words = staff_word_with(builder, has_line ? STAFF_FINDING_LINE : STAFF_FINDING_FILE,
                                        "{path}", finding->path);
    return has_line ? word_with_number(builder, words, "{line}", finding->line) : words;
}

static struct finding_box plan_box(const struct scene_builder *builder,
                                   const struct finding *finding, int width_px, int size_px) {
    const char *place = place_of(builder, finding);
    const char *text =
        arena_format(builder->arena, "%s %s %s", place, finding->what, finding->todo);
    const struct stretch stretches[] = {
        {(uint32_t)strlen(place), EMPHASIS_BOLD},
        {(uint32_t)(strlen(text) - strlen(place)), EMPHASIS_NONE},
    };
    struct finding_box box = {.look = {size_px, WEIGHT_REGULAR, COLOUR_INK, ALIGN_START}};
    const struct paragraph_style style = {
        .stretches = stretches,
        .size_px = box.look.size_px,
        .width_px = width_px - 2 * pad_px(builder),
        .weight = WEIGHT_REGULAR,
    };
    box.words = paragraph_build(str_from(text), &style, builder->source->fonts, builder->arena);
    box.pitch_px = box.look.size_px * 135 / 100;
    box.height_px = box.words.line_count * box.pitch_px + 2 * pad_px(builder);
    return box;
}

static void draw_box(struct scene_builder *builder, const struct finding_box *box, struct rect at) {
    struct scene_item *ground = builder_box(builder, at, builder_colour(builder, COLOUR_CARD),
                                            builder_colour(builder, COLOUR_EDGE));
    ground->radius_px = builder_px(builder, 1.2);
    struct rect line = {at.x + pad_px(builder), at.y + pad_px(builder), at.w - 2 * pad_px(builder),
                        box->pitch_px};
    for (int i = 0; i < box->words.line_count; i++) {
        int first = builder->scene->item_count;
        builder_line(builder, line, &box->words.lines[i], box->look);
        for (int k = first; k < builder->scene->item_count; k++) {
            if (builder->items[k].style.weight == WEIGHT_BOLD) {
                builder->items[k].ink = builder_colour(builder, COLOUR_URGENT);
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

struct findings_layout {
    struct finding_box *boxes;
    int *pages; // on which each of them stands
    int count, page_count;
};

static struct findings_layout lay_out(const struct scene_builder *builder, enum finding_level level,
                                      struct rect room, int size_px) {
    const struct findings *findings = builder->source->staff->findings;
    int limit = count_of(findings, level);
    struct findings_layout layout = {.boxes =
                                         ARENA_ARRAY(builder->arena, struct finding_box, limit + 1),
                                     .pages = ARENA_ARRAY(builder->arena, int, limit + 1)};
    int *heights = ARENA_ARRAY(builder->arena, int, limit + 1);
    for (int i = 0; i < findings->count; i++) {
        if (findings->list[i].level == level) {
            layout.boxes[layout.count] = plan_box(builder, &findings->list[i], room.w, size_px);
            heights[layout.count] = layout.boxes[layout.count].height_px;
            layout.count++;
        }
    }
    const struct stack stack = {heights, layout.count, gap_px(builder)};
    layout.page_count = staff_paginate(&stack, room.h, layout.pages);
    return layout;
}

static struct findings_layout largest_layout(const struct scene_builder *builder,
                                             enum finding_level level, struct rect room) {
    int sizes[STAFF_SIZE_LIMIT];
    int count = staff_sizes(builder, sizes);
    struct findings_layout layout = lay_out(builder, level, room, sizes[0]);
    for (int i = 1; i < count && layout.page_count > 1; i++) {
        layout = lay_out(builder, level, room, sizes[i]);
    }
    return layout;
}

static void draw_more(struct scene_builder *builder, int y, int count) {
    const struct metrics *m = builder_metrics(builder);
    struct look look = {m->small_px, WEIGHT_SEMIBOLD, COLOUR_MUTED, ALIGN_START};
    const char *words = staff_word_with_count(builder, STAFF_MORE_FINDINGS, "{count}", count);
    struct label label = builder_measure(builder, words, look);
    builder_label(builder, (struct rect){m->margin_px, y, label.width_px, m->small_px * 3 / 2},
                  &label);
}

// Draws a page of boxes; on the last one, how many findings there are that nobody kept.
static void draw_boxes(struct scene_builder *builder, enum finding_level level, int y,
                       int dropped_count) {
    const struct metrics *m = builder_metrics(builder);
    int line = dropped_count > 0 ? m->small_px * 3 / 2 : 0;
    struct rect at = {m->margin_px, y, m->width_px - 2 * m->margin_px,
                      navigation_content_bottom_px(builder) - y - line};
    struct findings_layout layout = largest_layout(builder, level, at);
    pages_set(builder, layout.page_count);
    for (int i = 0; i < layout.count; i++) {
        if (layout.pages[i] == builder->scene->page) {
            at.h = layout.boxes[i].height_px;
            draw_box(builder, &layout.boxes[i], at);
            at.y += at.h + gap_px(builder);
        }
    }
    if (dropped_count > 0 && builder->scene->page + 1 == builder->scene->page_count) {
        draw_more(builder, at.y, dropped_count);
    }
}

void screen_findings_build(struct scene_builder *builder) {
    const struct findings *findings = builder->source->staff->findings;
    int count = findings->error_count;
    staff_header_draw(builder, STAFF_UPDATE, STAFF_CLOSE);
    const char *heading = count == 1
                              ? staff_word(builder, STAFF_NEEDS_ONE)
                              : staff_word_with_count(builder, STAFF_NEEDS_MANY, "{count}", count);
    int y = heading_draw(builder, str_from(heading));
    y = staff_text_draw(builder, y, staff_word(builder, STAFF_NOTHING_LOST));
    draw_boxes(builder, FINDING_ERROR, y, count - count_of(findings, FINDING_ERROR));
    staff_row_draw(builder,
                   &(struct staff_row){.first = {.kind = BUTTON_PLAIN,
                                                 .action = {ACTION_MENU, 0},
                                                 .words = staff_word(builder, STAFF_MENU)},
                                       .last = {.kind = BUTTON_FILLED,
                                                .action = {ACTION_TRY_AGAIN, 0},
                                                .words = staff_word(builder, STAFF_TRY_AGAIN)}});
}

void screen_advice_build(struct scene_builder *builder) {
    const struct findings *findings = builder->source->staff->findings;
    int kept = count_of(findings, FINDING_WARNING);
    int all = findings->count + findings->dropped_count - findings->error_count;
    staff_header_draw(builder, STAFF_UPDATE, STAFF_BACK);
    int y = heading_draw(builder, str_from(staff_word(builder, STAFF_ADVICE_HEADING)));
    y = staff_text_draw(builder, y, staff_word(builder, STAFF_ADVICE_TEXT));
    draw_boxes(builder, FINDING_WARNING, y, all - kept);
    staff_row_draw(builder,
                   &(struct staff_row){.last = {.kind = BUTTON_FILLED,
                                                .action = {ACTION_PREVIEW_END, 0},
                                                .words = staff_word(builder, STAFF_PREVIEW_END)}});
}
