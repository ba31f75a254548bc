// SPDX-License-Identifier: MIT
// Where in a text something stands. Every byte is looked at once, however many places are asked
// for.
#include "content/card/lines.h"

#include <string.h>

struct str lines_build(struct str text, struct arena *arena) {
    if (text.size > 0 && text.at[text.size - 1] == '\n') {
        return text;
    }
    char *copy = arena_alloc(arena, text.size + 2);
    if (text.size > 0) {
        memcpy(copy, text.at, text.size);
    }
    copy[text.size] = '\n';
    return (struct str){copy, text.size + 1};
}

struct lines lines_init(struct str text) {
    return (struct lines){.text = text, .seen = text.at, .line = 1};
}

// What may stand in front of the words of a line: spaces, > - + * and "1.".
static bool is_indent(char c) {
    return c != '\0' && strchr(" \t>-+*.)0123456789", c);
}

// "[Monday]: 9-5", behind marks of quotes and lists or not.
static bool is_definition(const char *at, const char *end) {
    while (at < end && is_indent(*at)) {
        at++;
    }
    const char *close = at < end && *at == '[' ? memchr(at, ']', (size_t)(end - at)) : NULL;
    return close && close > at + 1 && close + 1 < end && close[1] == ':';
}

void lines_step(struct lines *lines, const char *at) {
    if (at < lines->text.at || at > lines->text.at + lines->text.size) {
        return;
    }
    while (lines->seen < at) {
        const char *found = memchr(lines->seen, '\n', (size_t)(at - lines->seen));
        bool is_hidden = found && lines->hidden == 0 && lines->asked != lines->line &&
                         is_definition(lines->seen, found);
        lines->hidden = is_hidden ? lines->line : lines->hidden;
        lines->line += found != NULL;
        lines->seen = found ? found + 1 : at;
    }
    lines->asked = lines->line;
}

// Goes through the starts of lines that lie ahead; NULL when there are no more.
static const char *next_start(const struct lines *lines, const char *at) {
    const char *end = lines->text.at + lines->text.size;
    at = at < end ? memchr(at, '\n', (size_t)(end - at)) : NULL;
    return at && at + 1 < end ? at + 1 : NULL;
}

static const char *first_start(const struct lines *lines) {
    bool is_start = lines->seen == lines->text.at || lines->seen[-1] == '\n';
    return is_start ? lines->seen : next_start(lines, lines->seen);
}

void lines_step_to(struct lines *lines, const char *signs) {
    const char *end = lines->text.at + lines->text.size;
    size_t missing = strlen(lines->missing);
    if (strchr(lines->missing, *signs)) {
        return; // or every mark would be looked for to the end of the text
    }
    for (const char *at = first_start(lines); at; at = next_start(lines, at)) {
        const char *first = at;
        while (first < end && (*first == ' ' || *first == '\t' || *first == '>')) {
            first++;
        }
        if (first < end && strchr(signs, *first)) {
            lines_step(lines, first);
            return;
        }
    }
    if (missing + 1 < sizeof lines->missing) {
        lines->missing[missing] = *signs;
    }
}

// How many of > - + * and "1." a line begins with. "-----" is a rule, not five marks.
static int marks_at(const char *at, const char *end, int limit) {
    int count = 0;
    for (; at < end && count <= limit && is_indent(*at); at++) {
        bool is_apart = at + 1 < end && (at[1] == ' ' || at[1] == '\t');
        count += *at == '>' || (is_apart && strchr("-+*.)", *at));
    }
    return count;
}

static bool is_deep(const char *at, const char *end, int limit) {
    const char *last = at;
    while (last < end && last - at <= limit && is_indent(*last)) {
        last++;
    }
    return last - at > limit;
}

void lines_step_to_marks(struct lines *lines, int limit) {
    const char *end = lines->text.at + lines->text.size;
    for (const char *at = first_start(lines); at; at = next_start(lines, at)) {
        if (marks_at(at, end, limit) > limit) {
            lines_step(lines, at);
            return;
        }
    }
}

bool lines_step_to_indent(struct lines *lines, int limit) {
    const char *end = lines->text.at + lines->text.size;
    for (const char *at = first_start(lines); at; at = next_start(lines, at)) {
        if (is_deep(at, end, limit)) {
            lines_step(lines, at);
            return true;
        }
    }
    return false;
}

bool lines_step_to_hidden(struct lines *lines) {
    lines_step(lines, lines->text.at + lines->text.size);
    lines->line = lines->hidden > 0 ? lines->hidden : lines->line;
    return lines->hidden > 0;
}
