// SPDX-License-Identifier: MIT
// Painting: what is inside the clip and nothing else, codes in whole pixels, letters on their
// baseline, round corners, and telephone numbers that look the same whichever way the text runs.
#include <stdio.h>
#include <string.h>

#include "layout/text/paragraph.h"
#include "platform/draw/paint.h"
#include "surfaces.h"

#define ASSETS DIT_SOURCE_DIR "/assets"

enum { WIDE = 480, HIGH = 240 };

static const uint32_t PAPER = 0xFFFAF7F2, INK = 0xFF14263A, WHITE = 0xFFFFFFFF, BLACK = 0xFF000000;
static const struct rect ALL = {0, 0, WIDE, HIGH};
static const struct run_style LATIN = {0, WEIGHT_REGULAR, false, "Latn"};
static const struct scene_item GROUND = {
    .kind = SCENE_BOX, .at = {0, 0, WIDE, HIGH}, .fill = 0xFFFAF7F2};

static struct painter painter;

static int open_painter(void **state) {
    (void)state;
    painter = (struct painter){font_book_open(ASSETS), picture_book_open(ASSETS)};
    return 0;
}

static int close_painter(void **state) {
    (void)state;
    font_book_close(painter.fonts);
    picture_book_close(painter.pictures);
    return 0;
}

static void paint_items(SDL_Surface *surface, const struct scene_item *items, int count,
                        struct rect clip) {
    struct scene scene = {.width_px = WIDE, .height_px = HIGH, .items = items, .item_count = count};
    paint_scene(&painter, &scene, surface, clip);
}

static unsigned char dark[21 * 21];
static const struct qr QR = {21, dark, "tel:+442032281350"};

static void fill_qr(void) {
    for (int i = 0; i < 21 * 21; i++) {
        dark[i] = (i * 7 + i / 21 * 3) % 5 < 2;
    }
}

// One of every kind that needs no file of the content.
static int make_items(struct scene_item *items) {
    fill_qr();
    int count = 0;
    items[count++] = GROUND;
    items[count++] = (struct scene_item){.kind = SCENE_BOX,
                                         .at = {11, 9, 141, 83},
                                         .radius_px = 17,
                                         .edge_px = 2,
                                         .ink = INK,
                                         .fill = WHITE};
    items[count++] = (struct scene_item){
        .kind = SCENE_BOX, .at = {30, 120, 61, 61}, .radius_px = 31, .edge_px = 3, .ink = INK};
    items[count++] = (struct scene_item){.kind = SCENE_TEXT,
                                         .at = {20, 30, 300, 50},
                                         .size_px = 37,
                                         .baseline_px = 36,
                                         .style = LATIN,
                                         .text = "jumping fjord, To",
                                         .ink = INK};
    items[count++] = (struct scene_item){.kind = SCENE_QR,
                                         .at = {300, 20, 160, 160},
                                         .radius_px = 8,
                                         .fill = WHITE,
                                         .ink = BLACK,
                                         .qr = &QR,
                                         .module_px = 5};
    items[count++] = (struct scene_item){
        .kind = SCENE_ICON, .at = {120, 130, 48, 40}, .text = "touch", .ink = INK};
    items[count++] =
        (struct scene_item){.kind = SCENE_DIM, .at = {0, 0, WIDE, HIGH}, .fill = 0xA614263A};
    items[count++] = (struct scene_item){
        .kind = SCENE_BOX, .at = {150, 60, 181, 120}, .radius_px = 21, .fill = PAPER};
    return count;
}

UNIT_TEST(a_picture_painted_in_parts_equals_one_painted_whole) {
    struct scene_item items[16];
    int count = make_items(items);
    SDL_Surface *whole = surface_make(WIDE, HIGH), *parts = surface_make(WIDE, HIGH);
    paint_items(whole, items, count, ALL);
    for (int y = 0; y < HIGH; y += 37) {
        for (int x = 0; x < WIDE; x += 53) {
            paint_items(parts, items, count, (struct rect){x, y, 53, 37});
        }
    }
    assert_same_pixels(whole, parts);
    SDL_FreeSurface(whole);
    SDL_FreeSurface(parts);
}

