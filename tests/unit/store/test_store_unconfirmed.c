// SPDX-License-Identifier: MIT
// A disk that takes a name and then does not say that it has it. What the store answers has to be
// what whoever looks into it sees. The system calls are the test's own, in place of libc's: each of
// them fails from the n-th on.
#include "store_room.h"

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

int unlinkat(int folder, const char *name, int flags) {
    return fails(&removals) ? -1 : (int)syscall(SYS_unlinkat, folder, name, flags);
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

static const char *shown(struct room *room) {
    return words_behind(room, "current");
}

// What people do next works as if nothing had been. It ends where it began.
static void go_on(struct room *room) {
    char before[10];
    heal();
    snprintf(before, sizeof before, "%s", shown(room));
    commit(room, "next");
    assert_string_equal(shown(room), "next");
    roll_back(room);
    assert_string_equal(shown(room), before);
}

static void show_what_came_with_the_program(struct room *room) {
    static const char *const pointers[] = {"store/current", "store/previous"};
    for (int i = 0; i < COUNT_OF(pointers); i++) {
        const char *path = content_path(&room->folder, pointers[i]);
        assert_int_equal(disk_remove((struct disk_place){FILE_FROM_HERE, path}), FILE_OK);
    }
    assert_string_equal(shown(room), "");
}

// The disk fails at the n-th call of a commit, once or from then on.
static void commit_on(struct room *room, struct countdown *calls, struct countdown fault) {
    char before[10];
    snprintf(before, sizeof before, "%s", shown(room));
    compositor(room, "new");
    *calls = fault;
    enum file_fault answer = store_commit(&room->store);
    store_close(&room->store);
    assert_string_equal(shown(room), answer == FILE_OK ? "new" : before);
    go_on(room);
}

UNIT_TEST(the_answer_to_a_commit_is_what_is_shown_wherever_the_disk_fails) {
    struct room *room = *state;
    struct countdown *const calls[] = {&syncs, &renames, &removals};
    for (int kind = 0; kind < COUNT_OF(calls); kind++) {
        for (int good = 0; good < 8; good++) {
            for (int turn = 0; turn < 4; turn++) {
                if (turn < 2) {
                    commit(room, "old");
                } else {
                    show_what_came_with_the_program(room);
                }
                commit_on(room, calls[kind], (struct countdown){good, turn % 2 ? 1 : NEVER});
            }
        }
    }
}

UNIT_TEST(the_answer_to_a_rollback_is_what_is_shown_wherever_the_disk_fails) {
    struct room *room = *state;
    struct countdown *const calls[] = {&syncs, &renames, &removals};
    for (int kind = 0; kind < COUNT_OF(calls); kind++) {
        for (int good = 0; good < 8; good++) {
            char before[10];
            snprintf(before, sizeof before, "%d-%d", kind, good);
            commit(room, before);
            *calls[kind] = (struct countdown){good, NEVER};
            enum file_fault answer = store_roll_back(room->dir);
            assert_int_equal(strcmp(shown(room), before) != 0, answer == FILE_OK);
            go_on(room);
        }
    }
}

int main(void) {
    return unit_tests_run(setup_healed, teardown_healed);
}
