// SPDX-License-Identifier: MIT
// Two scenes in two arenas take turns, so that the shown one can always be compared with the next.
// The progress segment is no part of that: it alone is painted when it has grown by a pixel, so an
// idle screen builds no scene at all.
#include "platform/display/compositor.h"

#include "app/patient/navigate.h"
#include "scene/scene.h"

enum { RETRY_MS = 1000 };

static struct rect whole(const struct compositor *compositor) {
    const SDL_Surface *picture = compositor->presenter.picture;
    return (struct rect){0, 0, picture->w, picture->h};
}

static void metrics_renew(struct compositor *compositor) {
    struct rect all = whole(compositor);
    compositor->metrics = metrics_build(all.w, all.h, compositor->screen_inches);
}

bool compositor_open(struct compositor *compositor, const struct present_options *options) {
    static const struct scene nothing_to_touch = {0};
    compositor->source.metrics = &compositor->metrics;
    compositor->source.fonts = font_book_fonts(compositor->painter.fonts);
    compositor->is_lost = !present_open(&compositor->presenter, options);
    if (compositor->is_lost) {
        compositor->scene = &nothing_to_touch;
    } else {
        metrics_renew(compositor);
    }
    return !compositor->is_lost;
}

// Paints the new scene on the glass or beside it, its progress included.
static void paint(struct compositor *compositor, SDL_Surface *picture, struct rect clip) {
    paint_scene(&compositor->painter, compositor->scene, picture, clip);
    if (rect_touches(clip, compositor->scene->progress)) {
        compositor->filled_px = scene_progress_px(compositor->scene, compositor->view.progress);
        paint_progress(compositor->scene, picture, compositor->filled_px);
    }
}

// What has to be painted for `next`. A progress segment is painted whole or not at all; one that
// came, went or moved is a track that did.
static struct rect difference(const struct compositor *compositor, const struct scene *next) {
    const struct scene *old = compositor->scene;
    if (!old) {
        return whole(compositor);
    }
    struct rect changed = scene_difference(old, next);
    if (rect_touches(changed, next->progress)) {
        changed = rect_union(changed, next->progress);
    }
    return rect_intersection(changed, whole(compositor));
}

// Unless a drag has opened it already.
static void slide_open(struct compositor *compositor) {
    struct motion *motion = &compositor->motion;
    struct rect area = rect_intersection(compositor->scene->sliding, whole(compositor));
    if (motion->kind != MOTION_DRAG || !rect_equals(area, motion->area)) {
        motion_finish(motion, &compositor->changed);
        motion_open(motion, MOTION_DRAG, compositor->presenter.picture, area);
        compositor->beside_step = 0;
    }
}

static int slide_px(const struct compositor *compositor, enum transition transition) {
    const struct language *language =
        &compositor->source.deck->languages[compositor->view.language];
    bool is_leftwards = (transition == TRANSITION_SLIDE_NEXT) != language->words.is_right_to_left;
    int width = compositor->motion.area.w;
    return is_leftwards ? -width : width;
}

static bool is_slide(enum transition transition) {
    return transition == TRANSITION_SLIDE_NEXT || transition == TRANSITION_SLIDE_BACK;
}

static enum transition possible(const struct compositor *compositor, const struct scene *old,
                                enum transition wanted) {
    if (!old) {
        return TRANSITION_NONE;
    }
    bool can_slide = !rect_is_empty(compositor->scene->sliding) &&
                     rect_equals(old->sliding, compositor->scene->sliding);
    return is_slide(wanted) && !can_slide ? TRANSITION_FADE : wanted;
}

// The new scene is painted in one piece, at once on the glass or as the end of a motion.
static void change(struct compositor *compositor, struct rect changed, enum transition transition,
                   uint64_t now_ms) {
    struct motion *motion = &compositor->motion;
    SDL_Surface *picture = compositor->presenter.picture;
    bool is_fade = transition == TRANSITION_FADE && !rect_is_empty(changed);
    if (is_slide(transition)) {
        slide_open(compositor);
        changed = rect_union(changed, motion->area);
    } else {
        motion_finish(motion, &compositor->changed);
    }
    if (is_fade) {
        motion_open(motion, MOTION_FADE, picture, changed);
    }
    paint(compositor, is_fade ? motion->after : picture, changed);
    compositor->changed = rect_union(compositor->changed, changed);
    if (is_fade) {
        motion_start(motion, MOTION_FADE, 0, now_ms);
    } else if (is_slide(transition)) {
        motion_take_after(motion);
        motion_start(motion, MOTION_SLIDE, slide_px(compositor, transition), now_ms);
    }
}

static void replace(struct compositor *compositor, const struct view *view,
                    enum transition transition, uint64_t now_ms) {
    int next = 1 - compositor->shown_scene;
    arena_reset(&compositor->scenes[next]);
    const struct scene *old = compositor->scene;
    const struct scene *scene = scene_build(&compositor->source, view, &compositor->scenes[next]);
    struct rect changed = difference(compositor, scene);
    compositor->scene = scene;
    compositor->shown_scene = next;
    compositor->view = *view;
    change(compositor, changed, possible(compositor, old, transition), now_ms);
}

