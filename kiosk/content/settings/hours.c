// SPDX-License-Identifier: MIT
// The week is a circle of minutes with two edges a day. Whether it is open changes at edges alone,
// so the next change is the nearest edge behind which the answer is another.
#include "content/settings/hours.h"

#include <string.h>
#include <strings.h>

enum { HOUR_MIN = 60 };

static bool take_digits(const char **at, int most_digits, int *number) {
    int digits = 0;
    *number = 0;
    for (; digits < most_digits && **at >= '0' && **at <= '9'; digits++, (*at)++) {
        *number = *number * 10 + (**at - '0');
    }
    return digits > 0;
}

// "8:00", "08:00" or "08.00", up to "24:00".
static bool take_time(const char **at, int *time_min) {
    int hour = 0, minute = 0;
    if (!take_digits(at, 2, &hour) || (**at != ':' && **at != '.')) {
        return false;
    }
    const char *minutes = ++*at;
    if (!take_digits(at, 2, &minute) || *at - minutes != 2 || minute >= HOUR_MIN) {
        return false;
    }
    *time_min = hour * HOUR_MIN + minute;
    return *time_min <= HOURS_DAY_MIN;
}

// A hyphen, or the dash that a word processor makes of it.
static bool take_dash(const char **at) {
    static const char *const dashes[] = {"-", "–", "—"};
    *at += strspn(*at, " \t");
    for (int i = 0; i < COUNT_OF(dashes); i++) {
        size_t size = strlen(dashes[i]);
        if (strncmp(*at, dashes[i], size) == 0) {
            *at += size;
            *at += strspn(*at, " \t");
            return true;
        }
    }
    return false;
}

static bool parse_span(struct hours_day *day, const char *text) {
    int from_min = 0, to_min = 0;
    bool is_span = take_time(&text, &from_min) && take_dash(&text) && take_time(&text, &to_min);
    if (!is_span || *text || from_min == to_min || from_min == HOURS_DAY_MIN) {
        return false;
    }
    to_min += to_min < from_min ? HOURS_DAY_MIN : 0;
    *day = (struct hours_day){true, from_min, to_min};
    return true;
}

bool hours_parse(struct hours_day *day, const char *text) {
    static const struct {
        const char *word;
        struct hours_day day;
    } words[] = {
        {"same", {false, 0, 0}},
        {"closed", {true, 0, 0}},
        {"always", {true, 0, HOURS_DAY_MIN}},
    };
    for (int i = 0; i < COUNT_OF(words); i++) {
        if (strcasecmp(text, words[i].word) == 0) {
            *day = words[i].day;
            return true;
        }
    }
    return parse_span(day, text);
}

struct hours_day hours_on(const struct hours *hours, int weekday) {
    if (hours->weekdays[weekday].is_own) {
        return hours->weekdays[weekday];
    }
    return hours->every_day.is_own ? hours->every_day : (struct hours_day){true, 0, HOURS_DAY_MIN};
}

// Minutes from one time of the week forwards to another.
static int distance(int from_min, int to_min) {
    return ((to_min - from_min) % HOURS_WEEK_MIN + HOURS_WEEK_MIN) % HOURS_WEEK_MIN;
}

bool hours_are_open(const struct hours *hours, int week_min) {
    for (int i = 0; i < HOURS_WEEKDAYS; i++) {
        struct hours_day day = hours_on(hours, i);
        int since_min = distance(i * HOURS_DAY_MIN, week_min);
        if (since_min >= day.from_min && since_min < day.to_min) {
            return true;
        }
    }
    return false;
}

int hours_until_change(const struct hours *hours, int week_min) {
    bool is_open = hours_are_open(hours, week_min);
    int nearest_min = -1;
    for (int i = 0; i < 2 * HOURS_WEEKDAYS; i++) {
        struct hours_day day = hours_on(hours, i / 2);
        int edge_min = i / 2 * HOURS_DAY_MIN + (i % 2 ? day.to_min : day.from_min);
        int until_min = distance(week_min, edge_min);
        bool is_nearer = nearest_min < 0 || until_min < nearest_min;
        if (is_nearer && hours_are_open(hours, edge_min) != is_open) {
            nearest_min = until_min;
        }
    }
    return nearest_min;
}

int hours_until_look(const struct hours *hours, int week_min) {
    int change_min = hours_until_change(hours, week_min);
    int hour_min = HOUR_MIN - week_min % HOUR_MIN;
    return change_min >= 0 && change_min < hour_min ? change_min : hour_min;
}

bool hours_are_limited(const struct hours *hours) {
    return hours_until_change(hours, 0) >= 0 || !hours_are_open(hours, 0);
}

bool hours_are_never(const struct hours *hours) {
    return hours_until_change(hours, 0) < 0 && !hours_are_open(hours, 0);
}
