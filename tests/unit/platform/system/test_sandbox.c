// SPDX-License-Identifier: MIT
// A child in its sandbox tries what a stranger's program would try, on a kernel with Landlock and
// on one that says it has none, as one that may read a folder and as one that may read nothing.
// Each attempt is one function; what it answers is whether it got through. Without a sandbox all of
// them do, so each is known to be real.
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>

#include "no_landlock.h"
#include "own_child.h"
#include "own_folder.h"
#include "own_machine.h"
#include "platform/system/child.h"
#include "platform/system/clock.h"

enum { ANY_USER = 65534, PLENTY_BYTES = 1 << 30 };

// What a child knows of the machine around it, as an attacker who has taken it over would.
static const char *outside; // a folder with a secret, and in it the one that may be read
static pid_t parent;
static char *glass; // where its parent had memory that is shared

static const char *outer(const char *name) {
    static char path[400];
    snprintf(path, sizeof path, "%s/%s", outside, name);
    return path;
}

static bool opens(const char *path, int flags) {
    return open(path, flags, 0600) >= 0;
}

static bool read_what_it_may(void) {
    return opens(outer("shown/card"), O_RDONLY);
}

static bool read_elsewhere(void) {
    return opens(outer("secret"), O_RDONLY) || opens("/etc/passwd", O_RDONLY);
}

static bool climb_out(void) {
    int folder = open(outer("shown"), O_RDONLY | O_DIRECTORY);
    return openat(folder, "../secret", O_RDONLY) >= 0;
}

static bool write_elsewhere(void) {
    return opens(outer("secret"), O_WRONLY) || opens(outer("secret"), O_RDWR | O_TRUNC);
}

static bool write_a_card(void) {
    return opens(outer("shown/card"), O_WRONLY) || opens(outer("shown/card"), O_RDWR) ||
           opens(outer("shown/card"), O_WRONLY | O_APPEND);
}

static bool empty_a_card(void) {
    return opens(outer("shown/card"), O_RDONLY | O_TRUNC) || truncate(outer("shown/card"), 0) == 0;
}

static bool make_something(void) {
    return opens(outer("shown/new"), O_WRONLY | O_CREAT) ||
           opens(outer("shown/new"), O_RDONLY | O_CREAT) ||
           opens(outer("shown"), O_RDWR | O_TMPFILE) || mkdir(outer("shown/folder"), 0700) == 0;
}

static bool make_a_link(void) {
    return symlink("/etc/passwd", outer("shown/link")) == 0;
}

static bool make_a_pipe(void) {
    return mkfifo(outer("shown/pipe"), 0600) == 0;
}

static bool remove_something(void) {
    return unlink(outer("shown/other")) == 0;
}

static bool change_rights(void) {
    return chmod(outer("secret"), 0777) == 0;
}

static bool ring_up(void) {
    return socket(AF_INET, SOCK_STREAM, 0) >= 0 || socket(AF_UNIX, SOCK_STREAM, 0) >= 0 ||
           socket(AF_NETLINK, SOCK_RAW, 0) >= 0;
}

// What is no program is refused for another reason.
static bool start_a_program(void) {
    char *const words[] = {(char[]){"null"}, NULL};
    return execv("/dev/null", words) != 0 && errno != EPERM;
}

static bool have_a_child(void) {
    long pid = syscall(SYS_clone, SIGCHLD, 0, 0, 0, 0);
    if (pid == 0) {
        _exit(0);
    }
    return pid > 0;
}

static bool end_its_parent(void) {
    return kill(parent, 0) == 0 || syscall(SYS_tgkill, parent, parent, 0) == 0;
}

static bool have_the_pipe_end_its_parent(void) {
    return fcntl(STDOUT_FILENO, F_SETOWN, parent) == 0 ||
           fcntl(STDOUT_FILENO, F_SETSIG, SIGKILL) == 0 ||
           fcntl(STDOUT_FILENO, F_SETFL, O_ASYNC) == 0;
}

