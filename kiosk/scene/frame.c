// SPDX-License-Identifier: MIT
// See frame.h. It draws nothing that only one screen has.
#include "scene/frame.h"

#include "content/words/words.h"

struct rect frame_room(const struct scene_builder *builder, int y) {
    bool is_for_staff = screen_is_for_staff(builder->view->screen);
    int bottom = is_for_staff ? navigation_row(builder).y : floor_top_px(builder);
    return builder_row(builder, y, bottom - builder_tight_px(builder, 1.6, 2.4) - y);
}

int heading_draw(struct scene_builder *builder, struct str title) {
    const struct metrics *m = builder->metrics;
    bool has_header = header_is_there(builder) || screen_is_for_staff(builder->view->screen);
    int top = has_header ? m->header_px : builder_px(builder, 1.0);
    struct rect room = frame_room(builder, top + builder_px(builder, 1.0));
    struct look look = {m->title_px * 5 / 6, WEIGHT_BOLD, COLOUR_INK, ALIGN_START};
    struct label label = builder_wrap(builder, title, look, room.w);
    return builder_below(builder, room, &label) + builder_tight_px(builder, 1.0, 2.2);
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

// The quiet words of the lower row: which page this is, or else when the words were last checked,
// in digits, which need no translation, as a date is written in the United Kingdom.
static const char *row_note(const struct scene_builder *builder) {
    const char *checked = builder->source->deck->settings.last_checked;
    const char *pages = page_note(builder, builder->scene->page, builder->scene->page_count);
    if (pages || !checked || checked[0] == '\0') {
        return pages;
    }
    const char *date =
        arena_format(builder->arena, "%.2s/%.2s/%.4s", checked + 8, checked + 5, checked);
    return word_fill(builder_word(builder, WORD_LAST_CHECKED), "{date}", date, builder->arena);
}

void pages_set(struct scene_builder *builder, int page_count) {
    struct scene *scene = builder->scene;
    scene->page_count = int_max(page_count, 1);
    scene->page = int_max(int_min(builder->view->page, scene->page_count - 1), 0);
}

void pages_draw(struct scene_builder *builder, enum button_kind kind, struct button last) {
    const struct scene *scene = builder->scene;
    bool has_next = scene->page + 1 < scene->page_count;
    enum action_kind back = scene->page > 0 ? ACTION_PAGE_BACK : ACTION_CLOSE;
    struct button buttons[3] = {
        button_word(builder, has_next ? BUTTON_FLOOR : kind, back, WORD_BACK)};
    int count = 1;
    if (has_next) {
        buttons[count++] = button_word(builder, BUTTON_NEXT, ACTION_PAGE_NEXT, WORD_NEXT);
    }
    if (last.action.kind != ACTION_NONE) {
        buttons[count++] = last;
    }
    navigation_draw(builder, buttons, count, row_note(builder));
}