UNIT_TEST(nothing_outside_of_the_clip_changes) {
    struct scene_item items[16];
    int count = make_items(items);
    SDL_Surface *surface = surface_make(WIDE, HIGH);
    SDL_FillRect(surface, NULL, 0xFF00FF00);
    struct rect clip = {100, 50, 99, 71};
    paint_items(surface, items, count, clip);
    for (int y = 0; y < HIGH; y++) {
        for (int x = 0; x < WIDE; x++) {
            bool is_untouched = *pixel(surface, x, y) == 0xFF00FF00;
            assert_true(is_untouched == !rect_has(clip, x, y));
        }
    }
    SDL_FreeSurface(surface);
}

UNIT_TEST(every_module_of_a_code_is_a_square_of_whole_pixels_on_white) {
    fill_qr();
    struct scene_item items[] = {GROUND,
                                 {.kind = SCENE_QR,
                                  .at = {10, 10, 200, 200},
                                  .radius_px = 9,
                                  .fill = WHITE,
                                  .ink = BLACK,
                                  .qr = &QR,
                                  .module_px = 6}};
    SDL_Surface *surface = surface_make(WIDE, HIGH);
    paint_items(surface, items, 2, ALL);
    int left = 10 + (200 - 21 * 6) / 2;
    for (int y = 0; y < 200 - 2 * 9; y++) {
        for (int x = 0; x < 200; x++) {
            int px = 10 + x, py = 10 + 9 + y;
            int column = px < left ? -1 : (px - left) / 6, row = py < left ? -1 : (py - left) / 6;
            bool is_module = column >= 0 && column < 21 && row >= 0 && row < 21;
            bool is_blank = is_module && dark[row * 21 + column];
            assert_int_equal(*pixel(surface, px, py), is_blank ? BLACK : WHITE);
        }
    }
    SDL_FreeSurface(surface);
}

UNIT_TEST(a_round_corner_is_symmetric_and_its_middle_is_filled) {
    for (int side = 5; side <= 41; side++) {
        struct scene_item items[] = {GROUND,
                                     {.kind = SCENE_BOX,
                                      .at = {20, 20, side, side},
                                      .radius_px = side,
                                      .edge_px = side > 20 ? 2 : 0,
                                      .ink = INK,
                                      .fill = WHITE}};
        SDL_Surface *surface = surface_make(WIDE, HIGH);
        paint_items(surface, items, 2, ALL);
        int end = 19 + side;
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                uint32_t one = *pixel(surface, 20 + x, 20 + y);
                assert_int_equal(one, *pixel(surface, end - x, 20 + y));
                assert_int_equal(one, *pixel(surface, 20 + x, end - y));
                assert_int_equal(one, *pixel(surface, 20 + y, 20 + x));
            }
        }
        assert_int_equal(*pixel(surface, 20 + side / 2, 20 + side / 2), WHITE);
        if (side > 12) { // the corner pixel of a smaller disc is partly covered
            assert_int_equal(*pixel(surface, 20, 20), PAPER);
        }
        assert_int_equal(*pixel(surface, 19, 20 + side / 2), PAPER);
        SDL_FreeSurface(surface);
    }
}

static int lowest_ink(SDL_Surface *surface) {
    for (int y = HIGH - 1; y >= 0; y--) {
        for (int x = 0; x < WIDE; x++) {
            if ((*pixel(surface, x, y) & 0xFF) < 0x80) {
                return y;
            }
        }
    }
    return -1;
}

UNIT_TEST(letters_stand_on_their_baseline) {
    for (int size = 18; size <= 96; size += 13) {
        struct scene_item items[] = {GROUND,
                                     {.kind = SCENE_TEXT,
                                      .at = {20, 40, 400, 2 * size},
                                      .size_px = size,
                                      .baseline_px = size + 3,
                                      .style = LATIN,
                                      .text = "HIE",
                                      .ink = BLACK}};
        SDL_Surface *surface = surface_make(WIDE, HIGH);
        paint_items(surface, items, 2, ALL);
        assert_int_equal(lowest_ink(surface), 40 + size + 3 - 1);
        SDL_FreeSurface(surface);
    }
}

