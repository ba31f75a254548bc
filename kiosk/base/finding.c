// SPDX-License-Identifier: MIT
// The list of what is wrong. Every text is copied and made harmless on the way in, so whoever
// prints one later need not think of hostile file names.
#include "base/finding.h"

#include "base/utf8.h"

#include <stdlib.h>
#include <string.h>

// Controls, what begins a line or turns the order of letters around, and what is not UTF-8 at all.
static bool is_harmful(uint32_t c) {
    return c < 0x20 || (c >= 0x7F && c <= 0x9F) || (c >= 0x2028 && c <= 0x202E) ||
           (c >= 0x2066 && c <= 0x2069) || c == UTF8_BAD;
}

const char *finding_harmless(struct arena *arena, const char *text) {
    char *copy = arena_text(arena, str_from(text));
    const char *end = copy + strlen(copy);
    for (char *c = copy; *c;) {
        const char *next = c;
        if (is_harmful(utf8_next(&next, end))) {
            memset(c, '?', (size_t)(next - c));
        }
        c += next - c;
    }
    return copy;
}

// The blocks whose letters run right to left (Unicode, DerivedBidiClass.txt).
static bool is_right_to_left(uint32_t c) {
    return (c >= 0x0590 && c <= 0x08FF) || (c >= 0xFB1D && c <= 0xFDFF) ||
           (c >= 0xFE70 && c <= 0xFEFC) || (c >= 0x10800 && c <= 0x10FFF) ||
           (c >= 0x1E800 && c <= 0x1EFFF);
}

const char *finding_quote(const char *text, struct arena *arena) {
    enum { QUOTED_LETTERS = 100 };
    const char *end = text + strlen(text);
    const char *at = text;
    bool has_right_to_left = false;
    for (int i = 0; i < QUOTED_LETTERS && at < end; i++) {
        has_right_to_left |= is_right_to_left(utf8_next(&at, end));
    }
    if (at < end) {
        text = arena_format(arena, "%.*s…", (int)(at - text), text);
    }
    return has_right_to_left ? arena_format(arena, "\u200E%s\u200E", text) : text;
}

void finding_add(struct findings *findings, struct finding finding) {
    bool is_error = finding.level == FINDING_ERROR;
    findings->error_count += is_error;
    if (findings->count >= (is_error ? FINDINGS_LIMIT : ADVICE_LIMIT)) {
        findings->dropped_count++;
        return;
    }
    finding.path = finding_harmless(findings->arena, finding.path);
    finding.what = finding_harmless(findings->arena, finding.what);
    finding.todo = finding_harmless(findings->arena, finding.todo);
    *ARENA_ADD(findings->arena, findings->list, findings->count) = finding;
}

void finding_error(struct findings *findings, struct finding_place place, const char *what,
                   const char *todo) {
    finding_add(findings, (struct finding){FINDING_ERROR, place.path, place.line, what, todo, 0});
}

void finding_warning(struct findings *findings, struct finding_place place, const char *what,
                     const char *todo) {
    finding_add(findings, (struct finding){FINDING_WARNING, place.path, place.line, what, todo, 0});
}

bool findings_have(const struct findings *findings, enum finding_code code) {
    for (int i = 0; i < findings->count; i++) {
        if (findings->list[i].code == code) {
            return true;
        }
    }
    return false;
}

static int finding_order(const void *left, const void *right) {
    const struct finding *a = left;
    const struct finding *b = right;
    int order = strcmp(a->path, b->path);
    return order != 0 ? order : a->line - b->line;
}

void findings_sort(struct findings *findings) {
    if (findings->count > 1) {
        qsort(findings->list, (size_t)findings->count, sizeof *findings->list, finding_order);
    }
}

const char *finding_text(const struct finding *finding, struct arena *arena) {
    const char *level = finding->level == FINDING_ERROR ? "error" : "warning";
    int line = finding->line > 0 ? finding->line : 1;
    return arena_format(arena, "%s:%d: %s: %s %s", finding->path, line, level, finding->what,
                        finding->todo);
}
