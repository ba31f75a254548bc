// SPDX-License-Identifier: MIT
// The distance of Damerau and Levenshtein, by the table of all starts of both writings.
#include "base/edit_distance.h"

#include "base/base.h"

#include <ctype.h>
#include <limits.h>
#include <string.h>

enum { LETTERS_LIMIT = 40 };

static bool is_same(char a, char b) {
    return tolower((unsigned char)a) == tolower((unsigned char)b);
}

int edit_distance(const char *a, const char *b) {
    int cost[LETTERS_LIMIT + 1][LETTERS_LIMIT + 1];
    if (strlen(a) > LETTERS_LIMIT || strlen(b) > LETTERS_LIMIT) {
        return INT_MAX;
    }
    int height = (int)strlen(a);
    int width = (int)strlen(b);
    for (int y = 0; y <= height; y++) {
        for (int x = 0; x <= width; x++) {
            int *here = &cost[y][x];
            *here = y + x; // where one of the two has not begun
            if (y > 0 && x > 0) {
                *here = int_min(cost[y - 1][x], cost[y][x - 1]) + 1;
                *here = int_min(*here, cost[y - 1][x - 1] + !is_same(a[y - 1], b[x - 1]));
            }
            if (y > 1 && x > 1 && is_same(a[y - 1], b[x - 2]) && is_same(a[y - 2], b[x - 1])) {
                *here = int_min(*here, cost[y - 2][x - 2] + 1);
            }
        }
    }
    return cost[height][width];
}

const char *edit_distance_nearest(const char *written, const char *const *names, int count) {
    const char *best = NULL;
    size_t length = strlen(written);
    int limit = length < 4 ? 1 : length < 9 ? 2 : 3;
    for (int i = 0; i < count; i++) {
        int changes = edit_distance(written, names[i]);
        if (changes <= limit) {
            best = names[i];
            limit = changes - 1;
        }
    }
    return best;
}
