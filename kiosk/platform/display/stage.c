// SPDX-License-Identifier: MIT
// Two scenes in two arenas take turns, so that the shown one can always be compared with the next.
// The progress segment is no part of that: it is filled in place, pixel by pixel, so an idle screen
// builds no scene at all.
#include "platform/display/stage.h"

#include "app/patient/navigate.h"
#include "scene/screens/scene_build.h"

enum { RETRY_MS = 1000 };

static struct rect whole(const struct stage *stage) {
    const SDL_Surface *picture = stage->presenter.picture;
    return (struct rect){0, 0, picture->w, picture->h};
}

static void metrics_renew(struct stage *stage) {
    const SDL_Surface *picture = stage->presenter.picture;
    stage->metrics = metrics_build(picture->w, picture->h, stage->screen_inches);
}

bool stage_open(struct stage *stage, const struct stage_options *options, struct log *log) {
    struct presenter presenter;
    if (!present_open(&presenter, options->present, log)) {
        return false;
    }
    *stage = (struct stage){
        .presenter = presenter,
        .painter = options->painter,
        .screen_inches = options->screen_inches,
        .source = {.deck = options->deck, .staff = options->staff},
    };
    stage->source.metrics = &stage->metrics;
    stage->source.fonts = font_book_fonts(options->painter.fonts);
    stage->source.pictures = picture_book_shapes(options->painter.pictures);
    metrics_renew(stage);
    return true;
}

// Paints the new scene on the glass or beside it, its progress included.
static void paint(struct stage *stage, SDL_Surface *surface, struct rect clip) {
    paint_scene(&stage->painter, stage->scene, surface, clip);
    if (rect_touches(clip, stage->scene->progress)) {
        stage->filled_px = scene_progress_px(stage->scene, stage->view.progress);
        paint_progress(stage->scene, surface, 0, stage->filled_px);
    }
}

// What has to be painted for `next`. A progress segment is painted whole or not at all.
static struct rect difference(const struct stage *stage, const struct scene *next) {
    const struct scene *old = stage->scene;
    if (!old) {
        return whole(stage);
    }
    struct rect changed = scene_difference(old, next);
    bool is_moved = !rect_equals(old->progress, next->progress) ||
                    old->progress_ink != next->progress_ink ||
                    old->progress_track != next->progress_track;
    if (is_moved) {
        changed = rect_union(changed, old->progress);
    }
    if (is_moved || rect_touches(changed, next->progress)) {
        changed = rect_union(changed, next->progress);
    }
    return rect_intersection(changed, whole(stage));
}

static void cut(struct stage *stage, struct rect changed) {
    SDL_Surface *picture = stage->presenter.picture;
    int held_px = stage->motion.offset_px;
    bool is_held = stage->motion.kind == MOTION_DRAG;
    if (is_held) {
        motion_drag(&stage->motion, picture, 0);
    }
    paint(stage, picture, changed);
    rects_add(&stage->changed, changed);
    if (is_held) {
        motion_take_before(&stage->motion, picture);
        motion_drag(&stage->motion, picture, held_px);
        rects_add(&stage->changed, stage->motion.area);
    }
}

static void fade(struct stage *stage, struct rect changed, uint64_t now_ms) {
    SDL_Surface *picture = stage->presenter.picture;
    motion_finish(&stage->motion, picture, &stage->changed);
    if (rect_is_empty(changed) || !motion_open_fade(&stage->motion, picture, changed)) {
        cut(stage, changed);
        return;
    }
    // Most often the progress starts anew with the picture: it fades with it.
    paint(stage, stage->motion.after, changed);
    if (!motion_start_fade(&stage->motion, picture, now_ms)) {
        cut(stage, changed);
    }
}

static bool is_rtl(const struct stage *stage, const struct view *view) {
    return stage->source.deck->languages[view->language].words.is_right_to_left;
}

static void slide(struct stage *stage, struct rect changed, enum transition transition,
                  uint64_t now_ms) {
    SDL_Surface *picture = stage->presenter.picture;
    struct rect area = rect_intersection(stage->scene->sliding, whole(stage));
    if (stage->motion.kind != MOTION_DRAG || !rect_equals(area, stage->motion.area)) {
        motion_finish(&stage->motion, picture, &stage->changed);
        if (!motion_open_slide(&stage->motion, picture, area)) {
            cut(stage, changed);
            return;
        }
    }
    changed = rect_union(changed, area);
    paint(stage, picture, changed);
    rects_add(&stage->changed, changed);
    motion_take_after(&stage->motion, picture);
    bool is_leftwards = (transition == TRANSITION_SLIDE_NEXT) != is_rtl(stage, &stage->view);
    motion_start_slide(&stage->motion, is_leftwards ? -area.w : area.w, now_ms);
}

static enum transition possible(const struct stage *stage, const struct scene *old,
                                enum transition wanted) {
    if (!old || stage->is_hidden || !stage->source.deck->settings.has_motion) {
        return TRANSITION_NONE;
    }
    bool is_slide = wanted == TRANSITION_SLIDE_NEXT || wanted == TRANSITION_SLIDE_BACK;
    bool can_slide =
        !rect_is_empty(stage->scene->sliding) && rect_equals(old->sliding, stage->scene->sliding);
    return is_slide && !can_slide ? TRANSITION_FADE : wanted;
}

