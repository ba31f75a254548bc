// SPDX-License-Identifier: MIT
// From digit to digit: the groups that hang together make a chain, and the chain ends where a
// number is whole by the national plan, or before a figure that is a part of something else. What
// it does not end by either is taken as one number, because people read it as one.
#include "content/phone/phone_find.h"

#include "content/phone/phone.h"

#include <string.h>

enum {
    DIGITS_E164 = 15,
    GROUPS_MOST = DIGITS_E164 + 2, // of one digit each they are too many
    GROUPS_SEEN = 60,              // of a chain; so that no text of digits takes long
    GAP_MOST = 3,                  // joints between two groups: a dash has a space on either side
    DASHED_LEAST = 9,
    DASHED_MOST = 11, // digits of a number in which dashes with spaces stand
    FIGURE_MOST = 2,  // digits of "24/7", "9am", "24 hours"
    SHORT_DIGITS = 3, // of 999, which a text has for other reasons too
    EXTENSION_MOST = 5,
    FEWEST_IN_GROUPS = 5,
};

struct chain {
    size_t start, end;
    int digits; // of all groups, also of those that only a dot or a stroke joins to the others
    struct group {
        size_t end;
        int own_digits, digits; // with brackets before it; of the chain so far
        bool has_dash;          // with a space beside it, as "9 - 5" has
    } groups[GROUPS_MOST];      // a bracketed one counts only with digits behind it
    int count;
};

// Digits, perhaps in brackets; a bracket that is not closed behind digits is none. How many there
// are, and where they end.
static int match_group(struct str text, size_t at, size_t *end) {
    int digits = 0;
    bool is_bracketed = at < text.size && text.at[at] == '(';
    at += is_bracketed;
    at += at < text.size && text.at[at] == '+' && is_bracketed;
    while (at < text.size && char_is_digit(text.at[at])) {
        at++;
        digits++;
    }
    bool is_closed = at < text.size && text.at[at] == ')';
    *end = at + is_bracketed;
    return is_bracketed && !is_closed ? 0 : digits;
}

// Bytes of all that may stand between two groups, or 0. Two dashes are one between thoughts.
static size_t gap_bytes(struct str text, size_t at, bool *has_wide_dash) {
    size_t size = 0, joint;
    int joints = 0, dashes = 0;
    for (; joints < GAP_MOST && (joint = phone_joint_bytes(text, at + size)) > 0; joints++) {
        dashes += phone_is_dash(text, at + size);
        if (dashes > 1) {
            break;
        }
        size += joint;
    }
    *has_wide_dash |= dashes > 0 && joints > 1;
    return size;
}

static bool is_sign(char c) {
    return c == '.' || c == ',' || c == ':' || c == '/';
}

static bool has_sign(struct str text, size_t at) {
    return at + 1 < text.size && is_sign(text.at[at]) && char_is_digit(text.at[at + 1]);
}

static struct chain match_chain(struct str text, size_t at, bool takes_signs) {
    struct chain chain = {.start = at};
    bool has_dash = false, is_close = true;
    size_t end;
    int digits, own_digits = 0;
    at += text.at[at] == '+';
    for (int i = 0; i < GROUPS_SEEN && (digits = match_group(text, at, &end)) > 0; i++) {
        bool is_bracketed = text.at[at] == '(';
        chain.digits += digits;
        own_digits += digits;
        chain.end = is_bracketed ? chain.end : end;
        if (!is_bracketed && is_close) {
            chain.count += chain.count < GROUPS_MOST; // one too many is as good as all of them
            chain.groups[chain.count - 1] = (struct group){end, own_digits, chain.digits, has_dash};
            own_digits = 0;
        }
        at = end + gap_bytes(text, end, &has_dash);
        if (at == end && takes_signs && has_sign(text, at)) {
            is_close = false;
            at++;
        } else if (at == end && !is_bracketed && (at >= text.size || text.at[at] != '(')) {
            break;
        }
    }
    return chain;
}

static bool is_part_before(struct str text, size_t start) {
    const char *at = text.at + start;
    return (start >= 1 && char_is_letter(at[-1])) ||
           (start >= 2 && is_sign(at[-1]) && char_is_digit(at[-2]));
}

static bool is_part_behind(struct str text, size_t end) {
    return has_sign(text, end) || (end < text.size && char_is_letter(text.at[end]));
}

// In "116 123 24/7" and "116 123 9am", a figure follows that is a part of something else.
static void give_back_figures(struct str text, struct chain *chain) {
    const struct group *last = &chain->groups[chain->count - 1];
    while (last > chain->groups && last->own_digits <= FIGURE_MOST &&
           is_part_behind(text, last->end)) {
        chain->count--;
        last--;
    }
}

// Of a number of three digits: "999", "9 9 9", "999 24" and "999 116 123" begin with one, but
// "999 000" may be a count, and "11 2" is two.
static bool is_short_whole(struct str text, const struct chain *chain, int i) {
    const struct group *group = &chain->groups[i];
    if (i == 1 || i + 1 == chain->count) {
        return i != 1;
    }
    for (int k = 1; k <= 2 && i + k < chain->count; k++) {
        struct str next = {text.at + group->end, group[k].end - group->end};
        if (phone_find_service(phone_dial(next).digits)) {
            return true;
        }
    }
    return i == 0 && group[1].own_digits <= FIGURE_MOST;
}

