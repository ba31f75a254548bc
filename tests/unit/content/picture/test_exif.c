// SPDX-License-Identifier: MIT
// Which way up a photograph is: both byte orders, and segments that are cut, lie about where things
// are, or count what is not there. Every one is read from a copy that ends where it says, so that
// the sanitizer sees a look behind it.
#include "content/picture/exif.h"
#include "content/picture/picture.h"
#include "unit_test.h"

#include <stdlib.h>
#include <string.h>

// String literals, because Exif is full of zeros.
#define BYTES(text)                                                                                \
    { text, sizeof text - 1 }
#define II "II*\0\x08\0\0\0"
#define MM "MM\0*\0\0\0\x08"
#define II_WIDTH "\0\1\x03\0\1\0\0\0\x30\0\0\0"
#define MM_WIDTH "\1\0\0\x03\0\0\0\1\0\x30\0\0"
#define II_TURN(value) "\x12\1\x03\0\1\0\0\0" value "\0\0\0"
#define MM_TURN(value) "\1\x12\0\x03\0\0\0\1\0" value "\0\0"

static const struct {
    const char *why;
    struct str exif;
    int expected;
} cases[] = {
    {"little-endian", BYTES(II "\1\0" II_TURN("\6") "\0\0\0\0"), 6},
    {"big-endian", BYTES(MM "\0\1" MM_TURN("\x08") "\0\0\0\0"), 8},
    {"behind another tag", BYTES(II "\2\0" II_WIDTH II_TURN("\3")), 3},
    {"behind another tag", BYTES(MM "\0\2" MM_WIDTH MM_TURN("\5")), 5},
    {"what fills up the value is not looked at", BYTES(II "\1\0\x12\1\3\0\1\0\0\0\2\0\xFF\xFF"), 2},
    {"the list is not at once behind the head",
     BYTES("MM\0*\0\0\0\x0B\xFF\xFF\xFF\0\1" MM_TURN("\7")), 7},
    {"more tags promised than there are", BYTES(II "\xFF\xFF" II_WIDTH II_TURN("\4")), 4},
    {"the first of two counts", BYTES(II "\2\0" II_TURN("\1") II_TURN("\4")), 1},

    {"nothing", BYTES(""), 0},
    {"not Exif", BYTES("http://ns.adobe.com/xap/1.0/\0<x:xmpmeta/>"), 0},
    {"a name, as in a JPEG", BYTES("Exif\0\0" II "\1\0" II_TURN("\6")), 0},
    {"no list", BYTES(II), 0},
    {"neither byte order", BYTES("IM*\0\x08\0\0\0\1\0" II_TURN("\6")), 0},
    {"byte orders mixed", BYTES("II\0*\x08\0\0\0\1\0" II_TURN("\6")), 0},
    {"not 42", BYTES("II+\0\x08\0\0\0\1\0" II_TURN("\6")), 0},
    {"the list in the head", BYTES("II*\0\x04\0\0\0\1\0" II_TURN("\6")), 0},
    {"the list at 0", BYTES("II*\0\0\0\0\0\1\0" II_TURN("\6")), 0},
    {"the list at the very end", BYTES("II*\0\x16\0\0\0\1\0" II_TURN("\6")), 0},
    {"the list beyond the end", BYTES("II*\0\x17\0\0\0\1\0" II_TURN("\6")), 0},
    {"the list 4 GB away", BYTES("II*\0\xFF\xFF\xFF\xFF\1\0" II_TURN("\6")), 0},
    {"the list 2 GB away", BYTES("MM\0*\x7F\xFF\xFF\xFF\0\1" MM_TURN("\6")), 0},
    {"no tags", BYTES(II "\0\0" II_TURN("\6")), 0},
    {"fewer tags promised than there are", BYTES(II "\1\0" II_WIDTH II_TURN("\6")), 0},
    {"half a tag", BYTES(II "\1\0\x12\1\3\0\1\0\0\0\6"), 0},
    {"65,535 tags and none there", BYTES(II "\xFF\xFF"), 0},
    {"of another type", BYTES(II "\1\0\x12\1\4\0\1\0\0\0\6\0\0\0"), 0},
    {"of a type that is none", BYTES(MM "\0\1\1\x12\xFF\xFF\0\0\0\1\0\6\0\0"), 0},
    {"no values", BYTES(II "\1\0\x12\1\3\0\0\0\0\0\6\0\0\0"), 0},
    {"4 billion values", BYTES(II "\1\0\x12\1\3\0\xFF\xFF\xFF\xFF\6\0\0\0"), 0},
    {"0", BYTES(II "\1\0" II_TURN("\0")), 0},
    {"9", BYTES(II "\1\0" II_TURN("\x09")), 0},
    {"262", BYTES(II "\1\0\x12\1\3\0\1\0\0\0\6\1\0\0"), 0},
    {"65,535", BYTES(MM "\0\1\1\x12\0\3\0\0\0\1\xFF\xFF\0\0"), 0},
};

