// SPDX-License-Identifier: MIT
// See shapes.h. A corner is the quarter of a disc whose measures are kept in half pixels, so that
// odd widths still give round discs; the square root is taken for the rim alone.
#include "platform/draw/shapes.h"

#include <math.h>
#include <string.h>

static const uint32_t OPAQUE = 0xFF000000u;

uint32_t shapes_mix(uint32_t under, uint32_t over, unsigned share) {
    uint32_t part = share + (share >> 7); // 0 to 256, so that 255 is all of it
    uint32_t rest = 256 - part;
    uint32_t red_blue = ((under & 0xFF00FFu) * rest + (over & 0xFF00FFu) * part) >> 8;
    uint32_t green = ((under & 0x00FF00u) * rest + (over & 0x00FF00u) * part) >> 8;
    return OPAQUE | (red_blue & 0xFF00FFu) | (green & 0x00FF00u);
}

static uint32_t *row_at(const struct canvas *canvas, int y) {
    return canvas->pixels + (ptrdiff_t)canvas->stride_px * y;
}

struct row_span {
    int y, left, right; // `right` is exclusive
};

enum { FILL_STEP = 16 }; // pixels that are stored at once

static void fill_span(const struct canvas *canvas, struct row_span span, uint32_t colour) {
    int end = canvas->clip.x + canvas->clip.w;
    int left = span.left < canvas->clip.x ? canvas->clip.x : span.left;
    int right = span.right > end ? end : span.right;
    uint32_t *row = row_at(canvas, span.y);
    uint32_t many[FILL_STEP];
    for (int i = 0; i < FILL_STEP; i++) {
        many[i] = colour;
    }
    for (; right - left >= FILL_STEP; left += FILL_STEP) { // four wide stores, no loop inside
        memcpy(row + left, many, sizeof many);
    }
    for (int x = left; x < right; x++) {
        row[x] = colour;
    }
}

void shapes_fill(const struct canvas *canvas, struct rect at, uint32_t colour) {
    if (!colour) {
        return;
    }
    struct rect part = rect_intersection(at, canvas->clip);
    for (int y = part.y; y < part.y + part.h; y++) {
        fill_span(canvas, (struct row_span){y, part.x, part.x + part.w}, colour | OPAQUE);
    }
}

// The share (0 to 255) of a pixel inside a disc; all lengths in half pixels, `distance2` squared.
static unsigned disc_share(int distance2, int radius) {
    if (radius <= 0 || distance2 >= (radius + 1) * (radius + 1)) {
        return 0;
    }
    if (distance2 <= (radius - 1) * (radius - 1)) {
        return 255;
    }
    return (unsigned)(((float)(radius + 1) - sqrtf((float)distance2)) * 127.5F + 0.5F);
}

// A box as its rows see it: `radius` in half pixels, `corner` columns that the curve may cross.
struct rounding {
    const struct rounded_box *box;
    uint32_t ink, fill;
    int edge, radius, corner;
};

static uint32_t corner_pixel(const struct rounding *r, uint32_t under, int x, int y) {
    int dx = r->radius - 2 * x - 1, dy = r->radius - 2 * y - 1;
    int distance2 = dx * dx + dy * dy;
    unsigned outer = disc_share(distance2, r->radius);
    if (outer == 0) {
        return under;
    }
    unsigned inner = disc_share(distance2, r->radius - 2 * r->edge);
    if (!r->fill) {
        return outer > inner ? shapes_mix(under, r->ink, outer - inner) : under;
    }
    uint32_t edged = r->edge > 0 ? shapes_mix(under, r->ink, outer) : under;
    return shapes_mix(edged, r->fill, r->edge > 0 ? inner : outer);
}

// How many of a row's first columns lie outside of (`is_outer`), or reach up to the inside of, a
// disc of that radius; `dy` from its middle, in half pixels.
static int columns_before(const struct rounding *r, int radius, int dy, bool is_outer) {
    int reach = is_outer ? radius + 1 : radius - 1;
    int square = reach * reach - dy * dy;
    if (reach <= 0 || square < 0) {
        return r->corner;
    }
    int columns = (r->radius - 1 - (int)sqrtf((float)square)) / 2 + (is_outer ? 0 : 1);
    return columns < 0 ? 0 : columns > r->corner ? r->corner : columns;
}

