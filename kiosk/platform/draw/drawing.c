// SPDX-License-Identifier: MIT
// Each path is an outline of short edges, a stroke one of round-ended bars. An edge adds to each
// pixel that it crosses how much more of that row lies on its right; summed from the left, these
// are the exact shares that the outline covers. It works in bands of rows, so that a drawing as
// large as the screen needs some kilobytes. SDL_image draws the same file too, but for 36 million
// instructions at 439 pixels: half of what a start may take until its first picture (tests/bench).
#include "platform/draw/drawing.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "platform/draw/pixel.h"

enum { BAND_ROWS = 32, DISC_EDGES = 12 };
static const double SIDE = 400; // of the square in which they are drawn

// The nine colours, in the light theme and in the other.
static const uint32_t tokens[][THEME_COUNT] = {
    {0xFF0B4F54, 0xFFFFFFFF}, // deep
    {0xFF7DB1A5, 0xFF8F8F8F}, // mid
    {0xFFF2C67C, 0xFFFFE14D}, // sun
    {0xFF14263A, 0xFF474747}, // ink
    {0xFFFFFDF8, 0xFF666666}, // white
    {0xFFFFFDF7, 0xFF2B2B2B}, // pane
    {0xFFDCE9E2, 0xFFBDBDBD}, // pale
    {0xFFC08A62, 0xFFC4C4C4}, // skins
    {0xFF7B4F38, 0xFFC4C4C4},
};

struct point {
    float x, y;
};

struct segment {
    enum { SEGMENT_MOVE, SEGMENT_LINE, SEGMENT_CURVE, SEGMENT_CLOSE } kind;
    struct point points[3];
};

struct drawing_path {
    int token;
    float stroke; // its width; 0: the path is filled
    struct segment *segments;
    int count;
};

// By the kind of a segment.
static const char signs[] = "MLCZ";
static const int point_counts[] = {1, 1, 3, 0};

static bool read_float(const char **at, float *number) {
    *at += strspn(*at, " ,\n");
    char *end;
    *number = strtof(*at, &end);
    bool is_number = end > *at && fabsf(*number) < 10 * (float)SIDE;
    *at = end;
    return is_number;
}

static bool read_segments(struct drawing_path *path, const char *at, struct arena *arena) {
    while (*at && *at != '"') {
        const char *sign = strchr(signs, *at++);
        if (!sign || (path->count == 0 && *sign != 'M')) {
            return false;
        }
        struct segment segment = {.kind = sign - signs};
        for (int i = 0; i < point_counts[segment.kind]; i++) {
            struct point *point = &segment.points[i];
            if (!read_float(&at, &point->x) || !read_float(&at, &point->y)) {
                return false;
            }
        }
        *ARENA_ADD(arena, path->segments, path->count) = segment;
    }
    return *at == '"' && path->count > 0;
}

// What stands behind `name="`, or "".
static const char *find_attribute(const char *tag, const char *name) {
    const char *at = strstr(tag, name);
    return at ? at + strlen(name) : "";
}

static bool read_path(struct drawing_path *path, const char *tag, struct arena *arena) {
    const char *colour = find_attribute(tag, " fill=\"#"), *width = "0";
    if (!*colour) {
        colour = find_attribute(tag, " stroke=\"#");
        width = find_attribute(tag, " stroke-width=\"");
    }
    uint32_t light = 0xFF000000 | (uint32_t)strtoul(colour, NULL, 16);
    while (path->token < COUNT_OF(tokens) && tokens[path->token][THEME_LIGHT] != light) {
        path->token++;
    }
    return path->token < COUNT_OF(tokens) && read_float(&width, &path->stroke) &&
           read_segments(path, find_attribute(tag, " d=\""), arena);
}

bool drawing_read(struct drawing *drawing, struct str svg, struct arena *arena) {
    struct drawing read = {0};
    char *text = arena_text(arena, svg);
    for (char *tag = text; (tag = strstr(tag, "<path ")) != NULL;) {
        char *end = strchr(tag, '>');
        if (!end) {
            return false;
        }
        *end = '\0';
        struct drawing_path *path = ARENA_ADD(arena, read.paths, read.count);
        *path = (struct drawing_path){0};
        if (!read_path(path, tag, arena)) {
            return false;
        }
        tag = end + 1;
    }
    if (read.count > 0) {
        *drawing = read;
    }
    return read.count > 0;
}

