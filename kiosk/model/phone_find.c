// SPDX-License-Identifier: MIT
// From digit to digit: the groups that hang together make a run, and the run ends where a number is
// whole by the national plan, or before a figure that is a part of something else. What it does not
// end by either is taken as one number, because people read it as one.
#include "model/phone_find.h"

#include "model/phone.h"

enum {
    DIGITS_E164 = 15,
    GROUPS_MOST = DIGITS_E164 + 2, // of one digit each they are too many
    GROUPS_SEEN = 60,              // of a run; so that no text of digits takes long
    FIGURE_MOST = 2,               // digits of "24/7", "9am", "24 hours"
};

// One group of digits, perhaps in brackets; a bracket that is not closed behind digits is none.
struct group {
    size_t end;
    int digits; // 0: there is no group here
    bool is_bracketed;
};

static struct group match_group(struct str text, size_t at) {
    struct group group = {.is_bracketed = at < text.size && text.at[at] == '('};
    at += group.is_bracketed;
    at += at < text.size && text.at[at] == '+' && group.is_bracketed;
    while (at < text.size && phone_is_digit(text.at[at])) {
        at++;
        group.digits++;
    }
    bool is_closed = at < text.size && text.at[at] == ')';
    if (group.is_bracketed && !is_closed) {
        group.digits = 0;
    }
    group.end = at + group.is_bracketed;
    return group;
}

// Where the groups that hang together may end: a bracketed one counts only with digits behind it.
struct run {
    size_t start;
    struct stop {
        size_t end;
        int digits; // up to here
    } stops[GROUPS_MOST];
    int count;
};

static struct run match_run(struct str text, size_t at) {
    struct run run = {.start = at};
    at += text.at[at] == '+';
    int digits = 0;
    struct group group;
    for (int i = 0; i < GROUPS_SEEN && (group = match_group(text, at)).digits > 0; i++) {
        digits += group.digits;
        if (!group.is_bracketed) {
            run.count += run.count < GROUPS_MOST; // one too many is as good as all of them
            run.stops[run.count - 1] = (struct stop){group.end, digits};
        }
        at = group.end + phone_joint_bytes(text, group.end);
        if (at == group.end && !group.is_bracketed && (at >= text.size || text.at[at] != '(')) {
            break;
        }
    }
    return run;
}

static bool is_sign(char c) {
    return c == '.' || c == ',' || c == ':' || c == '/';
}

static bool is_part_before(struct str text, size_t start) {
    const char *at = text.at + start;
    return (start >= 1 && phone_is_letter(at[-1])) ||
           (start >= 2 && is_sign(at[-1]) && phone_is_digit(at[-2]));
}

static bool is_part_behind(struct str text, size_t end) {
    const char *at = text.at + end;
    return (end < text.size && phone_is_letter(at[0])) ||
           (end + 1 < text.size && is_sign(at[0]) && phone_is_digit(at[1]));
}

bool phone_is_part(struct str text, size_t start, size_t size) {
    return is_part_before(text, start) || is_part_behind(text, start + size);
}

static int digits_of_group(const struct run *run, int i) {
    return run->stops[i].digits - (i > 0 ? run->stops[i - 1].digits : 0);
}

// In "116 123 24/7" and "116 123 9am", a figure follows that is a part of something else.
static void give_back_figures(struct str text, struct run *run) {
    while (run->count > 1 && digits_of_group(run, run->count - 1) <= FIGURE_MOST &&
           is_part_behind(text, run->stops[run->count - 1].end)) {
        run->count--;
    }
}

// Ends the run behind the longest whole number that it begins with. "999 24" is a number and a
// figure, but "999 000" may be a count.
static bool cut_to_whole(struct str text, struct run *run) {
    for (int i = run->count - 1; i >= 0; i--) {
        const struct stop *stop = &run->stops[i];
        bool is_short = stop->digits == 3 &&
                        (i > 0 || (run->count > 1 && digits_of_group(run, 1) > FIGURE_MOST));
        struct str part = {text.at + run->start, stop->end - run->start};
        if (!is_short && phone_is_whole(part)) {
            run->count = i + 1;
            return true;
        }
    }
    return false;
}

static bool is_number(struct str text, struct run *run) {
    if (is_part_before(text, run->start)) {
        run->count = 1; // what follows it may be one
        return false;
    }
    give_back_figures(text, run);
    bool is_whole_number = cut_to_whole(text, run);
    const struct stop *last = &run->stops[run->count - 1];
    if (last->digits > DIGITS_E164 + 1 ||
        (is_part_behind(text, last->end) && !(is_whole_number && last->digits > 3))) {
        return false;
    }
    if (run->count > 1 && last->digits < 5) {
        run->count = 1;
    }
    return run->stops[run->count - 1].digits >= 3;
}

bool phone_find(struct str text, size_t from, size_t *start, size_t *size) {
    for (size_t at = from; at < text.size; at++) {
        char c = text.at[at];
        if (!phone_is_digit(c) && c != '+' && c != '(') {
            continue;
        }
        struct run run = match_run(text, at);
        if (run.count == 0) {
            continue;
        }
        bool is_found = is_number(text, &run);
        size_t end = run.stops[run.count - 1].end;
        if (is_found) {
            *start = run.start;
            *size = end - run.start;
            return true;
        }
        at = end - 1;
    }
    return false;
}
