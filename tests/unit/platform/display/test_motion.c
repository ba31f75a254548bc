// SPDX-License-Identifier: MIT
// Transitions: what a fade and a slide write, and that they write nothing else.
#include <string.h>

#include "platform/display/motion.h"

#include "surfaces.h"

enum { WIDE = 200, HIGH = 60 };

static const struct rect ALL = {0, 0, WIDE, HIGH};

static SDL_Surface *surface_of(uint32_t seed) {
    SDL_Surface *surface = surface_make(WIDE, HIGH);
    SDL_FillRect(surface, NULL, 0xFF000000 | seed);
    return surface;
}

static void box(SDL_Surface *surface, struct rect at, uint32_t colour) {
    SDL_FillRect(surface, &(SDL_Rect){at.x, at.y, at.w, at.h}, colour);
}

// Two pictures that differ in a few places: at both edges, in a speckle, in a wide block.
static void make_pair(SDL_Surface **before, SDL_Surface **after) {
    *before = surface_of(0xFAF7F2);
    *after = surface_of(0xFAF7F2);
    box(*before, (struct rect){0, 3, 9, 5}, 0xFF14263A);
    box(*after, (struct rect){WIDE - 7, 20, 7, 11}, 0xFF0B4F54);
    box(*after, (struct rect){30, 0, 90, 12}, 0xFF9B1C1C);
    for (int i = 0; i < 40; i++) {
        *pixel(*before, (i * 37) % WIDE, 40 + i % 18) = 0xFF000000 + (uint32_t)i * 999;
    }
}

static void fade(SDL_Surface *drawn, SDL_Surface *after, struct rect area, int part) {
    const struct motion motion = {.picture = drawn, .area = area, .after = after};
    motion_fade(&motion, part);
}

UNIT_TEST(a_fade_begins_with_the_one_picture_and_ends_with_the_other) {
    SDL_Surface *before, *after, *drawn, *unused;
    make_pair(&before, &after);
    make_pair(&drawn, &unused);
    fade(drawn, after, ALL, 0);
    assert_same_pixels(drawn, before);
    fade(drawn, after, ALL, 100);
    fade(drawn, after, ALL, MOTION_FADE_DONE);
    assert_same_pixels(drawn, after);
    SDL_FreeSurface(before);
    SDL_FreeSurface(after);
    SDL_FreeSurface(drawn);
    SDL_FreeSurface(unused);
}

static int channel(uint32_t colour, int shift) {
    return (int)(colour >> shift & 0xFF);
}

// Every channel of `drawn` is what `share` of the way from `before` to `after` makes it.
static void assert_on_the_way(SDL_Surface *const pictures[3], int share, int within) {
    for (int y = 0; y < HIGH; y++) {
        for (int x = 0; x < WIDE; x++) {
            for (int shift = 0; shift < 32; shift += 8) {
                int from = channel(*pixel(pictures[0], x, y), shift);
                int to = channel(*pixel(pictures[1], x, y), shift);
                int drawn = channel(*pixel(pictures[2], x, y), shift);
                assert_in_range(drawn + within - from - (to - from) * share / MOTION_FADE_DONE, 0,
                                2 * within);
            }
        }
    }
}

UNIT_TEST(every_frame_of_a_fade_lies_where_it_should_in_every_channel) {
    for (int part = 17; part < MOTION_FADE_DONE; part += 17) {
        SDL_Surface *before, *after, *unused, *drawn;
        make_pair(&before, &after);
        make_pair(&drawn, &unused);
        fade(drawn, after, ALL, part);
        assert_on_the_way((SDL_Surface *[]){before, after, drawn}, part, 1);
        SDL_FreeSurface(before);
        SDL_FreeSurface(after);
        SDL_FreeSurface(unused);
        SDL_FreeSurface(drawn);
    }
}

UNIT_TEST(a_fade_keeps_to_its_area) {
    SDL_Surface *before, *after, *out = surface_of(0x123456);
    make_pair(&before, &after);
    const struct rect area = {20, 5, 60, 40};
    fade(out, after, area, MOTION_FADE_DONE);
    for (int y = 0; y < HIGH; y++) {
        for (int x = 0; x < WIDE; x++) {
            assert_true(rect_has(area, x, y) || *pixel(out, x, y) == 0xFF123456);
        }
    }
    SDL_FreeSurface(before);
    SDL_FreeSurface(after);
    SDL_FreeSurface(out);
}

UNIT_TEST(a_slide_shows_both_pictures_side_by_side_and_leaves_the_rest_alone) {
    SDL_Surface *before = surface_of(0), *after = surface_of(0), *out = surface_of(0xABCDEF);
    for (int x = 0; x < WIDE; x++) {
        box(before, (struct rect){x, 0, 1, HIGH}, 0xFF000000 | (uint32_t)x);
        box(after, (struct rect){x, 0, 1, HIGH}, 0xFF010000 | (uint32_t)x);
    }
    struct motion motion = {
        .picture = out, .area = {10, 5, 100, 20}, .before = before, .after = after};
    const int offsets[] = {0, 1, 37, 100, -1, -62, -100};
    for (int i = 0; i < COUNT_OF(offsets); i++) {
        motion.offset_px = offsets[i];
        motion_slide(&motion);
        for (int x = 0; x < 100; x++) {
            int from = x - offsets[i];
            uint32_t expected = from < 0      ? 0xFF010000 | (uint32_t)(from + 110)
                                : from >= 100 ? 0xFF010000 | (uint32_t)(from - 90)
                                              : 0xFF000000 | (uint32_t)(from + 10);
            assert_int_equal(*pixel(out, 10 + x, 15), expected);
        }
        assert_int_equal(*pixel(out, 9, 15), 0xFFABCDEF);
        assert_int_equal(*pixel(out, 110, 15), 0xFFABCDEF);
        assert_int_equal(*pixel(out, 50, 4), 0xFFABCDEF);
        assert_int_equal(*pixel(out, 50, 25), 0xFFABCDEF);
    }
    SDL_FreeSurface(before);
    SDL_FreeSurface(after);
    SDL_FreeSurface(out);
}
