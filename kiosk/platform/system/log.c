// SPDX-License-Identifier: MIT
// See log.h. A kind is a hash of the sentence without its digits: a counter or an address in a line
// that repeats does not make it a new one.
#include "platform/system/log.h"

#include <SDL.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/hash.h"
#include "platform/system/clock.h"

enum { LINE_SIZE = 512 };

static uint64_t kind_hash(const char *text) {
    uint64_t hash = HASH_START;
    for (; *text; text++) {
        if (*text < '0' || *text > '9') {
            hash = hash_add(hash, (struct str){text, 1});
        }
    }
    return hash;
}

// The entry of that kind; when the table is full, the one that has been quiet for longest.
static struct log_kind *kind_find(struct log *log, uint64_t hash, bool *is_new) {
    struct log_kind *oldest = &log->kinds[0];
    *is_new = false;
    for (int i = 0; i < log->kind_count; i++) {
        if (log->kinds[i].hash == hash) {
            return &log->kinds[i];
        }
        if (log->kinds[i].last_ms < oldest->last_ms) {
            oldest = &log->kinds[i];
        }
    }
    *is_new = true;
    if (log->kind_count < LOG_KIND_LIMIT) {
        oldest = &log->kinds[log->kind_count++];
    }
    *oldest = (struct log_kind){.hash = hash};
    return oldest;
}

// Whether a line of this kind may be written now; `hidden` is how many were not.
static bool is_due(struct log *log, const char *text, int *hidden) {
    *hidden = 0;
    if (!log) {
        return true;
    }
    bool is_new;
    uint64_t now_ms = clock_ms();
    struct log_kind *kind = kind_find(log, kind_hash(text), &is_new);
    if (!is_new && now_ms - kind->last_ms < LOG_QUIET_MS) {
        kind->hidden_count++;
        return false;
    }
    *hidden = kind->hidden_count;
    kind->hidden_count = 0;
    kind->last_ms = now_ms;
    return true;
}

// One write, so that lines of two programs in one journal do not mix.
static void put_line(const char *text, int hidden) {
    char line[LINE_SIZE + 64];
    int size = hidden > 0 ? snprintf(line, sizeof line, "dit-kiosk: %s (and %d more like it)\n",
                                     text, hidden)
                          : snprintf(line, sizeof line, "dit-kiosk: %s\n", text);
    if (size >= (int)sizeof line) {
        size = (int)sizeof line - 1;
    }
    for (int i = 0; i + 1 < size; i++) {
        if ((unsigned char)line[i] < ' ' || line[i] == 0x7F) {
            line[i] = '?';
        }
    }
    ssize_t written = write(STDERR_FILENO, line, (size_t)size);
    (void)written; // where standard error itself is gone there is nobody left to tell
}

void log_line(struct log *log, const char *format, ...) {
    char text[LINE_SIZE];
    va_list words;
    va_start(words, format);
    vsnprintf(text, sizeof text, format, words);
    va_end(words);
    int hidden;
    if (is_due(log, text, &hidden)) {
        put_line(text, hidden);
    }
}

static void take_sdl_line(void *self, int category, SDL_LogPriority priority, const char *text) {
    (void)category;
    (void)priority;
    log_line(self, "SDL says: %s", text);
}

void log_route_sdl(struct log *log) {
    SDL_LogSetAllPriority(SDL_LOG_PRIORITY_ERROR); // SDL keeps its own errors to itself otherwise
    SDL_LogSetOutputFunction(take_sdl_line, log);
}
