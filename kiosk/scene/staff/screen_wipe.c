// SPDX-License-Identifier: MIT
// For the cleaner: touch is off for a while, and the screen says for how long. Whoever needs help
// meanwhile can touch nothing, so the calls for help stand here in words, and so does the number.
#include "scene/patient/patient_builders.h"
#include "scene/staff/staff_widgets.h"

enum { LINE_LIMIT = 12 };

struct wipe_plan {
    struct label lines[LINE_LIMIT];
    int gaps[LINE_LIMIT]; // below each
    int count, width_px, height_px;
};

static void add_line(const struct scene_builder *builder, struct wipe_plan *plan, struct str words,
                     struct look look) {
    static const double below_u[] = {2.0, 5.0}; // the heading, and the countdown
    int i = plan->count;
    if (i < LINE_LIMIT) {
        plan->lines[i] = builder_wrap(builder, words, look, plan->width_px);
        plan->gaps[i] = i < COUNT_OF(below_u) ? builder_px(builder, below_u[i]) : look.size_px / 4;
        plan->height_px += plan->lines[i].height_px + plan->gaps[i];
        plan->count++;
    }
}

// Whom to call, as urgent help says it in the language on screen.
static void add_calls(const struct scene_builder *builder, struct wipe_plan *plan,
                      struct look look) {
    const struct document *body = &builder->language->urgent.body;
    if (urgent_title_is_call(builder)) {
        add_line(builder, plan, builder->language->urgent.title, look);
    }
    for (int i = 0; i < body->count; i++) {
        if (body->blocks[i].kind == BLOCK_HEADING) {
            add_line(builder, plan, body->blocks[i].text, look);
        }
    }
}

static struct wipe_plan plan_at(const struct scene_builder *builder, int width_px, double scale) {
    const struct metrics *m = builder->metrics;
    struct wipe_plan plan = {.width_px = width_px};
    struct look heading = {(int)(m->title_px * scale), WEIGHT_BOLD, COLOUR_INK, ALIGN_START};
    struct look text = {(int)(m->body_px * scale), WEIGHT_REGULAR, COLOUR_INK, ALIGN_START};
    struct look call = {(int)(m->body_px * 1.25 * scale), WEIGHT_BOLD, COLOUR_URGENT, ALIGN_START};
    int wait_s = builder->source->staff->wait_s;
    const char *wait = staff_word_with_count(builder, STAFF_WIPE_TEXT, "{seconds}", wait_s);
    add_line(builder, &plan, str_from(staff_word(builder, STAFF_WIPE_HEADING)), heading);
    add_line(builder, &plan, str_from(wait), text);
    add_calls(builder, &plan, call);
    return plan;
}

// The largest letters with which everything stands above the panel, or beside it.
static struct wipe_plan plan(const struct scene_builder *builder, struct rect room) {
    static const double scales[] = {1.0, 0.9, 0.8, 0.7, 0.6, 0.5, 0.45};
    struct wipe_plan plan = plan_at(builder, room.w, scales[0]);
    for (int i = 1; i < COUNT_OF(scales) && plan.height_px > room.h; i++) {
        plan = plan_at(builder, room.w, scales[i]);
    }
    return plan;
}

static struct rect room_beside(const struct scene_builder *builder,
                               const struct refer_block *block) {
    const struct metrics *m = builder->metrics;
    bool is_column = block->form == REFER_COLUMN;
    struct rect room = header_room(builder);
    room.y = m->edge_gap_px;
    room.w = is_column ? block->at.x - builder_px(builder, 4) - room.x : room.w;
    room.h = (is_column ? m->height_px : block->at.y) - builder_px(builder, 2) - room.y;
    return room;
}

void screen_wipe_build(struct scene_builder *builder) {
    struct refer_block block = refer_block_plan(builder, REFER_ON_CARD);
    struct rect at = room_beside(builder, &block);
    struct wipe_plan lines = plan(builder, at);
    at.y += (at.h - lines.height_px) / 3;
    for (int i = 0; i < lines.count; i++) {
        at.y = builder_below(builder, at, &lines.lines[i]) + lines.gaps[i];
    }
    refer_block_draw(builder, &block);
    builder->scene->target_count = 0;
}
