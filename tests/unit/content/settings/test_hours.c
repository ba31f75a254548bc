// SPDX-License-Identifier: MIT
// Opening hours: how a line of device.ini is read, which minute of the week is open, when to look
// again, and a whole year of London time, both changes of the clocks included.
#include "complaints.h"
#include "content/settings/device.h"
#include "content/settings/hours.h"

#include <stdlib.h>
#include <time.h>

// As tzset(3) writes Europe/London, so that no database of time zones is needed.
#define LONDON "GMT0BST,M3.5.0/1,M10.5.0"

enum { MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY, SUNDAY };

static struct device device;

static const struct hours *load(const char *lines) {
    findings = (struct findings){.arena = &arena};
    device = (struct device){0};
    device_load(&device, str_from(arena_format(&arena, "[hours]\n%s", lines)), "device.ini",
                &findings);
    return &device.hours;
}

static const struct hours *load_good(const char *lines) {
    const struct hours *hours = load(lines);
    assert_int_equal(findings.count, 0);
    return hours;
}

static int at(int weekday, int hour, int minute) {
    return weekday * HOURS_DAY_MIN + hour * 60 + minute;
}

static const char surgery[] = "every_day = 07:30-19:00\ntuesday = 07:30-20:30\n"
                              "saturday = 09:00-13:00\nsunday = closed\n";

TEST(without_a_line_it_is_always_open) {
    const struct hours *hours = load_good("");
    assert_false(hours_are_limited(hours));
    assert_false(hours_are_never(hours));
    for (int minute = 0; minute < HOURS_WEEK_MIN; minute++) {
        assert_true(hours_are_open(hours, minute));
        assert_int_equal(hours_until_look(hours, minute), 60 - minute % 60);
    }
}

TEST(it_opens_and_closes_on_the_minute) {
    const struct hours *hours = load_good(surgery);
    static const struct {
        int weekday, hour, minute;
        bool is_open;
    } cases[] = {
        {MONDAY, 7, 29, false},    {MONDAY, 7, 30, true},    {MONDAY, 18, 59, true},
        {MONDAY, 19, 0, false},    {TUESDAY, 20, 29, true},  {TUESDAY, 20, 30, false},
        {WEDNESDAY, 20, 0, false}, {SATURDAY, 8, 59, false}, {SATURDAY, 9, 0, true},
        {SATURDAY, 13, 0, false},  {SUNDAY, 12, 0, false},   {MONDAY, 0, 0, false},
    };
    assert_true(hours_are_limited(hours));
    for (int i = 0; i < COUNT_OF(cases); i++) {
        int week_min = at(cases[i].weekday, cases[i].hour, cases[i].minute);
        assert_int_equal(hours_are_open(hours, week_min), cases[i].is_open);
    }
}

TEST(a_span_past_midnight_belongs_to_the_day_it_begins) {
    const struct hours *hours =
        load_good("every_day = closed\nsunday = 22:00-06:00\nmonday = 05:00-07:00\n");
    assert_false(hours_are_open(hours, at(SUNDAY, 21, 59)));
    assert_true(hours_are_open(hours, at(SUNDAY, 22, 0)));
    assert_true(hours_are_open(hours, at(MONDAY, 0, 0))); // the week comes round
    assert_true(hours_are_open(hours, at(MONDAY, 6, 30)));
    assert_false(hours_are_open(hours, at(MONDAY, 7, 0)));
    assert_false(hours_are_open(hours, at(TUESDAY, 1, 0)));
}

TEST(midnight_can_be_written_at_both_ends) {
    const struct hours *hours = load_good("every_day = 00:00-12:00\nmonday = 12:00-24:00\n"
                                          "friday = 13:00-00:00\nsunday = 0:00-24:00\n");
    assert_true(hours_are_open(hours, at(MONDAY, 23, 59)));
    assert_true(hours_are_open(hours, at(TUESDAY, 0, 0)));
    assert_true(hours_are_open(hours, at(SATURDAY, 0, 0)));
    assert_true(hours_are_open(hours, at(SUNDAY, 23, 59)));
    assert_false(hours_are_open(hours, at(MONDAY, 0, 0)));
}

TEST(the_next_look_is_where_the_answer_turns_or_at_the_full_hour) {
    const struct hours *hours = load_good(surgery);
    for (int minute = 0; minute < HOURS_WEEK_MIN; minute++) {
        int wait = 1;
        while (hours_are_open(hours, (minute + wait) % HOURS_WEEK_MIN) ==
               hours_are_open(hours, minute)) {
            wait++;
        }
        int hour = 60 - minute % 60;
        assert_int_equal(hours_until_look(hours, minute), wait < hour ? wait : hour);
    }
}

