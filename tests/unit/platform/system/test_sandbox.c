// SPDX-License-Identifier: MIT
// A child in its sandbox tries what a stranger's program would try. Each attempt is one function;
// what it answers is whether it got through.
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/syscall.h>

#include "own_folder.h"
#include "platform/system/child.h"
#include "platform/system/clock.h"

struct sandbox_room {
    struct own_folder outside;
    int inside; // an open folder that the child may fill
    const char *passphrase;
};

static int setup(void **state) {
    struct sandbox_room *room = calloc(1, sizeof *room);
    assert_non_null(room);
    own_folder_open(&room->outside);
    own_folder_put_text(&room->outside, "secret", "secret");
    room->passphrase = own_folder_path(&room->outside, "secret");
    const struct disk_place inside = {FILE_FROM_HERE, own_folder_path(&room->outside, "inside")};
    assert_int_equal(disk_make_open_folder(&room->inside, inside), FILE_OK);
    *state = room;
    return 0;
}

static int teardown(void **state) {
    struct sandbox_room *room = *state;
    close(room->inside);
    own_folder_close(&room->outside);
    free(room);
    return 0;
}

#define TEST(name) UNIT_TEST_WITH(name, setup, teardown, struct sandbox_room *room)

struct attempt {
    bool (*get_through)(struct sandbox_room *room);
    struct sandbox_room *room;
    bool is_narrow;
};

static bool try_it(void *self, int output) {
    const struct attempt *attempt = self;
    if (attempt->is_narrow && !sandbox_narrow()) {
        return false;
    }
    bool is_through = attempt->get_through(attempt->room);
    return write(output, is_through ? "y" : "n", 1) == 1;
}

// The child's answer; '?' where it did not live to give one.
static char answer_to(struct attempt attempt) {
    struct child child;
    const struct child_job job = {
        .run = try_it,
        .self = &attempt,
        .sandbox = {.readable = {DIT_SOURCE_DIR "/assets"}, .writable = attempt.room->inside},
        .cpu_s = 2,
        .memory_bytes = 64 * 1024 * 1024};
    char answer = '?';
    assert_true(child_open(&child, &job));
    if (child_wait(&child, 20000)) {
        assert_int_equal(child_read(&child, &answer, 1), 1);
    }
    child_close(&child);
    return answer;
}

static bool opens(const char *path, int flags) {
    int file = open(path, flags, 0600);
    return file >= 0;
}

static bool read_what_it_may(struct sandbox_room *room) {
    (void)room;
    return opens(DIT_SOURCE_DIR "/assets/words/en.ini", O_RDONLY);
}

static bool fill_its_folder(struct sandbox_room *room) {
    const struct disk_place file = {room->inside, "a"};
    const struct disk_place folder = {room->inside, "b"};
    return disk_write_file(file, str_from("x")) == FILE_OK && disk_make_folder(folder) == FILE_OK;
}

TEST(it_can_do_its_work) {
    assert_int_equal(answer_to((struct attempt){read_what_it_may, room, true}), 'y');
    assert_int_equal(answer_to((struct attempt){fill_its_folder, room, false}), 'y');
}

static bool read_elsewhere(struct sandbox_room *room) {
    return opens(room->passphrase, O_RDONLY) || opens("/etc/passwd", O_RDONLY);
}

static bool write_elsewhere(struct sandbox_room *room) {
    return opens(room->passphrase, O_WRONLY) || opens(room->passphrase, O_RDWR | O_TRUNC);
}

static bool make_elsewhere(struct sandbox_room *room) {
    const char *path = own_folder_path(&room->outside, "new");
    return opens(path, O_WRONLY | O_CREAT) || mkdir(path, 0700) == 0;
}

static bool climb_out(struct sandbox_room *room) {
    return openat(room->inside, "../secret", O_RDONLY) >= 0;
}

static bool make_a_link(struct sandbox_room *room) {
    return symlinkat("/etc/passwd", room->inside, "link") == 0 ||
           linkat(AT_FDCWD, room->passphrase, room->inside, "link", 0) == 0;
}

static bool make_a_pipe(struct sandbox_room *room) {
    return mkfifoat(room->inside, "pipe", 0600) == 0;
}

static bool remove_something(struct sandbox_room *room) {
    return unlink(room->passphrase) == 0 || unlinkat(room->inside, "a", 0) == 0 ||
           renameat(AT_FDCWD, room->passphrase, room->inside, "moved") == 0;
}

static bool change_rights(struct sandbox_room *room) {
    return fchmod(room->inside, 0777) == 0 || chmod(room->passphrase, 0777) == 0;
}

static bool ring_up(struct sandbox_room *room) {
    (void)room;
    return socket(AF_INET, SOCK_STREAM, 0) >= 0 || socket(AF_UNIX, SOCK_STREAM, 0) >= 0 ||
           socket(AF_NETLINK, SOCK_RAW, 0) >= 0;
}

static bool start_a_program(struct sandbox_room *room) {
    char *const words[] = {(char[]){"true"}, NULL};
    (void)room;
    return execv("/bin/true", words) == 0;
}

static bool have_a_child(struct sandbox_room *room) {
    (void)room;
    return syscall(SYS_clone, SIGCHLD, 0, 0, 0, 0) >= 0;
}

