// SPDX-License-Identifier: MIT
// A card: label and title, the text in the largest letters that fit, the refer panel beside it. The
// idle loop and the reading patient see this same screen. A card that does not fit at its least
// size becomes pages, and says which page this is.
#include "layout/flow.h"
#include "scene/frame.h"
#include "scene/patient/patient_builders.h"

struct card_plan {
    const struct card *card;
    struct rect column; // of the text, in left-to-right coordinates
    struct label label, title;
    int first_used_px, next_used_px;
    bool has_note_row; // for the page number; it shares the label's row
    struct panel panel;
    struct flow flow;
};

enum { MEASURE_EM = 36 };                    // 75 characters a line
static const double LARGER_STEP = 1.2;       // a larger text is larger than what was shown
static const double GROWN_TITLE = 1.25;      // of a title, where
static const double GROWN_TITLE_FROM = 1.28; // the text has grown by this much
static const double LARGEST_BODY_U = 9.0;    // beyond this a column holds too few words

static struct rect card_column(const struct scene_builder *builder, struct rect panel) {
    const struct metrics *m = builder->metrics;
    struct rect room = frame_room(builder, m->header_px + builder_tight_px(builder, 0.2, 1.2));
    if (m->is_portrait) {
        room.h = panel.y - builder_px(builder, 3) - room.y;
    } else {
        room.w = panel.x - builder_tight_px(builder, 2.6, 4.0) - room.x;
    }
    return room;
}

static struct label plan_title(const struct scene_builder *builder, struct str title, int width_px,
                               double scale) {
    struct look look = {(int)(builder->metrics->title_px * scale), WEIGHT_BOLD, COLOUR_INK,
                        ALIGN_START};
    struct label label = builder_wrap(builder, title, look, width_px);
    if (label.paragraph.line_count > 2 || label.width_px > width_px) {
        look.size_px = look.size_px * 3 / 4;
        label = builder_wrap(builder, title, look, width_px);
    }
    return label;
}

static void plan_top(const struct scene_builder *builder, struct card_plan *plan,
                     double title_scale) {
    const struct metrics *m = builder->metrics;
    struct look look = {m->small_px, WEIGHT_SEMIBOLD, COLOUR_ACCENT, ALIGN_START};
    plan->label = builder_measure(builder, "", look);
    if (plan->card->label.size > 0 && !m->is_cramped) {
        plan->label = builder_wrap(builder, plan->card->label, look, plan->column.w);
    }
    plan->title = plan_title(builder, plan->card->title, plan->column.w, title_scale);
    bool has_row = plan->has_note_row || (plan->card->label.size > 0 && !m->is_cramped);
    int row = has_row ? plan->label.pitch_px + builder_px(builder, 0.4) : 0;
    plan->first_used_px = row + plan->title.height_px + builder_tight_px(builder, 0.4, 1.4);
    plan->next_used_px = m->is_cramped ? 0 : plan->label.pitch_px + builder_px(builder, 1.4);
}

static struct flow flow_at(const struct scene_builder *builder, const struct card_plan *plan,
                           const int *sizes, int size_count) {
    struct flow_style style = {
        .width_px = plan->column.w,
        .height_px = plan->column.h,
        .first_page_used_px = plan->first_used_px,
        .next_page_used_px = plan->next_used_px,
        .sizes_px = sizes,
        .size_count = size_count,
        .measure_em = MEASURE_EM,
        .is_right_to_left = builder->language->words.is_right_to_left,
        .pictures = builder->source->pictures,
    };
    return flow_build(&plan->card->body, &style, builder->source->fonts, builder->arena);
}

// What the reader sees at the text size before this one, so that "larger" never is the same.
static int shown_size(const struct scene_builder *builder, struct card_plan plan,
                      enum text_size size);

static int choose_sizes(const struct scene_builder *builder, const struct card_plan *plan,
                        enum text_size text_size, int *sizes) {
    int count = body_sizes(builder, text_size, sizes);
    if (text_size == TEXT_NORMAL) {
        return count;
    }
    int most = builder_px(builder, LARGEST_BODY_U);
    int before = shown_size(builder, *plan, text_size - 1);
    int least = (int)(before * LARGER_STEP);
    least = least > most ? most : least;
    least = least < sizes[count - 1] ? sizes[count - 1] : least;
    int kept = 0;
    while (kept < count && sizes[kept] > least) {
        kept++;
    }
    sizes[kept] = least;
    return kept + 1;
}

