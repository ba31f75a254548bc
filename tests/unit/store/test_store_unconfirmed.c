// SPDX-License-Identifier: MIT
// A disk that takes a name and then does not say that it has it. What the store answers has to be
// what whoever looks into it sees. The system calls are the test's own, in place of libc's: each of
// them fails from the n-th on.
#include "store_generations.h"

#include <errno.h>
#include <sys/syscall.h>

enum { NEVER = 1000 };

struct countdown {
    int good; // calls that succeed before the first that does not
    int bad;  // calls that fail then
};

static struct countdown syncs, renames, removals;

static bool fails(struct countdown *countdown) {
    if (countdown->good > 0) {
        countdown->good--;
        return false;
    }
    errno = EIO;
    return countdown->bad-- > 0;
}

int fsync(int descriptor) {
    return fails(&syncs) ? -1 : (int)syscall(SYS_fsync, descriptor);
}

int renameat(int from_folder, const char *from, int to_folder, const char *to) {
    return fails(&renames) ? -1 : (int)syscall(SYS_renameat2, from_folder, from, to_folder, to, 0u);
}

int unlinkat(int parent, const char *name, int flags) {
    return fails(&removals) ? -1 : (int)syscall(SYS_unlinkat, parent, name, flags);
}

static void heal(void) {
    syncs = renames = removals = (struct countdown){.good = NEVER};
}

static int setup_healed(void **state) {
    heal();
    return setup(state);
}

static int teardown_healed(void **state) {
    heal();
    return teardown(state);
}

#define DISK_TEST(name) UNIT_TEST_WITH(name, setup_healed, teardown_healed, void *nothing)

static const char *shown(void) {
    return words_behind("current");
}

// What people do next works as if nothing had been. It ends where it began.
static void go_on(void) {
    char before[10];
    heal();
    snprintf(before, sizeof before, "%s", shown());
    commit("next");
    assert_string_equal(shown(), "next");
    roll_back();
    assert_string_equal(shown(), before);
}

static void show_what_came_with_the_program(void) {
    static const char *const pointers[] = {"store/current", "store/previous"};
    for (int i = 0; i < COUNT_OF(pointers); i++) {
        const char *path = content_path(&folder, pointers[i]);
        assert_int_equal(disk_remove((struct disk_place){FILE_FROM_HERE, path}), FILE_OK);
    }
    assert_string_equal(shown(), "");
}

// The disk fails at the n-th call of a commit, once or from then on.
static void commit_on(struct countdown *calls, struct countdown fault) {
    char before[10];
    snprintf(before, sizeof before, "%s", shown());
    stage("new");
    *calls = fault;
    enum file_fault answer = commit_staged();
    store_close(&store);
    assert_string_equal(shown(), answer == FILE_OK ? "new" : before);
    go_on();
}

DISK_TEST(the_answer_to_a_commit_is_what_is_shown_wherever_the_disk_fails) {
    struct countdown *const calls[] = {&syncs, &renames, &removals};
    for (int kind = 0; kind < COUNT_OF(calls); kind++) {
        for (int good = 0; good < 8; good++) {
            for (int turn = 0; turn < 4; turn++) {
                if (turn < 2) {
                    commit("old");
                } else {
                    show_what_came_with_the_program();
                }
                commit_on(calls[kind], (struct countdown){good, turn % 2 ? 1 : NEVER});
            }
        }
    }
}

DISK_TEST(the_answer_to_a_rollback_is_what_is_shown_wherever_the_disk_fails) {
    struct countdown *const calls[] = {&syncs, &renames, &removals};
    for (int kind = 0; kind < COUNT_OF(calls); kind++) {
        for (int good = 0; good < 8; good++) {
            char before[10];
            snprintf(before, sizeof before, "%d-%d", kind, good);
            commit(before);
            *calls[kind] = (struct countdown){good, NEVER};
            enum file_fault answer = store_roll_back(store_dir, store_earlier(store_dir));
            assert_int_equal(strcmp(shown(), before) != 0, answer == FILE_OK);
            go_on();
        }
    }
}

// A card that takes a second for each would else keep the screen from everything else for as long.
DISK_TEST(no_step_of_a_commit_waits_for_the_disk_more_than_twice) {
    commit("old");
    stage("new");
    for (int last = syncs.good; !store.is_committed; last = syncs.good) {
        assert_int_equal(store_commit_step(&store), FILE_OK);
        assert_in_range(last - syncs.good, 0, 2);
    }
    store_close(&store);
    assert_string_equal(shown(), "new");
}
