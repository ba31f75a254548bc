// SPDX-License-Identifier: MIT
// The two palettes. A colour is chosen by its purpose, so the contrast theme is a second column of
// one table and no screen ever asks which theme it is drawn in.
#include "layout/theme.h"

#include "layout/metrics.h"

#define COLOUR_VALUES(name, light, contrast) {light, contrast},
static const uint32_t colours[][THEME_COUNT] = {COLOURS(COLOUR_VALUES)};

uint32_t theme_colour(enum theme_choice theme, enum colour colour) {
    return colours[colour][theme];
}

uint32_t theme_mix(uint32_t base, uint32_t over, int percent) {
    uint32_t mixed = 0xFF000000;
    for (int shift = 0; shift <= 16; shift += 8) {
        int a = (int)(base >> shift & 0xFF);
        int b = (int)(over >> shift & 0xFF);
        mixed |= (uint32_t)(a + (b - a) * percent / 100) << shift;
    }
    return mixed;
}

#define COLOUR_NAME(name, light, contrast) #name,
static const char *const names[] = {COLOURS(COLOUR_NAME)};

static void put_theme(struct buffer *to, enum theme_choice theme) {
    for (int i = 0; i < COLOUR_COUNT; i++) {
        unsigned rgb = theme_colour(theme, (enum colour)i) & 0xFFFFFF;
        buffer_format(to, "%s\"%s\":\"#%06x\"", i > 0 ? "," : "", names[i], rgb);
    }
}

static void put_sizes(struct buffer *to, const struct metrics *m) {
    const struct {
        const char *name;
        int px;
    } sizes[] = {
        {"read", m->read_px},     {"label", m->label_px},          {"small", m->small_px},
        {"margin", m->margin_px}, {"header", m->header_px},        {"floor", m->floor_px},
        {"button", m->button_px}, {"radius", m->button_radius_px}, {"stroke", m->stroke_px},
        {"gap", m->gap_px},       {"edge-gap", m->edge_gap_px},    {"ten-u", metrics_px(m, 10)},
    };
    for (int i = 0; i < COUNT_OF(sizes); i++) {
        buffer_format(to, "%s\"%s\":%d", i > 0 ? "," : "", sizes[i].name, sizes[i].px);
    }
}

void theme_put(struct buffer *to, int width_px, int height_px) {
    const struct metrics metrics = metrics_build(width_px, height_px, 0);
    buffer_text(to, "{\"light\":{");
    put_theme(to, THEME_LIGHT);
    buffer_text(to, "},\"contrast\":{");
    put_theme(to, THEME_CONTRAST);
    buffer_text(to, "},\"sizes\":{");
    put_sizes(to, &metrics);
    buffer_text(to, "}}");
}
