// SPDX-License-Identifier: MIT
// Urgent help: each heading of its file is one call. The first, without a number, is the hero on a
// red ground; the numbers of the others stand large in one column, each with what its heading says
// before and after it, and the words below. All calls stand on the first page: where their words do
// not fit beside them in letters that can be read, these follow on a second page.
#include "scene/patient/patient_builders.h"
#include "scene/patient/urgent_rows.h"

#include "content/phone/numbers.h"

static const double HERO_U = 27, HERO_TALL_U = 56, HERO_LETTERS_U = 10.4,
                    HERO_LETTERS_TALL_U = 12.6;

struct hero {
    struct label title, heading;
    struct flow words;
    struct rect at, room; // of its ground; of its words, as far as they reach
    int used_px;          // of that, in height
    const char *drawing;
    int drawing_px;
};

static bool is_title_call(const struct scene_builder *builder) {
    return numbers_has_digit(builder->language->urgent.title);
}

// Without a first call that has no number, the title is the hero.
static struct hero plan_hero(const struct scene_builder *builder, const struct urgent_call *call,
                             bool is_whole) {
    const struct metrics *m = builder->metrics;
    const struct card *card = &builder->language->urgent;
    int height = builder_either_px(builder, HERO_U, HERO_TALL_U);
    int pad = builder_tight_px(builder, 2, 3.2);
    struct hero hero = {.drawing = is_whole && !m->is_cramped ? card->drawing : NULL};
    hero.drawing_px = hero.drawing ? height - pad / 2 : 0;
    hero.room = builder_row(builder, 0, m->height_px);
    hero.room.w -= hero.drawing_px;
    int size = builder_either_px(builder, HERO_LETTERS_U, HERO_LETTERS_TALL_U);
    struct look look = {size, WEIGHT_BOLD, COLOUR_ON_HERO, ALIGN_START};
    hero.heading = builder_fit(builder, call ? call->before : card->title, look,
                               (struct fit){hero.room.w, 2, m->label_px});
    builder_set_pitch(&hero.heading, 1.1);
    hero.used_px = hero.heading.height_px;
    if (call && (is_whole || is_title_call(builder))) {
        look = (struct look){m->label_px, WEIGHT_SEMIBOLD, COLOUR_ON_HERO, ALIGN_START};
        hero.title = builder_wrap(builder, card->title, look, hero.room.w);
        hero.used_px += hero.title.height_px;
    }
    if (call) {
        struct read_style style = {.size_px = m->body_px, .column = hero.room};
        hero.words = read_flow(builder, &call->words, &style);
    }
    hero.used_px += hero.words.page_count > 0 ? hero.words.pages[0].height_px : 0;
    int least = hero.used_px + 2 * pad;
    hero.at = (struct rect){0, 0, m->width_px, m->is_cramped ? least : int_max(height, least)};
    return hero;
}

static void draw_hero(struct scene_builder *builder, const struct hero *hero) {
    const struct metrics *m = builder->metrics;
    struct rect room = hero->room;
    struct rect line = {0, hero->at.h - m->stroke_px, hero->at.w, m->stroke_px};
    builder_shape(builder, hero->at, COLOUR_HERO, 0);
    builder_shape(builder, line, COLOUR_URGENT, 0);
    room.y = (hero->at.h - hero->used_px) / 2;
    room.y = builder_below(builder, room, &hero->title);
    room.y = builder_below(builder, room, &hero->heading);
    if (hero->words.page_count > 0) {
        builder_page(builder, room, &hero->words.pages[0], COLOUR_ON_HERO);
    }
    if (hero->drawing) {
        int side = hero->drawing_px, x = m->width_px - m->margin_px - side;
        builder_drawing(builder, (struct rect){x, hero->at.h - side, side, side}, hero->drawing);
    }
}

struct urgent_plan {
    bool is_hero_whole;
    struct urgent_sizes sizes; // of the first page; less than whole, the details stand behind it
};

enum { STEPS = 12 };

// The largest sizes between these two with which all calls stand below the hero.
struct size_range {
    struct urgent_sizes least, most;
};

static bool try_plan(const struct scene_builder *builder, const struct urgent_calls *calls,
                     struct urgent_plan *plan, const struct size_range *range) {
    const struct urgent_sizes *least = &range->least, *most = &range->most;
    struct hero hero = plan_hero(builder, calls->hero, plan->is_hero_whole);
    for (int step = STEPS; step >= 0; step--) {
        struct urgent_sizes sizes = *least;
        sizes.number_px += (most->number_px - least->number_px) * step / STEPS;
        sizes.words_px += (most->words_px - least->words_px) * step / STEPS;
        sizes.room_px = floor_top_px(builder) - hero.at.h;
        if (urgent_rows_build(builder, calls, &sizes).height_px <= sizes.room_px) {
            plan->sizes = sizes;
            return true;
        }
    }
    return false;
}

