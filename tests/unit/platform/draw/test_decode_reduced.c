// SPDX-License-Identifier: MIT
// A picture as it is stored: upright, no larger than the largest screen, and the same once more.
#include <SDL_image.h>
#include <string.h>

#include "content/limits.h"
#include "content/picture/picture.h"
#include "own_child.h"
#include "own_folder.h"
#include "platform/draw/decode.h"
#include "surfaces.h"

enum { ENCODED_BYTES = 4 * 1024 * 1024 };
static const uint32_t RED = 0xFFCC0000, BLUE = 0xFF0000CC;

// As a telephone notes that it was held upright: orientation 6, the stored right side is the
// bottom.
#define EXIF "Exif\0\0MM\0*\0\0\0\x08\0\1\x01\x12\0\3\0\0\0\1\0\6\0\0\0\0\0\0"

// Red, with a blue right half; behind a JPEG's mark comes the note.
static struct str make_photograph(struct arena *arena, int width_px, int height_px) {
    static const char note[] = "\xFF\xE1\0\x22" EXIF;
    enum { MARK = 2, NOTE = sizeof note - 1 };
    assert_int_equal(NOTE, 2 + 0x22);
    SDL_Surface *surface = surface_make(width_px, height_px);
    SDL_FillRect(surface, NULL, RED);
    SDL_FillRect(surface, &(SDL_Rect){width_px / 2, 0, width_px, height_px}, BLUE);
    char *bytes = arena_alloc(arena, ENCODED_BYTES);
    SDL_RWops *writer = SDL_RWFromMem(bytes + NOTE, ENCODED_BYTES - NOTE);
    assert_int_equal(IMG_SaveJPG_RW(surface, writer, 0, 90), 0);
    size_t size = (size_t)SDL_RWtell(writer);
    SDL_RWclose(writer);
    SDL_FreeSurface(surface);
    memcpy(bytes, bytes + NOTE, MARK);
    memcpy(bytes + MARK, note, NOTE);
    return (struct str){bytes, size + NOTE};
}

static struct picture picture_of(struct str bytes) {
    struct picture picture = {.width = 0};
    assert_int_equal(picture_read(bytes, &picture), PICTURE_OK);
    return picture;
}

static bool is_colour(const SDL_Surface *drawn, int y, uint32_t expected) {
    uint32_t found = *pixel(drawn, drawn->w / 2, y);
    return (found >> 23 & 1) == (expected >> 23 & 1) && (found >> 7 & 1) == (expected >> 7 & 1);
}

UNIT_TEST(a_telephones_photograph_is_stored_upright_and_as_large_as_a_screen) {
    struct arena arena = {0};
    struct str came = make_photograph(&arena, 4032, 3024);
    assert_int_equal(picture_of(came).orientation, 6);
    struct str stored = decode_reduced(came, &arena);
    struct picture picture = picture_of(stored);
    assert_int_equal(picture.kind, PICTURE_JPEG);
    assert_int_equal(picture.orientation, 1);
    assert_int_equal(picture.width, LIMIT_SCREEN_SHORT_SIDE);
    assert_int_equal(picture.height, LIMIT_SCREEN_SHORT_SIDE * 4 / 3);
    SDL_Surface *drawn = decode_fitted(stored, 60, 80);
    assert_non_null(drawn);
    assert_true(is_colour(drawn, 10, RED) && is_colour(drawn, 70, BLUE));
    SDL_FreeSurface(drawn);
    assert_ptr_equal(decode_reduced(stored, &arena).at, stored.at);
    arena_finish(&arena);
}

static struct str sample(struct own_folder *samples, const char *name) {
    struct str bytes = own_folder_bytes(samples, name);
    (void)picture_of(bytes);
    return bytes;
}

