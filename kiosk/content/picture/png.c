// SPDX-License-Identifier: MIT
// See png.h; W3C PNG, 5.2 to 5.6 and 11.2. A part is its size, four letters, what it holds, and a
// checksum over the letters and what it holds. A capital first letter says that nobody can draw the
// picture without it. What IDAT packs is not unpacked here: that is the decoder's trade.
#include "content/picture/png.h"

#include <string.h>

enum { SIGNATURE_BYTES = 8, HEADER_BYTES = 13, FRAME_BYTES = 12 };

enum png_colour { GREY = 0, TRUE_COLOUR = 2, PALETTE = 3, GREY_ALPHA = 4, TRUE_COLOUR_ALPHA = 6 };

// Bit n says that n bits a sample are allowed (W3C PNG, table 11.1).
static const uint32_t depths[] = {
    [GREY] = 1u << 1 | 1u << 2 | 1u << 4 | 1u << 8 | 1u << 16,
    [TRUE_COLOUR] = 1u << 8 | 1u << 16,
    [PALETTE] = 1u << 1 | 1u << 2 | 1u << 4 | 1u << 8,
    [GREY_ALPHA] = 1u << 8 | 1u << 16,
    [TRUE_COLOUR_ALPHA] = 1u << 8 | 1u << 16,
};

struct part {
    const char *name;
    struct str whole, content;
};

static uint32_t number_at(const char *at) {
    uint32_t value = 0;
    for (int i = 0; i < 4; i++) {
        value = value << 8 | (unsigned char)at[i];
    }
    return value;
}

// Moves `at` behind the part; false when the bytes end before it does.
static bool next_part(struct str bytes, size_t *at, struct part *part) {
    size_t left = bytes.size - *at;
    if (left < FRAME_BYTES || number_at(bytes.at + *at) > left - FRAME_BYTES) {
        return false;
    }
    size_t size = number_at(bytes.at + *at);
    const char *start = bytes.at + *at;
    *part = (struct part){start + 4, {start, size + FRAME_BYTES}, {start + 8, size}};
    *at += size + FRAME_BYTES;
    return true;
}

static bool is_named(const struct part *part, const char *name) {
    return memcmp(part->name, name, 4) == 0;
}

bool png_size(struct str bytes, uint32_t *width, uint32_t *height) {
    size_t at = SIGNATURE_BYTES;
    struct part part;
    if (bytes.size < at || !next_part(bytes, &at, &part) || !is_named(&part, "IHDR") ||
        part.content.size != HEADER_BYTES) {
        return false;
    }
    uint32_t found[] = {number_at(part.content.at), number_at(part.content.at + 4)};
    while (next_part(bytes, &at, &part)) {
        if (is_named(&part, "IEND")) {
            *width = found[0];
            *height = found[1];
            return true;
        }
    }
    return false;
}

// CRC-32 (W3C PNG, annex D), four bits at a time.
static uint32_t checksum_of(struct str bytes) {
    static const uint32_t steps[16] = {
        0x00000000, 0x1DB71064, 0x3B6E20C8, 0x26D930AC, 0x76DC4190, 0x6B6B51F4,
        0x4DB26158, 0x5005713C, 0xEDB88320, 0xF00F9344, 0xD6D6A3E8, 0xCB61B38C,
        0x9B64C2B0, 0x86D3D2D4, 0xA00AE278, 0xBDBDF21C,
    };
    uint32_t sum = 0xFFFFFFFF;
    for (size_t i = 0; i < bytes.size; i++) {
        sum ^= (unsigned char)bytes.at[i];
        sum = sum >> 4 ^ steps[sum & 15];
        sum = sum >> 4 ^ steps[sum & 15];
    }
    return ~sum;
}

static bool is_needed(const struct part *part, enum png_colour colour) {
    bool has_alpha = colour == GREY_ALPHA || colour == TRUE_COLOUR_ALPHA;
    if (is_named(part, "PLTE")) {
        return colour == PALETTE; // elsewhere it is advice for old screens
    }
    if (is_named(part, "tRNS")) {
        return !has_alpha;
    }
    return part->name[0] >= 'A' && part->name[0] <= 'Z';
}

static enum png_colour colour_of(struct str bytes) {
    return (enum png_colour)(unsigned char)bytes.at[SIGNATURE_BYTES + 8 + 9];
}

static bool is_sound_header(const char *header) {
    unsigned depth = (unsigned char)header[8], colour = (unsigned char)header[9];
    bool is_known = colour < (unsigned)COUNT_OF(depths) && depth <= 16;
    return is_known && (depths[colour] >> depth & 1) && header[10] == 0 && header[11] == 0 &&
           (header[12] == 0 || header[12] == 1);
}

// Parts that are needed and known: how often each was seen, in the order in which they must come.
enum place { PLACE_HEADER, PLACE_PALETTE, PLACE_CLEAR, PLACE_PIXELS, PLACE_END, PLACE_COUNT };

static const struct {
    char name[5];
    size_t least_bytes, most_bytes;
    bool is_once;
} places[PLACE_COUNT] = {
    [PLACE_HEADER] = {"IHDR", HEADER_BYTES, HEADER_BYTES, true},
    [PLACE_PALETTE] = {"PLTE", 3, 768, true},
    [PLACE_CLEAR] = {"tRNS", 1, 256, true},
    [PLACE_PIXELS] = {"IDAT", 0, SIZE_MAX, false},
    [PLACE_END] = {"IEND", 0, 0, true},
};

static enum place place_of(const struct part *part) {
    enum place place = PLACE_HEADER;
    while (place < PLACE_COUNT && !is_named(part, places[place].name)) {
        place++;
    }
    return place;
}

static bool is_sound_part(const struct part *part, enum place place) {
    size_t size = part->content.size;
    return place < PLACE_COUNT && size >= places[place].least_bytes &&
           size <= places[place].most_bytes && (place != PLACE_PALETTE || size % 3 == 0) &&
           checksum_of((struct str){part->name, size + 4}) ==
               number_at(part->content.at + part->content.size);
}

bool png_is_sound(struct str bytes) {
    enum png_colour colour = colour_of(bytes);
    size_t at = SIGNATURE_BYTES;
    struct part part;
    bool is_seen[PLACE_COUNT] = {false};
    enum place last = PLACE_HEADER;
    while (!is_seen[PLACE_END] && next_part(bytes, &at, &part)) {
        if (!is_needed(&part, colour)) {
            continue;
        }
        enum place place = place_of(&part);
        if (!is_sound_part(&part, place) || place < last ||
            (is_seen[place] && places[place].is_once)) {
            return false;
        }
        is_seen[place] = true;
        last = place;
    }
    return is_sound_header(bytes.at + SIGNATURE_BYTES + 8) && is_seen[PLACE_PIXELS] &&
           (is_seen[PLACE_PALETTE] || colour != PALETTE);
}

size_t png_copy_needed(struct str bytes, char *to) {
    enum png_colour colour = colour_of(bytes);
    size_t at = SIGNATURE_BYTES, size = SIGNATURE_BYTES;
    memcpy(to, bytes.at, SIGNATURE_BYTES);
    struct part part = {.name = "none"};
    while (!is_named(&part, "IEND") && next_part(bytes, &at, &part)) {
        if (is_needed(&part, colour)) {
            memcpy(to + size, part.whole.at, part.whole.size);
            size += part.whole.size;
        }
    }
    return size;
}
