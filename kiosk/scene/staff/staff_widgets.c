// SPDX-License-Identifier: MIT
// The frame of the staff screens: header, words, the lower row. Buttons stand at both ends of the
// row, the one that does something at the far end, where a card has "next".
#include "scene/staff/staff_widgets.h"

const struct language *staff_language(void) {
    static const struct language english = {.words = {.tag = "en"}};
    return &english;
}

const char *staff_word(const struct scene_builder *builder, enum staff_word word) {
    return builder->source->staff->words->text[word];
}

const char *staff_word_with(const struct scene_builder *builder, enum staff_word word,
                            const char *name, const char *text) {
    return word_with_text(builder, staff_word(builder, word), name, text);
}

const char *staff_word_with_count(const struct scene_builder *builder, enum staff_word word,
                                  const char *name, int count) {
    return word_with_number(builder, staff_word(builder, word), name, count);
}

const char *staff_time(const struct scene_builder *builder, int seconds) {
    bool is_long = seconds >= 60;
    return staff_word_with_count(builder, is_long ? STAFF_MINUTES : STAFF_SECONDS, "{count}",
                                 is_long ? (seconds + 59) / 60 : seconds);
}

// Draws a pill that ends at `right_px`; returns where the next one may end.
static int draw_pill(struct scene_builder *builder, struct button pill, int right_px) {
    const struct metrics *m = builder_metrics(builder);
    button_plan(builder, &pill);
    struct rect at = {right_px - pill.width_px, (m->header_px - m->pill_px) / 2, pill.width_px,
                      m->pill_px};
    button_draw(builder, &pill, at);
    return at.x - m->gap_px;
}

static int draw_pills(struct scene_builder *builder, enum staff_word way_out) {
    const struct metrics *m = builder_metrics(builder);
    int leaves_s = builder->source->staff->leaves_s;
    struct button out = {.kind = BUTTON_PILL,
                         .action = {ACTION_STAFF_CLOSE, 0},
                         .words = staff_word(builder, way_out)};
    int right = draw_pill(builder, out, m->width_px - m->margin_px);
    if (leaves_s > 0) {
        struct button stay = {
            .kind = BUTTON_PILL,
            .action = {ACTION_STAY, 0},
            .words = staff_word_with_count(builder, STAFF_STAY, "{seconds}", leaves_s)};
        right = draw_pill(builder, stay, right);
    }
    return right;
}

// In the one corner that is the same on every staff screen; returns where words may begin.
static int draw_help(struct scene_builder *builder) {
    const struct metrics *m = builder_metrics(builder);
    struct button help = {.kind = BUTTON_HELP,
                          .action = {ACTION_URGENT_HELP, 0},
                          .words = staff_word(builder, STAFF_URGENT_HELP)};
    button_plan(builder, &help);
    return draw_pill(builder, help, m->margin_px + help.width_px) + help.width_px + 2 * m->gap_px;
}

// Draws words of the header from `at.x` on where they end before `right_px`.
static int draw_words(struct scene_builder *builder, enum staff_word word, struct look look, int x,
                      int right_px) {
    struct label label = builder_measure(builder, staff_word(builder, word), look);
    struct rect at = {x, 0, label.width_px, builder_metrics(builder)->header_px};
    if (at.x + at.w <= right_px) {
        builder_label(builder, at, &label);
    }
    return at.x + at.w + builder_px(builder, 2);
}

void staff_header_draw(struct scene_builder *builder, enum staff_word about,
                       enum staff_word way_out) {
    const struct metrics *m = builder_metrics(builder);
    int right = draw_pills(builder, way_out);
    struct look look = {m->small_px, WEIGHT_SEMIBOLD, COLOUR_INK, ALIGN_START};
    int x = draw_words(builder, STAFF_STAFF, look, draw_help(builder), right);
    look.weight = WEIGHT_REGULAR;
    look.colour = COLOUR_MUTED;
    draw_words(builder, about, look, x, right);
}

int staff_text_draw(struct scene_builder *builder, int y, const char *text) {
    const struct metrics *m = builder_metrics(builder);
    struct look look = {m->is_cramped ? m->label_px : m->body_px, WEIGHT_REGULAR, COLOUR_INK,
                        ALIGN_START};
    int most = look.size_px * 36;
    int width = m->width_px - 2 * m->margin_px;
    struct label label = builder_wrap(builder, str_from(text), look, width < most ? width : most);
    struct rect at = {m->margin_px, y, width, label.height_px};
    builder_label(builder, at, &label);
    return y + at.h + builder_px(builder, 1.6);
}

