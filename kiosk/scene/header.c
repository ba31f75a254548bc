// SPDX-License-Identifier: MIT
// Who this is, and the settings that a reader may want before anything else. The row has four
// forms, from the fullest to the barest, and takes the first that fits: without the strapline,
// without the name, with the signs of the pills alone.
#include "scene/widgets.h"

#include <assert.h>

enum { WITH_STRAPLINE, WITH_NAME, WITH_WORDS, BARE, FORM_COUNT };
enum { NAMED_LANGUAGES = 3 };

bool header_is_there(const struct scene_builder *builder) {
    return !builder->metrics->is_cramped && !builder->metrics->is_portrait;
}

struct rect header_room(const struct scene_builder *builder) {
    return builder_row(builder, 0, builder->metrics->header_px);
}

struct label header_name(const struct scene_builder *builder, enum colour colour) {
    struct look look = {builder->metrics->small_px, WEIGHT_SEMIBOLD, colour, ALIGN_START};
    return builder_measure(builder, builder->source->deck->settings.practice_name, look);
}

static struct label plan_strapline(const struct scene_builder *builder) {
    const struct settings *settings = &builder->source->deck->settings;
    struct look look = {builder->metrics->small_px, WEIGHT_REGULAR, COLOUR_MUTED, ALIGN_START};
    return builder_measure(
        builder, builder_sentence(builder, &settings->straplines, settings->strapline), look);
}

struct button header_languages(const struct scene_builder *builder, int width_px) {
    const struct deck *deck = builder->source->deck;
    const char *names = "";
    int others = 0;
    for (int i = 0; i < deck->language_count; i++) {
        const struct language *language = &deck->languages[i];
        if (language != builder->language && ++others <= NAMED_LANGUAGES) {
            names = arena_format(builder->arena, "%s%s%s", names, others > 1 ? "  ·  " : "",
                                 language->words.text[WORD_LANGUAGE_NAME]);
        }
    }
    names = others > NAMED_LANGUAGES ? arena_format(builder->arena, "%s …", names) : names;
    struct button button = {.kind = BUTTON_PILL,
                            .action = {others > 0 ? ACTION_LANGUAGES : ACTION_NONE, 0},
                            .words = names,
                            .said = builder_word(builder, WORD_LANGUAGES_HEADING),
                            .icon_before = "globe"};
    button = button_plan(builder, button);
    if (button.width_px > width_px) {
        button_fit(builder, &button, width_px);
    }
    return button;
}

int header_buttons(const struct scene_builder *builder, bool has_words, struct button *buttons) {
    static const char *const icons[] = {NULL, "contrast", "globe", "close"};
    static_assert(COUNT_OF(icons) == HEADER_BUTTON_LIMIT, "a setting has no sign");
    bool is_contrast = builder->view->theme == THEME_CONTRAST;
    struct button all[HEADER_BUTTON_LIMIT] = {
        button_word(builder, BUTTON_PILL, ACTION_TEXT_SIZE, WORD_TEXT_SIZE),
        button_word(builder, BUTTON_PILL, ACTION_CONTRAST,
                    is_contrast ? WORD_LIGHT : WORD_CONTRAST),
        button_word(builder, BUTTON_PILL, ACTION_LANGUAGES, WORD_LANGUAGE_NAME),
        button_word(builder, BUTTON_PILL, ACTION_FINISH, WORD_FINISH),
    };
    all[0].has_letters = true;
    int count = 0;
    for (int i = 0; i < HEADER_BUTTON_LIMIT; i++) {
        all[i].icon_before = icons[i];
        all[i].words = has_words ? all[i].words : NULL;
        if (all[i].action.kind != ACTION_LANGUAGES || builder->source->deck->language_count > 1) {
            buttons[count++] = button_plan(builder, all[i]);
        }
    }
    return count;
}

static void draw_low(struct scene_builder *builder) {
    struct rect room = floor_upper_row(builder);
    struct button pills[HEADER_BUTTON_LIMIT];
    int count = header_buttons(builder, true, pills);
    for (int i = 0; i < count; i++) {
        pills[i].is_narrow = true;
        pills[i] = button_plan(builder, pills[i]);
    }
    if (button_row_px(builder, pills, count) > room.w) {
        count = header_buttons(builder, false, pills);
    }
    button_row_fill(builder, pills, count, room);
    button_row_draw(builder, pills, count, room);
}

static void draw_high(struct scene_builder *builder, int taken_px) {
    struct rect room = header_room(builder);
    builder_take_start(&room, int_max(taken_px - room.x, 0), 0);
    struct label name = header_name(builder, COLOUR_INK), strapline = plan_strapline(builder);
    int gap = builder_px(builder, 2);
    struct button pills[HEADER_BUTTON_LIMIT];
    int form = taken_px == 0 ? WITH_STRAPLINE : WITH_WORDS, count = 0, width;
    for (; form < FORM_COUNT; form++) {
        count = header_buttons(builder, form < BARE, pills);
        width = button_row_px(builder, pills, count);
        width += form <= WITH_NAME ? name.width_px + gap : 0;
        width += form == WITH_STRAPLINE ? strapline.width_px + gap : 0;
        if (width <= room.w) {
            break;
        }
    }
    struct rect row = builder_take_end(&room, button_row_px(builder, pills, count), gap);
    if (form <= WITH_NAME) {
        builder_label(builder, builder_take_start(&room, name.width_px, gap), &name);
    }
    if (form == WITH_STRAPLINE) {
        builder_label(builder, room, &strapline);
    }
    button_row_draw(builder, pills, count, row);
}

void header_draw(struct scene_builder *builder, int taken_px) {
    bool is_quiet = builder->view->is_asking; // the question stands in the lower row
    if (header_is_there(builder)) {
        draw_high(builder, taken_px);
    } else if (builder->metrics->is_portrait && !is_quiet) {
        draw_low(builder);
    }
}
