// SPDX-License-Identifier: MIT
// Where in a text something stands. Every byte is looked at once, however many places are asked
// for.
#include "model/lines.h"

#include <string.h>

struct lines lines_init(struct str text) {
    return (struct lines){text, text.at, 1};
}

void lines_step(struct lines *lines, const char *at) {
    if (at < lines->text.at || at > lines->text.at + lines->text.size) {
        return;
    }
    while (lines->seen < at) {
        const char *found = memchr(lines->seen, '\n', (size_t)(at - lines->seen));
        lines->line += found != NULL;
        lines->seen = found ? found + 1 : at;
    }
}

void lines_step_to(struct lines *lines, const char *signs) {
    const char *start = lines->text.at;
    const char *end = start + lines->text.size;
    for (const char *at = lines->seen; at && at < end;) {
        const char *first = at;
        while (first < end && (*first == ' ' || *first == '\t' || *first == '>')) {
            first++;
        }
        bool is_start = at == start || at[-1] == '\n';
        if (is_start && first < end && strchr(signs, *first)) {
            lines_step(lines, first);
            return;
        }
        at = memchr(at, '\n', (size_t)(end - at));
        at += at != NULL;
    }
}
