// SPDX-License-Identifier: MIT
// See blend.h. Two text cards differ in few pixels: where a stretch of a row is the same in both,
// the picture shows it already, and looking costs less than mixing does.
#include "platform/display/blend.h"

#include <string.h>

#include "platform/draw/pixel.h"

enum { STRETCH_PX = 64 };

struct stretch {
    const uint8_t *before, *after;
    uint8_t *out;
    int byte_count;
};

// A plain loop over bytes, which compilers turn into vector code. Rounded to the nearest, so that
// equal bytes stay equal.
static void mix(const struct stretch *stretch, unsigned share) {
    for (int i = 0; i < stretch->byte_count; i++) {
        unsigned from = stretch->before[i] * (FADE_DONE - share), to = stretch->after[i] * share;
        stretch->out[i] = (uint8_t)((from + to + FADE_DONE / 2) / FADE_DONE);
    }
}

void blend_fade(const struct blend *blend, int share, SDL_Surface *picture) {
    struct rect area = blend->area;
    int right = area.x + area.w;
    for (int y = area.y; y < area.y + area.h; y++) {
        for (int x = area.x; x < right; x += STRETCH_PX) {
            const struct stretch stretch = {
                (const uint8_t *)pixel_at(blend->before, x, y),
                (const uint8_t *)pixel_at(blend->after, x, y),
                (uint8_t *)pixel_at(picture, x, y),
                (right - x < STRETCH_PX ? right - x : STRETCH_PX) * 4,
            };
            if (memcmp(stretch.before, stretch.after, (size_t)stretch.byte_count) != 0) {
                mix(&stretch, (unsigned)share);
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
