// SPDX-License-Identifier: MIT
// See exif_rotate.h. All eight orientations are one walk: along a row of the result, the stored
// picture is read in steps that may go back or down. It goes in tiles, as in rotate.c, but in any
// pixel format and with mirrors, because photographs are turned as they were decoded.
#include "platform/draw/exif_rotate.h"

#include <assert.h>

enum { TILE_PX = 32 };

// How the result's pixel (x, y) is found: on its side x and y change places, then the stored
// picture is read from its right or from its bottom (CIPA DC-008, 4.6.4, Orientation).
static const struct way {
    bool is_on_its_side, is_from_right, is_from_bottom;
} ways[] = {
    [1] = {false, false, false}, [2] = {false, true, false}, [3] = {false, true, true},
    [4] = {false, false, true},  [5] = {true, false, false}, [6] = {true, false, true},
    [7] = {true, true, true},    [8] = {true, true, false},
};
static_assert(COUNT_OF(ways) == 9, "a way for every orientation");

// Where the walk begins and how many bytes a step right and a step down of the result take.
struct pixel_walk {
    const uint8_t *start;
    ptrdiff_t right, down;
};

static struct pixel_walk walk_of(const SDL_Surface *stored, const struct way *way) {
    ptrdiff_t pixel = stored->format->BytesPerPixel, row = stored->pitch;
    struct pixel_walk walk = {stored->pixels, pixel, row};
    if (way->is_from_right) {
        walk.start += pixel * (stored->w - 1);
        walk.right = -pixel;
    }
    if (way->is_from_bottom) {
        walk.start += row * (stored->h - 1);
        walk.down = -row;
    }
    if (way->is_on_its_side) {
        ptrdiff_t right = walk.right;
        walk.right = walk.down;
        walk.down = right;
    }
    return walk;
}

static void copy_tile(const struct pixel_walk *walk, struct rect tile, SDL_Surface *seen) {
    int bytes = seen->format->BytesPerPixel;
    for (int y = tile.y; y < tile.y + tile.h; y++) {
        const uint8_t *from = walk->start + walk->right * tile.x + walk->down * y;
        uint8_t *to = (uint8_t *)seen->pixels + (ptrdiff_t)seen->pitch * y + bytes * tile.x;
        for (int x = 0; x < tile.w; x++, from += walk->right) {
            for (int i = 0; i < bytes; i++) {
                *to++ = from[i];
            }
        }
    }
}

SDL_Surface *exif_rotate(SDL_Surface *stored, int orientation) {
    assert(orientation >= 1 && orientation < COUNT_OF(ways));
    if (orientation == 1) {
        return stored;
    }
    const struct way *way = &ways[orientation];
    const SDL_PixelFormat *format = stored->format;
    int width = way->is_on_its_side ? stored->h : stored->w;
    int height = way->is_on_its_side ? stored->w : stored->h;
    SDL_Surface *seen =
        SDL_CreateRGBSurfaceWithFormat(0, width, height, format->BitsPerPixel, format->format);
    if (seen) {
        struct pixel_walk walk = walk_of(stored, way);
        struct rect all = {0, 0, width, height};
        for (int y = 0; y < height; y += TILE_PX) {
            for (int x = 0; x < width; x += TILE_PX) {
                struct rect tile = {x, y, TILE_PX, TILE_PX};
                copy_tile(&walk, rect_intersection(all, tile), seen);
            }
        }
    }
    SDL_FreeSurface(stored);
    return seen;
}
