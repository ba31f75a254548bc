// SPDX-License-Identifier: MIT
// Urgent help: each heading of its file and what stands below it is one bar, reception first,
// because that is the order of the file. All bars stand on one page wherever the letters allow it.
// What is too much for one bar becomes several, each with the heading, so that nothing is cut off.
#include "scene/frame.h"
#include "scene/patient/patient_builders.h"

#include "content/phone/numbers.h"
#include "layout/flow.h"

struct bar {
    struct label heading;
    const struct page *words; // NULL: there is a heading alone
    int height_px;
};

struct bars {
    struct bar *list;
    int count;
};

static const double MOST_LANDSCAPE_U = 5.0; // letters of the lines below a heading
static const double MOST_PORTRAIT_U = 6.0;

static int pad_px(const struct scene_builder *builder) {
    return builder_tight_px(builder, 0.4, 1.1);
}

static int gap_px(const struct scene_builder *builder) {
    return builder_tight_px(builder, 0.8, 1.6);
}

static int bar_text_width(const struct scene_builder *builder) {
    const struct metrics *m = builder->metrics;
    return m->width_px - 2 * m->margin_px - builder_px(builder, 6.0);
}

// The blocks from `first` up to the next heading.
static struct document blocks_until_heading(const struct document *body, int first) {
    struct document part = {body->blocks + first, 0};
    while (first + part.count < body->count &&
           body->blocks[first + part.count].kind != BLOCK_HEADING) {
        part.count++;
    }
    return part;
}

struct bar_sizes {
    int heading_px, words_px;
    int room_px; // no bar is higher
};

// At most half the room: staff may write a sentence where a call was meant.
static struct label plan_bar_heading(const struct scene_builder *builder,
                                     const struct block *heading, struct bar_sizes sizes) {
    int width = bar_text_width(builder);
    int most = sizes.room_px / 2;
    struct str text = heading ? heading->text : str_from("");
    struct look look = {sizes.heading_px, WEIGHT_BOLD, COLOUR_INK, ALIGN_START};
    struct label label = builder_wrap(builder, text, look, width);
    while (label.height_px > most && look.size_px > builder->metrics->small_px) {
        look.size_px = look.size_px * 9 / 10;
        label = builder_wrap(builder, text, look, width);
    }
    if (label.height_px > most) {
        label.paragraph.line_count = most / label.pitch_px;
        label.height_px = label.paragraph.line_count * label.pitch_px;
    }
    return label;
}

static struct flow flow_words(const struct scene_builder *builder, const struct document *words,
                              int height_px, int size_px) {
    struct flow_style style = {
        .width_px = bar_text_width(builder),
        .height_px = height_px,
        .sizes_px = &size_px,
        .size_count = 1,
        .measure_em = 60,
        .is_right_to_left = builder->language->words.is_right_to_left,
    };
    return flow_build(words, &style, builder->source->fonts, builder->arena);
}

static void add_bar(const struct scene_builder *builder, struct bars *bars,
                    const struct label *heading, const struct page *words) {
    bars->list = arena_grow(builder->arena, bars->list, bars->count, sizeof *bars->list);
    int words_px = words ? words->height_px : 0;
    bars->list[bars->count++] =
        (struct bar){*heading, words, heading->height_px + words_px + 2 * pad_px(builder)};
}

static struct bars build_bars(const struct scene_builder *builder, struct bar_sizes sizes) {
    const struct document *body = &builder->language->urgent.body;
    struct bars bars = {0};
    for (int i = 0; i < body->count;) {
        const struct block *heading =
            body->blocks[i].kind == BLOCK_HEADING ? &body->blocks[i] : NULL;
        i += heading ? 1 : 0;
        struct document words = blocks_until_heading(body, i);
        i += words.count;
        struct label label = plan_bar_heading(builder, heading, sizes);
        int room = sizes.room_px - label.height_px - 2 * pad_px(builder);
        struct flow flow = flow_words(builder, &words, room, sizes.words_px);
        for (int page = 0; page < flow.page_count; page++) {
            add_bar(builder, &bars, &label, &flow.pages[page]);
        }
        if (flow.page_count == 0 && heading) {
            add_bar(builder, &bars, &label, NULL);
        }
    }
    return bars;
}

static int bars_height(const struct scene_builder *builder, const struct bars *bars) {
    int height = 0;
    for (int i = 0; i < bars->count; i++) {
        height += bars->list[i].height_px + (i > 0 ? gap_px(builder) : 0);
    }
    return height;
}

bool urgent_title_is_call(const struct scene_builder *builder) {
    return numbers_has_digit(builder->language->urgent.title);
}

struct bar_plan {
    struct bar_sizes sizes;
    bool has_title;
    bool is_found; // everything stands on one page
};

static int room_px(const struct scene_builder *builder, bool has_title) {
    int top = has_title ? heading_below_px(builder, builder->language->urgent.title)
                        : builder->metrics->header_px;
    return navigation_content_bottom_px(builder) - top;
}

// Takes the sizes when all bars fit one page with them, and nothing is smaller than `least`. The
// bars of a trial are thrown away with the trial's arena.
static void try_sizes(const struct scene_builder *trial, struct bar_plan *plan,
                      struct bar_sizes sizes, struct bar_sizes least) {
    bool is_smaller = sizes.heading_px < least.heading_px || sizes.words_px < least.words_px;
    if (plan->is_found || is_smaller) {
        return;
    }
    arena_reset(trial->arena);
    sizes.room_px = room_px(trial, plan->has_title);
    struct bars bars = build_bars(trial, sizes);
    if (bars_height(trial, &bars) <= sizes.room_px) {
        plan->sizes = sizes;
        plan->is_found = true;
    }
}