// As the shell does: look, sleep until the next look, look again. Every second of the year is open
// or not as the clock on the wall says.
TEST(a_year_in_london_follows_the_clock_on_the_wall) {
    const struct hours *hours =
        load_good("every_day = 01:30-19:00\nsunday = 02:15-13:00\nmonday = closed\n");
    setenv("TZ", LONDON, 1);
    tzset();
    time_t now = 1767225607; // 2026-01-01 00:00:07
    time_t end = now + (time_t)366 * 24 * 60 * 60;
    long looks = 0;
    while (now < end) {
        struct tm local;
        assert_non_null(localtime_r(&now, &local));
        int week_min = at((local.tm_wday + 6) % 7, local.tm_hour, local.tm_min);
        bool is_open = hours_are_open(hours, week_min);
        time_t next = now + hours_until_look(hours, week_min) * 60 - local.tm_sec;
        for (time_t second = now; second < next; second += 60) {
            assert_non_null(localtime_r(&second, &local));
            week_min = at((local.tm_wday + 6) % 7, local.tm_hour, local.tm_min);
            assert_int_equal(hours_are_open(hours, week_min), is_open);
        }
        now = next;
        looks++;
    }
    assert_in_range(looks, 365 * 24, 365 * 26 + 48);
}

TEST(what_a_person_may_write_is_read) {
    static const struct {
        const char *text;
        int from_min, to_min;
    } cases[] = {
        {"08:00-18:30", 480, 1110},   {"8:00-18:30", 480, 1110},  {"8.00 - 18.30", 480, 1110},
        {"08:00 – 18:30", 480, 1110}, {"08:00—18:30", 480, 1110}, {"18:00-02:00", 1080, 1560},
        {"00:00-24:00", 0, 1440},     {"07:05-07:06", 425, 426},  {"Closed", 0, 0},
        {"ALWAYS", 0, 1440},
    };
    for (int i = 0; i < COUNT_OF(cases); i++) {
        struct hours_day day;
        assert_true(hours_parse(&day, cases[i].text));
        assert_true(day.is_own);
        assert_int_equal(day.from_min, cases[i].from_min);
        assert_int_equal(day.to_min, cases[i].to_min);
    }
}

TEST(a_wrong_line_is_said_and_the_screen_stays_on) {
    static const char *const lines[] = {
        "every_day = 9-5",           "every_day = 9am-5pm",
        "every_day = 08:00",         "every_day = 08:00-",
        "every_day = 08:00-8:00",    "every_day = 24:00-08:00",
        "every_day = 08:60-18:00",   "every_day = 08:00-24:01",
        "every_day = 08:0-18:00",    "every_day = 008:00-18:00",
        "every_day = 08:00-18:00x",  "every_day = 08:00-18:00 20:00",
        "every_day = -08:00--18:00", "every_day =",
        "every_day = same",          "every_day = closed",
        "saturday = open",           "saterday = 09:00-13:00",
        "weekend = closed",
    };
    for (int i = 0; i < COUNT_OF(lines); i++) {
        const struct hours *hours = load(arena_format(&arena, "%s\n%s\n", lines[i],
                                                      "sunday = closed\nmonday = closed\n"
                                                      "tuesday=closed\nwednesday = closed\n"
                                                      "thursday=closed\nfriday = closed\n"));
        bool is_all_closed = strcmp(lines[i], "every_day = closed") == 0;
        if (findings.error_count != 1 || findings.list[0].line != 2) {
            fail_msg("“%s” gave %d errors", lines[i], findings.error_count);
        }
        assert_true(findings.list[0].todo[0]);
        assert_int_equal(strstr(findings.list[0].what, "every day") != NULL, is_all_closed);
        assert_false(hours_are_limited(hours));
    }
}

TEST(an_afternoon_as_on_a_clock_with_hands_is_said_with_what_was_meant) {
    static const char *const cases[][2] = {
        {"9:00-5:00", "Did you mean 09:00-17:00?"},
        {"08.30-6.30", "Did you mean 08:30-18:30?"},
        {"9:00-1:00", "Did you mean 09:00-13:00?"},
    };
    for (int i = 0; i < COUNT_OF(cases); i++) {
        load(arena_format(&arena, "every_day = %s\n", cases[i][0]));
        assert_int_equal(findings.count, 1);
        assert_non_null(strstr(findings.list[0].what, "ends before it begins."));
        assert_string_equal(findings.list[0].todo, cases[i][1]);
    }
}

TEST(a_fault_elsewhere_in_the_file_leaves_it_on_too) {
    assert_false(hours_are_limited(load("sunday = closed\n[screen]\nrotate = 45\n")));
    assert_false(hours_are_limited(load("sunday = closed\nsunday = closed\n")));
}
