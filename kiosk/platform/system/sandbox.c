// SPDX-License-Identifier: MIT
// The filter lists the calls that reading, drawing and answering need, with the arguments that they
// need, and answers every other with EPERM, which libraries live with where a kill would turn a new
// version of libc into a kiosk that takes no update. Memory can never become code, and is never
// shared: the kernel would count it nowhere. Landlock says the same once more of all that it knows
// of; how much that is, its version says.
#include "platform/system/sandbox.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/landlock.h>
#include <seccomp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "platform/system/sysfs.h"

enum {
    DESCRIPTOR_LIMIT = 128,         // a folder that is read is held open
    SPARE_BYTES = 32 * 1024 * 1024, // of the machine's memory
    LEAST_BYTES = 16 * 1024 * 1024, // a child with less says nothing at all
};

// Calls by name, because every architecture has its own few of them; names that are unknown here
// are passed over. They are allowed where all of the conditions on their arguments are so.
enum { NAME_LIMIT = 20, CONDITION_LIMIT = 2 };

static const struct allowed_calls {
    bool is_for_reading; // for whoever has a folder to read
    const char *names[NAME_LIMIT];
    unsigned condition_count;
    struct scmp_arg_cmp conditions[CONDITION_LIMIT];
} allowed_calls[] = {
    {.names = {"read", "readv", "write", "writev", "close"}}, // what is open already
    {.names = {"munmap", "mremap", "brk", "madvise"}},
    {.names = {"exit", "exit_group", "rt_sigreturn", "sigreturn", "rt_sigaction", "rt_sigprocmask",
               "sigaltstack", "futex", "futex_time64", "restart_syscall", "getpid", "gettid",
               "getrandom", "sched_yield", "clock_gettime", "clock_gettime64", "gettimeofday"}},
    {false,
     {"mmap", "mmap2"},
     2,
     {{2, SCMP_CMP_MASKED_EQ, PROT_EXEC, 0},
      {3, SCMP_CMP_MASKED_EQ, MAP_TYPE | MAP_GROWSDOWN, MAP_PRIVATE}}},
    {false, {"mprotect"}, 1, {{2, SCMP_CMP_MASKED_EQ, PROT_EXEC, 0}}},
    {.is_for_reading = true,
     .names = {"lseek", "_llseek", "fstat", "fstat64", "fstatat64", "newfstatat", "statx",
               "getdents64"}},
    {true,
     {"openat"},
     1,
     {{2, SCMP_CMP_MASKED_EQ, O_ACCMODE | O_CREAT | O_TRUNC | O_APPEND, O_RDONLY}}},
    {true, {"fcntl", "fcntl64"}, 1, {{1, SCMP_CMP_EQ, F_GETFL, 0}}},
    {true, {"fcntl", "fcntl64"}, 1, {{1, SCMP_CMP_EQ, F_SETFD, 0}}}, // to be closed on exec
};

static bool allow(scmp_filter_ctx filter, const struct allowed_calls *calls) {
    for (int i = 0; calls->names[i]; i++) {
        int number = seccomp_syscall_resolve_name(calls->names[i]);
        if (number != __NR_SCMP_ERROR &&
            seccomp_rule_add_array(filter, SCMP_ACT_ALLOW, number, calls->condition_count,
                                   calls->conditions) != 0 &&
            number >= 0) { // a negative number stands for a call that is not here
            return false;
        }
    }
    return true;
}

static bool forbid_calls(bool can_read) {
    scmp_filter_ctx filter = seccomp_init(SCMP_ACT_ERRNO(EPERM));
    bool is_good = filter != NULL;
    for (int i = 0; i < COUNT_OF(allowed_calls) && is_good; i++) {
        is_good =
            (allowed_calls[i].is_for_reading && !can_read) || allow(filter, &allowed_calls[i]);
    }
    is_good = is_good && seccomp_load(filter) == 0;
    seccomp_release(filter);
    return is_good;
}

// As the kernel's landlock.h has it since version 6; an older kernel wants zeros behind what it
// knows.
struct ruleset {
    uint64_t files, network, scopes;
};

// How many rights to files each version knows, the last one for all that come; two to the network
// since version 4, and two scopes (abstract sockets, signals) since version 6. What is handled and
// not granted is refused.
static struct ruleset every_right(int version) {
    static const int files[] = {0, 13, 14, 15, 15, 16};
    int known = files[int_min(version, COUNT_OF(files) - 1)];
    return (struct ruleset){(UINT64_C(1) << known) - 1, version >= 4 ? 3 : 0, version >= 6 ? 3 : 0};
}

