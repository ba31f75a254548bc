// SPDX-License-Identifier: MIT
// "Are you still reading?" The floor turns to sun and holds the question and two answers. It covers
// nothing but the controls, so that whoever is scanning or dialling meanwhile is not disturbed.
#include "scene/frame.h"

static const double LEAST_U = 2.6;

static void draw_words(struct scene_builder *builder, struct rect room) {
    const struct metrics *m = builder->metrics;
    const char *countdown = word_with_number(builder, builder_word(builder, WORD_READING_COUNTDOWN),
                                             "{seconds}", builder->view->countdown_s);
    int size = m->label_px, least = builder_px(builder, LEAST_U);
    struct label heading, words;
    do { // a row that is too low for both is so with smaller letters too, and then the countdown
         // goes
        struct look look = {size, WEIGHT_BOLD, COLOUR_ON_SUN, ALIGN_START};
        struct fit fit = {room.w, 2, least};
        heading =
            builder_fit(builder, str_from(builder_word(builder, WORD_READING_HEADING)), look, fit);
        look =
            (struct look){int_min(size, m->small_px), WEIGHT_REGULAR, COLOUR_ON_SUN, ALIGN_START};
        words = builder_fit(builder, str_from(countdown), look, fit);
    } while (heading.height_px + words.height_px > room.h + m->edge_gap_px && --size >= least);
    bool has_words = size >= least;
    room.y += (room.h - heading.height_px - (has_words ? words.height_px : 0)) / 2;
    room.y = builder_below(builder, room, &heading);
    if (has_words) {
        builder_below(builder, room, &words);
    }
}

void question_draw(struct scene_builder *builder) {
    const struct metrics *m = builder->metrics;
    struct rect floor = {0, floor_top_px(builder), m->width_px, m->floor_px};
    builder_shape(builder, floor, COLOUR_SUN, 0);
    navigation_draw_urgent(builder);
    struct rect room = navigation_room(builder);
    struct button buttons[] = {
        button_word(builder, BUTTON_PLAIN, ACTION_FINISH, WORD_READING_FINISH),
        button_word(builder, BUTTON_KEEP, ACTION_KEEP_READING, WORD_READING_KEEP),
    };
    int most = m->is_portrait ? room.w : room.w * 11 / 20;
    if (button_row_px(builder, buttons, COUNT_OF(buttons)) > most) {
        button_fit(builder, &buttons[0], (most - m->gap_px) / 2);
        button_fit(builder, &buttons[1], (most - m->gap_px) / 2);
    }
    struct rect row =
        builder_take_end(&room, button_row_px(builder, buttons, COUNT_OF(buttons)), m->gap_px);
    draw_words(builder, m->is_portrait ? floor_upper_row(builder) : room);
    button_row_draw(builder, buttons, COUNT_OF(buttons), row);
}