static bool run_what_it_wrote(void) {
    void *page = mmap(NULL, 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    return page != MAP_FAILED && mprotect(page, 4096, PROT_READ | PROT_EXEC) == 0;
}

static bool take_uncounted_memory(void) {
    const int ways[] = {MAP_SHARED, MAP_SHARED_VALIDATE, MAP_PRIVATE | MAP_GROWSDOWN};
    bool is_through = memfd_create("more", 0) >= 0;
    for (int i = 0; i < COUNT_OF(ways); i++) {
        is_through |= mmap(NULL, PLENTY_BYTES, PROT_READ | PROT_WRITE, ways[i] | MAP_ANONYMOUS, -1,
                           0) != MAP_FAILED;
    }
    return is_through;
}

static bool raise_its_limits(void) {
    const struct rlimit more = {RLIM_INFINITY, RLIM_INFINITY};
    return setrlimit(RLIMIT_CPU, &more) == 0;
}

static const struct {
    const char *name;
    bool (*get_through)(void);
    bool is_reading; // it needs Landlock to be kept from whoever may read a folder
} attempts[] = {
    {"reading elsewhere", read_elsewhere, true},
    {"climbing out of its folder", climb_out, true},
    {"writing elsewhere", write_elsewhere, false},
    {"writing a card", write_a_card, false},
    {"emptying a card", empty_a_card, false},
    {"making something", make_something, false},
    {"making a link", make_a_link, false},
    {"making a pipe", make_a_pipe, false},
    {"removing something", remove_something, false},
    {"changing rights", change_rights, false},
    {"a socket", ring_up, false},
    {"starting a program", start_a_program, false},
    {"having a child", have_a_child, false},
    {"ending its parent", end_its_parent, false},
    {"having the pipe end its parent", have_the_pipe_end_its_parent, false},
    {"running what it wrote", run_what_it_wrote, false},
    {"taking memory that no limit counts", take_uncounted_memory, false},
    {"raising its limits", raise_its_limits, false},
};

static bool look_into_its_parent(void) {
    char path[64];
    snprintf(path, sizeof path, "/proc/%d/mem", parent);
    return opens(path, O_RDONLY) || opens(path, O_WRONLY) ||
           syscall(SYS_ptrace, 16, parent, 0, 0) == 0;
}

static bool use_what_its_parent_had_open(void) {
    struct stat about;
    int open_count = 0;
    for (int i = STDERR_FILENO + 1; i < 1000; i++) {
        open_count += fstat(i, &about) == 0;
    }
    return open_count > 0;
}

// Where it is no memory the kernel says so.
static bool paint_on_the_glass(void) {
    int file = open("/dev/zero", O_RDONLY);
    return read(file, glass, 1) == 1;
}

static bool change_its_input(void) {
    return write(STDIN_FILENO, "x", 1) == 1 || ftruncate(STDIN_FILENO, PLENTY_BYTES) == 0;
}

static bool never_end(void) {
    for (volatile bool is_over = false; !is_over;) {
    }
    return true;
}

static bool take_all_memory(void) {
    for (int i = 0; i < 64; i++) {
        char *block = malloc(16 * 1024 * 1024);
        if (!block) {
            return false;
        }
        memset(block, i + 1, 16 * 1024 * 1024);
    }
    return true;
}

static bool crash(void) {
    raise(SIGSEGV);
    __builtin_trap();
}

enum sandbox_kind { NO_SANDBOX, READING, SEALED };

// The child is this very program, in which the function lies where it lies here but for a shift.
OWN_CHILD("attempt") {
    bool (*get_through)(void);
    enum sandbox_kind kind = (enum sandbox_kind)atoi(words[0]);
    uintptr_t at = (uintptr_t)&read_what_it_may + (uintptr_t)strtoull(words[1], NULL, 10);
    memcpy(&get_through, &at, sizeof at);
    outside = words[2];
    parent = atoi(words[3]);
    glass = (char *)(uintptr_t)strtoull(words[4], NULL, 10);
    char readable[400];
    snprintf(readable, sizeof readable, "%s", outer("shown"));
    const struct sandbox sandbox = {.readable = kind == READING ? readable : NULL,
                                    .cpu_s = 2,
                                    .memory_bytes = 64 * 1024 * 1024};
    if (kind != NO_SANDBOX && !sandbox_enter(&sandbox)) {
        return CHILD_UNSAFE;
    }
    const char *answer = get_through() ? "y" : "n";
    return write(STDOUT_FILENO, answer, 1) == 1 ? 0 : 1;
}

struct sandbox_room {
    struct own_folder folder;
    char *glass;
};

static int setup(void **state) {
    struct sandbox_room *room = calloc(1, sizeof *room);
    assert_non_null(room);
    own_folder_open(&room->folder);
    own_folder_put_text(&room->folder, "secret", "secret");
    assert_int_equal(mkdir(own_folder_path(&room->folder, "shown"), 0755), 0);
    own_folder_put_text(&room->folder, "shown/card", "card");
    own_folder_put_text(&room->folder, "shown/other", "card");
    room->glass = mmap(NULL, 4096, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    *state = room;
    return 0;
}

static int teardown(void **state) {
    struct sandbox_room *room = *state;
    munmap(room->glass, 4096);
    own_folder_close(&room->folder);
    free(room);
    return 0;
}

#define TEST(name) UNIT_TEST_WITH(name, setup, teardown, struct sandbox_room *room)

static bool open_attempt(struct child *child, struct sandbox_room *room, bool (*get_through)(void),
                         enum sandbox_kind kind) {
    char numbers[4][32];
    uintptr_t at, base = (uintptr_t)&read_what_it_may;
    memcpy(&at, &get_through, sizeof at);
    snprintf(numbers[0], sizeof numbers[0], "%d", (int)kind);
    snprintf(numbers[1], sizeof numbers[1], "%llu", (unsigned long long)(at - base));
    snprintf(numbers[2], sizeof numbers[2], "%d", getpid());
    snprintf(numbers[3], sizeof numbers[3], "%llu", (unsigned long long)(uintptr_t)room->glass);
    const char *const words[] = {"attempt",  numbers[0], numbers[1], room->folder.path,
                                 numbers[2], numbers[3], NULL};
    return child_open(child, words, str_from(""));
}

// The child's answer; '?' where it did not live to give one.
static char answer_to(struct sandbox_room *room, bool (*get_through)(void),
                      enum sandbox_kind kind) {
    struct child child;
    char answer = '?';
    assert_true(open_attempt(&child, room, get_through, kind));
    if (!child_read_whole(&child, &answer, 1, clock_ms() + 20000) || !child_wait(&child, 20000)) {
        answer = '?';
    }
    child_close(&child);
    return answer;
}

static int failures_of_all(struct sandbox_room *room, enum sandbox_kind kind, bool has_landlock) {
    int failures = 0;
    for (int i = 0; i < COUNT_OF(attempts); i++) {
        bool is_real =
            kind == NO_SANDBOX || (kind == READING && !has_landlock && attempts[i].is_reading);
        char answer = answer_to(room, attempts[i].get_through, kind);
        if (answer != (is_real ? 'y' : 'n')) {
            print_error("%s, sandbox %d, Landlock %d: %c\n", attempts[i].name, (int)kind,
                        has_landlock, answer);
            failures++;
        }
    }
    return failures;
}

TEST(it_can_do_its_work) {
    assert_int_equal(answer_to(room, read_what_it_may, READING), 'y');
}

TEST(a_strangers_program_gets_through_nowhere) {
    bool has_landlock = sandbox_has_landlock();
    assert_int_equal(failures_of_all(room, READING, has_landlock), 0);
    assert_int_equal(failures_of_all(room, SEALED, has_landlock), 0);
}

// In a process of its own, because nothing brings Landlock back.
TEST(on_a_kernel_without_landlock_it_can_only_read) {
    int status;
    pid_t pid = fork();
    if (pid == 0) {
        take_landlock_away();
        _exit(failures_of_all(room, READING, false) + failures_of_all(room, SEALED, false));
    }
    assert_int_equal(waitpid(pid, &status, 0), pid);
    assert_int_equal(status, 0);
}

TEST(outside_of_the_sandbox_the_attempts_are_real) {
    assert_int_equal(failures_of_all(room, NO_SANDBOX, true), 0);
}

TEST(a_child_has_nothing_of_its_parent_even_without_a_sandbox) {
    bool (*const attempts_at_it[])(void) = {use_what_its_parent_had_open, paint_on_the_glass,
                                            change_its_input};
    for (int i = 0; i < COUNT_OF(attempts_at_it); i++) {
        assert_int_equal(answer_to(room, attempts_at_it[i], NO_SANDBOX), 'n');
        assert_int_not_equal(answer_to(room, attempts_at_it[i], SEALED), 'y');
    }
    assert_int_equal(room->glass[0], 0);
}

// Root looks into everything, so this is somebody else, in a process of its own.
TEST(no_process_of_its_user_looks_into_the_kiosk) {
    int status;
    pid_t pid = fork();
    if (pid == 0) {
        bool is_other = geteuid() != 0 || setresuid(ANY_USER, ANY_USER, ANY_USER) == 0;
        _exit(is_other && prctl(PR_SET_DUMPABLE, 1) == 0 &&
                      answer_to(room, look_into_its_parent, NO_SANDBOX) == 'n' &&
                      answer_to(room, look_into_its_parent, READING) == 'n'
                  ? 0
                  : 1);
    }
    assert_int_equal(waitpid(pid, &status, 0), pid);
    assert_int_equal(status, 0);
}

TEST(a_child_that_goes_wrong_hurts_nobody) {
    assert_int_equal(answer_to(room, never_end, SEALED), '?');
    assert_int_equal(answer_to(room, crash, SEALED), '?');
#ifndef __SANITIZE_ADDRESS__
    assert_int_equal(answer_to(room, take_all_memory, SEALED), 'n');
#else
    (void)take_all_memory; // the sanitizer's shadow is more than any bound
#endif
}

#ifndef __SANITIZE_ADDRESS__
static bool take_some_memory(void) {
    char *block = malloc(40 * 1024 * 1024);
    return block && memset(block, 1, 40 * 1024 * 1024);
}

// On a machine of its own, whose kernel says that little is free.
TEST(a_child_takes_no_more_than_the_machine_has_free) {
    const char *said = own_folder_path(&room->folder, "meminfo");
    own_folder_put_text(&room->folder, "meminfo",
                        "MemTotal: 400000 kB\nMemFree: 9 kB\nMemAvailable: 60000 kB\n");
    assert_int_equal(answer_to(room, take_some_memory, SEALED), 'y');
    enter_own_machine(own_folder_path(&room->folder, "shown"));
    assert_int_equal(mount(said, "/proc/meminfo", NULL, MS_BIND, NULL), 0);
    assert_int_equal(answer_to(room, take_some_memory, SEALED), 'n');
    assert_int_equal(umount("/proc/meminfo"), 0);
    assert_int_equal(umount(own_folder_path(&room->folder, "shown")), 0);
}
#endif

TEST(nobody_waits_longer_than_was_said) {
    struct child child;
    uint64_t start_ms = clock_ms();
    assert_true(open_attempt(&child, room, never_end, NO_SANDBOX));
    assert_false(child_wait(&child, 300));
    child_close(&child);
    assert_in_range(clock_ms() - start_ms, 290, 60 * 1000); // it would never end
}