int staff_sizes(const struct scene_builder *builder, int sizes[STAFF_SIZE_LIMIT]) {
    const struct metrics *m = builder_metrics(builder);
    int least = m->small_px * 11 / 10;
    const int larger[] = {m->body_px, (m->body_px + least) / 2};
    int count = 0;
    for (int i = 0; i < COUNT_OF(larger); i++) {
        if (larger[i] > least) {
            sizes[count++] = larger[i];
        }
    }
    sizes[count++] = least;
    return count;
}

int staff_paginate(const struct stack *stack, int room_px, int *pages) {
    int page = 0, used = 0;
    for (int i = 0; i < stack->count; i++) {
        if (used > 0 && used + stack->heights[i] > room_px) {
            page++;
            used = 0;
        }
        used += stack->heights[i] + stack->gap_px;
        pages[i] = page;
    }
    return page + 1;
}

enum { ROW_FIRST, ROW_BACK, ROW_NEXT, ROW_SECOND, ROW_LAST, ROW_COUNT };

static bool is_wanted(const struct button *button) {
    return button->action.kind != ACTION_NONE;
}

static void plan_row(const struct scene_builder *builder, const struct staff_row *row,
                     struct button buttons[ROW_COUNT]) {
    bool has_pages = builder->scene->page_count > 1;
    struct button back = {.kind = BUTTON_PLAIN,
                          .action = {has_pages ? ACTION_PAGE_BACK : ACTION_NONE, 0},
                          .said = staff_word(builder, STAFF_BACK),
                          .icon_before = "chevron-left"};
    struct button next = {.kind = BUTTON_PLAIN,
                          .action = {has_pages ? ACTION_PAGE_NEXT : ACTION_NONE, 0},
                          .said = staff_word(builder, STAFF_NEXT),
                          .icon_before = "chevron-right"};
    buttons[ROW_FIRST] = row->first;
    buttons[ROW_BACK] = back;
    buttons[ROW_NEXT] = next;
    buttons[ROW_SECOND] = row->second;
    buttons[ROW_LAST] = row->last;
    for (int i = 0; i < ROW_COUNT; i++) {
        if (is_wanted(&buttons[i])) {
            button_plan(builder, &buttons[i]);
        }
    }
}

static int row_width(const struct scene_builder *builder, const struct button buttons[ROW_COUNT]) {
    int width = 0;
    for (int i = 0; i < ROW_COUNT; i++) {
        if (is_wanted(&buttons[i])) {
            width += buttons[i].width_px + (width > 0 ? builder_metrics(builder)->gap_px : 0);
        }
    }
    return width;
}

// Where the row is too narrow for all, the signs of its buttons go, then "back": "next" comes
// round.
static void make_fit(const struct scene_builder *builder, struct button buttons[ROW_COUNT]) {
    const struct metrics *m = builder_metrics(builder);
    int room = m->width_px - 2 * m->margin_px;
    for (int i = 0; i < ROW_COUNT && row_width(builder, buttons) > room; i++) {
        if (is_wanted(&buttons[i]) && buttons[i].words && buttons[i].icon_after) {
            buttons[i].icon_after = NULL;
            button_plan(builder, &buttons[i]);
        }
    }
    if (row_width(builder, buttons) > room) {
        buttons[ROW_BACK].action.kind = ACTION_NONE;
    }
}

// Which page this is, where there is room for it between the buttons.
static void draw_page_note(struct scene_builder *builder, struct rect room) {
    const struct scene *scene = builder->scene;
    struct look look = {builder_metrics(builder)->small_px, WEIGHT_REGULAR, COLOUR_MUTED,
                        ALIGN_START};
    const char *words = staff_word_with_count(builder, STAFF_PAGE, "{page}", scene->page + 1);
    words = word_with_number(builder, words, "{pages}", scene->page_count);
    struct label label = builder_measure(builder, words, look);
    if (scene->page_count > 1 && label.width_px <= room.w) {
        room.w = label.width_px;
        builder_label(builder, room, &label);
    }
}

void staff_row_draw(struct scene_builder *builder, const struct staff_row *row) {
    const struct metrics *m = builder_metrics(builder);
    struct button buttons[ROW_COUNT];
    plan_row(builder, row, buttons);
    make_fit(builder, buttons);
    struct rect at = {m->margin_px, navigation_top_px(builder), 0, m->button_px};
    for (int i = 0; i <= ROW_NEXT; i++) {
        if (is_wanted(&buttons[i])) {
            at.w = buttons[i].width_px;
            button_draw(builder, &buttons[i], at);
            at.x += at.w + m->gap_px;
        }
    }
    struct rect between = at;
    at.x = m->width_px - m->margin_px;
    for (int i = ROW_LAST; i > ROW_NEXT; i--) {
        if (is_wanted(&buttons[i])) {
            at.w = buttons[i].width_px;
            at.x -= at.w;
            button_draw(builder, &buttons[i], at);
            at.x -= m->gap_px;
        }
    }
    between.w = at.x - between.x;
    draw_page_note(builder, between);
}
