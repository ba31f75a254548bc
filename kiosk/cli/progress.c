// SPDX-License-Identifier: MIT
// See progress.h.
#include "cli/progress.h"

#include <stdarg.h>
#include <stdio.h>
#include <unistd.h>

void progress_show(const char *format, ...) {
    if (isatty(STDERR_FILENO)) {
        progress_end();
        va_list words;
        va_start(words, format);
        vfprintf(stderr, format, words);
        va_end(words);
    }
}

void progress_end(void) {
    if (isatty(STDERR_FILENO)) {
        fputs("\r\033[K", stderr);
    }
}
