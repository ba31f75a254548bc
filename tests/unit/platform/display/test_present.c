// SPDX-License-Identifier: MIT
// From the picture to the glass of a window, upright and turned: what is read back from SDL is what
// was painted. It runs on SDL's invisible driver. The console is test_present_console.c's.
#include <stdlib.h>

#include "platform/display/present.h"

#include "fake_video.h"

enum { WIDE = 400, HIGH = 300 };
#define INK 0xFF9B1C1C

static struct presenter open_presenter(int rotate) {
    struct presenter presenter;
    struct present_options options = {.rotate = rotate, .width_px = WIDE, .height_px = HIGH};
    assert_true(present_open(&presenter, &options));
    return presenter;
}

static uint32_t shown_at(struct presenter *presenter, int x, int y) {
    SDL_Surface *surface = SDL_GetWindowSurface(presenter->window);
    assert_non_null(surface);
    const uint8_t *row = (const uint8_t *)surface->pixels + (ptrdiff_t)y * surface->pitch;
    return ((const uint32_t *)(const void *)row)[x] | 0xFF000000;
}

static void show_mark(struct presenter *presenter, struct rect mark) {
    SDL_FillRect(presenter->picture, &(SDL_Rect){mark.x, mark.y, mark.w, mark.h}, INK);
    assert_true(present_show(presenter, mark));
}

UNIT_TEST(what_is_painted_is_what_is_shown) {
    struct presenter presenter = open_presenter(0);
    show_mark(&presenter, (struct rect){10, 20, 3, 2});
    assert_int_equal(shown_at(&presenter, 10, 20), INK);
    assert_int_equal(shown_at(&presenter, 12, 21), INK);
    assert_int_not_equal(shown_at(&presenter, 13, 21), INK);
    assert_int_not_equal(shown_at(&presenter, 9, 20), INK);
    present_close(&presenter);
}

UNIT_TEST(an_upright_window_needs_no_second_picture) {
    struct presenter presenter = open_presenter(0);
    assert_ptr_equal(presenter.picture, presenter.glass);
    assert_ptr_equal(presenter.glass->pixels, SDL_GetWindowSurface(presenter.window)->pixels);
    present_close(&presenter);
}

UNIT_TEST(a_turned_picture_has_its_corners_where_they_belong) {
    const struct {
        int degrees, x, y; // where the upright picture's top left pixel is on the glass
    } cases[] = {{90, -1, 0}, {180, -1, -1}, {270, 0, -1}};
    for (int i = 0; i < COUNT_OF(cases); i++) {
        struct presenter presenter = open_presenter(cases[i].degrees);
        bool is_swapped = cases[i].degrees != 180;
        assert_int_equal(presenter.picture->w,
                         is_swapped ? presenter.glass->h : presenter.glass->w);
        show_mark(&presenter, (struct rect){0, 0, 1, 1});
        int x = cases[i].x < 0 ? presenter.glass->w - 1 : 0;
        int y = cases[i].y < 0 ? presenter.glass->h - 1 : 0;
        assert_int_equal(shown_at(&presenter, x, y), INK);
        present_close(&presenter);
    }
}

UNIT_TEST(a_window_of_a_new_size_gets_a_picture_of_that_size) {
    struct presenter presenter = open_presenter(90);
    SDL_SetWindowSize(presenter.window, 500, 350);
    SDL_PumpEvents();
    const struct rect part = {0, 0, 10, 10};
    assert_false(present_show(&presenter, part)); // the old surface is gone; nothing crashes
    assert_true(present_reopen(&presenter));
    assert_int_equal(presenter.picture->w, 350);
    assert_int_equal(presenter.picture->h, 500);
    assert_true(present_show(&presenter, part));
    present_close(&presenter);
}
