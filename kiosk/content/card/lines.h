// SPDX-License-Identifier: MIT
// Where in a text something stands: the line of a byte, counted once from the start to the end.
#pragma once

#include "base/arena.h"

struct lines {
    struct str text;
    const char *seen; // how far the lines are counted
    int line;         // of `seen`, from 1
    int asked;        // the last line in which a place was asked for
    int hidden;       // the first definition in which none was, or 0
    char missing[4];  // the first of `signs` that no line ahead begins with
};

// The text as whole lines: itself, or a copy in `arena` with a line end behind its last line. md4c
// looks one byte behind a line without its end, and goes by what is there.
struct str lines_build(struct str text, struct arena *arena);

struct lines lines_init(struct str text);

// Counts on to `at`, if it points into the text and lies ahead.
void lines_step(struct lines *lines, const char *at);

// Counts on to the next line that begins with one of `signs` (behind spaces and > signs), if any.
void lines_step_to(struct lines *lines, const char *signs);

// Counts on to the next line that begins with more than `limit` marks of quotes and lists, if any.
void lines_step_to_marks(struct lines *lines, int limit);

// Counts on to the next line that begins with more than `limit` bytes of such marks and of spaces;
// false where there is none.
bool lines_step_to_indent(struct lines *lines, int limit);

// Counts to the end, and goes to the first line such as "[Monday]: 9-5" in which no place was asked
// for: CommonMark takes it for the definition of a link. False where there is none.
bool lines_step_to_hidden(struct lines *lines);
