// SPDX-License-Identifier: MIT
// The turned glass: pictures, rectangles and touches agree with each other.

#include "platform/draw/rotate.h"

#include "surfaces.h"

enum { WIDE = 101, HIGH = 67 };

static const int TURNS[] = {0, 90, 180, 270};

// Every pixel has a colour of its own.
static SDL_Surface *make_picture(void) {
    SDL_Surface *picture = surface_make(WIDE, HIGH);
    for (int y = 0; y < HIGH; y++) {
        for (int x = 0; x < WIDE; x++) {
            *pixel(picture, x, y) = 0xFF000000 | (uint32_t)(y << 8 | x);
        }
    }
    return picture;
}

static SDL_Surface *turn(SDL_Surface *from, int degrees) {
    bool is_turned = degrees % 180 != 0;
    SDL_Surface *to = surface_make(is_turned ? from->h : from->w, is_turned ? from->w : from->h);
    struct rect all = {0, 0, from->w, from->h};
    struct rect changed = rotate_copy(from, all, degrees, to);
    assert_true(rect_equals(changed, (struct rect){0, 0, to->w, to->h}));
    return to;
}

UNIT_TEST(four_quarter_turns_give_the_picture_back) {
    for (int degrees = 90; degrees <= 270; degrees += 180) {
        SDL_Surface *picture = make_picture(), *now = make_picture();
        for (int i = 0; i < 4; i++) {
            SDL_Surface *next = turn(now, degrees);
            SDL_FreeSurface(now);
            now = next;
        }
        assert_same_pixels(now, picture);
        SDL_FreeSurface(picture);
        SDL_FreeSurface(now);
    }
}

UNIT_TEST(a_quarter_turn_is_clockwise) {
    SDL_Surface *picture = make_picture();
    SDL_Surface *glass = turn(picture, 90);
    assert_int_equal(*pixel(glass, HIGH - 1, 0), *pixel(picture, 0, 0));
    assert_int_equal(*pixel(glass, HIGH - 1, WIDE - 1), *pixel(picture, WIDE - 1, 0));
    SDL_FreeSurface(picture);
    SDL_FreeSurface(glass);
}

UNIT_TEST(a_touch_falls_on_the_pixel_that_is_seen_there) {
    SDL_Surface *picture = make_picture();
    for (int i = 0; i < COUNT_OF(TURNS); i++) {
        SDL_Surface *glass = turn(picture, TURNS[i]);
        for (int y = 0; y < glass->h; y++) {
            for (int x = 0; x < glass->w; x++) {
                struct rect up =
                    rotate_rect((struct rect){x, y, 1, 1}, 360 - TURNS[i], glass->w, glass->h);
                assert_in_range(up.x, 0, WIDE - 1);
                assert_in_range(up.y, 0, HIGH - 1);
                assert_int_equal(*pixel(glass, x, y), *pixel(picture, up.x, up.y));
            }
        }
        SDL_FreeSurface(glass);
    }
    SDL_FreeSurface(picture);
}

UNIT_TEST(a_part_lands_in_its_rectangle_and_nowhere_else) {
    SDL_Surface *picture = make_picture();
    struct rect part = {13, 7, 50, 41};
    for (int i = 0; i < COUNT_OF(TURNS); i++) {
        SDL_Surface *whole = turn(picture, TURNS[i]);
        SDL_Surface *glass = surface_make(whole->w, whole->h);
        struct rect changed = rotate_copy(picture, part, TURNS[i], glass);
        assert_true(rect_equals(changed, rotate_rect(part, TURNS[i], WIDE, HIGH)));
        for (int y = 0; y < glass->h; y++) {
            for (int x = 0; x < glass->w; x++) {
                uint32_t expected = rect_has(changed, x, y) ? *pixel(whole, x, y) : 0;
                assert_int_equal(*pixel(glass, x, y), expected);
            }
        }
        SDL_FreeSurface(whole);
        SDL_FreeSurface(glass);
    }
    SDL_FreeSurface(picture);
}
