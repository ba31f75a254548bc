// SPDX-License-Identifier: MIT
// What wakes the kiosk and what does not, with pipes in a folder standing in for the input devices.
// Times are only compared with each other, generously: a test machine is a busy machine.
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "fake_video.h"
#include "platform/input/event_wait.h"
#include "platform/system/clock.h"

enum { LONG_MS = 60000 };

struct folder {
    char dir[64];
    char device[96];
    int writer;
};

static void device_make(struct folder *folder) {
    assert_int_equal(mkfifo(folder->device, 0600), 0);
    folder->writer = open(folder->device, O_RDWR | O_NONBLOCK);
    assert_true(folder->writer >= 0);
}

static void device_unmake(struct folder *folder) {
    assert_int_equal(unlink(folder->device), 0);
    close(folder->writer);
}

static void folder_make(struct folder *folder) {
    snprintf(folder->dir, sizeof folder->dir, "input-XXXXXX");
    assert_non_null(mkdtemp(folder->dir));
    snprintf(folder->device, sizeof folder->device, "%s/event0", folder->dir);
}

static void touch_device(const struct folder *folder) {
    assert_int_equal(write(folder->writer, "touched!", 8), 8);
}

UNIT_TEST(a_sleep_ends_at_its_deadline) {
    struct event_wait event_wait;
    event_wait_open(&event_wait, NULL);
    uint64_t before_ms = clock_ms();
    event_wait_until(&event_wait, before_ms + 120);
    assert_true(clock_ms() >= before_ms + 119);
    event_wait_until(&event_wait, before_ms); // a deadline that has passed is no sleep at all
    event_wait_close(&event_wait);
}

UNIT_TEST(a_touch_ends_the_sleep) {
    struct folder folder;
    struct event_wait event_wait;
    folder_make(&folder);
    device_make(&folder);
    event_wait_open_devices(&event_wait, folder.dir);
    touch_device(&folder);
    uint64_t before_ms = clock_ms();
    event_wait_until(&event_wait, before_ms + LONG_MS);
    assert_true(clock_ms() < before_ms + LONG_MS / 2);
    assert_false(event_wait.has_changed);
    // What woke it was read: it does not wake it again.
    before_ms = clock_ms();
    event_wait_until(&event_wait, before_ms + 100);
    assert_true(clock_ms() >= before_ms + 99);
    event_wait_close(&event_wait);
    device_unmake(&folder);
    rmdir(folder.dir);
}

UNIT_TEST(a_panel_that_is_plugged_in_later_wakes_it_too) {
    struct folder folder;
    struct event_wait event_wait;
    folder_make(&folder);
    event_wait_open_devices(&event_wait, folder.dir);
    device_make(&folder);
    event_wait_until(&event_wait, clock_ms() + LONG_MS);
    assert_true(event_wait.has_changed);
    assert_int_equal(event_wait.waker_count, 2);
    // SDL learns of it a little later, so for a while the sleeps are short.
    uint64_t before_ms = clock_ms();
    event_wait_until(&event_wait, before_ms + LONG_MS);
    assert_true(clock_ms() < before_ms + LONG_MS / 2);
    touch_device(&folder);
    event_wait_until(&event_wait, clock_ms() + LONG_MS);
    device_unmake(&folder);
    event_wait_until(&event_wait, clock_ms() + LONG_MS);
    assert_true(event_wait.has_changed);
    assert_int_equal(event_wait.waker_count, 1);
    event_wait_close(&event_wait);
    rmdir(folder.dir);
}

UNIT_TEST(without_a_folder_of_devices_it_still_looks) {
    struct event_wait event_wait;
    event_wait_open_devices(&event_wait, "no-such-folder");
    uint64_t before_ms = clock_ms();
    event_wait_until(&event_wait, before_ms + LONG_MS);
    assert_true(clock_ms() < before_ms + LONG_MS / 2);
    event_wait_close(&event_wait);
}

UNIT_TEST(an_event_that_sdl_holds_already_ends_the_sleep_at_once) {
    struct event_wait event_wait;
    event_wait_open(&event_wait, NULL);
    SDL_Event event = {.type = SDL_KEYDOWN};
    assert_int_equal(SDL_PushEvent(&event), 1);
    uint64_t before_ms = clock_ms();
    event_wait_until(&event_wait, before_ms + LONG_MS);
    assert_true(clock_ms() < before_ms + LONG_MS / 2);
    while (SDL_PollEvent(&event)) {
    }
    before_ms = clock_ms();
    event_wait_until(&event_wait, before_ms + 100);
    assert_true(clock_ms() >= before_ms + 99);
    event_wait_close(&event_wait);
}

UNIT_TEST(a_signal_that_came_before_the_sleep_is_not_slept_through) {
    struct event_wait event_wait;
    event_wait_open(&event_wait, NULL);
    raise(SIGTERM); // held back until the sleep, where SDL turns it into SDL_QUIT
    uint64_t before_ms = clock_ms();
    event_wait_until(&event_wait, before_ms + LONG_MS);
    assert_true(clock_ms() < before_ms + LONG_MS / 2);
    SDL_Event event;
    bool has_quit = false;
    while (SDL_PollEvent(&event)) {
        has_quit = has_quit || event.type == SDL_QUIT;
    }
    assert_true(has_quit);
    event_wait_close(&event_wait);
}

// The reason for all this: SDL's own wait looks a thousand times a second.
UNIT_TEST(half_a_second_of_sleep_is_one_sleep) {
    struct event_wait event_wait;
    struct rusage before, after;
    event_wait_open(&event_wait, NULL);
    getrusage(RUSAGE_SELF, &before);
    event_wait_until(&event_wait, clock_ms() + 500);
    getrusage(RUSAGE_SELF, &after);
    assert_in_range(after.ru_nvcsw - before.ru_nvcsw, 0, 5);
    event_wait_close(&event_wait);
}
