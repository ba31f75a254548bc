// SPDX-License-Identifier: MIT
// Pictures: what is decoded, what is refused, how large it is drawn, and that a gap stays quiet.
#include "content/picture/picture.h"
#include "heard.h"
#include "own_folder.h"
#include "platform/draw/paint.h"
#include "platform/draw/scale.h"
#include "surfaces.h"

#define ASSETS DIT_SOURCE_DIR "/assets"
// Every picture of this folder shows red, green, blue and yellow quarters, 48 x 32 as it is seen.
// The turned ones are stored in the eight orientations of Exif, odd ones with little-endian tags.
#define SAMPLES DIT_SOURCE_DIR "/tests/content/pictures"

static struct own_folder folder;

static const char *path_of(const char *name) {
    return arena_format(&folder.arena, "%s/images/%s", folder.path, name);
}

// As the check of the content finds it.
static struct picture size_of(const char *path) {
    struct str bytes;
    struct picture picture = {.width = 0};
    const struct file_source source = {FILE_FROM_HERE, path, 1 << 20};
    assert_int_equal(file_load(&bytes, &source, &folder.arena), FILE_OK);
    assert_int_equal(picture_read(bytes, &picture), PICTURE_OK);
    return picture;
}

// A red picture with a blue right half, 300 x 100, whole and cut short.
static int make_folder(void **state) {
    (void)state;
    own_folder_open(&folder);
    assert_int_equal(mkdir(path_of(""), 0700), 0);
    SDL_Surface *picture = surface_make(300, 100);
    SDL_FillRect(picture, NULL, 0xFFCC0000);
    SDL_FillRect(picture, &(SDL_Rect){150, 0, 150, 100}, 0xFF0000CC);
    assert_true(decode_write_png(picture, path_of("whole.png")));
    SDL_FreeSurface(picture);
    struct str whole = own_folder_bytes(&folder, "images/whole.png");
    own_folder_put(&folder, "images/cut.png", (struct str){whole.at, whole.size / 2});
    own_folder_put_text(&folder, "images/text.png", "This is not a picture at all.");
    own_folder_put_text(&folder, "images/empty.png", "");
    own_folder_put_text(&folder, "images/drawn.svg",
                        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"40\" height=\"20\">"
                        "<rect width=\"40\" height=\"20\" fill=\"#00aa00\"/></svg>");
    return 0;
}

static int remove_folder(void **state) {
    (void)state;
    own_folder_close(&folder);
    return 0;
}

UNIT_TEST(a_picture_keeps_its_proportions_and_its_colours) {
    struct picture_book *book = picture_book_open(ASSETS);
    picture_book_set_content(book, folder.path);
    static const int ROOMS[][4] = {{60, 60, 60, 20}, {90, 10, 30, 10}, {600, 600, 600, 200}};
    for (int i = 0; i < COUNT_OF(ROOMS); i++) {
        SDL_Surface *drawn = picture_book_picture(book, "whole.png", ROOMS[i][0], ROOMS[i][1]);
        assert_non_null(drawn);
        assert_int_equal(drawn->w, ROOMS[i][2]);
        assert_int_equal(drawn->h, ROOMS[i][3]);
        assert_int_equal(*pixel(drawn, drawn->w / 4, drawn->h / 2), 0xFFCC0000);
        assert_int_equal(*pixel(drawn, drawn->w * 3 / 4, drawn->h / 2), 0xFF0000CC);
    }
    struct picture whole = size_of(path_of("whole.png"));
    assert_int_equal(whole.width, 300);
    assert_int_equal(whole.height, 100);
    struct picture drawn = size_of(path_of("drawn.svg"));
    assert_int_equal(drawn.width, 2 * drawn.height);
    picture_book_close(book);
}

// As when staff look at new cards, go back to the old ones, and put the new ones on screen.
UNIT_TEST(pictures_come_and_go_with_their_content) {
    struct picture_book *book = picture_book_open(ASSETS);
    for (int i = 0; i < 5; i++) {
        picture_book_set_content(book, i % 2 == 0 ? folder.path : NULL);
        SDL_Surface *drawn = picture_book_picture(book, "whole.png", 60, 60);
        assert_int_equal(drawn != NULL, i % 2 == 0);
        assert_true(!drawn || *pixel(drawn, 15, 10) == 0xFFCC0000);
    }
    for (int i = 0; i < 3; i++) {
        picture_book_set_content(book, folder.path);
        assert_non_null(picture_book_picture(book, "whole.png", 60 + i, 60));
        assert_non_null(picture_book_picture(book, "drawn.svg", 60, 60 + i));
    }
    picture_book_close(book);
}

// As somebody named the folder on the stick that this content was copied from.
UNIT_TEST(a_folder_in_capitals_is_found) {
    const char *capitals = own_folder_path(&folder, "Images");
    const char *small = own_folder_path(&folder, "images");
    assert_int_equal(rename(small, capitals), 0);
    struct picture_book *book = picture_book_open(ASSETS);
    picture_book_set_content(book, folder.path);
    bool is_drawn = picture_book_picture(book, "whole.png", 60, 60) != NULL;
    picture_book_close(book);
    assert_int_equal(rename(capitals, small), 0);
    assert_true(is_drawn);
}

