// SPDX-License-Identifier: MIT
// A card as somebody reads it who has touched the screen: its words, its drawing, the controls, and
// beside the words the floor rises to hold number and code. Where letters are large for the screen
// it becomes slim: the number in the top bar, a small code below it, and the words have the rest.
#include "scene/patient/read_plan.h"

static const double END_U = 51, CODE_U = 24, CODE_TALL_U = 32, NUMBER_U = 6.4, NUMBER_TALL_U = 8.2;
static const double SKY_U[] = {58, 34}; // of a portrait screen; less where it saves a page
static const double LONG_WORDS_U = 30;  // of a slim panel, in some languages
static const double BAR_U = 11.5, LARGE_BAR_U = 13, TITLE_PITCH_EM = 1.1;

enum { NOTE_EM = 4 };

// Of a landscape screen: the title stands beside it.
static bool has_bar(const struct read_plan *plan) {
    return plan->bar.x > 0;
}

// A picture of its own takes the place of the drawing.
static const char *drawing_of(const struct read_plan *plan) {
    return plan->picture.plan.name ? NULL : plan->card->drawing;
}

static void plan_titles(const struct scene_builder *builder, struct read_plan *plan) {
    const struct metrics *m = builder->metrics;
    int size = builder_either_px(builder, 7.8, 9), width = plan->style.column.w;
    struct look look = {m->is_cramped ? m->label_px * 6 / 5 : size, WEIGHT_BOLD, COLOUR_INK,
                        ALIGN_START};
    if (has_bar(plan)) {
        width = plan->bar.x - m->margin_px - builder_px(builder, 2);
    } else if (plan->is_slim) {
        width -= NOTE_EM * m->small_px; // "1 of 3" stands beside it
    }
    int least = plan->is_slim ? look.size_px : look.size_px * 9 / 10;
    plan->title = builder_fit(builder, plan->card->title, look, (struct fit){width, 2, least});
    builder_set_pitch(&plan->title, TITLE_PITCH_EM);
    look = (struct look){m->small_px, WEIGHT_SEMIBOLD, COLOUR_ACCENT, ALIGN_START};
    plan->above = builder_wrap(builder, plan->card->label, look, width);
}

static void plan_number(const struct scene_builder *builder, struct read_plan *plan) {
    const struct metrics *m = builder->metrics;
    int wanted = builder_either_px(builder, CODE_U, CODE_TALL_U);
    int number = builder_either_px(builder, NUMBER_U, NUMBER_TALL_U);
    if (plan->is_slim) {
        bool is_large = builder->view->text_size > TEXT_NORMAL; // the words need the width
        wanted = builder_either_px(builder, m->is_cramped && !is_large ? 24 : 20, 26);
        number = builder_either_px(builder, 8, 11);
    }
    plan->code = widget_code_plan(builder, wanted);
    plan->number = widget_number(builder, m->width_px * 3 / 5, number, COLOUR_ON_FLOOR);
    plan->number.look.align = m->is_portrait ? ALIGN_START : ALIGN_CENTRE;
}

// The end of a landscape screen.
static void plan_wide(const struct scene_builder *builder, struct read_plan *plan) {
    const struct metrics *m = builder->metrics;
    int floor = floor_top_px(builder), least = plan->number.width_px + builder_px(builder, 4);
    int end = int_max(builder_px(builder, END_U), least);
    int height = plan->code.side_px + plan->number.height_px +
                 read_panel_button(builder, end).height_px + builder_px(builder, 6.5);
    int x = m->width_px - end, top = m->header_px + builder_px(builder, 0.5);
    plan->panel = (struct rect){x, floor - height, end, height};
    plan->sky = (struct rect){x, m->header_px, end, plan->panel.y - m->header_px};
    plan->style.column = (struct rect){m->margin_px, top, x - m->margin_px - builder_px(builder, 4),
                                       floor - builder_px(builder, 0.5) - top};
}

static void plan_wide_slim(const struct scene_builder *builder, struct read_plan *plan) {
    const struct metrics *m = builder->metrics;
    int pad = builder_px(builder, 1.6), bar = plan->number.width_px + builder_px(builder, 5);
    struct label words = floor_words(builder, WORD_REFER_SHORT, plan->code.side_px, 3);
    bool is_long = words.look.size_px < m->label_px;
    int end =
        int_max(plan->code.side_px + 2 * pad, is_long ? builder_px(builder, LONG_WORDS_U) : 0);
    int height = builder_tight_px(builder, BAR_U, LARGE_BAR_U);
    plan->bar = (struct rect){m->width_px - bar, 0, bar, height};
    plan->panel = (struct rect){m->width_px - end, height, end, floor_top_px(builder) - height};
    plan->style.column = (struct rect){m->margin_px, builder_px(builder, 1),
                                       plan->panel.x - m->margin_px - builder_px(builder, 2.4),
                                       floor_top_px(builder) - builder_px(builder, 1.3)};
}

