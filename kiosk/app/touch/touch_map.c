// SPDX-License-Identifier: MIT
// Least squares over four points, which are the corners of a rectangle: so each coefficient is the
// difference of two sides, and the way back is a matrix of two by two. Three points would do for an
// affine map; the fourth tells whether the touches were meant.
#include "app/touch/touch_map.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

static const double MOST_OFF = 0.06;   // of the side, between a touch and the map's answer
static const double LEAST_AREA = 0.25; // of the panel, that the whole picture takes
static const double MOST_AREA = 4.0;

static int fixed(double value) {
    return (int)lround(value * TOUCH_MAP_ONE);
}

static bool is_near(const struct touch_map *map, const struct touch_point *felt,
                    const struct touch_point *meant) {
    struct touch_point found = touch_map_apply(map, *felt);
    double most = MOST_OFF * TOUCH_MAP_ONE;
    return abs(found.x - meant->x) <= most && abs(found.y - meant->y) <= most;
}

bool touch_map_fit(struct touch_map *map, const struct touch_point felt[TOUCH_MAP_POINTS],
                   const struct touch_point meant[TOUCH_MAP_POINTS]) {
    double wide = 2.0 * (meant[1].x - meant[0].x), high = 2.0 * (meant[3].y - meant[0].y);
    double x = (felt[0].x + felt[1].x + felt[2].x + felt[3].x) / 4.0;
    double y = (felt[0].y + felt[1].y + felt[2].y + felt[3].y) / 4.0;
    double u = (meant[0].x + meant[2].x) / 2.0, v = (meant[0].y + meant[2].y) / 2.0;
    // x = p u + q v, y = r u + s v, all from these middles
    double p = (felt[1].x + felt[2].x - felt[0].x - felt[3].x) / wide;
    double q = (felt[2].x + felt[3].x - felt[0].x - felt[1].x) / high;
    double r = (felt[1].y + felt[2].y - felt[0].y - felt[3].y) / wide;
    double s = (felt[2].y + felt[3].y - felt[0].y - felt[1].y) / high;
    double area = p * s - q * r;
    if (fabs(area) < LEAST_AREA || fabs(area) > MOST_AREA) {
        return false;
    }
    double a = s / area, b = -q / area, d = -r / area, e = p / area;
    struct touch_map found = {.is_set = true,
                              .a = fixed(a),
                              .b = fixed(b),
                              .c = (int)lround(u - a * x - b * y),
                              .d = fixed(d),
                              .e = fixed(e),
                              .f = (int)lround(v - d * x - e * y)};
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

bool touch_map_parse(struct touch_map *map, const char *text) {
    struct touch_map found = {.is_set = true};
    char end = '\0';
    int count =
        sscanf(text, "%8d %8d %8d %8d %8d %8d %8d%c", // NOLINT(cert-err34-c)
               &found.a, &found.b, &found.c, &found.d, &found.e, &found.f, &found.rotation, &end);
    bool is_good = count == 8 && end == '\n';
    if (is_good) {
        *map = found;
    }
    return is_good;
}
