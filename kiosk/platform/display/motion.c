// SPDX-License-Identifier: MIT
// A motion is two finished pictures and how far it has come from the one to the other. Nothing here
// ever gets brighter and darker again, so nothing flashes. A frame of a fade is mixed from the one
// before it, as a copy of the first picture would cost as much memory as the screen; where a
// stretch of a row is the same in both pictures, nothing is mixed. A slide moves rows as memory.
#include "platform/display/motion.h"

#include <string.h>

#include "platform/draw/pixel.h"
#include "platform/draw/rotate.h"

enum { STRETCH_PX = 128 };

// A plain loop over bytes, which compilers turn into vector code. Rounded to the nearest, so that
// equal bytes stay equal and many frames do not make a picture darker.
static void mix(uint8_t *restrict out, const uint8_t *restrict to, int byte_count, int part) {
    unsigned come = (unsigned)part, stay = MOTION_FADE_DONE - come;
    for (int i = 0; i < byte_count; i++) {
        out[i] =
            (uint8_t)((out[i] * stay + to[i] * come + MOTION_FADE_DONE / 2) / MOTION_FADE_DONE);
    }
}

void motion_fade(const struct motion *motion, int part) {
    struct rect area = motion->area;
    int right = area.x + area.w;
    for (int y = area.y; y < area.y + area.h; y++) {
        for (int x = area.x; x < right; x += STRETCH_PX) {
            void *out = pixel_at(motion->picture, x, y);
            const void *to = pixel_at(motion->after, x, y);
            if (right - x < STRETCH_PX) {
                mix(out, to, (right - x) * 4, part);
            } else if (memcmp(out, to, STRETCH_PX * 4) != 0) {
                mix(out, to, STRETCH_PX * 4, part); // a length that the compiler knows
            }
        }
    }
}

void motion_slide(const struct motion *motion) {
    struct rect area = motion->area;
    int offset_px = motion->offset_px;
    const SDL_Surface *left = offset_px < 0 ? motion->before : motion->after;
    const SDL_Surface *right = offset_px < 0 ? motion->after : motion->before;
    int left_px = offset_px < 0 ? area.w + offset_px : offset_px, right_px = area.w - left_px;
    for (int y = area.y; y < area.y + area.h; y++) {
        uint32_t *out = pixel_at(motion->picture, area.x, y);
        memcpy(out, pixel_at(left, area.x + right_px, y), sizeof *out * (size_t)left_px);
        memcpy(out + left_px, pixel_at(right, area.x, y), sizeof *out * (size_t)right_px);
    }
}

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
    int limit = motion->area.w;
    motion->offset_px = offset_px > limit ? limit : offset_px < -limit ? -limit : offset_px;
    motion_slide(motion);
}

static void draw(struct motion *motion, double share, struct rect *changed) {
    if (motion->kind == MOTION_FADE) {
        // By the part of what is still to come that comes now.
        int left = MOTION_FADE_DONE - motion->share,
            now = (int)(share * MOTION_FADE_DONE) - motion->share;
        int part = (now * MOTION_FADE_DONE + left / 2) / left;
        motion_fade(motion, part);
        motion->share += now;
    } else {
        int way_px = motion->to_px - motion->from_px;
        motion_drag(motion, motion->from_px + (int)(share * way_px));
    }
    *changed = rect_union(*changed, motion->area);
}

void motion_step(struct motion *motion, uint64_t now_ms, struct rect *changed) {
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

void motion_finish(struct motion *motion, struct rect *changed) {
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
