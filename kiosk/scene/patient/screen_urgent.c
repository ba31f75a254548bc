// SPDX-License-Identifier: MIT
// Urgent help: each heading of its file is one call. The first, without a number, is the hero on a
// red ground; the numbers of the others stand large in one column, each with what its heading says
// before and after it, and the words below. All calls stand on the first page: where their words do
// not fit beside them in letters that can be read, these follow on a second page.
#include "scene/frame.h"
#include "scene/patient/patient_builders.h"
#include "scene/patient/urgent_rows.h"

#include "content/phone/numbers.h"

static const double HERO_U = 27, HERO_TALL_U = 56, HERO_LETTERS_U = 10.4,
                    HERO_LETTERS_TALL_U = 12.6;

struct hero {
    struct label title, heading;
    struct read_style style;
    struct flow words;
    struct rect at;
    const char *drawing;
    int drawing_px;
};

bool urgent_title_is_call(const struct scene_builder *builder) {
    return numbers_has_digit(builder->language->urgent.title);
}

// Without a first call that has no number, the title is the hero.
static struct hero plan_hero(const struct scene_builder *builder, const struct urgent_call *call,
                             bool is_whole) {
    const struct metrics *m = builder->metrics;
    const struct card *card = &builder->language->urgent;
    int pad = builder_tight_px(builder, 2, 3.2),
        height = builder_either_px(builder, HERO_U, HERO_TALL_U);
    struct hero hero = {.drawing = is_whole && !m->is_cramped ? card->drawing : NULL};
    hero.drawing_px = hero.drawing ? height - pad / 2 : 0;
    int width = m->width_px - 2 * m->margin_px - hero.drawing_px;
    int size = builder_either_px(builder, HERO_LETTERS_U, HERO_LETTERS_TALL_U);
    struct look look = {size, WEIGHT_BOLD, COLOUR_ON_HERO, ALIGN_START};
    struct str heading = call ? call->before : card->title;
    hero.heading = builder_fit(builder, heading, look, (struct fit){width, 2, m->label_px});
    builder_set_pitch(&hero.heading, 1.1);
    look = (struct look){m->label_px, WEIGHT_SEMIBOLD, COLOUR_ON_HERO, ALIGN_START};
    bool has_title = call && (is_whole || urgent_title_is_call(builder));
    hero.title = builder_wrap(builder, has_title ? card->title : str_from(""), look, width);
    hero.title.height_px = has_title ? hero.title.height_px : 0;
    int least = m->px_per_mm > 0 ? m->body_px : builder_px(builder, 4);
    hero.style =
        (struct read_style){.size_px = least, .column = {m->margin_px, 0, width, m->height_px}};
    if (call) {
        hero.words = read_flow(builder, &call->words, &hero.style);
    }
    int used = hero.title.height_px + hero.heading.height_px + 2 * pad +
               (hero.words.page_count > 0 ? hero.words.pages[0].height_px : 0);
    height = used > height || m->is_cramped ? used : height;
    hero.at = (struct rect){0, 0, m->width_px, height};
    return hero;
}

static void draw_hero(struct scene_builder *builder, const struct hero *hero) {
    const struct metrics *m = builder->metrics;
    int used = hero->title.height_px + hero->heading.height_px +
               (hero->words.page_count > 0 ? hero->words.pages[0].height_px : 0);
    struct rect room = hero->style.column, line = hero->at;
    builder_shape(builder, hero->at, COLOUR_HERO, 0);
    line.y = hero->at.h - m->stroke_px;
    line.h = m->stroke_px;
    builder_shape(builder, line, COLOUR_URGENT, 0);
    room.y = (hero->at.h - used) / 2;
    if (hero->title.height_px > 0) {
        room.y = builder_below(builder, room, &hero->title);
    }
    room.y = builder_below(builder, room, &hero->heading);
    if (hero->words.page_count > 0) {
        builder_page(builder, room, &hero->words.pages[0], COLOUR_ON_HERO);
        builder->scene->word_count += hero->words.pages[0].word_count;
    }
    if (hero->drawing) {
        struct rect square = {m->width_px - m->margin_px - hero->drawing_px,
                              hero->at.h - hero->drawing_px, hero->drawing_px, hero->drawing_px};
        builder_drawing(builder, square, hero->drawing);
    }
}