// The file is taken away, so that what is not kept cannot come back.
UNIT_TEST(as_many_pictures_are_kept_as_there_is_memory_for) {
    struct picture_book *book = picture_book_open(ASSETS);
    picture_book_set_content(book, folder.path);
    for (int i = 0; i < 40; i++) {
        assert_non_null(picture_book_picture(book, "whole.png", 30 + 3 * i, 100));
    }
    assert_int_equal(rename(path_of("whole.png"), path_of("whole.away")), 0);
    for (int i = 0; i < 40; i++) {
        assert_non_null(picture_book_picture(book, "whole.png", 30 + 3 * i, 100));
    }
    assert_int_equal(rename(path_of("whole.away"), path_of("whole.png")), 0);
    for (int i = 0; i < 4; i++) { // 20 MB each
        assert_non_null(picture_book_picture(book, "drawn.svg", 3200 - i, 1600));
    }
    assert_int_equal(rename(path_of("drawn.svg"), path_of("drawn.away")), 0);
    assert_non_null(picture_book_picture(book, "drawn.svg", 3200 - 3, 1600));
    assert_null(picture_book_picture(book, "drawn.svg", 3200, 1600));
    assert_int_equal(rename(path_of("drawn.away"), path_of("drawn.svg")), 0);
    picture_book_close(book);
}

UNIT_TEST(what_cannot_be_drawn_is_a_quiet_gap) {
    struct picture_book *book = picture_book_open(ASSETS);
    picture_book_set_content(book, folder.path);
    static const char *const NAMES[] = {"cut.png", "text.png",     "empty.png",   "missing.png",
                                        "",        "../whole.png", "/etc/passwd", "."};
    for (int i = 0; i < COUNT_OF(NAMES); i++) {
        assert_null(picture_book_picture(book, NAMES[i], 60, 60));
    }
    picture_book_set_content(book, NULL);
    assert_null(picture_book_picture(book, "whole.png", 60, 60));
    picture_book_close(book);
}

static bool is_whole(const char *name) {
    const char *path = arena_format(&folder.arena, "images/%s", name);
    return decode_is_whole(own_folder_bytes(&folder, path));
}

UNIT_TEST(the_check_decodes_the_whole_picture) {
    assert_true(is_whole("whole.png"));
    assert_true(is_whole("drawn.svg"));
    assert_false(is_whole("cut.png"));
    assert_false(is_whole("text.png"));
    assert_false(is_whole("empty.png"));
}

static bool is_near(uint32_t colour, uint32_t expected) {
    bool is_all = true;
    for (int shift = 0; shift < 32; shift += 8) {
        int difference = (int)(colour >> shift & 0xFF) - (int)(expected >> shift & 0xFF);
        is_all = is_all && difference > -24 && difference < 24;
    }
    return is_all;
}

static const uint32_t QUARTERS[] = {0xFFCC0000, 0xFF009900, 0xFF0000CC, 0xFFE6C800};
static const uint32_t CLEAR_QUARTER[] = {0xFFCC0000, 0xFF009900, 0xFF0000CC, 0x00000000};
static const uint32_t GREY_QUARTERS[] = {0xFF3D3D3D, 0xFF5A5A5A, 0xFF171717, 0xFFBABABA};

static void assert_corners(SDL_Surface *drawn, const char *name, const uint32_t *expected) {
    for (int i = 0; i < 4; i++) {
        uint32_t found = *pixel(drawn, i % 2 * (drawn->w - 1), i / 2 * (drawn->h - 1));
        // A pixel that lets everything through has no colour of its own.
        if (expected[i] >> 24 == 0 ? found >> 24 != 0 : !is_near(found, expected[i])) {
            fail_msg("%s, %d x %d: corner %d is %08X instead of %08X", name, drawn->w, drawn->h, i,
                     found, expected[i]);
        }
    }
}

