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
    bool has_name;
};

static void add_pill(const struct scene_builder *builder, struct header_plan *plan,
                     struct button pill) {
    pill.kind = BUTTON_PILL;
    plan->pills[plan->pill_count++] = button_plan(builder, pill);
    plan->pills_width_px = button_row_px(builder, plan->pills, plan->pill_count);
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
    struct look look = {builder->metrics->small_px, WEIGHT_SEMIBOLD, COLOUR_INK, ALIGN_START};
    plan->has_name = form->has_name && settings->practice_name[0] != '\0';
    bool has_strapline = plan->has_name && form->has_strapline && settings->strapline[0] != '\0';
    int width = 0;
    if (plan->has_name) {
        plan->name = builder_measure(builder, settings->practice_name, look);
        width += plan->name.width_px + builder_px(builder, 3);
    }
    if (has_strapline) {
        look.weight = WEIGHT_REGULAR;
        look.colour = COLOUR_MUTED;
        plan->strapline = builder_measure(builder, settings->strapline, look);
        width += plan->strapline.width_px + builder_px(builder, 2);
    }
    return width;
}

// Beside a panel that has grown up to the top there is no room for names.
static struct header_plan plan_header(const struct scene_builder *builder, int room_px) {
    bool is_beside_panel = room_px < header_room(builder).w;
    struct header_plan plan = {0};
    for (int i = is_beside_panel ? COUNT_OF(forms) - 1 : 0; i < COUNT_OF(forms); i++) {
        plan = (struct header_plan){0};
        plan_pills(builder, &plan, forms[i].has_words);
        if (plan_names(builder, &plan, &forms[i]) + plan.pills_width_px <= room_px) {
            break;
        }
    }
    return plan;
}

struct rect header_room(const struct scene_builder *builder) {
    const struct metrics *m = builder->metrics;
    return (struct rect){m->margin_px, 0, m->width_px - 2 * m->margin_px, m->header_px};
}

bool header_draw(struct scene_builder *builder, int right_px, const char *note) {
    struct rect room = header_room(builder);
    room.w = right_px - room.x;
    struct header_plan plan = plan_header(builder, room.w);
    if (plan.has_name) {
        struct rect names = room;
        struct rect name = builder_take_start(&names, plan.name.width_px, builder_px(builder, 2));
        builder_label(builder, name, &plan.name);
        builder_label(builder, names, &plan.strapline);
        room.x = right_px - plan.pills_width_px;
    }
    for (int i = 0; i < plan.pill_count; i++) {
        button_draw_start(builder, &plan.pills[i], &room);
    }
    return !plan.has_name && note && builder_note(builder, room, note, ALIGN_START);
}
