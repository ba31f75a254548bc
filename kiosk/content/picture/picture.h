// SPDX-License-Identifier: MIT
// What kind of picture a file is and how large, from its own bytes: PNG, JPEG or SVG. It decodes no
// pixels; it makes sure that whoever does is never handed something huge, cut off or alive.
#pragma once

#include "base/disk.h"
#include "base/finding.h"

enum picture_kind { PICTURE_PNG, PICTURE_JPEG, PICTURE_SVG };

enum picture_fault {
    PICTURE_OK,
    PICTURE_EMPTY,
    PICTURE_NOT_KNOWN, // no picture, or of another kind
    PICTURE_CUT_OFF,
    PICTURE_TOO_LARGE,    // in pixels
    PICTURE_FOR_PRINT,    // a JPEG of four inks, whose colours no decoder of ours gets right
    PICTURE_HAS_PARTS,    // a drawing with anything that svg.h does not let through
    PICTURE_NOT_DRAWABLE, // the decoder refused it, or took too long
    PICTURE_FAULT_COUNT,
};

struct picture {
    enum picture_kind kind;
    int orientation;        // 1 to 8 as in Exif, for whoever decodes it; 1: as it is stored
    uint32_t width, height; // pixels, after turning
};

// `picture` is untouched unless the result is PICTURE_OK, or PICTURE_TOO_LARGE and so has its size.
// Takes time linear in the bytes.
MUST_USE enum picture_fault picture_read(struct str bytes, struct picture *picture);

// Adds the finding for a fault, in plain words; of PICTURE_TOO_LARGE, with the dots of `picture`.
void picture_add_finding(struct findings *findings, enum picture_fault fault,
                         const struct picture *picture, const char *path);

// Of a picture whose file could not be read.
void picture_add_unread(struct findings *findings, enum file_fault fault, struct disk_place place,
                        const char *path);
