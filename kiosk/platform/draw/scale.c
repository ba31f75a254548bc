// SPDX-License-Identifier: MIT
// See scale.h. Every pixel of the result is the mean of those it covers, weighted by their alpha.
#include "platform/draw/scale.h"

struct sum {
    uint32_t alpha, red, green, blue, count;
};

struct scaling {
    SDL_Surface *from, *to;
    uint32_t *row; // one row of `from` as ARGB8888
    struct sum *sums;
};

struct rect scale_fit(struct rect room, int width, int height) {
    if (width < 1 || height < 1 || rect_is_empty(room)) {
        return (struct rect){room.x, room.y, 1, 1};
    }
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

static void add_row(const struct scaling *scaling) {
    int width = scaling->to->w, from_width = scaling->from->w;
    for (int x = 0; x < width; x++) {
        struct sum *sum = &scaling->sums[x];
        int end = (int)((int64_t)(x + 1) * from_width / width);
        for (int i = (int)((int64_t)x * from_width / width); i < end; i++) {
            uint32_t pixel = scaling->row[i], alpha = pixel >> 24;
            sum->alpha += alpha;
            sum->red += (pixel >> 16 & 0xFF) * alpha / 255;
            sum->green += (pixel >> 8 & 0xFF) * alpha / 255;
            sum->blue += (pixel & 0xFF) * alpha / 255;
            sum->count++;
        }
    }
}

static void put_row(const struct scaling *scaling, int y) {
    uint8_t *start = (uint8_t *)scaling->to->pixels + (ptrdiff_t)scaling->to->pitch * y;
    uint32_t *row = (uint32_t *)(void *)start;
    for (int x = 0; x < scaling->to->w; x++) {
        struct sum *sum = &scaling->sums[x];
        uint32_t alpha = sum->alpha ? sum->alpha : 1;
        uint32_t red = sum->red * 255u / alpha, green = sum->green * 255u / alpha;
        uint32_t blue = sum->blue * 255u / alpha;
        row[x] = (sum->alpha / (sum->count ? sum->count : 1)) << 24 | (red & 0xFF) << 16 |
                 (green & 0xFF) << 8 | (blue & 0xFF);
        *sum = (struct sum){0};
    }
}

static bool average(const struct scaling *scaling) {
    SDL_Surface *from = scaling->from;
    int from_y = 0;
    for (int y = 0; y < scaling->to->h; y++) {
        int end = (int)((int64_t)(y + 1) * from->h / scaling->to->h);
        for (; from_y < end; from_y++) {
            const uint8_t *row = (const uint8_t *)from->pixels + (ptrdiff_t)from->pitch * from_y;
            if (SDL_ConvertPixels(from->w, 1, from->format->format, row, from->pitch,
                                  SDL_PIXELFORMAT_ARGB8888, scaling->row, from->w * 4) != 0) {
                return false;
            }
            add_row(scaling);
        }
        put_row(scaling, y);
    }
    return true;
}

static bool shrink(SDL_Surface *from, SDL_Surface *to) {
    struct scaling scaling = {.from = from, .to = to};
    scaling.row = SDL_calloc((size_t)from->w, sizeof *scaling.row);
    scaling.sums = SDL_calloc((size_t)to->w, sizeof *scaling.sums);
    bool is_done = scaling.row && scaling.sums && average(&scaling);
    SDL_free(scaling.row);
    SDL_free(scaling.sums);
    return is_done;
}

SDL_Surface *scale_picture(SDL_Surface *from, int width_px, int height_px) {
    SDL_Surface *to =
        SDL_CreateRGBSurfaceWithFormat(0, width_px, height_px, 32, SDL_PIXELFORMAT_ARGB8888);
    bool is_indexed = SDL_ISPIXELFORMAT_INDEXED(from->format->format);
    bool is_smaller = width_px <= from->w && height_px <= from->h;
    bool is_done = false;
    if (to && is_smaller && !is_indexed) {
        is_done = shrink(from, to);
    } else if (to) {
        SDL_Surface *same = SDL_ConvertSurfaceFormat(from, SDL_PIXELFORMAT_ARGB8888, 0);
        is_done = same && (is_smaller ? shrink(same, to)
                                      : SDL_SoftStretchLinear(same, NULL, to, NULL) == 0);
        SDL_FreeSurface(same);
    }
    if (!is_done) {
        SDL_FreeSurface(to);
        return NULL;
    }
    return to;
}
