// SPDX-License-Identifier: MIT
// A text is first brought into a form without disguise: one script's digits, and no letter that
// nobody sees. What is found in that form is compared by what it dials.
#include "content/phone/numbers.h"

#include "base/utf8.h"
#include "content/phone/phone.h"
#include "content/phone/phone_find.h"

#include <string.h>

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

size_t numbers_put_plain(char *out, uint32_t code_point, struct str bytes) {
    int digit = numbers_digit(code_point);
    if (digit >= 0) {
        *out = (char)('0' + digit);
        return 1;
    }
    if (bytes.size == 0 || utf8_properties(code_point) & UTF8_IGNORABLE) {
        return 0;
    }
    memcpy(out, bytes.at, bytes.size);
    return bytes.size;
}

struct str numbers_plain(struct str text, struct arena *arena) {
    char *out = arena_alloc(arena, text.size + 1);
    size_t size = 0;
    const char *end = text.size > 0 ? text.at + text.size : text.at;
    for (const char *at = text.at; at < end;) {
        const char *start = at;
        uint32_t c = utf8_next(&at, end);
        size += numbers_put_plain(out + size, c, (struct str){start, (size_t)(at - start)});
    }
    return (struct str){out, size};
}

bool numbers_has_digit(struct str text) {
    const char *end = text.size > 0 ? text.at + text.size : text.at;
    for (const char *at = text.at; at < end;) {
        bool is_plain = (unsigned char)*at < 0x80; // as most letters, which need no table
        if (is_plain ? char_is_digit(*at++) : numbers_digit(utf8_next(&at, end)) >= 0) {
            return true;
        }
    }
    return false;
}

// As typed, but for brackets: one that closes is no part of it.
static const char *number_text(struct str number, struct str extension, struct arena *arena) {
    char *text = arena_alloc(arena, number.size + extension.size + 1);
    memcpy(text, number.at, number.size);
    for (size_t i = 0, size = number.size; i < extension.size; i++) {
        if (extension.at[i] != '(' && extension.at[i] != ')') {
            text[size++] = extension.at[i];
        }
    }
    return text;
}

// Adds the number with what is dialled behind it; gives the end of both.
static size_t add(struct numbers *numbers, struct str text, struct str number) {
    struct arena *arena = numbers->arena;
    size_t end = (size_t)(number.at - text.at) + number.size, behind = end, next;
    while ((next = phone_extension_end(text, behind)) > behind) {
        behind = next; // "option 2, then option 1"
    }
    struct str extension = {text.at + end, behind - end};
    struct dialled dialled = phone_dial(number), later = phone_dial(extension);
    bool is_exact = dialled.count <= PHONE_DIGITS_MOST;
    *ARENA_ADD(arena, numbers->list, numbers->count) = (struct number){
        number_text(number, extension, arena),
        arena_text(arena, is_exact ? str_from(dialled.digits) : number),
        arena_text(arena, str_from(later.digits)),
    };
    return behind;
}

void numbers_add(struct numbers *numbers, struct str text) {
    if (!numbers_has_digit(text)) {
        return; // as most texts
    }
    struct str plain = numbers_plain(text, numbers->arena), found;
    for (size_t from = 0; phone_find_any(plain, from, &found);) {
        from = add(numbers, plain, found);
    }
}

bool numbers_are_same(const struct number *a, const struct number *b) {
    return strcmp(a->dialled, b->dialled) == 0 && strcmp(a->extension, b->extension) == 0;
}