struct edge {
    struct point from, to;
};

// One path on its way onto the canvas.
struct outline {
    SDL_Surface *surface;
    struct drawing_look look;
    struct arena *arena;
    struct edge *edges; // in pixels from the corner of `look.at`
    int edge_count;
    struct rect reach; // of all edges
    float stroke;
    struct point first, at; // of the part that is being drawn
    float *shares;          // of a band: each row is as wide as the drawing, and three more
    uint32_t ink;
};

static void add_edge(struct outline *outline, struct point from, struct point to) {
    int left = (int)floorf(fminf(from.x, to.x)), top = (int)floorf(fminf(from.y, to.y));
    int right = (int)fmaxf(from.x, to.x) + 1, bottom = (int)fmaxf(from.y, to.y) + 1;
    struct rect touched = {left, top, right - left, bottom - top};
    outline->reach = rect_union(outline->reach, touched);
    *ARENA_ADD(outline->arena, outline->edges, outline->edge_count) = (struct edge){from, to};
}

// A bar from point to point with half a disc at each end, both turning the same way: what two of
// them cover is covered once.
static void add_bar(struct outline *outline, struct point from, struct point to) {
    float dx = to.x - from.x, dy = to.y - from.y, length = hypotf(dx, dy),
          half = outline->stroke / 2;
    if (length <= 0) {
        return;
    }
    struct point points[2 * DISC_EDGES + 2];
    float start = atan2f(dx, -dy);
    for (int i = 0; i < COUNT_OF(points); i++) {
        bool is_far = i > DISC_EDGES;
        struct point middle = is_far ? to : from;
        float angle = start + (float)M_PI * (float)(i - is_far) / DISC_EDGES;
        points[i] = (struct point){middle.x + half * cosf(angle), middle.y + half * sinf(angle)};
    }
    for (int i = 0; i < COUNT_OF(points); i++) {
        add_edge(outline, points[i], points[(i + 1) % COUNT_OF(points)]);
    }
}

static void go_to(struct outline *outline, struct point to) {
    if (outline->stroke > 0) {
        add_bar(outline, outline->at, to);
    } else {
        add_edge(outline, outline->at, to);
    }
    outline->at = to;
}

static void curve_to(struct outline *outline, const struct point *p) {
    struct point from = outline->at;
    float way = hypotf(p[0].x - from.x, p[0].y - from.y) +
                hypotf(p[1].x - p[0].x, p[1].y - p[0].y) + hypotf(p[2].x - p[1].x, p[2].y - p[1].y);
    int count = 3 + (int)sqrtf(way); // then no edge is a quarter of a pixel off
    for (int i = 1; i <= count; i++) {
        float t = (float)i / (float)count, s = 1 - t;
        float a = s * s * s, b = 3 * s * s * t, c = 3 * s * t * t, d = t * t * t;
        go_to(outline, (struct point){a * from.x + b * p[0].x + c * p[1].x + d * p[2].x,
                                      a * from.y + b * p[0].y + c * p[1].y + d * p[2].y});
    }
}

static void build_outline(struct outline *outline, const struct drawing_path *path) {
    float scale = (float)(outline->look.at.w / SIDE);
    outline->stroke = path->stroke * scale;
    for (int i = 0; i < path->count; i++) {
        const struct segment *segment = &path->segments[i];
        struct point points[3] = {0};
        for (int k = 0; k < point_counts[segment->kind]; k++) {
            struct point p = segment->points[k];
            p.x = outline->look.is_mirrored ? (float)SIDE - p.x : p.x;
            points[k] = (struct point){p.x * scale, p.y * scale};
        }
        switch (segment->kind) {
        case SEGMENT_MOVE:
            outline->first = outline->at = points[0];
            break;
        case SEGMENT_LINE:
            go_to(outline, points[0]);
            break;
        case SEGMENT_CURVE:
            curve_to(outline, points);
            break;
        case SEGMENT_CLOSE:
            go_to(outline, outline->first);
            break;
        }
    }
}

