// SPDX-License-Identifier: MIT
// Four touches give the way from the panel to the picture, for panels that are turned, mirrored,
// shrunk or shifted; four that were not meant give none.
#include <stdlib.h>
#include <string.h>

#include "app/touch/touch_map.h"

#include "unit_test.h"

enum { ONE = TOUCH_MAP_ONE };

static const struct touch_point meant[] = {
    {ONE / 8, ONE / 8}, {ONE * 7 / 8, ONE / 8}, {ONE * 7 / 8, ONE * 7 / 8}, {ONE / 8, ONE * 7 / 8}};

// What a panel feels of a place in the picture.
static struct touch_point turned(struct touch_point p) {
    return (struct touch_point){ONE - p.y, p.x};
}
static struct touch_point upside_down(struct touch_point p) {
    return (struct touch_point){ONE - p.x, ONE - p.y};
}
static struct touch_point mirrored(struct touch_point p) {
    return (struct touch_point){ONE - p.x, p.y};
}
static struct touch_point shrunk(struct touch_point p) {
    return (struct touch_point){ONE / 10 + p.x * 4 / 5, ONE / 20 + p.y * 9 / 10};
}
static struct touch_point straight(struct touch_point p) {
    return p;
}

static struct touch_point (*const panels[])(struct touch_point) = {straight, turned, upside_down,
                                                                   mirrored, shrunk};

static void assert_near(struct touch_point found, struct touch_point wanted, int most) {
    assert_true(abs(found.x - wanted.x) <= most);
    assert_true(abs(found.y - wanted.y) <= most);
}

UNIT_TEST(every_panel_that_can_be_built_in_is_set_up) {
    for (int i = 0; i < COUNT_OF(panels); i++) {
        struct touch_map map = {0};
        struct touch_point felt[4];
        for (int k = 0; k < 4; k++) {
            felt[k] = panels[i](meant[k]);
        }
        assert_true(touch_map_fit(&map, felt, meant));
        assert_true(map.is_set);
        for (int x = 0; x <= 10; x++) {
            struct touch_point at = {x * (ONE - 1) / 10, (10 - x) * (ONE - 1) / 10};
            assert_near(touch_map_apply(&map, panels[i](at)), at, 40);
        }
    }
}

UNIT_TEST(a_finger_is_never_exact_and_need_not_be) {
    struct touch_map map = {0};
    struct touch_point felt[4];
    static const int off[4][2] = {{900, -700}, {-800, 400}, {300, 900}, {-500, -600}};
    for (int k = 0; k < 4; k++) {
        felt[k] = (struct touch_point){meant[k].x + off[k][0], meant[k].y + off[k][1]};
    }
    assert_true(touch_map_fit(&map, felt, meant));
    assert_near(touch_map_apply(&map, (struct touch_point){ONE / 2, ONE / 2}),
                (struct touch_point){ONE / 2, ONE / 2}, 800);
}

UNIT_TEST(touches_that_make_no_sense_are_refused) {
    static const struct touch_point cases[][4] = {
        {{100, 100}, {100, 100}, {100, 100}, {100, 100}},              // one place
        {{100, 100}, {20000, 20000}, {40000, 40000}, {60000, 60000}},  // one line
        {{8192, 8192}, {57344, 8192}, {8192, 57344}, {57344, 57344}},  // two exchanged
        {{8192, 8192}, {57344, 8192}, {57344, 57344}, {30000, 40000}}, // one missed
        {{8192, 8192}, {9000, 8192}, {9000, 9000}, {8192, 9000}},      // all in a corner
        {{0, 0}, {0, 0}, {0, 0}, {0, 0}},
    };
    for (int i = 0; i < COUNT_OF(cases); i++) {
        struct touch_map map = {.a = 77};
        if (touch_map_fit(&map, cases[i], meant)) {
            fail_msg("case %d was taken", i);
        }
        assert_int_equal(map.a, 77);
        assert_false(map.is_set);
    }
}

UNIT_TEST(no_touch_leaves_the_picture) {
    const struct touch_map map = {true, ONE * 3, 0, -ONE, 0, ONE * 3, -ONE, 0};
    static const struct touch_point ends[] = {{0, 0}, {ONE - 1, ONE - 1}, {ONE / 2, 0}};
    for (int i = 0; i < COUNT_OF(ends); i++) {
        struct touch_point at = touch_map_apply(&map, ends[i]);
        assert_in_range(at.x, 0, ONE - 1);
        assert_in_range(at.y, 0, ONE - 1);
    }
}

UNIT_TEST(a_map_survives_its_file_and_a_damaged_file_is_none) {
    static const char *const damaged[] = {
        "",
        "1 2 3 4 5 6\n", // of a picture in who knows which rotation
        "1 2 3 4 5 6 90",
        "1 2 3 4 5 6 90 7\n",
        "1 2 3 4 5 6 x\n",
        "99999999999999999999 2 3 4 5 6 90\n",
        "1 2 3 4 5 999999999 90\n",
    };
    struct arena arena = {0};
    const struct touch_map map = {true, 1, -2, 3, -4, 65536, -65536, 270};
    struct touch_map read = {0};
    assert_true(touch_map_parse(&read, touch_map_text(&map, &arena)));
    assert_true(read.is_set);
    assert_string_equal(touch_map_text(&read, &arena), touch_map_text(&map, &arena));
    for (int i = 0; i < COUNT_OF(damaged); i++) {
        struct touch_map none = {0};
        assert_false(touch_map_parse(&none, damaged[i]));
        assert_false(none.is_set);
    }
    arena_finish(&arena);
}
