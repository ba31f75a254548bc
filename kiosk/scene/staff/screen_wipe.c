// SPDX-License-Identifier: MIT
// For the cleaner: touch is off for a while, and the screen says for how long. Whoever needs help
// meanwhile can touch nothing, so the calls for help stand here in words, and so does the number.
#include "scene/patient/patient_builders.h"
#include "scene/staff/staff_builders.h"
#include "scene/staff/staff_widgets.h"

enum { LINE_LIMIT = 12 };

struct wipe_plan {
    struct label lines[LINE_LIMIT];
    int gaps[LINE_LIMIT]; // below each
    int count, width_px, height_px;
};

static void add_line(const struct sketch *sketch, struct wipe_plan *plan, const char *words,
                     struct look look) {
    if (plan->count == LINE_LIMIT) {
        return;
    }
    static const double below_u[] = {2.0, 5.0}; // the heading, and the countdown
    int gap = plan->count < COUNT_OF(below_u) ? sketch_px(sketch, below_u[plan->count])
                                              : look.size_px / 4;
    plan->lines[plan->count] = sketch_wrap(sketch, str_from(words), look, plan->width_px);
    plan->gaps[plan->count] = gap;
    plan->height_px += plan->lines[plan->count].height_px + gap;
    plan->count++;
}

// Whom to call, as urgent-help.md has it in the language on screen.
static void add_calls(const struct sketch *sketch, struct wipe_plan *plan, struct look look) {
    const struct document *body = &sketch->language->urgent.body;
    if (urgent_title_is_call(sketch)) {
        add_line(sketch, plan, arena_text(sketch->arena, sketch->language->urgent.title), look);
    }
    for (int i = 0; i < body->count; i++) {
        if (body->blocks[i].kind == BLOCK_HEADING) {
            add_line(sketch, plan, arena_text(sketch->arena, body->blocks[i].text), look);
        }
    }
}

static struct wipe_plan plan_at(const struct sketch *sketch, int width_px, double scale) {
    const struct metrics *m = sketch_metrics(sketch);
    struct wipe_plan plan = {.width_px = width_px};
    struct look heading = {(int)(m->title_px * scale), WEIGHT_BOLD, COLOUR_INK, ALIGN_START};
    struct look text = {(int)(m->body_px * scale), WEIGHT_REGULAR, COLOUR_INK, ALIGN_START};
    struct look call = {(int)(m->body_px * 1.25 * scale), WEIGHT_BOLD, COLOUR_URGENT, ALIGN_START};
    add_line(sketch, &plan, staff_word(sketch, STAFF_WIPE_HEADING), heading);
    add_line(
        sketch, &plan,
        staff_word_with_count(sketch, STAFF_WIPE_TEXT, "{seconds}", sketch->source->staff->wait_s),
        text);
    add_calls(sketch, &plan, call);
    return plan;
}

// The largest letters with which everything stands above the panel, or beside it.
static struct wipe_plan plan(const struct sketch *sketch, struct rect room) {
    static const double scales[] = {1.0, 0.9, 0.8, 0.7, 0.6, 0.5, 0.45};
    struct wipe_plan plan = plan_at(sketch, room.w, scales[0]);
    for (int i = 1; i < COUNT_OF(scales) && plan.height_px > room.h; i++) {
        plan = plan_at(sketch, room.w, scales[i]);
    }
    return plan;
}

static struct rect room_beside(const struct sketch *sketch, const struct panel *panel) {
    const struct metrics *m = sketch_metrics(sketch);
    struct rect room = {m->margin_px, m->edge_gap_px, 0, 0};
    int bottom = m->is_portrait ? panel->at.y : navigation_top_px(sketch);
    room.w = m->is_portrait ? m->width_px - 2 * m->margin_px
                            : panel->at.x - sketch_px(sketch, 4) - room.x;
    room.h = bottom - sketch_px(sketch, 2) - room.y;
    return room;
}

void screen_wipe_build(struct sketch *sketch) {
    struct panel panel = panel_plan(sketch);
    struct rect at = room_beside(sketch, &panel);
    struct wipe_plan lines = plan(sketch, at);
    at.y += (at.h - lines.height_px) / 3;
    for (int i = 0; i < lines.count; i++) {
        at.h = lines.lines[i].height_px;
        sketch_label(sketch, at, &lines.lines[i]);
        at.y += at.h + lines.gaps[i];
    }
    panel_draw(sketch, &panel);
    sketch->scene->target_count = 0;
}
