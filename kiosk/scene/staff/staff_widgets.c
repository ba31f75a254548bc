// SPDX-License-Identifier: MIT
// The frame of the staff screens: header, words, the lower row. Buttons stand at both ends of the
// row, the one that does something at the far end, where a card has "next".
#include "scene/staff/staff_widgets.h"

#include "content/words/words.h"

const struct language *staff_language(void) {
    static const struct language english = {.words = {.tag = "en"}};
    return &english;
}

const char *staff_word(const struct scene_builder *builder, enum staff_word word) {
    return builder->source->staff->words->text[word];
}

const char *staff_word_with(const struct scene_builder *builder, enum staff_word word,
                            const char *name, const char *text) {
    return word_fill(staff_word(builder, word), name, text, builder->arena);
}

const char *staff_word_with_count(const struct scene_builder *builder, enum staff_word word,
                                  const char *name, int count) {
    return word_with_number(builder, staff_word(builder, word), name, count);
}

int staff_advice_count(const struct staff_scene *staff) {
    const struct findings *findings = staff->findings;
    return findings ? findings->count + findings->dropped_count - findings->error_count : 0;
}

struct button staff_button(const struct scene_builder *builder, enum button_kind kind,
                           enum action_kind action, enum staff_word words) {
    return button_say(builder, kind, action, staff_word(builder, words));
}

static struct button stay_button(const struct scene_builder *builder) {
    int leaves_s = builder->source->staff->leaves_s;
    const char *words = staff_word_with_count(builder, STAFF_STAY, "{seconds}", leaves_s);
    return button_say(builder, BUTTON_PILL, leaves_s > 0 ? ACTION_STAY : ACTION_NONE, words);
}

void staff_header_draw(struct scene_builder *builder, enum staff_word about,
                       enum staff_word way_out) {
    const struct metrics *m = builder->metrics;
    struct look look = {m->small_px, WEIGHT_SEMIBOLD, COLOUR_INK, ALIGN_START};
    struct label staff = builder_measure(builder, staff_word(builder, STAFF_STAFF), look);
    struct button out = staff_button(builder, BUTTON_PILL, ACTION_STAFF_CLOSE, way_out);
    struct button stay = stay_button(builder);
    struct button help = staff_button(builder, BUTTON_HELP, ACTION_URGENT_HELP, STAFF_URGENT_HELP);
    struct rect room = header_room(builder);
    button_draw_end(builder, &out, &room);
    button_draw_end(builder, &stay, &room);
    button_draw_start(builder, &help, &room);
    if (staff.width_px <= room.w) {
        builder_label(builder, room, &staff);
    }
    builder_take_start(&room, staff.width_px, builder_px(builder, 2));
    look.weight = WEIGHT_REGULAR;
    look.colour = COLOUR_MUTED;
    builder_note(builder, room, staff_word(builder, about), look);
}

int staff_text_draw(struct scene_builder *builder, int y, const char *text) {
    const struct metrics *m = builder->metrics;
    struct look look = {m->is_cramped ? m->label_px : m->body_px, WEIGHT_REGULAR, COLOUR_INK,
                        ALIGN_START};
    struct rect room = frame_room(builder, y);
    int width = int_min(room.w, look.size_px * 36);
    struct label label = builder_wrap(builder, str_from(text), look, width);
    return builder_below(builder, room, &label) + builder_px(builder, 1.6);
}

static void draw_page_note(struct scene_builder *builder, struct rect room) {
    const struct scene *scene = builder->scene;
    struct look look = {builder->metrics->small_px, WEIGHT_REGULAR, COLOUR_MUTED, ALIGN_START};
    const char *words = staff_word_with_count(builder, STAFF_PAGE, "{page}", scene->page + 1);
    words = word_with_number(builder, words, "{pages}", scene->page_count);
    builder_note(builder, room, scene->page_count > 1 ? words : NULL, look);
}

void staff_row_draw(struct scene_builder *builder, struct button first, struct button last) {
    bool has_pages = builder->scene->page_count > 1;
    struct button back = button_arrow(builder, ACTION_PAGE_BACK, staff_word(builder, STAFF_BACK));
    struct button next = button_arrow(builder, ACTION_PAGE_NEXT, staff_word(builder, STAFF_NEXT));
    struct rect room = navigation_row(builder);
    if (!has_pages) {
        back.action.kind = next.action.kind = ACTION_NONE;
    }
    button_draw_start(builder, &first, &room);
    button_draw_start(builder, &back, &room);
    button_draw_start(builder, &next, &room);
    button_draw_end(builder, &last, &room);
    draw_page_note(builder, room);
}

// Fills in the page on which each part stands, and how high it is; returns how many pages there
// are.
static int paginate(const struct scene_builder *builder, const struct staff_stack *stack,
                    int *pages, int *heights) {
    int page = 0, used = 0;
    for (int i = 0; i < stack->count; i++) {
        heights[i] = stack->height(builder, stack, i);
        if (used > 0 && used + heights[i] > stack->room.h) {
            page++;
            used = 0;
        }
        used += heights[i] + stack->gap_px;
        pages[i] = page;
    }
    return page + 1;
}

void staff_stack_draw(struct scene_builder *builder, struct staff_stack *stack) {
    const struct metrics *m = builder->metrics;
    int least = m->small_px * 11 / 10;
    const int sizes[] = {m->body_px, (m->body_px + least) / 2, least};
    int *pages = ARENA_ARRAY(builder->arena, int, stack->count + 1);
    int *heights = ARENA_ARRAY(builder->arena, int, stack->count + 1);
    int page_count = 0;
    for (int i = 0; i < COUNT_OF(sizes) && page_count != 1; i++) {
        if (sizes[i] > least || i + 1 == COUNT_OF(sizes)) {
            stack->size_px = sizes[i];
            page_count = paginate(builder, stack, pages, heights);
        }
    }
    pages_set(builder, page_count);
    if (stack->wanted >= 0) {
        builder->scene->page = pages[stack->wanted];
    }
    struct rect at = stack->room;
    for (int i = 0; i < stack->count; i++) {
        if (pages[i] == builder->scene->page) {
            at.h = heights[i];
            stack->draw(builder, stack, i, at);
            at.y += at.h + stack->gap_px;
        }
    }
}
