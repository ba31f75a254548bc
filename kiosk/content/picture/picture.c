// SPDX-License-Identifier: MIT
// Headers of PNG (W3C PNG, 5.2 to 5.6), JPEG (ITU-T T.81, B.1) and SVG. A PNG or a JPEG is walked
// from part to part up to its end mark, so a copy that broke off is known before it is decoded.
// Whether the parts are sound is the decoder's to say.
#include "content/picture/picture.h"

#include "content/limits.h"
#include "content/picture/exif.h"
#include "content/picture/svg.h"

#include <assert.h>
#include <string.h>

// A picture on its side is seen as wide as it is stored high.
static enum picture_fault judge(struct picture stored, struct picture *picture) {
    bool is_on_its_side = stored.orientation >= 5;
    *picture = (struct picture){stored.kind, stored.orientation ? stored.orientation : 1,
                                is_on_its_side ? stored.height : stored.width,
                                is_on_its_side ? stored.width : stored.height};
    bool is_large = stored.width > LIMIT_PICTURE_SIDE || stored.height > LIMIT_PICTURE_SIDE ||
                    (uint64_t)stored.width * stored.height > LIMIT_PICTURE_PIXELS;
    bool is_empty = stored.width == 0 || stored.height == 0;
    return is_empty ? PICTURE_NOT_KNOWN : is_large ? PICTURE_TOO_LARGE : PICTURE_OK;
}

// A part is its size, four letters, what it holds, and a checksum.
static enum picture_fault read_png(struct str bytes, struct picture *picture) {
    enum { FIRST_PART = 8, HEADER_BYTES = 13, FRAME_BYTES = 12 };
    struct picture stored = {.kind = PICTURE_PNG};
    bool is_whole = false;
    for (size_t size, at = FIRST_PART; !is_whole; at += FRAME_BYTES + size) {
        size_t left = bytes.size - at;
        size = left >= FRAME_BYTES ? big_endian(bytes.at + at, 4) : 0;
        if (left < FRAME_BYTES || size > left - FRAME_BYTES) {
            return PICTURE_CUT_OFF;
        }
        const char *name = bytes.at + at + 4;
        if (at == FIRST_PART && (size != HEADER_BYTES || memcmp(name, "IHDR", 4) != 0)) {
            return PICTURE_CUT_OFF;
        }
        if (memcmp(name, "eXIf", 4) == 0 && stored.orientation == 0) {
            stored.orientation = exif_orientation((struct str){name + 4, size});
        }
        is_whole = memcmp(name, "IEND", 4) == 0;
    }
    stored.width = big_endian(bytes.at + FIRST_PART + 8, 4);
    stored.height = big_endian(bytes.at + FIRST_PART + 12, 4);
    return judge(stored, picture);
}

struct jpeg {
    struct picture stored; // its orientation is 0 where none is said
    uint32_t components;
};

// `at` is the marker's place and `size` the segment's, its own two bytes of length included.
static void read_segment(struct str bytes, size_t at, size_t size, struct jpeg *jpeg) {
    enum { NAME_BYTES = 6 };
    int marker = (unsigned char)bytes.at[at + 1];
    struct str content = {bytes.at + at + 4, size - 2};
    // SOF0 to SOF15 without the tables that share their numbers.
    bool is_frame =
        marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
    if (is_frame && content.size >= 6) {
        jpeg->stored.height = big_endian(content.at + 1, 2);
        jpeg->stored.width = big_endian(content.at + 3, 2);
        jpeg->components = big_endian(content.at + 5, 1);
    }
    bool is_exif = marker == 0xE1 && content.size >= NAME_BYTES &&
                   memcmp(content.at, "Exif\0", NAME_BYTES) == 0;
    if (is_exif && jpeg->stored.orientation == 0) {
        jpeg->stored.orientation = exif_orientation(str_skip(content, NAME_BYTES));
    }
}

static enum picture_fault read_jpeg(struct str bytes, struct picture *picture) {
    struct jpeg found = {.stored = {.kind = PICTURE_JPEG}};
    size_t at = 2;
    while (at + 4 <= bytes.size && (unsigned char)bytes.at[at] == 0xFF) {
        int marker = (unsigned char)bytes.at[at + 1];
        if (marker == 0xFF) {
            at++; // fill bytes
            continue;
        }
        size_t size = big_endian(bytes.at + at + 2, 2);
        if (size < 2 || size > bytes.size - at - 2) {
            break;
        }
        read_segment(bytes, at, size, &found);
        if (marker == 0xDA) {
            enum picture_fault fault = judge(found.stored, picture);
            fault = fault == PICTURE_OK && found.components == 4 ? PICTURE_FOR_PRINT : fault;
            struct str pixels = str_skip(bytes, at);
            return memmem(pixels.at, pixels.size, "\xFF\xD9", 2) ? fault : PICTURE_CUT_OFF;
        }
        at += 2 + size;
    }
    return PICTURE_CUT_OFF;
}

