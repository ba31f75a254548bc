// SPDX-License-Identifier: MIT
// Chooses the screen, fills in the ground, and lays the question or the keypad on top.
#include "scene/scene.h"

#include "scene/staff/staff_widgets.h"

#define SCREEN_BUILD(NAME, name) screen_##name##_build,
static void (*const builders[])(struct scene_builder *) = {SCREENS(SCREEN_BUILD)};

// Staff screens are in English, whatever the patient before them read.
static const struct language *language_of(const struct deck *deck, const struct view *view) {
    bool is_known = view->language >= 0 && view->language < deck->language_count;
    return screen_is_for_staff(view->screen) && view->screen != SCREEN_WIPE
               ? staff_language()
               : &deck->languages[is_known ? view->language : 0];
}

// Row by row from the top, and in a row from where reading starts.
static bool is_read_before(const struct scene_builder *builder, struct rect a, struct rect b) {
    if (a.y + a.h <= b.y || b.y + b.h <= a.y) {
        return a.y < b.y;
    }
    return builder->language->words.is_right_to_left ? a.x + a.w > b.x + b.w : a.x < b.x;
}

// Screens draw their header last; Tab goes as the eye does.
static void sort_targets(struct scene_builder *builder) {
    struct scene_target *targets = builder->targets;
    for (int i = 1; i < builder->scene->target_count; i++) {
        struct scene_target target = targets[i];
        int at = i;
        for (; at > 0 && is_read_before(builder, target.seen, targets[at - 1].seen); at--) {
            targets[at] = targets[at - 1];
        }
        targets[at] = target;
    }
}

const struct scene *scene_build(const struct scene_source *source, const struct view *view,
                                struct arena *arena) {
    struct scene *scene = ARENA_NEW(arena, struct scene);
    scene->width_px = source->metrics->width_px;
    scene->height_px = source->metrics->height_px;
    scene->page_count = 1;
    struct scene_builder builder = {
        .source = source,
        .metrics = source->metrics,
        .view = view,
        .language = language_of(source->deck, view),
        .arena = arena,
        .scene = scene,
    };
    struct rect all = {0, 0, scene->width_px, scene->height_px};
    builder_shape(&builder, all, view->is_blank ? COLOUR_DARK : COLOUR_PAPER, 0);
    if (view->is_blank) {
        return scene; // nothing to be read or pressed
    }
    builders[view->screen](&builder);
    if (!screen_is_for_staff(view->screen)) {
        sort_targets(&builder);
    }
    if (view->is_preview) {
        preview_draw(&builder);
    }
    if (view->is_admitting) {
        screen_keypad_build(&builder);
    }
    return scene;
}
