// SPDX-License-Identifier: MIT
// Least squares over four points, which are the corners of a rectangle: so each coefficient is one
// sum over another, and the way back is a matrix of two by two. Three points would do for an affine
// map; the fourth tells whether the touches were meant.
#include "app/touch/touch_map.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const double MOST_OFF = 0.06;   // of the side, between a touch and the map's answer
static const double LEAST_AREA = 0.25; // of the panel, that the whole picture takes
static const double MOST_AREA = 4.0;
enum { NUMBER_LIMIT = 1 << 24 };

static double share(int value) {
    return (double)value / TOUCH_MAP_ONE;
}

static int fixed(double value) {
    return (int)lround(value * TOUCH_MAP_ONE);
}

struct place {
    double x, y;
};

static struct place middle_of(const struct touch_point points[TOUCH_MAP_POINTS]) {
    struct place sum = {0};
    for (int i = 0; i < TOUCH_MAP_POINTS; i++) {
        sum.x += share(points[i].x);
        sum.y += share(points[i].y);
    }
    return (struct place){sum.x / TOUCH_MAP_POINTS, sum.y / TOUCH_MAP_POINTS};
}

static bool is_near(const struct touch_map *map, const struct touch_point *felt,
                    const struct touch_point *meant) {
    struct touch_point found = touch_map_apply(map, *felt);
    double most = MOST_OFF * TOUCH_MAP_ONE;
    return abs(found.x - meant->x) <= most && abs(found.y - meant->y) <= most;
}

bool touch_map_fit(struct touch_map *map, const struct touch_point felt[TOUCH_MAP_POINTS],
                   const struct touch_point meant[TOUCH_MAP_POINTS]) {
    struct place from = middle_of(felt), to = middle_of(meant);
    double uu = 0, vv = 0, p = 0, q = 0, r = 0, s = 0;
    for (int i = 0; i < TOUCH_MAP_POINTS; i++) {
        double u = share(meant[i].x) - to.x, v = share(meant[i].y) - to.y;
        double x = share(felt[i].x) - from.x, y = share(felt[i].y) - from.y;
        uu += u * u;
        vv += v * v;
        p += x * u;
        q += x * v;
        r += y * u;
        s += y * v;
    }
    p /= uu; // x = p u + q v, y = r u + s v, both from their middles
    q /= vv;
    r /= uu;
    s /= vv;
    double area = p * s - q * r;
    if (fabs(area) < LEAST_AREA || fabs(area) > MOST_AREA) {
        return false;
    }
    double a = s / area, b = -q / area, d = -r / area, e = p / area;
    struct touch_map found = {.is_set = true,
                              .a = fixed(a),
                              .b = fixed(b),
                              .c = fixed(to.x - a * from.x - b * from.y),
                              .d = fixed(d),
                              .e = fixed(e),
                              .f = fixed(to.y - d * from.x - e * from.y)};
    for (int i = 0; i < TOUCH_MAP_POINTS; i++) {
        if (!is_near(&found, &felt[i], &meant[i])) {
            return false;
        }
    }
    *map = found;
    return true;
}

static int clamped(int64_t value) {
    return value < 0 ? 0 : value >= TOUCH_MAP_ONE ? TOUCH_MAP_ONE - 1 : (int)value;
}

struct touch_point touch_map_apply(const struct touch_map *map, struct touch_point felt) {
    int64_t x = ((int64_t)map->a * felt.x + (int64_t)map->b * felt.y) / TOUCH_MAP_ONE + map->c;
    int64_t y = ((int64_t)map->d * felt.x + (int64_t)map->e * felt.y) / TOUCH_MAP_ONE + map->f;
    return (struct touch_point){clamped(x), clamped(y)};
}

const char *touch_map_text(const struct touch_map *map, struct arena *arena) {
    return arena_format(arena, "%d %d %d %d %d %d %d\n", map->a, map->b, map->c, map->d, map->e,
                        map->f, map->rotation);
}

// Reads loosely, then demands that writing it again gives the very same line.
bool touch_map_parse(struct touch_map *map, const char *text) {
    struct arena arena = {0};
    int numbers[7];
    char *end = NULL;
    const char *at = text;
    bool is_good = true;
    for (int i = 0; i < COUNT_OF(numbers); i++) {
        long number = strtol(at, &end, 10);
        is_good = is_good && end != at && labs(number) <= NUMBER_LIMIT;
        numbers[i] = is_good ? (int)number : 0;
        at = end;
    }
    struct touch_map found = {true,       numbers[0], numbers[1], numbers[2],
                              numbers[3], numbers[4], numbers[5], numbers[6]};
    is_good = is_good && strcmp(touch_map_text(&found, &arena), text) == 0;
    arena_finish(&arena);
    if (is_good) {
        *map = found;
    }
    return is_good;
}