// Headings and words grow together, up to a limit that grows with the text size.
static void try_grown(const struct scene_builder *builder, struct bar_plan *plan,
                      enum text_size text_size, struct bar_sizes least) {
    int sizes[BODY_SIZE_LIMIT];
    int count = body_sizes(builder, text_size, sizes);
    double most_u = builder->metrics->is_portrait ? MOST_PORTRAIT_U : MOST_LANDSCAPE_U;
    int most = builder_px(builder, most_u) * sizes[count - 1] / builder->metrics->body_px;
    for (int i = 0; i < count; i++) {
        if (sizes[i] <= most) {
            try_sizes(builder, plan, (struct bar_sizes){sizes[i] * 23 / 20, sizes[i], 0}, least);
        }
    }
}

// Calls for help that stand together on one screen are worth more than large explanations: the
// headings, which say whom to call, keep their size, and the lines below them give way.
static void try_close(const struct scene_builder *builder, struct bar_plan *plan, int heading_px,
                      struct bar_sizes least) {
    static const double shares[] = {0.9, 0.8, 0.7, 0.6, 0.5};
    for (int i = 0; i < COUNT_OF(shares); i++) {
        int words = (int)(heading_px * shares[i]);
        try_sizes(builder, plan, (struct bar_sizes){heading_px, words, 0}, least);
    }
    try_sizes(builder, plan, (struct bar_sizes){heading_px, least.words_px, 0}, least);
}

// The last resort before a second page: headings give way too, down to what they had before.
static void try_modest(const struct scene_builder *builder, struct bar_plan *plan, int heading_px,
                       struct bar_sizes least) {
    for (int percent = 95; percent >= 60; percent -= 5) {
        try_close(builder, plan, heading_px * percent / 100, least);
    }
    try_close(builder, plan, least.heading_px, least);
}

// A larger text size never makes anything smaller than the size before it did. The title gives way
// to the bars, unless it is a call itself.
static struct bar_plan plan_bars(const struct scene_builder *builder, enum text_size text_size) {
    struct bar_sizes least = {0, builder->metrics->small_px, 0};
    if (text_size > TEXT_NORMAL) {
        least = plan_bars(builder, text_size - 1).sizes;
    }
    int sizes[BODY_SIZE_LIMIT] = {0};
    int count = body_sizes(builder, text_size, sizes);
    int heading = sizes[count - 1];
    struct bar_plan plan = {.has_title = true};
    try_grown(builder, &plan, text_size, least);
    try_close(builder, &plan, heading, least);
    if (!plan.is_found) {
        plan.has_title = urgent_title_is_call(builder);
        if (!plan.has_title) {
            try_grown(builder, &plan, text_size, least);
            try_close(builder, &plan, heading, least);
        }
        if (text_size > TEXT_NORMAL) {
            try_modest(builder, &plan, heading, least);
        }
    }
    if (!plan.is_found) {
        plan.has_title = true;
        plan.sizes.heading_px = int_max(heading, least.heading_px);
        plan.sizes.words_px = int_max(heading * 3 / 5, least.words_px);
    }
    return plan;
}

static void draw_bar(struct scene_builder *builder, const struct bar *bar, struct rect at) {
    int stripe = builder_px(builder, 1.0);
    struct rect side = {at.x, at.y, stripe, at.h};
    builder_shape(builder, at, COLOUR_CARD, builder_px(builder, 1.2));
    builder_shape(builder, side, COLOUR_URGENT, stripe / 2);
    struct rect words = {at.x + builder_px(builder, 4.0), at.y + pad_px(builder),
                         bar_text_width(builder), 0};
    words.y = builder_below(builder, words, &bar->heading);
    if (bar->words) {
        builder_page(builder, words, bar->words);
        builder->scene->word_count += bar->words->word_count;
    }
}

// Whole bars only, so that no call is parted from its number.
static void draw_bars(struct scene_builder *builder, const struct bars *bars, struct rect room) {
    int *pages = ARENA_ARRAY(builder->arena, int, bars->count + 1);
    int page = 0, used = 0;
    for (int i = 0; i < bars->count; i++) {
        int height = bars->list[i].height_px;
        if (used > 0 && used + height > room.h) {
            page++;
            used = 0;
        }
        used += height + gap_px(builder);
        pages[i] = page;
    }
    pages_set(builder, page + 1);
    for (int i = 0; i < bars->count; i++) {
        if (pages[i] == builder->scene->page) {
            room.h = bars->list[i].height_px;
            draw_bar(builder, &bars->list[i], room);
            room.y += room.h + gap_px(builder);
        }
    }
}

void screen_urgent_build(struct scene_builder *builder) {
    const struct metrics *m = builder->metrics;
    header_draw(builder, m->width_px - m->margin_px, NULL);
    struct arena trials = {0};
    struct scene_builder trial = *builder;
    trial.arena = &trials;
    struct bar_plan plan = plan_bars(&trial, builder->view->text_size);
    arena_finish(&trials);
    int height = room_px(builder, plan.has_title);
    plan.sizes.room_px = height;
    struct bars bars = build_bars(builder, plan.sizes);
    if (plan.has_title) {
        heading_draw(builder, builder->language->urgent.title);
    }
    draw_bars(builder, &bars, frame_room(builder, navigation_content_bottom_px(builder) - height));
    pages_draw_close(builder);
}