static void replace(struct stage *stage, const struct view *view, enum transition transition,
                    uint64_t now_ms) {
    int next = 1 - stage->shown_scene;
    arena_reset(&stage->scenes[next]);
    const struct scene *old = stage->scene;
    const struct scene *scene = scene_build(&stage->source, view, &stage->scenes[next]);
    struct rect changed = difference(stage, scene);
    stage->scene = scene;
    stage->shown_scene = next;
    stage->view = *view;
    switch (possible(stage, old, transition)) {
    case TRANSITION_NONE:
        if (stage->motion.kind != MOTION_DRAG) {
            motion_finish(&stage->motion, stage->presenter.picture, &stage->changed);
        }
        cut(stage, changed);
        break;
    case TRANSITION_FADE:
        fade(stage, changed, now_ms);
        break;
    case TRANSITION_SLIDE_NEXT:
    case TRANSITION_SLIDE_BACK:
        slide(stage, changed, transition, now_ms);
        break;
    }
}

static void paint_beside(struct stage *stage, const struct app *app, int step) {
    struct view view = navigate_neighbour(app, step);
    arena_reset(&stage->beside);
    const struct scene *scene = scene_build(&stage->source, &view, &stage->beside);
    paint_scene(&stage->painter, scene, stage->motion.after, stage->motion.area);
    stage->beside_step = step;
}

static void follow_finger(struct stage *stage, const struct app *app, uint64_t now_ms) {
    SDL_Surface *picture = stage->presenter.picture;
    struct motion *motion = &stage->motion;
    if (motion->kind != MOTION_DRAG) {
        struct rect area = rect_intersection(stage->scene->sliding, whole(stage));
        motion_finish(motion, picture, &stage->changed);
        stage->beside_step = 0;
        if (rect_is_empty(area) || !motion_open_slide(motion, picture, area)) {
            return;
        }
    }
    if (app->drag_px == motion->offset_px || now_ms < motion->frame_ms) {
        return; // a mouse can report a thousand times a second; nobody sees that many
    }
    int step = app_drag_step(app, app->drag_px);
    if (app->drag_px != 0 && step != stage->beside_step) {
        paint_beside(stage, app, step);
    }
    motion_drag(motion, picture, app->drag_px);
    rects_add(&stage->changed, motion->area);
    motion->frame_ms = now_ms + MOTION_FRAME_MS / 2;
}

static void drag(struct stage *stage, const struct app *app, uint64_t now_ms) {
    if (app->is_dragging && stage->source.deck->settings.has_motion) {
        follow_finger(stage, app, now_ms);
    } else if (stage->motion.kind == MOTION_DRAG) {
        motion_start_slide(&stage->motion, 0, now_ms); // let go too early: the card comes back
    }
}

static void fill_progress(struct stage *stage, int progress) {
    stage->view.progress = progress;
    int px = scene_progress_px(stage->scene, progress);
    if (px == stage->filled_px || stage->is_hidden || stage->motion.kind == MOTION_FADE) {
        return;
    }
    rects_add(&stage->changed,
              paint_progress(stage->scene, stage->presenter.picture, stage->filled_px, px));
    stage->filled_px = px;
}

static void lose(struct stage *stage, uint64_t now_ms) {
    motion_close(&stage->motion);
    stage->is_lost = true;
    stage->retry_ms = now_ms + RETRY_MS;
}

// Fresh surfaces hold nothing: the next scene is painted whole.
static bool find_again(struct stage *stage, uint64_t now_ms) {
    if (now_ms < stage->retry_ms) {
        return false;
    }
    motion_close(&stage->motion);
    if (!present_reopen(&stage->presenter)) {
        lose(stage, now_ms);
        return false;
    }
    stage->is_lost = false;
    stage->scene = NULL;
    stage->changed.count = 0;
    metrics_renew(stage);
    return true;
}

static void present(struct stage *stage, uint64_t now_ms) {
    if (!present_show(&stage->presenter, &stage->changed)) {
        lose(stage, now_ms);
    }
    stage->changed.count = 0;
}

bool stage_is_current(const struct stage *stage, const struct view *view) {
    return stage->scene && view_is_same_picture(&stage->view, view);
}

bool stage_show(struct stage *stage, const struct app *app, enum transition transition,
                uint64_t now_ms) {
    if (stage->is_lost && !find_again(stage, now_ms)) {
        return false;
    }
    bool is_new = !stage_is_current(stage, &app->view);
    if (is_new) {
        replace(stage, &app->view, transition, now_ms);
    }
    drag(stage, app, now_ms);
    if (now_ms >= stage->motion.frame_ms) {
        motion_step(&stage->motion, stage->presenter.picture, now_ms, &stage->changed);
    }
    fill_progress(stage, app->view.progress);
    present(stage, now_ms);
    return is_new;
}

uint64_t stage_deadline_ms(const struct stage *stage) {
    if (stage->is_lost) {
        return stage->retry_ms;
    }
    bool is_moving = stage->motion.kind == MOTION_FADE || stage->motion.kind == MOTION_SLIDE;
    return is_moving ? stage->motion.frame_ms : UINT64_MAX;
}

void stage_stop_motion(struct stage *stage) {
    if (stage->motion.kind == MOTION_FADE || stage->motion.kind == MOTION_SLIDE) {
        motion_finish(&stage->motion, stage->presenter.picture, &stage->changed);
    }
}

void stage_set_deck(struct stage *stage, const struct deck *deck) {
    stage->source.deck = deck;
}

void stage_expose(struct stage *stage) {
    stage->is_hidden = false;
    if (!stage->is_lost) {
        rects_add(&stage->changed, whole(stage));
    }
}

void stage_resize(struct stage *stage) {
    stage->is_lost = true;
    stage->retry_ms = 0;
}

void stage_close(struct stage *stage) {
    motion_close(&stage->motion);
    present_close(&stage->presenter);
    arena_finish(&stage->scenes[0]);
    arena_finish(&stage->scenes[1]);
    arena_finish(&stage->beside);
    *stage = (struct stage){0};
}
