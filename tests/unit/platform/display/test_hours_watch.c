// SPDX-License-Identifier: MIT
// Opening hours by a clock that is trusted or not, through both changes of summer time, and the
// lamps of the screen, which are left on whatever happens.
#include <sys/timex.h>
#include <time.h>

#include "own_folder.h"
#include "own_machine.h"
#include "platform/display/hours_watch.h"

// As tzset(3) writes Europe/London, so that no database of time zones is needed.
#define LONDON "GMT0BST,M3.5.0/1,M10.5.0"

// In place of the C library's: the clock on the wall, and whether a network keeps it.
static time_t wall_s;
static bool is_clock_kept;

time_t time(time_t *out) {
    if (out) {
        *out = wall_s;
    }
    return wall_s;
}

int adjtimex(struct timex *about) {
    about->status = is_clock_kept ? 0 : STA_UNSYNC;
    return is_clock_kept ? TIME_OK : TIME_ERROR;
}

struct lamps_room {
    struct own_folder lamps;
    struct hours hours;
    struct hours_watch hours_watch;
    uint64_t now_ms;
};

static int setup(void **state) {
    struct lamps_room *room = calloc(1, sizeof *room);
    assert_non_null(room);
    own_folder_open(&room->lamps);
    room->hours = (struct hours){.every_day = {true, 8 * 60, 19 * 60}};
    room->hours.weekdays[6].is_own = true; // closed on Sundays
    room->now_ms = 5000;
    is_clock_kept = true;
    setenv("TZ", LONDON, 1);
    tzset();
    *state = room;
    return 0;
}

static int teardown(void **state) {
    struct lamps_room *room = *state;
    own_folder_close(&room->lamps);
    free(room);
    return 0;
}

#define TEST(name) UNIT_TEST_WITH(name, setup, teardown, struct lamps_room *room)

static void set_wall(int month, int day, int hour, int minute) {
    struct tm local = {.tm_year = 126,
                       .tm_mon = month - 1,
                       .tm_mday = day,
                       .tm_hour = hour,
                       .tm_min = minute,
                       .tm_isdst = -1};
    wall_s = mktime(&local);
}

static bool open_now(struct lamps_room *room) {
    hours_watch_open(&room->hours_watch, &room->hours, room->lamps.path);
    assert_true(room->hours_watch.is_open);
    bool has_changed = hours_watch_step(&room->hours_watch, room->now_ms);
    assert_int_equal(has_changed, !room->hours_watch.is_open);
    return room->hours_watch.is_open;
}

// Sleeps from look to look until the answer is another; returns how many looks that took.
static int wait_until_change(struct lamps_room *room) {
    for (int looks = 1;; looks++) {
        uint64_t due_ms = room->hours_watch.due_ms;
        assert_true(due_ms > room->now_ms && due_ms - room->now_ms <= 3600 * 1000);
        wall_s += (time_t)(due_ms - room->now_ms) / 1000;
        room->now_ms = due_ms;
        if (hours_watch_step(&room->hours_watch, room->now_ms)) {
            return looks;
        }
    }
}

static void assert_wall(int hour, int minute) {
    struct tm local;
    assert_non_null(localtime_r(&wall_s, &local));
    assert_int_equal(local.tm_hour, hour);
    assert_int_equal(local.tm_min, minute);
    assert_int_equal(local.tm_sec, 0);
}

TEST(it_turns_on_the_minute_and_looks_once_an_hour) {
    set_wall(3, 2, 18, 20); // a Monday
    wall_s += 41;
    assert_true(open_now(room));
    assert_int_equal(wait_until_change(room), 1);
    assert_false(room->hours_watch.is_open);
    assert_wall(19, 0);
    assert_int_equal(wait_until_change(room), 13);
    assert_true(room->hours_watch.is_open);
    assert_wall(8, 0);
}

TEST(both_changes_of_summer_time_are_followed) {
    static const struct {
        int month, day, hours_dark; // from Saturday 19:00 to Monday 08:00
    } nights[] = {{3, 28, 36}, {10, 24, 38}, {6, 6, 37}};
    for (int i = 0; i < COUNT_OF(nights); i++) {
        set_wall(nights[i].month, nights[i].day, 19, 0);
        assert_false(open_now(room));
        assert_int_equal(wait_until_change(room), nights[i].hours_dark);
        assert_wall(8, 0);
    }
}

