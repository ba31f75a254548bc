// SPDX-License-Identifier: MIT
// Urgent help: each heading of urgent-help.md and what stands below it is one bar, reception first,
// because that is the order of the file. All bars stand on one page wherever the letters allow it.
#include "scene/screens.h"

struct bar {
    struct label heading;
    struct flow words;
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
};

static struct bar build_bar(const struct sketch *sketch, const struct block *heading,
                            struct document words, struct bar_sizes sizes) {
    int width = bar_text_width(sketch);
    struct look look = {sizes.heading_px, WEIGHT_BOLD, COLOUR_INK, ALIGN_START};
    struct bar bar = {0};
    bar.heading = sketch_wrap(sketch, heading ? heading->text : (struct str){0}, look, width);
    bar.heading.height_px = heading ? bar.heading.height_px : 0;
    struct flow_style style = {
        .width_px = width,
        .height_px = 1 << 20, // a bar is never split; whole bars go to another page
        .sizes_px = &sizes.words_px,
        .size_count = 1,
        .measure_em = 60,
        .is_right_to_left = sketch->language->words.is_right_to_left,
    };
    bar.words = flow_build(&words, &style, sketch->source->fonts, sketch->arena);
    bar.height_px = bar.heading.height_px + 2 * pad_px(sketch);
    bar.height_px += bar.words.page_count > 0 ? bar.words.pages[0].height_px : 0;
    return bar;
}

static struct bars build_bars(const struct sketch *sketch, struct bar_sizes sizes) {
    const struct document *body = &sketch->language->urgent.body;
    struct bars bars = {ARENA_ARRAY(sketch->arena, struct bar, body->count + 1), 0};
    for (int i = 0; i < body->count;) {
        const struct block *heading =
            body->blocks[i].kind == BLOCK_HEADING ? &body->blocks[i] : NULL;
        i += heading ? 1 : 0;
        struct document words = blocks_until_heading(body, i);
        i += words.count;
        bars.list[bars.count++] = build_bar(sketch, heading, words, sizes);
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

static bool find_grown_bars(const struct sketch *sketch, int room_px, struct bars *bars) {
    int sizes[BODY_SIZE_LIMIT];
    int count = body_sizes(sketch, sketch->view->text_size, sizes);
    double most_u = sketch_metrics(sketch)->is_portrait ? MOST_PORTRAIT_U : MOST_LANDSCAPE_U;
    int most = sketch_px(sketch, most_u);
    most = most > sizes[count - 1] ? most : sizes[count - 1];
    for (int i = 0; i < count; i++) {
        if (sizes[i] <= most) {
            *bars = build_bars(sketch, (struct bar_sizes){sizes[i] * 23 / 20, sizes[i]});
            if (bars_height(sketch, bars) <= room_px) {
                return true;
            }
        }
    }
    return false;
}

// Calls for help that stand together on one screen are worth more than large explanations: the
// headings, which say whom to call, keep their size, and the lines below them give way.
static bool find_close_bars(const struct sketch *sketch, int room_px, struct bars *bars) {
    static const double shares[] = {0.85, 0.75, 0.65, 0.58, 0.5};
    int sizes[BODY_SIZE_LIMIT];
    int count = body_sizes(sketch, sketch->view->text_size, sizes);
    int heading = sizes[count - 1];
    for (int i = 0; i < COUNT_OF(shares); i++) {
        int words = (int)(heading * shares[i]);
        int least = sketch_metrics(sketch)->small_px;
        *bars = build_bars(sketch, (struct bar_sizes){heading, words > least ? words : least});
        if (bars_height(sketch, bars) <= room_px) {
            return true;
        }
    }
    return false;
}

// The first bar of each page; whole bars only, so that no call is parted from its number.
static int page_starts(const struct sketch *sketch, const struct bars *bars, int room_px,
                       int *starts) {
    int pages = 0;
    int used = room_px + 1;
    for (int i = 0; i < bars->count; i++) {
        int height = bars->list[i].height_px;
        if (used + gap_px(sketch) + height > room_px) {
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
    if (bar->words.page_count > 0) {
        sketch_page(sketch, words, &bar->words.pages[0]);
        sketch->scene->word_count += bar->words.pages[0].word_count;
    }
}

static void draw_bars(struct sketch *sketch, const struct bars *bars, struct rect room) {
    struct scene *scene = sketch->scene;
    int *starts = ARENA_ARRAY(sketch->arena, int, bars->count + 1);
    scene->page_count = page_starts(sketch, bars, room.h, starts);
    starts[scene->page_count] = bars->count;
    scene->page_count = scene->page_count > 0 ? scene->page_count : 1;
    int page = sketch->view->page;
    scene->page = page < 0 ? 0 : page < scene->page_count ? page : scene->page_count - 1;
    int y = room.y;
    for (int i = starts[scene->page]; i < starts[scene->page + 1]; i++) {
        struct rect at = {room.x, y, room.w, bars->list[i].height_px};
        draw_bar(sketch, &bars->list[i], at);
        y += at.h + gap_px(sketch);
    }
}

static struct rect room_below(const struct sketch *sketch, int top) {
    const struct metrics *m = sketch_metrics(sketch);
    return (struct rect){m->margin_px, top, m->width_px - 2 * m->margin_px,
                         navigation_content_bottom_px(sketch) - top};
}

void screen_urgent_build(struct sketch *sketch) {
    const struct metrics *m = sketch_metrics(sketch);
    header_draw(sketch, m->width_px - m->margin_px, NULL);
    struct rect whole = room_below(sketch, m->header_px);
    int top = heading_below_px(sketch, sketch->language->urgent.title);
    struct rect room = room_below(sketch, top);
    struct bars bars = {0};
    bool is_whole = !find_grown_bars(sketch, room.h, &bars) &&
                    !find_close_bars(sketch, room.h, &bars) &&
                    find_close_bars(sketch, whole.h, &bars);
    if (is_whole) {
        room = whole;
    } else {
        heading_draw(sketch, sketch->language->urgent.title);
    }
    draw_bars(sketch, &bars, room);
    pages_draw(sketch, (struct button){.kind = BUTTON_PLAIN,
                                       .action = {ACTION_CLOSE, 0},
                                       .words = sketch_word(sketch, WORD_BACK),
                                       .icon_before = widget_backward_icon(sketch)});
}
