// SPDX-License-Identifier: MIT
// The parts of a PNG. Every case is a list of parts from which the file is put together with right
// sizes and checksums, so that it fails for the one reason that its name says.
#include "content/picture/png.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

enum { PART_LIMIT = 8, FILE_BYTES = 2048 };

struct part {
    const char *name, *content;
    size_t size;
};

#define PART(name, content)                                                                        \
    { name, content, sizeof content - 1 }
// 2 x 3; depth, colour, packing, filter, interlace.
#define HEADER(rest) PART("IHDR", "\0\0\0\2\0\0\0\3" rest)
#define GREY HEADER("\x08\0\0\0\0")
#define PALETTE HEADER("\2\3\0\0\0")
#define PIXELS PART("IDAT", "pixels")
#define END PART("IEND", "")

static const struct {
    const char *why;
    struct part parts[PART_LIMIT];
    bool is_sound;
} cases[] = {
    {"grey", {GREY, PIXELS, END}, true},
    {"16 bits and colours", {HEADER("\x10\2\0\0\0"), PIXELS, END}, true},
    {"interlaced with alpha", {HEADER("\x08\6\0\0\1"), PIXELS, END}, true},
    {"pixels in three parts", {GREY, PIXELS, PART("IDAT", ""), PIXELS, END}, true},
    {"palette", {PALETTE, PART("PLTE", "abcdef"), PART("tRNS", "a"), PIXELS, END}, true},
    {"notes anywhere",
     {GREY, PART("tEXt", "a"), PIXELS, PART("eXIf", ""), PIXELS, PART("tIME", "b"), END},
     true},
    {"a palette that nobody needs", {GREY, PART("PLTE", "ab"), PIXELS, END}, true},

    {"no pixels", {GREY, END}, false},
    {"no palette", {PALETTE, PIXELS, END}, false},
    {"the palette behind the pixels", {PALETTE, PIXELS, PART("PLTE", "abc"), END}, false},
    {"two palettes", {PALETTE, PART("PLTE", "abc"), PART("PLTE", "abc"), PIXELS, END}, false},
    {"a colour and a half", {PALETTE, PART("PLTE", "abcd"), PIXELS, END}, false},
    {"an empty palette", {PALETTE, PART("PLTE", ""), PIXELS, END}, false},
    {"clear behind the pixels",
     {PALETTE, PART("PLTE", "abc"), PIXELS, PART("tRNS", "a"), END},
     false},
    {"two headers", {GREY, GREY, PIXELS, END}, false},
    {"something in the end", {GREY, PIXELS, PART("IEND", "x")}, false},
    {"a telephone maker's own kind", {GREY, PART("CgBI", "abcd"), PIXELS, END}, false},
    {"3 bits", {HEADER("\3\0\0\0\0"), PIXELS, END}, false},
    {"0 bits", {HEADER("\0\0\0\0\0"), PIXELS, END}, false},
    {"255 bits", {HEADER("\xFF\0\0\0\0"), PIXELS, END}, false},
    {"16 bits in a palette", {HEADER("\x10\3\0\0\0"), PART("PLTE", "abc"), PIXELS, END}, false},
    {"4 bits of colour", {HEADER("\4\2\0\0\0"), PIXELS, END}, false},
    {"colours of kind 5", {HEADER("\x08\5\0\0\0"), PIXELS, END}, false},
    {"colours of kind 255", {HEADER("\x08\xFF\0\0\0"), PIXELS, END}, false},
    {"packed in another way", {HEADER("\x08\0\1\0\0"), PIXELS, END}, false},
    {"filtered in another way", {HEADER("\x08\0\0\1\0"), PIXELS, END}, false},
    {"interlaced in another way", {HEADER("\x08\0\0\0\2"), PIXELS, END}, false},
};

static void put_number(char *at, uint32_t value) {
    for (int i = 0; i < 4; i++) {
        at[i] = (char)(value >> (24 - 8 * i));
    }
}

// Bit by bit, as annex D of the standard has it.
static uint32_t checksum(const char *at, size_t size) {
    uint32_t sum = 0xFFFFFFFF;
    for (size_t i = 0; i < size; i++) {
        sum ^= (unsigned char)at[i];
        for (int bit = 0; bit < 8; bit++) {
            sum = sum & 1 ? sum >> 1 ^ 0xEDB88320 : sum >> 1;
        }
    }
    return ~sum;
}

