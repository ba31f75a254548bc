// SPDX-License-Identifier: MIT
// A motion is two finished pictures and how far it has come from the one to the other. Nothing here
// ever gets brighter and darker again, so nothing flashes.
#include "platform/display/motion.h"

#include "platform/display/blend.h"
#include "platform/draw/pixel.h"
#include "platform/draw/rotate.h"

void motion_open(struct motion *motion, enum motion_kind kind, SDL_Surface *picture,
                 struct rect area) {
    motion_close(motion);
    *motion = (struct motion){.kind = kind, .picture = picture, .area = area};
    motion->after = pixel_surface(picture->w, picture->h);
    if (kind == MOTION_DRAG) {
        motion->before = pixel_surface(picture->w, picture->h);
        rotate_copy(picture, area, 0, motion->before);
    }
}

void motion_take_after(struct motion *motion) {
    rotate_copy(motion->picture, motion->area, 0, motion->after);
}

void motion_start(struct motion *motion, enum motion_kind kind, int to_px, uint64_t now_ms) {
    motion->kind = kind;
    motion->from_px = motion->offset_px;
    motion->to_px = to_px;
    motion->start_ms = now_ms;
    motion->frame_ms = now_ms;
}

void motion_drag(struct motion *motion, int offset_px) {
    const struct slide slide = {motion->before, motion->after, motion->area};
    int limit = motion->area.w;
    motion->offset_px = offset_px > limit ? limit : offset_px < -limit ? -limit : offset_px;
    blend_slide(&slide, motion->offset_px, motion->picture);
}

static void draw(struct motion *motion, double share, struct rects *changed) {
    if (motion->kind == MOTION_FADE) {
        // By the part of what is still to come that comes now.
        int left = FADE_DONE - motion->share, now = (int)(share * FADE_DONE) - motion->share;
        int part = (now * FADE_DONE + left / 2) / left;
        blend_fade(motion->picture, motion->after, motion->area, part);
        motion->share += now;
    } else {
        int way_px = motion->to_px - motion->from_px;
        motion_drag(motion, motion->from_px + (int)(share * way_px));
    }
    rects_add(changed, motion->area);
}

void motion_step(struct motion *motion, uint64_t now_ms, struct rects *changed) {
    if (motion->kind == MOTION_NONE || motion->kind == MOTION_DRAG) {
        return;
    }
    int whole_ms = motion->kind == MOTION_FADE ? MOTION_FADE_MS : MOTION_SLIDE_MS;
    uint64_t gone_ms = now_ms - motion->start_ms;
    if (gone_ms >= (uint64_t)whole_ms) {
        motion_finish(motion, changed);
        return;
    }
    double left = 1 - (double)gone_ms / whole_ms;
    draw(motion, 1 - left * left * left, changed); // starts fast and comes to rest, as a hand does
    motion->frame_ms = now_ms + MOTION_FRAME_MS;
}

void motion_finish(struct motion *motion, struct rects *changed) {
    if (motion->kind != MOTION_NONE) {
        draw(motion, 1, changed); // a drag that never was a slide goes back to where it began
    }
    motion_close(motion);
}

void motion_close(struct motion *motion) {
    SDL_FreeSurface(motion->before);
    SDL_FreeSurface(motion->after);
    *motion = (struct motion){0};
}
