// SPDX-License-Identifier: MIT
// See log.h. A line is one write, so that those of two programs in one journal do not mix.
#include "platform/system/log.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

void log_line(const char *format, ...) {
    char line[512] = "dit-kiosk: ";
    const size_t start = strlen(line);
    va_list words;
    va_start(words, format);
    vsnprintf(line + start, sizeof line - start, format, words);
    va_end(words);
    size_t size = strlen(line);
    for (size_t i = start; i < size; i++) {
        if ((unsigned char)line[i] < ' ' || line[i] == 0x7F) {
            line[i] = '?';
        }
    }
    line[size] = '\n'; // in the place of the NUL
    ssize_t written = write(STDERR_FILENO, line, size + 1);
    (void)written; // where standard error itself is gone there is nobody left to tell
}
