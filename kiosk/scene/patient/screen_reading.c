// SPDX-License-Identifier: MIT
// "Are you still reading?": a question over the darkened screen. Everything below it rests; urgent
// help stays in its place, undimmed and in reach.
#include "scene/frame.h"
#include "scene/patient/patient_builders.h"

#include <string.h>

struct question {
    struct label heading, words;
    struct button finish, keep;
    int width_px, height_px;
};

static int pad_px(const struct scene_builder *builder) {
    return builder_tight_px(builder, 3.0, 5.0);
}

static int buttons_gap(const struct scene_builder *builder) {
    return int_max(builder_px(builder, 3.0), builder->metrics->gap_px);
}

// The seconds stand out, so they are the one bold stretch of the sentence.
static struct label build_words(const struct scene_builder *builder, struct look look,
                                int width_px) {
    const char *words = builder_word(builder, WORD_READING_COUNTDOWN);
    const char *at = strstr(words, "{seconds}");
    const char *text = word_with_number(builder, words, "{seconds}", builder->view->countdown_s);
    struct stretch stretches[3] = {{(uint32_t)strlen(text), EMPHASIS_NONE}, {0, 0}, {0, 0}};
    if (at) {
        uint32_t before = (uint32_t)(at - words);
        uint32_t after = (uint32_t)strlen(at + strlen("{seconds}"));
        stretches[1] = (struct stretch){stretches[0].size - before - after, EMPHASIS_BOLD};
        stretches[2] = (struct stretch){after, EMPHASIS_NONE};
        stretches[0].size = before;
    }
    struct paragraph_style style = {
        .stretches = stretches,
        .size_px = look.size_px,
        .width_px = width_px,
        .weight = look.weight,
        .is_right_to_left = builder->language->words.is_right_to_left,
        .is_balanced = true,
    };
    struct label label = {
        .paragraph =
            paragraph_build(str_from(text), &style, builder->source->fonts, builder->arena),
        .look = look,
        .pitch_px = look.size_px * 142 / 100,
    };
    label.height_px = label.paragraph.line_count * label.pitch_px;
    return label;
}

static int buttons_width(const struct scene_builder *builder, const struct question *question) {
    return question->finish.width_px + question->keep.width_px + buttons_gap(builder);
}

static struct question question_at(const struct scene_builder *builder, double scale) {
    const struct metrics *m = builder->metrics;
    struct question question = {.finish = button_say(builder, BUTTON_PLAIN, ACTION_FINISH,
                                                     builder_word(builder, WORD_READING_FINISH)),
                                .keep = button_say(builder, BUTTON_FILLED, ACTION_KEEP_READING,
                                                   builder_word(builder, WORD_READING_KEEP))};
    int most = m->width_px - 2 * m->margin_px;
    int width = buttons_width(builder, &question) + 2 * pad_px(builder);
    question.width_px = int_min(int_max(width, builder_px(builder, 92)), most);
    int room = question.width_px - 2 * pad_px(builder);
    struct look heading = {(int)(m->title_px * 0.9 * scale), WEIGHT_BOLD, COLOUR_INK, ALIGN_CENTRE};
    struct str title = str_from(builder_word(builder, WORD_READING_HEADING));
    question.heading = builder_wrap(builder, title, heading, room);
    struct look text = {(int)(m->body_px * scale), WEIGHT_REGULAR, COLOUR_INK, ALIGN_CENTRE};
    question.words = build_words(builder, text, room);
    question.height_px = question.heading.height_px + question.words.height_px +
                         question.keep.height_px + 2 * pad_px(builder) + builder_px(builder, 4.0);
    return question;
}

// The largest letters with which the box stands between the top and the controls.
static struct question plan_question(const struct scene_builder *builder) {
    static const double scales[] = {1.0, 0.9, 0.8, 0.7, 0.6, 0.5};
    const struct metrics *m = builder->metrics;
    int room_px = navigation_row(builder).y - m->gap_px - m->edge_gap_px;
    struct question question = question_at(builder, scales[0]);
    for (int i = 1; i < COUNT_OF(scales) && question.height_px > room_px; i++) {
        question = question_at(builder, scales[i]);
    }
    return question;
}

static void draw_buttons(struct scene_builder *builder, const struct question *question,
                         struct rect box) {
    struct rect at = {box.x + (box.w - buttons_width(builder, question)) / 2,
                      box.y + box.h - pad_px(builder) - question->keep.height_px,
                      question->finish.width_px, question->finish.height_px};
    button_draw(builder, &question->finish, at);
    at.x += at.w + buttons_gap(builder);
    at.w = question->keep.width_px;
    button_draw(builder, &question->keep, at);
}

void screen_reading_build(struct scene_builder *builder) {
    const struct metrics *m = builder->metrics;
    builder_cover(builder);
    navigation_draw_urgent(builder);
    struct question question = plan_question(builder);
    int bottom = navigation_row(builder).y - m->gap_px;
    int y = int_min((m->height_px - question.height_px) / 2, bottom - question.height_px);
    struct rect box = {(m->width_px - question.width_px) / 2, y, question.width_px,
                       question.height_px};
    builder_sheet(builder, box);
    struct rect room = builder_inset(box, pad_px(builder));
    room.y = builder_below(builder, room, &question.heading) + builder_px(builder, 1.0);
    builder_below(builder, room, &question.words);
    draw_buttons(builder, &question, box);
}
