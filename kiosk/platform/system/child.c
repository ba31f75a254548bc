// SPDX-License-Identifier: MIT
// fork without exec: the fonts that are loaded and the code that checks come along for nothing.
// Everything that is open is closed first, so that not even the screen is left to the child; it
// goes when its parent goes, and the kernel ends it before it ends anything else when memory runs
// out.
#include "platform/system/child.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/disk.h"
#include "content/limits.h"
#include "platform/system/log.h"
#include "platform/system/sysfs.h"

enum { CHILD_DONE = 0, CHILD_FAILED = 1, CHILD_UNSAFE = 2 };
enum { KILL_MS = 500 };
enum { DESCRIPTOR_LIMIT = 256 }; // folders that are copied are held open, three for each

// Our own bytes have standard error, for the log. A decoder has nothing to say there, and a
// stranger even less; a sanitizer has.
static bool lead_nowhere(bool is_unbound) {
#ifdef __SANITIZE_ADDRESS__
    is_unbound = true;
#endif
    int nowhere = open("/dev/null", O_RDWR | O_CLOEXEC);
    return nowhere >= 0 && dup2(nowhere, STDIN_FILENO) >= 0 && dup2(nowhere, STDOUT_FILENO) >= 0 &&
           (is_unbound || dup2(nowhere, STDERR_FILENO) >= 0);
}

static bool close_others(int output, int writable) {
    int last = output > writable ? output : writable;
    for (int i = STDERR_FILENO + 1; i < last; i++) {
        if (i != output && i != writable) {
            close(i);
        }
    }
    return syscall(SYS_close_range, last + 1, ~0U, 0) == 0;
}

static bool limit(int what, rlim_t most) {
    const struct rlimit limits = {most, most};
    return setrlimit(what, &limits) == 0;
}

// The kernel counts what can be written to and is nobody else's: data, stack, heap.
static rlim_t data_bytes(void) {
    char line[SYSFS_LINE_BYTES];
    unsigned long pages = 0;
    sysfs_read(line, SYSFS_FROM_HERE, "/proc/self/statm");
    char *at = line;
    for (int i = 0; i < 6; i++) { // the sixth number is data and stack
        pages = strtoul(at, &at, 10);
    }
    return (rlim_t)pages * (rlim_t)sysconf(_SC_PAGESIZE);
}

static bool limit_all(const struct child_job *job) {
#ifdef __SANITIZE_ADDRESS__
    bool is_bounded = false; // its shadow is terabytes of data that are never there
#else
    bool is_bounded = job->memory_bytes > 0;
#endif
    return (!is_bounded || limit(RLIMIT_DATA, data_bytes() + job->memory_bytes)) &&
           limit(RLIMIT_CPU, (rlim_t)job->cpu_s) && limit(RLIMIT_CORE, 0) &&
           limit(RLIMIT_FSIZE, LIMIT_PICTURE_BYTES) && limit(RLIMIT_NOFILE, DESCRIPTOR_LIMIT);
}

static int live(const struct child_job *job, int output, pid_t parent) {
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (getppid() != parent) {
        return CHILD_FAILED; // it went before we could say that we go with it
    }
    sysfs_write("/proc/self/oom_score_adj", "1000"); // this goes, not the screen
    bool is_bound = lead_nowhere(job->is_unbound) && close_others(output, job->sandbox.writable) &&
                    limit_all(job);
    if (!is_bound || (!job->is_unbound && !sandbox_enter(&job->sandbox))) {
        return CHILD_UNSAFE;
    }
    return job->run(job->self, output) ? CHILD_DONE : CHILD_FAILED;
}

bool child_open(struct child *child, const struct child_job *job) {
    int ends[2] = {-1, -1};
    pid_t parent = getpid();
    pid_t pid = pipe2(ends, O_CLOEXEC) == 0 ? fork() : -1;
    *child = (struct child){.output = -1, .lifetime = -1};
    if (pid == 0) {
        _exit(live(job, ends[1], parent));
    }
    if (pid < 0) {
        log_line("A job of its own cannot be started: %s.", strerror(errno));
        disk_close(ends[0]);
        disk_close(ends[1]);
        return false;
    }
    close(ends[1]);
    fcntl(ends[0], F_SETFL, O_NONBLOCK);
    *child = (struct child){.pid = pid, .output = ends[0]};
    child->lifetime = (int)syscall(SYS_pidfd_open, pid, 0);
    return true;
}

ssize_t child_read(const struct child *child, void *bytes, size_t size) {
    ssize_t got = read(child->output, bytes, size);
    if (got > 0) {
        return got;
    }
    bool is_later = got < 0 && (errno == EAGAIN || errno == EINTR);
    return is_later ? 0 : -1;
}

bool child_wait(struct child *child, int timeout_ms) {
    struct pollfd end = {.fd = child->lifetime, .events = POLLIN};
    int status = 0;
    if (!child->is_ended && poll(&end, 1, timeout_ms) > 0 &&
        waitpid(child->pid, &status, 0) == child->pid) {
        child->is_ended = true;
        child->is_good = WIFEXITED(status) && WEXITSTATUS(status) == CHILD_DONE;
        child->is_unsafe = WIFEXITED(status) && WEXITSTATUS(status) == CHILD_UNSAFE;
    }
    return child->is_good;
}

// One that reads a dying stick is in the kernel's hands, and ends when the stick has given up: the
// screen does not wait for that. Its number stays taken until this program ends.
void child_close(struct child *child) {
    if (child->pid > 0 && !child->is_ended) {
        kill(child->pid, SIGKILL);
        bool is_good = child_wait(child, KILL_MS);
        (void)is_good; // nobody asks any more
    }
    if (child->pid > 0) {
        close(child->output);
        close(child->lifetime);
    }
    *child = (struct child){.output = -1, .lifetime = -1};
}