static void paint_beside(struct compositor *compositor, const struct app *app, int step) {
    struct view view = navigate_neighbour(app, step);
    struct arena *arena = &compositor->scenes[1 - compositor->shown_scene];
    arena_reset(arena);
    const struct scene *scene = scene_build(&compositor->source, &view, arena);
    paint_scene(&compositor->painter, scene, compositor->motion.after, compositor->motion.area);
    compositor->beside_step = step;
}

static void follow_finger(struct compositor *compositor, const struct app *app, uint64_t now_ms) {
    struct motion *motion = &compositor->motion;
    if (rect_is_empty(compositor->scene->sliding)) {
        return;
    }
    slide_open(compositor);
    if (app->drag_px == motion->offset_px || now_ms < motion->frame_ms) {
        return; // a mouse can report a thousand times a second; nobody sees that many
    }
    int step = app_drag_step(app, app->drag_px);
    if (app->drag_px != 0 && step != compositor->beside_step) {
        paint_beside(compositor, app, step);
    }
    motion_drag(motion, app->drag_px);
    compositor->changed = rect_union(compositor->changed, motion->area);
    motion->frame_ms = now_ms + MOTION_FRAME_MS / 2;
}

static void drag(struct compositor *compositor, const struct app *app, uint64_t now_ms) {
    if (app->is_dragging && compositor->source.deck->settings.has_motion) {
        follow_finger(compositor, app, now_ms);
    } else if (compositor->motion.kind == MOTION_DRAG) {
        motion_start(&compositor->motion, MOTION_SLIDE, 0, now_ms); // let go: the card comes back
    }
}

static void fill_progress(struct compositor *compositor, int progress) {
    compositor->view.progress = progress;
    int px = scene_progress_px(compositor->scene, progress);
    if (px != compositor->filled_px && compositor->motion.kind != MOTION_FADE) {
        struct rect segment = compositor->scene->progress;
        paint(compositor, compositor->presenter.picture, segment);
        compositor->changed = rect_union(compositor->changed, segment);
    }
}

// Fresh surfaces hold nothing: the next scene is painted whole.
static bool find_again(struct compositor *compositor, uint64_t now_ms) {
    if (now_ms < compositor->retry_ms) {
        return false;
    }
    motion_close(&compositor->motion);
    compositor->is_lost = !present_reopen(&compositor->presenter);
    compositor->retry_ms = now_ms + RETRY_MS;
    if (!compositor->is_lost) {
        compositor->scene = NULL;
        compositor->changed = (struct rect){0};
        metrics_renew(compositor);
    }
    return !compositor->is_lost;
}

static void present(struct compositor *compositor, uint64_t now_ms) {
    if (!present_show(&compositor->presenter, compositor->changed)) {
        motion_close(&compositor->motion);
        compositor->is_lost = true;
        compositor->retry_ms = now_ms + RETRY_MS;
    }
    compositor->changed = (struct rect){0};
}

bool compositor_is_current(const struct compositor *compositor, const struct view *view) {
    return compositor->scene && view_is_same_picture(&compositor->view, view);
}

bool compositor_show(struct compositor *compositor, const struct app *app,
                     enum transition transition, uint64_t now_ms) {
    if (compositor->is_lost && !find_again(compositor, now_ms)) {
        return false;
    }
    bool is_new = !compositor_is_current(compositor, &app->view);
    if (is_new) {
        replace(compositor, &app->view, transition, now_ms);
    }
    drag(compositor, app, now_ms);
    if (now_ms >= compositor->motion.frame_ms) {
        motion_step(&compositor->motion, now_ms, &compositor->changed);
    }
    fill_progress(compositor, app->view.progress);
    present(compositor, now_ms);
    return is_new;
}

static bool is_moving(const struct compositor *compositor) {
    return compositor->motion.kind == MOTION_FADE || compositor->motion.kind == MOTION_SLIDE;
}

uint64_t compositor_deadline_ms(const struct compositor *compositor) {
    return compositor->is_lost     ? compositor->retry_ms
           : is_moving(compositor) ? compositor->motion.frame_ms
                                   : UINT64_MAX;
}

void compositor_stop_motion(struct compositor *compositor) {
    if (is_moving(compositor)) {
        motion_finish(&compositor->motion, &compositor->changed);
    }
}

void compositor_renew(struct compositor *compositor) {
    compositor->is_lost = true;
    compositor->retry_ms = 0;
}

void compositor_close(struct compositor *compositor) {
    motion_close(&compositor->motion);
    present_close(&compositor->presenter);
    arena_finish(&compositor->scenes[0]);
    arena_finish(&compositor->scenes[1]);
    *compositor = (struct compositor){0};
}