// Both ends of a row that the curve crosses; `y` counts from the nearer of top and bottom. Only the
// few columns between outside and inside need the curve itself.
static void draw_corners(const struct canvas *canvas, const struct rounding *r, int row_y, int y) {
    struct rect at = r->box->at, clip = canvas->clip;
    uint32_t *row = row_at(canvas, row_y);
    int dy = r->radius - 2 * y - 1;
    int first = columns_before(r, r->radius, dy, true);
    int last = columns_before(r, r->radius - 2 * r->edge, dy, false);
    for (int x = first; x < last; x++) {
        int left = at.x + x, right = at.x + at.w - 1 - x;
        if (left >= clip.x && left < clip.x + clip.w) {
            row[left] = corner_pixel(r, row[left], x, y);
        }
        if (right > left && right >= clip.x && right < clip.x + clip.w) {
            row[right] = corner_pixel(r, row[right], x, y);
        }
    }
    if (r->fill) {
        int end = at.x + at.w;
        fill_span(canvas, (struct row_span){row_y, at.x + last, at.x + r->corner}, r->fill);
        fill_span(canvas, (struct row_span){row_y, end - r->corner, end - last}, r->fill);
    }
}

static void draw_row(const struct canvas *canvas, const struct rounding *r, int row_y) {
    struct rect at = r->box->at;
    int y = row_y - at.y < at.y + at.h - 1 - row_y ? row_y - at.y : at.y + at.h - 1 - row_y;
    int left = at.x, right = at.x + at.w;
    bool is_corner = 2 * y + 1 < r->radius;
    if (is_corner) {
        draw_corners(canvas, r, row_y, y);
        left += r->corner;
        right -= r->corner;
    }
    if (y < r->edge) {
        fill_span(canvas, (struct row_span){row_y, left, right}, r->ink);
        return;
    }
    int side = is_corner ? 0 : r->edge;
    if (side > 0) {
        fill_span(canvas, (struct row_span){row_y, left, left + side}, r->ink);
        fill_span(canvas, (struct row_span){row_y, right - side, right}, r->ink);
    }
    if (r->fill) {
        fill_span(canvas, (struct row_span){row_y, left + side, right - side}, r->fill);
    }
}

void shapes_box(const struct canvas *canvas, const struct rounded_box *box) {
    struct rect at = box->at, part = rect_intersection(at, canvas->clip);
    if (rect_is_empty(part) || (!box->ink && !box->fill)) {
        return;
    }
    int least = at.w < at.h ? at.w : at.h;
    struct rounding r = {.box = box};
    r.ink = box->ink ? box->ink | OPAQUE : 0;
    r.fill = box->fill ? box->fill | OPAQUE : 0;
    r.edge = !box->ink || box->edge_px < 0 ? 0 : box->edge_px;
    if (2 * r.edge > least) {
        r.edge = (least + 1) / 2;
    }
    r.radius = box->radius_px < 0 ? 0 : 2 * box->radius_px < least ? 2 * box->radius_px : least;
    r.corner = (r.radius + 1) / 2;
    for (int y = part.y; y < part.y + part.h; y++) {
        draw_row(canvas, &r, y);
    }
}

static void stencil_row(uint32_t *row, const uint8_t *coverage, int count, uint32_t ink) {
    for (int x = 0; x < count; x++) {
        unsigned share = coverage[x];
        if (share == 255) {
            row[x] = ink;
        } else if (share > 0) {
            row[x] = shapes_mix(row[x], ink, share);
        } else if (x + 8 < count) { // most of a line of text is ground: leave it eight at a time
            uint64_t eight;
            memcpy(&eight, coverage + x + 1, sizeof eight);
            x += eight == 0 ? 8 : 0;
        }
    }
}

void shapes_stencil(const struct canvas *canvas, const struct stencil *stencil, int x, int y,
                    uint32_t ink) {
    struct rect at = {x, y, stencil->width_px, stencil->height_px};
    struct rect part = rect_intersection(at, canvas->clip);
    if (rect_is_empty(part) || !ink) {
        return;
    }
    for (int row = part.y; row < part.y + part.h; row++) {
        const uint8_t *coverage =
            stencil->coverage + (ptrdiff_t)stencil->stride * (row - y) + (part.x - x);
        stencil_row(row_at(canvas, row) + part.x, coverage, part.w, ink | OPAQUE);
    }
}

void shapes_dim(const struct canvas *canvas, uint32_t ink, unsigned share) {
    struct rect clip = canvas->clip;
    for (int y = clip.y; y < clip.y + clip.h; y++) {
        uint32_t *row = row_at(canvas, y);
        for (int x = clip.x; x < clip.x + clip.w; x++) {
            row[x] = shapes_mix(row[x], ink, share);
        }
    }
}
