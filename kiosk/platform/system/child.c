// SPDX-License-Identifier: MIT
// Started through /proc/self/exe, which is the program that runs, even where a newer one has taken
// its place on the disk: both ends speak one language. A new program begins with no memory of ours,
// so all that is left to close are descriptors. What it is to read lies in a file without a name
// that nobody can change any more.
#include "platform/system/child.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/disk.h"
#include "platform/system/clock.h"
#include "platform/system/log.h"

enum { KILL_MS = 500, WORD_LIMIT = 8 };

// -1: there is no memory for it.
static int open_input(struct str bytes) {
    int file = memfd_create("input", MFD_CLOEXEC | MFD_ALLOW_SEALING);
    bool is_good =
        file >= 0 && disk_write(file, bytes) == FILE_OK && lseek(file, 0, SEEK_SET) == 0 &&
        fcntl(file, F_ADD_SEALS, F_SEAL_WRITE | F_SEAL_GROW | F_SEAL_SHRINK | F_SEAL_SEAL) == 0;
    if (!is_good) {
        disk_close(file);
        file = -1;
    }
    return file;
}

// In the new process. It has no environment, and no signal is held back from it; our standard error
// stays, for the log.
static void become(const char *const *words, int input, int output) {
    char *line[WORD_LIMIT + 2] = {(char[]){"dit-kiosk"}};
    char *const no_environment[] = {NULL};
    sigset_t none;
    for (int i = 0; i < WORD_LIMIT && words[i]; i++) {
        memcpy(&line[i + 1], &words[i], sizeof words[i]);
    }
    sigemptyset(&none);
    if (dup2(input, STDIN_FILENO) >= 0 && dup2(output, STDOUT_FILENO) >= 0 &&
        close_range(STDERR_FILENO + 1, ~0U, 0) == 0 && sigprocmask(SIG_SETMASK, &none, NULL) == 0) {
        execve("/proc/self/exe", line, no_environment);
    }
    _exit(EXIT_FAILURE);
}

bool child_open(struct child *child, const char *const *words, struct str bytes) {
    int ends[2] = {-1, -1};
    int input = open_input(bytes);
    *child = (struct child){.output = -1, .lifetime = -1};
    bool is_open = input >= 0 && pipe2(ends, O_CLOEXEC) == 0 && prctl(PR_SET_DUMPABLE, 0) == 0;
    pid_t pid = is_open ? fork() : -1;
    if (pid == 0) {
        become(words, input, ends[1]);
    }
    if (pid < 0) {
        log_line("A job of its own cannot be started: %s.", strerror(errno));
    }
    disk_close(input);
    disk_close(ends[1]);
    if (pid < 0) {
        disk_close(ends[0]);
        return false;
    }
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

bool child_read_whole(const struct child *child, void *bytes, size_t size, uint64_t until_ms) {
    char *at = bytes;
    while (size > 0) {
        ssize_t got = child_read(child, at, size);
        uint64_t now_ms = clock_ms();
        if (got < 0 || now_ms >= until_ms) {
            return false;
        }
        at += got;
        size -= (size_t)got;
        if (got == 0) {
            struct pollfd more = {.fd = child->output, .events = POLLIN};
            poll(&more, 1, (int)(until_ms - now_ms));
        }
    }
    return true;
}

bool child_wait(struct child *child, int timeout_ms) {
    struct pollfd end = {.fd = child->lifetime, .events = POLLIN};
    int status = 0;
    if (!child->is_ended && poll(&end, 1, timeout_ms) > 0 &&
        waitpid(child->pid, &status, 0) == child->pid) {
        child->is_ended = true;
        child->code = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    }
    return child->is_ended && child->code == 0;
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
