// SPDX-License-Identifier: MIT
// The pictures beside the glass come straight from the kernel and are given back to it at the end
// of each motion: pages that nobody touches cost nothing, so a slide of half the screen holds half
// a screen. Nothing here ever gets brighter and darker again, so nothing flashes.
#include "platform/display/motion.h"

#include <stdlib.h>
#include <sys/mman.h>

#include "platform/draw/rotate.h"
#include "platform/system/log.h"

void rects_add(struct rects *rects, struct rect part) {
    if (rect_is_empty(part)) {
        return;
    }
    for (int i = 0; i < rects->count; i++) {
        bool is_last_chance = rects->count == RECTS_LIMIT && i == RECTS_LIMIT - 1;
        if (rect_touches(rects->list[i], part) || is_last_chance) {
            rects->list[i] = rect_union(rects->list[i], part);
            return;
        }
    }
    rects->list[rects->count++] = part;
}

// Without memory the program ends, as it does where an arena has none, and is started again.
static SDL_Surface *side_open(const SDL_Surface *like) {
    size_t bytes = (size_t)like->pitch * (size_t)like->h;
    void *pixels = mmap(NULL, bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    SDL_Surface *side = NULL;
    if (pixels != MAP_FAILED) {
        side = SDL_CreateRGBSurfaceWithFormatFrom(pixels, like->w, like->h, 32, like->pitch,
                                                  SDL_PIXELFORMAT_ARGB8888);
    }
    if (!side) {
        log_line("No memory for a motion of %zu bytes.", bytes);
        abort();
    }
    return side;
}

static void side_close(SDL_Surface *side) {
    if (side) {
        munmap(side->pixels, (size_t)side->pitch * (size_t)side->h);
        SDL_FreeSurface(side);
    }
}

void motion_open_fade(struct motion *motion, const SDL_Surface *picture, struct rect area) {
    motion_close(motion);
    motion->area = area;
    motion->after = side_open(picture);
}

void motion_start_fade(struct motion *motion, SDL_Surface *picture, uint64_t now_ms) {
    motion->fade = blend_fade_open(picture, motion->after, motion->area);
    motion->kind = MOTION_FADE;
    motion->start_ms = now_ms;
    motion->frame_ms = now_ms + MOTION_FRAME_MS;
}

void motion_open_slide(struct motion *motion, const SDL_Surface *picture, struct rect area) {
    motion_close(motion);
    motion->area = area;
    motion->before = side_open(picture);
    motion->after = side_open(picture);
    motion->kind = MOTION_DRAG;
    motion_take_before(motion, picture);
}

void motion_take_before(struct motion *motion, const SDL_Surface *picture) {
    rotate_copy(picture, motion->area, 0, motion->before);
}

void motion_take_after(struct motion *motion, const SDL_Surface *picture) {
    rotate_copy(picture, motion->area, 0, motion->after);
}

void motion_start_slide(struct motion *motion, int to_px, uint64_t now_ms) {
    bool is_other_side =
        (to_px > 0 && motion->offset_px < 0) || (to_px < 0 && motion->offset_px > 0);
    motion->kind = MOTION_SLIDE;
    motion->from_px = is_other_side ? 0 : motion->offset_px;
    motion->to_px = to_px;
    motion->start_ms = now_ms;
    motion->frame_ms = now_ms;
}

static void slide_to(struct motion *motion, SDL_Surface *picture, int offset_px) {
    struct slide slide = {motion->before, motion->after, motion->area};
    motion->offset_px = offset_px;
    blend_slide(&slide, offset_px, picture);
}

void motion_drag(struct motion *motion, SDL_Surface *picture, int offset_px) {
    int limit = motion->area.w;
    offset_px = offset_px > limit ? limit : offset_px;
    slide_to(motion, picture, offset_px < -limit ? -limit : offset_px);
}

// Starts fast and comes to rest, as a hand does: 1 - (1 - t)^3.
static double eased(uint64_t gone_ms, int whole_ms) {
    double left = gone_ms >= (uint64_t)whole_ms ? 0 : 1 - (double)gone_ms / whole_ms;
    return 1 - left * left * left;
}

static void fade_to(struct motion *motion, SDL_Surface *picture, int share, struct rects *changed) {
    blend_fade_step(motion->fade, picture, share);
    struct rect bands[RECTS_LIMIT];
    int count = blend_fade_rects(motion->fade, bands, RECTS_LIMIT);
    for (int i = 0; i < count; i++) {
        rects_add(changed, bands[i]);
    }
}

void motion_step(struct motion *motion, SDL_Surface *picture, uint64_t now_ms,
                 struct rects *changed) {
    if (motion->kind == MOTION_NONE || motion->kind == MOTION_DRAG) {
        return;
    }
    bool is_fade = motion->kind == MOTION_FADE;
    int whole_ms = is_fade ? MOTION_FADE_MS : MOTION_SLIDE_MS;
    uint64_t gone_ms = now_ms - motion->start_ms;
    if (gone_ms >= (uint64_t)whole_ms) {
        motion_finish(motion, picture, changed);
        return;
    }
    double share = eased(gone_ms, whole_ms);
    if (is_fade) {
        fade_to(motion, picture, (int)(share * FADE_DONE), changed);
    } else {
        int way_px = motion->to_px - motion->from_px;
        slide_to(motion, picture, motion->from_px + (int)(share * way_px));
        rects_add(changed, motion->area);
    }
    motion->frame_ms = now_ms + MOTION_FRAME_MS;
}

void motion_finish(struct motion *motion, SDL_Surface *picture, struct rects *changed) {
    if (motion->kind == MOTION_FADE) {
        fade_to(motion, picture, FADE_DONE, changed);
    } else if (motion->kind != MOTION_NONE) {
        slide_to(motion, picture, motion->kind == MOTION_SLIDE ? motion->to_px : 0);
        rects_add(changed, motion->area);
    }
    motion_close(motion);
}

void motion_close(struct motion *motion) {
    blend_fade_close(motion->fade);
    side_close(motion->before);
    side_close(motion->after);
    *motion = (struct motion){0};
}
