// SPDX-License-Identifier: MIT
// See frame.h. It draws nothing that only one screen has.
#include "scene/frame.h"

#include "content/words/word_list.h"

#include <string.h>

// How much larger than its minimum body text may grow to fill a page, largest first.
static const double growths[] = {2.0, 1.75, 1.5, 1.3, 1.15, 1.0};
static const double text_factors[TEXT_SIZE_COUNT] = {1.0, 1.3, 1.6};

int body_sizes(const struct sketch *sketch, enum text_size text_size, int *sizes) {
    double least = sketch_metrics(sketch)->body_px * text_factors[text_size];
    for (int i = 0; i < COUNT_OF(growths); i++) {
        sizes[i] = (int)(least * growths[i] + 0.5);
    }
    return COUNT_OF(growths);
}

static struct label plan_heading(const struct sketch *sketch, struct str title) {
    const struct metrics *m = sketch_metrics(sketch);
    struct look look = {m->title_px * 5 / 6, WEIGHT_BOLD, COLOUR_INK, ALIGN_START};
    return sketch_wrap(sketch, title, look, m->width_px - 2 * m->margin_px);
}

static int below_heading_px(const struct sketch *sketch, const struct label *label) {
    const struct metrics *m = sketch_metrics(sketch);
    return m->header_px + sketch_px(sketch, 1.0) + label->height_px +
           sketch_px(sketch, m->is_cramped ? 1.0 : 2.2);
}

int heading_below_px(const struct sketch *sketch, struct str title) {
    struct label label = plan_heading(sketch, title);
    return below_heading_px(sketch, &label);
}

int heading_draw(struct sketch *sketch, struct str title) {
    const struct metrics *m = sketch_metrics(sketch);
    struct label label = plan_heading(sketch, title);
    struct rect at = {m->margin_px, m->header_px + sketch_px(sketch, 1.0),
                      m->width_px - 2 * m->margin_px, label.height_px};
    sketch_label(sketch, at, &label);
    return below_heading_px(sketch, &label);
}

const char *word_with_text(const struct sketch *sketch, const char *words, const char *name,
                           const char *text) {
    return word_fill(words, name, text, sketch->arena);
}

const char *word_with_number(const struct sketch *sketch, const char *words, const char *name,
                             int number) {
    return word_with_text(sketch, words, name, arena_format(sketch->arena, "%d", number));
}

const char *page_note(const struct sketch *sketch, int page, int page_count) {
    if (page_count <= 1) {
        return NULL;
    }
    const char *words = sketch_word(sketch, WORD_PAGE_OF);
    words = word_with_number(sketch, words, "{page}", page + 1);
    return word_with_number(sketch, words, "{pages}", page_count);
}

// An ISO date as it is written in the United Kingdom, in digits, which need no translation.
static const char *day_first(const struct sketch *sketch, const char *iso) {
    if (strlen(iso) != strlen("YYYY-MM-DD")) {
        return iso;
    }
    return arena_format(sketch->arena, "%.2s/%.2s/%.4s", iso + 8, iso + 5, iso);
}

// The quiet words of the lower row: which page this is, or else when the words were last checked.
static const char *row_note(const struct sketch *sketch) {
    const struct scene *scene = sketch->scene;
    const char *checked = sketch->source->deck->settings.last_checked;
    const char *pages = page_note(sketch, scene->page, scene->page_count);
    if (pages || !checked || checked[0] == '\0') {
        return pages;
    }
    return word_with_text(sketch, sketch_word(sketch, WORD_LAST_CHECKED), "{date}",
                          day_first(sketch, checked));
}

void pages_set(struct sketch *sketch, int page_count) {
    struct scene *scene = sketch->scene;
    int page = sketch->view->page;
    scene->page_count = page_count > 0 ? page_count : 1;
    scene->page = page < 0 ? 0 : page < scene->page_count ? page : scene->page_count - 1;
}

static int row_width(const struct sketch *sketch, const struct button *buttons, int count) {
    int width = 0;
    for (int i = 0; i < count; i++) {
        width += buttons[i].width_px + sketch_metrics(sketch)->gap_px;
    }
    return width;
}

// A sign says "back" without its word; other words part into lines and get smaller letters.
static void squeeze_last(const struct sketch *sketch, struct button *buttons, int count) {
    struct button *last = &buttons[count - 1];
    if (last->icon_before && navigation_room_px(sketch) < row_width(sketch, buttons, count)) {
        last->said = last->words;
        last->words = NULL;
        button_plan(sketch, last);
    }
    while (navigation_room_px(sketch) < row_width(sketch, buttons, count) &&
           button_shrink(sketch, last)) {
    }
}

void pages_draw(struct sketch *sketch, struct button last) {
    struct button buttons[] = {
        {.kind = BUTTON_PLAIN,
         .action = {ACTION_PAGE_BACK, 0},
         .said = sketch_word(sketch, WORD_BACK),
         .icon_before = widget_backward_icon(sketch)},
        {.kind = BUTTON_FILLED,
         .action = {ACTION_PAGE_NEXT, 0},
         .said = sketch_word(sketch, WORD_NEXT),
         .icon_before = widget_forward_icon(sketch)},
        last,
    };
    for (int i = 0; i < COUNT_OF(buttons); i++) {
        button_plan(sketch, &buttons[i]);
    }
    int unused = sketch->scene->page_count > 1 ? 0 : 2;
    if (unused == 0 && navigation_room_px(sketch) < row_width(sketch, buttons, COUNT_OF(buttons))) {
        unused = 1; // "next" comes round to the first page again
    }
    squeeze_last(sketch, buttons + unused, COUNT_OF(buttons) - unused);
    navigation_draw(sketch, &(struct navigation){.buttons = buttons + unused,
                                                 .count = COUNT_OF(buttons) - unused,
                                                 .note = row_note(sketch)});
}
