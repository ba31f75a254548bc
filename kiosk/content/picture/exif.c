// SPDX-License-Identifier: MIT
// See exif.h. Exif is a small TIFF file (TIFF 6.0, section 2): the order of its bytes, where its
// list of tags begins, and the tags, twelve bytes each. Only the list of the photograph itself is
// read; every place is held against the end before it is looked at.
#include "content/picture/exif.h"

#include <string.h>

enum {
    HEAD_BYTES = 8,
    TAG_BYTES = 12,
    TAG_ORIENTATION = 0x0112,
    TYPE_SHORT = 3,
};

struct tiff {
    struct str bytes;
    bool is_little_endian;
};

// The number of `size` bytes at `at`, which the caller knows to be inside.
static uint32_t number_at(const struct tiff *tiff, size_t at, int size) {
    uint32_t number = big_endian(tiff->bytes.at + at, size);
    return tiff->is_little_endian ? __builtin_bswap32(number) >> (32 - 8 * size) : number;
}

int exif_orientation(struct str exif) {
    struct tiff tiff = {exif, exif.size >= HEAD_BYTES && memcmp(exif.at, "II*", 4) == 0};
    bool is_big_endian = exif.size >= HEAD_BYTES && memcmp(exif.at, "MM\0*", 4) == 0;
    if (!tiff.is_little_endian && !is_big_endian) {
        return 0;
    }
    size_t size = tiff.bytes.size, at = number_at(&tiff, 4, 4);
    if (at < HEAD_BYTES || at > size - 2) {
        return 0;
    }
    uint32_t count = number_at(&tiff, at, 2);
    at += 2;
    for (; count > 0 && size - at >= TAG_BYTES; count--, at += TAG_BYTES) {
        if (number_at(&tiff, at, 2) == TAG_ORIENTATION) {
            bool is_one_short =
                number_at(&tiff, at + 2, 2) == TYPE_SHORT && number_at(&tiff, at + 4, 4) == 1;
            uint32_t value = number_at(&tiff, at + 8, 2);
            return is_one_short && value >= 1 && value <= 8 ? (int)value : 0;
        }
    }
    return 0;
}
