// SPDX-License-Identifier: MIT
// The day on which SDL_ttf cannot start: every card still shows its code in whole pixels and the
// number in bars, because both are drawn without a font. This program has a TTF_Init of its own,
// which is found before the library's and always fails.
// clang-format off
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
// clang-format on
#include <string.h>

#include "content/ports.h"
#include "layout/metrics.h"
#include "platform/draw/paint.h"
#include "platform/system/content.h"
#include "scene/screens/scene_build.h"

#define CONTENT DIT_SOURCE_DIR "/config"
#define ASSETS DIT_SOURCE_DIR "/assets"

int TTF_Init(void);

int TTF_Init(void) {
    return -1;
}

enum { WIDE = 800, HIGH = 480 };

struct room {
    struct arena deck_arena, scene_arena;
    struct deck deck;
    struct painter painter;
    struct metrics metrics;
    SDL_Surface *surface;
};

static int open_room(void **state) {
    static struct room room;
    static const struct ports no_ports = {0};
    struct content_source source = {NULL, CONTENT, NULL, ASSETS, &no_ports};
    assert_true(content_load(&room.deck, &source, &room.deck_arena));
    room.painter = (struct painter){font_book_open(ASSETS), picture_book_open(ASSETS)};
    room.metrics = metrics_build(WIDE, HIGH, 0);
    room.surface = paint_surface(WIDE, HIGH);
    assert_non_null(room.surface);
    *state = &room;
    return 0;
}

static int close_room(void **state) {
    struct room *room = *state;
    SDL_FreeSurface(room->surface);
    font_book_close(room->painter.fonts);
    picture_book_close(room->painter.pictures);
    arena_finish(&room->scene_arena);
    arena_finish(&room->deck_arena);
    return 0;
}

static const struct scene *paint_view(struct room *room, const struct view *view) {
    struct scene_source source = {&room->deck, &room->metrics, font_book_fonts(room->painter.fonts),
                                  NULL, NULL};
    arena_reset(&room->scene_arena);
    const struct scene *scene = scene_build(&source, view, &room->scene_arena);
    paint_scene(&room->painter, scene, room->surface, (struct rect){0, 0, WIDE, HIGH});
    return scene;
}

static uint32_t pixel(const struct room *room, int x, int y) {
    uint32_t colour;
    assert_true(x >= 0 && y >= 0 && x < WIDE && y < HIGH);
    memcpy(&colour, (const uint8_t *)room->surface->pixels + y * room->surface->pitch + x * 4,
           sizeof colour);
    return colour;
}

static int count_codes(const struct room *room, const struct scene *scene) {
    int count = 0;
    for (int i = 0; i < scene->item_count; i++) {
        const struct scene_item *item = &scene->items[i];
        if (item->kind != SCENE_QR) {
            continue;
        }
        int side = item->qr->modules, px = item->module_px;
        int left = item->at.x + (item->at.w - side * px) / 2;
        int top = item->at.y + (item->at.h - side * px) / 2;
        for (int at = 0; at < side * side; at++) {
            uint32_t found = pixel(room, left + at % side * px + px / 2, top + at / side * px);
            assert_int_equal(found, item->qr->dark[at] ? 0xFF000000 : 0xFFFFFFFF);
        }
        count++;
    }
    return count;
}

// The middles of the seven bars in halves of a unit, and which of them each digit lights.
static const struct {
    int x, y;
} middles[] = {{4, 1}, {7, 3}, {7, 10}, {4, 13}, {1, 10}, {1, 3}, {4, 7}};
static const char *const digits[] = {"1111110", "0110000", "1101101", "1111001", "0110011",
                                     "1011011", "1011111", "1110000", "1111111", "1111011"};

static char read_digit(const struct room *room, int x, int y, int side) {
    char lit[8] = "";
    for (int i = 0; i < COUNT_OF(middles); i++) {
        uint32_t there = pixel(room, x + middles[i].x * side / 2, y + middles[i].y * side / 2);
        lit[i] = there == pixel(room, x + 5 * side, y) ? '0' : '1'; // against the gap beside it
    }
    for (int i = 0; i < COUNT_OF(digits); i++) {
        if (strcmp(lit, digits[i]) == 0) {
            return (char)('0' + i);
        }
    }
    return '?';
}

// Reads the bars back as a person would: a digit is four units wide and two from the next.
static bool has_number(const struct room *room, const struct scene *scene, const char *number) {
    for (int i = 0; i < scene->item_count; i++) {
        const struct scene_item *item = &scene->items[i];
        if (item->kind != SCENE_TEXT || strcmp(item->text, number) != 0) {
            continue;
        }
        int units = 0;
        for (const char *at = number; *at; at++) {
            units += *at == ' ' ? 3 : 6;
        }
        int side = item->at.w / units < item->at.h / 7 ? item->at.w / units : item->at.h / 7;
        int x = item->at.x, y = item->at.y + (item->at.h - 7 * side) / 2;
        assert_true(side >= 1);
        for (const char *at = number; *at; at++) {
            if (*at != ' ') {
                assert_int_equal(read_digit(room, x, y, side), *at);
            }
            x += (*at == ' ' ? 3 : 6) * side;
        }
        return true;
    }
    return false;
}

static void every_card_shows_its_code_and_the_number(void **state) {
    struct room *room = *state;
    assert_true(room->deck.languages[0].card_count >= 6);
    for (int card = 0; card < room->deck.languages[0].card_count; card++) {
        const struct scene *scene = paint_view(room, &(struct view){.card = card});
        assert_int_equal(count_codes(room, scene), 1);
        assert_true(has_number(room, scene, "0203 228 1350"));
    }
}

static void the_refer_screen_shows_its_code_and_the_number(void **state) {
    struct room *room = *state;
    const struct scene *scene = paint_view(room, &(struct view){.screen = SCREEN_REFER});
    assert_int_equal(count_codes(room, scene), 1);
    assert_true(has_number(room, scene, "0203 228 1350"));
}

static void no_letter_is_drawn(void **state) {
    struct room *room = *state;
    struct run_style style = {0, WEIGHT_REGULAR, false, "Latn"};
    struct font_image image;
    assert_false(font_book_draw(room->painter.fonts, &style, 30, "A", &image));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_card_shows_its_code_and_the_number),
        cmocka_unit_test(the_refer_screen_shows_its_code_and_the_number),
        cmocka_unit_test(no_letter_is_drawn),
    };
    return cmocka_run_group_tests(tests, open_room, close_room);
}