// Adds what an edge does to one row, in which it goes from `x` to `to` and covers the part `high`
// of its height: less than nothing where it goes upwards.
static void add_to_row(float *row, float x, float to, float high) {
    float left = x < to ? x : to, right = x < to ? to : x;
    int first = (int)left, last = (int)right;
    if (last == first) {
        float rest = (left + right) / 2 - (float)first;
        row[first] += high * (1 - rest);
        row[first + 1] += high * rest;
        return;
    }
    float slope = high / (right - left), done = 0;
    for (int i = first; i <= last; i++) { // up to here the triangle or the part under it grows
        float from = left > (float)i ? left - (float)i : 0;
        float until = right < (float)(i + 1) ? right - (float)i : 1;
        float area = slope * (until - from) * (1 - (from + until) / 2);
        row[i] += done + area;
        done = slope * (until - from) - area;
    }
    row[last + 1] += done;
}

static float within(float x, int width) {
    return x < 0 ? 0 : x > (float)width ? (float)width : x;
}

static void add_to_band(struct outline *outline, const struct edge *edge, int top, int bottom) {
    struct point a = edge->from, b = edge->to;
    float sign = 1;
    if (a.y > b.y) {
        a = edge->to;
        b = edge->from;
        sign = -1;
    }
    if (b.y <= (float)top || a.y >= (float)bottom || b.y <= a.y) {
        return;
    }
    int width = outline->look.at.w;
    float slope = (b.x - a.x) / (b.y - a.y);
    float y = a.y < (float)top ? (float)top : a.y, end = b.y > (float)bottom ? (float)bottom : b.y;
    while (y < end) {
        int row = (int)y;
        float next = (float)(row + 1) < end ? (float)(row + 1) : end;
        float x = within(a.x + (y - a.y) * slope, width),
              to = within(a.x + (next - a.y) * slope, width);
        add_to_row(outline->shares + (ptrdiff_t)(row - top) * (width + 3), x, to,
                   sign * (next - y));
        y = next;
    }
}

// Eight pixels in which no edge adds anything.
static bool is_bare(const float *shares) {
    int count = 0;
    while (count < 8 && shares[count] == 0) {
        count++;
    }
    return count == 8;
}

// Most of a row is neither begun nor ended in: such a stretch has one share.
static void paint_row(const struct outline *outline, float *shares, uint32_t *pixels,
                      struct rect part) {
    float sum = 0;
    int end = part.x + part.w;
    for (int x = outline->reach.x; x < end;) {
        sum += shares[x];
        shares[x] = 0;
        int next = x + 1;
        while (next + 8 <= end && is_bare(shares + next)) {
            next += 8;
        }
        while (next < end && shares[next] == 0) {
            next++;
        }
        unsigned share = (unsigned)(fminf(fabsf(sum), 1) * 255 + 0.5F);
        for (int i = int_max(x, part.x); share > 0 && i < next; i++) {
            pixels[i] = share == 255 ? outline->ink : shapes_mix(pixels[i], outline->ink, share);
        }
        x = next;
    }
    int behind = outline->reach.x + outline->reach.w + 2;
    memset(shares + end, 0, sizeof *shares * (size_t)(behind - end));
}

static void paint_outline(struct outline *outline) {
    struct rect at = outline->look.at, all = {0, 0, at.w, at.w};
    struct rect clip = shapes_clip(outline->surface);
    outline->reach = rect_intersection(outline->reach, all);
    clip.x -= at.x;
    clip.y -= at.y;
    clip = rect_intersection(outline->reach, clip);
    for (int top = clip.y; top < clip.y + clip.h; top += BAND_ROWS) {
        int bottom = int_min(top + BAND_ROWS, clip.y + clip.h);
        for (int i = 0; i < outline->edge_count; i++) {
            add_to_band(outline, &outline->edges[i], top, bottom);
        }
        for (int y = top; y < bottom; y++) {
            paint_row(outline, outline->shares + (ptrdiff_t)(y - top) * (at.w + 3),
                      pixel_at(outline->surface, at.x, at.y + y), clip);
        }
    }
}

void drawing_paint(const struct drawing *drawing, SDL_Surface *surface, struct drawing_look look) {
    struct arena arena = {0};
    float *shares = ARENA_ARRAY(&arena, float, BAND_ROWS *(look.at.w + 3));
    for (int i = 0; i < drawing->count; i++) {
        const struct drawing_path *path = &drawing->paths[i];
        struct arena edges = {0};
        struct outline outline = {.surface = surface,
                                  .look = look,
                                  .arena = &edges,
                                  .shares = shares,
                                  .ink = tokens[path->token][look.theme]};
        build_outline(&outline, path);
        paint_outline(&outline);
        arena_finish(&edges);
    }
    arena_finish(&arena);
}
