// SPDX-License-Identifier: MIT
// Headers of pictures: sizes that are right, and bytes that are cut at every place and changed at
// every place, which must be answered and never crash.
#include "content/limits.h"
#include "content/picture/picture.h"
#include "unit_test.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define BYTES(text)                                                                                \
    { text, sizeof text - 1 }

static const struct str png = BYTES("\x89PNG\r\n\x1A\n\0\0\0\rIHDR\0\0\0\2\0\0\0\3\x08\0\0\0\0"
                                    "\x9C\x81\x81\x5D\0\0\0\rIDAT\x78\x9C\x63\x68\x68\x60\0\x23\0"
                                    "\x0D\x89\3\1\x36\x1F\xF5\x2B\0\0\0\0IEND\xAE\x42\x60\x82");
static const struct str jpeg = BYTES("\xFF\xD8\xFF\xE0\0\4JF"
                                     "\xFF\xC0\0\x0B\x08\0\5\0\4\1\1\x11\0"
                                     "\xFF\xDA\0\x08\1\1\0\0\x3F\0words\xFF\xD9");
static const struct str svg = BYTES("<?xml version=\"1.0\"?>\n<svg xmlns=\"http://www.w3.org/2000/"
                                    "svg\" width=\"24.5px\" height=\"100%\"><desc>M1 1</desc/>"
                                    "</svg>");

UNIT_TEST(the_size_is_read_from_the_header) {
    struct picture picture;
    assert_int_equal(picture_read(png, &picture), PICTURE_OK);
    assert_int_equal(picture.kind, PICTURE_PNG);
    assert_int_equal(picture.width, 2);
    assert_int_equal(picture.height, 3);
    assert_int_equal(picture_read(jpeg, &picture), PICTURE_OK);
    assert_int_equal(picture.kind, PICTURE_JPEG);
    assert_int_equal(picture.width, 4);
    assert_int_equal(picture.height, 5);
    assert_int_equal(picture_read(svg, &picture), PICTURE_OK);
    assert_int_equal(picture.kind, PICTURE_SVG);
    assert_int_equal(picture.width, 24);
    assert_int_equal(picture.height, 1);
}

// A copy on the heap, so that the sanitizer sees a read behind its end.
static enum picture_fault read_copy(struct str bytes, size_t size, struct picture *picture) {
    char *copy = malloc(size + (size == 0));
    assert_non_null(copy);
    memcpy(copy, bytes.at, size);
    enum picture_fault fault = picture_read((struct str){copy, size}, picture);
    free(copy);
    return fault;
}

UNIT_TEST(a_picture_that_is_cut_anywhere_is_refused) {
    const struct str all[] = {png, jpeg, svg};
    for (int i = 0; i < COUNT_OF(all); i++) {
        size_t whole = i == 0 ? all[i].size - 4 : all[i].size; // a PNG may lack its last sum
        for (size_t size = 0; size < whole - (i == 2); size++) {
            struct picture picture = {.width = 77};
            enum picture_fault fault = read_copy(all[i], size, &picture);
            if (fault == PICTURE_OK) {
                fail_msg("picture %d of %zu bytes was let through", i, size);
            }
            assert_int_equal(picture.width, 77);
        }
    }
}

UNIT_TEST(any_byte_may_be_wrong) {
    const struct str all[] = {png, jpeg, svg};
    char copy[256];
    for (int i = 0; i < COUNT_OF(all); i++) {
        for (size_t at = 0; at < all[i].size; at++) {
            for (int value = 0; value < 256; value += 5) {
                struct picture picture = {0};
                memcpy(copy, all[i].at, all[i].size);
                copy[at] = (char)value;
                if (read_copy((struct str){copy, all[i].size}, all[i].size, &picture) ==
                    PICTURE_OK) {
                    assert_true(picture.width <= LIMIT_PICTURE_SIDE);
                    assert_true(picture.height <= LIMIT_PICTURE_SIDE);
                }
            }
        }
    }
}

UNIT_TEST(every_fault_has_words_for_staff) {
    struct arena arena = {0};
    struct findings findings = {.arena = &arena};
    const struct picture picture = {0};
    for (int fault = PICTURE_OK + 1; fault < PICTURE_FAULT_COUNT; fault++) {
        picture_add_finding(&findings, (enum picture_fault)fault, &picture, "images/a.png");
        const struct finding *last = &findings.list[findings.count - 1];
        assert_true(strlen(last->what) > 10 && strlen(last->todo) > 10);
    }
    arena_finish(&arena);
}
