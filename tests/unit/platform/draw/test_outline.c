// SPDX-License-Identifier: MIT
// Pictures that would melt into the ground that they lie on: a white photograph on the light
// screen, a dark one on the black screen, white letters on nothing.
#include "layout/theme.h"
#include "own_folder.h"
#include "platform/draw/paint.h"
#include "surfaces.h"

enum { SIDE = 60, EDGE_PX = 2 };

static const uint32_t WHITE = 0xFFFFFFFF, BLACK = 0xFF000000, BLUE = 0xFF005EB8, NOTHING = 0;

// Filled with one colour, with a square of another in its middle.
static SDL_Surface *make_picture(uint32_t around, uint32_t inside) {
    SDL_Surface *picture = surface_make(SIDE, SIDE);
    SDL_FillRect(picture, NULL, around);
    SDL_FillRect(picture, &(SDL_Rect){SIDE / 4, SIDE / 4, SIDE / 2, SIDE / 2}, inside);
    return picture;
}

UNIT_TEST(an_outline_melts_where_it_has_the_colour_of_the_ground) {
    const struct {
        uint32_t around, inside, ground;
        bool melts, is_open;
    } cases[] = {
        {WHITE, BLUE, WHITE, true, false},       {WHITE, BLUE, 0xFFFAF7F2, true, false},
        {WHITE, BLUE, BLACK, false, false},      {BLUE, WHITE, WHITE, false, false},
        {BLACK, BLUE, BLACK, true, false},       {0xFF181818, BLUE, BLACK, true, false},
        {0xFF303030, BLUE, BLACK, false, false}, {NOTHING, WHITE, WHITE, true, true},
        {NOTHING, BLUE, WHITE, false, true},     {NOTHING, WHITE, BLACK, false, true},
        {WHITE, NOTHING, WHITE, true, true},     {NOTHING, NOTHING, WHITE, false, true},
        {0x20FFFFFF, BLUE, WHITE, false, true}, // a shadow of nothing
    };
    for (int i = 0; i < COUNT_OF(cases); i++) {
        SDL_Surface *picture = make_picture(cases[i].around, cases[i].inside);
        if (paint_melts(picture, cases[i].ground) != cases[i].melts ||
            paint_is_open(picture) != cases[i].is_open) {
            fail_msg("row %d", i);
        }
        SDL_FreeSurface(picture);
    }
}

// One side of a photograph may be sky; two and it has no shape any more.
UNIT_TEST(one_side_alone_does_not_melt) {
    SDL_Surface *picture = make_picture(BLUE, BLUE);
    SDL_FillRect(picture, &(SDL_Rect){0, 0, SIDE, 1}, WHITE);
    assert_false(paint_melts(picture, WHITE));
    SDL_FillRect(picture, &(SDL_Rect){0, SIDE - 1, SIDE, 1}, WHITE);
    assert_true(paint_melts(picture, WHITE));
    SDL_FreeSurface(picture);
}

static struct own_folder folder;
static struct painter painter;

static int make_folder(void **state) {
    (void)state;
    own_folder_open(&folder);
    assert_int_equal(mkdir(own_folder_path(&folder, "images"), 0700), 0);
    painter.pictures = picture_book_open(DIT_SOURCE_DIR "/assets");
    return 0;
}

static int remove_folder(void **state) {
    (void)state;
    picture_book_close(painter.pictures);
    own_folder_close(&folder);
    return 0;
}

static SDL_Surface *paint(uint32_t around, uint32_t inside, enum theme_choice theme) {
    SDL_Surface *picture = make_picture(around, inside);
    assert_true(decode_write_png(picture, own_folder_path(&folder, "images/a.png")));
    SDL_FreeSurface(picture);
    picture_book_set_content(painter.pictures, folder.path);
    const struct rect all = {0, 0, SIDE, SIDE};
    const uint32_t ground = theme_colour(theme, COLOUR_PAPER);
    const struct scene_item items[] = {{.kind = SCENE_BOX, .at = all, .fill = ground},
                                       {.kind = SCENE_PICTURE,
                                        .at = all,
                                        .text = "a.png",
                                        .fill = ground,
                                        .ink = theme_colour(theme, COLOUR_MUTED),
                                        .edge_px = EDGE_PX}};
    const struct scene scene = {.items = items, .item_count = COUNT_OF(items)};
    SDL_Surface *surface = surface_make(SIDE, SIDE);
    paint_scene(&painter, &scene, surface, all);
    return surface;
}

UNIT_TEST(a_picture_is_told_from_the_ground_in_both_themes) {
    const uint32_t paper = theme_colour(THEME_LIGHT, COLOUR_PAPER);
    const uint32_t muted = theme_colour(THEME_LIGHT, COLOUR_MUTED);
    const struct {
        const char *why;
        uint32_t around, inside;
        enum theme_choice theme;
        uint32_t edge, behind; // of what is seen: at the very corner, and inside of that
    } cases[] = {
        {"a white photograph has an edge", WHITE, BLUE, THEME_LIGHT, muted, WHITE},
        {"and needs none on black", WHITE, BLUE, THEME_CONTRAST, WHITE, WHITE},
        {"a dark one has it there", BLACK, BLUE, THEME_CONTRAST, WHITE, BLACK},
        {"and not here", BLACK, BLUE, THEME_LIGHT, BLACK, BLACK},
        {"a drawing lies on the light screen", NOTHING, BLUE, THEME_LIGHT, paper, paper},
        {"and on white where that is black", NOTHING, BLACK, THEME_CONTRAST, WHITE, WHITE},
        {"white letters lie on dark paper", NOTHING, WHITE, THEME_LIGHT, muted, muted},
        {"and on the black screen", NOTHING, WHITE, THEME_CONTRAST, BLACK, BLACK},
    };
    for (int i = 0; i < COUNT_OF(cases); i++) {
        SDL_Surface *surface = paint(cases[i].around, cases[i].inside, cases[i].theme);
        bool is_right = *pixel(surface, 0, 0) == cases[i].edge &&
                        *pixel(surface, EDGE_PX + 1, EDGE_PX + 1) == cases[i].behind &&
                        *pixel(surface, SIDE / 2, SIDE / 2) == cases[i].inside;
        if (!is_right) {
            fail_msg("%s: %08X %08X %08X", cases[i].why, *pixel(surface, 0, 0),
                     *pixel(surface, EDGE_PX + 1, EDGE_PX + 1),
                     *pixel(surface, SIDE / 2, SIDE / 2));
        }
        SDL_FreeSurface(surface);
    }
}

UNIT_TESTS_SHARE(make_folder, remove_folder)
