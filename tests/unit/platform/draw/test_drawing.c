// SPDX-License-Identifier: MIT
// The kiosk's own drawings: all of them are read, nothing else is, and each pixel gets the colour
// of its theme, whole or in parts, mirrored or not.
#include "platform/draw/drawing.h"

#include "base/file.h"
#include "base/folder.h"
#include "content/limits.h"
#include "unit_test.h"

#include <string.h>

enum { SIDE = 100, PIXELS = SIDE * SIDE };

static const uint32_t GROUND = 0xFFFAF7F2, DEEP = 0xFF0B4F54, DEEP_IN_CONTRAST = 0xFFFFFFFF;

// The left half, but for a hole in its middle.
static const char HALF[] =
    "<svg viewBox=\"0 0 400 400\">\n<path fill=\"#0B4F54\" "
    "d=\"M0,0L200,0L200,400L0,400ZM80,160L80,240L120,240L120,160Z\"/>\n</svg>";

static struct arena arena;
static uint32_t pixels[PIXELS];

static int end(void **state) {
    (void)state;
    arena_finish(&arena);
    return 0;
}

UNIT_TESTS_SHARE(NULL, end)

static struct drawing read(const char *svg) {
    struct drawing drawing = {0};
    assert_true(drawing_read(&drawing, str_from(svg), &arena));
    return drawing;
}

static void paint(const struct drawing *drawing, struct rect clip, struct drawing_look look) {
    SDL_Surface *surface = SDL_CreateRGBSurfaceWithFormatFrom(
        pixels, SIDE, SIDE, 32, SIDE * (int)sizeof *pixels, SDL_PIXELFORMAT_ARGB8888);
    const SDL_Rect inside = {clip.x, clip.y, clip.w, clip.h};
    SDL_SetClipRect(surface, &inside);
    drawing_paint(drawing, surface, look);
    SDL_FreeSurface(surface);
}

static void paint_afresh(const struct drawing *drawing, struct drawing_look look) {
    for (int i = 0; i < PIXELS; i++) {
        pixels[i] = GROUND;
    }
    paint(drawing, (struct rect){0, 0, SIDE, SIDE}, look);
}

static uint32_t pixel(int x, int y) {
    return pixels[y * SIDE + x];
}

UNIT_TEST(what_is_filled_has_its_colour_and_the_rest_stays) {
    struct drawing half = read(HALF);
    paint_afresh(&half, (struct drawing_look){.at = {0, 0, SIDE, SIDE}});
    assert_int_equal(pixel(0, 0), DEEP);
    assert_int_equal(pixel(49, 99), DEEP);
    assert_int_equal(pixel(50, 50), GROUND);
    assert_int_equal(pixel(25, 50), GROUND); // the hole
    assert_int_equal(pixel(19, 50), DEEP);
}

UNIT_TEST(it_is_mirrored_and_has_the_colours_of_its_theme) {
    struct drawing half = read(HALF);
    paint_afresh(&half, (struct drawing_look){{0, 0, SIDE, SIDE}, THEME_CONTRAST, true});
    assert_int_equal(pixel(99, 0), DEEP_IN_CONTRAST);
    assert_int_equal(pixel(50, 99), DEEP_IN_CONTRAST);
    assert_int_equal(pixel(49, 50), GROUND);
}

UNIT_TEST(an_edge_between_two_pixels_is_mixed) {
    struct drawing drawing =
        read("<path fill=\"#0B4F54\" d=\"M0,0L202,0L202,400L0,400Z\"/>"); // half of column 50
    paint_afresh(&drawing, (struct drawing_look){.at = {0, 0, SIDE, SIDE}});
    assert_int_equal(pixel(49, 50), DEEP);
    assert_int_equal(pixel(50, 50), shapes_mix(GROUND, DEEP, 128));
    assert_int_equal(pixel(51, 50), GROUND);
}

UNIT_TEST(a_stroke_is_as_wide_as_it_says_and_covers_what_it_crosses_once) {
    struct drawing drawing = read("<path fill=\"none\" stroke=\"#0B4F54\" stroke-width=\"40\" "
                                  "d=\"M100,200L300,200L100,200\"/>");
    paint_afresh(&drawing, (struct drawing_look){.at = {0, 0, SIDE, SIDE}});
    assert_int_equal(pixel(50, 45), DEEP);
    assert_int_equal(pixel(50, 54), DEEP);
    assert_int_equal(pixel(50, 43), GROUND);
    assert_int_equal(pixel(50, 56), GROUND);
    assert_int_equal(pixel(21, 50), DEEP); // its round end
    assert_int_equal(pixel(18, 50), GROUND);
}

