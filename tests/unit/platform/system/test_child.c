// SPDX-License-Identifier: MIT
// A child that says much, and one whose disk hangs: not even a kill ends it before the disk has
// answered, and the screen must not wait for it. The disk is a file with a filesystem in it that is
// frozen, which takes root, loop devices and a mount namespace; where these are missing the test
// says so.
#include <fcntl.h>
#include <sched.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mount.h>
#include <unistd.h>

#include "own_child.h"
#include "platform/system/child.h"
#include "platform/system/clock.h"
#include "unit_test.h"

static char dir[64];

static int run(const char *line) {
    char command[400];
    snprintf(command, sizeof command, "cd %s && (%s) >log 2>&1", dir, line);
    return system(command);
}

static int freeze_disk(void **state) {
    (void)state;
    strcpy(dir, P_tmpdir "/dit-child-XXXXXX");
    assert_non_null(mkdtemp(dir));
    bool is_alone = geteuid() == 0 && unshare(CLONE_NEWNS) == 0 &&
                    mount(NULL, "/", NULL, MS_REC | MS_PRIVATE, NULL) == 0;
    bool is_frozen =
        is_alone && run("truncate -s 32M disk && mkfs.ext4 -qF disk && mkdir on && "
                        "mount -o loop disk on && mkdir on/made && sync && fsfreeze -f on") == 0;
    *state = is_frozen ? dir : NULL;
    return 0;
}

static int thaw_disk(void **state) {
    char command[128];
    if (*state) {
        assert_int_equal(run("fsfreeze -u on"), 0);
        for (int i = 0; i < 100 && run("umount on") != 0; i++) {
            usleep(50000); // the child is still on its way out
        }
    }
    snprintf(command, sizeof command, "rm -rf %s", dir);
    return system(command);
}

static bool say_much(void) {
    char bytes[1000] = {0};
    for (int i = 0; i < 1000; i++) {
        if (write(STDOUT_FILENO, bytes, sizeof bytes) != sizeof bytes) {
            return false;
        }
    }
    return true;
}

OWN_CHILD("write") {
    if (!words[0]) {
        return say_much() ? 0 : 1;
    }
    return write(STDOUT_FILENO, "x", 1) == 1 && open(words[0], O_WRONLY | O_CREAT, 0600) >= 0;
}

UNIT_TEST_WITH(a_child_that_waits_for_its_disk_is_not_waited_for, freeze_disk, thaw_disk,
               const char *disk) {
    struct child child;
    char path[96], byte;
    const char *const words[] = {"write", path, NULL};
    if (!disk) {
        print_message(
            "No disk can be frozen here: root, loop devices or a namespace is missing.\n");
        skip();
    }
    snprintf(path, sizeof path, "%s/on/file", disk);
    assert_true(child_open(&child, words, str_from("")));
    while (child_read(&child, &byte, 1) == 0) {
        usleep(1000);
    }
    assert_false(child_wait(&child, 300)); // it is at the disk by now
    uint64_t start_ms = clock_ms();
    child_close(&child);
    assert_in_range(clock_ms() - start_ms, 0, 60 * 1000); // the disk is frozen for ever
    assert_int_equal(child.pid, 0);
}

UNIT_TEST(everything_it_says_arrives) {
    struct child child;
    const char *const words[] = {"write", NULL};
    char bytes[4096];
    size_t total = 0;
    ssize_t size;
    assert_true(child_open(&child, words, str_from("")));
    while ((size = child_read(&child, bytes, sizeof bytes)) >= 0) {
        total += (size_t)size;
    }
    assert_int_equal(total, 1000 * 1000);
    assert_true(child_wait(&child, 5000));
    child_close(&child);
}
