// SPDX-License-Identifier: MIT
// Fonts: widths that agree with what is drawn, letters that are found in the right family, and
// letters on the screen whatever is wrong with the files.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "own_folder.h"
#include "platform/draw/fonts.h"
#include "platform/system/builtin.h"

#define ASSETS DIT_SOURCE_DIR "/assets"

static const struct run_style LATIN = {0, WEIGHT_REGULAR, false, "Latn"};
static const struct run_style BOLD = {0, WEIGHT_BOLD, false, "Latn"};

static int family_of(struct font_book *book, uint32_t letter) {
    const struct fonts *fonts = font_book_fonts(book);
    for (int i = 0; i < fonts->family_count; i++) {
        if (fonts->has(fonts->self, i, letter)) {
            return i;
        }
    }
    return -1;
}

static int width_px(struct font_book *book, const struct run_style *style, const char *text,
                    int size_px) {
    const struct fonts *fonts = font_book_fonts(book);
    int units = fonts->width_units(fonts->self, style, str_from(text));
    return (units * size_px + FONTS_UNITS_PER_EM / 2) / FONTS_UNITS_PER_EM;
}

static bool has_ink(const struct font_image *image) {
    const struct stencil *stencil = &image->stencil;
    for (int y = 0; y < stencil->height_px; y++) {
        for (int x = 0; x < stencil->width_px; x++) {
            if (stencil->coverage[y * stencil->stride + x] == 255) {
                return true;
            }
        }
    }
    return false;
}

UNIT_TEST(a_width_agrees_with_what_is_drawn_at_every_size) {
    struct font_book *book = font_book_open(ASSETS);
    static const char *const TEXTS[] = {"0203 228 1350", "You meet a trained therapist.",
                                        "Together you look at what may be shaping it."};
    for (int i = 0; i < COUNT_OF(TEXTS); i++) {
        for (int size = 16; size <= 120; size += 8) {
            struct font_image image;
            assert_true(font_book_draw(book, &LATIN, size, TEXTS[i], &image));
            int wide = width_px(book, &LATIN, TEXTS[i], size);
            assert_in_range(image.stencil.width_px + 2, wide, wide + 4 + size / 16);
        }
    }
    font_book_close(book);
}

UNIT_TEST(bold_is_wider_and_a_text_is_as_wide_as_its_words) {
    struct font_book *book = font_book_open(ASSETS);
    const struct fonts *fonts = font_book_fonts(book);
    int plain = fonts->width_units(fonts->self, &LATIN, str_from("minutes"));
    int bold = fonts->width_units(fonts->self, &BOLD, str_from("minutes"));
    assert_true(bold > plain);
    int fifty = fonts->width_units(fonts->self, &LATIN, str_from("fifty "));
    int both = fonts->width_units(fonts->self, &LATIN, str_from("fifty minutes"));
    assert_in_range(both, fifty + plain - 40, fifty + plain + 40);
    assert_int_equal(fonts->width_units(fonts->self, &LATIN, str_from("")), 0);
    font_book_close(book);
}

UNIT_TEST(every_script_on_board_has_a_family) {
    struct font_book *book = font_book_open(ASSETS);
    static const uint32_t LETTERS[] = {0x0410, 0x05D0, 0x0627, 0x0905, 0x0985,
                                       0x0A05, 0x0A85, 0x0B85, 0x1200};
    for (uint32_t ascii = ' '; ascii <= '~'; ascii++) { // which no check asks for
        assert_int_equal(family_of(book, ascii), 0);
    }
    for (int i = 0; i < COUNT_OF(LETTERS); i++) {
        assert_true(family_of(book, LETTERS[i]) > 0);
    }
    const struct letter_port *letters = font_book_letters(book);
    assert_true(letters->has(letters->self, 0x0905));
    assert_false(letters->has(letters->self, 0x4E00)); // no Chinese on board
    assert_false(letters->has(letters->self, 0x1F600));
    font_book_close(book);
}

UNIT_TEST(arabic_is_shaped_and_not_a_row_of_single_letters) {
    struct font_book *book = font_book_open(ASSETS);
    const struct fonts *fonts = font_book_fonts(book);
    int family = family_of(book, 0x0627);
    struct run_style arabic = {(uint8_t)family, WEIGHT_REGULAR, true, "Arab"};
    struct run_style unknown = {(uint8_t)family, WEIGHT_REGULAR, false, "Zyyy"};
    const char *word = "التحدث";
    int shaped = fonts->width_units(fonts->self, &arabic, str_from(word));
    int single = fonts->width_units(fonts->self, &unknown, str_from(word));
    assert_true(shaped > 0 && shaped < single);
    font_book_close(book);
}

UNIT_TEST(without_any_folder_the_built_in_font_draws) {
    static const char *const DIRS[] = {NULL, "", "/nowhere/at/all"};
    for (int i = 0; i < COUNT_OF(DIRS); i++) {
        struct font_book *book = font_book_open(DIRS[i]);
        struct font_image image;
        assert_true(font_book_draw(book, &BOLD, 40, "0203 228 1350", &image));
        assert_true(has_ink(&image));
        assert_int_equal(family_of(book, '0'), 0);
        font_book_close(book);
    }
}

// A folder whose regular face is not a font, and whose bold is cut off.
UNIT_TEST(broken_files_are_replaced_by_the_next_best) {
    struct own_folder folder;
    own_folder_open(&folder);
    own_folder_put_text(&folder, "fonts/fonts.ini",
                        "[A]\nregular = a.ttf\nbold = b.ttf\nheavy = d.ttf\n"
                        "[B]\nregular = ../fonts/b.ttf\n");
    own_folder_put_text(&folder, "fonts/a.ttf", "not a font");
    struct str font = builtin_font(WEIGHT_BOLD);
    own_folder_put(&folder, "fonts/b.ttf", (struct str){font.at, font.size / 3});

    struct font_book *book = font_book_open(folder.path);
    struct font_image image;
    for (int weight = 0; weight < WEIGHT_COUNT; weight++) {
        struct run_style style = {0, (uint8_t)weight, false, "Latn"};
        assert_true(font_book_draw(book, &style, 40, "Need urgent help?", &image));
        assert_true(has_ink(&image));
    }
    font_book_close(book);
    own_folder_close(&folder);
}

UNIT_TEST(a_hundred_sizes_do_not_keep_a_hundred_fonts_open) {
    struct font_book *book = font_book_open(ASSETS);
    struct font_image image;
    for (int size = 10; size < 110; size++) {
        assert_true(font_book_draw(book, &LATIN, size, "letters", &image));
    }
    assert_true(font_book_draw(book, &LATIN, 10, "letters", &image));
    font_book_close(book);
}

UNIT_TEST(the_built_in_files_are_those_of_the_source) {
    struct deck_builtin files;
    builtin_deck(&files);
    static const char *const PATHS[] = {"config/kiosk.ini", "assets/words/en.ini",
                                        "config/cards/en/refer.txt",
                                        "config/cards/en/urgent-help.txt"};
    const struct str texts[] = {files.kiosk_ini, files.words_ini, files.refer_md, files.urgent_md};
    struct own_folder source = {.path = DIT_SOURCE_DIR};
    for (int i = 0; i < COUNT_OF(PATHS); i++) {
        struct str bytes = own_folder_bytes(&source, PATHS[i]);
        assert_int_equal(bytes.size, texts[i].size);
        assert_memory_equal(bytes.at, texts[i].at, bytes.size);
    }
    arena_finish(&source.arena);
}
