// SPDX-License-Identifier: MIT
// Loaded in front of the C library: a month in minutes. Time runs as it always does while the
// program works; only its sleep is skipped, and all its clocks are put forward by as much, so that
// it is woken by the same deadlines in the same order as in a month of its life. (libfaketime can
// make all of time faster; but then five milliseconds of painting take a third of a minute, and
// whole cards go by unseen.) A test says how far it may skip, in a page of memory that both see:
// there it sleeps until it is touched, or may go on.
#include <dlfcn.h>
#include <fcntl.h>
#include <malloc.h>
#include <poll.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

static const int64_t SECOND_NS = 1000000000;
static const int64_t LOOK_NS = 1000000; // between two looks at how far it may go

// Nanoseconds and bytes, as test_soak.py has them.
static struct page {
    _Atomic int64_t ahead;    // how much has been skipped
    _Atomic int64_t may_skip; // how much may be
    _Atomic int64_t in_use;   // bytes that were asked for and not given back, when it last stood
} * page;

static int (*true_clock_gettime)(clockid_t, struct timespec *);
static int (*true_ppoll)(struct pollfd *, nfds_t, const struct timespec *, const sigset_t *);

static struct timespec timespec_of(int64_t ns) {
    return (struct timespec){ns / SECOND_NS, ns % SECOND_NS};
}

static int64_t ns_of(const struct timespec *time) {
    return time->tv_sec * SECOND_NS + time->tv_nsec;
}

// At the first call, because other libraries ask for the time before a constructor would run here.
static void page_open(void) {
    if (page) {
        return;
    }
    const char *path = getenv("DIT_SKIPPED_SLEEP");
    int file = path ? open(path, O_RDWR | O_CLOEXEC) : -1;
    void *at = file < 0 ? MAP_FAILED
                        : mmap(NULL, sizeof *page, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
    if (at == MAP_FAILED) {
        abort(); // nobody wants to wait for a month
    }
    close(file);
    *(void **)&true_clock_gettime = dlsym(RTLD_NEXT, "clock_gettime");
    *(void **)&true_ppoll = dlsym(RTLD_NEXT, "ppoll");
    page = at;
}

int clock_gettime(clockid_t clock, struct timespec *now) {
    page_open();
    int done = true_clock_gettime(clock, now);
    bool is_cpu = clock == CLOCK_PROCESS_CPUTIME_ID || clock == CLOCK_THREAD_CPUTIME_ID;
    if (done == 0 && !is_cpu) {
        *now = timespec_of(ns_of(now) + page->ahead);
    }
    return done;
}

time_t time(time_t *kept) {
    struct timespec now;
    clock_gettime(CLOCK_REALTIME, &now);
    if (kept) {
        *kept = now.tv_sec;
    }
    return now.tv_sec;
}

int gettimeofday(struct timeval *restrict now, void *restrict zone) {
    (void)zone;
    struct timespec exact;
    clock_gettime(CLOCK_REALTIME, &exact);
    *now = (struct timeval){exact.tv_sec, exact.tv_nsec / 1000};
    return 0;
}

// What is left of a wait when as much of it as is allowed has been skipped.
static int64_t skip(int64_t wait) {
    int64_t allowed = page->may_skip - page->ahead;
    int64_t skipped = wait < allowed ? wait : allowed > 0 ? allowed : 0;
    page->ahead += skipped;
    if (skipped < wait) {
        struct mallinfo2 heap = mallinfo2();
        page->in_use = (int64_t)(heap.uordblks + heap.hblkhd);
    }
    return wait - skipped;
}

int ppoll(struct pollfd *files, nfds_t count, const struct timespec *timeout,
          const sigset_t *mask) {
    page_open();
    int64_t left = timeout ? ns_of(timeout) : INT64_MAX;
    int64_t wait = 0; // what is there already comes first
    int ready;
    do {
        struct timespec look = timespec_of(wait);
        ready = true_ppoll(files, count, &look, mask);
        left -= wait;
        if (ready == 0 && left > 0) {
            left = skip(left);
        }
        wait = left < LOOK_NS ? left : LOOK_NS;
    } while (ready == 0 && left > 0);
    return ready;
}

// What a release build calls in its place (_FORTIFY_SOURCE).
int __ppoll_chk(struct pollfd *files, nfds_t count, const struct timespec *timeout,
                const sigset_t *mask, size_t size);

int __ppoll_chk(struct pollfd *files, nfds_t count, const struct timespec *timeout,
                const sigset_t *mask, size_t size) {
    (void)size;
    return ppoll(files, count, timeout, mask);
}