struct urgent_plan {
    bool is_hero_whole;
    bool has_details; // which stand on pages of their own
    struct urgent_sizes sizes;
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

static struct urgent_sizes least_sizes(const struct scene_builder *builder) {
    const struct metrics *m = builder->metrics;
    int words = m->px_per_mm > 0 ? m->body_px : builder_px(builder, 3.6);
    return (struct urgent_sizes){.number_px = builder_px(builder, 9), .words_px = words};
}

static struct urgent_sizes most_sizes(const struct scene_builder *builder,
                                      const struct urgent_sizes *least, enum text_size text_size) {
    static const double growth[TEXT_SIZE_COUNT] = {1.0, 1.4, 2.0};
    int words = (int)(builder_either_px(builder, 4.4, 5.2) * growth[text_size]);
    return (struct urgent_sizes){.number_px = builder_either_px(builder, 11.4, 18),
                                 .words_px = words > least->words_px ? words : least->words_px};
}

// From the fullest form to the barest. Larger letters make nothing smaller than it was, and part no
// call from its words.
static struct urgent_plan plan_urgent(const struct scene_builder *builder,
                                      const struct urgent_calls *calls, enum text_size text_size) {
    struct size_range range = {.least = least_sizes(builder)};
    struct urgent_sizes *least = &range.least, *most = &range.most;
    *most = most_sizes(builder, least, text_size);
    struct urgent_plan before = {.is_hero_whole = true};
    if (text_size > TEXT_NORMAL) {
        before = plan_urgent(builder, calls, text_size - 1);
        least->words_px = before.sizes.words_px;
        most->number_px = least->number_px = before.sizes.number_px;
    }
    int forms = calls->all_have_numbers && text_size == TEXT_NORMAL ? 2 * URGENT_DETAIL_COUNT : 2;
    for (int i = 0; i < forms; i++) {
        struct urgent_plan plan = {.is_hero_whole = i % 2 == 0};
        least->detail = (enum urgent_detail)(i / 2);
        plan.has_details = least->detail != URGENT_WHOLE;
        if (try_plan(builder, calls, &plan, &range)) {
            return plan;
        }
    }
    before.sizes.number_px = least->number_px;
    before.sizes.words_px = least->words_px;
    return before;
}

// Fills in the page of each row; returns how many pages there are.
static int share_out(const struct urgent_rows *rows, int first_room, int room, int *pages) {
    int page = 0, used = 0;
    for (int i = 0; i < rows->count; i++) {
        int most = page == 0 ? first_room : room;
        if (used > 0 && used + rows->list[i].height_px > most) {
            page++;
            used = 0;
        }
        used += rows->list[i].height_px;
        pages[i] = page;
    }
    return page + 1;
}

struct urgent_pages {
    struct hero hero;
    struct urgent_rows brief; // of the first page, where the details stand behind it
    struct urgent_rows rows;
    int *pages;        // of each row
    int count, top_px; // of the pages; where rows begin on later ones
};

static struct urgent_pages build_pages(const struct scene_builder *builder,
                                       const struct urgent_calls *calls,
                                       const struct urgent_plan *plan) {
    struct urgent_pages pages = {.hero = plan_hero(builder, calls->hero, plan->is_hero_whole)};
    int bottom = floor_top_px(builder), first = bottom - pages.hero.at.h;
    // Patients are never without a number that the title says.
    pages.top_px = urgent_title_is_call(builder) ? pages.hero.at.h : 0;
    struct urgent_sizes sizes = plan->sizes;
    sizes.room_px = first;
    if (plan->has_details) {
        pages.brief = urgent_rows_build(builder, calls, &sizes);
        sizes.room_px = first = bottom - pages.top_px;
    }
    sizes.detail = URGENT_WHOLE;
    pages.rows = urgent_rows_build(builder, calls, &sizes);
    pages.pages = ARENA_ARRAY(builder->arena, int, pages.rows.count + 1);
    pages.count = share_out(&pages.rows, first, bottom - pages.top_px, pages.pages);
    return pages;
}

static void draw_pages(struct scene_builder *builder, const struct urgent_pages *pages) {
    int bottom = floor_top_px(builder), before = pages->brief.count > 0;
    pages_set(builder, pages->count + before);
    int page = builder->scene->page;
    int y = page == 0 ? pages->hero.at.h : pages->top_px;
    struct urgent_rows shown = {.columns = pages->rows.columns};
    for (int i = 0; i < pages->rows.count; i++) {
        if (pages->pages[i] == page - before) {
            shown.list = shown.count == 0 ? &pages->rows.list[i] : shown.list;
            shown.height_px += pages->rows.list[i].height_px;
            shown.count++;
        }
    }
    if (y > 0) {
        draw_hero(builder, &pages->hero);
    }
    urgent_rows_draw(builder, before && page == 0 ? &pages->brief : &shown,
                     (struct rect){0, y, 0, bottom - y});
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
    draw_pages(builder, &pages);
    floor_draw_row(builder);
    if (builder->metrics->is_portrait) {
        header_draw(builder, 0);
    }
    pages_draw(builder, BUTTON_NEXT, (struct button){0});
}