// A repaint of a part gives the same pixels as that part of the whole.
static void check_parts(const struct drawing *drawing, struct drawing_look look) {
    static uint32_t whole[PIXELS];
    paint_afresh(drawing, look);
    memcpy(whole, pixels, sizeof whole);
    for (int i = 0; i < PIXELS; i++) {
        pixels[i] = GROUND;
    }
    for (int y = 0; y < SIDE; y += 23) {
        for (int x = 0; x < SIDE; x += 31) {
            struct rect part = {x, y, x + 31 < SIDE ? 31 : SIDE - x, y + 23 < SIDE ? 23 : SIDE - y};
            paint(drawing, part, look);
        }
    }
    for (int i = 0; i < PIXELS; i++) {
        for (int shift = 0; shift < 24; shift += 8) { // sums of floats have another order there
            assert_in_range((whole[i] >> shift & 255) + 2 - (pixels[i] >> shift & 255), 0, 4);
        }
    }
}

// Every part of a path that is filled ends where it began: the program does not close it by itself.
static void check_ends(const char *name, const char *svg) {
    for (const char *at = svg; (at = strstr(at, "<path fill=\"#")) != NULL;) {
        int open_count = 0;
        at = strstr(at, " d=\"");
        assert_non_null(at);
        for (at += strlen(" d=\""); *at != '"'; at++) {
            open_count += (*at == 'M') - (*at == 'Z');
            if (open_count > 1) {
                break;
            }
        }
        if (open_count != 0) {
            fail_msg("%s: a filled part has no Z at its end", name);
        }
    }
}

UNIT_TEST(every_drawing_of_the_kiosk_is_read_and_painted_in_parts_as_it_is_whole) {
    struct folder folder;
    const struct folder_source source = {FILE_FROM_HERE, DIT_SOURCE_DIR "/assets/drawings",
                                         LIMIT_FOLDER_ENTRIES};
    int count = 0;
    assert_int_equal(folder_open(&folder, &source, &arena), FILE_OK);
    for (int i = 0; i < folder.count; i++) {
        const char *name = folder.entries[i].name;
        if (strstr(name, ".svg")) {
            const char *path = arena_format(&arena, DIT_SOURCE_DIR "/assets/drawings/%s", name);
            const struct file_source file = {FILE_FROM_HERE, path, LIMIT_PICTURE_BYTES};
            struct str svg;
            struct drawing drawing = {0};
            assert_int_equal(file_load(&svg, &file, &arena), FILE_OK);
            if (!drawing_read(&drawing, svg, &arena)) {
                fail_msg("%s is not read", name);
            }
            check_ends(name, svg.at);
            check_parts(&drawing, (struct drawing_look){{7, 3, 90, 90}, THEME_LIGHT, i % 2});
            check_parts(&drawing, (struct drawing_look){{-20, -9, 140, 140}, THEME_CONTRAST, 0});
            count++;
        }
    }
    assert_true(count >= 15);
    folder_close(&folder);
}

UNIT_TEST(what_is_not_such_a_drawing_is_refused_and_nothing_is_changed) {
    static const char *const others[] = {
        "",
        "<svg></svg>",
        "<path ",
        "<path fill=\"#0B4F54\"/>",
        "<path fill=\"#0B4F54\" d=\"\"/>",
        "<path fill=\"#0B4F54\" d=\"M0,0L1,1",
        "<path fill=\"#0B4F54\" d=\"L0,0\"/>",
        "<path fill=\"#0B4F54\" d=\"M0\"/>",
        "<path fill=\"#0B4F54\" d=\"M0,0l1,1\"/>",
        "<path fill=\"#0B4F54\" d=\"M0,0A1,1 0 0 0 2,2\"/>",
        "<path fill=\"#0B4F54\" d=\"M0,0L1e30,1\"/>",
        "<path fill=\"#0B4F54\" d=\"M0,0Lnan,1\"/>",
        "<path fill=\"#FF0000\" d=\"M0,0L1,1Z\"/>",
        "<path fill=\"none\" stroke=\"#0B4F54\" stroke-width=\"wide\" d=\"M0,0L1,1Z\"/>",
        "<path fill=\"#0B4F54\" d=\"M0,0L1,1Z\"/><path fill=\"red\" d=\"M0,0L1,1Z\"/>",
    };
    for (int i = 0; i < COUNT_OF(others); i++) {
        struct drawing drawing = {.count = 7};
        if (drawing_read(&drawing, str_from(others[i]), &arena) || drawing.count != 7) {
            fail_msg("row %d", i);
        }
    }
}
