// SPDX-License-Identifier: MIT
// The week is a circle of minutes. A span that begins on a day is open for so many of them, also
// where that leads past midnight or past the end of the week.
#include "content/settings/hours.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

enum { HOUR_MIN = 60 };

// "8:00", "08:00" or "08.00", up to "24:00".
static bool take_time(const char **at, int *time_min) {
    char hour[3], minute[3];
    int size = 0;
    int count = sscanf(*at, "%2[0-9]%*1[:.]%2[0-9]%n", hour, minute, &size);
    if (count != 2 || strlen(minute) != 2 || minute[0] > '5') {
        return false;
    }
    *at += size;
    *time_min = (int)(strtol(hour, NULL, 10) * HOUR_MIN + strtol(minute, NULL, 10));
    return *time_min <= HOURS_DAY_MIN;
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
    int from_min = 0, to_min = 0;
    bool has_from = take_time(&text, &from_min);
    size_t joint =
        strspn(text, " \t-–—"); // a hyphen, or the dash that a word processor makes of it
    text += joint;
    bool is_span = has_from && joint > 0 && take_time(&text, &to_min) && !*text;
    if (!is_span || from_min == to_min || from_min == HOURS_DAY_MIN) {
        return false;
    }
    to_min += to_min < from_min ? HOURS_DAY_MIN : 0;
    *day = (struct hours_day){true, from_min, to_min};
    return true;
}

static struct hours_day hours_on(const struct hours *hours, int weekday) {
    if (hours->weekdays[weekday].is_own) {
        return hours->weekdays[weekday];
    }
    return hours->every_day.is_own ? hours->every_day : (struct hours_day){true, 0, HOURS_DAY_MIN};
}

bool hours_are_open(const struct hours *hours, int week_min) {
    for (int i = 0; i < HOURS_WEEKDAYS; i++) {
        struct hours_day day = hours_on(hours, i);
        int since_min = (week_min - i * HOURS_DAY_MIN + HOURS_WEEK_MIN) % HOURS_WEEK_MIN;
        if (since_min >= day.from_min && since_min < day.to_min) {
            return true;
        }
    }
    return false;
}

int hours_until_look(const struct hours *hours, int week_min) {
    bool is_open = hours_are_open(hours, week_min);
    int wait_min = 1;
    while ((week_min + wait_min) % HOUR_MIN > 0 &&
           hours_are_open(hours, (week_min + wait_min) % HOURS_WEEK_MIN) == is_open) {
        wait_min++;
    }
    return wait_min;
}

static int open_minutes_a_week(const struct hours *hours) {
    int sum = 0;
    for (int i = 0; i < HOURS_WEEKDAYS; i++) {
        struct hours_day day = hours_on(hours, i);
        sum += day.to_min - day.from_min;
    }
    return sum;
}

// No span is longer than a day, so a week is full where every day is.
bool hours_are_limited(const struct hours *hours) {
    return open_minutes_a_week(hours) < HOURS_WEEK_MIN;
}

bool hours_are_never(const struct hours *hours) {
    return open_minutes_a_week(hours) == 0;
}

const char *hours_span_text(struct hours_day day, struct arena *arena) {
    int to_min = day.to_min > HOURS_DAY_MIN ? day.to_min - HOURS_DAY_MIN : day.to_min;
    return arena_format(arena, "%02d:%02d-%02d:%02d", day.from_min / HOUR_MIN,
                        day.from_min % HOUR_MIN, to_min / HOUR_MIN, to_min % HOUR_MIN);
}