static enum picture_fault read_svg(struct str bytes, struct picture *picture) {
    static const enum picture_fault faults[] = {
        [SVG_OK] = PICTURE_OK, [SVG_CUT_OFF] = PICTURE_CUT_OFF, [SVG_REFUSED] = PICTURE_HAS_PARTS};
    double sides_px[2] = {0, 0};
    if (memchr(bytes.at, '\0', bytes.size)) {
        return PICTURE_NOT_KNOWN;
    }
    enum picture_fault fault = faults[svg_read(bytes, sides_px)];
    *picture = (struct picture){PICTURE_SVG, 1, (uint32_t)sides_px[0], (uint32_t)sides_px[1]};
    bool is_large = picture->width > LIMIT_PICTURE_SIDE || picture->height > LIMIT_PICTURE_SIDE;
    return fault == PICTURE_OK && is_large ? PICTURE_TOO_LARGE : fault;
}

static enum picture_fault read_any(struct str bytes, struct picture *picture) {
    if (bytes.size == 0) {
        return PICTURE_EMPTY;
    }
    if (str_starts(bytes, "\x89PNG\r\n\x1A\n")) {
        return read_png(bytes, picture);
    }
    if (str_starts(bytes, "\xFF\xD8\xFF")) {
        return read_jpeg(bytes, picture);
    }
    struct str head = {bytes.at, bytes.size < 4096 ? bytes.size : 4096};
    struct str text = str_trim(str_skip(head, str_starts(head, "\xEF\xBB\xBF") ? 3 : 0));
    if (text.size > 0 && text.at[0] == '<' && memmem(text.at, text.size, "<svg", 4)) {
        return read_svg(bytes, picture);
    }
    return PICTURE_NOT_KNOWN;
}

enum picture_fault picture_read(struct str bytes, struct picture *picture) {
    struct picture found = {0};
    enum picture_fault fault = read_any(bytes, &found);
    if (fault == PICTURE_OK || fault == PICTURE_TOO_LARGE) {
        *picture = found;
    }
    return fault;
}

static const struct {
    const char *what, *todo;
} fault_words[] = {
    [PICTURE_OK] = {"", ""},
    [PICTURE_EMPTY] = {"This picture is an empty file.", "Copy it here again."},
    [PICTURE_NOT_KNOWN] = {"This is not a picture that the kiosk can show.",
                           "Save it as PNG or JPEG in a picture program; a new name alone does "
                           "not change it."},
    [PICTURE_CUT_OFF] = {"This picture is cut off: a part of the file is missing.",
                         "Copy it here again."},
    [PICTURE_TOO_LARGE] = {NULL, "Make it smaller in a picture program: 1920 dots wide is plenty."},
    [PICTURE_FOR_PRINT] = {"This picture is made for a printing press (CMYK); its colours would be "
                           "wrong on a screen.",
                           "Save it as PNG, or as JPEG in RGB."},
    [PICTURE_HAS_PARTS] = {"This drawing has parts that the kiosk cannot draw right, such as "
                           "letters, shadows or colours that run into each other.",
                           "Save it as PNG."},
    [PICTURE_NOT_DRAWABLE] =
        {"This picture is damaged, or takes too long or too much memory to draw.",
         "Copy it here again. If that does not help, save it as PNG in a "
         "picture program."},
};
static_assert(COUNT_OF(fault_words) == PICTURE_FAULT_COUNT, "a sentence for every fault");

void picture_add_finding(struct findings *findings, enum picture_fault fault,
                         const struct picture *picture, const char *path) {
    const char *what = fault_words[fault].what;
    if (fault == PICTURE_TOO_LARGE) {
        what = arena_format(findings->arena,
                            "This picture is %u dots wide and %u high; the kiosk takes up to %d on "
                            "each side, and %d million dots in all.",
                            (unsigned)picture->width, (unsigned)picture->height, LIMIT_PICTURE_SIDE,
                            LIMIT_PICTURE_PIXELS / 1000000);
    }
    finding_error(findings, (struct finding_place){path, 0}, what, fault_words[fault].todo);
}

// In tenths of a megabyte, upwards: what is too big never looks as if it were not.
void picture_add_unread(struct findings *findings, enum file_fault fault, struct disk_place place,
                        const char *path) {
    enum { MEGABYTE = 1024 * 1024 };
    uint64_t bytes;
    if (fault != FILE_TOO_BIG || disk_file_bytes(&bytes, place) != FILE_OK) {
        file_add_finding(findings, fault, path);
        return;
    }
    unsigned tenths = (unsigned)((bytes * 10 + MEGABYTE - 1) / MEGABYTE);
    const char *what = arena_format(
        findings->arena, "This picture has %u.%u MB (megabytes); the kiosk takes up to %d MB.",
        tenths / 10, tenths % 10, LIMIT_PICTURE_BYTES / MEGABYTE);
    finding_error(findings, (struct finding_place){path, 0}, what,
                  fault_words[PICTURE_TOO_LARGE].todo);
}