// The sky is as high as was asked, but a strip for the name where nothing stands in it.
static void plan_tall(const struct scene_builder *builder, struct read_plan *plan) {
    const struct metrics *m = builder->metrics;
    int height = plan->code.side_px + builder_px(builder, 5), floor = floor_top_px(builder);
    int sky = drawing_of(plan) ? plan->sky.h : builder_px(builder, 10);
    int top = sky + builder_px(builder, 4);
    plan->panel = (struct rect){0, floor - height, m->width_px, height};
    plan->sky = (struct rect){0, 0, m->width_px, sky};
    plan->style.column = builder_row(builder, top, plan->panel.y - builder_px(builder, 2) - top);
}

static void plan_tall_slim(const struct scene_builder *builder, struct read_plan *plan) {
    const struct metrics *m = builder->metrics;
    int height = plan->code.side_px + builder_px(builder, 3.2),
        top = height + builder_px(builder, 2);
    plan->bar = (struct rect){0, 0, m->width_px, height};
    plan->style.column = builder_row(builder, top, floor_top_px(builder) - top);
}

// What label and title take of the column; a slim landscape page has them in its bar.
static void plan_used(const struct scene_builder *builder, struct read_plan *plan) {
    const struct metrics *m = builder->metrics;
    int gap = builder_tight_px(builder, 0.6, 1.4), row = plan->above.pitch_px;
    struct read_style *style = &plan->style;
    style->first_used_px = plan->title.height_px + gap + (m->is_cramped ? 0 : row);
    style->next_used_px = row + gap;
    if (has_bar(plan)) {
        int least = plan->bar.h - builder_px(builder, 1);
        style->first_used_px = int_max(style->first_used_px, least);
        style->next_used_px = least;
    }
}

static int area_of(struct rect room, const struct picture_plan *picture) {
    struct rect at = builder_picture_fit(room, picture);
    return room.w > 0 && room.h > 0 ? at.w * at.h : 0;
}

// Beside the words or below them, wherever it is larger; alone it has the column. False where the
// words fill the page: then it stands among them.
static bool plan_picture(const struct scene_builder *builder, struct read_plan *plan) {
    const struct card_picture *picture = &plan->picture;
    struct rect room = plan->style.column;
    int gap = builder_px(builder, 2);
    builder_take_top(&room, plan->style.first_used_px, 0);
    room.h -= gap;
    if (!picture->plan.name || picture->words.count == 0) {
        plan->picture_at = picture->plan.name ? room : (struct rect){0};
        return picture->plan.name != NULL;
    }
    struct read_style narrow = plan->style;
    narrow.column.w = narrow.column.w * 52 / 100;
    struct flow below = read_flow(builder, &picture->words, &plan->style);
    struct flow beside = read_flow(builder, &picture->words, &narrow);
    struct rect at_side = room, at_foot = room;
    builder_take_start(&at_side, beside.page_count == 1 ? narrow.column.w : room.w, gap);
    builder_take_top(&at_foot, below.page_count == 1 ? below.pages[0].height_px : room.h, gap);
    bool is_beside = area_of(at_side, &picture->plan) > area_of(at_foot, &picture->plan);
    struct rect best = is_beside ? at_side : at_foot;
    if (area_of(best, &picture->plan) * 8 < room.w * room.h) {
        return false;
    }
    plan->picture_at = best;
    plan->flow = is_beside ? beside : below;
    plan->style = is_beside ? narrow : plan->style;
    return true;
}

static struct read_plan plan_read(const struct scene_builder *builder, const struct card *card,
                                  double sky_u) {
    const struct metrics *m = builder->metrics;
    static void (*const plans[2][2])(const struct scene_builder *, struct read_plan *) = {
        {plan_wide, plan_wide_slim}, {plan_tall, plan_tall_slim}};
    struct read_plan plan = {
        .card = card,
        .is_slim = m->is_cramped || builder->view->text_size == TEXT_LARGEST,
        .sky = {.h = builder_px(builder, sky_u)},
        .picture = card_picture_find(builder, card),
        // Each page is turned by hand, and not looked at for a while.
        .style = {.size_px = read_size_px(builder), .fills_pages = true},
    };
    plan_number(builder, &plan);
    plans[m->is_portrait][plan.is_slim](builder, &plan);
    plan_titles(builder, &plan);
    plan_used(builder, &plan);
    if (!plan_picture(builder, &plan)) {
        plan.flow = read_flow(builder, &card->body, &plan.style);
    }
    return plan;
}

static void draw_sky(struct scene_builder *builder, const struct read_plan *plan) {
    const struct metrics *m = builder->metrics;
    sky_draw(builder, plan->sky, drawing_of(plan), plan->sky.h - builder_px(builder, 2));
    if (m->is_portrait && !plan->is_slim) {
        struct label name = header_name(builder, COLOUR_INK);
        builder_below(builder, builder_row(builder, builder_px(builder, 2.5), 0), &name);
        builder_shape(builder, (struct rect){0, plan->sky.h, m->width_px, builder_px(builder, 1)},
                      COLOUR_FLOOR, 0);
    }
}

