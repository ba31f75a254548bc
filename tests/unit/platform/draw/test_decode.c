// SPDX-License-Identifier: MIT
// PNGs whose parts are damaged, JPEGs with holes in them, and what the decoders make of them. Every
// PNG is a list of parts from which the file is put together with right sizes and checksums, so
// that it fails for the one reason that its name says.
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "content/picture/picture.h"
#include "platform/draw/decode.h"
#include "unit_test.h"

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
#define PIXELS PART("IDAT", "\x78\xDA\x63\x48\x4C\x62\x48\x4E\x61\x48\x4D\x03\0\x0A\x6E\x02\x56")
#define HALF PART("IDAT", "\x78\xDA\x63\x48\x4C\x62\x48")
#define REST PART("IDAT", "\x4E\x61\x48\x4D\x03\0\x0A\x6E\x02\x56")
#define COLOURS PART("IDAT", "\x78\xDA\x63\x10\x60\x70\x60\x08\0\0\x01\x66\0\xA1")
#define END PART("IEND", "")

static const struct {
    const char *why;
    struct part parts[PART_LIMIT];
    bool is_drawn;
} cases[] = {
    {"grey", {GREY, PIXELS, END}, true},
    {"pixels in three parts", {GREY, HALF, PART("IDAT", ""), REST, END}, true},
    {"palette", {PALETTE, PART("PLTE", "abcdef"), PART("tRNS", "a"), COLOURS, END}, true},
    {"notes anywhere",
     {GREY, PART("tEXt", "a"), PART("eXIf", ""), PIXELS, PART("tIME", "b"), END},
     true},
    {"a colour profile that is none", {GREY, PART("iCCP", "a profile"), PIXELS, END}, true},
    {"a palette that nobody needs", {GREY, PART("PLTE", "ab"), PIXELS, END}, true},

    {"no pixels", {GREY, END}, false},
    {"half of the pixels", {GREY, HALF, END}, false},
    {"pixels that are none", {GREY, PART("IDAT", "pixels"), END}, false},
    {"no palette", {PALETTE, COLOURS, END}, false},
    {"an empty palette", {PALETTE, PART("PLTE", ""), COLOURS, END}, false},
    {"a colour and a half", {PALETTE, PART("PLTE", "abcd"), COLOURS, END}, false},
    {"two headers", {GREY, GREY, PIXELS, END}, false},
    {"a telephone maker's own kind", {GREY, PART("CgBI", "abcd"), PIXELS, END}, false},
    {"3 bits", {HEADER("\3\0\0\0\0"), PIXELS, END}, false},
    {"0 bits", {HEADER("\0\0\0\0\0"), PIXELS, END}, false},
    {"16 bits in a palette", {HEADER("\x10\3\0\0\0"), PART("PLTE", "abc"), PIXELS, END}, false},
    {"4 bits of colour", {HEADER("\4\2\0\0\0"), PIXELS, END}, false},
    {"colours of kind 5", {HEADER("\x08\5\0\0\0"), PIXELS, END}, false},
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

UNIT_TEST(a_png_whose_parts_are_damaged_is_not_drawn) {
    for (int i = 0; i < COUNT_OF(cases); i++) {
        char file[FILE_BYTES];
        struct picture picture;
        const struct str bytes = {file, put_together(cases[i].parts, file)};
        assert_int_equal(picture_read(bytes, &picture), PICTURE_OK);
        if (decode_is_whole(bytes) != cases[i].is_drawn) {
            fail_msg("%s (row %d)", cases[i].why, i);
        }
    }
}

UNIT_TEST(one_wrong_bit_in_what_is_needed_is_noticed) {
    static const struct part parts[PART_LIMIT] = {GREY, PIXELS, END};
    char file[FILE_BYTES];
    size_t size = put_together(parts, file);
    for (size_t at = 8; at < size - 12; at++) {
        file[at] = (char)(file[at] ^ 1 << at % 8);
        assert_false(decode_is_whole((struct str){file, size}));
        file[at] = (char)(file[at] ^ 1 << at % 8);
    }
    assert_true(decode_is_whole((struct str){file, size}));
}

#define SAMPLES DIT_SOURCE_DIR "/tests/content/pictures/images"

static void assert_jpeg(const char *why, struct str bytes, bool is_drawn) {
    struct picture picture;
    assert_int_equal(picture_read(bytes, &picture), PICTURE_OK);
    if (decode_is_whole(bytes) != is_drawn) {
        fail_msg("%s", why);
    }
}

UNIT_TEST(a_jpeg_with_a_hole_in_it_is_not_drawn) {
    static const struct {
        const char *why, *name;
        size_t before_end;    // of where something is changed
        size_t zeros, behind; // zeros put over what is there; bytes added behind them
        bool is_drawn;
    } rows[] = {
        {"whole", SAMPLES "/baseline.jpg", 0, 0, 0, true},
        {"whole, in scans", SAMPLES "/progressive.jpg", 0, 0, 0, true},
        {"a hole", SAMPLES "/baseline.jpg", 30, 20, 0, false},
        {"a hole in one of many scans", SAMPLES "/progressive.jpg", 34, 20, 0, false},
        {"a hole in grey", SAMPLES "/grey.jpg", 26, 20, 0, false},
        {"other bytes behind it", SAMPLES "/baseline.jpg", 0, 0, 100, true},
        {"two bytes too many before its end", SAMPLES "/baseline.jpg", 2, 0, 2, true},
        {"a hundred bytes too many before its end", SAMPLES "/baseline.jpg", 2, 0, 100, false},
    };
    for (int i = 0; i < COUNT_OF(rows); i++) {
        struct arena arena = {0};
        struct str bytes;
        const struct file_source source = {FILE_FROM_HERE, rows[i].name, FILE_BYTES};
        assert_int_equal(file_load(&bytes, &source, &arena), FILE_OK);
        size_t at = bytes.size - rows[i].before_end, size = bytes.size + rows[i].behind;
        char *file = arena_alloc(&arena, size);
        memcpy(file, bytes.at, at);
        memcpy(file + at + rows[i].behind, bytes.at + at, rows[i].before_end);
        memset(file + at, 0, rows[i].zeros);
        assert_jpeg(rows[i].why, (struct str){file, size}, rows[i].is_drawn);
        arena_finish(&arena);
    }
}
