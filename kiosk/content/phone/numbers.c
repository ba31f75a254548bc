// SPDX-License-Identifier: MIT
// A text is first brought into a form without disguise. Then it is cut into stretches of digits
// with no letter between them; one that holds more digits than the numbers found in it, and enough
// for a telephone number, is taken as a whole. To either belongs the extension that follows.
#include "content/phone/numbers.h"

#include "base/utf8.h"
#include "content/phone/extension.h"
#include "content/phone/phone.h"
#include "content/phone/phone_find.h"

#include <string.h>

enum {
    GAP_MOST = 3,     // signs between two digits of one stretch
    HIDDEN_LEAST = 9, // digits of a stretch that no telephone number was found in
    EXACT_MOST = 24,  // digits that phone_dialled looks at
};

// Where the digits from 0 to 9 of the scripts that the fonts have begin.
static const uint32_t zeros[] = {'0',    0x0660, 0x06F0, 0x0966, 0x09E6, 0x0A66,
                                 0x0AE6, 0x0BE6, 0x2070, 0x2080, 0xFF10};

int numbers_digit(uint32_t c) {
    if (c == 0xB9) {
        return 1; // the first three raised digits stand elsewhere
    }
    if (c == 0xB2 || c == 0xB3) {
        return (int)(c - 0xB0);
    }
    for (int i = 0; i < COUNT_OF(zeros); i++) {
        if (c >= zeros[i] && c <= zeros[i] + 9) {
            return (int)(c - zeros[i]);
        }
    }
    return -1;
}

struct str numbers_plain(struct str text, struct arena *arena) {
    char *plain = arena_alloc(arena, text.size + 1);
    size_t size = 0;
    const char *end = text.size > 0 ? text.at + text.size : text.at;
    for (const char *at = text.at; at < end;) {
        const char *start = at;
        uint32_t c = utf8_next(&at, end);
        int digit = numbers_digit(c);
        if (digit >= 0) {
            plain[size++] = (char)('0' + digit);
        } else if (!(utf8_properties(c) & UTF8_IGNORABLE)) {
            memcpy(plain + size, start, (size_t)(at - start));
            size += (size_t)(at - start);
        }
    }
    return (struct str){plain, size};
}

static bool is_digit(uint32_t c) {
    return c >= '0' && c <= '9';
}

bool numbers_has_digit(struct str text) {
    const char *end = text.size > 0 ? text.at + text.size : text.at;
    for (const char *at = text.at; at < end;) {
        bool is_plain = (unsigned char)*at < 0x80; // as most letters, which need no table
        if (is_plain ? is_digit((unsigned char)*at++) : numbers_digit(utf8_next(&at, end)) >= 0) {
            return true;
        }
    }
    return false;
}

// Spaces and signs, those of other scripts that stand between digits included.
static bool is_gap(uint32_t c) {
    bool is_letter = (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    bool is_sign = (c >= 0x2000 && c <= 0x206F) || c == 0xA0 || c == 0xB7 || c == 0x060C ||
                   c == 0x066B || c == 0x066C || c == 0x3000 || c == 0x30FB;
    return c < 0x80 ? !is_letter : is_sign;
}

struct stretch {
    size_t start, end;
    int digits;
};

static bool find_stretch(struct str text, size_t from, struct stretch *found) {
    const char *at = text.at + from;
    const char *end = text.at + text.size;
    struct stretch stretch = {from, from, 0};
    int gap = 0;
    while (at < end) {
        size_t start = (size_t)(at - text.at);
        uint32_t c = utf8_next(&at, end);
        if (is_digit(c)) {
            stretch.start = stretch.digits == 0 ? start : stretch.start;
            stretch.end = start + 1;
            stretch.digits++;
            gap = 0;
        } else if (stretch.digits > 0 && (!is_gap(c) || ++gap > GAP_MOST)) {
            break;
        }
    }
    *found = stretch;
    return stretch.digits > 0;
}

static struct str dialled_of(struct str number, struct str extension, struct arena *arena) {
    bool is_exact = phone_digits_in(number) <= EXACT_MOST;
    struct str dialled = is_exact ? phone_dialled(number, arena) : number;
    if (extension.size == 0) {
        return dialled;
    }
    char *both = arena_alloc(arena, dialled.size + 1 + extension.size);
    size_t size = dialled.size;
    memcpy(both, dialled.at, size);
    both[size++] = 'x'; // what is dialled later is no part of the number
    for (size_t i = 0; i < extension.size; i++) {
        if (is_digit((unsigned char)extension.at[i])) {
            both[size++] = extension.at[i];
        }
    }
    return (struct str){both, size};
}

// Adds the number of `size` bytes at `start`, with what is dialled behind it; gives its end.
static size_t add(struct numbers *numbers, struct str text, size_t start, size_t size) {
    size_t more = extension_bytes(text, start, size);
    struct str number = {text.at + start, size};
    struct str extension = {text.at + start + size, more};
    struct str dialled = dialled_of(number, extension, numbers->arena);
    bool is_bracketed =
        start > 0 && text.at[start - 1] == '(' && more > 0 && extension.at[0] == ')';
    numbers->list =
        arena_grow(numbers->arena, numbers->list, numbers->count, sizeof *numbers->list);
    numbers->list[numbers->count++] = (struct number){
        {number.at - is_bracketed, size + more + is_bracketed},
        dialled,
    };
    return start + size + more;
}

// A number may begin before its first digit.
static size_t begin_of(struct str text, const struct stretch *stretch) {
    size_t from = stretch->start;
    while (from > 0 && (text.at[from - 1] == '+' || text.at[from - 1] == '(')) {
        from--;
    }
    return from;
}

// Adds the telephone numbers of a stretch, or the whole of it where they are not all of it; gives
// the end of what was looked at.
static size_t add_stretch(struct numbers *numbers, struct str text, const struct stretch *stretch) {
    size_t behind = stretch->end + 2 < text.size ? stretch->end + 2 : text.size;
    struct str part = {text.at, behind}; // with what stands around it
    size_t from = begin_of(text, stretch);
    size_t at = from, start, size;
    int before = numbers->count;
    int digits = 0;
    while (at < stretch->end && phone_find(part, at, &start, &size)) {
        at = add(numbers, text, start, size);
        size_t end = at < stretch->end ? at : stretch->end;
        digits += phone_digits_in((struct str){text.at + start, end - start});
    }
    if (digits < stretch->digits && stretch->digits >= HIDDEN_LEAST) {
        numbers->count = before;
        at = add(numbers, text, from, stretch->end - from);
    }
    return at > stretch->end ? at : stretch->end;
}

void numbers_add(struct numbers *numbers, struct str text) {
    struct str plain = numbers_plain(text, numbers->arena);
    struct stretch stretch;
    for (size_t from = 0; find_stretch(plain, from, &stretch);) {
        from = add_stretch(numbers, plain, &stretch);
    }
}

bool numbers_are_same(const struct number *a, const struct number *b) {
    return a->dialled.size == b->dialled.size &&
           memcmp(a->dialled.at, b->dialled.at, a->dialled.size) == 0;
}
