// SPDX-License-Identifier: MIT
// From digit to digit: the groups that hang together make a run, and the run ends where a number is
// whole by the national plan, or before a figure that is a part of something else. What it does not
// end by either is taken as one number, because people read it as one.
#include "content/phone/phone_find.h"

#include "content/phone/phone.h"

enum {
    DIGITS_E164 = 15,
    GROUPS_MOST = DIGITS_E164 + 2, // of one digit each they are too many
    GROUPS_SEEN = 60,              // of a run; so that no text of digits takes long
    GAP_MOST = 3,                  // joints between two groups: a dash has a space on either side
    DASHED_LEAST = 9,
    DASHED_MOST = 11, // digits of a number in which dashes with spaces stand
    FIGURE_MOST = 2,  // digits of "24/7", "9am", "24 hours"
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
        int digits;    // up to here
        bool has_dash; // with a space beside it, as "9 - 5" has
    } stops[GROUPS_MOST];
    int count;
};

size_t phone_gap_bytes(struct str text, size_t at) {
    size_t size = 0, joint;
    bool has_dash = false;
    for (int i = 0; i < GAP_MOST && (joint = phone_joint_bytes(text, at + size)) > 0; i++) {
        bool is_dash = phone_is_dash(text, at + size);
        if (is_dash && has_dash) {
            break; // two are a dash between thoughts
        }
        has_dash |= is_dash;
        size += joint;
    }
    return size;
}

static bool has_wide_dash(struct str text, size_t at, size_t size) {
    bool has_dash = false;
    bool is_wide = size > phone_joint_bytes(text, at);
    for (size_t end = at + size; is_wide && at < end; at += phone_joint_bytes(text, at)) {
        has_dash |= phone_is_dash(text, at);
    }
    return has_dash;
}

static struct run match_run(struct str text, size_t at) {
    struct run run = {.start = at};
    at += text.at[at] == '+';
    int digits = 0;
    bool has_dash = false;
    struct group group;
    for (int i = 0; i < GROUPS_SEEN && (group = match_group(text, at)).digits > 0; i++) {
        digits += group.digits;
        if (!group.is_bracketed) {
            run.count += run.count < GROUPS_MOST; // one too many is as good as all of them
            run.stops[run.count - 1] = (struct stop){group.end, digits, has_dash};
        }
        size_t gap = phone_gap_bytes(text, group.end);
        has_dash |= has_wide_dash(text, group.end, gap);
        at = group.end + gap;
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

// "0203 - 228 - 135" is a number with a digit too few, but "2024 - 2025" and "0900 - 1700" are two.
static void cut_at_dash(struct str text, struct run *run) {
    const struct stop *last = &run->stops[run->count - 1];
    struct str part = {text.at + run->start, last->end - run->start};
    int digits = phone_measure(part).digits;
    bool is_dialled = text.at[run->start] == '0' || !phone_is_digit(text.at[run->start]);
    if (is_dialled && digits >= DASHED_LEAST && digits <= DASHED_MOST) {
        return;
    }
    while (run->count > 1 && run->stops[run->count - 1].has_dash) {
        run->count--;
    }
}

static bool is_number(struct str text, struct run *run) {
    if (is_part_before(text, run->start)) {
        run->count = 1; // what follows it may be one
        return false;
    }
    give_back_figures(text, run);
    bool is_whole_number = cut_to_whole(text, run);
    if (!is_whole_number) {
        cut_at_dash(text, run);
    }
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
