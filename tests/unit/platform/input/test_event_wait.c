// SPDX-License-Identifier: MIT
// What wakes the kiosk and what does not, with pipes in a folder standing in for the input devices.
// Times are only compared with each other, generously: a test machine is a busy machine.
#include <fcntl.h>
#include <sys/resource.h>

#include "fake_video.h"
#include "own_folder.h"
#include "platform/input/event_wait.h"
#include "platform/system/clock.h"

enum { LONG_MS = 60000 };

struct devices {
    struct own_folder folder;
    const char *device; // in it
    int writer;
};

static void device_make(struct devices *devices) {
    assert_int_equal(mkfifo(devices->device, 0600), 0);
    devices->writer = open(devices->device, O_RDWR | O_NONBLOCK);
    assert_true(devices->writer >= 0);
}

static void device_unmake(struct devices *devices) {
    assert_int_equal(unlink(devices->device), 0);
    close(devices->writer);
}

static void devices_open(struct devices *devices) {
    own_folder_open(&devices->folder);
    devices->device = own_folder_path(&devices->folder, "event0");
}

static void touch_device(const struct devices *devices) {
    assert_int_equal(write(devices->writer, "touched!", 8), 8);
}

static void assert_woken(struct event_wait *event_wait) {
    uint64_t before_ms = clock_ms();
    event_wait_until(event_wait, before_ms + LONG_MS);
    assert_true(clock_ms() < before_ms + LONG_MS / 2);
}

static void assert_asleep(struct event_wait *event_wait, uint64_t sleep_ms) {
    uint64_t before_ms = clock_ms();
    event_wait_until(event_wait, before_ms + sleep_ms);
    assert_true(clock_ms() >= before_ms + sleep_ms - 1);
}

UNIT_TEST(a_sleep_ends_at_its_deadline) {
    struct event_wait event_wait;
    event_wait_open(&event_wait, NULL);
    uint64_t before_ms = clock_ms();
    assert_asleep(&event_wait, 120);
    event_wait_until(&event_wait, before_ms); // a deadline that has passed is no sleep at all
    event_wait_close(&event_wait);
}

UNIT_TEST(a_touch_ends_the_sleep) {
    struct devices devices;
    struct event_wait event_wait;
    devices_open(&devices);
    device_make(&devices);
    event_wait_open_devices(&event_wait, devices.folder.path);
    touch_device(&devices);
    assert_woken(&event_wait);
    assert_false(event_wait.has_changed);
    // What woke it was read: it does not wake it again.
    assert_asleep(&event_wait, 100);
    event_wait_close(&event_wait);
    device_unmake(&devices);
    own_folder_close(&devices.folder);
}

UNIT_TEST(a_panel_that_is_plugged_in_later_wakes_it_too) {
    struct devices devices;
    struct event_wait event_wait;
    devices_open(&devices);
    event_wait_open_devices(&event_wait, devices.folder.path);
    device_make(&devices);
    event_wait_until(&event_wait, clock_ms() + LONG_MS);
    assert_true(event_wait.has_changed);
    assert_int_equal(event_wait.waker_count, 2);
    // SDL learns of it a little later, so for a while the sleeps are short.
    assert_woken(&event_wait);
    touch_device(&devices);
    event_wait_until(&event_wait, clock_ms() + LONG_MS);
    device_unmake(&devices);
    event_wait_until(&event_wait, clock_ms() + LONG_MS);
    assert_true(event_wait.has_changed);
    assert_int_equal(event_wait.waker_count, 1);
    event_wait_close(&event_wait);
    own_folder_close(&devices.folder);
}

UNIT_TEST(without_a_folder_of_devices_it_still_looks) {
    struct event_wait event_wait;
    event_wait_open_devices(&event_wait, "no-such-folder");
    assert_woken(&event_wait);
    event_wait_close(&event_wait);
}

UNIT_TEST(an_event_that_sdl_holds_already_ends_the_sleep_at_once) {
    struct event_wait event_wait;
    event_wait_open(&event_wait, NULL);
    SDL_Event event = {.type = SDL_KEYDOWN};
    assert_int_equal(SDL_PushEvent(&event), 1);
    assert_woken(&event_wait);
    while (SDL_PollEvent(&event)) {
    }
    assert_asleep(&event_wait, 100);
    event_wait_close(&event_wait);
}

UNIT_TEST(a_signal_that_came_before_the_sleep_is_not_slept_through) {
    struct event_wait event_wait;
    event_wait_open(&event_wait, NULL);
    raise(SIGTERM); // held back until the sleep, where SDL turns it into SDL_QUIT
    assert_woken(&event_wait);
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