static int read_copy(struct str exif, size_t size) {
    char *copy = malloc(size + (size == 0));
    assert_non_null(copy);
    memcpy(copy, exif.at, size);
    int orientation = exif_orientation((struct str){copy, size});
    free(copy);
    return orientation;
}

UNIT_TEST(only_what_is_entirely_right_is_believed) {
    for (int i = 0; i < COUNT_OF(cases); i++) {
        int found = read_copy(cases[i].exif, cases[i].exif.size);
        if (found != cases[i].expected) {
            fail_msg("%s (row %d): %d instead of %d", cases[i].why, i, found, cases[i].expected);
        }
    }
}

UNIT_TEST(exif_may_end_anywhere) {
    for (int i = 0; i < COUNT_OF(cases); i++) {
        for (size_t size = 0; size < cases[i].exif.size; size++) {
            int found = read_copy(cases[i].exif, size);
            assert_true(found == 0 || found == cases[i].expected);
        }
    }
}

UNIT_TEST(any_byte_of_exif_may_be_wrong) {
    char copy[128];
    for (int i = 0; i < COUNT_OF(cases); i++) {
        struct str exif = cases[i].exif;
        assert_true(exif.size <= sizeof copy);
        for (size_t at = 0; at < exif.size; at++) {
            for (int value = 0; value < 256; value++) {
                memcpy(copy, exif.at, exif.size);
                copy[at] = (char)value;
                int found = read_copy((struct str){copy, exif.size}, exif.size);
                assert_in_range(found, 0, 8);
            }
        }
    }
}

#define SEGMENT(length, content) "\xFF\xE1\0" length content
#define XMP SEGMENT("\x1F", "http://ns.adobe.com/xap/1.0/\0")
#define EXIF(value) SEGMENT("\x1E", "Exif\0\0" MM "\0\1" MM_TURN(value))
// 4 wide and 5 high, as it is stored.
#define FRAME "\xFF\xC0\0\x0B\x08\0\5\0\4\1\1\x11\0"
#define SCAN "\xFF\xDA\0\x08\1\1\0\0\x3F\0words\xFF\xD9"

static void assert_size(struct str bytes, int orientation) {
    struct picture picture;
    bool is_on_its_side = orientation >= 5;
    assert_int_equal(picture_read(bytes, &picture), PICTURE_OK);
    assert_int_equal(picture.orientation, orientation);
    assert_int_equal(picture.width, is_on_its_side ? 5 : 4);
    assert_int_equal(picture.height, is_on_its_side ? 4 : 5);
}

#define PART(size, name, content) "\0\0\0" size name content "sums"
#define PNG_HEAD "\x89PNG\r\n\x1A\n" PART("\x0D", "IHDR", "\0\0\0\4\0\0\0\5\x08\0\0\0\0")
#define PNG_EXIF(value) PART("\x16", "eXIf", MM "\0\1" MM_TURN(value))
#define PIXELS PART("\2", "IDAT", "xx")
#define END PART("\0", "IEND", "")

