// SPDX-License-Identifier: MIT
// See scale.h. Every pixel of a smaller picture is the mean of those it covers, weighted by their
// alpha; a larger one is stretched by SDL.
#include "platform/draw/scale.h"

#include "platform/draw/pixel.h"

struct rect scale_fit(struct rect room, int width, int height) {
    int64_t w = room.w, h = w * height / width;
    if (h > room.h) {
        h = room.h;
        w = h * width / height;
    }
    struct rect at = {0, 0, w < 1 ? 1 : (int)w, h < 1 ? 1 : (int)h};
    at.x = room.x + (room.w - at.w) / 2;
    at.y = room.y + (room.h - at.h) / 2;
    return at;
}

static uint32_t mean_of(const SDL_Surface *surface, struct rect part) {
    uint32_t alpha = 0, red = 0, green = 0, blue = 0;
    for (int y = part.y; y < part.y + part.h; y++) {
        const uint32_t *row = pixel_at(surface, 0, y);
        for (int x = part.x; x < part.x + part.w; x++) {
            uint32_t share = row[x] >> 24;
            alpha += share;
            red += (row[x] >> 16 & 0xFF) * share / 255;
            green += (row[x] >> 8 & 0xFF) * share / 255;
            blue += (row[x] & 0xFF) * share / 255;
        }
    }
    uint32_t count = (uint32_t)part.w * (uint32_t)part.h, weight = alpha ? alpha : 1;
    return alpha / count << 24 | (red * 255 / weight & 0xFF) << 16 |
           (green * 255 / weight & 0xFF) << 8 | (blue * 255 / weight & 0xFF);
}

// Where pixel `i` of `count` begins among `from` others.
static int begin_of(int i, int from, int count) {
    return (int)((int64_t)i * from / count);
}

static void shrink(const SDL_Surface *from, SDL_Surface *to) {
    for (int y = 0; y < to->h; y++) {
        uint32_t *row = pixel_at(to, 0, y);
        struct rect part = {.y = begin_of(y, from->h, to->h)};
        part.h = begin_of(y + 1, from->h, to->h) - part.y;
        for (int x = 0; x < to->w; x++) {
            part.x = begin_of(x, from->w, to->w);
            part.w = begin_of(x + 1, from->w, to->w) - part.x;
            row[x] = mean_of(from, part);
        }
    }
}

SDL_Surface *scale_picture(SDL_Surface *from, int width_px, int height_px) {
    SDL_Surface *same = SDL_ConvertSurfaceFormat(from, SDL_PIXELFORMAT_ARGB8888, 0);
    SDL_Surface *to = pixel_surface(width_px, height_px);
    if (same && width_px <= from->w && height_px <= from->h) {
        shrink(same, to);
    } else if (!same || SDL_SoftStretchLinear(same, NULL, to, NULL) != 0) {
        SDL_FreeSurface(to);
        to = NULL;
    }
    SDL_FreeSurface(same);
    return to;
}
