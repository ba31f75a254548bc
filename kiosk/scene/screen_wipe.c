// SPDX-License-Identifier: MIT
// For the cleaner: touch is off for a while, and the screen says for how long. Whoever needs help
// meanwhile can touch nothing, so the calls for help stand here in words, and so does the number.
#include "scene/staff_widgets.h"

static int draw_line(struct sketch *sketch, struct rect at, const char *words, struct look look) {
    struct label label = sketch_wrap(sketch, str_from(words), look, at.w);
    at.h = label.height_px;
    sketch_label(sketch, at, &label);
    return at.y + at.h;
}

// Whom to call, as urgent-help.md has it in the language on screen.
static void draw_calls(struct sketch *sketch, struct rect at) {
    const struct metrics *m = sketch_metrics(sketch);
    const struct document *body = &sketch->language->urgent.body;
    struct look look = {m->is_cramped ? m->small_px : m->body_px * 5 / 4, WEIGHT_BOLD,
                        COLOUR_URGENT, ALIGN_START};
    int bottom = at.y + at.h;
    for (int i = 0; i < body->count && at.y < bottom - look.size_px; i++) {
        if (body->blocks[i].kind == BLOCK_HEADING) {
            const char *words = arena_text(sketch->arena, body->blocks[i].text);
            at.y = draw_line(sketch, at, words, look) + sketch_px(sketch, 1.0);
        }
    }
}

void screen_wipe_build(struct sketch *sketch) {
    const struct metrics *m = sketch_metrics(sketch);
    struct panel panel = panel_plan(sketch);
    struct rect at = {m->margin_px, m->header_px, 0, 0};
    at.w =
        m->is_portrait ? m->width_px - 2 * m->margin_px : panel.at.x - sketch_px(sketch, 4) - at.x;
    struct look heading = {m->title_px, WEIGHT_BOLD, COLOUR_INK, ALIGN_START};
    struct look text = {m->body_px, WEIGHT_REGULAR, COLOUR_INK, ALIGN_START};
    at.y = draw_line(sketch, at, staff_word(sketch, STAFF_WIPE_HEADING), heading) +
           sketch_px(sketch, 2);
    at.y = draw_line(sketch, at,
                     staff_word_with_count(sketch, STAFF_WIPE_TEXT, "{seconds}",
                                           sketch->source->staff->wait_s),
                     text) +
           sketch_px(sketch, 4);
    int bottom = m->is_portrait ? panel.at.y : navigation_top_px(sketch);
    at.h = bottom - sketch_px(sketch, 2) - at.y;
    draw_calls(sketch, at);
    panel_draw(sketch, &panel);
    navigation_draw_urgent(sketch);
    sketch->scene->target_count = 0;
}
