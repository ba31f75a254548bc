// SPDX-License-Identifier: MIT
// See shapes.h. A corner is the quarter of a disc whose measures are kept in half pixels, so that
// odd widths still give round discs; the square root is taken for the rim alone.
#include "platform/draw/shapes.h"

#include <math.h>
#include <string.h>

#include "platform/draw/pixel.h"

static const uint32_t OPAQUE = 0xFF000000u;

uint32_t shapes_mix(uint32_t under, uint32_t over, unsigned share) {
    uint32_t part = share + (share >> 7); // 0 to 256, so that 255 is all of it
    uint32_t rest = 256 - part;
    uint32_t red_blue = ((under & 0xFF00FFu) * rest + (over & 0xFF00FFu) * part) >> 8;
    uint32_t green = ((under & 0x00FF00u) * rest + (over & 0x00FF00u) * part) >> 8;
    return OPAQUE | (red_blue & 0xFF00FFu) | (green & 0x00FF00u);
}

struct rect shapes_clip(const SDL_Surface *surface) {
    SDL_Rect clip = surface->clip_rect;
    return (struct rect){clip.x, clip.y, clip.w, clip.h};
}

struct row_span {
    int y, left, right; // `right` is exclusive
};

enum { FILL_STEP = 32 }; // pixels that are stored at once

static void fill_span(SDL_Surface *surface, struct row_span span, uint32_t colour) {
    int start = surface->clip_rect.x, end = start + surface->clip_rect.w;
    int left = int_max(span.left, start), right = int_min(span.right, end);
    uint32_t *row = pixel_at(surface, 0, span.y);
    for (; right - left >= FILL_STEP; left += FILL_STEP) {
        for (int i = 0; i < FILL_STEP; i++) { // becomes a few wide stores
            row[left + i] = colour;
        }
    }
    for (int x = left; x < right; x++) {
        row[x] = colour;
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
    struct rect at;
    uint32_t ink, fill;
    int edge, radius, corner;
};

static uint32_t corner_pixel(const struct rounding *r, uint32_t under, int distance2) {
    unsigned outer = disc_share(distance2, r->radius);
    unsigned inner = disc_share(distance2, r->radius - 2 * r->edge);
    if (!r->fill) {
        return outer > inner ? shapes_mix(under, r->ink, outer - inner) : under;
    }
    uint32_t edged = r->edge > 0 ? shapes_mix(under, r->ink, outer) : under;
    return shapes_mix(edged, r->fill, r->edge > 0 ? inner : outer);
}

// Both ends of a row that the curve crosses; `y` counts from the nearer of top and bottom.
static void draw_corners(SDL_Surface *surface, const struct rounding *r, int row_y, int y) {
    uint32_t *row = pixel_at(surface, 0, row_y);
    int start = surface->clip_rect.x, end = start + surface->clip_rect.w;
    int right = r->at.x + r->at.w - 1;
    int dy = r->radius - 2 * y - 1;
    for (int x = 0; x < r->corner; x++) {
        int dx = r->radius - 2 * x - 1, distance2 = dx * dx + dy * dy;
        int ends[] = {r->at.x + x, right - x};
        for (int i = 0; i < (ends[0] < ends[1] ? 2 : 1); i++) {
            if (ends[i] >= start && ends[i] < end) {
                row[ends[i]] = corner_pixel(r, row[ends[i]], distance2);
            }
        }
    }
}

static void draw_row(SDL_Surface *surface, const struct rounding *r, int row_y) {
    int from_top = row_y - r->at.y, from_bottom = r->at.h - 1 - from_top;
    int y = int_min(from_top, from_bottom);
    int left = r->at.x, right = r->at.x + r->at.w, side = r->edge;
    if (2 * y + 1 < r->radius) {
        draw_corners(surface, r, row_y, y);
        left += r->corner;
        right -= r->corner;
        side = 0;
    }
    uint32_t middle = y < r->edge ? r->ink : r->fill;
    if (side > 0) {
        fill_span(surface, (struct row_span){row_y, left, left + side}, r->ink);
        fill_span(surface, (struct row_span){row_y, right - side, right}, r->ink);
    }
    if (middle) {
        fill_span(surface, (struct row_span){row_y, left + side, right - side}, middle);
    }
}

void shapes_box(SDL_Surface *surface, const struct rounded_box *box) {
    struct rect part = rect_intersection(box->at, shapes_clip(surface));
    int least = int_min(box->at.w, box->at.h);
    struct rounding r = {.at = box->at};
    r.ink = box->ink ? box->ink | OPAQUE : 0;
    r.fill = box->fill ? box->fill | OPAQUE : 0;
    r.edge = box->ink ? box->edge_px : 0;
    r.edge = 2 * r.edge > least ? (least + 1) / 2 : r.edge;
    r.radius = int_min(2 * box->radius_px, least);
    r.corner = (r.radius + 1) / 2;
    for (int y = part.y; y < part.y + part.h; y++) {
        draw_row(surface, &r, y);
    }
}

static bool is_ground(const uint8_t *eight) {
    uint64_t all;
    memcpy(&all, eight, sizeof all);
    return all == 0;
}

static void stencil_row(uint32_t *row, const uint8_t *coverage, int count, uint32_t ink) {
    for (int x = 0; x < count; x++) {
        if (coverage[x] == 255) {
            row[x] = ink;
        } else if (coverage[x] > 0) {
            row[x] = shapes_mix(row[x], ink, coverage[x]);
        } else { // most of a line of text is ground
            while (x + 8 < count && is_ground(coverage + x + 1)) {
                x += 8;
            }
        }
    }
}

void shapes_stencil(SDL_Surface *surface, const struct stencil *stencil, int x, int y,
                    uint32_t ink) {
    struct rect at = {x, y, stencil->width_px, stencil->height_px};
    struct rect part = rect_intersection(at, shapes_clip(surface));
    for (int row = part.y; row < part.y + part.h; row++) {
        const uint8_t *coverage =
            stencil->coverage + (ptrdiff_t)stencil->stride * (row - y) + (part.x - x);
        stencil_row(pixel_at(surface, part.x, row), coverage, part.w, ink | OPAQUE);
    }
}

void shapes_dim(SDL_Surface *surface, uint32_t ink, unsigned share) {
    struct rect clip = shapes_clip(surface);
    for (int y = clip.y; y < clip.y + clip.h; y++) {
        uint32_t *row = pixel_at(surface, 0, y);
        for (int x = clip.x; x < clip.x + clip.w; x++) {
            row[x] = shapes_mix(row[x], ink, share);
        }
    }
}
