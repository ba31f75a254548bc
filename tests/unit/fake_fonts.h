// SPDX-License-Identifier: MIT
// Fonts of fixed widths for the tests of layout, because its arithmetic has to be provable to the
// pixel with every version of FreeType. Real fonts are tested through the program. A letter is half
// an em wide, a bold one 5/8 em, a space 1/4 em, a mark nothing. Family 0 has Latin, digits and
// punctuation, and no Arabic (1), Hebrew (2) or Tamil (3) letters; those have no digits or
// brackets.
#ifndef DIT_FAKE_FONTS_H
#define DIT_FAKE_FONTS_H

#include <stdio.h>
#include <string.h>

#include "base/utf8.h"
#include "layout/text/paragraph.h"

static int fake_measure_count;
static int64_t fake_measured_bytes;

static inline bool fake_is_mark(uint32_t c) {
    return (c >= 0x300 && c <= 0x36F) || (c >= 0x64B && c <= 0x65F) || c == 0x200C || c == 0x200D ||
           (c >= 0xBBE && c <= 0xBCD) || (c >= 0x591 && c <= 0x5BD);
}

static inline bool fake_has(void *self, int family, uint32_t c) {
    (void)self;
    bool is_shared = c == ' ' || c == 0xA0 || c == '.' || c == ',';
    switch (family) {
    case 0:
        return (c >= ' ' && c < 0x370) || (c >= 0x2010 && c <= 0x2027);
    case 1:
        return is_shared || (c >= 0x600 && c <= 0x6FF);
    case 2:
        return is_shared || (c >= 0x590 && c <= 0x5FF);
    default:
        return is_shared || (c >= 0xB80 && c <= 0xBFF);
    }
}

static inline int fake_width_units(void *self, const struct run_style *style, struct str text) {
    (void)self;
    fake_measure_count++;
    fake_measured_bytes += (int64_t)text.size;
    int units = 0;
    for (const char *at = text.at; at < text.at + text.size;) {
        uint32_t c = utf8_next(&at, text.at + text.size);
        if (c == ' ' || c == 0xA0) {
            units += FONTS_UNITS_PER_EM / 4;
        } else if (!fake_is_mark(c)) {
            units +=
                style->weight == WEIGHT_BOLD ? FONTS_UNITS_PER_EM * 5 / 8 : FONTS_UNITS_PER_EM / 2;
        }
    }
    return units;
}

static const struct fonts fake_fonts = {
    .family_count = 4, .has = fake_has, .width_units = fake_width_units};

static inline size_t fake_letter_start(const char *text, size_t end) {
    do {
        end--;
    } while (end > 0 && ((unsigned char)text[end] & 0xC0) == 0x80);
    return end;
}

// What stands on the glass, from left to right: runs that run right to left are turned round.
static inline void fake_see(const struct line *line, char *out) {
    *out = '\0';
    for (int i = 0; i < line->run_count; i++) {
        const struct run *run = &line->runs[i];
        if (!run->style.is_right_to_left) {
            strcat(out, run->text);
            continue;
        }
        for (size_t end = strlen(run->text); end > 0;) {
            size_t start = fake_letter_start(run->text, end);
            strncat(out, run->text + start, end - start);
            end = start;
        }
    }
}

#endif
