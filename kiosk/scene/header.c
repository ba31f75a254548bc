// SPDX-License-Identifier: MIT
// The top row: who this is, and the three settings that a reader may want before anything else. It
// has five forms, from the fullest to the barest, and takes the first that fits.
#include "scene/widgets.h"

struct header_form {
    bool has_words; // in the pills; else their signs alone
    bool has_name, has_strapline;
};

static const struct header_form forms[] = {
    {true, true, true},   {true, true, false},   {false, true, true},
    {false, true, false}, {false, false, false},
};

enum { PILL_LIMIT = 3 };

struct header_plan {
    struct button pills[PILL_LIMIT];
    int pill_count;
    int pills_width_px;
    struct label name, strapline;
    bool has_name, has_strapline;
};

static void add_pill(const struct scene_builder *builder, struct header_plan *plan,
                     struct button pill) {
    pill.kind = BUTTON_PILL;
    button_plan(builder, &pill);
    plan->pills[plan->pill_count++] = pill;
    plan->pills_width_px += pill.width_px;
    if (plan->pill_count > 1) {
        plan->pills_width_px += builder_metrics(builder)->gap_px;
    }
}

static void plan_pills(const struct scene_builder *builder, struct header_plan *plan,
                       bool has_words) {
    const struct view *view = builder->view;
    bool is_largest = view->text_size == TEXT_LARGEST;
    bool is_contrast = view->theme == THEME_CONTRAST;
    const char *size = builder_word(builder, is_largest ? WORD_NORMAL_TEXT : WORD_LARGER_TEXT);
    const char *theme = builder_word(builder, is_contrast ? WORD_LIGHT : WORD_CONTRAST);
    if (builder->source->deck->language_count > 1) {
        add_pill(builder, plan,
                 (struct button){.action = {ACTION_LANGUAGES, 0},
                                 .words = builder_word(builder, WORD_LANGUAGE_NAME),
                                 .icon_before = has_words ? "globe" : NULL});
    }
    add_pill(builder, plan,
             (struct button){.action = {ACTION_TEXT_SIZE, 0},
                             .words = has_words ? size : NULL,
                             .said = size,
                             .has_letters = true});
    add_pill(builder, plan,
             (struct button){.action = {ACTION_CONTRAST, 0},
                             .words = has_words ? theme : NULL,
                             .said = theme,
                             .icon_before = "contrast"});
}

static int plan_names(const struct scene_builder *builder, struct header_plan *plan,
                      const struct header_form *form) {
    const struct settings *settings = &builder->source->deck->settings;
    struct look look = {builder_metrics(builder)->small_px, WEIGHT_SEMIBOLD, COLOUR_INK,
                        ALIGN_START};
    plan->has_name = form->has_name && settings->practice_name[0] != '\0';
    plan->has_strapline = plan->has_name && form->has_strapline && settings->strapline[0] != '\0';
    int width = 0;
    if (plan->has_name) {
        plan->name = builder_measure(builder, settings->practice_name, look);
        width += plan->name.width_px + builder_px(builder, 3);
    }
    if (plan->has_strapline) {
        look.weight = WEIGHT_REGULAR;
        look.colour = COLOUR_MUTED;
        plan->strapline = builder_measure(builder, settings->strapline, look);
        width += plan->strapline.width_px + builder_px(builder, 2);
    }
    return width;
}

// Beside a panel that has grown up to the top there is no room for names.
static bool is_beside_panel(const struct scene_builder *builder, int room_px) {
    const struct metrics *m = builder_metrics(builder);
    return room_px < m->width_px - 2 * m->margin_px;
}

static struct header_plan plan_header(const struct scene_builder *builder, int room_px) {
    struct header_plan plan = {0};
    for (int i = 0; i < COUNT_OF(forms); i++) {
        plan = (struct header_plan){0};
        if (forms[i].has_name && is_beside_panel(builder, room_px)) {
            continue;
        }
        plan_pills(builder, &plan, forms[i].has_words);
        int names = plan_names(builder, &plan, &forms[i]);
        if (names + plan.pills_width_px <= room_px) {
            break;
        }
    }
    return plan;
}

static bool draw_note(struct scene_builder *builder, const char *note, struct rect room) {
    struct look look = {builder_metrics(builder)->small_px, WEIGHT_REGULAR, COLOUR_MUTED,
                        ALIGN_START};
    struct label label = builder_measure(builder, note, look);
    if (label.width_px > room.w) {
        return false;
    }
    builder_label(builder, room, &label);
    return true;
}

static void draw_pills(struct scene_builder *builder, const struct header_plan *plan, int x) {
    const struct metrics *m = builder_metrics(builder);
    for (int i = 0; i < plan->pill_count; i++) {
        const struct button *pill = &plan->pills[i];
        struct rect at = {x, (m->header_px - m->pill_px) / 2, pill->width_px, m->pill_px};
        button_draw(builder, pill, at);
        x += pill->width_px + m->gap_px;
    }
}

bool header_draw(struct scene_builder *builder, int right_px, const char *note) {
    const struct metrics *m = builder_metrics(builder);
    int left = m->margin_px;
    struct header_plan plan = plan_header(builder, right_px - left);
    if (plan.has_name) {
        struct rect at = {left, 0, plan.name.width_px, m->header_px};
        builder_label(builder, at, &plan.name);
        at.x += at.w + builder_px(builder, 2);
        if (plan.has_strapline) {
            at.w = plan.strapline.width_px;
            builder_label(builder, at, &plan.strapline);
        }
        draw_pills(builder, &plan, right_px - plan.pills_width_px);
        return false;
    }
    draw_pills(builder, &plan, left);
    int x = left + plan.pills_width_px + m->gap_px;
    return note && draw_note(builder, note, (struct rect){x, 0, right_px - x, m->header_px});
}
