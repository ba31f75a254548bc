// SPDX-License-Identifier: MIT
// What every fuzz target shares: the one function that it is, a check that ends the program with
// the line that does not hold, and what is true of any text and of any finding that the kiosk gives
// out. Nothing here knows the reader that is being fuzzed.
#pragma once

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/encoding.h"
#include "base/utf8.h"

// A target: it looks at any bytes; fuzz_main.c ends the arena.
void fuzz_one(struct str bytes, struct arena *arena);

#define FUZZ_CHECK(condition) ((condition) ? (void)0 : fuzz_fail(__FILE__, __LINE__, #condition))

static inline _Noreturn void fuzz_fail(const char *file, int line, const char *what) {
    fprintf(stderr, "%s:%d: does not hold: %s\n", file, line, what);
    abort();
}

// UTF-8 with nothing in it that base/encoding.h refuses; it may have '\n' and '\t'.
static inline void fuzz_check_text(struct str text) {
    const char *end = text.size > 0 ? text.at + text.size : text.at;
    for (const char *at = text.at; at < end;) {
        uint32_t c = utf8_next(&at, end);
        FUZZ_CHECK(c != UTF8_BAD && !encoding_find_refusal(c));
    }
}

// The same, on one line and not empty.
static inline void fuzz_check_line(const char *text) {
    FUZZ_CHECK(text && text[0]);
    FUZZ_CHECK(!strpbrk(text, "\n\r\t"));
    fuzz_check_text(str_from(text));
}

// What is read out to staff: one line with its stop.
static inline void fuzz_check_sentence(const char *sentence) {
    fuzz_check_line(sentence);
    FUZZ_CHECK(strchr(".?", sentence[strlen(sentence) - 1]));
}

static inline int fuzz_count_letters(struct str text) {
    int count = 0;
    for (size_t i = 0; i < text.size; i++) {
        count += ((unsigned char)text.at[i] & 0xC0) != 0x80;
    }
    return count;
}

static inline int fuzz_count_lines(struct str text) {
    int lines = 1;
    for (size_t i = 0; i < text.size; i++) {
        lines += text.at[i] == '\n';
    }
    return lines;
}

// `lines` is how many the file has.
static inline void fuzz_check_findings(const struct findings *findings, int lines) {
    int errors = 0;
    FUZZ_CHECK(findings->count <= FINDINGS_LIMIT);
    FUZZ_CHECK(findings->dropped_count == 0 || findings->count >= ADVICE_LIMIT);
    for (int i = 0; i < findings->count; i++) {
        const struct finding *finding = &findings->list[i];
        FUZZ_CHECK(finding->level == FINDING_WARNING || finding->level == FINDING_ERROR);
        FUZZ_CHECK(finding->line >= 0 && finding->line <= lines);
        fuzz_check_line(finding->path);
        fuzz_check_sentence(finding->what);
        fuzz_check_sentence(finding->todo);
        errors += finding->level == FINDING_ERROR;
    }
    FUZZ_CHECK(findings->error_count >= errors);
    FUZZ_CHECK(findings->error_count <= errors + findings->dropped_count);
}
