// SPDX-License-Identifier: MIT
// See look.h: names beside what theme.c and metrics.c say.
#include "layout/look.h"

#include "layout/metrics.h"
#include "layout/theme.h"

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

void look_put(struct buffer *to, int width_px, int height_px) {
    const struct metrics metrics = metrics_build(width_px, height_px, 0);
    buffer_text(to, "{\"light\":{");
    put_theme(to, THEME_LIGHT);
    buffer_text(to, "},\"contrast\":{");
    put_theme(to, THEME_CONTRAST);
    buffer_text(to, "},\"sizes\":{");
    put_sizes(to, &metrics);
    buffer_text(to, "}}");
}