// On later pages, in small letters.
static struct label plan_repeated(const struct scene_builder *builder, const struct read_plan *plan,
                                  int width_px) {
    const struct metrics *m = builder->metrics;
    struct look look = {m->is_cramped ? plan->title.look.size_px : m->small_px, WEIGHT_SEMIBOLD,
                        COLOUR_ACCENT, ALIGN_START};
    struct label title =
        builder_fit(builder, plan->card->title, look, (struct fit){width_px, 1, 0});
    title.paragraph.line_count = int_min(title.paragraph.line_count, 1);
    title.height_px = title.pitch_px * title.paragraph.line_count;
    return title;
}

// The first page has the label above a large title, but on a small screen, which has no room.
static void draw_top(struct scene_builder *builder, const struct read_plan *plan) {
    bool is_cramped = builder->metrics->is_cramped, is_first = builder->scene->page == 0;
    bool has_above = is_first && !is_cramped;
    struct rect row = plan->style.column;
    struct label title = plan->title;
    row.h = is_cramped && is_first ? title.pitch_px : plan->above.pitch_px;
    int note_px = has_bar(plan) ? 0 : page_note_draw(builder, row, COLOUR_MUTED);
    if (!is_first) {
        int width = has_bar(plan) ? plan->bar.x - row.x : row.w - note_px;
        title = plan_repeated(builder, plan, width);
    }
    if (has_bar(plan) && !has_above) {
        row.y = 0;
        row.h = int_max(title.height_px, plan->bar.h);
        builder_label(builder, row, &title);
        return;
    }
    if (has_above) {
        builder_label(builder, builder_take_top(&row, row.h, 0), &plan->above);
    }
    builder_below(builder, row, &title);
}

enum { CONTROL_TOPICS, CONTROL_LETTERS, CONTROL_FINISH, CONTROL_BACK, CONTROL_NEXT, CONTROL_COUNT };

// A slim portrait screen has the first three of them in its upper row.
static void draw_controls(struct scene_builder *builder, bool is_slim) {
    const struct metrics *m = builder->metrics;
    struct button c[CONTROL_COUNT] = {
        [CONTROL_TOPICS] = button_word(builder, BUTTON_FLOOR, ACTION_TOPICS, WORD_TOPICS),
        [CONTROL_LETTERS] = button_word(builder, BUTTON_FLOOR, ACTION_SETTINGS, WORD_TEXT_SIZE),
        [CONTROL_FINISH] = button_word(builder, BUTTON_FLOOR, ACTION_FINISH, WORD_FINISH),
        [CONTROL_BACK] = button_word(builder, BUTTON_FLOOR, ACTION_BACK, WORD_BACK),
        [CONTROL_NEXT] = button_word(builder, BUTTON_NEXT, ACTION_NEXT, WORD_NEXT),
    };
    c[CONTROL_LETTERS].words = NULL;
    c[CONTROL_LETTERS].has_letters = true;
    if (is_slim && m->is_portrait) {
        struct rect room = floor_upper_row(builder);
        c[CONTROL_LETTERS] = button_plan(builder, c[CONTROL_LETTERS]);
        navigation_draw(builder, c + CONTROL_BACK, 2, NULL);
        if (!builder->view->is_asking && !builder->view->is_preview) {
            button_row_fill(builder, c, CONTROL_BACK, room);
            button_row_draw(builder, c, CONTROL_BACK, room);
        }
        return;
    }
    if (!is_slim) {
        header_draw(builder, 0);
        c[CONTROL_LETTERS].action.kind = c[CONTROL_FINISH].action.kind = ACTION_NONE;
    } else if (m->is_cramped) {
        c[CONTROL_FINISH].action.kind = ACTION_NONE; // it is behind the letters
    }
    bool is_parted = builder->scene->page_count > 1; // "1 of 2" stands beside the title then
    int card_count = builder->language->card_count;
    navigation_draw(builder, c, CONTROL_COUNT,
                    is_parted ? NULL : page_note(builder, builder->view->card, card_count));
}

void card_read_build(struct scene_builder *builder, const struct card *card) {
    struct read_plan plan = plan_read(builder, card, SKY_U[0]);
    struct read_plan less = plan_read(builder, card, SKY_U[1]);
    plan = read_flow_is_better(&less.flow, &plan.flow) ? less : plan;
    draw_sky(builder, &plan);
    floor_draw_row(builder);
    builder_picture(builder, plan.picture_at, &plan.picture.plan);
    page_choose(builder, &plan.flow);
    draw_top(builder, &plan);
    page_draw(builder, &plan.flow, &plan.style);
    read_panel_draw(builder, &plan);
    draw_controls(builder, plan.is_slim);
    struct rect moving = plan.style.column;
    moving.w += moving.x;
    moving.x = 0;
    builder->scene->sliding = builder_place(builder, moving);
}
