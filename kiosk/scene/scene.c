// SPDX-License-Identifier: MIT
// What can be asked of a scene: what lies under a finger, how far its progress is filled, and what
// changed since another. Lists of one screen are alike from both ends, so only the items between
// the common head and tail are repainted: a pressed button costs a button.
#include "scene/scene.h"

#include <string.h>

const struct scene_target *scene_find_target(const struct scene *scene, int x, int y) {
    for (int i = scene->target_count - 1; i >= 0; i--) {
        if (rect_has(scene->targets[i].hit, x, y)) {
            return &scene->targets[i];
        }
    }
    return NULL;
}

int scene_progress_px(const struct scene *scene, int progress) {
    return (int)((int64_t)scene->progress.w * int_min(progress, VIEW_PROGRESS_FULL) /
                 VIEW_PROGRESS_FULL);
}

static bool same_item(const struct scene_item *a, const struct scene_item *b) {
    bool has_text = a->text && b->text;
    return a->kind == b->kind && rect_equals(a->at, b->at) && a->ink == b->ink &&
           a->fill == b->fill && a->radius_px == b->radius_px && a->edge_px == b->edge_px &&
           a->size_px == b->size_px && a->baseline_px == b->baseline_px &&
           a->module_px == b->module_px && a->is_mirrored == b->is_mirrored &&
           a->theme == b->theme && memcmp(&a->style, &b->style, sizeof a->style) == 0 &&
           (has_text ? strcmp(a->text, b->text) == 0 : a->text == b->text);
}

struct rect scene_item_reach(const struct scene_item *item) {
    struct rect r = item->at;
    int out = item->kind == SCENE_TEXT ? item->size_px / 2 : 0;
    return (struct rect){r.x - out, r.y - out, r.w + 2 * out, r.h + 2 * out};
}

static struct rect drawn_rects(const struct scene *scene, int first, int last) {
    struct rect all = {0};
    for (int i = first; i < last; i++) {
        all = rect_union(all, scene_item_reach(&scene->items[i]));
    }
    return all;
}

struct rect scene_difference(const struct scene *before, const struct scene *after) {
    struct rect screen = {0, 0, after->width_px, after->height_px};
    if (before->width_px != after->width_px || before->height_px != after->height_px) {
        return screen;
    }
    int least = int_min(before->item_count, after->item_count);
    int head = 0;
    while (head < least && same_item(&before->items[head], &after->items[head])) {
        head++;
    }
    int tail = 0;
    while (tail < least - head && same_item(&before->items[before->item_count - 1 - tail],
                                            &after->items[after->item_count - 1 - tail])) {
        tail++;
    }
    struct rect changed = rect_union(drawn_rects(before, head, before->item_count - tail),
                                     drawn_rects(after, head, after->item_count - tail));
    return rect_intersection(changed, screen);
}
