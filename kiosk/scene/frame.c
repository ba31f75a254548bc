// SPDX-License-Identifier: MIT
// See frame.h. It draws nothing that only one screen has.
#include "scene/frame.h"

#include "content/words/word_list.h"

#include <string.h>

struct rect frame_room(const struct scene_builder *builder, int y) {
    const struct metrics *m = builder->metrics;
    return (struct rect){m->margin_px, y, m->width_px - 2 * m->margin_px,
                         navigation_content_bottom_px(builder) - y};
}

static struct rect heading_room(const struct scene_builder *builder) {
    bool has_header = header_is_there(builder) || screen_is_for_staff(builder->view->screen);
    int top = has_header ? builder->metrics->header_px : builder_px(builder, 1.0);
    return frame_room(builder, top + builder_px(builder, 1.0));
}

static struct label plan_heading(const struct scene_builder *builder, struct str title) {
    struct look look = {builder->metrics->title_px * 5 / 6, WEIGHT_BOLD, COLOUR_INK, ALIGN_START};
    return builder_wrap(builder, title, look, heading_room(builder).w);
}

int heading_below_px(const struct scene_builder *builder, struct str title) {
    return heading_room(builder).y + plan_heading(builder, title).height_px +
           builder_tight_px(builder, 1.0, 2.2);
}

int heading_draw(struct scene_builder *builder, struct str title) {
    struct label label = plan_heading(builder, title);
    return builder_below(builder, heading_room(builder), &label) +
           builder_tight_px(builder, 1.0, 2.2);
}

const char *word_with_number(const struct scene_builder *builder, const char *words,
                             const char *name, int number) {
    return word_fill(words, name, arena_format(builder->arena, "%d", number), builder->arena);
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
    const char *checked = builder->source->deck->settings.last_checked;
    const char *pages = page_note(builder, builder->scene->page, builder->scene->page_count);
    if (pages || !checked || checked[0] == '\0') {
        return pages;
    }
    return word_fill(builder_word(builder, WORD_LAST_CHECKED), "{date}",
                     day_first(builder, checked), builder->arena);
}

void pages_set(struct scene_builder *builder, int page_count) {
    struct scene *scene = builder->scene;
    scene->page_count = int_max(page_count, 1);
    scene->page = int_max(int_min(builder->view->page, scene->page_count - 1), 0);
}

void pages_draw(struct scene_builder *builder, struct button first, struct button last) {
    const struct scene *scene = builder->scene;
    bool has_next = scene->page + 1 < scene->page_count;
    struct button next = {.kind = BUTTON_NEXT,
                          .action = {ACTION_PAGE_NEXT, 0},
                          .words = builder_word(builder, WORD_NEXT),
                          .said = builder_word(builder, WORD_NEXT),
                          .icon_after = widget_arrow(builder, +1)};
    if (scene->page > 0) {
        first.action.kind = ACTION_PAGE_BACK;
    }
    if (has_next) {
        first.kind = BUTTON_FLOOR;
    }
    struct button buttons[3] = {first};
    int count = 1;
    if (has_next) {
        buttons[count++] = next;
    }
    if (last.action.kind != ACTION_NONE) {
        buttons[count++] = last;
    }
    navigation_draw(builder, buttons, count, row_note(builder));
}