static int landlock_version(void) {
    return (int)syscall(SYS_landlock_create_ruleset, NULL, 0, LANDLOCK_CREATE_RULESET_VERSION);
}

bool sandbox_has_landlock(void) {
    return landlock_version() > 0;
}

// A folder that is not there is nothing that could be read.
static bool grant_reading(int rules, const char *path) {
    struct landlock_path_beneath_attr below = {
        .allowed_access = LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR,
        .parent_fd = path ? open(path, O_PATH | O_DIRECTORY | O_CLOEXEC) : -1};
    if (below.parent_fd < 0) {
        return true;
    }
    bool is_granted =
        syscall(SYS_landlock_add_rule, rules, LANDLOCK_RULE_PATH_BENEATH, &below, 0) == 0;
    close(below.parent_fd);
    return is_granted;
}

// A kernel without Landlock is no failure; a Landlock that does not do as it is told is.
static bool forbid_paths(const char *readable) {
    int version = landlock_version();
    if (version <= 0) {
        return errno == ENOSYS || errno == EOPNOTSUPP;
    }
    const struct ruleset handled = every_right(version);
    int rules = (int)syscall(SYS_landlock_create_ruleset, &handled, sizeof handled, 0);
    bool is_good = rules >= 0 && grant_reading(rules, readable) &&
                   syscall(SYS_landlock_restrict_self, rules, 0) == 0;
    if (rules >= 0) {
        close(rules);
    }
    return is_good;
}

// A sanitizer has something to say, may say it into a file, and has terabytes of memory that are
// never there.
#ifdef __SANITIZE_ADDRESS__
static const bool is_sanitized = true;
#else
static const bool is_sanitized = false;
#endif

static bool lead_errors_nowhere(void) {
    int nowhere = open("/dev/null", O_WRONLY | O_CLOEXEC);
    bool is_led = nowhere >= 0 && dup2(nowhere, STDERR_FILENO) >= 0;
    close(nowhere);
    return is_led;
}

static bool limit(int what, rlim_t most) {
    const struct rlimit limits = {most, most};
    return setrlimit(what, &limits) == 0;
}

// The number behind these words at the beginning of a line of the kernel's file. 0: it has none.
static size_t number_in(const char *path, const char *words) {
    FILE *file = fopen(path, "re");
    char line[SYSFS_LINE_BYTES];
    size_t number = 0;
    while (file && number == 0 && fgets(line, sizeof line, file)) {
        bool is_it = strncmp(line, words, strlen(words)) == 0;
        number = is_it ? strtoul(line + strlen(words), NULL, 10) : 0;
    }
    if (file) {
        fclose(file);
    }
    return number;
}

// It may have as much more as the kernel could give without taking anything from anybody, but for a
// rest for all others. Where the kernel does not say, nothing is known to be free. It is the whole
// size that is limited: a stack that grows and what is only read count as no data.
static bool limit_bytes(size_t memory_bytes) {
    size_t own = number_in("/proc/self/statm", "") * (size_t)sysconf(_SC_PAGESIZE);
    size_t free = number_in("/proc/meminfo", "MemAvailable:") * 1024;
    free = free > SPARE_BYTES ? free - SPARE_BYTES : 0;
    size_t most = free < memory_bytes ? free : memory_bytes;
    most = most > LEAST_BYTES ? most : LEAST_BYTES;
    return limit(RLIMIT_AS, own + most) && limit(RLIMIT_FSIZE, 0);
}

static bool limit_all(const struct sandbox *sandbox) {
    return (is_sanitized || limit_bytes(sandbox->memory_bytes)) &&
           limit(RLIMIT_CPU, (rlim_t)sandbox->cpu_s) && limit(RLIMIT_CORE, 0) &&
           limit(RLIMIT_NOFILE, DESCRIPTOR_LIMIT);
}

bool sandbox_enter(const struct sandbox *sandbox) {
    sysfs_write("/proc/self/oom_score_adj", "1000"); // this goes, not the screen
    return (is_sanitized || lead_errors_nowhere()) && limit_all(sandbox) &&
           prctl(PR_SET_DUMPABLE, 0) == 0 && prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 &&
           forbid_paths(sandbox->readable) && forbid_calls(sandbox->readable != NULL);
}
