// SPDX-License-Identifier: MIT
// Two filters, one on top of the other: the first lists the calls that reading, drawing and copying
// need, and answers every other with EPERM, which libraries live with where a kill would turn a new
// version of libc into a kiosk that takes no update. The second takes the writing calls away again.
// Memory can never become code.
#include "platform/system/sandbox.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/landlock.h>
#include <seccomp.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

// By name, because every architecture has its own few of them; names that are unknown here are
// passed over.
static const char *const calls[] = {
    // Reading, and writing what is open
    "read", "readv", "pread64", "write", "writev", "close", "openat", "lseek", "_llseek", "fstat",
    "fstat64", "fstatat64", "newfstatat", "statx", "fstatfs", "fstatfs64", "getdents64", "fcntl",
    "fcntl64", "readlinkat", "faccessat", "faccessat2", "access",
    // Memory
    "munmap", "mremap", "brk", "madvise",
    // The process itself
    "exit", "exit_group", "rt_sigreturn", "sigreturn", "rt_sigaction", "rt_sigprocmask",
    "sigaltstack", "futex", "futex_time64", "restart_syscall", "getpid", "gettid", "getrandom",
    "sched_yield", "clock_gettime", "clock_gettime64", "gettimeofday", "setitimer",
    // Filling the writable folder, and giving up more
    "mkdirat", "fsync", "fchown", "fchown32", "geteuid", "geteuid32", "seccomp", NULL};

static const char *const memory_calls[] = {"mmap", "mmap2", "mprotect", NULL};
static const char *const narrowed_calls[] = {"mkdirat", "fsync", "fchown", "fchown32", NULL};
static const char *const open_call[] = {"openat", NULL};

// Ways to open a file that change something.
static const struct scmp_arg_cmp writing_flags[] = {
    {2, SCMP_CMP_MASKED_EQ, O_ACCMODE, O_WRONLY},
    {2, SCMP_CMP_MASKED_EQ, O_ACCMODE, O_RDWR},
    {2, SCMP_CMP_MASKED_EQ, O_CREAT, O_CREAT},
    {2, SCMP_CMP_MASKED_EQ, O_TRUNC, O_TRUNC},
};

// Rules for a list of calls, with at most one condition.
static bool add_rules(scmp_filter_ctx filter, uint32_t verdict, const char *const names[],
                      const struct scmp_arg_cmp *condition) {
    for (; *names; names++) {
        int number = seccomp_syscall_resolve_name(*names);
        if (number != __NR_SCMP_ERROR &&
            seccomp_rule_add_array(filter, verdict, number, condition ? 1 : 0, condition) != 0 &&
            number >= 0) { // a negative number stands for a call that is not here
            return false;
        }
    }
    return true;
}

static bool forbid_calls(void) {
    const struct scmp_arg_cmp not_code = {2, SCMP_CMP_MASKED_EQ, PROT_EXEC, 0};
    scmp_filter_ctx filter = seccomp_init(SCMP_ACT_ERRNO(EPERM));
    bool is_good = filter && add_rules(filter, SCMP_ACT_ALLOW, calls, NULL) &&
                   add_rules(filter, SCMP_ACT_ALLOW, memory_calls, &not_code) &&
                   seccomp_load(filter) == 0;
    seccomp_release(filter);
    return is_good;
}

bool sandbox_narrow(void) {
    scmp_filter_ctx filter = seccomp_init(SCMP_ACT_ALLOW);
    uint32_t refused = SCMP_ACT_ERRNO(EPERM);
    bool is_good = filter && add_rules(filter, refused, narrowed_calls, NULL);
    for (int i = 0; i < COUNT_OF(writing_flags); i++) {
        is_good = is_good && add_rules(filter, refused, open_call, &writing_flags[i]);
    }
    // New privileges are out of reach already, and asking once more is not allowed.
    is_good = is_good && seccomp_attr_set(filter, SCMP_FLTATR_CTL_NNP, 0) == 0 &&
              seccomp_load(filter) == 0;
    seccomp_release(filter);
    return is_good;
}

// Every right of Landlock's first version: what is handled and not granted is refused.
static const uint64_t every_right = LANDLOCK_ACCESS_FS_MAKE_SYM * 2 - 1;
static const uint64_t reading = LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR;
static const uint64_t filling =
    LANDLOCK_ACCESS_FS_WRITE_FILE | LANDLOCK_ACCESS_FS_MAKE_REG | LANDLOCK_ACCESS_FS_MAKE_DIR;

static bool grant(int rules, int folder, uint64_t rights) {
    struct landlock_path_beneath_attr below = {.allowed_access = rights, .parent_fd = folder};
    return syscall(SYS_landlock_add_rule, rules, LANDLOCK_RULE_PATH_BENEATH, &below, 0) == 0;
}

static bool grant_reading(int rules, const char *path) {
    int folder = path ? open(path, O_PATH | O_DIRECTORY | O_CLOEXEC) : -1;
    if (folder < 0) {
        return true; // nothing is there that could be read
    }
    bool is_granted = grant(rules, folder, reading);
    close(folder);
    return is_granted;
}

static bool grant_all(int rules, const struct sandbox *sandbox) {
    bool is_good = true;
    for (int i = 0; i < COUNT_OF(sandbox->readable); i++) {
        is_good = is_good && grant_reading(rules, sandbox->readable[i]);
    }
    if (sandbox->writable >= 0) {
        is_good = is_good && grant(rules, sandbox->writable, reading | filling);
    }
    return is_good;
}

// A kernel without Landlock is no failure; a Landlock that does not do as it is told is.
static bool forbid_paths(const struct sandbox *sandbox) {
    struct landlock_ruleset_attr handled = {.handled_access_fs = every_right};
    int rules = (int)syscall(SYS_landlock_create_ruleset, &handled, sizeof handled, 0);
    if (rules < 0) {
        return errno == ENOSYS || errno == EOPNOTSUPP;
    }
    bool is_good = grant_all(rules, sandbox) && syscall(SYS_landlock_restrict_self, rules, 0) == 0;
    close(rules);
    return is_good;
}

bool sandbox_enter(const struct sandbox *sandbox) {
    return prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 && forbid_paths(sandbox) && forbid_calls();
}