static bool end_its_parent(struct sandbox_room *room) {
    (void)room;
    return kill(getppid(), 0) == 0 || syscall(SYS_tgkill, getppid(), getppid(), 0) == 0;
}

static bool look_into_its_parent(struct sandbox_room *room) {
    (void)room;
    return syscall(SYS_ptrace, 16, getppid(), 0, 0) == 0;
}

static bool run_what_it_wrote(struct sandbox_room *room) {
    (void)room;
    void *page = mmap(NULL, 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    return page != MAP_FAILED && mprotect(page, 4096, PROT_READ | PROT_EXEC) == 0;
}

static bool raise_its_limits(struct sandbox_room *room) {
    const struct rlimit more = {RLIM_INFINITY, RLIM_INFINITY};
    (void)room;
    return setrlimit(RLIMIT_CPU, &more) == 0;
}

static bool use_what_its_parent_had_open(struct sandbox_room *room) {
    struct stat about;
    int open_count = 0;
    for (int i = 3; i < 1000; i++) {
        open_count += fstat(i, &about) == 0 && i != room->inside;
    }
    return open_count > 1; // its own output is the one
}

static const struct {
    const char *name;
    bool (*get_through)(struct sandbox_room *room);
} attempts[] = {
    {"reading elsewhere", read_elsewhere},
    {"writing elsewhere", write_elsewhere},
    {"making something elsewhere", make_elsewhere},
    {"climbing out of its folder", climb_out},
    {"making a link", make_a_link},
    {"making a pipe", make_a_pipe},
    {"removing something", remove_something},
    {"changing rights", change_rights},
    {"a socket", ring_up},
    {"starting a program", start_a_program},
    {"having a child", have_a_child},
    {"ending its parent", end_its_parent},
    {"looking into its parent", look_into_its_parent},
    {"running what it wrote", run_what_it_wrote},
    {"raising its limits", raise_its_limits},
    {"using what its parent had open", use_what_its_parent_had_open},
};

TEST(a_strangers_program_gets_through_nowhere) {
    for (int i = 0; i < COUNT_OF(attempts); i++) {
        for (int is_narrow = 0; is_narrow < 2; is_narrow++) {
            char answer =
                answer_to((struct attempt){attempts[i].get_through, room, is_narrow == 1});
            if (answer != 'n') {
                fail_msg("%s: %c", attempts[i].name, answer);
            }
        }
    }
}

TEST(once_narrowed_it_fills_its_folder_no_more) {
    assert_int_equal(answer_to((struct attempt){fill_its_folder, room, true}), 'n');
}

// The same attempts without a sandbox do get through, most of them: they are no dummies.
TEST(outside_of_the_sandbox_the_attempts_are_real) {
    assert_true(read_elsewhere(room) && write_elsewhere(room) && make_elsewhere(room));
    assert_true(climb_out(room) && make_a_link(room) && make_a_pipe(room));
    assert_true(change_rights(room) && ring_up(room));
    assert_true(use_what_its_parent_had_open(room));
}

static bool never_end(struct sandbox_room *room) {
    (void)room;
    volatile bool is_over = false;
    while (!is_over) {
    }
    return true;
}

static bool take_all_memory(struct sandbox_room *room) {
    (void)room;
    for (int i = 0; i < 64; i++) {
        char *block = malloc(16 * 1024 * 1024);
        if (!block) {
            return false;
        }
        memset(block, i + 1, 16 * 1024 * 1024);
    }
    return true;
}

static bool crash(struct sandbox_room *room) {
    (void)room;
    raise(SIGSEGV);
    __builtin_trap();
}

TEST(a_child_that_goes_wrong_hurts_nobody) {
    assert_int_equal(answer_to((struct attempt){never_end, room, true}), '?');
    assert_int_equal(answer_to((struct attempt){crash, room, true}), '?');
#ifndef __SANITIZE_ADDRESS__
    assert_int_equal(answer_to((struct attempt){take_all_memory, room, true}), 'n');
#else
    (void)take_all_memory; // the sanitizer's shadow is more than any bound
#endif
}

TEST(nobody_waits_longer_than_was_said) {
    struct attempt attempt = {never_end, room, false};
    struct child child;
    const struct child_job job = {
        .run = try_it, .self = &attempt, .sandbox = {.writable = -1}, .cpu_s = 100};
    uint64_t start_ms = clock_ms();
    assert_true(child_open(&child, &job));
    assert_false(child_wait(&child, 300));
    child_close(&child);
    assert_in_range(clock_ms() - start_ms, 290, 60 * 1000); // it would never end
}

static bool say_much(void *self, int output) {
    char bytes[1000] = {0};
    (void)self;
    for (int i = 0; i < 1000; i++) {
        if (write(output, bytes, sizeof bytes) != sizeof bytes) {
            return false;
        }
    }
    return true;
}

TEST(everything_it_says_arrives) {
    struct child child;
    const struct child_job job = {.run = say_much, .sandbox = {.writable = -1}, .cpu_s = 20};
    char bytes[4096];
    size_t total = 0;
    ssize_t size;
    assert_true(child_open(&child, &job));
    while ((size = child_read(&child, bytes, sizeof bytes)) >= 0) {
        total += (size_t)size;
    }
    assert_int_equal(total, 1000 * 1000);
    assert_true(child_wait(&child, 5000));
    child_close(&child);
}
