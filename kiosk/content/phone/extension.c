// SPDX-License-Identifier: MIT
// Word by word: nothing but words of two small lists may stand between a number and the digits of
// its extension, and one of them has to be of the list that announces digits.
#include "content/phone/extension.h"

#include "content/phone/phone.h"
#include "content/phone/phone_find.h"

#include <string.h>

enum {
    DIGITS_MOST = 5,
    WORDS_MOST = 6, // "and then choose the option number"
    SIGNS_MOST = 6,
    PARTS_MOST = 4, // one extension behind the other
    LONG_LEAST = 5, // digits of a number; "100 x 50" is a product
};

// Words that announce digits, and those that may stand beside them.
static const char *const callers[] = {"ext",    "extn",    "extension", "x",
                                      "option", "options", "opt",       "press"};
static const char *const fillers[] = {"and", "or",  "then", "choose", "select", "pick", "dial",
                                      "use", "ask", "for",  "the",    "number", "no"};

static bool is_in(const char *const *list, int count, struct str word) {
    for (int i = 0; i < count; i++) {
        if (str_equals_ignoring_case(word, list[i])) {
            return true;
        }
    }
    return false;
}

static struct str word_at(struct str text, size_t at) {
    size_t size = 0;
    while (at + size < text.size && phone_is_letter(text.at[at + size])) {
        size++;
    }
    return (struct str){text.at + at, size};
}

// A full stop before the word ends the sentence; behind it, it shortens the word. A comma behind it
// begins another thought.
static size_t skip_signs(struct str text, size_t at, bool is_called) {
    const char *signs = is_called ? " \t\r\n.:#(" : " \t\r\n,;:()[]";
    for (int i = 0; i < SIGNS_MOST && at < text.size; i++) {
        size_t joint = phone_joint_bytes(text, at);
        if (joint == 0 && (!text.at[at] || !strchr(signs, text.at[at]))) {
            break;
        }
        at += joint > 0 ? joint : 1;
    }
    return at;
}

// Behind the digits at `at`; 0 where they are no extension: too many, "2nd", "1,000", or the first
// group of another number.
static size_t end_of_digits(struct str text, size_t at) {
    size_t end = at, start, size;
    while (end < text.size && phone_is_digit(text.at[end])) {
        end++;
    }
    struct str rest = {text.at + at, text.size - at}; // without what announced them
    bool is_other = phone_is_part(rest, 0, end - at) ||
                    (phone_find(rest, 0, &start, &size) && start == 0 && size > end - at);
    return end - at > DIGITS_MOST || is_other ? 0 : end;
}

// Behind one extension that begins at `at`, or 0.
static size_t end_of_part(struct str text, size_t at, bool is_long) {
    bool is_called = false;
    for (int i = 0; i < WORDS_MOST; i++) {
        at = skip_signs(text, at, is_called);
        if (at < text.size && phone_is_digit(text.at[at])) {
            return is_called ? end_of_digits(text, at) : 0;
        }
        if (at < text.size && text.at[at] == '#') {
            is_called = true;
            continue;
        }
        struct str word = word_at(text, at);
        bool is_caller = is_in(callers, COUNT_OF(callers), word) && (word.size > 1 || is_long);
        if (!is_caller && !is_in(fillers, COUNT_OF(fillers), word)) {
            return 0;
        }
        is_called |= is_caller;
        at += word.size;
    }
    return 0;
}

static bool is_bracket_open(struct str text) {
    int open = 0;
    for (size_t i = 0; i < text.size; i++) {
        open += text.at[i] == '(';
        open -= text.at[i] == ')' && open > 0;
    }
    return open > 0;
}

size_t extension_bytes(struct str text, size_t start, size_t size) {
    size_t behind = start + size;
    size_t end = behind, part;
    bool is_long = phone_digits_in((struct str){text.at + start, size}) >= LONG_LEAST;
    for (int i = 0; i < PARTS_MOST && (part = end_of_part(text, end, is_long)) > 0; i++) {
        end = part;
    }
    if (end < text.size && text.at[end] == ')' &&
        is_bracket_open((struct str){text.at + behind, end - behind})) {
        end++;
    }
    return end - behind;
}
