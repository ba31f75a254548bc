// SPDX-License-Identifier: MIT
// What can be asked of a scene: what lies under a finger, and how far its progress is filled.
#include "scene/scene.h"

const struct scene_target *scene_find_target(const struct scene *scene, int x, int y) {
    for (int i = scene->target_count - 1; i >= 0; i--) {
        if (rect_has(scene->targets[i].hit, x, y)) {
            return &scene->targets[i];
        }
    }
    return NULL;
}

int scene_progress_px(const struct scene *scene, int progress) {
    if (rect_is_empty(scene->progress) || progress <= 0) {
        return 0;
    }
    return (int)((int64_t)scene->progress.w * int_min(progress, 1000) / 1000);
}
