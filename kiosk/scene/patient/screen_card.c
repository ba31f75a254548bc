// SPDX-License-Identifier: MIT
// A card: in the loop, or to be read with its controls. One body size holds for the whole deck at
// one text size, so nothing jumps from card to card; what does not fit becomes pages, which say so.
#include "scene/patient/patient_builders.h"

#include <assert.h>

static const double LARGER = 1.4;

int read_size_px(const struct scene_builder *builder) {
    const struct metrics *m = builder->metrics;
    const int sizes[] = {m->read_px, (int)(m->read_px * LARGER), m->largest_px};
    static_assert(COUNT_OF(sizes) == TEXT_SIZE_COUNT, "a text size is missing");
    return sizes[builder->view->text_size];
}

struct flow read_flow(const struct scene_builder *builder, const struct document *body,
                      const struct read_style *style) {
    struct flow_style flow = {
        .width_px = style->column.w,
        .height_px = style->column.h,
        .first_page_used_px = style->first_used_px,
        .next_page_used_px = style->next_used_px,
        .size_px = style->size_px,
        .is_right_to_left = builder->language->words.is_right_to_left,
        .fills_pages = style->fills_pages,
    };
    return flow_build(body, &flow, builder->source->fonts, builder->arena);
}

bool read_flow_is_better(const struct flow *flow, const struct flow *other) {
    bool is_whole = !flow->has_torn_sentence && other->has_torn_sentence;
    return flow->page_count < other->page_count ||
           (flow->page_count == other->page_count && is_whole);
}

struct card_picture card_picture_find(const struct scene_builder *builder,
                                      const struct card *card) {
    const struct document *body = &card->body;
    struct card_picture found = {.words = *body};
    struct block *words = ARENA_ARRAY(builder->arena, struct block, body->count + 1);
    int count = 0, pictures = 0;
    for (int i = 0; i < body->count; i++) {
        if (body->blocks[i].kind != BLOCK_PICTURE) {
            words[count++] = body->blocks[i];
            continue;
        }
        pictures++;
        found.plan.name = arena_text(builder->arena, body->blocks[i].text);
        found.plan.width = body->blocks[i].picture_w;
        found.plan.height = body->blocks[i].picture_h;
    }
    if (pictures != 1 || found.plan.width == 0) {
        return (struct card_picture){.words = *body};
    }
    found.words = (struct document){words, count};
    return found;
}

static int page_of_word(const struct flow *flow, int word) {
    int page = 0;
    while (page + 1 < flow->page_count && word >= flow->pages[page].word_count) {
        word -= flow->pages[page++].word_count;
    }
    return page;
}

void page_choose(struct scene_builder *builder, const struct flow *flow) {
    struct scene *scene = builder->scene;
    int wanted = builder->view->page;
    pages_set(builder, flow->page_count);
    if (wanted < 0) {
        scene->page = page_of_word(flow, VIEW_AT_WORD - wanted);
    }
    for (int i = 0; i < scene->page; i++) {
        scene->first_word += flow->pages[i].word_count;
    }
}

void page_draw(struct scene_builder *builder, const struct flow *flow,
               const struct read_style *style) {
    const struct scene *scene = builder->scene;
    if (flow->page_count == 0) {
        return; // its one picture cannot be read
    }
    struct rect column = style->column;
    builder_take_top(&column, scene->page == 0 ? style->first_used_px : style->next_used_px, 0);
    builder_page(builder, column, &flow->pages[scene->page], COLOUR_INK);
}

int page_note_draw(struct scene_builder *builder, struct rect room, enum colour colour) {
    const char *note = page_note(builder, builder->scene->page, builder->scene->page_count);
    struct look look = {builder->metrics->small_px, WEIGHT_SEMIBOLD, colour, ALIGN_END};
    if (!note) {
        return 0;
    }
    struct label label = builder_measure(builder, note, look);
    builder_label(builder, room, &label);
    return label.width_px + look.size_px;
}

void screen_card_build(struct scene_builder *builder) {
    const struct language *language = builder->language;
    int at = int_max(int_min(builder->view->card, language->card_count - 1), 0);
    (builder->view->is_cycling ? card_loop_build : card_read_build)(builder, &language->cards[at]);
}
