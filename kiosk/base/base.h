// SPDX-License-Identifier: MIT
// The few words that every file of the kiosk may use: numbers, rectangles, string views and the
// compiler's help. It knows nothing of cards or screens.
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// Put on every function whose failure the caller has to look at.
#define MUST_USE __attribute__((warn_unused_result))
#define PRINTF_LIKE(at, first) __attribute__((format(printf, at, first)))

#define COUNT_OF(array) ((int)(sizeof(array) / sizeof((array)[0])))

static inline int int_min(int a, int b) {
    return a < b ? a : b;
}

static inline int int_max(int a, int b) {
    return a > b ? a : b;
}

// A rectangle in whole pixels; x and y are its left and top, right and bottom are exclusive.
struct rect {
    int x, y, w, h;
};

bool rect_is_empty(struct rect r);
bool rect_has(struct rect r, int x, int y);
bool rect_touches(struct rect a, struct rect b);
struct rect rect_union(struct rect a, struct rect b); // an empty rectangle adds nothing
struct rect rect_intersection(struct rect a, struct rect b);
bool rect_equals(struct rect a, struct rect b);

// A view of text that somebody else owns: not NUL-terminated, `size` in bytes.
struct str {
    const char *at;
    size_t size;
};

struct str str_from(const char *text); // of a NUL-terminated string; NULL gives an empty view
bool str_equals(struct str a, const char *b);
bool str_equals_ignoring_case(struct str a, const char *b); // ASCII letters only
struct str str_take_line(struct str *text); // its first line without the LF, which it loses
struct str str_trim(struct str s);          // spaces, tabs, CR, LF off both ends
bool str_starts(struct str s, const char *with);

// Without that many bytes at its start.
static inline struct str str_skip(struct str s, size_t bytes) {
    bytes = bytes < s.size ? bytes : s.size;
    return (struct str){s.at + bytes, s.size - bytes};
}

// '\0' behind the end.
static inline char str_at(struct str s, size_t index) {
    return index < s.size ? s.at[index] : '\0';
}

// The number that so many bytes make, the highest first.
static inline uint32_t big_endian(const char *at, int bytes) {
    uint32_t number = 0;
    for (int i = 0; i < bytes; i++) {
        number = number << 8 | (unsigned char)at[i];
    }
    return number;
}

// ASCII, whatever the machine's locale.
static inline bool char_is_blank(char c) {
    return (unsigned char)c <= ' ' && (c == ' ' || c == '\t'); // most are above both
}

static inline bool char_is_digit(char c) {
    return c >= '0' && c <= '9';
}

static inline bool char_is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
