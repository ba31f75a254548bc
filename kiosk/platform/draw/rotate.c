// SPDX-License-Identifier: MIT
// See rotate.h. All eight orientations of Exif, of which a glass needs four, are one walk: along a
// row of the result, the stored picture is read in steps that may go back or down. It goes in
// square tiles: read along columns as a whole, it would miss the cache with every pixel.
#include "platform/draw/rotate.h"

#include <assert.h>

#include "platform/draw/pixel.h"

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

static const int orientations[] = {1, 6, 3, 8}; // by quarter turns

// Where the walk begins, and how many pixels a step right and a step down of the result take.
struct pixel_walk {
    const uint32_t *start;
    ptrdiff_t right, down;
};

static struct pixel_walk walk_of(const SDL_Surface *stored, const struct way *way) {
    ptrdiff_t row = stored->pitch / (ptrdiff_t)sizeof(uint32_t);
    ptrdiff_t across = way->is_from_right ? -1 : 1, along = way->is_from_bottom ? -row : row;
    return (struct pixel_walk){
        .start = pixel_at(stored, way->is_from_right ? stored->w - 1 : 0,
                          way->is_from_bottom ? stored->h - 1 : 0),
        .right = way->is_on_its_side ? along : across,
        .down = way->is_on_its_side ? across : along,
    };
}

static void copy_tile(const struct pixel_walk *walk, struct rect tile, SDL_Surface *seen) {
    for (int y = tile.y; y < tile.y + tile.h; y++) {
        const uint32_t *from = walk->start + walk->right * tile.x + walk->down * y;
        uint32_t *to = pixel_at(seen, tile.x, y);
        for (int x = 0; x < tile.w; x++) {
            to[x] = from[x * walk->right];
        }
    }
}

static void copy(const SDL_Surface *stored, int orientation, struct rect part, SDL_Surface *seen) {
    const struct pixel_walk walk = walk_of(stored, &ways[orientation]);
    for (int y = part.y; y < part.y + part.h; y += TILE_PX) {
        for (int x = part.x; x < part.x + part.w; x += TILE_PX) {
            const struct rect tile = {x, y, TILE_PX, TILE_PX};
            copy_tile(&walk, rect_intersection(part, tile), seen);
        }
    }
}

struct rect rotate_rect(struct rect part, int degrees, int width, int height) {
    int right = width - part.x - part.w, bottom = height - part.y - part.h;
    switch (degrees) {
    case 90:
        return (struct rect){bottom, part.x, part.h, part.w};
    case 180:
        return (struct rect){right, bottom, part.w, part.h};
    case 270:
        return (struct rect){part.y, right, part.h, part.w};
    default:
        return part;
    }
}

struct rect rotate_copy(const SDL_Surface *upright, struct rect part, int degrees,
                        SDL_Surface *glass) {
    part = rect_intersection(part, (struct rect){0, 0, upright->w, upright->h});
    struct rect changed = rotate_rect(part, degrees, upright->w, upright->h);
    assert(changed.x + changed.w <= glass->w && changed.y + changed.h <= glass->h);
    copy(upright, orientations[degrees / 90], changed, glass);
    return changed;
}

SDL_Surface *rotate_photograph(SDL_Surface *stored, int orientation) {
    assert(orientation >= 1 && orientation < COUNT_OF(ways));
    if (orientation == 1) {
        return stored;
    }
    bool is_on_its_side = ways[orientation].is_on_its_side;
    int width = is_on_its_side ? stored->h : stored->w;
    int height = is_on_its_side ? stored->w : stored->h;
    SDL_Surface *argb = SDL_ConvertSurfaceFormat(stored, SDL_PIXELFORMAT_ARGB8888, 0);
    SDL_FreeSurface(stored);
    if (!argb) {
        return NULL;
    }
    SDL_Surface *seen = pixel_surface(width, height);
    copy(argb, orientation, (struct rect){0, 0, width, height}, seen);
    SDL_FreeSurface(argb);
    return seen;
}