static struct size_range find_range(const struct scene_builder *builder, enum text_size text_size) {
    static const double growth[TEXT_SIZE_COUNT] = {1.0, 1.4, 2.0};
    const struct metrics *m = builder->metrics;
    int least = m->px_per_mm > 0 ? m->body_px : builder_px(builder, 3.6);
    int most = (int)(builder_either_px(builder, 4.4, 5.2) * growth[text_size]);
    return (struct size_range){
        .least = {.number_px = builder_px(builder, 9), .words_px = least},
        .most = {.number_px = builder_either_px(builder, 11.4, 18),
                 .words_px = int_max(most, least)},
    };
}

// From the fullest form to the barest. Larger letters make nothing smaller than it was, and part no
// call from its words.
static struct urgent_plan plan_urgent(const struct scene_builder *builder,
                                      const struct urgent_calls *calls, enum text_size text_size) {
    struct size_range range = find_range(builder, text_size);
    struct urgent_sizes *least = &range.least, *most = &range.most;
    struct urgent_plan before = {.is_hero_whole = true, .sizes = *least};
    if (text_size > TEXT_NORMAL) {
        before = plan_urgent(builder, calls, text_size - 1);
        least->words_px = before.sizes.words_px;
        most->number_px = least->number_px = before.sizes.number_px;
    }
    int forms = calls->all_have_numbers && text_size == TEXT_NORMAL ? 2 * URGENT_DETAIL_COUNT : 2;
    for (int i = 0; i < forms; i++) {
        struct urgent_plan plan = {.is_hero_whole = i % 2 == 0};
        least->detail = (enum urgent_detail)(i / 2);
        if (try_plan(builder, calls, &plan, &range)) {
            return plan;
        }
    }
    return before;
}

struct urgent_pages {
    struct hero hero;
    struct urgent_rows *list;
    int count;
    int tops_px[2]; // where rows begin: on the first, and on later ones
};

static int top_px(const struct urgent_pages *pages, int page) {
    return pages->tops_px[page > 0];
}

// Shares the rows out over pages, of which each takes what it has room for.
static void share_out(const struct scene_builder *builder, const struct urgent_rows *rows,
                      struct urgent_pages *pages) {
    int bottom = floor_top_px(builder);
    struct urgent_rows *page = NULL;
    for (int i = 0; i < rows->count; i++) {
        int height = rows->list[i].height_px;
        if (!page || page->height_px + height > bottom - top_px(pages, pages->count - 1)) {
            page = &pages->list[pages->count++];
            *page = (struct urgent_rows){.list = &rows->list[i], .columns = rows->columns};
        }
        page->height_px += height;
        page->count++;
    }
}

static struct urgent_pages build_pages(const struct scene_builder *builder,
                                       const struct urgent_calls *calls,
                                       const struct urgent_plan *plan) {
    struct urgent_pages pages = {.hero = plan_hero(builder, calls->hero, plan->is_hero_whole)};
    bool has_details = plan->sizes.detail != URGENT_WHOLE;
    // Patients are never without a number that the title says.
    pages.tops_px[0] = pages.hero.at.h;
    pages.tops_px[1] = is_title_call(builder) ? pages.hero.at.h : 0;
    struct urgent_sizes sizes = plan->sizes;
    sizes.detail = URGENT_WHOLE;
    sizes.room_px = floor_top_px(builder) - top_px(&pages, has_details);
    struct urgent_rows rows = urgent_rows_build(builder, calls, &sizes);
    pages.list = ARENA_ARRAY(builder->arena, struct urgent_rows, rows.count + 2);
    if (has_details) {
        pages.list[pages.count++] = urgent_rows_build(builder, calls, &plan->sizes);
    }
    share_out(builder, &rows, &pages);
    return pages;
}

// A first call of very many words is a row like the others.
static struct urgent_calls find_calls(const struct scene_builder *builder) {
    struct urgent_calls calls = urgent_calls_find(builder);
    struct hero hero = plan_hero(builder, calls.hero, true);
    if (calls.hero && (hero.words.page_count > 1 || hero.at.h > floor_top_px(builder) * 2 / 3)) {
        calls.hero = NULL;
        calls.list--;
        calls.count++;
        calls.all_have_numbers = false;
    }
    return calls;
}

void screen_urgent_build(struct scene_builder *builder) {
    struct urgent_calls calls = find_calls(builder);
    struct arena trials = {0}; // what was only tried is thrown away
    struct scene_builder trial = *builder;
    trial.arena = &trials;
    struct urgent_plan plan = plan_urgent(&trial, &calls, builder->view->text_size);
    arena_finish(&trials);
    struct urgent_pages pages = build_pages(builder, &calls, &plan);
    pages_set(builder, pages.count);
    int page = builder->scene->page, top = top_px(&pages, page);
    if (top > 0) {
        draw_hero(builder, &pages.hero);
    }
    urgent_rows_draw(builder, &pages.list[page],
                     (struct rect){0, top, 0, floor_top_px(builder) - top});
    floor_draw_row(builder);
    if (builder->metrics->is_portrait) {
        header_draw(builder, 0);
    }
    pages_draw(builder, BUTTON_NEXT, (struct button){0});
}
