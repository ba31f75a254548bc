// SPDX-License-Identifier: MIT
// Urgent help: each heading of urgent-help.md and what stands below it is one bar, reception first,
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

static int pad_px(const struct sketch *sketch) {
    return sketch_px(sketch, sketch_metrics(sketch)->is_cramped ? 0.4 : 1.1);
}

static int gap_px(const struct sketch *sketch) {
    return sketch_px(sketch, sketch_metrics(sketch)->is_cramped ? 0.8 : 1.6);
}

static int bar_text_width(const struct sketch *sketch) {
    const struct metrics *m = sketch_metrics(sketch);
    return m->width_px - 2 * m->margin_px - sketch_px(sketch, 6.0);
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
static struct label plan_bar_heading(const struct sketch *sketch, const struct block *heading,
                                     struct bar_sizes sizes) {
    int width = bar_text_width(sketch);
    int most = sizes.room_px / 2;
    struct str text = heading ? heading->text : str_from("");
    struct look look = {sizes.heading_px, WEIGHT_BOLD, COLOUR_INK, ALIGN_START};
    struct label label = sketch_wrap(sketch, text, look, width);
    while (label.height_px > most && look.size_px > sketch_metrics(sketch)->small_px) {
        look.size_px = look.size_px * 9 / 10;
        label = sketch_wrap(sketch, text, look, width);
    }
    if (label.height_px > most) {
        label.paragraph.line_count = most / label.pitch_px;
        label.height_px = label.paragraph.line_count * label.pitch_px;
    }
    return label;
}

static struct flow flow_words(const struct sketch *sketch, const struct document *words,
                              int height_px, int size_px) {
    struct flow_style style = {
        .width_px = bar_text_width(sketch),
        .height_px = height_px,
        .sizes_px = &size_px,
        .size_count = 1,
        .measure_em = 60,
        .is_right_to_left = sketch->language->words.is_right_to_left,
    };
    return flow_build(words, &style, sketch->source->fonts, sketch->arena);
}

static void add_bar(const struct sketch *sketch, struct bars *bars, const struct label *heading,
                    const struct page *words) {
    bars->list = arena_grow(sketch->arena, bars->list, bars->count, sizeof *bars->list);
    int words_px = words ? words->height_px : 0;
    bars->list[bars->count++] =
        (struct bar){*heading, words, heading->height_px + words_px + 2 * pad_px(sketch)};
}

static struct bars build_bars(const struct sketch *sketch, struct bar_sizes sizes) {
    const struct document *body = &sketch->language->urgent.body;
    struct bars bars = {0};
    for (int i = 0; i < body->count;) {
        const struct block *heading =
            body->blocks[i].kind == BLOCK_HEADING ? &body->blocks[i] : NULL;
        i += heading ? 1 : 0;
        struct document words = blocks_until_heading(body, i);
        i += words.count;
        struct label label = plan_bar_heading(sketch, heading, sizes);
        int room = sizes.room_px - label.height_px - 2 * pad_px(sketch);
        struct flow flow = flow_words(sketch, &words, room, sizes.words_px);
        for (int page = 0; page < flow.page_count; page++) {
            add_bar(sketch, &bars, &label, &flow.pages[page]);
        }
        if (flow.page_count == 0 && heading) {
            add_bar(sketch, &bars, &label, NULL);
        }
    }
    return bars;
}

static int bars_height(const struct sketch *sketch, const struct bars *bars) {
    int height = 0;
    for (int i = 0; i < bars->count; i++) {
        height += bars->list[i].height_px + (i > 0 ? gap_px(sketch) : 0);
    }
    return height;
}

bool urgent_title_is_call(const struct sketch *sketch) {
    return numbers_has_digit(sketch->language->urgent.title);
}

struct bar_plan {
    struct bar_sizes sizes;
    bool has_title;
    bool is_found; // everything stands on one page
};

static int room_px(const struct sketch *sketch, bool has_title) {
    int top = has_title ? heading_below_px(sketch, sketch->language->urgent.title)
                        : sketch_metrics(sketch)->header_px;
    return navigation_content_bottom_px(sketch) - top;
}

// Takes the sizes when all bars fit one page with them, and nothing is smaller than `least`. The
// bars of a trial are thrown away with the trial's arena.
static void try_sizes(const struct sketch *trial, struct bar_plan *plan, struct bar_sizes sizes,
                      struct bar_sizes least) {
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
static void try_grown(const struct sketch *sketch, struct bar_plan *plan, enum text_size text_size,
                      struct bar_sizes least) {
    int sizes[BODY_SIZE_LIMIT];
    int count = body_sizes(sketch, text_size, sizes);
    double most_u = sketch_metrics(sketch)->is_portrait ? MOST_PORTRAIT_U : MOST_LANDSCAPE_U;
    int most = sketch_px(sketch, most_u) * sizes[count - 1] / sketch_metrics(sketch)->body_px;
    for (int i = 0; i < count; i++) {
        if (sizes[i] <= most) {
            try_sizes(sketch, plan, (struct bar_sizes){sizes[i] * 23 / 20, sizes[i], 0}, least);
        }
    }
}

// Calls for help that stand together on one screen are worth more than large explanations: the
// headings, which say whom to call, keep their size, and the lines below them give way.
static void try_close(const struct sketch *sketch, struct bar_plan *plan, int heading_px,
                      struct bar_sizes least) {
    static const double shares[] = {0.9, 0.8, 0.7, 0.6, 0.5};
    for (int i = 0; i < COUNT_OF(shares); i++) {
        int words = (int)(heading_px * shares[i]);
        try_sizes(sketch, plan, (struct bar_sizes){heading_px, words, 0}, least);
    }
    try_sizes(sketch, plan, (struct bar_sizes){heading_px, least.words_px, 0}, least);
}

// The last resort before a second page: headings give way too, down to what they had before.
static void try_modest(const struct sketch *sketch, struct bar_plan *plan, int heading_px,
                       struct bar_sizes least) {
    for (int percent = 95; percent >= 60; percent -= 5) {
        try_close(sketch, plan, heading_px * percent / 100, least);
    }
    try_close(sketch, plan, least.heading_px, least);
}

// A larger text size never makes anything smaller than the size before it did. The title gives way
// to the bars, unless it is a call itself.
static struct bar_plan plan_bars(const struct sketch *sketch, enum text_size text_size) {
    struct bar_sizes least = {0, sketch_metrics(sketch)->small_px, 0};
    if (text_size > TEXT_NORMAL) {
        least = plan_bars(sketch, text_size - 1).sizes;
    }
    int sizes[BODY_SIZE_LIMIT] = {0};
    int count = body_sizes(sketch, text_size, sizes);
    int heading = sizes[count - 1];
    struct bar_plan plan = {.has_title = true};
    try_grown(sketch, &plan, text_size, least);
    try_close(sketch, &plan, heading, least);
    if (!plan.is_found) {
        plan.has_title = urgent_title_is_call(sketch);
        if (!plan.has_title) {
            try_grown(sketch, &plan, text_size, least);
            try_close(sketch, &plan, heading, least);
        }
        if (text_size > TEXT_NORMAL) {
            try_modest(sketch, &plan, heading, least);
        }
    }
    if (!plan.is_found) {
        plan.has_title = true;
        plan.sizes = (struct bar_sizes){heading, heading * 3 / 5, 0};
        plan.sizes.heading_px = heading > least.heading_px ? heading : least.heading_px;
        plan.sizes.words_px =
            plan.sizes.words_px > least.words_px ? plan.sizes.words_px : least.words_px;
    }
    return plan;
}

// The first bar of each page; whole bars only, so that no call is parted from its number.
static int page_starts(const struct sketch *sketch, const struct bars *bars, int height_px,
                       int *starts) {
    int pages = 0;
    int used = height_px + 1;
    for (int i = 0; i < bars->count; i++) {
        int height = bars->list[i].height_px;
        if (used + gap_px(sketch) + height > height_px) {
            starts[pages++] = i;
            used = -gap_px(sketch);
        }
        used += gap_px(sketch) + height;
    }
    return pages;
}

static void draw_bar(struct sketch *sketch, const struct bar *bar, struct rect at) {
    int stripe = sketch_px(sketch, 1.0);
    struct scene_item *box = sketch_box(sketch, at, sketch_colour(sketch, COLOUR_CARD), 0);
    box->radius_px = sketch_px(sketch, 1.2);
    box->is_decoration = true;
    struct rect side = {at.x, at.y, stripe, at.h};
    box = sketch_box(sketch, side, sketch_colour(sketch, COLOUR_URGENT), 0);
    box->radius_px = stripe / 2;
    box->is_decoration = true;
    struct rect words = {at.x + sketch_px(sketch, 4.0), at.y + pad_px(sketch),
                         bar_text_width(sketch), bar->heading.height_px};
    sketch_label(sketch, words, &bar->heading);
    words.y += bar->heading.height_px;
    if (bar->words) {
        sketch_page(sketch, words, bar->words);
        sketch->scene->word_count += bar->words->word_count;
    }
}

static void draw_bars(struct sketch *sketch, const struct bars *bars, struct rect room) {
    struct scene *scene = sketch->scene;
    if (bars->count == 0) {
        return; // a picture alone
    }
    int *starts = ARENA_ARRAY(sketch->arena, int, bars->count + 1);
    int page_count = page_starts(sketch, bars, room.h, starts);
    starts[page_count] = bars->count;
    pages_set(sketch, page_count);
    int y = room.y;
    for (int i = starts[scene->page]; i < starts[scene->page + 1]; i++) {
        struct rect at = {room.x, y, room.w, bars->list[i].height_px};
        draw_bar(sketch, &bars->list[i], at);
        y += at.h + gap_px(sketch);
    }
}

void screen_urgent_build(struct sketch *sketch) {
    const struct metrics *m = sketch_metrics(sketch);
    header_draw(sketch, m->width_px - m->margin_px, NULL);
    struct arena trials = {0};
    struct sketch trial = *sketch;
    trial.arena = &trials;
    struct bar_plan plan = plan_bars(&trial, sketch->view->text_size);
    arena_finish(&trials);
    int height = room_px(sketch, plan.has_title);
    plan.sizes.room_px = height;
    struct bars bars = build_bars(sketch, plan.sizes);
    if (plan.has_title) {
        heading_draw(sketch, sketch->language->urgent.title);
    }
    struct rect room = {m->margin_px, navigation_content_bottom_px(sketch) - height,
                        m->width_px - 2 * m->margin_px, height};
    draw_bars(sketch, &bars, room);
    pages_draw(sketch, (struct button){.kind = BUTTON_PLAIN,
                                       .action = {ACTION_CLOSE, 0},
                                       .words = sketch_word(sketch, WORD_BACK),
                                       .icon_before = widget_backward_icon(sketch)});
}