static int shown_size(const struct scene_builder *builder, struct card_plan plan,
                      enum text_size size) {
    int sizes[BODY_SIZE_LIMIT];
    int count = choose_sizes(builder, &plan, size, sizes);
    return flow_at(builder, &plan, sizes, count).size_px;
}

// Where the text has grown much, the title grows with it, as long as that takes no further page.
static void grow_title(const struct scene_builder *builder, struct card_plan *plan) {
    int body = builder->metrics->body_px;
    if (plan->flow.size_px < body * GROWN_TITLE_FROM) {
        return;
    }
    struct card_plan grown = *plan;
    plan_top(builder, &grown, GROWN_TITLE);
    if (grown.title.paragraph.line_count > plan->title.paragraph.line_count) {
        return;
    }
    grown.flow = flow_at(builder, &grown, &plan->flow.size_px, 1);
    if (grown.flow.page_count == plan->flow.page_count) {
        *plan = grown;
    }
}

static struct card_plan plan_card(const struct scene_builder *builder, const struct card *card) {
    struct card_plan plan = {.card = card, .panel = panel_plan(builder)};
    plan.column = card_column(builder, plan.panel.at);
    int sizes[BODY_SIZE_LIMIT];
    plan_top(builder, &plan, 1.0);
    int count = choose_sizes(builder, &plan, builder->view->text_size, sizes);
    plan.flow = flow_at(builder, &plan, sizes, count);
    if (plan.flow.page_count > 1 && !builder->metrics->is_cramped) {
        plan.has_note_row = true;
        plan_top(builder, &plan, 1.0);
        plan.flow = flow_at(builder, &plan, sizes + count - 1, 1);
    }
    if (!builder->metrics->is_cramped) {
        grow_title(builder, &plan);
    }
    return plan;
}

static void draw_row(struct scene_builder *builder, struct rect row, const struct label *start,
                     const char *note) {
    if (note) {
        builder_note(builder, row, note, ALIGN_END);
    }
    builder_label(builder, row, start);
}

// The first page has label and title; the others repeat the title in the label's place.
static void draw_top(struct scene_builder *builder, const struct card_plan *plan,
                     const char *note) {
    int page = builder->scene->page;
    struct rect row = plan->column;
    row.h = plan->label.pitch_px;
    if (page > 0 && builder->metrics->is_cramped) {
        return; // every line of a small page is for the text; the header says which page it is
    }
    if (page > 0) {
        int note_px = note ? builder_measure(builder, note, plan->label.look).width_px : 0;
        struct label title = builder_wrap(builder, plan->card->title, plan->label.look,
                                          row.w - note_px - builder_px(builder, 2));
        if (title.paragraph.line_count > 1) {
            title.paragraph.line_count = 1;
            title.height_px = title.pitch_px;
        }
        draw_row(builder, row, &title, note);
        return;
    }
    if (note || plan->label.width_px > 0) {
        draw_row(builder, row, &plan->label, note);
        row.y += row.h + builder_px(builder, 0.4);
    }
    builder_below(builder, row, &plan->title);
}

static void draw_page(struct scene_builder *builder, const struct card_plan *plan) {
    struct scene *scene = builder->scene;
    if (plan->flow.page_count == 0) {
        return; // its one picture cannot be read
    }
    struct rect column = plan->column;
    int used = scene->page == 0 ? plan->first_used_px : plan->next_used_px;
    column.y += used;
    column.h -= used;
    builder_page(builder, column, &plan->flow.pages[scene->page]);
}

void screen_card_build(struct scene_builder *builder) {
    const struct metrics *m = builder->metrics;
    struct scene *scene = builder->scene;
    const struct language *language = builder->language;
    int nearest = int_max(int_min(builder->view->card, language->card_count - 1), 0);
    const struct card *card = &language->cards[nearest];
    struct card_plan plan = plan_card(builder, card);
    pages_set(builder, plan.flow.page_count);
    if (plan.flow.page_count > 0) {
        scene->word_count = plan.flow.pages[scene->page].word_count;
    }
    const char *note = page_note(builder);
    struct rect panel = plan.panel.at;
    bool is_beside = !m->is_portrait && panel.y < m->header_px;
    int right = is_beside ? panel.x - m->gap_px : m->width_px - m->margin_px;
    bool is_said = header_draw(builder, right, note);
    draw_top(builder, &plan, is_said || m->is_cramped ? NULL : note);
    draw_page(builder, &plan);
    panel_draw(builder, &plan.panel);
    navigation_draw_card(builder);
    struct rect moving = plan.column;
    moving.w += moving.x;
    moving.x = 0;
    scene->sliding = builder_place(builder, moving);
}
