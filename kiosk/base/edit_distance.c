// SPDX-License-Identifier: MIT
// The name that somebody probably meant: the distance of Damerau and Levenshtein, in which two
// letters that changed places are one mistake, ignoring case.
#include "base/edit_distance.h"

#include <limits.h>
#include <stdbool.h>
#include <string.h>

enum { LETTERS_LIMIT = 40 };

static char lower(char c) {
    return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

static int least(int a, int b, int c) {
    int ab = a < b ? a : b;
    return ab < c ? ab : c;
}

static bool is_swap(const char *a, const char *b, int y, int x) {
    return y > 1 && x > 1 && lower(a[y - 1]) == lower(b[x - 2]) &&
           lower(a[y - 2]) == lower(b[x - 1]);
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
            if (y == 0 || x == 0) {
                cost[y][x] = y + x;
                continue;
            }
            int change = cost[y - 1][x - 1] + (lower(a[y - 1]) != lower(b[x - 1]));
            cost[y][x] = least(cost[y - 1][x] + 1, cost[y][x - 1] + 1, change);
            if (is_swap(a, b, y, x) && cost[y - 2][x - 2] + 1 < cost[y][x]) {
                cost[y][x] = cost[y - 2][x - 2] + 1;
            }
        }
    }
    return cost[height][width];
}

const char *edit_distance_nearest(const char *written, const char *const *names, int count) {
    const char *best = NULL;
    int length = (int)strlen(written);
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