UNIT_TEST(every_usual_kind_of_picture_is_seen_the_right_way_up) {
    static const struct {
        const char *name;
        const uint32_t *corners;
    } samples[] = {
        {"turned-1.jpg", QUARTERS},
        {"turned-2.jpg", QUARTERS},
        {"turned-3.jpg", QUARTERS},
        {"turned-4.jpg", QUARTERS},
        {"turned-5.jpg", QUARTERS},
        {"turned-6.jpg", QUARTERS},
        {"turned-7.jpg", QUARTERS},
        {"turned-8.jpg", QUARTERS},
        {"baseline.jpg", QUARTERS},
        {"progressive.jpg", QUARTERS},
        {"grey.jpg", GREY_QUARTERS},
        {"deep.png", QUARTERS},
        {"interlaced.png", QUARTERS},
        {"palette.png", CLEAR_QUARTER},
        {"viewbox.svg", QUARTERS},
        {"turned.png", QUARTERS},
        {"turned-palette.png", CLEAR_QUARTER},
    };
    static const int WIDTHS[] = {24, 48, 144}; // smaller, as it is, larger
    struct picture_book *book = picture_book_open(ASSETS);
    picture_book_set_content(book, SAMPLES);
    for (int i = 0; i < COUNT_OF(samples); i++) {
        struct picture picture =
            size_of(arena_format(&folder.arena, SAMPLES "/images/%s", samples[i].name));
        int width = (int)picture.width, height = (int)picture.height;
        // A drawing without a size is drawn 1024 wide, which three does not divide.
        assert_in_range(height * 3 - width * 2, 0, 1);
        for (int k = 0; k < COUNT_OF(WIDTHS); k++) {
            SDL_Surface *drawn = picture_book_picture(book, samples[i].name, WIDTHS[k], WIDTHS[k]);
            assert_non_null(drawn);
            assert_int_equal(drawn->w, WIDTHS[k]);
            assert_int_equal(drawn->h, WIDTHS[k] * 2 / 3);
            assert_corners(drawn, samples[i].name, samples[i].corners);
        }
    }
    picture_book_close(book);
}

UNIT_TEST(a_picture_for_a_printing_press_is_a_finding_and_a_gap) {
    struct own_folder samples = {.path = SAMPLES "/images"};
    struct str bytes = own_folder_bytes(&samples, "cmyk.jpg");
    struct picture picture = {.width = 77};
    assert_int_equal(picture_read(bytes, &picture), PICTURE_FOR_PRINT);
    assert_int_equal(picture.width, 77);
    arena_finish(&samples.arena);
    struct picture_book *book = picture_book_open(ASSETS);
    picture_book_set_content(book, SAMPLES);
    assert_null(picture_book_picture(book, "cmyk.jpg", 48, 48));
    picture_book_close(book);
}

// A wrong byte in the pixels, and a colour profile that is none.
UNIT_TEST(no_decoder_speaks_past_the_log) {
    char bytes[4096];
    struct str whole = own_folder_bytes(&folder, "images/whole.png");
    size_t size = whole.size;
    assert_in_range(size, 100, sizeof bytes - 64);
    static const char PROFILE[] = "\0\0\0\x06iCCPa\0\0bad\x17\x3F\x1D\x2A";
    enum { HEAD = 8 + 25 };
    memcpy(bytes, whole.at, HEAD);
    memcpy(bytes + HEAD, PROFILE, sizeof PROFILE - 1);
    memcpy(bytes + HEAD + sizeof PROFILE - 1, whole.at + HEAD, size - HEAD);
    const struct str profiled = {bytes, size + sizeof PROFILE - 1};
    own_folder_put(&folder, "images/profile.png", profiled);
    bytes[size - 40] ^= 1;
    own_folder_put(&folder, "images/damaged.png", profiled);
    struct picture_book *book = picture_book_open(ASSETS);
    picture_book_set_content(book, folder.path);
    struct heard heard;
    heard_begin(&heard);
    (void)picture_book_picture(book, "profile.png", 60, 60);
    (void)picture_book_picture(book, "damaged.png", 60, 60);
    (void)heard_end(&heard);
    picture_book_close(book);
#ifndef __SANITIZE_ADDRESS__ // a child that is watched keeps its standard error
    assert_null(strstr(heard.text, "libpng"));
#endif
    assert_null(strstr(heard.text, "profile.png"));
    assert_non_null(strstr(heard.text, "The picture damaged.png cannot be drawn"));
}

UNIT_TEST(an_icon_is_drawn_at_the_size_that_is_asked_for) {
    struct picture_book *book = picture_book_open(ASSETS);
    for (int side = 12; side < 200; side += 17) {
        struct stencil stencil;
        assert_true(picture_book_icon(book, "touch", side, &stencil));
        assert_int_equal(stencil.width_px, side);
        int covered = 0;
        for (int i = 0; i < side * side; i++) {
            covered += stencil.coverage[i] > 128;
        }
        assert_in_range(covered, side * side / 30, side * side / 2);
    }
    struct stencil none;
    assert_false(picture_book_icon(book, "no-such-icon", 40, &none));
    picture_book_close(book);
}

UNIT_TEST(a_picture_fits_into_any_room) {
    static const struct rect ROOMS[] = {{5, 5, 100, 10}, {0, 0, 10, 100}, {0, 0, 1, 1}};
    for (int i = 0; i < COUNT_OF(ROOMS); i++) {
        for (int width = 1; width < 9000; width = width * 3 + 1) {
            struct rect at = scale_fit(ROOMS[i], width, 77);
            assert_true(at.w >= 1 && at.h >= 1);
            assert_true(rect_equals(rect_intersection(at, ROOMS[i]), at));
        }
    }
}

UNIT_TESTS_SHARE(make_folder, remove_folder)