UNIT_TEST(a_small_picture_on_its_side_is_only_turned) {
    static const char *const names[] = {"turned-5.jpg", "turned-6.jpg", "turned-8.jpg",
                                        "turned.png", "turned-palette.png"};
    struct own_folder samples = {.path = DIT_SOURCE_DIR "/tests/content/pictures/images"};
    for (int i = 0; i < COUNT_OF(names); i++) {
        struct str came = sample(&samples, names[i]);
        struct str stored = decode_reduced(came, &samples.arena);
        struct picture before = picture_of(came), after = picture_of(stored);
        assert_int_equal(after.kind, before.kind);
        assert_int_equal(after.orientation, 1);
        assert_int_equal(after.width, before.width);
        assert_int_equal(after.height, before.height);
        assert_ptr_equal(decode_reduced(stored, &samples.arena).at, stored.at);
    }
    arena_finish(&samples.arena);
}

UNIT_TEST(what_is_upright_and_small_or_cannot_be_drawn_is_stored_as_it_came) {
    static const char *const names[] = {"baseline.jpg", "progressive.jpg", "palette.png",
                                        "deep.png", "viewbox.svg"};
    struct own_folder samples = {.path = DIT_SOURCE_DIR "/tests/content/pictures/images"};
    for (int i = 0; i < COUNT_OF(names); i++) {
        struct str came = sample(&samples, names[i]);
        assert_ptr_equal(decode_reduced(came, &samples.arena).at, came.at);
    }
    const struct str text = str_from("# Our team\n");
    assert_ptr_equal(decode_reduced(text, &samples.arena).at, text.at);
    arena_finish(&samples.arena);
}

UNIT_TEST(a_photograph_with_a_hole_in_it_is_stored_as_it_came) {
    struct arena arena = {0};
    struct str whole = make_photograph(&arena, 600, 400);
    char *bytes = arena_alloc(&arena, whole.size);
    memcpy(bytes, whole.at, whole.size);
    memset(bytes + whole.size - 60, 0, 40);
    const struct str broken = {bytes, whole.size};
    assert_int_equal(picture_of(broken).orientation, 6);
    assert_ptr_equal(decode_reduced(broken, &arena).at, broken.at);
    assert_ptr_not_equal(decode_reduced(whole, &arena).at, whole.at);
    arena_finish(&arena);
}

static bool say(const void *bytes, size_t size) {
    return write(STDOUT_FILENO, bytes, size) == (ssize_t)size;
}

#define LIE "lie "
enum { LIE_COUNT = 5 };

static bool tell_lie(int lie) {
    static const int sides[LIE_COUNT][2] = {
        {INT32_MAX, INT32_MAX}, {-1, 10}, {0, 0}, {41, 60}, {10, 10}};
    return say(sides[lie], sizeof sides[lie]) && say("cut", 3);
}

OWN_CHILD(DECODE_CHILD) {
    char text[200];
    ssize_t size = pread(STDIN_FILENO, text, sizeof text, 0);
    const char *lie = size > 0 ? memmem(text, (size_t)size, LIE, strlen(LIE)) : NULL;
    return lie ? !tell_lie(lie[strlen(LIE)] - '0') : decode_in_child(words[0]);
}

// It says that it has more than any picture, less than nothing, nothing, more than it was asked
// for, and more than it hands back.
UNIT_TEST(a_child_in_a_strangers_hand_changes_no_picture) {
    static const char remark[] = "\xFF\xFE\0\x07" LIE;
    struct arena arena = {0};
    struct str whole = make_photograph(&arena, 60, 40);
    for (int i = 0; i < LIE_COUNT; i++) {
        char *bytes = arena_alloc(&arena, whole.size + sizeof remark);
        memcpy(bytes, whole.at, 2);
        memcpy(bytes + 2, remark, sizeof remark - 1);
        bytes[2 + sizeof remark - 1] = (char)('0' + i);
        memcpy(bytes + 2 + sizeof remark, whole.at + 2, whole.size - 2);
        const struct str picture = {bytes, whole.size + sizeof remark};
        assert_int_equal(picture_of(picture).orientation, 6);
        assert_ptr_equal(decode_reduced(picture, &arena).at, picture.at);
    }
    arena_finish(&arena);
}