TEST(without_a_clock_it_is_open_until_there_is_one) {
    is_clock_kept = false;
    set_wall(3, 2, 3, 0);
    if (access("/sys/class/rtc/rtc0/hctosys", R_OK) == 0) {
        skip(); // this machine has a battery
    }
    assert_true(open_now(room));
    is_clock_kept = true;
    assert_int_equal(wait_until_change(room), 1);
    assert_false(room->hours_watch.is_open);
    is_clock_kept = false;
    assert_int_equal(wait_until_change(room), 1);
    assert_true(room->hours_watch.is_open);
}

TEST(a_clock_from_before_the_program_is_none) {
    wall_s = 3 * 60 * 60; // 1970, as a box without a battery starts
    assert_true(open_now(room));
}

TEST(a_clock_with_a_battery_is_trusted_and_one_whose_battery_is_flat_is_not) {
    static const struct {
        const char *hctosys, *since_epoch;
        bool is_trusted;
    } clocks[] = {
        {"1\n", "1772420400\n", true}, // the time on the wall
        {"0\n", "1772420400\n", false},
        {"1\n", "86400\n", false}, // the second day of 1970, and the system guessed better
        {"1\n", "", false},
    };
    struct own_folder rtc = {.path = "/sys/class/rtc/rtc0"};
    enter_own_machine("/sys");
    is_clock_kept = false;
    set_wall(3, 2, 3, 0);
    assert_true(open_now(room));
    for (int i = 0; i < COUNT_OF(clocks); i++) {
        own_folder_put_text(&rtc, "hctosys", clocks[i].hctosys);
        own_folder_put_text(&rtc, "since_epoch", clocks[i].since_epoch);
        assert_int_equal(open_now(room), !clocks[i].is_trusted);
    }
    arena_finish(&rtc.arena);
}

TEST(without_hours_no_clock_is_asked) {
    room->hours = (struct hours){0};
    assert_true(open_now(room));
    assert_true(room->hours_watch.due_ms == UINT64_MAX);
}

static char first_letter(struct lamps_room *room, const char *name) {
    return own_folder_bytes(&room->lamps, name).at[0];
}

TEST(every_lamp_goes_off_and_on) {
    own_folder_put_text(&room->lamps, "one/bl_power", "4"); // as a run that was killed left it
    own_folder_put_text(&room->lamps, "two/bl_power", "0");
    hours_watch_open(&room->hours_watch, &room->hours, room->lamps.path);
    assert_int_equal(first_letter(room, "one/bl_power"), '0');
    hours_watch_light(&room->hours_watch, false);
    assert_int_equal(first_letter(room, "one/bl_power"), '4');
    assert_int_equal(first_letter(room, "two/bl_power"), '4');
    hours_watch_light(&room->hours_watch, true);
    assert_int_equal(first_letter(room, "one/bl_power"), '0');
    hours_watch_light(&room->hours_watch, false);
    hours_watch_light(&room->hours_watch, true);
    assert_int_equal(first_letter(room, "one/bl_power"), '0');
    assert_int_equal(first_letter(room, "two/bl_power"), '0');
}

TEST(a_lamp_is_written_when_it_changes_and_not_else) {
    own_folder_put_text(&room->lamps, "one/bl_power", "0");
    hours_watch_open(&room->hours_watch, &room->hours, room->lamps.path);
    own_folder_put_text(&room->lamps, "one/bl_power", "7");
    hours_watch_light(&room->hours_watch, true);
    hours_watch_light(&room->hours_watch, true);
    assert_int_equal(first_letter(room, "one/bl_power"), '7');
}

TEST(where_there_is_no_lamp_nothing_happens) {
    hours_watch_open(&room->hours_watch, &room->hours, own_folder_path(&room->lamps, "missing"));
    hours_watch_light(&room->hours_watch, false);
    assert_int_equal(mkdir(own_folder_path(&room->lamps, "empty"), 0700), 0);
    own_folder_put_text(&room->lamps, "file", "x");
    hours_watch_open(&room->hours_watch, &room->hours, room->lamps.path);
    hours_watch_light(&room->hours_watch, false);
    hours_watch_light(&room->hours_watch, true);
    assert_int_not_equal(access(own_folder_path(&room->lamps, "empty/bl_power"), F_OK), 0);
    assert_int_equal(first_letter(room, "file"), 'x');
}
