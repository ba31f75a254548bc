// SPDX-License-Identifier: MIT
// See outline.h. A pixel is part of the outline once for each of its sides on which nothing is;
// what lies around the picture counts as nothing.
#include "platform/draw/outline.h"

#include <stdlib.h>

#include "platform/draw/pixel.h"

enum {
    SEEN_ALPHA = 128,
    NEAR = 24,       // by which each of red, green and blue may differ: a contrast of 1.2 to 1
    MELTING_PART = 3 // one side of four is none, half of it is
};

static bool is_seen(uint32_t pixel) {
    return pixel >> 24 >= SEEN_ALPHA;
}

static bool is_near(uint32_t a, uint32_t b) {
    bool is_all = true;
    for (int shift = 0; shift <= 16; shift += 8) {
        is_all = is_all && abs((int)(a >> shift & 0xFF) - (int)(b >> shift & 0xFF)) <= NEAR;
    }
    return is_all;
}

struct outline {
    uint32_t ground;
    size_t length, melting; // in sides of pixels
};

static void add_side(struct outline *outline, uint32_t a, uint32_t b) {
    if (is_seen(a) != is_seen(b)) {
        outline->length++;
        outline->melting += is_near(is_seen(a) ? a : b, outline->ground);
    }
}

static uint32_t pixel_or_nothing(const SDL_Surface *picture, int x, int y) {
    bool is_inside = x >= 0 && x < picture->w && y >= 0 && y < picture->h;
    return is_inside ? *pixel_at(picture, x, y) : 0;
}

bool outline_is_open(const SDL_Surface *picture) {
    int at = 0, count = picture->w * picture->h;
    while (at < count && is_seen(*pixel_at(picture, at % picture->w, at / picture->w))) {
        at++;
    }
    return at < count;
}

bool outline_melts(const SDL_Surface *picture, uint32_t ground) {
    struct outline outline = {.ground = ground};
    for (int y = 0; y <= picture->h; y++) {
        for (int x = 0; x <= picture->w; x++) {
            uint32_t pixel = pixel_or_nothing(picture, x, y);
            add_side(&outline, pixel, pixel_or_nothing(picture, x - 1, y));
            add_side(&outline, pixel, pixel_or_nothing(picture, x, y - 1));
        }
    }
    return outline.melting * MELTING_PART > outline.length;
}