// Ends the chain behind the longest whole number that it begins with.
static bool cut_to_whole(struct str text, struct chain *chain) {
    for (int i = chain->count - 1; i >= 0; i--) {
        struct str part = {text.at + chain->start, chain->groups[i].end - chain->start};
        struct dialled dialled = phone_dial(part);
        bool is_short = chain->groups[i].digits == SHORT_DIGITS;
        if (phone_is_whole(&dialled) && (!is_short || is_short_whole(text, chain, i))) {
            chain->count = i + 1;
            return true;
        }
    }
    return false;
}

// "0203 - 228 - 135" is a number with a digit too few, but "2024 - 2025" and "0900 - 1700" are two.
static void cut_at_dash(struct str text, struct chain *chain) {
    int digits = chain->groups[chain->count - 1].digits;
    bool is_dialled = text.at[chain->start] == '0' || !char_is_digit(text.at[chain->start]);
    if (is_dialled && digits >= DASHED_LEAST && digits <= DASHED_MOST) {
        return;
    }
    while (chain->count > 1 && chain->groups[chain->count - 1].has_dash) {
        chain->count--;
    }
}

static bool cut_to_number(struct str text, struct chain *chain) {
    if (is_part_before(text, chain->start)) {
        chain->count = 1; // what follows it may be one
        return false;
    }
    give_back_figures(text, chain);
    bool is_whole = cut_to_whole(text, chain);
    if (!is_whole) {
        cut_at_dash(text, chain);
    }
    const struct group *last = &chain->groups[chain->count - 1];
    if (last->digits > DIGITS_E164 + 1 ||
        (is_part_behind(text, last->end) && !(is_whole && last->digits > SHORT_DIGITS))) {
        return false;
    }
    if (chain->count > 1 && last->digits < FEWEST_IN_GROUPS && !is_whole) {
        chain->count = 1;
    }
    return chain->groups[chain->count - 1].digits >= SHORT_DIGITS;
}

// The end of a number whose groups stand between dots, as "020.7946.0018", or 0. Dates and sums
// have fewer digits.
static size_t match_dotted(struct str text, size_t at) {
    size_t start = at, dots = 0;
    at += text.at[at] == '+';
    for (; at < text.size; at++) {
        bool is_dot = text.at[at] == '.' && has_sign(text, at);
        if (!char_is_digit(text.at[at]) && !is_dot) {
            break;
        }
        dots += is_dot;
    }
    struct dialled dialled = phone_dial((struct str){text.at + start, at - start});
    bool is_number = dots > 0 && (dialled.digits[0] == '0' || dialled.is_foreign) &&
                     dialled.count >= DASHED_LEAST && dialled.count <= DASHED_MOST;
    return is_number && !is_part_before(text, start) && !is_part_behind(text, at) ? at : 0;
}

static bool find(struct str text, size_t from, bool is_any, struct str *found) {
    for (size_t at = from, end; at < text.size; at++) {
        char c = text.at[at];
        if (!char_is_digit(c) && c != '+' && c != '(') {
            continue;
        }
        bool can_be_dotted = !is_any && (c == '0' || c == '+');
        if (can_be_dotted && (end = match_dotted(text, at)) > 0) {
            *found = (struct str){text.at + at, end - at};
            return true;
        }
        struct chain chain = match_chain(text, at, is_any);
        if (chain.count == 0) {
            continue;
        }
        bool is_number = cut_to_number(text, &chain);
        bool is_hidden = !is_number && is_any && chain.digits >= DASHED_LEAST;
        end = is_hidden ? chain.end : chain.groups[chain.count - 1].end;
        if (is_number || is_hidden) {
            *found = (struct str){text.at + at, end - at};
            return true;
        }
        at = end - 1;
    }
    return false;
}

bool phone_find(struct str text, size_t from, struct str *found) {
    return find(text, from, false, found);
}

bool phone_find_any(struct str text, size_t from, struct str *found) {
    return find(text, from, true, found);
}

// Bytes of the word, or the #, at `at`; 0: another word, or none.
static size_t match_word(struct str text, size_t at, bool *announces) {
    static const char *const words[] = {"#",      "x",      "ext",  "extn", "extension",
                                        "option", "press",  "and",  "or",   "then",
                                        "choose", "select", "dial", "no",   "number"};
    enum { ANNOUNCING = 7 }; // the first of them; the others may stand beside them
    size_t size = text.at[at] == '#';
    while (at + size < text.size && char_is_letter(text.at[at + size])) {
        size++;
    }
    for (int i = 0; i < COUNT_OF(words); i++) {
        if (str_equals_ignoring_case((struct str){text.at + at, size}, words[i])) {
            *announces |= i < ANNOUNCING;
            return size;
        }
    }
    return 0;
}

// Behind the digits at `at`, or 0: too many, "2nd", "1,000", or the first of another number.
static size_t match_extension(struct str text, size_t at) {
    size_t size = 0;
    struct str rest = {text.at + at, text.size - at}, other;
    while (size < rest.size && char_is_digit(rest.at[size])) {
        size++;
    }
    bool is_other = find(rest, 0, false, &other) && other.at == rest.at && other.size > size;
    return size > EXTENSION_MOST || is_other || is_part_behind(rest, size) ? 0 : at + size;
}

size_t phone_extension_end(struct str text, size_t end) {
    static const char signs[] = ".,:;()\n\t";
    bool is_announced = false;
    for (size_t at = end; at < text.size;) {
        size_t size = match_word(text, at, &is_announced);
        if (is_announced && char_is_digit(text.at[at])) {
            size_t behind = match_extension(text, at);
            return behind > 0 ? behind : end;
        }
        size = size > 0 ? size : phone_joint_bytes(text, at);
        if (size == 0 && !strchr(signs, text.at[at])) {
            return end;
        }
        at += size > 0 ? size : 1;
    }
    return end;
}
