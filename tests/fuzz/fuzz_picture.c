// SPDX-License-Identifier: MIT
// Any bytes as a picture. What is let through to a decoder is no larger than it may be; of a PNG,
// what the decoder is given is a sound PNG of the same size, and nothing in it is left to take out.
// Bytes that are parts of a PNG are read a second time with their checksums put right, because
// chance never finds one.
#include "fuzz.h"

#include "content/limits.h"
#include "content/picture/picture.h"
#include "content/picture/png.h"

static uint32_t number_at(const char *at) {
    const unsigned char *byte = (const unsigned char *)at;
    return (uint32_t)byte[0] << 24 | (uint32_t)byte[1] << 16 | (uint32_t)byte[2] << 8 | byte[3];
}

// Bit by bit, as W3C PNG, annex D, has it.
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

static void mend_checksums(char *bytes, size_t size) {
    for (size_t at = 8; at + 12 <= size && number_at(bytes + at) <= size - at - 12;) {
        size_t content = number_at(bytes + at);
        uint32_t sum = checksum(bytes + at + 4, content + 4);
        for (int i = 0; i < 4; i++) {
            bytes[at + 8 + content + (size_t)i] = (char)(sum >> (24 - 8 * i));
        }
        at += content + 12;
    }
}

// A copy of its own size, so that a read behind its end is seen.
static struct str copy_needed(struct str bytes, struct arena *arena) {
    char *room = arena_alloc(arena, bytes.size);
    size_t size = png_copy_needed(bytes, room);
    FUZZ_CHECK(size <= bytes.size);
    char *copy = arena_alloc(arena, size);
    memcpy(copy, room, size);
    return (struct str){copy, size};
}

static void check_png(struct str bytes, const struct picture *picture) {
    struct arena arena = {0};
    struct picture again;
    FUZZ_CHECK(png_is_sound(bytes));
    struct str needed = copy_needed(bytes, &arena);
    FUZZ_CHECK(picture_read(needed, &again) == PICTURE_OK);
    FUZZ_CHECK(again.width == picture->width && again.height == picture->height);
    struct str twice = copy_needed(needed, &arena);
    FUZZ_CHECK(twice.size == needed.size && memcmp(twice.at, needed.at, twice.size) == 0);
    arena_finish(&arena);
}

static void check_size(const struct picture *picture) {
    bool is_drawing = picture->kind == PICTURE_SVG;
    FUZZ_CHECK(picture->width <= LIMIT_PICTURE_SIDE && picture->height <= LIMIT_PICTURE_SIDE);
    FUZZ_CHECK(is_drawing || (picture->width > 0 && picture->height > 0));
    FUZZ_CHECK((uint64_t)picture->width * picture->height <= LIMIT_PICTURE_PIXELS || is_drawing);
    FUZZ_CHECK(picture->orientation >= 1 && picture->orientation <= 8);
    FUZZ_CHECK(picture->orientation == 1 || picture->kind == PICTURE_JPEG);
}

static void check_fault(enum picture_fault fault, const struct picture *picture) {
    struct arena arena = {0};
    struct findings findings = {.arena = &arena};
    if (fault == PICTURE_TOO_LARGE) {
        picture_add_large(&findings, picture, "images/team.png");
    } else {
        picture_add_finding(&findings, fault, "images/team.png");
    }
    FUZZ_CHECK(findings.error_count == 1);
    fuzz_check_findings(&findings, 0);
    arena_finish(&arena);
}

static void fuzz_bytes(struct str bytes) {
    static const struct picture untouched = {PICTURE_SVG, 77, 77, 77};
    struct picture picture = untouched;
    enum picture_fault fault = picture_read(bytes, &picture);
    FUZZ_CHECK(fault >= PICTURE_OK && fault < PICTURE_FAULT_COUNT);
    if (fault != PICTURE_OK) {
        bool is_untouched = memcmp(&picture, &untouched, sizeof picture) == 0;
        FUZZ_CHECK(is_untouched != (fault == PICTURE_TOO_LARGE)); // that one has its size
        check_fault(fault, &picture);
        return;
    }
    check_size(&picture);
    if (picture.kind == PICTURE_PNG) {
        check_png(bytes, &picture);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    struct str bytes = fuzz_str(data, size);
    fuzz_bytes(bytes);
    if (size > 8 && data[0] == 0x89) {
        char *mended = malloc(size);
        FUZZ_CHECK(mended);
        memcpy(mended, data, size);
        mend_checksums(mended, size);
        fuzz_bytes((struct str){mended, size});
        free(mended);
    }
    return 0;
}
