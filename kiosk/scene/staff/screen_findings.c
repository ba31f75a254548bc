// SPDX-License-Identifier: MIT
// What has to be changed on the stick, and what the check advises, in its words, a box each, over
// as many pages as they need. The file and line stand out, because that is where the reader goes
// next.
#include "scene/staff/staff_widgets.h"

#include <string.h>

static int pad_px(const struct scene_builder *builder) {
    return builder_tight_px(builder, 1.2, 2.0);
}

static const char *place_of(const struct scene_builder *builder, const struct finding *finding) {
    bool has_line = finding->line > 0;
    const char *words = staff_word_with(builder, has_line ? STAFF_FINDING_LINE : STAFF_FINDING_FILE,
                                        "{path}", finding->path);
    return has_line ? word_with_number(builder, words, "{line}", finding->line) : words;
}

static struct label plan_words(const struct scene_builder *builder, const struct staff_stack *stack,
                               int index) {
    const struct finding *const *findings = stack->parts, *finding = findings[index];
    const char *place = place_of(builder, finding);
    const char *text =
        arena_format(builder->arena, "%s %s %s", place, finding->what, finding->todo);
    const struct stretch stretches[] = {
        {(uint32_t)strlen(place), EMPHASIS_BOLD},
        {(uint32_t)(strlen(text) - strlen(place)), EMPHASIS_NONE},
    };
    const struct paragraph_style style = {
        .stretches = stretches,
        .size_px = stack->size_px,
        .width_px = stack->room.w - 2 * pad_px(builder),
        .weight = WEIGHT_REGULAR,
    };
    struct label words = {
        .paragraph =
            paragraph_build(str_from(text), &style, builder->source->fonts, builder->arena),
        .look = {stack->size_px, WEIGHT_REGULAR, COLOUR_INK, ALIGN_START},
        .pitch_px = stack->size_px * 135 / 100,
    };
    words.height_px = words.paragraph.line_count * words.pitch_px;
    return words;
}

static int box_height(const struct scene_builder *builder, const struct staff_stack *stack,
                      int index) {
    return plan_words(builder, stack, index).height_px + 2 * pad_px(builder);
}

static void draw_box(struct scene_builder *builder, const struct staff_stack *stack, int index,
                     struct rect at) {
    struct label words = plan_words(builder, stack, index);
    struct scene_item *ground = builder_box(builder, at, builder_colour(builder, COLOUR_CARD),
                                            builder_colour(builder, COLOUR_EDGE));
    ground->radius_px = builder_px(builder, 1.2);
    int first = builder->scene->item_count;
    builder_label(builder, builder_inset(at, pad_px(builder)), &words);
    for (int i = first; i < builder->scene->item_count; i++) {
        if (builder->items[i].style.weight == WEIGHT_BOLD) {
            builder->items[i].ink = builder_colour(builder, COLOUR_URGENT);
        }
    }
}

// All findings of one level that are kept, in the order of the files.
static void draw_findings(struct scene_builder *builder, enum finding_level level, int y) {
    const struct findings *findings = builder->source->staff->findings;
    const struct finding **parts =
        ARENA_ARRAY(builder->arena, const struct finding *, findings->count + 1);
    struct staff_stack stack = {.room = frame_room(builder, y),
                                .gap_px = builder_tight_px(builder, 1.0, 1.6),
                                .wanted = -1,
                                .parts = parts,
                                .height = box_height,
                                .draw = draw_box};
    for (int i = 0; i < findings->count; i++) {
        if (findings->list[i].level == level) {
            parts[stack.count++] = &findings->list[i];
        }
    }
    staff_stack_draw(builder, &stack);
}

void screen_findings_build(struct scene_builder *builder) {
    int count = builder->source->staff->findings->error_count;
    staff_header_draw(builder, STAFF_UPDATE, STAFF_CLOSE);
    const char *heading = count == 1
                              ? staff_word(builder, STAFF_NEEDS_ONE)
                              : staff_word_with_count(builder, STAFF_NEEDS_MANY, "{count}", count);
    int y = heading_draw(builder, str_from(heading));
    y = staff_text_draw(builder, y, staff_word(builder, STAFF_NOTHING_LOST));
    draw_findings(builder, FINDING_ERROR, y);
    staff_row_draw(builder, staff_button(builder, BUTTON_PLAIN, ACTION_MENU, STAFF_MENU),
                   staff_button(builder, BUTTON_FILLED, ACTION_TRY_AGAIN, STAFF_TRY_AGAIN));
}

void screen_advice_build(struct scene_builder *builder) {
    staff_header_draw(builder, STAFF_UPDATE, STAFF_BACK);
    int y = heading_draw(builder, str_from(staff_word(builder, STAFF_ADVICE_HEADING)));
    y = staff_text_draw(builder, y, staff_word(builder, STAFF_ADVICE_TEXT));
    draw_findings(builder, FINDING_WARNING, y);
    staff_row_draw(builder, (struct button){0},
                   staff_button(builder, BUTTON_FILLED, ACTION_PREVIEW_END, STAFF_PREVIEW_END));
}
