// SPDX-License-Identifier: MIT
// Any bytes as a picture. What is let through to a decoder is no larger than it may be, and what is
// not has its sentence.
#include "fuzz.h"

#include "content/limits.h"
#include "content/picture/picture.h"

static void check_size(const struct picture *picture) {
    bool is_drawing = picture->kind == PICTURE_SVG;
    FUZZ_CHECK(picture->width <= LIMIT_PICTURE_SIDE && picture->height <= LIMIT_PICTURE_SIDE);
    FUZZ_CHECK(is_drawing || (picture->width > 0 && picture->height > 0));
    FUZZ_CHECK((uint64_t)picture->width * picture->height <= LIMIT_PICTURE_PIXELS || is_drawing);
    FUZZ_CHECK(picture->orientation >= 1 && picture->orientation <= 8);
    FUZZ_CHECK(picture->orientation == 1 || picture->kind != PICTURE_SVG);
}

static void check_fault(enum picture_fault fault, const struct picture *picture,
                        struct arena *arena) {
    struct findings findings = {.arena = arena};
    picture_add_finding(&findings, fault, picture, "images/team.png");
    FUZZ_CHECK(findings.error_count == 1);
    fuzz_check_findings(&findings, 0);
}

void fuzz_one(struct str bytes, struct arena *arena) {
    static const struct picture untouched = {PICTURE_SVG, 77, 77, 77};
    struct picture picture = untouched;
    enum picture_fault fault = picture_read(bytes, &picture);
    FUZZ_CHECK(fault >= PICTURE_OK && fault < PICTURE_FAULT_COUNT);
    if (fault == PICTURE_OK) {
        check_size(&picture);
        return;
    }
    bool is_untouched = memcmp(&picture, &untouched, sizeof picture) == 0;
    FUZZ_CHECK(is_untouched != (fault == PICTURE_TOO_LARGE)); // that one has its size
    check_fault(fault, &picture, arena);
}
