// SPDX-License-Identifier: MIT
// The sizes against the standards, at every screen that the design names, with and without a known
// diagonal.
#include "layout/metrics.h"

#include "unit_test.h"

static const int screens[][2] = {{800, 480},   {1024, 600},  {1280, 720}, {720, 1280},
                                 {1920, 1080}, {1080, 1920}, {3840, 2160}};

UNIT_TEST(one_unit_sizes_every_screen) {
    struct metrics wide = metrics_build(1280, 720, 0);
    assert_true(wide.u_px == 7.2);
    assert_int_equal(wide.margin_px, 36);
    assert_int_equal(wide.pill_px, 55);
    assert_int_equal(wide.button_px, 86);
    assert_int_equal(wide.body_px, 29);
    struct metrics tall = metrics_build(720, 1280, 0);
    assert_true(tall.is_portrait);
    assert_true(tall.u_px > 5.615 && tall.u_px < 5.617);
}

UNIT_TEST(known_inches_give_millimetres) {
    struct metrics m = metrics_build(800, 480, 7);
    assert_true(m.px_per_mm > 5.24 && m.px_per_mm < 5.25);
    assert_true(m.body_px * 0.668 >= 4.8 * m.px_per_mm);    // US Access Board 402.4
    assert_true(m.qr_px >= 50 * m.px_per_mm);               // ten times less than half a metre
    assert_true(m.largest_px * 0.668 >= 7.3 * m.px_per_mm); // EN 301 549
    assert_true(m.pill_px >= 11.6 * m.px_per_mm);           // least side of a control
    assert_true(m.button_px >= 11.6 * m.px_per_mm);
    assert_true(m.gap_px >= 3 * m.px_per_mm);
    assert_true(m.is_cramped);
    struct metrics large = metrics_build(1920, 1080, 24);
    assert_true(large.button_px >= 20 * large.px_per_mm); // 20 mm fit a large screen
    assert_false(large.is_cramped);
}

UNIT_TEST(unknown_inches_take_the_design_alone) {
    for (int i = 0; i < COUNT_OF(screens); i++) {
        struct metrics m = metrics_build(screens[i][0], screens[i][1], 0);
        assert_false(m.is_cramped);
        assert_int_equal(m.hit_px, 0);
        assert_int_equal(m.tap_slop_px, metrics_px(&m, 8));
        assert_int_equal(m.body_px, metrics_px(&m, 4));
        assert_int_equal(m.qr_px, 0);
        assert_int_equal(m.largest_px, 2 * m.read_px);
    }
}

UNIT_TEST(every_size_is_at_least_a_pixel_on_the_smallest_window) {
    struct metrics m = metrics_build(1, 1, 0);
    assert_true(m.margin_px >= 1 && m.body_px >= 1 && m.stroke_px >= 1 && m.read_px >= 1);
}
