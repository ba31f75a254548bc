// SPDX-License-Identifier: MIT
// Rectangles and string views: the arithmetic that would otherwise be written again in every layer.
#include "base/base.h"

#include <string.h>
#include <strings.h>

bool rect_is_empty(struct rect r) {
    return r.w <= 0 || r.h <= 0;
}

bool rect_has(struct rect r, int x, int y) {
    return x >= r.x && y >= r.y && x < r.x + r.w && y < r.y + r.h;
}

bool rect_touches(struct rect a, struct rect b) {
    return !rect_is_empty(rect_intersection(a, b));
}

struct rect rect_union(struct rect a, struct rect b) {
    if (rect_is_empty(a)) {
        return b;
    }
    if (rect_is_empty(b)) {
        return a;
    }
    int x = int_min(a.x, b.x);
    int y = int_min(a.y, b.y);
    return (struct rect){x, y, int_max(a.x + a.w, b.x + b.w) - x,
                         int_max(a.y + a.h, b.y + b.h) - y};
}

struct rect rect_intersection(struct rect a, struct rect b) {
    int x = int_max(a.x, b.x);
    int y = int_max(a.y, b.y);
    struct rect r = {x, y, int_min(a.x + a.w, b.x + b.w) - x, int_min(a.y + a.h, b.y + b.h) - y};
    const struct rect nothing = {0};
    return rect_is_empty(r) ? nothing : r;
}

bool rect_equals(struct rect a, struct rect b) {
    return a.x == b.x && a.y == b.y && a.w == b.w && a.h == b.h;
}

struct str str_from(const char *text) {
    text = text ? text : "";
    return (struct str){text, strlen(text)};
}

bool str_equals(struct str a, const char *b) {
    return a.size == strlen(b) && (a.size == 0 || memcmp(a.at, b, a.size) == 0);
}

bool str_equals_ignoring_case(struct str a, const char *b) {
    return a.size == strlen(b) && (a.size == 0 || strncasecmp(a.at, b, a.size) == 0);
}

struct str str_take_line(struct str *text) {
    const char *end = text->size > 0 ? memchr(text->at, '\n', text->size) : NULL;
    struct str line = {text->at, end ? (size_t)(end - text->at) : text->size};
    *text = str_skip(*text, line.size + 1);
    return line;
}

static bool is_blank(char c) {
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

struct str str_trim(struct str s) {
    while (s.size > 0 && is_blank(s.at[0])) {
        s.at++;
        s.size--;
    }
    while (s.size > 0 && is_blank(s.at[s.size - 1])) {
        s.size--;
    }
    return s;
}

bool str_starts(struct str s, const char *with) {
    size_t size = strlen(with);
    return s.size >= size && memcmp(s.at, with, size) == 0;
}
