// SPDX-License-Identifier: MIT
// See blend.h. Two cards differ in few places: where a stretch of a row is the same in both,
// nothing is mixed. A frame is mixed from the one before it: a copy of the first picture would cost
// as much memory as the screen.
#include "platform/display/blend.h"

#include <string.h>

#include "platform/draw/pixel.h"

enum { STRETCH_PX = 128 };

// A plain loop over bytes, which compilers turn into vector code. Rounded to the nearest, so that
// equal bytes stay equal and many frames do not make a picture darker.
static void mix(uint8_t *restrict out, const uint8_t *restrict to, int byte_count, int part) {
    unsigned come = (unsigned)part, stay = FADE_DONE - come;
    for (int i = 0; i < byte_count; i++) {
        out[i] = (uint8_t)((out[i] * stay + to[i] * come + FADE_DONE / 2) / FADE_DONE);
    }
}

void blend_fade(SDL_Surface *picture, const SDL_Surface *after, struct rect area, int part) {
    int right = area.x + area.w;
    for (int y = area.y; y < area.y + area.h; y++) {
        for (int x = area.x; x < right; x += STRETCH_PX) {
            void *out = pixel_at(picture, x, y);
            const void *to = pixel_at(after, x, y);
            if (right - x < STRETCH_PX) {
                mix(out, to, (right - x) * 4, part);
            } else if (memcmp(out, to, STRETCH_PX * 4) != 0) {
                mix(out, to, STRETCH_PX * 4, part); // a length that the compiler knows
            }
        }
    }
}

void blend_slide(const struct slide *slide, int offset_px, SDL_Surface *picture) {
    struct rect area = slide->area;
    const SDL_Surface *left = offset_px < 0 ? slide->before : slide->after;
    const SDL_Surface *right = offset_px < 0 ? slide->after : slide->before;
    int left_px = offset_px < 0 ? area.w + offset_px : offset_px, right_px = area.w - left_px;
    for (int y = area.y; y < area.y + area.h; y++) {
        uint32_t *out = pixel_at(picture, area.x, y);
        memcpy(out, pixel_at(left, area.x + right_px, y), sizeof *out * (size_t)left_px);
        memcpy(out + left_px, pixel_at(right, area.x, y), sizeof *out * (size_t)right_px);
    }
}
