// SPDX-License-Identifier: MIT
// See rotate.h. A quarter turn is copied in square tiles: read along rows and written along columns
// as a whole, it would miss the cache with every pixel.
#include "platform/display/rotate.h"

#include <assert.h>
#include <string.h>

enum { TILE_PX = 32 };

struct rect rotate_rect(struct rect part, int degrees, int upright_w, int upright_h) {
    switch (degrees) {
    case 90:
        return (struct rect){upright_h - part.y - part.h, part.x, part.h, part.w};
    case 180:
        return (struct rect){upright_w - part.x - part.w, upright_h - part.y - part.h, part.w,
                             part.h};
    case 270:
        return (struct rect){part.y, upright_w - part.x - part.w, part.h, part.w};
    default:
        return part;
    }
}

struct rotate_point rotate_point_back(struct rotate_point glass, int degrees, int upright_w,
                                      int upright_h) {
    switch (degrees) {
    case 90:
        return (struct rotate_point){glass.y, upright_h - 1 - glass.x};
    case 180:
        return (struct rotate_point){upright_w - 1 - glass.x, upright_h - 1 - glass.y};
    case 270:
        return (struct rotate_point){upright_w - 1 - glass.y, glass.x};
    default:
        return glass;
    }
}

static uint32_t *pixel_at(const SDL_Surface *surface, int x, int y) {
    uint8_t *row = (uint8_t *)surface->pixels + (ptrdiff_t)surface->pitch * y;
    return (uint32_t *)(void *)row + x;
}

static void copy_upright(const SDL_Surface *upright, struct rect part, SDL_Surface *glass) {
    for (int y = part.y; y < part.y + part.h; y++) {
        memcpy(pixel_at(glass, part.x, y), pixel_at(upright, part.x, y),
               (size_t)part.w * sizeof(uint32_t));
    }
}

static void copy_half_turn(const SDL_Surface *upright, struct rect part, SDL_Surface *glass) {
    for (int y = part.y; y < part.y + part.h; y++) {
        const uint32_t *from = pixel_at(upright, part.x, y);
        uint32_t *to = pixel_at(glass, upright->w - 1 - part.x, upright->h - 1 - y);
        for (int x = 0; x < part.w; x++) {
            to[-x] = from[x];
        }
    }
}

// One tile: along each of its columns, glass pixels lie beside each other.
static void copy_tile(const SDL_Surface *upright, struct rect tile, bool is_clockwise,
                      SDL_Surface *glass) {
    ptrdiff_t pitch = upright->pitch / (ptrdiff_t)sizeof(uint32_t);
    for (int x = tile.x; x < tile.x + tile.w; x++) {
        const uint32_t *from = pixel_at(upright, x, tile.y);
        uint32_t *to = is_clockwise ? pixel_at(glass, upright->h - 1 - tile.y, x)
                                    : pixel_at(glass, tile.y, upright->w - 1 - x);
        int step = is_clockwise ? -1 : 1;
        for (int y = 0; y < tile.h; y++) {
            to[y * step] = from[y * pitch];
        }
    }
}

static void copy_quarter_turn(const SDL_Surface *upright, struct rect part, bool is_clockwise,
                              SDL_Surface *glass) {
    for (int y = part.y; y < part.y + part.h; y += TILE_PX) {
        for (int x = part.x; x < part.x + part.w; x += TILE_PX) {
            struct rect tile = rect_intersection(part, (struct rect){x, y, TILE_PX, TILE_PX});
            copy_tile(upright, tile, is_clockwise, glass);
        }
    }
}

struct rect rotate_copy(const SDL_Surface *upright, struct rect part, int degrees,
                        SDL_Surface *glass) {
    bool is_turned = degrees == 90 || degrees == 270;
    assert(glass->w >= (is_turned ? upright->h : upright->w));
    assert(glass->h >= (is_turned ? upright->w : upright->h));
    part = rect_intersection(part, (struct rect){0, 0, upright->w, upright->h});
    if (is_turned) {
        copy_quarter_turn(upright, part, degrees == 90, glass);
    } else if (degrees == 180) {
        copy_half_turn(upright, part, glass);
    } else {
        copy_upright(upright, part, glass);
    }
    return rotate_rect(part, degrees, upright->w, upright->h);
}
