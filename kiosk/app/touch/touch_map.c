// SPDX-License-Identifier: MIT
// Least squares over four points: three would do for an affine map, the fourth tells whether the
// touches were meant. The normal equations are three by three, solved by Cramer's rule.
#include "app/touch/touch_map.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const double MOST_OFF = 0.06;   // of the side, between a touch and the map's answer
static const double LEAST_AREA = 0.25; // of the picture, that the whole panel has to cover
static const double MOST_AREA = 4.0;
enum { NUMBER_LIMIT = 1 << 24 };

struct plane {
    double x, y, one; // value = x * px + y * py + one
};

static double share(int value) {
    return (double)value / TOUCH_MAP_ONE;
}

struct matrix {
    double at[3][3];
};

static double determinant(const struct matrix *m) {
    return m->at[0][0] * (m->at[1][1] * m->at[2][2] - m->at[1][2] * m->at[2][1]) -
           m->at[0][1] * (m->at[1][0] * m->at[2][2] - m->at[1][2] * m->at[2][0]) +
           m->at[0][2] * (m->at[1][0] * m->at[2][1] - m->at[1][1] * m->at[2][0]);
}

static double solved(const struct matrix *m, const double right[3], int column) {
    struct matrix changed = *m;
    for (int i = 0; i < 3; i++) {
        changed.at[i][column] = right[i];
    }
    return determinant(&changed) / determinant(m);
}

// The plane that comes closest to `values` over the felt points.
static struct plane fit_plane(const struct touch_point felt[TOUCH_MAP_POINTS],
                              const double values[TOUCH_MAP_POINTS]) {
    struct matrix m = {0};
    double right[3] = {0};
    for (int i = 0; i < TOUCH_MAP_POINTS; i++) {
        const double at[3] = {share(felt[i].x), share(felt[i].y), 1};
        for (int row = 0; row < 3; row++) {
            right[row] += values[i] * at[row];
            for (int column = 0; column < 3; column++) {
                m.at[row][column] += at[row] * at[column];
            }
        }
    }
    return (struct plane){solved(&m, right, 0), solved(&m, right, 1), solved(&m, right, 2)};
}

static int fixed(double value) {
    return (int)lround(value * TOUCH_MAP_ONE);
}

static bool is_sane(const struct plane *x, const struct plane *y) {
    double area = fabs(x->x * y->y - x->y * y->x);
    return isfinite(area) && isfinite(x->one) && isfinite(y->one) && area >= LEAST_AREA &&
           area <= MOST_AREA;
}

static bool is_near(const struct touch_map *map, const struct touch_point *felt,
                    const struct touch_point *meant) {
    struct touch_point found = touch_map_apply(map, *felt);
    double most = MOST_OFF * TOUCH_MAP_ONE;
    return abs(found.x - meant->x) <= most && abs(found.y - meant->y) <= most;
}

bool touch_map_fit(struct touch_map *map, const struct touch_point felt[TOUCH_MAP_POINTS],
                   const struct touch_point meant[TOUCH_MAP_POINTS]) {
    double xs[TOUCH_MAP_POINTS], ys[TOUCH_MAP_POINTS];
    for (int i = 0; i < TOUCH_MAP_POINTS; i++) {
        xs[i] = share(meant[i].x);
        ys[i] = share(meant[i].y);
    }
    struct plane x = fit_plane(felt, xs), y = fit_plane(felt, ys);
    if (!is_sane(&x, &y)) {
        return false;
    }
    struct touch_map found = {true,       fixed(x.x), fixed(x.y),   fixed(x.one),
                              fixed(y.x), fixed(y.y), fixed(y.one), 0};
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
