// SPDX-License-Identifier: MIT
// See blend.h. Two text cards differ in few pixels: where a stretch of a row is the same in both,
// the picture shows it already, and looking costs less than mixing does.
#include "platform/display/blend.h"

#include <string.h>

#include "platform/draw/pixel.h"

enum { STRETCH_PX = 16 };

// A plain loop over bytes, which compilers turn into vector code. Rounded to the nearest, so that
// equal bytes stay equal.
static void mix(const uint8_t *from, const uint8_t *to, size_t size, unsigned share,
                uint8_t *restrict out) {
    for (size_t i = 0; i < size; i++) {
        out[i] =
            (uint8_t)((from[i] * (FADE_DONE - share) + to[i] * share + FADE_DONE / 2) / FADE_DONE);
    }
}

void blend_fade(const struct blend *blend, int share, SDL_Surface *picture) {
    struct rect area = blend->area;
    int right = area.x + area.w;
    for (int y = area.y; y < area.y + area.h; y++) {
        for (int x = area.x; x < right; x += STRETCH_PX) {
            const void *before = pixel_at(blend->before, x, y);
            const void *after = pixel_at(blend->after, x, y);
            int count = right - x < STRETCH_PX ? right - x : STRETCH_PX;
            size_t size = (size_t)count * sizeof(uint32_t);
            if (memcmp(before, after, size) != 0) {
                mix(before, after, size, (unsigned)share, (uint8_t *)pixel_at(picture, x, y));
            }
        }
    }
}

void blend_slide(const struct blend *blend, int offset_px, SDL_Surface *picture) {
    struct rect area = blend->area;
    int moved = offset_px < 0 ? -offset_px : offset_px, kept = area.w - moved;
    size_t moved_bytes = (size_t)moved * sizeof(uint32_t);
    size_t kept_bytes = (size_t)kept * sizeof(uint32_t);
    for (int y = area.y; y < area.y + area.h; y++) {
        const uint32_t *before = pixel_at(blend->before, area.x, y);
        const uint32_t *after = pixel_at(blend->after, area.x, y);
        uint32_t *out = pixel_at(picture, area.x, y);
        if (offset_px >= 0) {
            memcpy(out, after + kept, moved_bytes);
            memcpy(out + moved, before, kept_bytes);
        } else {
            memcpy(out, before + moved, kept_bytes);
            memcpy(out + kept, after, moved_bytes);
        }
    }
}
