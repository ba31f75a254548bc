// SPDX-License-Identifier: MIT
// A table of signs, and the numbers and letters that stand for one. On a single line most of them
// may mean something else (a quotation, a minus, half past one), so each says how sure it is.
#include "content/card/list_marker.h"

#include "base/utf8.h"

#include <string.h>

enum { MOST_DIGITS = 3 };

static const struct {
    const char *sign;
    enum list_kind kind;
    bool needs_tab; // with a space behind it, people mean the sign itself
} signs[] = {
    {"-", LIST_DASH, true},
    {"\xE2\x80\x90", LIST_DASH, true},    // hyphen
    {"\xE2\x80\x91", LIST_DASH, true},    // hyphen that does not break
    {"\xE2\x80\x92", LIST_DASH, true},    // figure dash
    {"\xE2\x80\x93", LIST_DASH, true},    // – en dash
    {"\xE2\x80\x94", LIST_DASH, true},    // — em dash
    {"\xE2\x80\x95", LIST_DASH, true},    // horizontal bar
    {"\xE2\x88\x92", LIST_DASH, true},    // minus
    {"\xE2\x81\x83", LIST_BULLET, false}, // hyphen bullet
    {"\xE2\x80\xA2", LIST_BULLET, false}, // • bullet
    {"\xC2\xB7", LIST_BULLET, false},     // · middle dot
    {"\xE2\x80\xA3", LIST_BULLET, false}, // ‣ triangular bullet
    {"\xE2\x96\xAA", LIST_BULLET, false}, // ▪ small square
    {"\xE2\x96\xA0", LIST_BULLET, false}, // ■ square
    {"\xE2\x97\x8F", LIST_BULLET, false}, // ● circle
    {"\xE2\x97\x8B", LIST_BULLET, false}, // ○ empty circle
    {"\xE2\x97\xA6", LIST_BULLET, false}, // ◦ small empty circle
    {"\xEF\x82\xB7", LIST_BULLET, false}, // U+F0B7, the bullet of the font Symbol
    {"\xEF\x82\xA7", LIST_BULLET, false}, // U+F0A7, the square of the font Wingdings
    {"o", LIST_BULLET, true},             // Word's second level, in the font Courier
};

static bool is_blank(char c) {
    return c == ' ' || c == '\t';
}

static bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

static struct str without(struct str text, size_t bytes) {
    return (struct str){text.at + bytes, text.size - bytes};
}

static bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static char first_of(struct str text) {
    return text.size > 0 ? text.at[0] : '\0';
}

// The place in the table of the sign that the text begins with, or -1.
static int find_sign(struct str text) {
    for (int i = 0; i < COUNT_OF(signs) && text.size > 0; i++) {
        if (signs[i].sign[0] != text.at[0]) {
            continue; // as nearly always
        }
        size_t size = strlen(signs[i].sign);
        if (text.size >= size && memcmp(text.at, signs[i].sign, size) == 0) {
            return i;
        }
    }
    return -1;
}

// "->" is an arrow, and "---" a line across the card.
static bool is_drawing(struct str behind) {
    int next = find_sign(behind);
    return first_of(behind) == '>' || (next >= 0 && signs[next].sign[0] != 'o');
}

// "5 degrees", but not "020 3228 1350".
static bool is_amount(struct str text) {
    bool has_two = text.size > 1 && is_digit(text.at[1]);
    return is_digit(first_of(text)) && !(text.at[0] == '0' && has_two);
}

static struct list_marker find_in_table(struct str text) {
    int found = find_sign(text);
    if (found < 0) {
        return (struct list_marker){0};
    }
    size_t size = strlen(signs[found].sign);
    struct str behind = without(text, size);
    char next = first_of(behind);
    bool is_o = signs[found].sign[0] == 'o';
    size_t blanks = utf8_blank_bytes(behind);
    if (behind.size == 0 || is_drawing(behind) || (is_o && next != '\t')) {
        return (struct list_marker){0};
    }
    return (struct list_marker){
        .kind = signs[found].kind,
        .size = size,
        .behind = blanks,
        .order = signs[found].kind == LIST_DASH ? found : 0,
        .is_mark = signs[found].sign[0] == '-' && is_blank(next),
        .is_sure = signs[found].needs_tab ? next == '\t' : blanks > 0,
        .is_minus = signs[found].kind == LIST_DASH && is_amount(behind),
    };
}

