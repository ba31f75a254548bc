// SPDX-License-Identifier: MIT
// See frame.h. It draws nothing that only one screen has.
#include "scene/frame.h"

#include "content/words/word_list.h"

#include <string.h>

// How much larger than its minimum body text may grow to fill a page, largest first.
static const double growths[] = {2.0, 1.75, 1.5, 1.3, 1.15, 1.0};
static const double text_factors[TEXT_SIZE_COUNT] = {1.0, 1.3, 1.6};

int body_sizes(const struct scene_builder *builder, enum text_size text_size, int *sizes) {
    double least = builder_metrics(builder)->body_px * text_factors[text_size];
    for (int i = 0; i < COUNT_OF(growths); i++) {
        sizes[i] = (int)(least * growths[i] + 0.5);
    }
    return COUNT_OF(growths);
}

static struct label plan_heading(const struct scene_builder *builder, struct str title) {
    const struct metrics *m = builder_metrics(builder);
    struct look look = {m->title_px * 5 / 6, WEIGHT_BOLD, COLOUR_INK, ALIGN_START};
    return builder_wrap(builder, title, look, m->width_px - 2 * m->margin_px);
}

static int below_heading_px(const struct scene_builder *builder, const struct label *label) {
    const struct metrics *m = builder_metrics(builder);
    return m->header_px + builder_px(builder, 1.0) + label->height_px +
           builder_px(builder, m->is_cramped ? 1.0 : 2.2);
}

int heading_below_px(const struct scene_builder *builder, struct str title) {
    struct label label = plan_heading(builder, title);
    return below_heading_px(builder, &label);
}

int heading_draw(struct scene_builder *builder, struct str title) {
    const struct metrics *m = builder_metrics(builder);
    struct label label = plan_heading(builder, title);
    struct rect at = {m->margin_px, m->header_px + builder_px(builder, 1.0),
                      m->width_px - 2 * m->margin_px, label.height_px};
    builder_label(builder, at, &label);
    return below_heading_px(builder, &label);
}

const char *word_with_text(const struct scene_builder *builder, const char *words, const char *name,
                           const char *text) {
    return word_fill(words, name, text, builder->arena);
}

const char *word_with_number(const struct scene_builder *builder, const char *words,
                             const char *name, int number) {
    return word_with_text(builder, words, name, arena_format(builder->arena, "%d", number));
}

const char *page_note(const struct scene_builder *builder, int page, int page_count) {
    if (page_count <= 1) {
        return NULL;
    }
    const char *words = builder_word(builder, WORD_PAGE_OF);
    words = word_with_number(builder, words, "{page}", page + 1);
    return word_with_number(builder, words, "{pages}", page_count);
}

// An ISO date as it is written in the United Kingdom, in digits, which need no translation.
static const char *day_first(const struct scene_builder *builder, const char *iso) {
    if (strlen(iso) != strlen("YYYY-MM-DD")) {
        return iso;
    }
    return arena_format(builder->arena, "%.2s/%.2s/%.4s", iso + 8, iso + 5, iso);
}

// The quiet words of the lower row: which page this is, or else when the words were last checked.
static const char *row_note(const struct scene_builder *builder) {
    const struct scene *scene = builder->scene;
    const char *checked = builder->source->deck->settings.last_checked;
    const char *pages = page_note(builder, scene->page, scene->page_count);
    if (pages || !checked || checked[0] == '\0') {
        return pages;
    }
    return word_with_text(builder, builder_word(builder, WORD_LAST_CHECKED), "{date}",
                          day_first(builder, checked));
}

void pages_set(struct scene_builder *builder, int page_count) {
    struct scene *scene = builder->scene;
    int page = builder->view->page;
    scene->page_count = page_count > 0 ? page_count : 1;
    scene->page = page < 0 ? 0 : page < scene->page_count ? page : scene->page_count - 1;
}

static int row_width(const struct scene_builder *builder, const struct button *buttons, int count) {
    int width = 0;
    for (int i = 0; i < count; i++) {
        width += buttons[i].width_px + builder_metrics(builder)->gap_px;
    }
    return width;
}

// A sign says "back" without its word; other words part into lines and get smaller letters.
static void squeeze_last(const struct scene_builder *builder, struct button *buttons, int count) {
    struct button *last = &buttons[count - 1];
    if (last->icon_before && navigation_room_px(builder) < row_width(builder, buttons, count)) {
        last->said = last->words;
        last->words = NULL;
        button_plan(builder, last);
    }
    while (navigation_room_px(builder) < row_width(builder, buttons, count) &&
           button_shrink(builder, last)) {
    }
}

void pages_draw(struct scene_builder *builder, struct button last) {
    struct button buttons[] = {
        {.kind = BUTTON_PLAIN,
         .action = {ACTION_PAGE_BACK, 0},
         .said = builder_word(builder, WORD_BACK),
         .icon_before = widget_backward_icon(builder)},
        {.kind = BUTTON_FILLED,
         .action = {ACTION_PAGE_NEXT, 0},
         .said = builder_word(builder, WORD_NEXT),
         .icon_before = widget_forward_icon(builder)},
        last,
    };
    for (int i = 0; i < COUNT_OF(buttons); i++) {
        button_plan(builder, &buttons[i]);
    }
    int unused = builder->scene->page_count > 1 ? 0 : 2;
    if (unused == 0 &&
        navigation_room_px(builder) < row_width(builder, buttons, COUNT_OF(buttons))) {
        unused = 1; // "next" comes round to the first page again
    }
    squeeze_last(builder, buttons + unused, COUNT_OF(buttons) - unused);
    navigation_draw(builder, &(struct navigation){.buttons = buttons + unused,
                                                  .count = COUNT_OF(buttons) - unused,
                                                  .note = row_note(builder)});
}