UNIT_TEST(progress_fills_from_the_side_at_which_reading_begins) {
    struct scene_item items[] = {
        GROUND, {.kind = SCENE_BOX, .at = {50, 50, 60, 14}, .radius_px = 7, .fill = 0xFFC9C0B0}};
    struct scene scene = {
        .width_px = WIDE,
        .height_px = HIGH,
        .items = items,
        .item_count = 2,
        .progress = {50, 50, 60, 14},
        .progress_ink = INK,
    };
    for (int leftwards = 0; leftwards < 2; leftwards++) {
        scene.fills_leftwards = leftwards;
        SDL_Surface *surface = surface_make(WIDE, HIGH);
        paint_scene(&painter, &scene, surface, ALL);
        paint_progress(&scene, surface, 43);
        assert_int_equal(*pixel(surface, leftwards ? 66 : 93, 57), 0xFFC9C0B0);
        assert_int_equal(*pixel(surface, leftwards ? 67 : 92, 57), INK);
        assert_int_equal(*pixel(surface, leftwards ? 102 : 57, 57), INK);
        SDL_FreeSurface(surface);
    }
}

// Paints one line at x = 20 and returns where its digits begin and how wide they are.
static struct rect paint_line(SDL_Surface *surface, const char *text, bool is_right_to_left) {
    struct arena arena = {0};
    struct paragraph_style style = {.size_px = 32, .is_right_to_left = is_right_to_left};
    struct paragraph paragraph =
        paragraph_build(str_from(text), &style, font_book_fonts(painter.fonts), &arena);
    assert_int_equal(paragraph.line_count, 1);
    const struct line *line = &paragraph.lines[0];
    paint_items(surface, &GROUND, 1, ALL);
    struct rect digits = {0};
    for (int i = 0; i < line->run_count; i++) {
        const struct run *run = &line->runs[i];
        struct scene_item item = {.kind = SCENE_TEXT,
                                  .at = {20 + run->x_px, 20, run->width_px, 60},
                                  .size_px = 32,
                                  .baseline_px = 40,
                                  .style = run->style,
                                  .text = run->text,
                                  .ink = BLACK};
        paint_items(surface, &item, 1, ALL);
        if (strpbrk(run->text, "0123456789")) {
            digits = rect_union(digits, item.at);
        }
    }
    arena_finish(&arena);
    return digits;
}

UNIT_TEST(a_number_looks_the_same_in_every_direction) {
    static const char *const NUMBERS[] = {"0203 228 1350", "116 123", "999", "020 3228 1350"};
    for (int i = 0; i < COUNT_OF(NUMBERS); i++) {
        char arabic[128];
        snprintf(arabic, sizeof arabic, "اتصل على %s الآن", NUMBERS[i]);
        SDL_Surface *plain = surface_make(WIDE, HIGH), *mixed = surface_make(WIDE, HIGH);
        struct rect one = paint_line(plain, NUMBERS[i], false);
        struct rect other = paint_line(mixed, arabic, true);
        assert_true(one.w > 0 && other.w >= one.w - 2); // ends are rounded by where they fall
        // The ink of the number alone, looked for among the digits of the Arabic line.
        bool is_found = false;
        for (int x = other.x - 2; x + one.w <= other.x + other.w + 2 && !is_found; x++) {
            is_found = true;
            for (int y = 0; y < HIGH && is_found; y++) {
                is_found = memcmp(pixel(plain, one.x + 1, y), pixel(mixed, x + 1, y),
                                  (size_t)(one.w - 2) * 4) == 0;
            }
        }
        assert_true(is_found);
        SDL_FreeSurface(plain);
        SDL_FreeSurface(mixed);
    }
}

UNIT_TESTS_SHARE(open_painter, close_painter)