static size_t put_together(const struct part *parts, char *to) {
    memcpy(to, "\x89PNG\r\n\x1A\n", 8);
    size_t size = 8;
    for (int i = 0; i < PART_LIMIT && parts[i].name; i++) {
        put_number(to + size, (uint32_t)parts[i].size);
        memcpy(to + size + 4, parts[i].name, 4);
        memcpy(to + size + 8, parts[i].content, parts[i].size);
        put_number(to + size + 8 + parts[i].size, checksum(to + size + 4, parts[i].size + 4));
        size += parts[i].size + 12;
    }
    return size;
}

static void only_what_a_decoder_can_draw_is_sound(void **state) {
    (void)state;
    for (int i = 0; i < COUNT_OF(cases); i++) {
        char file[FILE_BYTES];
        size_t size = put_together(cases[i].parts, file);
        uint32_t width = 0, height = 0;
        assert_true(png_size((struct str){file, size}, &width, &height));
        assert_int_equal(width, 2);
        assert_int_equal(height, 3);
        if (png_is_sound((struct str){file, size}) != cases[i].is_sound) {
            fail_msg("%s (row %d)", cases[i].why, i);
        }
    }
}

static void one_wrong_bit_in_what_is_needed_is_noticed(void **state) {
    (void)state;
    static const struct part parts[PART_LIMIT] = {PALETTE, PART("PLTE", "abcdef"),
                                                  PART("tRNS", "a"), PIXELS, END};
    char file[FILE_BYTES];
    size_t size = put_together(parts, file);
    for (size_t at = 8; at < size; at++) {
        for (int bit = 0; bit < 8; bit++) {
            uint32_t width, height;
            file[at] = (char)(file[at] ^ 1 << bit);
            struct str bytes = {file, size};
            // What is called otherwise is another note; and so is what has a small first letter.
            bool is_note = !memmem(file, size, "tRNS", 4) || strchr("ip", file[at]);
            assert_true(is_note || !png_size(bytes, &width, &height) || !png_is_sound(bytes));
            file[at] = (char)(file[at] ^ 1 << bit);
        }
    }
    assert_true(png_is_sound((struct str){file, size}));
}

static void any_byte_may_be_wrong_and_the_end_may_be_anywhere(void **state) {
    (void)state;
    static const struct part parts[PART_LIMIT] = {PALETTE, PART("tEXt", "note"),
                                                  PART("PLTE", "abcdef"), PIXELS, END};
    char file[FILE_BYTES];
    size_t whole = put_together(parts, file);
    for (size_t size = 0; size <= whole; size++) {
        for (size_t at = 8; at < size; at++) {
            // On the heap, so that the sanitizer sees a look behind the end.
            char *copy = malloc(size), *to = malloc(size);
            assert_true(copy && to);
            memcpy(copy, file, size);
            copy[at] = (char)(size * 7 + at * 31);
            uint32_t width, height;
            struct str bytes = {copy, size};
            if (png_size(bytes, &width, &height) && png_is_sound(bytes)) {
                assert_in_range(png_copy_needed(bytes, to), 8, size);
            }
            free(copy);
            free(to);
        }
    }
}

static void the_copy_has_what_is_needed_and_nothing_else(void **state) {
    (void)state;
    static const struct part all[PART_LIMIT] = {GREY,
                                                PART("iCCP", "a profile"),
                                                PART("PLTE", "ab"),
                                                PART("tRNS", "\0\1"),
                                                PIXELS,
                                                PART("tEXt", "a note"),
                                                PIXELS,
                                                END};
    static const struct part needed[PART_LIMIT] = {GREY, PART("tRNS", "\0\1"), PIXELS, PIXELS, END};
    char file[FILE_BYTES], copy[FILE_BYTES], expected[FILE_BYTES];
    size_t size = put_together(all, file);
    memset(file + size, 'x', 100); // what stands behind the end
    size_t copied = png_copy_needed((struct str){file, size + 100}, copy);
    assert_int_equal(copied, put_together(needed, expected));
    assert_memory_equal(copy, expected, copied);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(only_what_a_decoder_can_draw_is_sound),
        cmocka_unit_test(one_wrong_bit_in_what_is_needed_is_noticed),
        cmocka_unit_test(any_byte_may_be_wrong_and_the_end_may_be_anywhere),
        cmocka_unit_test(the_copy_has_what_is_needed_and_nothing_else),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
