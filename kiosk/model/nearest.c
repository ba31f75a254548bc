// SPDX-License-Identifier: MIT
// The name that somebody probably meant: edit distance with one row of the table, ignoring case.
#include "model/nearest.h"

#include <string.h>

enum { LETTERS_LIMIT = 40 };

static char lower(char c) {
    return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

static int least(int a, int b, int c) {
    int ab = a < b ? a : b;
    return ab < c ? ab : c;
}

static int distance(const char *a, const char *b) {
    int row[LETTERS_LIMIT + 1];
    int width = (int)strlen(b);
    for (int x = 0; x <= width; x++) {
        row[x] = x;
    }
    for (int y = 1; a[y - 1]; y++) {
        int diagonal = row[0];
        row[0] = y;
        for (int x = 1; x <= width; x++) {
            int above = row[x];
            int change = lower(a[y - 1]) != lower(b[x - 1]);
            row[x] = least(above + 1, row[x - 1] + 1, diagonal + change);
            diagonal = above;
        }
    }
    return row[width];
}

const char *nearest_find(const char *written, const char *const *names, int count) {
    const char *best = NULL;
    int length = (int)strlen(written);
    int limit = length < 4 ? 1 : length < 9 ? 2 : 3;
    for (int i = 0; i < count; i++) {
        if (length > LETTERS_LIMIT || strlen(names[i]) > LETTERS_LIMIT) {
            continue;
        }
        int changes = distance(written, names[i]);
        if (changes <= limit) {
            best = names[i];
            limit = changes - 1;
        }
    }
    return best;
}
