// SPDX-License-Identifier: MIT
// A stick comes, goes, and is exchanged for another between two looks. First the place is a folder,
// as in a demonstration; then it is a real mount, in a mount namespace of the test's own, which
// takes root: where that is missing the test says so.
#include <fcntl.h>
#include <poll.h>

#include "heard.h"
#include "own_folder.h"
#include "own_machine.h"
#include "platform/input/stick_watch.h"

struct stick_room {
    struct own_folder folder;
    const char *stick; // in it
    struct stick_watch watch;
};

static int setup(void **state) {
    struct stick_room *room = calloc(1, sizeof *room);
    assert_non_null(room);
    own_folder_open(&room->folder);
    room->stick = own_folder_path(&room->folder, "stick");
    stick_watch_open(&room->watch, room->stick);
    *state = room;
    return 0;
}

static int teardown(void **state) {
    struct stick_room *room = *state;
    stick_watch_close(&room->watch);
    own_folder_close(&room->folder);
    free(room);
    return 0;
}

#define TEST(name) UNIT_TEST_WITH(name, setup, teardown, struct stick_room *room)

static void plug_in(struct stick_room *room) {
    assert_int_equal(mkdir(room->stick, 0755), 0);
}

static void pull_out(struct stick_room *room) {
    assert_int_equal(rmdir(room->stick), 0);
}

static void assert_news(struct stick_room *room, enum stick_news event) {
    assert_int_equal(stick_watch_step(&room->watch), event);
}

static bool is_woken(const struct stick_room *room) {
    struct pollfd wakers[] = {{.fd = room->watch.folder, .events = POLLIN},
                              {.fd = room->watch.mounts, .events = POLLPRI}};
    return poll(wakers, 2, 0) > 0;
}

TEST(a_stick_comes_and_goes) {
    assert_news(room, STICK_SAME);
    assert_false(is_woken(room));
    for (int i = 0; i < 3; i++) {
        plug_in(room);
        assert_true(is_woken(room));
        assert_news(room, STICK_IN);
        assert_news(room, STICK_SAME);
        assert_false(is_woken(room));
        pull_out(room);
        assert_true(is_woken(room));
        assert_news(room, STICK_OUT);
        assert_news(room, STICK_SAME);
    }
}

TEST(a_stick_that_is_in_at_the_start_is_news) {
    plug_in(room);
    stick_watch_close(&room->watch);
    stick_watch_open(&room->watch, room->stick);
    assert_news(room, STICK_IN);
}

TEST(a_stick_that_came_and_went_between_two_looks_is_none) {
    plug_in(room);
    pull_out(room);
    assert_true(is_woken(room));
    assert_news(room, STICK_SAME);
    assert_false(is_woken(room));
}

TEST(another_stick_is_out_and_in) {
    plug_in(room);
    assert_news(room, STICK_IN);
    for (int i = 0; i < 10; i++) { // a folder may get the number of the one before it
        pull_out(room);
        plug_in(room);
        assert_news(room, STICK_OUT);
        assert_news(room, STICK_IN);
        assert_news(room, STICK_SAME);
    }
}

TEST(what_happens_on_the_stick_is_not_looked_at) {
    plug_in(room);
    assert_news(room, STICK_IN);
    const char *file = own_folder_path(&room->folder, "stick/kiosk");
    assert_int_equal(mkdir(file, 0755), 0);
    assert_int_equal(chmod(room->stick, 0700), 0);
    assert_false(is_woken(room));
    assert_news(room, STICK_SAME);
    assert_int_equal(rmdir(file), 0);
    assert_news(room, STICK_SAME);
}

TEST(what_is_no_folder_is_no_stick) {
    int file = open(room->stick, O_WRONLY | O_CREAT, 0600);
    assert_true(file >= 0);
    close(file);
    assert_news(room, STICK_SAME);
    assert_int_equal(unlink(room->stick), 0);
    assert_int_equal(mkfifo(room->stick, 0600), 0);
    assert_news(room, STICK_SAME);
    assert_int_equal(unlink(room->stick), 0);
    assert_int_equal(symlink("/no/such/place", room->stick), 0);
    assert_news(room, STICK_SAME);
}