UNIT_TEST(a_picture_has_the_size_that_it_is_seen_at) {
    static const struct {
        struct str bytes;
        int orientation;
    } pictures[] = {
        {BYTES("\xFF\xD8" FRAME SCAN), 1},
        {BYTES("\xFF\xD8" XMP FRAME SCAN), 1},
        {BYTES("\xFF\xD8" EXIF("\0") FRAME SCAN), 1},
        {BYTES("\xFF\xD8" EXIF("\1") FRAME SCAN), 1},
        {BYTES("\xFF\xD8" EXIF("\2") FRAME SCAN), 2},
        {BYTES("\xFF\xD8" EXIF("\3") FRAME SCAN), 3},
        {BYTES("\xFF\xD8" EXIF("\4") FRAME SCAN), 4},
        {BYTES("\xFF\xD8" EXIF("\5") FRAME SCAN), 5},
        {BYTES("\xFF\xD8" EXIF("\6") FRAME SCAN), 6},
        {BYTES("\xFF\xD8" EXIF("\7") FRAME SCAN), 7},
        {BYTES("\xFF\xD8" EXIF("\x08") FRAME SCAN), 8},
        {BYTES("\xFF\xD8" XMP EXIF("\6") FRAME SCAN), 6},
        {BYTES("\xFF\xD8" FRAME EXIF("\6") SCAN), 6},
        {BYTES("\xFF\xD8" EXIF("\6") EXIF("\3") FRAME SCAN), 6},
        {BYTES("\xFF\xD8\xFF\xFF" EXIF("\6") FRAME SCAN), 6},
        {BYTES("\xFF\xD8\xFF\xE1\0\2" EXIF("\6") FRAME SCAN), 6}, // an empty segment before it
        {BYTES("\xFF\xD8" SEGMENT("\x08", "Exif\0\0") FRAME SCAN), 1},
        {BYTES("\xFF\xD8" SEGMENT("\6", "Exif") FRAME SCAN), 1},
        {BYTES("\xFF\xD8" SEGMENT("\x18", MM "\0\1" MM_TURN("\6")) FRAME SCAN), 1},
        {BYTES(PNG_HEAD PIXELS END), 1},
        {BYTES(PNG_HEAD PNG_EXIF("\6") PIXELS END), 6},
        {BYTES(PNG_HEAD PIXELS PNG_EXIF("\x08") END), 8}, // the standard allows it on either side
        {BYTES(PNG_HEAD PNG_EXIF("\3") PIXELS PNG_EXIF("\6") END), 3},
        {BYTES(PNG_HEAD PNG_EXIF("\x09") PIXELS END), 1},
        {BYTES(PNG_HEAD PART("\0", "eXIf", "") PIXELS END), 1},
        {BYTES(PNG_HEAD PIXELS END PNG_EXIF("\6")), 1}, // behind the end is no part of it
    };
    for (int i = 0; i < COUNT_OF(pictures); i++) {
        assert_size(pictures[i].bytes, pictures[i].orientation);
    }
}

UNIT_TEST(a_segment_that_lies_about_its_length_is_a_picture_that_is_cut_off) {
    static const struct str jpegs[] = {
        BYTES("\xFF\xD8\xFF\xE1\0\0" FRAME SCAN),
        BYTES("\xFF\xD8\xFF\xE1\0\1" FRAME SCAN),
        BYTES("\xFF\xD8\xFF\xE1\xFF\xFF" II "\1\0" II_TURN("\6") FRAME SCAN),
        BYTES("\xFF\xD8\xFF\xE1\0\x40" II "\1\0" II_TURN("\6")),
    };
    for (int i = 0; i < COUNT_OF(jpegs); i++) {
        struct picture picture = {.orientation = 77};
        assert_int_equal(picture_read(jpegs[i], &picture), PICTURE_CUT_OFF);
        assert_int_equal(picture.orientation, 77);
    }
}
