// SPDX-License-Identifier: MIT
// Days that follow each other with the same hours are one part of the sentence.
#include "content/settings/hours_text.h"

#include "content/words/word_list.h"

#include <assert.h>

static const enum staff_word weekdays[] = {STAFF_MONDAY,   STAFF_TUESDAY, STAFF_WEDNESDAY,
                                           STAFF_THURSDAY, STAFF_FRIDAY,  STAFF_SATURDAY,
                                           STAFF_SUNDAY};
static_assert(COUNT_OF(weekdays) == HOURS_WEEKDAYS, "a day has no name");

static bool is_same(struct hours_day a, struct hours_day b) {
    return a.from_min == b.from_min && a.to_min == b.to_min;
}

static const char *day_text(struct hours_day day, const struct staff_words *words,
                            struct arena *arena) {
    if (day.to_min == day.from_min) {
        return words->text[STAFF_HOURS_CLOSED];
    }
    if (day.to_min - day.from_min == HOURS_DAY_MIN) {
        return words->text[STAFF_HOURS_ALL_DAY];
    }
    int to_min = day.to_min > HOURS_DAY_MIN ? day.to_min - HOURS_DAY_MIN : day.to_min;
    return arena_format(arena, "%02d:%02d-%02d:%02d", day.from_min / 60, day.from_min % 60,
                        to_min / 60, to_min % 60);
}

static const char *days_text(int first, int last, const struct staff_words *words,
                             struct arena *arena) {
    const char *name = words->text[weekdays[first]];
    if (first == last) {
        return name;
    }
    name = word_fill(words->text[STAFF_DAYS_FROM_TO], "{first}", name, arena);
    return word_fill(name, "{last}", words->text[weekdays[last]], arena);
}

const char *hours_text(const struct hours *hours, const struct staff_words *words,
                       struct arena *arena) {
    const char *text = "";
    for (int first = 0, last = 0; first < HOURS_WEEKDAYS; first = last + 1) {
        struct hours_day day = hours_on(hours, first);
        for (last = first; last + 1 < HOURS_WEEKDAYS && is_same(day, hours_on(hours, last + 1));) {
            last++;
        }
        text = arena_format(arena, "%s%s%s %s", text, first > 0 ? ", " : "",
                            days_text(first, last, words, arena), day_text(day, words, arena));
    }
    return text;
}