TEST(without_a_place_there_is_never_a_stick) {
    struct stick_watch watch;
    if (access(STICK_INSTALLED_PATH, F_OK) == 0) {
        skip(); // this is the appliance itself
    }
    stick_watch_open(&watch, NULL);
    assert_null(watch.path);
    assert_int_equal(watch.folder, -1);
    assert_int_equal(watch.mounts, -1);
    assert_int_equal(stick_watch_step(&watch), STICK_SAME);
    stick_watch_close(&watch);
}

TEST(a_place_nowhere_is_said_in_the_log) {
    struct stick_watch watch;
    struct heard heard;
    heard_begin(&heard);
    stick_watch_open(&watch, "/no/such/folder/stick");
    assert_int_equal(heard_end(&heard), 1);
    assert_int_equal(stick_watch_step(&watch), STICK_SAME);
    stick_watch_close(&watch);
}

// A /run of its own, with the place where the appliance mounts sticks.
static void start_appliance(struct stick_room *room) {
    enter_own_machine("/run");
    assert_int_equal(mkdir("/run/dit-kiosk", 0755), 0);
    assert_int_equal(mkdir(STICK_INSTALLED_PATH, 0755), 0);
    stick_watch_close(&room->watch);
    stick_watch_open(&room->watch, NULL);
}

TEST(on_the_appliance_a_folder_says_that_a_stick_is_in_and_a_mount_that_it_can_be_read) {
    start_appliance(room);
    assert_string_equal(room->watch.path, STICK_INSTALLED_PATH);
    assert_news(room, STICK_SAME); // the folder for the mount alone
    for (int i = 0; i < 5; i++) {
        assert_int_equal(mkdir(STICK_SIGN_PATH, 0755), 0);
        assert_true(is_woken(room));
        assert_news(room, STICK_IN);
        assert_news(room, STICK_SAME);
        assert_false(is_woken(room));
        assert_false(stick_watch_is_ready(&room->watch));
        assert_int_equal(mount("stick", STICK_INSTALLED_PATH, "tmpfs", MS_RDONLY, NULL), 0);
        assert_true(is_woken(room));
        assert_true(stick_watch_is_ready(&room->watch));
        assert_news(room, STICK_SAME);
        assert_false(stick_watch_is_bad(&room->watch));
        // Staff have left.
        assert_int_equal(umount2(STICK_INSTALLED_PATH, MNT_DETACH), 0);
        assert_false(stick_watch_is_ready(&room->watch));
        assert_news(room, STICK_SAME);
        assert_int_equal(rmdir(STICK_SIGN_PATH), 0);
        assert_true(is_woken(room));
        assert_news(room, STICK_OUT);
        assert_news(room, STICK_SAME);
    }
}

TEST(on_the_appliance_another_folder_is_another_stick) {
    start_appliance(room);
    assert_int_equal(mkdir(STICK_SIGN_PATH, 0755), 0);
    assert_news(room, STICK_IN);
    for (int i = 0; i < 5; i++) {
        assert_int_equal(rmdir(STICK_SIGN_PATH), 0);
        assert_int_equal(mkdir(STICK_SIGN_PATH, 0755), 0);
        assert_news(room, STICK_OUT);
        assert_news(room, STICK_IN);
        assert_news(room, STICK_SAME);
    }
}

TEST(on_the_appliance_one_that_cannot_be_mounted_is_said) {
    start_appliance(room);
    assert_int_equal(mkdir(STICK_BAD_PATH, 0755), 0);
    assert_true(is_woken(room));
    assert_true(stick_watch_is_bad(&room->watch));
    assert_news(room, STICK_SAME);
}