// "1. One", "1.One" and "1) One", but not "1.30pm".
static struct list_marker find_number(struct str text) {
    struct list_marker sign = {.kind = LIST_NUMBER};
    while (sign.size < text.size && sign.size < MOST_DIGITS && is_digit(text.at[sign.size])) {
        sign.order = sign.order * 10 + (text.at[sign.size++] - '0');
    }
    struct str stop = without(text, sign.size);
    if (sign.size++ == 0 || (first_of(stop) != '.' && first_of(stop) != ')')) {
        return (struct list_marker){0};
    }
    struct str behind = without(text, sign.size);
    sign.behind = utf8_blank_bytes(behind);
    sign.is_mark = is_blank(first_of(behind));
    bool is_number = sign.behind == behind.size || is_digit(first_of(behind));
    if (is_number && !sign.is_mark) {
        return (struct list_marker){0};
    }
    return sign;
}

// "a) One", "(a) One", "(1) One" and "a. One", but not "e.g. one".
static struct list_marker find_letter(struct str text) {
    struct list_marker sign = {.kind = LIST_LETTER};
    bool is_open = first_of(text) == '(';
    text = without(text, is_open);
    int c = (unsigned char)first_of(text) | 0x20; // a small letter
    if (c >= 'a' && c <= 'z') {
        sign.order = c;
        text = without(text, 1);
    }
    for (int i = 0; i < 2 && is_open && sign.order < 'a' && is_digit(first_of(text)); i++) {
        sign.order = sign.order * 10 + (first_of(text) - '0');
        text = without(text, 1);
    }
    char stop = first_of(text);
    char next = text.size > 1 ? text.at[1] : '\0';
    bool is_dotted = stop == '.' && !is_open && utf8_blank_bytes(without(text, 1)) > 0;
    return sign.order > 0 && next && (stop == ')' || is_dotted) ? sign : (struct list_marker){0};
}

static struct list_marker find_mark(struct str text) {
    char c = first_of(text);
    struct str behind = without(text, text.size > 0);
    size_t blanks = utf8_blank_bytes(behind);
    if (c == '*' && blanks > 0 && !is_blank(first_of(behind)) && blanks < behind.size) {
        return (struct list_marker){.kind = LIST_BULLET, .size = 1, .behind = blanks};
    }
    bool is_mark = c == '#' || c == '>' || ((c == '*' || c == '+') && is_blank(first_of(behind)));
    return (struct list_marker){.kind = is_mark ? LIST_OTHER_MARK : LIST_NONE, .is_mark = is_mark};
}

// False for most lines, which begin with a word, and for those that have nothing in them.
static bool can_be_sign(struct str text) {
    char next = text.size > 1 ? text.at[1] : '\0';
    bool is_one = next == ')' || next == '.' || next == '\t';
    return text.size > 0 && (is_one || !is_letter(text.at[0])) &&
           !(text.at[0] == '*' && next == '*');
}

struct list_marker list_marker_find(struct str line) {
    static struct list_marker (*const finders[])(struct str) = {find_in_table, find_number,
                                                                find_letter, find_mark};
    struct list_marker sign = {0};
    size_t lead = utf8_blank_bytes(line);
    if (!can_be_sign(without(line, lead))) {
        return (struct list_marker){.lead = lead};
    }
    for (int i = 0; i < COUNT_OF(finders) && sign.kind == LIST_NONE; i++) {
        sign = finders[i](without(line, lead));
    }
    sign.lead = lead;
    return sign;
}

bool list_marker_goes_on(const struct list_marker *sign, const struct list_marker *next) {
    if (sign->kind != next->kind) {
        return false;
    }
    switch (sign->kind) {
    case LIST_DASH:
        return next->order == sign->order;
    case LIST_BULLET:
        return true;
    case LIST_NUMBER:
        return next->order == sign->order || next->order == sign->order + 1;
    case LIST_LETTER:
        return next->order == sign->order + 1;
    default:
        return false;
    }
}
