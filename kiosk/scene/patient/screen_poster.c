// SPDX-License-Identifier: MIT
// The poster, with which the loop begins: one sentence that is read from the far side of the room,
// one drawing, the number and its code. A long sentence takes room from the drawing, and then
// letters down to the least that are still read from there.
#include "scene/patient/patient_builders.h"

static const double PITCH_EM = 1.05;
static const double LEAST_U = 10, MOST_U = 11, MOST_TALL_U = 11.6;
static const double PICTURE_TALL_U = 92;

static struct str sentence_of(const struct scene_builder *builder) {
    const struct settings *settings = &builder->source->deck->settings;
    const char *words = builder_sentence(builder, &settings->posters, settings->poster);
    return words[0] ? str_from(words) : builder->language->refer.title;
}

static struct label sentence_at(const struct scene_builder *builder, int size_px, int width_px) {
    struct look look = {size_px, WEIGHT_BOLD, COLOUR_INK, ALIGN_START};
    struct label label = builder_wrap(builder, sentence_of(builder), look, width_px);
    builder_set_pitch(&label, PITCH_EM);
    return label;
}

// A line less is worth a little of the size: the drawing gets it.
static struct label plan_sentence(const struct scene_builder *builder, int width_px,
                                  int height_px) {
    int least = builder_px(builder, LEAST_U);
    struct label best = sentence_at(builder, least, width_px);
    for (int size = builder_either_px(builder, MOST_U, MOST_TALL_U); size >= least; size--) {
        struct label label = sentence_at(builder, size, width_px);
        bool is_short = label.paragraph.line_count <= best.paragraph.line_count;
        if (is_short && label.height_px <= height_px && !label.paragraph.is_torn) {
            return label;
        }
    }
    return best;
}

static void draw_names(struct scene_builder *builder, int width_px) {
    struct label name = header_name(builder, COLOUR_INK);
    struct rect room = builder_row(builder, builder_px(builder, 3), builder_px(builder, 6));
    room.w = width_px;
    builder_below(builder, room, &name);
    room.y += name.height_px;
    loop_hint_draw(builder, room, COLOUR_INK);
}

static void build_wide(struct scene_builder *builder, const struct refer_block *block) {
    const struct metrics *m = builder->metrics;
    int step = builder_px(builder, 10), picture = block->at.x, top = builder_px(builder, 2.5);
    int height = m->height_px - block->at.h - builder_px(builder, 5), sky_h = floor_top_px(builder);
    struct rect words = {picture + builder_px(builder, 5), top, 0, height + top};
    words.w = m->width_px - words.x - builder_px(builder, 3);
    struct label sentence = plan_sentence(builder, words.w, height);
    while ((sentence.height_px > height || sentence.paragraph.is_torn) &&
           picture > builder_px(builder, 20)) {
        picture -= step;
        words.x -= step;
        words.w += step;
        sentence = plan_sentence(builder, words.w, height);
    }
    sky_draw(builder, (struct rect){0, 0, picture, sky_h}, builder->source->deck->poster_drawing,
             sky_h - builder_px(builder, 16));
    draw_names(builder, picture - m->margin_px);
    builder_label(builder, words, &sentence);
    if (picture < block->at.x) { // the floor rises where the picture ends
        struct rect rise = {picture, block->at.y, block->at.x - picture, block->at.h};
        floor_draw(builder, rise);
    }
}

static void build_column(struct scene_builder *builder, const struct refer_block *block) {
    const struct metrics *m = builder->metrics;
    struct rect sky = {0, 0, block->at.x, floor_top_px(builder)};
    struct rect words = {m->margin_px, builder_px(builder, 3), sky.w - 2 * m->margin_px, 0};
    struct label sentence = plan_sentence(builder, words.w, sky.h - words.y);
    int side = sky.h - words.y - sentence.height_px - builder_px(builder, 2);
    sky_draw(builder, sky, builder->source->deck->poster_drawing, side);
    builder_below(builder, words, &sentence);
    struct rect hint = navigation_room(builder);
    hint.w = block->at.x - hint.x - builder_px(builder, 1);
    struct button languages = header_languages(builder, hint.w);
    if (languages.action.kind == ACTION_NONE) {
        loop_hint_draw(builder, hint, COLOUR_ON_FLOOR);
    } else {
        button_draw(builder, &languages, builder_centred(hint, languages.height_px));
    }
}

static void build_tall(struct scene_builder *builder, const struct refer_block *block) {
    const struct metrics *m = builder->metrics;
    int gap = builder_px(builder, 4), width = m->width_px - 2 * m->margin_px;
    int room = m->height_px - block->at.h - 2 * gap;
    struct label sentence = plan_sentence(builder, width, room);
    int picture = int_min(builder_px(builder, PICTURE_TALL_U), room - sentence.height_px);
    sky_draw(builder, (struct rect){0, 0, m->width_px, picture},
             builder->source->deck->poster_drawing, picture - builder_px(builder, 12));
    struct rect line = {0, picture, m->width_px, builder_px(builder, 1)};
    builder_shape(builder, line, COLOUR_FLOOR, 0);
    builder_label(builder, builder_row(builder, picture, block->at.y - picture), &sentence);
    draw_names(builder, width);
    struct button languages =
        header_languages(builder, block->at.w - block->code.side_px - builder_px(builder, 12));
    struct rect pill = navigation_row(builder);
    pill.y -= languages.height_px + builder_px(builder, 4);
    pill.h = languages.height_px;
    if (pill.y < block->words_bottom_px) { // long words; then it stands in the sky
        pill.y = builder_px(builder, 4) + 3 * builder_px(builder, 5);
    }
    button_draw_start(builder, &languages, &pill);
}

void screen_poster_build(struct scene_builder *builder) {
    static void (*const build[])(struct scene_builder *, const struct refer_block *) = {
        [REFER_BAND] = build_wide, [REFER_COLUMN] = build_column, [REFER_FOOT] = build_tall};
    struct refer_block block = refer_block_plan(builder, REFER_ON_POSTER);
    loop_targets_draw(builder);
    loop_block_draw(builder, &block);
    build[block.form](builder, &block);
    navigation_draw_urgent(builder);
    builder->scene->word_count = (int)sentence_of(builder).size / 6 + 4;
}
